"""The two questions of an if–then plan: when, and what then. They begin a plan, or renew a running one's.

The data of both steps: `slug` (the plan to begin) and `instead` (the number of the plan that it replaces, 0
for none), or `id` (the running plan whose words are renewed); then `cue` as [words, own].
"""

from __future__ import annotations

from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.model.effects import Effect, StartPlan, UpdatePlan
from bot.core.model.library import Plan
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.plan import Enrolment, Phrase, PlanState
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, split
from bot.core.plans import halves, views
from bot.core.progress import habits
from bot.core.progress.steps import step_words


def if_then_buttons(plan: Plan, part: str, step: Token) -> tuple[Button, ...]:
    """The catalogue's choices for one half ("cue" or "action"); tokens `<step>.<n>`, n from 1."""
    return tuple(
        Button(step.with_values(n), plan.text(f"{part}-{n}")) for n in range(1, _most(plan, part) + 1)
    )


def chosen(plan: Plan, part: str, answer: Answer, snapshot: Snapshot) -> Phrase | None:
    """The half that was pressed (its number) or typed; None for what is neither a choice nor a short line."""
    if answer.text in map(str, range(1, _most(plan, part) + 1)):
        return Phrase(plan.text(f"{part}-{answer.text}").key, own=False)
    return None if answer.pressed else halves.read(part, answer.text, snapshot).phrase(part)


def _most(plan: Plan, part: str) -> int:
    return plan.cues if part == "cue" else plan.actions


