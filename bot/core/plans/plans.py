"""`/plans`: the person's plans, and what can be done with each: pause, finish, leave, take up again."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.conversation.flow import Answer, Command, Flow, StepResult, always, ask_step, reply_with
from bot.core.model.effects import UpdatePlan
from bot.core.model.library import Plan
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.plan import Enrolment, PlanState
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, split
from bot.core.plans import choose, if_then, look_back, views
from bot.core.plans.choose import about, suggest
from bot.core.plans.if_then import chosen, if_then_buttons
from bot.core.preferences import until
from bot.core.progress import habits

PAUSES = (3, 7, 14)  # days that can be pressed; any other date is typed


def show(argument: str, snapshot: Snapshot) -> StepResult:
    """`/plans`, or straight to one: `/plans 4` (an enrolment), `/plans phone-leaves-bed` (a plan)."""
    mine = next(
        (e for e in snapshot.running if argument in (str(e.id), e.slug)), views.find(argument, snapshot)
    )
    if mine is not None:
        return views.card(snapshot, mine)
    return about(argument, snapshot) if argument in snapshot.library.plans else views.listing(snapshot)


def choices(snapshot: Snapshot) -> tuple[Button, ...]:
    """The person's own running plans, then the catalogue's others."""
    running = tuple(Button(str(e.id), e.title) for e in snapshot.running)
    taken = {e.slug for e in snapshot.running}
    others = (plan for plan in snapshot.library.plans.values() if plan.slug not in taken)
    return (*running, *(Button(plan.slug, plan.text("name")) for plan in others))


def open_card(value: str, snapshot: Snapshot) -> StepResult:
    enrolment = views.find(value, snapshot)
    return views.card(snapshot, enrolment) if enrolment else views.not_there(snapshot)


def why(value: str, snapshot: Snapshot) -> StepResult:
    """Why the plan works, and where that is known from."""
    enrolment = views.find(value, snapshot)
    plan = snapshot.plan(enrolment) if enrolment else None
    if enrolment is None or plan is None:
        return views.not_there(snapshot)
    args: Args = {
        "name": plan.text("name"),
        "about": (plan.text("about"), *_sources(plan, enrolment, snapshot)),
    }
    back = button(Token("plans", "open", enrolment.id), "plans-back-to-plan")
    return reply_with(Reply("plans-why-it-works", args, (back,), edits=True))


def _sources(plan: Plan, enrolment: Enrolment, snapshot: Snapshot) -> tuple[Text, ...]:
    """Where the plan and its current step are known to work from."""
    step = habits.step_of(snapshot, enrolment)
    slugs = dict.fromkeys((plan.source, step.source if step else plan.source))
    known = (source for slug in slugs if (source := snapshot.library.sources.get(slug)))
    return tuple(
        Text("plans-source-link" if s.url else "plans-source", {"title": s.title, "url": s.url})
        for s in known
    )


def _running(value: str, snapshot: Snapshot) -> Enrolment | None:
    enrolment = views.find(value, snapshot)
    return enrolment if enrolment in snapshot.running else None


def pause(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.pause.<enrolment>`."""
    return ask_until(None, {"id": int(value) if views.find(value, snapshot) else 0}, snapshot)


