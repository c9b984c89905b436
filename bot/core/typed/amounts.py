"""Numbers as people write them: lengths of time, counts, and a place on a scale. Each reader takes a whole
line and gives None where the line says anything else, so that the caller can ask."""

from __future__ import annotations

import re

from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes
from bot.core.typed.lexemes import Lexeme

LONGEST_MINUTES = 24 * 60
HIGHEST_COUNT = 9999
STARS, NO_STARS = frozenset("⭐★🌟"), frozenset("☆")

_LENGTHS = {"half-hour": 30, "quarter-hour": 15, "three-quarters": 45}
_LENGTH_WORDS = (*_LENGTHS, "hour", "minute", "half", "quarter", "zero", "and", "article")
_HOURS = re.compile(
    r"(?:(?P<count>#|article)(?P<half> and (?:article )?half)? )?hour"
    r"(?: and (?:article )?(?P<part>half|quarter))?(?P<minutes> (?:and )?#(?: minute)?)?"
)
_PARTS = {"half": 30, "quarter": 15}
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")  # 1,430 and 1.430: thousands, in every language
_DECIMAL = re.compile(r"\d{0,4}[.,]\d{1,2}")
_WHOLE = re.compile(r"\d{1,6}")
_HOURS_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)")


def number(raw: str) -> float | None:
    """A number with marks: three digits after a mark are thousands, one or two are a fraction.

    >>> number("1,430"), number("1.430"), number("1,5"), number("0.500")
    (1430.0, 1430.0, 1.5, None)
    """
    if _WHOLE.fullmatch(raw):
        return float(raw)
    if _GROUPED.fullmatch(raw):
        return float(re.sub(r"[.,]", "", raw))
    return float(raw.replace(",", ".")) if _DECIMAL.fullmatch(raw) else None


def minutes(
    text: str, snapshot: Snapshot, *, bare: bool = True, ignoring: tuple[str, ...] = ()
) -> int | None:
    """Minutes from "45", "45 min", "1h20", "1:20", "1.5 hours", "1,430 minutes", "an hour and a half"; None
    for anything else, for a fraction without a unit, and for more than a day.

    `bare`: a number without a unit ("45", "1:20", "none") counts too. `ignoring`: classes of words that may
    stand in the line besides.
    """
    words = lexemes.words_of(snapshot)
    line = _grouped(lexemes.read(text, words, _LENGTH_WORDS, ("about", *ignoring)))
    found = _bare(line) if bare else None
    if found is None:
        found = _with_unit(line)
    return round(found) if found is not None and found <= LONGEST_MINUTES else None


def _bare(line: tuple[Lexeme, ...]) -> float | None:
    kinds = lexemes.shape(line)
    if kinds == "zero":
        return 0
    if kinds != "#":
        return None
    if match := _HOURS_MINUTES.fullmatch(line[0].raw):
        return int(match[1]) * 60 + int(match[2])
    value = number(line[0].raw)
    return (
        value if value is not None and value == int(value) and not _DECIMAL.fullmatch(line[0].raw) else None
    )


def _with_unit(line: tuple[Lexeme, ...]) -> float | None:
    kinds, raws = lexemes.shape(line), lexemes.numbers(line)
    values = tuple(map(number, raws))
    if kinds in _LENGTHS:
        return _LENGTHS[kinds]
    if kinds in ("zero minute", "zero hour"):
        return 0
    if kinds in ("# minute", "article minute"):
        return values[0] if values else 1
    if kinds == "# hour" and (match := _HOURS_MINUTES.fullmatch(raws[0])):  # "1:20 h"
        return int(match[1]) * 60 + int(match[2])
    match = _HOURS.fullmatch(kinds)
    if match is None or None in values:
        return None
    return _of_hours(match, [value for value in values if value is not None])


def _of_hours(match: re.Match[str], values: list[float]) -> float | None:
    if match["count"] is None and match["part"] is None and match["minutes"] is None:
        return None  # a mere "hour"
    hours = values[0] if match["count"] == "#" else 1.0
    more = values[-1] if match["minutes"] else 0.0
    if match["minutes"] and (more >= 60 or hours != int(hours)):
        return None
    return (hours + (0.5 if match["half"] else 0)) * 60 + _PARTS.get(match["part"] or "", 0) + more


def count(text: str, snapshot: Snapshot, *, ignoring: tuple[str, ...] = ()) -> int | None:
    """How often: "3", "3 times", "x3", "once", "none", "a dozen" where the language has it; None for anything
    with a unit of time, for a fraction, and for more than HIGHEST_COUNT. `ignoring` as in `minutes`."""
    classes = ("once", "twice", "zero", "times", "hour", "minute", "and")
    line = _grouped(lexemes.read(text, lexemes.words_of(snapshot), classes, ("about", *ignoring)))
    kinds = lexemes.shape(line)
    if kinds in ("once", "twice"):
        return 1 if kinds == "once" else 2
    if kinds in ("zero", "zero times"):
        return 0
    if kinds not in ("#", "# times", "times #"):
        return None
    raw = lexemes.numbers(line)[0]
    value = number(raw) if _WHOLE.fullmatch(raw) or _GROUPED.fullmatch(raw) else None
    return int(value) if value is not None and value <= HIGHEST_COUNT else None


def scale(text: str, snapshot: Snapshot, most: int) -> int | None:
    """A place on a scale from 1 to `most`: "4", "4/5", "4 of 5", "four", "a 4", "4️⃣", "⭐⭐⭐⭐", and the
    words for its two ends; None for anything else, for a place between two and for another scale."""
    if (stars := _stars(text)) is not None:
        return stars if 1 <= stars <= most else None
    classes = ("lowest", "highest", "of", "and")
    line = lexemes.read(text, lexemes.words_of(snapshot), classes, ("about", "article"))
    kinds, raws = lexemes.shape(line), lexemes.numbers(line)
    if kinds in ("lowest", "highest"):
        return 1 if kinds == "lowest" else most
    if kinds not in ("#", "# of #", "# / #"):
        return None
    place, _, top = "/".join(raws).partition("/")
    if not place.isdecimal() or (top and top != str(most)):
        return None
    return int(place) if len(place) <= 3 and 1 <= int(place) <= most else None


def _stars(text: str) -> int | None:
    """How many stars a line of nothing but stars has."""
    signs = [sign for sign in text if not sign.isspace() and sign not in "\ufe0e\ufe0f"]
    shown = [sign for sign in signs if sign in STARS]
    return len(shown) if shown and all(sign in STARS | NO_STARS for sign in signs) else None


def _grouped(line: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """Digits in groups of three with a blank between ("1 430") as one number."""
    found: list[Lexeme] = []
    for lexeme in line:
        last = found[-1] if found else None
        if (
            last
            and last.kind == lexeme.kind == lexemes.NUMBER
            and re.fullmatch(r"[1-9]\d{0,2}", last.raw)
            and re.fullmatch(r"\d{3}", lexeme.raw)
        ):
            found[-1] = Lexeme(lexemes.NUMBER, last.raw + lexeme.raw)
        else:
            found.append(lexeme)
    return tuple(found)
