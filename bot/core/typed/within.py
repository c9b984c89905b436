"""Phrases of the lexicon within a typed line, in the person's language or the default one."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes

MOST_WORDS = 24  # of a line that is searched; a longer one is a text of its own


def holds(text: str, lists: Iterable[str], snapshot: Snapshot) -> bool:
    """Whether a short line holds a phrase of these lists."""
    if len(text.split(maxsplit=MOST_WORDS)) > MOST_WORDS:
        return False
    line = f" {lexemes.normal(text)} "
    return any(f" {phrase} " in line for name in lists for phrase in _phrases(name, snapshot))


def is_phrase(text: str, name: str, snapshot: Snapshot) -> bool:
    """Whether the whole line is a phrase of the list `name`."""
    return lexemes.phrase(text[: lexemes.LONGEST]) in _phrases(name, snapshot)


def after(text: str, name: str, snapshot: Snapshot) -> str:
    """The words that follow a phrase of the list `name`, with which the line begins; "" where it does not
    begin so, or where nothing follows."""
    words, phrases = text.split(), _phrases(name, snapshot)
    longest = max((len(phrase.split()) for phrase in phrases), default=0)
    for count in range(min(longest, len(words) - 1), 0, -1):
        if lexemes.normal(" ".join(words[:count])) in phrases:
            return " ".join(words[count:])
    return ""


def _phrases(name: str, snapshot: Snapshot) -> frozenset[str]:
    spoken = (snapshot.person.language, snapshot.library.default_language)
    lexicon = snapshot.library.lexicon
    none = frozenset[str]()
    return none.union(*(lexicon.get(language, {}).get(name, none) for language in spoken))
