"""The two questions of an if–then plan: when, and what then. They begin a plan, or renew a running one's.

The data of both steps: `slug` (the plan to begin) and `instead` (the number of the plan that it replaces, 0
for none), or `id` (the running plan whose words are renewed); then `cue` as [words, own].
"""

from __future__ import annotations

from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.model.effects import Effect, StartPlan, UpdatePlan
from bot.core.model.library import Plan
from bot.core.model.messages import Args, Button, Reply, Text, button, own
from bot.core.model.plan import Enrolment, Phrase, PlanState
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, split
from bot.core.plans import views
from bot.core.progress import habits
from bot.core.progress.steps import step_words
from bot.core.typed import understand

LONGEST = 200  # characters of a cue or an action
NO_MOMENT = ("yes", "done", "thanks")  # said to the coach rather than in answer to "when?"


def if_then_buttons(plan: Plan, part: str, step: Token) -> tuple[Button, ...]:
    """The catalogue's choices for one half ("cue" or "action"); tokens `<step>.<n>`, n from 1."""
    return tuple(
        Button(step.with_values(n), plan.text(f"{part}-{n}")) for n in range(1, _most(plan, part) + 1)
    )


def chosen(plan: Plan, part: str, answer: Answer, snapshot: Snapshot) -> Phrase | None:
    """The half that was pressed (its number) or typed; None for what is neither a choice nor a short line."""
    if answer.text in map(str, range(1, _most(plan, part) + 1)):
        return Phrase(plan.text(f"{part}-{answer.text}").key, own=False)
    return None if answer.pressed else own_half(part, answer.text, snapshot)


def own_half(part: str, text: str, snapshot: Snapshot) -> Phrase | None:
    """Own words as half of an if–then plan, on one line; None for none and for too many.

    "When I get home." is kept as "I get home", since the "When" is said around it.
    """
    if understand.intent(text, snapshot) in NO_MOMENT:
        return None
    words = text.split()
    lexicon = snapshot.library.lexicon.get(snapshot.person.language, {})
    openings = lexicon.get("when" if part == "cue" else "i-will", frozenset())
    for length in (3, 2, 1):
        if len(words) > length and understand.normal(" ".join(words[:length])) in openings:
            words = words[length:]
    line = " ".join(words).rstrip(" .,;…")
    return Phrase(line, own=True) if 0 < len(line) <= LONGEST else None


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
    if phrase is None:
        return ask_cue(None, data, snapshot).after(unclear(answer))
    if plan is None:
        return _done(data, phrase, None, snapshot)
    return ask_action(None, {**data, "cue": [phrase.words, phrase.own]}, snapshot)


def ask_action(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The action after the cue."""
    if refused := _refused(data, snapshot):
        return refused
    plan, cue = _plan(data, snapshot), data.get("cue")
    if plan is None or not cue:
        return ask_cue(None, data, snapshot)
    if answer is None:
        return _ask(
            "action",
            {"cue": Phrase(*cue).text},
            if_then_buttons(plan, "action", Token("plans", "action")),
            data,
        )
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
    return None if answer.pressed else own_half("cue", answer.text, snapshot)


def _ask(step: str, args: Args, buttons: tuple[Button, ...], data: Data) -> StepResult:
    skip = button(Token("plans", step, "skip"), "plans-keep-if-then" if "id" in data else "plans-no-if-then")
    reply = Reply(f"plans-{step}", args, (*buttons, skip), edits=True, page=True)
    return ask_step(step, reply, data, flow="plans")


def _without(answer: Answer, snapshot: Snapshot) -> bool:
    if answer.pressed:
        return answer.text == "skip"
    return answer.leaves_out


def unclear(answer: Answer) -> Reply:
    """The reply to a half that cannot be taken."""
    return Reply("plans-press") if answer.pressed else Reply("plans-too-long", {"most": LONGEST})


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
    then = action.text if action else own(enrolment.own.action if enrolment.own else "")
    words = Text("if-then", {"cue": cue.text, "action": then})
    open_it = button(Token("plans", "open", enrolment.id), "plans-open")
    reply = Reply("plans-renewed", {"plan": words}, (open_it,), edits=True)
    return reply_with(reply).doing(UpdatePlan(enrolment.id, {"cue": cue, "action": action}))


def _started(
    plan: Plan, data: Data, cue: Phrase | None, action: Phrase | None, snapshot: Snapshot
) -> StepResult:
    lines = [Text("plans-card-step", {"step": step_words(plan.slug, plan.steps[plan.start])})]
    if cue and action:
        lines.append(Text("if-then", {"cue": cue.text, "action": action.text}))
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
