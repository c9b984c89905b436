"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

LONGEST_AHEAD = timedelta(days=366)  # a year, a leap one too

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?")
_NUMBER = re.compile(r"\d{1,3}")


def parse_day(text: str, today: date) -> date | None:
    """The day that somebody means: after `today` and at most a year ahead; None for anything else.

    Taken are "2026-12-24", "24.12.", "24/12", "24.12.2026" and a number of days from now ("10"). Day and
    month stand in this order, unless only the other one is a day of the calendar ("12/24").
    """
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return _ahead(_plus(today, int(text)), today)
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
        return _ahead(_date(year, month, day), today)
    if match := _SHORT.fullmatch(text):
        return _short(int(match[1]), int(match[2]), match[3], today)
    return None


def _short(day: int, month: int, year: str | None, today: date) -> date | None:
    if month > 12:
        day, month = month, day
    if year is not None:
        return _ahead(_date(int(year) + (2000 if len(year) == 2 else 0), month, day), today)
    years = (_ahead(_date(today.year + n, month, day), today) for n in (0, 1))
    return next((found for found in years if found is not None), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plus(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _ahead(day: date | None, today: date) -> date | None:
    return day if day is not None and timedelta(0) < day - today <= LONGEST_AHEAD else None