def ask_until(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Until when? The plan is back by itself on that date."""
    enrolment = _running(str(data.get("id")), snapshot)
    if enrolment is None:
        return open_card(str(data.get("id")), snapshot)
    if answer is None:
        args = {"name": views.title(snapshot, enrolment)}
        reply = Reply("plans-until", args, _pauses(snapshot), edits=True, page=True)
        return ask_step("until", reply, data, flow="plans")
    if not answer.pressed and answer.leaves_out:
        return views.card(snapshot, enrolment)
    day, holds = until.read(answer, data, snapshot)
    if day is None:
        return ask_until(None, data, snapshot).after(Reply("plans-until-unclear"))
    return _paused(enrolment, day, snapshot) if holds else _is_sure(enrolment, day, data, snapshot)


def _is_sure(enrolment: Enrolment, day: date, data: Data, snapshot: Snapshot) -> StepResult:
    args: Args = {"name": views.title(snapshot, enrolment), **until.in_question(day, snapshot)}
    back = button(Token("plans", "open", enrolment.id), "plans-back-to-plan")
    reply = Reply("plans-until-far", args, (until.confirm(Token("plans", "until"), day), back))
    return ask_step("until", reply, {**data, "day": day.isoformat()}, flow="plans")


def _pauses(snapshot: Snapshot) -> tuple[Button, ...]:
    ends = ((days, snapshot.today + timedelta(days)) for days in PAUSES)
    return tuple(button(Token("plans", "until", end), f"plans-pause-{days}") for days, end in ends)


def _paused(enrolment: Enrolment, day: date, snapshot: Snapshot) -> StepResult:
    resume = button(Token("plans", "resume", enrolment.id), "plans-resume")
    args: Args = {"name": views.title(snapshot, enrolment), "day": day}
    reply = Reply("plans-now-paused", args, (resume,), edits=True)
    return reply_with(reply).doing(UpdatePlan(enrolment.id, {"state": PlanState.PAUSED, "paused_until": day}))


def resume(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.resume.<enrolment>`: back before the pause is over."""
    enrolment = _running(value, snapshot)
    if enrolment is None:
        return open_card(value, snapshot)
    if enrolment.state is PlanState.ACTIVE:
        return views.card(snapshot, enrolment)
    return _back(enrolment, "plans-resumed", snapshot)


def earlier(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.earlier[.<offset>]`: the plans that were finished or left."""
    return views.earlier(snapshot, choose.number(value))


def again(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.again.<enrolment>[.<instead>]`: take up a plan that was finished or left, where it was."""
    number, other = split(value, 2)
    enrolment, instead = views.find(number, snapshot), views.find(other, snapshot)
    if enrolment is None or not habits.known(snapshot, enrolment):
        return views.not_there(snapshot)
    if enrolment in snapshot.running:
        return views.card(snapshot, enrolment)
    left = instead if instead in snapshot.running else None
    if (twin := views.twin(snapshot, enrolment)) and twin is not left:
        said = (Reply("mine-same-name", {"name": views.title(snapshot, twin)}),) if enrolment.own else ()
        return views.card(snapshot, twin).after(*said)
    if len([e for e in snapshot.running if e is not left]) >= habits.MOST_RUNNING:
        return views.full(snapshot)
    return _back(enrolment, "plans-taken-up", snapshot).doing(*if_then.leaving(left and left.id, snapshot))


def _back(enrolment: Enrolment, key: str, snapshot: Snapshot) -> StepResult:
    args = {"name": views.title(snapshot, enrolment), "step": habits.step_text(snapshot, enrolment)}
    open_it = button(Token("plans", "open", enrolment.id), "plans-open")
    changes = {"state": PlanState.ACTIVE, "paused_until": None}
    return reply_with(Reply(key, args, (open_it,), edits=True)).doing(UpdatePlan(enrolment.id, changes))


def finish(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.finish.<enrolment>`: not needing the coach for it any more is the success."""
    return _end(value, PlanState.FINISHED, "plans-finished", snapshot)


def leave(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.leave.<enrolment>`: at once and without a question; one button takes it up again."""
    return _end(value, PlanState.LEFT, "plans-left", snapshot)


def _end(value: str, state: PlanState, key: str, snapshot: Snapshot) -> StepResult:
    enrolment = _running(value, snapshot)
    if enrolment is None:
        return open_card(value, snapshot)
    undo = (
        (button(Token("plans", "again", enrolment.id), "plans-again"),)
        if habits.known(snapshot, enrolment)
        else ()
    )
    said = Text(key, {"name": views.title(snapshot, enrolment)})
    reply = Reply(said.key, said.args, undo, edits=True)
    if not (after := look_back.ended(enrolment, state, snapshot)).running:
        reply = look_back.at_the_end(said, undo, after)
    return reply_with(reply).doing(UpdatePlan(enrolment.id, {"state": state}))


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
    commands=(Command("plans", show, argument="plan", choices=choices, topic="plans", in_words=True),),
    restart_command="plans",
    gives_way=True,
    needs=always(SnapshotNeeds(history=True, decisions=True, own_words=True)),
)

__all__ = ["FLOW", "about", "chosen", "if_then_buttons", "suggest"]
