"""`/plans`: the person's plans, and what can be done with each: pause, finish, leave, take up again."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.conversation.flow import Answer, Flow, Turn
from bot.core.model.effects import UpdatePlan
from bot.core.model.library import Plan
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.plan import Enrolment, PlanState
from bot.core.model.snapshot import Data, Facts
from bot.core.plans import choose, if_then, look_back, views
from bot.core.plans.choose import about, suggest
from bot.core.plans.if_then import chosen, if_then_buttons
from bot.core.preferences import until
from bot.core.progress import habits
from bot.core.typed import understand

PAUSES = (3, 7, 14)  # days that can be pressed; any other date is typed


def show(argument: str, facts: Facts) -> Turn:
    """`/plans`, or straight to one: `/plans 4` (an enrolment), `/plans phone-leaves-bed` (a plan)."""
    mine = next((e for e in facts.running if argument in (str(e.id), e.slug)), views.find(argument, facts))
    if mine is not None:
        return views.card(facts, mine)
    return about(argument, facts) if argument in facts.library.plans else views.listing(facts)


def open_card(value: str, facts: Facts) -> Turn:
    enrolment = views.find(value, facts)
    return views.card(facts, enrolment) if enrolment else views.not_there(facts)


def why(value: str, facts: Facts) -> Turn:
    """Why the plan works, and where that is known from."""
    enrolment = views.find(value, facts)
    plan = facts.plan(enrolment) if enrolment else None
    if enrolment is None or plan is None:
        return views.not_there(facts)
    args: Args = {"name": plan.text("name"), "about": (plan.text("about"), *_sources(plan, enrolment, facts))}
    back = button(f"plans.open.{enrolment.id}", "plans-back-to-plan")
    return Turn((Reply("plans-why-it-works", args, (back,), edits=True),))


def _sources(plan: Plan, enrolment: Enrolment, facts: Facts) -> tuple[Text, ...]:
    """Where the plan and its current step are known to work from."""
    step = habits.step_of(facts, enrolment)
    slugs = dict.fromkeys((plan.source, step.source if step else plan.source))
    known = (source for slug in slugs if (source := facts.library.sources.get(slug)))
    return tuple(
        Text("plans-source-link" if s.url else "plans-source", {"title": s.title, "url": s.url})
        for s in known
    )


def _running(value: str, facts: Facts) -> Enrolment | None:
    enrolment = views.find(value, facts)
    return enrolment if enrolment in facts.running else None


def pause(value: str, facts: Facts) -> Turn:
    """`plans.pause.<enrolment>`."""
    return ask_until(None, {"id": int(value) if views.find(value, facts) else 0}, facts)


def ask_until(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """Until when? The plan is back by itself on that date."""
    enrolment = _running(str(data.get("id")), facts)
    if enrolment is None:
        return open_card(str(data.get("id")), facts)
    if answer is None:
        args = {"name": views.title(facts, enrolment)}
        return Turn(
            (Reply("plans-until", args, _pauses(facts), edits=True),), (), "until", data, flow="plans"
        )
    if not answer.pressed and understand.intent(answer.text, facts) in ("no", "skip"):
        return views.card(facts, enrolment)
    day, holds = until.read(answer, data, facts)
    if day is None:
        return ask_until(None, data, facts).after(Reply("plans-until-unclear"))
    return _paused(enrolment, day, facts) if holds else _is_sure(enrolment, day, data, facts)


def _is_sure(enrolment: Enrolment, day: date, data: Data, facts: Facts) -> Turn:
    args: Args = {"name": views.title(facts, enrolment), **until.in_question(day, facts)}
    back = button(f"plans.open.{enrolment.id}", "plans-back-to-plan")
    reply = Reply("plans-until-far", args, (until.confirm("plans.until", day), back))
    return Turn((reply,), (), "until", {**data, "day": day.isoformat()}, flow="plans")


def _pauses(facts: Facts) -> tuple[Button, ...]:
    ends = ((days, facts.today + timedelta(days)) for days in PAUSES)
    return tuple(button(f"plans.until.{end.isoformat()}", f"plans-pause-{days}") for days, end in ends)


def _paused(enrolment: Enrolment, day: date, facts: Facts) -> Turn:
    resume = button(f"plans.resume.{enrolment.id}", "plans-resume")
    args: Args = {"name": views.title(facts, enrolment), "day": day}
    reply = Reply("plans-now-paused", args, (resume,), edits=True)
    return Turn((reply,), (UpdatePlan(enrolment.id, {"state": PlanState.PAUSED, "paused_until": day}),))


def resume(value: str, facts: Facts) -> Turn:
    """`plans.resume.<enrolment>`: back before the pause is over."""
    enrolment = _running(value, facts)
    if enrolment is None:
        return open_card(value, facts)
    if enrolment.state is PlanState.ACTIVE:
        return views.card(facts, enrolment)
    return _back(enrolment, "plans-resumed", facts)


def earlier(value: str, facts: Facts) -> Turn:
    """`plans.earlier[.<offset>]`: the plans that were finished or left."""
    return views.earlier(facts, choose.number(value))


def again(value: str, facts: Facts) -> Turn:
    """`plans.again.<enrolment>[.<instead>]`: take up a plan that was finished or left, where it was."""
    number, _, other = value.partition(".")
    enrolment, instead = views.find(number, facts), views.find(other, facts)
    if enrolment is None or not habits.known(facts, enrolment):
        return views.not_there(facts)
    if enrolment in facts.running:
        return views.card(facts, enrolment)
    left = instead if instead in facts.running else None
    if (twin := views.twin(facts, enrolment)) and twin is not left:
        said = (Reply("mine-same-name", {"name": views.title(facts, twin)}),) if enrolment.own else ()
        return views.card(facts, twin).after(*said)
    if len([e for e in facts.running if e is not left]) >= habits.MOST_RUNNING:
        return views.full(facts)
    return _back(enrolment, "plans-taken-up", facts).doing(*if_then.leaving(left and left.id, facts))


def _back(enrolment: Enrolment, key: str, facts: Facts) -> Turn:
    args = {"name": views.title(facts, enrolment), "step": habits.step_text(facts, enrolment)}
    open_it = button(f"plans.open.{enrolment.id}", "plans-open")
    changes = {"state": PlanState.ACTIVE, "paused_until": None}
    return Turn((Reply(key, args, (open_it,), edits=True),), (UpdatePlan(enrolment.id, changes),))


def finish(value: str, facts: Facts) -> Turn:
    """`plans.finish.<enrolment>`: not needing the coach for it any more is the success."""
    return _end(value, PlanState.FINISHED, "plans-finished", facts)


def leave(value: str, facts: Facts) -> Turn:
    """`plans.leave.<enrolment>`: at once and without a question; one button takes it up again."""
    return _end(value, PlanState.LEFT, "plans-left", facts)


def _end(value: str, state: PlanState, key: str, facts: Facts) -> Turn:
    enrolment = _running(value, facts)
    if enrolment is None:
        return open_card(value, facts)
    undo = (button(f"plans.again.{enrolment.id}", "plans-again"),) if habits.known(facts, enrolment) else ()
    said = Text(key, {"name": views.title(facts, enrolment)})
    reply = Reply(said.key, said.args, undo, edits=True)
    if not (after := look_back.ended(enrolment, state, facts)).running:
        reply = look_back.at_the_end(said, undo, after)
    return Turn((reply,), (UpdatePlan(enrolment.id, {"state": state}),))


FLOW = Flow(
    "plans",
    steps={"cue": if_then.ask_cue, "action": if_then.ask_action, "until": ask_until},
    buttons={
        "list": show,
        "open": open_card,
        "why": why,
        "add": choose.catalogue,
        "see": choose.see,
        "switch": choose.switch,
        "start": if_then.start,
        "ifthen": if_then.renew,
        "pause": pause,
        "resume": resume,
        "again": again,
        "earlier": earlier,
        "finish": finish,
        "leave": leave,
        "rest": look_back.rest,
    },
    commands={"plans": show},
    restart="plans",
    passing=True,
)

__all__ = ["FLOW", "about", "chosen", "if_then_buttons", "suggest"]
