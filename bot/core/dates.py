"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core import understand, weekdays
from bot.core.model import Facts

LONGEST_AHEAD = timedelta(days=366)  # a year, a leap one too

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?")
_NUMBER = re.compile(r"\d{1,3}")
_UNITS = {"day": 1, "week": 7}  # in the lexicon, where it has them


def typed_day(text: str, facts: Facts) -> date | None:
    """`parse_day`, and what the person's language has words for: "friday" (the next one), "3 days"."""
    if (day := parse_day(text, facts.today)) is not None:
        return day
    phrase = understand.normal(text[:100])
    lexicon = facts.library.lexicon.get(facts.person.language, {})
    for number in weekdays.EVERY_DAY:
        if phrase in lexicon.get(f"weekday-{number}", ()):
            return _plus(facts.today, (number - facts.today.weekday() - 1) % 7 + 1)
    count, _, word = phrase.partition(" ")
    for unit, days in _UNITS.items():
        if _NUMBER.fullmatch(count) and word in lexicon.get(unit, ()):
            return _ahead(_plus(facts.today, int(count) * days), facts.today)
    return None


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
