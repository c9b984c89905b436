"""On which days a step is asked about, by its kind: daily, once, when its moment comes, weekly, some times.

A step that is asked about too often makes a form of a coach; one that is asked about too seldom is forgotten.
All is computed from the entries.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import assert_never

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.library import About, Step, StepKind
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.progress.steps import step_at

WEEK = timedelta(days=7)
SOON = timedelta(days=2)  # from an answer to the next question about a step that is done once
MIDWEEK = timedelta(days=3)  # from its start, or a miss, to the question about a weekly step


def is_due(enrolment: Enrolment, day: date, snapshot: Snapshot) -> bool:
    """Whether a day without an answer is one on which the plan's step is asked about. `enrolment`: as it is
    today. An own plan, and one that the catalogue no longer has, is due on every day."""
    plan = snapshot.plan(enrolment)
    if enrolment.own is not None or plan is None or all(_is_plain(step) for step in plan.steps):
        return True
    before = [e for (number, at), e in snapshot.entries.items() if number == enrolment.id and at < day]
    last = max(before, key=lambda e: e.day, default=None)
    if day < enrolment.step_since:  # the step of then is that of the answer before it
        return last is None or _is_plain(step_at(plan, last.step))
    step = step_at(plan, enrolment.step)
    of_step = [e for e in before if e.step == enrolment.step and e.day >= enrolment.step_since]
    return _asks_of(step, day, enrolment.step_since) and _by_kind(step, day, enrolment.step_since, of_step)


def _is_plain(step: Step) -> bool:
    """Whether a step is asked about on every day."""
    return step.kind is StepKind.DAILY and step.about is About.DAY


def _asks_of(step: Step, day: date, since: date) -> bool:
    """Whether the time that the answer speaks of lies within the step: its first night is over on the day
    after it was taken."""
    return step.about is About.DAY or day > since


def _by_kind(step: Step, day: date, since: date, before: list[CheckinEntry]) -> bool:
    """Whether that kind of step is due, after the answers on it that lie `before` the day."""
    last = max(before, key=lambda e: e.day, default=None)
    waited = day - (last.day if last else since)
    match step.kind:
        case StepKind.DAILY:
            return True
        case StepKind.ONCE:
            return last is None or waited >= (WEEK if last.kept is CheckinAnswer.KEPT else SOON)
        case StepKind.EVENT:
            return last is None or last.kept is not CheckinAnswer.SKIPPED or waited >= SOON
        case StepKind.WEEKLY:
            return waited >= (WEEK if last and last.kept is CheckinAnswer.KEPT else MIDWEEK)
        case StepKind.TIMES:
            return times_kept(before, day) < step.times
        case _:
            assert_never(step.kind)


def times_kept(entries: list[CheckinEntry], day: date) -> int:
    """On how many of the six days before a day a step was kept."""
    return sum(day - WEEK < e.day < day and e.kept is CheckinAnswer.KEPT for e in entries)
