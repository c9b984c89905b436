"""Turning points that a weekly message speaks of: the end of the first week, the long way of a habit, weeks
that are all alike, and weeks so steady that the coach may go.

Each is computed from the answers, and comes about once: a window of seven days holds one weekly message.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean

from bot.core.model.checkin import CheckinEntry
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits

WEEK = 7  # days
FIRST_WEEK, HORIZON = range(4, 11), range(17, 24)  # days since the first plan began
STEADY_WEEKS, ANSWERED_WEEKS, STEADY = 8, 6, 2 / 3  # weeks; of these with an answer; share kept
ALIKE_WEEKS, FEWEST, ALIKE_SHARE, ALIKE_CONTROL = 3, 2, 0.2, 0.5  # weeks; answers in each; widest spreads
HIGH_CONTROL = 4  # felt so, nothing has to change
EVERY_WEEKS = 4  # between two messages on the same turning point


class Turning(StrEnum):
    STEADY = "steady"
    ALIKE = "alike"
    FIRST_WEEK = "first"
    HORIZON = "horizon"


def turning(snapshot: Snapshot) -> Turning | None:
    """The turning point that today's weekly message speaks of. Reads the whole window of answers."""
    begun = min((e.started_on for e in snapshot.enrolments), default=None)
    if begun is None or not snapshot.running:
        return None
    days = (snapshot.today - begun).days
    if is_steady(snapshot) and days // WEEK % EVERY_WEEKS == 0:
        return Turning.STEADY
    if any(_is_alike(e, snapshot) for e in snapshot.running):
        return Turning.ALIKE
    return Turning.FIRST_WEEK if days in FIRST_WEEK else Turning.HORIZON if days in HORIZON else None


def weeks(snapshot: Snapshot) -> int:
    """Whole weeks since the person's first plan began."""
    begun = min((e.started_on for e in snapshot.enrolments), default=snapshot.today)
    return (snapshot.today - begun).days // WEEK


def is_steady(snapshot: Snapshot) -> bool:
    """Whether steps were kept for eight weeks, answered in six of them at least and mostly kept."""
    if weeks(snapshot) < STEADY_WEEKS:
        return False
    since = snapshot.today - timedelta(days=WEEK * STEADY_WEEKS)
    told = [e for e in snapshot.history.values() if e.kept in habits.APPLIED and since <= e.day]
    answered = {(snapshot.today - e.day).days // WEEK for e in told}
    return len(answered) >= ANSWERED_WEEKS and _share(told) >= STEADY


def _is_alike(enrolment: Enrolment, snapshot: Snapshot) -> bool:
    """Whether the last three weeks on a step were much the same, neither well nor badly enough for another
    one, and it has been as long since this was last said."""
    on_it = (snapshot.today - enrolment.step_since).days // WEEK
    if not habits.active_on(enrolment, snapshot.today) or on_it % EVERY_WEEKS != ALIKE_WEEKS:
        return False
    told = habits.window(snapshot, enrolment, len(snapshot.history))
    by_week = [[e for e in told if _weeks_ago(e.day, snapshot) == n] for n in range(ALIKE_WEEKS)]
    if any(len(week) < FEWEST for week in by_week):
        return False
    shares = [_share(week) for week in by_week]
    middling = max(shares) < STEADY and max(shares) - min(shares) <= ALIKE_SHARE
    return middling and _control_is_alike(snapshot)


def _control_is_alike(snapshot: Snapshot) -> bool:
    """Whether it felt no more and no less in control from week to week, as far as that was said."""
    felt = [(day, record.control) for day, record in snapshot.days.items() if record.control is not None]
    by_week = [[n for day, n in felt if _weeks_ago(day, snapshot) == week] for week in range(ALIKE_WEEKS)]
    means = [fmean(numbers) for numbers in by_week if numbers]
    return not means or (max(means) < HIGH_CONTROL and max(means) - min(means) <= ALIKE_CONTROL)


def _weeks_ago(day: date, snapshot: Snapshot) -> int:
    return ((snapshot.today - day).days - 1) // WEEK


def _share(entries: list[CheckinEntry]) -> float:
    """The share kept, a part of a step counting half; 0 of nothing."""
    return fmean(habits.WORTH[e.kept] for e in entries) if entries else 0.0
