"""After the last plan: a look back in facts, and a choice. Never silence that was not announced."""

from __future__ import annotations

from datetime import timedelta

from bot.core.calendar import timing
from bot.core.conversation.flow import StepResult, reply_with
from bot.core.model import rests
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import RestReason
from bot.core.model.plan import Enrolment, PlanState
from bot.core.model.snapshot import WINDOW, Snapshot
from bot.core.model.token import Token
from bot.core.nudges import schedule
from bot.core.nudges.kinds import week
from bot.core.plans import views
from bot.core.progress import habits

TOGETHER = timedelta(days=7)  # before the last plan: plans that ended then are looked back at with it


def ended(enrolment: Enrolment, state: PlanState, snapshot: Snapshot) -> Snapshot:
    """The facts as they are once that plan is finished or left today."""
    changes = rests.of_plan(enrolment, {"state": state}, snapshot.today)
    plans = (e.replace(**changes) if e.id == enrolment.id else e for e in snapshot.enrolments)
    return snapshot.replace(enrolments=tuple(plans))


def at_the_end(said: Text, undo: tuple[Button, ...], snapshot: Snapshot) -> Reply:
    """Below what is `said` of the last plan: the look back, what comes next, and the choice. `snapshot`:
    as they
    are once no plan runs. `undo`: the way back to that plan."""
    args: Args = {"lines": (said, *_lines(snapshot)), "next": _next(snapshot)}
    return Reply("plans-end", args, (*undo, *_choices(snapshot, but=len(undo))), edits=True)


def last_word(snapshot: Snapshot) -> StepResult:
    """The look back of the next weekly moment, where nothing was chosen: nothing follows on it."""
    since = week.over_since(snapshot)
    args: Args = {"lines": _lines(snapshot), "since": since or snapshot.today}
    return reply_with(Reply("plans-look-back", args, _choices(snapshot)))


def rest(_: str, snapshot: Snapshot) -> StepResult:
    """`plans.rest`: a goodbye in one line. With a plan that runs (an old button), where things stand."""
    if snapshot.running:
        return views.listing(snapshot)
    return (
        reply_with(Reply("plans-rest", edits=True))
        .doing(UpdatePerson({"rest": RestReason.STOPPED}))
        .clearing()
    )


def _choices(snapshot: Snapshot, but: int = 0) -> tuple[Button, ...]:
    """Another plan, an own one, an earlier one (`but`: plans that have a button already), or none."""
    earlier = (
        (button(Token("plans", "earlier"), "plans-earlier-again"),) if len(views.over(snapshot)) > but else ()
    )
    ways = (
        button(Token("plans", "add"), "plans-another"),
        button(Token("mine", "new"), "plans-own"),
        *earlier,
    )
    return (*ways, button(Token("plans", "rest"), "plans-just-rest"))


def _lines(snapshot: Snapshot) -> tuple[Text, ...]:
    """The plans that ended with the last one, each with what was answered."""
    since = week.over_since(snapshot)
    over = (e for e in views.over(snapshot) if since and (views.over_since(e) or since) > since - TOGETHER)
    return tuple(_line(e, snapshot) for e in list(over)[: habits.MOST_RUNNING])


def _line(enrolment: Enrolment, snapshot: Snapshot) -> Text:
    """Since when, and how often it was kept, over the days that the count speaks of."""
    first = snapshot.today - WINDOW
    answers = [
        e for e in habits.entries_of(snapshot, enrolment) if e.kept in habits.APPLIED and e.day > first
    ]
    key = "plans-look-back-lately" if enrolment.started_on <= first else "plans-look-back-all"
    count = {"kept": habits.kept_of(answers), "applied": len(answers), "window": WINDOW.days}
    return Text(key, {"name": views.title(snapshot, enrolment), "day": enrolment.started_on, **count})


def _next(snapshot: Snapshot) -> Text:
    """When the coach asks once more; that it does not, where nothing is planned."""
    planned = schedule.next_of(NudgeKind.WEEK, snapshot)
    if planned is None:
        return Text("plans-end-silent")
    return Text("plans-end-once", {"day": timing.wall(planned.chosen, snapshot.person).date()})
