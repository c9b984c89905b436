"""How a check-in asks about a step, and what its answers are called: by the kind of the step.

Each time it is another wording, so that a question comes again after about three weeks at the earliest.
"""

from __future__ import annotations

from datetime import date

from bot.core.model.checkin import CheckinAnswer
from bot.core.model.library import About, StepKind
from bot.core.model.messages import Text
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits

APART = 13  # wordings between those of two plans of one day
DAY, NIGHT, ONCE, STILL, EVENT, WEEK = "day", "night", "once", "still", "event", "week"  # manners of asking
WORDINGS = {DAY: 60, NIGHT: 24, ONCE: 23, STILL: 6, EVENT: 24, WEEK: 12}
TURN = {STILL: 7, WEEK: 3}  # days of one wording, where the question does not come daily
BY_KIND = {StepKind.ONCE: ONCE, StepKind.EVENT: EVENT, StepKind.WEEKLY: WEEK}
OWN_LABELS = {
    NIGHT: (CheckinAnswer.MISSED,),
    ONCE: (CheckinAnswer.KEPT, CheckinAnswer.PARTLY, CheckinAnswer.MISSED),
    STILL: (CheckinAnswer.KEPT, CheckinAnswer.MISSED),
    EVENT: (CheckinAnswer.MISSED, CheckinAnswer.SKIPPED),
    WEEK: (CheckinAnswer.MISSED,),
}  # the answers that are called otherwise than of a daily step


def manner(then: Enrolment, day: date, snapshot: Snapshot) -> str:
    """How a plan is asked about on a day. `then`: the plan as it was on that day."""
    step = habits.step_of(snapshot, then)
    if step is None:
        return DAY
    if step.kind is StepKind.ONCE and _was_done(then, day, snapshot):
        return STILL
    return NIGHT if step.about is About.NIGHT else BY_KIND.get(step.kind, DAY)


def _was_done(then: Enrolment, day: date, snapshot: Snapshot) -> bool:
    """Whether the last answer on the step, before that day, was that it is done."""
    before = [
        e
        for (number, at), e in snapshot.entries.items()
        if number == then.id and then.step_since <= at < day and e.step == then.step
    ]
    return bool(before) and max(before, key=lambda e: e.day).kept is CheckinAnswer.KEPT


def ask(then: Enrolment, day: date, snapshot: Snapshot) -> Text:
    """The question about a plan on a day."""
    how = manner(then, day, snapshot)
    number = (day.toordinal() // TURN.get(how, 1) + then.id * APART) % WORDINGS[how] + 1
    return Text(f"checkin-ask-{number}" if how == DAY else f"checkin-ask-{how}-{number}")


def asked_line(then: Enrolment, day: date, snapshot: Snapshot) -> Text:
    """The plan and its step, above the question; a step of the night names the night."""
    args = {"name": then.title, "step": habits.short_text(snapshot, then)}
    if manner(then, day, snapshot) != NIGHT:
        return Text("checkin-line-asked", args)
    return Text(
        "checkin-line-asked-night" if day == snapshot.today else "checkin-line-asked-night-then", args
    )


def label(kept: CheckinAnswer, then: Enrolment, day: date, snapshot: Snapshot) -> Text:
    """An answer as a button says it: "not today" is for today only."""
    how = manner(then, day, snapshot)
    past = "-then" if kept is CheckinAnswer.MISSED and day != snapshot.today and how in (DAY, NIGHT) else ""
    if kept in OWN_LABELS.get(how, ()):
        return Text(f"checkin-{kept}-{how}{past}")
    return Text(f"checkin-{kept}{past}")
