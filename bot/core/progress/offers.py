"""When another step is offered: a bigger one, or an easier one. The person alone decides.

The rule by the kind of step:

- daily, and when it happens: a bigger one when it was kept on five of the last seven days that applied (five
  are enough); an easier one after three misses in a row, or when it was kept on two or fewer of seven;
- done once: the next one as soon as it is done; an easier one after three misses in a row;
- weekly: a bigger one when it was kept twice of the last three times; an easier one likewise;
- some times a week: a bigger one after a week with that many; an easier one after two weeks with half of it.

An offer rests for seven days after an offer or a change; a step that is done once waits for nothing. To keep
all as it is, on Sundays for one, changes nothing and ends no offers. At the end of the ladder, to finish is
offered every four weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.library import StepKind
from bot.core.model.plan import Enrolment, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits
from bot.core.progress.steps import known, step_of

OFTEN, RARELY = 5, 2  # kept on so many of seven days: time to grow; on so few or fewer: time to shrink
MISSES = 3  # in a row: time to shrink, at once
WEEKS_KEPT, WEEKS = 2, 3  # of a weekly step: kept so often of so many times
BETWEEN = timedelta(days=7)
FORTNIGHT = timedelta(days=14)
AT_THE_END = timedelta(days=28)  # between two offers to finish a plan whose last step was kept


@dataclass(frozen=True, slots=True)
class StepOffer:
    """A change of step to offer, and the entries that speak for it."""

    choice: StepChoice
    because: tuple[CheckinEntry, ...]


def kind_of(snapshot: Snapshot, enrolment: Enrolment) -> StepKind:
    """The kind of the step that a plan is on; DAILY for an own plan, which has its weekdays instead."""
    step = step_of(snapshot, enrolment)
    return step.kind if step else StepKind.DAILY


def offer(snapshot: Snapshot, enrolment: Enrolment) -> StepOffer | None:
    """The change of step to offer today. Whether there is such a step is `habits.can_go`'s to say."""
    found = _fitting(snapshot, enrolment) if _may_be_offered(snapshot, enrolment) else None
    if found is None or found.choice is StepChoice.EASIER or habits.can_go(snapshot, enrolment, found.choice):
        return found
    return None if _within(AT_THE_END, enrolment.offered_on, snapshot) else found


def _fitting(snapshot: Snapshot, enrolment: Enrolment) -> StepOffer | None:
    """The change of step that the answers speak for."""
    kind, last = kind_of(snapshot, enrolment), habits.window(snapshot, enrolment)
    if kind is StepKind.TIMES:
        return _of_times(snapshot, enrolment)
    if _all_missed(last[-MISSES:]):
        return StepOffer(StepChoice.EASIER, last[-MISSES:])
    if kind is StepKind.ONCE:
        done = last and last[-1].kept is CheckinAnswer.KEPT
        return StepOffer(StepChoice.FURTHER, last[-1:]) if done else None
    if kind is StepKind.WEEKLY:
        some = last[-WEEKS:]
        return StepOffer(StepChoice.FURTHER, some) if habits.kept_of(some) >= WEEKS_KEPT else None
    if habits.kept_of(last) >= OFTEN:
        return StepOffer(StepChoice.FURTHER, last)
    rarely = len(last) == habits.WINDOW and habits.kept_of(last) <= RARELY
    return StepOffer(StepChoice.EASIER, last) if rarely else None


def _all_missed(entries: tuple[CheckinEntry, ...]) -> bool:
    return len(entries) == MISSES and all(e.kept is CheckinAnswer.MISSED for e in entries)


def _of_times(snapshot: Snapshot, enrolment: Enrolment) -> StepOffer | None:
    """The change for a step that is done some times a week, by what was kept in whole weeks."""
    step, today = step_of(snapshot, enrolment), snapshot.today
    told = habits.window(snapshot, enrolment, FORTNIGHT.days)
    week = tuple(e for e in told if e.day > today - BETWEEN)
    if step and habits.kept_of(week) >= step.times:
        return StepOffer(StepChoice.FURTHER, week)
    fortnight = tuple(e for e in told if e.day > today - FORTNIGHT)
    over = today - enrolment.step_since >= FORTNIGHT
    seldom = step and over and habits.kept_of(fortnight) <= step.times
    return StepOffer(StepChoice.EASIER, fortnight) if seldom and fortnight else None


def _may_be_offered(snapshot: Snapshot, enrolment: Enrolment) -> bool:
    runs = known(snapshot, enrolment) and habits.active_on(enrolment, snapshot.today)
    return runs and not any(_within(BETWEEN, day, snapshot) for day in _asked(snapshot, enrolment))


def _within(time: timedelta, day: date | None, snapshot: Snapshot) -> bool:
    """Whether a day lies no longer back than that."""
    return day is not None and timedelta(0) <= snapshot.today - day < time


def _asked(snapshot: Snapshot, enrolment: Enrolment) -> list[date]:
    """The days from which on an offer rests. Of a step that is done once, only an offer of its own counts."""
    offered = [enrolment.offered_on] if enrolment.offered_on else []
    if kind_of(snapshot, enrolment) is StepKind.ONCE:
        return [day for day in offered if day > enrolment.step_since]
    decisions = habits.decisions_of(snapshot, enrolment)
    return offered + [d.day for d in decisions if d.choice is not StepChoice.KEEP]
