"""The parts of a person's own words that may be said back to them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.model.reading import Safety
from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes

FEWEST, MOST, LONGEST = 3, 12, 80  # words of what is said back at once, and its characters
_CLAUSE_ENDS = re.compile(r"[.,;:!?…()]+(?=\s|$)|\n|\s[-–—]\s")
_PLAIN = re.compile(r"[\w\s'’]+")
_ADDRESS = re.compile(r"@|://|www\.|\w\.\w{2,}\b|\d{3}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?…¿¡\n])[^\w]*$")  # before the first word of a sentence


def first_clause(text: str, snapshot: Snapshot) -> str:
    """The first clause of a line, "" where it is not to be said back: short or long, with signs or addresses,
    or hard on somebody (`harsh` in the lexicon)."""
    clause = next((part.strip() for part in _CLAUSE_ENDS.split(text) if part.strip()), "")
    fits = FEWEST <= len(clause.split()) <= MOST and len(clause) <= LONGEST and _PLAIN.fullmatch(clause)
    return clause if fits and not _has(clause, ("harsh", "grief"), snapshot) else ""


def may_come_back(text: str, snapshot: Snapshot) -> bool:
    """Whether words may be brought up again on another day: they tell of no danger, hold neither hurt nor
    shame (`harsh` and `hurt` in the lexicon), and no name, number or address."""
    if (
        not text.strip()
        or _ADDRESS.search(text)
        or _has(text, ("harsh", "hurt", "grief", "first-names"), snapshot)
    ):
        return False
    return not _names(text, snapshot) and snapshot.library.danger(text) is Safety.NONE


def tells_of_grief(text: str, snapshot: Snapshot) -> bool:
    """Whether a text tells that somebody died (`grief` in the lexicon)."""
    return _has(text, ("grief",), snapshot)


def excerpt(text: str, most: int) -> str:
    """The first `most` words of a text on one line, of 16 characters each at most on average.

    >>> excerpt("one two  three four", 3)
    'one two three…'
    """
    words = text[: most * 64].split()
    line = " ".join(words[:most])[: most * 16]
    return line if line == " ".join(text.split()) else line.rstrip(" .,;:…") + "…"


def _names(text: str, snapshot: Snapshot) -> bool:
    """Whether a word looks like a name: a capital letter within a sentence, on a word that is not known to
    have one (`capitals` in the lexicon). A single letter and a line all in capitals count as no name."""
    if text.isupper():
        return False
    known = frozenset(_phrases(("capitals",), snapshot))
    capital = (m for m in _WORD.finditer(text) if m[0][0].isupper() and len(re.split("['’]", m[0])[0]) > 1)
    inside = (m[0] for m in capital if not _BEGINS.search(text, 0, m.start()))
    return any(lexemes.normal(word) not in known for word in inside)


def _has(text: str, lists: Iterable[str], snapshot: Snapshot) -> bool:
    """Whether a text holds a phrase of these lists, in any language."""
    line = f" {lexemes.normal(text)} "
    return any(f" {phrase} " in line for phrase in _phrases(lists, snapshot))


def _phrases(lists: Iterable[str], snapshot: Snapshot) -> Iterable[str]:
    names = tuple(lists)
    return (
        phrase
        for words in snapshot.library.lexicon.values()
        for name in names
        for phrase in words.get(name, ())
    )
