"""Plans, entries and rhythm: what applies on a day, how it goes, and when a step grows or shrinks.

Four answers are four answers: kept (or partly), missed, skipped (it did not apply), and unknown (no entry).
Skipped and unknown days change nothing here. Everything is computed from the entries, nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from bot.core.model import rests
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.plan import Decision, Enrolment, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.core.progress import due
from bot.core.progress.steps import (
    as_of,
    entries_of,
    judged,
    known,
    short_text,
    step_of,
    step_text,
    step_towards,
    target,
)

MOST_RUNNING = 3  # plans at a time
APPLIED = (CheckinAnswer.KEPT, CheckinAnswer.PARTLY, CheckinAnswer.MISSED)
WINDOW = 7  # applied days that a change of step is judged by
FADE = 0.5 ** (1 / 7)  # what a rhythm keeps of itself from one applied day to the next: half after seven
WORTH = {CheckinAnswer.KEPT: 1.0, CheckinAnswer.PARTLY: 0.5, CheckinAnswer.MISSED: 0.0}


def active_on(enrolment: Enrolment, day: date) -> bool:
    """Whether a plan ran, or will run, on that day; a pause is over by itself on its date."""
    return not rests.holds(enrolment.rests, day)


def applies(snapshot: Snapshot, enrolment: Enrolment, day: date) -> bool:
    """Whether a plan can be answered on that local day: it ran and its step is due then, or there
    is an answer already. One that the catalogue no longer has is never asked about."""
    if day < enrolment.started_on or not known(snapshot, enrolment):
        return False
    if (enrolment.id, day) in snapshot.entries:
        return True
    if not active_on(enrolment, day):
        return False
    own = enrolment.own
    return due.is_due(enrolment, day, snapshot) if own is None else day.weekday() in own.on(day).weekdays


def applying(snapshot: Snapshot, day: date) -> tuple[Enrolment, ...]:
    """The plans that apply on a local day."""
    return tuple(e for e in snapshot.enrolments if applies(snapshot, e, day))


def unanswered(snapshot: Snapshot, day: date) -> tuple[Enrolment, ...]:
    """The plans that apply on a local day and have no entry yet."""
    return tuple(e for e in applying(snapshot, day) if (e.id, day) not in snapshot.entries)


def missing(snapshot: Snapshot, day: date) -> tuple[Enrolment, ...]:
    """The plans that have no entry on a local day on which one was to be expected: on the days of a pause or
    a stop of everything nothing is."""
    return () if rests.holds(snapshot.person.rests, day) else unanswered(snapshot, day)


def rhythm(entries: Iterable[CheckinEntry]) -> float:
    """How well one plan has been kept lately, from 0 to 1: a fading mean over the days that applied.

    A day moves the score a tenth of the way towards 1 (kept), ½ (partly) or 0 (missed); what was before
    counts half after seven applied days. A miss fades the score and never zeroes it.

    >>> from datetime import timedelta
    >>> day, kept = date(2026, 11, 1), CheckinAnswer.KEPT
    >>> week = [CheckinEntry(1, day + timedelta(n), kept) for n in range(7)]
    >>> round(rhythm(week), 3)
    0.5
    >>> round(rhythm([*week, CheckinEntry(1, day + timedelta(7), CheckinAnswer.MISSED)]), 2)
    0.45
    """
    score = 0.0
    for entry in sorted(entries, key=lambda e: e.day):
        if entry.kept in WORTH:
            score = score * FADE + WORTH[entry.kept] * (1 - FADE)
    return min(score, 1.0)


def window(snapshot: Snapshot, enrolment: Enrolment, days: int = WINDOW) -> tuple[CheckinEntry, ...]:
    """The last entries that applied on the current step, oldest first, at most `days`.

    An entry of the day on which the step changed belongs to the step that it was made on.
    """
    found = (
        e
        for e in entries_of(snapshot, enrolment)
        if e.kept in APPLIED and e.day >= enrolment.step_since and e.step == enrolment.step
    )
    return tuple(found)[-days:] if days > 0 else ()


def kept_of(entries: Iterable[CheckinEntry]) -> int:
    return sum(e.kept is CheckinAnswer.KEPT for e in entries)


def can_go(snapshot: Snapshot, enrolment: Enrolment, choice: StepChoice) -> bool:
    """Whether there is a step further or easier. An own plan can always be put in other words."""
    if enrolment.own is not None or choice is StepChoice.KEEP:
        return known(snapshot, enrolment)
    return step_towards(snapshot, enrolment, choice) is not None


def easier_in_a_row(snapshot: Snapshot, enrolment: Enrolment) -> int:
    """On how many of the days with a decision, up to the last one and without a break, it was the easier
    step. Of two decisions on one day the later counts."""
    last = {d.day: d.choice for d in decisions_of(snapshot, enrolment)}
    row = takewhile(lambda day: last[day] is StepChoice.EASIER, sorted(last, reverse=True))
    return sum(1 for _ in row)


def decisions_of(snapshot: Snapshot, enrolment: Enrolment) -> list[Decision]:
    """The decisions on one plan, oldest first."""
    return sorted((d for d in snapshot.decisions if d.enrolment_id == enrolment.id), key=lambda d: d.day)


__all__ = [
    "active_on",
    "applies",
    "applying",
    "as_of",
    "can_go",
    "decisions_of",
    "easier_in_a_row",
    "entries_of",
    "judged",
    "kept_of",
    "known",
    "missing",
    "rhythm",
    "short_text",
    "step_of",
    "step_text",
    "step_towards",
    "target",
    "unanswered",
    "window",
]
