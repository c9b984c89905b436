"""Times of the day as people write them, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import time
from typing import NamedTuple

from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes

_CLASSES = ("half", "quarter", "past", "to", "less", "and", "noon", "midnight", "am", "pm", "morning",
            "afternoon", "evening", "night", "small-hours", "oclock", "one-oclock", "hour",
            "minute")  # fmt: skip
_PART = r"(?: (?P<part>am|pm|morning|afternoon|evening|night|small-hours|noon|midnight))?"
_SHAPES = tuple(
    re.compile(rf"(?P<before>(?:morning|afternoon|evening|night|small-hours) )?{shape}{_PART}")
    for shape in (
        r"(?P<hm>#)(?: hour| oclock)?",  # 8, 20:30, 2030, 20 h, 8 o'clock
        r"#(?: hour| oclock)?(?: and)? #(?: minute)?",  # 19 h 30, 8 and 20
        r"#(?: hour| oclock)? and (?P<more>half|quarter)",
        r"#(?: hour| oclock)? less (?P<m_to>#)(?: minute)?",
        r"#(?: hour| oclock)? less (?P<less>quarter)",
        r"(?P<more>half|quarter) past #(?: oclock)?",
        r"(?P<less>quarter) to #(?: oclock)?",
        r"(?P<m_first>#)(?: minute)? past #(?: oclock)?",
        r"(?P<m_first>(?P<m_to>#))(?: minute)? to #(?: oclock)?",
    )
)
_FIGURES = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?|(\d{2})(\d{2})")
_MORE = {"half": 30, "quarter": 15, "": 0}
# Part of the day → the hours of the 12-hour clock that it has before noon, and those that it has after it.
_HOURS: Mapping[str, tuple[frozenset[int], frozenset[int]]] = {
    "am": (frozenset(range(1, 13)), frozenset()),
    "pm": (frozenset(), frozenset(range(1, 13))),
    "morning": (frozenset(range(1, 12)), frozenset()),
    "small-hours": (frozenset((12, *range(1, 7))), frozenset()),
    "noon": (frozenset(), frozenset((12, 1, 2, 3))),
    "afternoon": (frozenset(), frozenset((12, *range(1, 9)))),
    "evening": (frozenset(), frozenset(range(1, 12))),
    "night": (frozenset((12, *range(1, 5))), frozenset(range(6, 12))),
    "midnight": (frozenset((12,)), frozenset()),
}


class _Found(NamedTuple):
    at: time
    open: bool  # on a clock of twelve hours, with nothing that says which half of the day


def clock(text: str, snapshot: Snapshot) -> time | None:
    """A wall time: "20:00", "8", "8.30", "2030", "19h30", "24:00", "7 p. m.", "half past eight in the
    evening", "noon"; None for anything else (25:99, other words). Where nothing says which half
    of the day is meant, it is that of a 24-hour clock.
    """
    found = _read(text, lexemes.words_of(snapshot))
    return found.at if found else None


def clocks(text: str, snapshot: Snapshot) -> tuple[time, ...]:
    """Every time that a line may mean: `clock`'s, and the one twelve hours later where somebody may have read
    it from a clock of twelve hours ("9:05"). None: ()."""
    found = _read(text, lexemes.words_of(snapshot))
    if found is None:
        return ()
    other = found.at.replace(hour=(found.at.hour + 12) % 24)
    return (found.at, other) if found.open else (found.at,)


def span(text: str, snapshot: Snapshot) -> tuple[time, time] | None:
    """Two times with a dash, a word or a blank between ("22-8", "from 10 pm to 7 am"); None for anything else
    and for two equal ones ("0-24")."""
    words = lexemes.words_of(snapshot)
    for before, after in _halves(lexemes.folded(text), words):
        first, last = _read(before, words), _read(after, words)
        if first and last:
            return (first.at, last.at) if first.at != last.at else None
    return None


def _halves(line: str, words: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The ways to part a line in two: at a dash, else at a joining word, else at any blank."""
    for match in re.finditer(r"\s*-\s*", line):
        yield line[: match.start()], line[match.end() :]
    parts = line.split()
    for name in ("through", "and"):
        for n, part in enumerate(parts):
            if part in words.get(name, ()):
                yield " ".join(parts[:n]), " ".join(parts[n + 1 :])
    for n in range(1, len(parts)):
        yield " ".join(parts[:n]), " ".join(parts[n:])


def _read(text: str, words: Mapping[str, frozenset[str]]) -> _Found | None:
    line = tuple(
        lexeme._replace(kind=lexemes.NUMBER, raw="1") if lexeme.kind == "one-oclock" else lexeme
        for lexeme in lexemes.read(text, words, _CLASSES, ("beside-time", "from"))
    )
    kinds, raws = lexemes.shape(line), lexemes.numbers(line)
    if kinds in ("noon", "midnight"):
        return _Found(time(12 if kinds == "noon" else 0), open=False)
    for shape in _SHAPES:
        if match := shape.fullmatch(kinds):
            return _of(match.groupdict(), raws)
    return None


def _of(parts: Mapping[str, str | None], raws: tuple[str, ...]) -> _Found | None:
    if parts.get("hm"):
        figures = _FIGURES.fullmatch(raws[0])
        hour, minute = (
            (int(figures[1] or figures[3]), int(figures[2] or figures[4] or 0)) if figures else (99, 0)
        )
    elif not all(raw.isdecimal() and len(raw) <= 2 for raw in raws):
        return None
    else:
        hour, minute = _hour_and_minute(parts, raws)
    part = (parts.get("part") or parts.get("before") or "").strip()
    return _on_the_clock(hour, minute, part, open_=not raws[0].startswith("0"))


def _hour_and_minute(parts: Mapping[str, str | None], raws: tuple[str, ...]) -> tuple[int, int]:
    """The hour and the minutes from it on; minutes "to" an hour are taken from it."""
    if parts.get("more") or parts.get("less"):
        minutes = _MORE[parts.get("more") or ""] - _MORE[parts.get("less") or ""]
        hour = int(raws[0])
    else:
        hour, minutes = (int(raw) for raw in (reversed(raws) if parts.get("m_first") else raws))
        minutes = -minutes if parts.get("m_to") else minutes
    return hour, minutes


def _on_the_clock(hour: int, minute: int, part: str, *, open_: bool) -> _Found | None:
    """`minute` may be negative: before the hour. `part`: of the day, "" for none."""
    if not -60 < minute < 60 or not (0 <= hour < 24 or (hour == 24 and minute == 0)):
        return None
    if part:
        if hour > 12 and part not in ("am", "pm"):
            part = ""  # "20:30 in the evening"
        else:
            before, after = _HOURS[part]
            if hour not in before | after:
                return None
            hour = hour % 12 + (12 if hour in after else 0)
            open_ = False
    at = (hour * 60 + minute) % (24 * 60)
    return _Found(time(at // 60, at % 60), open=open_ and not part and 1 <= hour <= 12)
