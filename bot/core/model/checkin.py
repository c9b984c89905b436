"""Answers to a check-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class CheckinAnswer(StrEnum):
    """A day's answer. The fourth, *unknown*, is the absence of an entry."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    SKIPPED = "skipped"  # it did not apply that day


OBSTACLES = ("forgot", "time", "mood", "came-up")


@dataclass(frozen=True, slots=True)
class CheckinEntry:
    """The answer for one plan on one local date. `amount`: minutes or a count; `step`: the step then."""

    enrolment_id: int
    day: date
    kept: CheckinAnswer
    amount: float | None = None
    step: int = 0


@dataclass(frozen=True, slots=True)
class DayRecord:
    """The answers about a whole local date: `control` 1–5 and what got in the way (one of OBSTACLES).
    Words about the day are a `JournalEntry`."""

    day: date
    control: int | None = None
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """The last question of the check-in: a local date, and the number of the plan whose question is open (0:
    none is). `last`: what was answered just before: a plan's number, CONTROL, or None. `replied`: it is what
    the person's reply points to. `since`: the local date on which it was put, None where that is unknown.
    `line_until`: until then, words that mean nothing else are a line on the day; None for never."""

    day: date
    plan: int = 0
    last: int | str | None = None
    replied: bool = False
    since: date | None = None
    line_until: datetime | None = None


CONTROL = "control"