def start(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.start.<slug>[.<instead>]`."""
    slug, number = split(value, 2)
    left = views.find(number, snapshot)
    return ask_cue(None, {"slug": slug, "instead": left.id if left else 0}, snapshot)


def renew(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.ifthen.<enrolment>`: other words for a running plan's moment and action."""
    enrolment = views.find(value, snapshot)
    return ask_cue(None, {"id": enrolment.id if enrolment else 0}, snapshot)


def ask_cue(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """When will it be? Of an own plan this is all: its action stands already."""
    if refused := _refused(data, snapshot):
        return refused
    plan, enrolment = _plan(data, snapshot), _running(data, snapshot)
    if answer is None:
        return _ask("cue", _about(plan, enrolment, snapshot), _cues(plan), data)
    if _without(answer, snapshot):
        return _done(data, None, None, snapshot)
    phrase = chosen(plan, "cue", answer, snapshot) if plan else own_cue(answer, snapshot)
    data = with_action(answer, data, snapshot)
    if phrase is None:
        return ask_cue(None, data, snapshot).after(unclear(answer, data))
    if plan is None or "action" in data:
        return _done(data, phrase, action_told(data), snapshot)
    return ask_action(None, {**data, "cue": [phrase.words, phrase.own]}, snapshot)


def ask_action(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The action after the cue."""
    if refused := _refused(data, snapshot):
        return refused
    plan, cue = _plan(data, snapshot), data.get("cue")
    if plan is None or not cue:
        return ask_cue(None, data, snapshot)
    if answer is None:
        buttons = if_then_buttons(plan, "action", Token("plans", "action"))
        apart = "" if halves.fits("cue", Phrase(*cue), snapshot) else "-apart"
        return _ask("action", {"cue": Phrase(*cue).text}, buttons, data, key=f"plans-action{apart}")
    if _without(answer, snapshot):
        return _done(data, None, None, snapshot)
    phrase = chosen(plan, "action", answer, snapshot)
    if phrase is None:
        return ask_action(None, data, snapshot).after(unclear(answer))
    return _done(data, Phrase(*cue), phrase, snapshot)


def _running(data: Data, snapshot: Snapshot) -> Enrolment | None:
    return next((e for e in snapshot.running if e.id == data.get("id")), None)


def _plan(data: Data, snapshot: Snapshot) -> Plan | None:
    enrolment = _running(data, snapshot)
    return snapshot.plan(enrolment) if enrolment else snapshot.library.plans.get(str(data.get("slug")))


def _refused(data: Data, snapshot: Snapshot) -> StepResult | None:
    """Where things stand, when there is nothing to ask: the plan is gone, runs already, or is too many."""
    enrolment, plan = _running(data, snapshot), _plan(data, snapshot)
    if "id" in data:
        return None if plan or (enrolment and enrolment.own) else views.not_there(snapshot)
    if plan is None:
        return views.not_there(snapshot)
    if already := next((e for e in snapshot.running if e.slug == plan.slug), None):
        return views.card(snapshot, already)
    left = len([e for e in snapshot.running if e.id != data.get("instead")])
    return views.full(snapshot) if left >= habits.MOST_RUNNING else None


def _about(plan: Plan | None, enrolment: Enrolment | None, snapshot: Snapshot) -> Args:
    """The plan's name, and the step that the moment is for."""
    if enrolment is not None:
        return {"name": views.title(snapshot, enrolment), "step": habits.step_text(snapshot, enrolment)}
    return {"name": plan.text("name"), "step": step_words(plan.slug, plan.steps[plan.start])} if plan else {}


def _cues(plan: Plan | None) -> tuple[Button, ...]:
    if plan is not None:
        return if_then_buttons(plan, "cue", Token("plans", "cue"))
    return tuple(button(Token("plans", "cue", n), key) for n, key in enumerate(views.OWN_CUES, 1))


def own_cue(answer: Answer, snapshot: Snapshot) -> Phrase | None:
    """The moment of an own plan that was pressed (its number) or typed; None for anything else."""
    choices = dict(enumerate(views.OWN_CUES, 1))
    if answer.text in map(str, choices):
        return Phrase(choices[int(answer.text)], own=False)
    return None if answer.pressed else halves.read("cue", answer.text, snapshot).phrase("cue")


def with_action(answer: Answer, data: Data, snapshot: Snapshot) -> Data:
    """The data with the action too, where words typed for the moment tell it: "I will call my sister"."""
    action = "" if answer.pressed else halves.read("cue", answer.text, snapshot).action
    return {**data, "action": action} if action else data


def action_told(data: Data) -> Phrase | None:
    """The action that was typed before the question for it; None for none."""
    return Phrase(str(data["action"]), own=True) if data.get("action") else None


def _ask(step: str, args: Args, buttons: tuple[Button, ...], data: Data, key: str = "") -> StepResult:
    skip = button(Token("plans", step, "skip"), "plans-keep-if-then" if "id" in data else "plans-no-if-then")
    reply = Reply(key or f"plans-{step}", args, (*buttons, skip), edits=True, page=True)
    return ask_step(step, reply, data, flow="plans")


def _without(answer: Answer, snapshot: Snapshot) -> bool:
    if answer.pressed:
        return answer.text == "skip"
    return answer.leaves_out


def unclear(answer: Answer, data: Data | None = None, most: int = halves.LONGEST) -> Reply:
    """The reply to a half that cannot be taken. `data`: with the action, where the words say that instead.
    `most`: the characters that it may have."""
    if answer.pressed:
        return Reply("plans-press")
    if data and (action := action_told(data)):
        return Reply("plans-action-told", {"action": action.text})
    return Reply("plans-too-long", {"most": most}) if len(answer.text) > most else Reply("plans-no-half")


def _done(data: Data, cue: Phrase | None, action: Phrase | None, snapshot: Snapshot) -> StepResult:
    plan, enrolment = _plan(data, snapshot), _running(data, snapshot)
    if enrolment is not None:
        return _renewed(enrolment, cue, action, snapshot)
    return _started(plan, data, cue, action, snapshot) if plan else views.not_there(snapshot)


def _renewed(
    enrolment: Enrolment, cue: Phrase | None, action: Phrase | None, snapshot: Snapshot
) -> StepResult:
    if cue is None:
        return views.card(snapshot, enrolment)
    then = action or Phrase(enrolment.own.action if enrolment.own else "", own=True)
    words = halves.sentence(cue, then, snapshot)
    open_it = button(Token("plans", "open", enrolment.id), "plans-open")
    reply = Reply("plans-renewed", {"plan": words}, (open_it,), edits=True)
    return reply_with(reply).doing(UpdatePlan(enrolment.id, {"cue": cue, "action": action}))


def _started(
    plan: Plan, data: Data, cue: Phrase | None, action: Phrase | None, snapshot: Snapshot
) -> StepResult:
    lines = [Text("plans-card-step", {"step": step_words(plan.slug, plan.steps[plan.start])})]
    if cue and action:
        lines.append(halves.sentence(cue, action, snapshot))
    begin = StartPlan(plan.slug, plan.version, plan.start, snapshot.today, cue, action)
    done = (*leaving(data.get("instead"), snapshot), begin)
    args: Args = {"name": plan.text("name"), "lines": tuple(lines)}
    return reply_with(
        Reply("plans-started", args, (button(Token("plans", "list"), "plans-mine"),), edits=True)
    ).doing(*done)


def leaving(number: object, snapshot: Snapshot) -> tuple[Effect, ...]:
    """The command that leaves the plan which another one replaces; nothing where none runs by that number."""
    found = next((e for e in snapshot.running if e.id == number), None)
    return (UpdatePlan(found.id, {"state": PlanState.LEFT}),) if found else ()
