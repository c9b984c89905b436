"""Plain words: what a typed line means. The phrases are content (`lexicon` in each language)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bot.core.model.messages import MAX_TYPED_CHARACTERS
from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes
from bot.core.typed.amounts import count, minutes, scale
from bot.core.typed.clocks import clock, clocks, span
from bot.core.typed.lexemes import normal

__all__ = ["clean", "clock", "clocks", "count", "intent", "minutes", "normal", "scale", "span"]

# Intents that people type instead of pressing. These are heard in every language, wherever somebody is; the
# words for what is common besides are understood in the default language too.
IN_EVERY_LANGUAGE = frozenset({"stop", "help", "start", "why"})
# Classes that begin so stand for no whole line.
OF_ONE_QUESTION = (
    "age-",
    "setting-",
    "sound-",
    "care-",
    "harsh",
    "hurt",
    "grief",
    "first-names",
    "capitals",
    "no-plan",
    "itch-",
    "urge-",
    "swap-",
    "about-to-post",
    "about-feeds",
    "obstacle-",
)
COMMON = ("done", "partly", "missed", "yes", "no", "skip", "later", "thanks", "hello", "bye")
VALUE_WORDS = ("and", "article", "of", "about", "zero", "once", "twice", "times", "lowest", "highest",
               "hour", "minute")  # fmt: skip
LONG_WORD = 12  # letters: a sentence in a script without blanks
SEVERAL, SOME_LENGTH = 4, 4  # words of a line, and letters of one of them, that make it more than a value
SHORTEST = 3  # letters of a word of the default language in another one: "y" is "and" in Spanish, "yo" is "I"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that leave no mark: Hangul fillers, Braille


def clean(text: str) -> str:
    """Words as they are kept: no control characters but line breaks and tabs, no lone surrogates, no blank
    ends, at most MAX_TYPED_CHARACTERS characters; none at all where nothing of them can be seen."""
    kept = (
        c for c in text[:MAX_TYPED_CHARACTERS] if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")
    )
    words = "".join(kept).strip()
    return words if any(map(_is_seen, words)) else ""


def _is_seen(character: str) -> bool:
    """Whether a character leaves a mark of its own: no blank, no joiner, no accent without a letter."""
    kind = unicodedata.category(character)
    return kind[0] not in "ZM" and kind not in ("Cc", "Cf", "Cs") and character not in _BLANKS


def same(one: str, other: str) -> bool:
    """Whether two names are read as the same one.

    >>> same("Read  a book", "read a Book!"), same("🙂", "🙃")
    (True, False)
    """
    read = normal(one) or " ".join(one.casefold().split())
    return read == (normal(other) or " ".join(other.casefold().split()))


def is_line(text: str, snapshot: Snapshot) -> bool:
    """Whether a line holds words of its own, rather than a value that is said in an unknown way ("8 out of
    10", "-1", "👍", "quite"): two words that no number has, a long one, or one of some length among
    others."""
    line = lexemes.read(text, lexemes.words_of(snapshot), VALUE_WORDS)
    words = [lexeme.raw for lexeme in line if lexeme.kind == lexemes.UNKNOWN]
    longest = max(map(len, words), default=0)
    among_others = len(line) >= SEVERAL and longest >= SOME_LENGTH
    return len(words) > 1 or longest > LONG_WORD or among_others


def intent(text: str, snapshot: Snapshot) -> str:
    """The intent that the whole line stands for ("done", "skip", "stop" …), "" for any other."""
    phrase = lexemes.phrase(text[:200])
    lexicon = snapshot.library.lexicon
    for name, phrases in lexicon.get(snapshot.person.language, {}).items():
        if phrase in phrases and not name.startswith(OF_ONE_QUESTION):
            return name
    for words in lexicon.values():
        for name in IN_EVERY_LANGUAGE & words.keys():
            if phrase in words[name]:
                return name
    default = lexicon.get(snapshot.library.default_language, {}) if len(phrase) >= SHORTEST else {}
    return next((name for name in COMMON if phrase in default.get(name, ())), "")


def choice(text: str, names: Iterable[str], snapshot: Snapshot) -> str:
    """The first of these intents that the whole line stands for, in the person's language or the default one;
    "" for none."""
    phrase, lexicon = lexemes.phrase(text[:200]), snapshot.library.lexicon
    spoken = (snapshot.person.language, snapshot.library.default_language)
    known = [lexicon.get(language, {}) for language in spoken]
    return next((name for name in names if any(phrase in words.get(name, ()) for words in known)), "")
