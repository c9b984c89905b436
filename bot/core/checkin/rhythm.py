"""The rule on which evenings a check-in asks how in control the day felt: two a week."""

from __future__ import annotations

from datetime import date

from bot.core.model.checkin import DayRecord
from bot.core.model.snapshot import Snapshot

WEEK = 7  # days that are looked at, the one that is asked about among them
CONTROLS = 2  # of them ask how in control it felt, at most
REST = 2  # days at least between two of them


def asks_control(day: date, snapshot: Snapshot) -> bool:
    """Whether the day's check-in asks how in control it felt: never with a person's first answers, on two
    days of seven at most, and not on days close to each other."""
    if not any(answered < day for _, answered in snapshot.entries):
        return False
    since = [(day - d).days for d, record in snapshot.days.items() if d < day and _was_asked(record)]
    return sum(ago < WEEK for ago in since) < CONTROLS and min(since, default=WEEK) > REST


def wants_control(day: date, snapshot: Snapshot) -> bool:
    """Whether that question of the day is due, and neither answered nor skipped."""
    return day not in snapshot.days and asks_control(day, snapshot)


def _was_asked(record: DayRecord) -> bool:
    """Whether the question was put on that day; a record of an obstacle alone says nothing of it."""
    return record.control is not None or not record.obstacle
