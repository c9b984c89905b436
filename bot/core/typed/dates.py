"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes
from bot.core.typed.lexemes import Lexeme

LONGEST_AHEAD = timedelta(days=366)  # a year, a leap one too
LONG = timedelta(days=92)  # a day further ahead is asked about before anything rests until then

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?")
_MARKS = re.compile(r"(?<=\d)\s*([./-])\s*(?=\d)")
_UNITS = {"day": 1, "week": 7}
_FEASTS = tuple(f"feast-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 32))
_WEEKDAYS, _MONTHS = (tuple(f"{name}-{n}" for n in range(13)) for name in ("weekday", "month"))
_RELATIVE = ("tomorrow", "after-tomorrow", "next-week", "next-month", "next-year")
_SMALL = ("day", "week", "month", "article", "on-the", "ordinal")
_CLASSES = (*_RELATIVE, *_WEEKDAYS, *_MONTHS, *_FEASTS, *_SMALL)
_WITH_MONTH = re.compile(r"(?:# (?:ordinal )?month|month #(?: ordinal)?)(?P<year> #)?")


def typed_day(text: str, snapshot: Snapshot) -> date | None:
    """The day that somebody means: after today, at most a year ahead; None for anything else.

    Taken are "2026-12-24", "24.12.", "24/12", "24.12.2026", a length from now ("10", "3 days", "two weeks",
    "a month") or from a weekday on ("two weeks from Saturday"), "tomorrow", a weekday (the next one), a
    date in words ("Friday, 27 November", "Nov 27th", "the 27th") and the days of the year that the language
    names ("christmas"). Day and month stand in this order, unless only the other is a day of the calendar
    ("12/24"). A date without a year is the next one.
    """
    folded = _MARKS.sub(r"\1", lexemes.folded(text))
    read = lexemes.read(folded, lexemes.words_of(snapshot), _CLASSES, ("beside-date", "next"))
    line = tuple(lexeme for lexeme in read if lexeme.kind != "on-the")
    if line != read and lexemes.shape(line) == lexemes.NUMBER and line[0].raw.isdecimal():
        line = (*line, Lexeme("ordinal", ""))  # "the 27"
    day = _in_figures(line, snapshot.today) or _in_words(line, snapshot.today)
    return day if day is not None and timedelta(0) < day - snapshot.today <= LONGEST_AHEAD else None


def is_far(day: date, today: date) -> bool:
    """Whether a day is so far ahead that it may be a mistake: a date without a year that is today's, say."""
    return day - today > LONG


def _in_figures(line: tuple[Lexeme, ...], today: date) -> date | None:
    """A number of days, or a date in figures, perhaps after its weekday."""
    weekday, rest = _parted(line, _WEEKDAYS)
    if lexemes.shape(rest) != lexemes.NUMBER:
        return None
    one = rest[0]
    if one.raw.isdecimal() and len(one.raw) <= 3:
        return _plus(today, int(one.raw)) if weekday is None else _day_of_month(int(one.raw), weekday, today)
    if match := _ISO.fullmatch(one.raw):
        return _fits(_date(*map(int, match.groups())), weekday)
    match = _SHORT.fullmatch(one.raw)
    return _next(int(match[1]), int(match[2]), match[3] or "", weekday, today) if match else None


def _in_words(line: tuple[Lexeme, ...], today: date) -> date | None:
    kinds, raws = lexemes.shape(line), lexemes.numbers(line)
    if (day := _near(kinds, raws, today)) is not None:
        return day
    weekday, rest = _parted(line, _WEEKDAYS)
    if weekday is not None and (span := _near(lexemes.shape(rest), raws, today)):
        return _plus(_weekday(weekday, today), (span - today).days)  # "two weeks from Saturday"
    if not rest:
        return None if weekday is None else _weekday(weekday, today)
    month, rest = _parted(rest, _MONTHS, left="month")
    if month is None:
        of_month = lexemes.shape(rest) in ("# ordinal", "day #") and raws[0].isdecimal()
        return _day_of_month(int(raws[0]), weekday, today) if of_month else None
    match = _WITH_MONTH.fullmatch(lexemes.shape(rest))
    if match is None or not raws[0].isdecimal():
        return None
    return _next(int(raws[0]), month, raws[1] if match["year"] else "", weekday, today)


def _weekday(weekday: int, today: date) -> date:
    """The next day after today that is that day of the week (0 = Monday)."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _near(kinds: str, raws: tuple[str, ...], today: date) -> date | None:
    """A day that is named by its distance, or by its own name."""
    if kinds in ("tomorrow", "after-tomorrow"):
        return _plus(today, 1 if kinds == "tomorrow" else 2)
    if kinds == "next-week":
        return _plus(today, 7 - today.weekday())
    if kinds in ("next-month", "next-year"):
        return _date(today.year + 1, 1, 1) if kinds == "next-year" else _months(today.replace(day=1), 1)
    if kinds in _FEASTS:
        month, day = kinds.removeprefix("feast-").split("-")
        return _next(int(day), int(month), "", None, today) if day.isdecimal() else None
    count, _, unit = kinds.partition(" ")
    if count not in (lexemes.NUMBER, "article") or (raws and not (raws[0].isdecimal() and len(raws[0]) <= 3)):
        return None
    number = int(raws[0]) if raws else 1
    if unit == "month":
        return _months(today, number)
    return _plus(today, number * _UNITS[unit]) if unit in _UNITS else None


def _parted(
    line: tuple[Lexeme, ...], names: tuple[str, ...], *, left: str = ""
) -> tuple[int | None, tuple[Lexeme, ...]]:
    """The number of the one lexeme whose kind is among `names`, and the other lexemes. `left`: the kind that
    stays in its place; "" for none."""
    found = [int(lexeme.kind.rpartition("-")[2]) for lexeme in line if lexeme.kind in names]
    rest = tuple(lexeme._replace(kind=left) if lexeme.kind in names else lexeme for lexeme in line)
    return (found[0] if len(found) == 1 else None), tuple(lexeme for lexeme in rest if lexeme.kind)


def _next(day: int, month: int, year: str, weekday: int | None, today: date) -> date | None:
    """A day of the calendar. Without a year: the next one after today that falls on the weekday, if one is
    named."""
    if month > 12:
        day, month = month, day
    if year:
        written = int(year) if year.isdecimal() and len(year) in (2, 4) else 0
        return _fits(_date(written + (2000 if len(year) == 2 else 0), month, day), weekday)
    days = (_date(today.year + n, month, day) for n in (0, 1))
    found = next((d for d in days if d is not None and d > today and d - today <= LONGEST_AHEAD), None)
    return _fits(found, weekday)


def _day_of_month(day: int, weekday: int | None, today: date) -> date | None:
    """The next day of that number ("the 27th", "Friday 27")."""
    for ahead in range(13):
        first = _months(today.replace(day=1), ahead)
        found = _date(first.year, first.month, day) if first else None
        if found is not None and found > today:
            return _fits(found, weekday)
    return None


def _fits(day: date | None, weekday: int | None) -> date | None:
    return day if day is not None and weekday in (None, day.weekday()) else None


def _months(day: date, months: int) -> date | None:
    """So many months on: the same day, or the month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return next((d for n in range(4) if (d := _date(year, month + 1, day.day - n)) is not None), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _plus(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None
