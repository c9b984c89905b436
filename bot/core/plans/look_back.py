"""After the last plan: a look back in facts, and a choice. Never silence that was not announced."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.calendar import timing
from bot.core.conversation.flow import Turn
from bot.core.model import rests
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.nudge import Kind
from bot.core.model.person import Rest
from bot.core.model.plan import Enrolment, PlanState
from bot.core.model.snapshot import WINDOW, Facts
from bot.core.nudges import schedule
from bot.core.plans import views
from bot.core.progress import habits

TOGETHER = timedelta(days=7)  # before the last plan: plans that ended then are looked back at with it


def ended(enrolment: Enrolment, state: PlanState, facts: Facts) -> Facts:
    """The facts as they are once that plan is finished or left today."""
    changes = rests.of_plan(enrolment, {"state": state}, facts.today)
    plans = (replace(e, **changes) if e.id == enrolment.id else e for e in facts.enrolments)
    return replace(facts, enrolments=tuple(plans))


def at_the_end(said: Text, undo: tuple[Button, ...], facts: Facts) -> Reply:
    """Below what is `said` of the last plan: the look back, what comes next, and the choice. `facts`: as they
    are once no plan runs. `undo`: the way back to that plan."""
    args: Args = {"lines": (said, *_lines(facts)), "next": _next(facts)}
    return Reply("plans-end", args, (*undo, *_choices(facts, but=len(undo))), edits=True)


def last_word(facts: Facts) -> Turn:
    """The look back of the next weekly moment, where nothing was chosen: nothing follows on it."""
    since = schedule.over_since(facts)
    args: Args = {"lines": _lines(facts), "since": since or facts.today}
    return Turn((Reply("plans-look-back", args, _choices(facts)),))


def rest(_: str, facts: Facts) -> Turn:
    """`plans.rest`: a goodbye in one line. With a plan that runs (an old button), where things stand."""
    if facts.running:
        return views.listing(facts)
    return Turn((Reply("plans-rest", edits=True),), (UpdatePerson({"rest": Rest.STOPPED}),), clears=True)


def _choices(facts: Facts, but: int = 0) -> tuple[Button, ...]:
    """Another plan, an own one, an earlier one (`but`: plans that have a button already), or none."""
    earlier = (button("plans.earlier", "plans-earlier-again"),) if len(views.over(facts)) > but else ()
    ways = (button("plans.add", "plans-another"), button("mine.new", "plans-own"), *earlier)
    return (*ways, button("plans.rest", "plans-just-rest"))


def _lines(facts: Facts) -> tuple[Text, ...]:
    """The plans that ended with the last one, each with what was answered."""
    since = schedule.over_since(facts)
    over = (e for e in views.over(facts) if since and (views.over_since(e) or since) > since - TOGETHER)
    return tuple(_line(e, facts) for e in list(over)[: habits.MOST_RUNNING])


def _line(enrolment: Enrolment, facts: Facts) -> Text:
    """Since when, and how often it was kept, over the days that the count speaks of."""
    first = facts.today - WINDOW
    answers = [e for e in habits.entries_of(facts, enrolment) if e.kept in habits.APPLIED and e.day > first]
    key = "plans-look-back-lately" if enrolment.started_on <= first else "plans-look-back-all"
    count = {"kept": habits.kept_of(answers), "applied": len(answers), "window": WINDOW.days}
    return Text(key, {"name": views.title(facts, enrolment), "day": enrolment.started_on, **count})


def _next(facts: Facts) -> Text:
    """When the coach asks once more; that it does not, where nothing is planned."""
    due = next((due for due in schedule.upcoming(facts) if due.kind is Kind.WEEK), None)
    if due is None:
        return Text("plans-end-silent")
    return Text("plans-end-once", {"day": timing.wall(due.chosen, facts.person).date()})
