"""The parts of a typed line: numbers, and words by their class. The words of each class are content
(`grammar.yaml` in each language), so that the grammars of numbers, times and days know no language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.core.model.snapshot import Snapshot

LONGEST = 200  # characters of a line that are read
LONGEST_PHRASE = 6  # words
NUMBER, UNKNOWN = "#", "?"
NUMBER_WORDS = tuple(f"number-{n}" for n in range(101))
FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_SAME = {"٫": ".", "٬": ",", "∶": ":", "⁄": "/", **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’‘`´", "'")}
_LEFT_OUT = frozenset("\ufe0e\ufe0f\u20e3")  # variation selectors, and the box around a keycap
_LEXEME = re.compile(r"\d+(?:[.,:/-]\d+)*|\.\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]")
_UNMINDED = frozenset(".,!?;:~≈¡¿()\"'“”«»…|*_")


class Lexeme(NamedTuple):
    """`kind`: "#" for a number, a class of words, the sign itself for a sign, or "?". `raw`: as it is
    written, in lower case, without accents, with the digits 0–9."""

    kind: str
    raw: str


def normal(text: str) -> str:
    """A phrase for comparing: lower case, no accents, no punctuation, single spaces.

    >>> normal("  ¡Más  TARDE! ")
    'mas tarde'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s']", " ", plain).split())


def phrase(text: str) -> str:
    """A whole line for comparing: as `normal` has it, and a line of nothing but emoji as these, without the
    tone of skin and repetitions.

    >>> phrase("👍🏽👍🏽!"), phrase("Done 👍")
    ('👍', 'done')
    """
    return normal(text) or "".join(dict.fromkeys(c for c in text if unicodedata.category(c) == "So"))


def folded(text: str) -> str:
    """A line with the digits of every script as 0–9, without accents, in lower case, signs of one meaning as
    one sign.

    >>> folded("２０：３０"), folded("٤٥"), folded("1½ Días"), folded("4\ufe0f\u20e3")
    ('20:30', '45', '1.5 dias', '4')
    """
    plain = "".join(_folded(c) for c in text[:LONGEST] if c not in _LEFT_OUT)
    return " ".join(re.sub(r"(?<=\d)\s+(?=\.\d)", "", plain.casefold()).split())


def _folded(char: str) -> str:
    if char in FRACTIONS:
        return FRACTIONS[char]
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.decimal(char))
    if unicodedata.decomposition(char).startswith(("<super>", "<sub>")):
        return char  # "²" is no answer
    parts = (_SAME.get(c, c) for c in unicodedata.normalize("NFKD", _SAME.get(char, char)))
    return "".join(c for c in parts if not unicodedata.combining(c))


def words_of(snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    """The grammar's words in the person's language: class → phrases."""
    return snapshot.library.grammar.get(snapshot.person.language, {})


def read(
    text: str,
    words: Mapping[str, frozenset[str]],
    classes: Iterable[str],
    ignored: Iterable[str] = (),
) -> tuple[Lexeme, ...]:
    """A line's lexemes. A phrase belongs to the first of `classes` that has it; the longest phrase counts.
    Number words are numbers; phrases of the classes `ignored` and signs without a meaning are left out."""
    left_out = tuple(ignored)
    names = (*classes, *NUMBER_WORDS, *left_out)
    raws = _raws(text)
    found: list[Lexeme] = []
    at = 0
    while at < len(raws):
        kind, length = _longest(raws[at : at + LONGEST_PHRASE], words, names)
        raw = " ".join(raws[at : at + length])
        at += length
        if kind not in left_out:
            found.append(Lexeme(kind, raw))
    return _counted(tuple(found))


def shape(lexemes: Iterable[Lexeme]) -> str:
    """The kinds of lexemes in a row, for a pattern.

    >>> shape((Lexeme("#", "8"), Lexeme("pm", "p m")))
    '# pm'
    """
    return " ".join(lexeme.kind for lexeme in lexemes)


def numbers(lexemes: Iterable[Lexeme]) -> tuple[str, ...]:
    """The numbers among lexemes, as they are written."""
    return tuple(lexeme.raw for lexeme in lexemes if lexeme.kind == NUMBER)


def _raws(text: str) -> list[str]:
    """The parts of a line. A hyphen between two words is a blank ("twenty-five")."""
    parts: list[str] = _LEXEME.findall(folded(text))
    return [
        part
        for n, part in enumerate(parts)
        if part not in _UNMINDED
        and not (part == "-" and 0 < n < len(parts) - 1 and parts[n - 1].isalpha() and parts[n + 1].isalpha())
    ]


def _longest(raws: list[str], words: Mapping[str, frozenset[str]], names: tuple[str, ...]) -> tuple[str, int]:
    if raws[0][-1].isdecimal():
        return NUMBER, 1
    for length in range(len(raws), 0, -1):
        phrase = " ".join(raws[:length])
        if kind := next((name for name in names if phrase in words.get(name, ())), ""):
            return kind, length
    return (UNKNOWN if raws[0][0].isalpha() else raws[0]), 1


def _counted(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """Number words as numbers: "forty five" is 45, "one hundred and twenty" is 120."""
    found: list[Lexeme] = []
    spelt: int | None = None  # the value of the number word just before
    for n, lexeme in enumerate(lexemes):
        value = int(lexeme.kind.removeprefix("number-")) if lexeme.kind.startswith("number-") else None
        after = lexemes[n + 1].kind if n + 1 < len(lexemes) else ""
        if (
            lexeme.kind == "and"
            and spelt is not None
            and after.startswith("number-")
            and _joins(spelt, after)
        ):
            continue
        if value is None:
            found.append(lexeme)
            spelt = None
            continue
        if spelt is not None and value == 100 and spelt < 10:
            value *= spelt
            found.pop()
        elif spelt is not None and _joins(spelt, lexeme.kind):
            value += spelt
            found.pop()
        found.append(Lexeme(NUMBER, str(value)))
        spelt = value
    return tuple(found)


def _joins(spelt: int, kind: str) -> bool:
    """Whether the number word `kind` goes on the number `spelt`: "twenty" and "five"."""
    value = int(kind.removeprefix("number-"))
    if spelt >= 100:
        return spelt % 100 == 0 and 0 < value < 100
    return spelt >= 20 and spelt % 10 == 0 and 0 < value < 10
