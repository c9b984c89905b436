"""The two questions of an if–then plan: when, and what then. They begin a plan, or renew a running one's.

The data of both steps: `slug` (the plan to begin) and `instead` (the number of the plan that it replaces, 0
for none), or `id` (the running plan whose words are renewed); then `cue` as [words, own].
"""

from __future__ import annotations

from bot.core.conversation.flow import Answer, Turn
from bot.core.model.effects import Command, StartPlan, UpdatePlan
from bot.core.model.library import Plan
from bot.core.model.messages import Args, Button, Reply, Text, button, own
from bot.core.model.plan import Enrolment, Phrase, PlanState
from bot.core.model.snapshot import Data, Facts
from bot.core.plans import views
from bot.core.progress import habits
from bot.core.progress.steps import step_words
from bot.core.typed import understand

LONGEST = 200  # characters of a cue or an action
NO_MOMENT = ("yes", "done", "thanks")  # said to the coach rather than in answer to "when?"


def if_then_buttons(plan: Plan, part: str, prefix: str) -> tuple[Button, ...]:
    """The catalogue's choices for one half ("cue" or "action"); tokens `<prefix>.<n>`, n from 1."""
    return tuple(Button(f"{prefix}.{n}", plan.text(f"{part}-{n}")) for n in range(1, _most(plan, part) + 1))


def chosen(plan: Plan, part: str, answer: Answer, facts: Facts) -> Phrase | None:
    """The half that was pressed (its number) or typed; None for what is neither a choice nor a short line."""
    if answer.text in map(str, range(1, _most(plan, part) + 1)):
        return Phrase(plan.text(f"{part}-{answer.text}").key, own=False)
    return None if answer.pressed else own_half(part, answer.text, facts)


def own_half(part: str, text: str, facts: Facts) -> Phrase | None:
    """Own words as half of an if–then plan, on one line; None for none and for too many.

    "When I get home." is kept as "I get home", since the "When" is said around it.
    """
    if understand.intent(text, facts) in NO_MOMENT:
        return None
    words = text.split()
    lexicon = facts.library.lexicon.get(facts.person.language, {})
    openings = lexicon.get("when" if part == "cue" else "i-will", frozenset())
    for length in (3, 2, 1):
        if len(words) > length and understand.normal(" ".join(words[:length])) in openings:
            words = words[length:]
    line = " ".join(words).rstrip(" .,;…")
    return Phrase(line, own=True) if 0 < len(line) <= LONGEST else None


def _most(plan: Plan, part: str) -> int:
    return plan.cues if part == "cue" else plan.actions


def start(value: str, facts: Facts) -> Turn:
    """`plans.start.<slug>[.<instead>]`."""
    slug, _, number = value.partition(".")
    left = views.find(number, facts)
    return ask_cue(None, {"slug": slug, "instead": left.id if left else 0}, facts)


def renew(value: str, facts: Facts) -> Turn:
    """`plans.ifthen.<enrolment>`: other words for a running plan's moment and action."""
    enrolment = views.find(value, facts)
    return ask_cue(None, {"id": enrolment.id if enrolment else 0}, facts)


def ask_cue(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """When will it be? Of an own plan this is all: its action stands already."""
    if refused := _refused(data, facts):
        return refused
    plan, enrolment = _plan(data, facts), _running(data, facts)
    if answer is None:
        return _ask("cue", _about(plan, enrolment, facts), _cues(plan), data)
    if _without(answer, facts):
        return _done(data, None, None, facts)
    phrase = chosen(plan, "cue", answer, facts) if plan else _own_cue(answer, facts)
    if phrase is None:
        return ask_cue(None, data, facts).after(unclear(answer))
    if plan is None:
        return _done(data, phrase, None, facts)
    return ask_action(None, {**data, "cue": [phrase.words, phrase.own]}, facts)


def ask_action(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """What then?"""
    if refused := _refused(data, facts):
        return refused
    plan, cue = _plan(data, facts), data.get("cue")
    if plan is None or not cue:
        return ask_cue(None, data, facts)
    if answer is None:
        return _ask(
            "action", {"cue": Phrase(*cue).text}, if_then_buttons(plan, "action", "plans.action"), data
        )
    if _without(answer, facts):
        return _done(data, None, None, facts)
    phrase = chosen(plan, "action", answer, facts)
    if phrase is None:
        return ask_action(None, data, facts).after(unclear(answer))
    return _done(data, Phrase(*cue), phrase, facts)


def _running(data: Data, facts: Facts) -> Enrolment | None:
    return next((e for e in facts.running if e.id == data.get("id")), None)


def _plan(data: Data, facts: Facts) -> Plan | None:
    enrolment = _running(data, facts)
    return facts.plan(enrolment) if enrolment else facts.library.plans.get(str(data.get("slug")))


def _refused(data: Data, facts: Facts) -> Turn | None:
    """Where things stand, when there is nothing to ask: the plan is gone, runs already, or is too many."""
    enrolment, plan = _running(data, facts), _plan(data, facts)
    if "id" in data:
        return None if plan or (enrolment and enrolment.own) else views.not_there(facts)
    if plan is None:
        return views.not_there(facts)
    if already := next((e for e in facts.running if e.slug == plan.slug), None):
        return views.card(facts, already)
    left = len([e for e in facts.running if e.id != data.get("instead")])
    return views.full(facts) if left >= habits.MOST_RUNNING else None


def _about(plan: Plan | None, enrolment: Enrolment | None, facts: Facts) -> Args:
    """The plan's name, and the step that the moment is for."""
    if enrolment is not None:
        return {"name": views.title(facts, enrolment), "step": habits.step_text(facts, enrolment)}
    return {"name": plan.text("name"), "step": step_words(plan.slug, plan.steps[plan.start])} if plan else {}


def _cues(plan: Plan | None) -> tuple[Button, ...]:
    if plan is not None:
        return if_then_buttons(plan, "cue", "plans.cue")
    return tuple(button(f"plans.cue.{n}", key) for n, key in enumerate(views.OWN_CUES, 1))


def _own_cue(answer: Answer, facts: Facts) -> Phrase | None:
    choices = dict(enumerate(views.OWN_CUES, 1))
    if answer.text in map(str, choices):
        return Phrase(choices[int(answer.text)], own=False)
    return None if answer.pressed else own_half("cue", answer.text, facts)


def _ask(step: str, args: Args, buttons: tuple[Button, ...], data: Data) -> Turn:
    skip = button(f"plans.{step}.skip", "plans-keep-if-then" if "id" in data else "plans-no-if-then")
    reply = Reply(f"plans-{step}", args, (*buttons, skip), edits=True)
    return Turn((reply,), (), step, data, flow="plans")


def _without(answer: Answer, facts: Facts) -> bool:
    if answer.pressed:
        return answer.text == "skip"
    return understand.intent(answer.text, facts) in ("skip", "no", "later")


def unclear(answer: Answer) -> Reply:
    """What is said to a half that cannot be taken."""
    return Reply("plans-press") if answer.pressed else Reply("plans-too-long", {"most": LONGEST})


def _done(data: Data, cue: Phrase | None, action: Phrase | None, facts: Facts) -> Turn:
    plan, enrolment = _plan(data, facts), _running(data, facts)
    if enrolment is not None:
        return _renewed(enrolment, cue, action, facts)
    return _started(plan, data, cue, action, facts) if plan else views.not_there(facts)


def _renewed(enrolment: Enrolment, cue: Phrase | None, action: Phrase | None, facts: Facts) -> Turn:
    if cue is None:
        return views.card(facts, enrolment)
    then = action.text if action else own(enrolment.own.action if enrolment.own else "")
    words = Text("if-then", {"cue": cue.text, "action": then})
    open_it = button(f"plans.open.{enrolment.id}", "plans-open")
    reply = Reply("plans-renewed", {"plan": words}, (open_it,), edits=True)
    return Turn((reply,), (UpdatePlan(enrolment.id, {"cue": cue, "action": action}),))


def _started(plan: Plan, data: Data, cue: Phrase | None, action: Phrase | None, facts: Facts) -> Turn:
    lines = [Text("plans-card-step", {"step": step_words(plan.slug, plan.steps[plan.start])})]
    if cue and action:
        lines.append(Text("if-then", {"cue": cue.text, "action": action.text}))
    begin = StartPlan(plan.slug, plan.version, plan.start, facts.today, cue, action)
    done = (*leaving(data.get("instead"), facts), begin)
    args: Args = {"name": plan.text("name"), "lines": tuple(lines)}
    return Turn((Reply("plans-started", args, (button("plans.list", "plans-mine"),), edits=True),), done)


def leaving(number: object, facts: Facts) -> tuple[Command, ...]:
    """The command that leaves the plan which another one replaces; nothing where none runs by that number."""
    found = next((e for e in facts.running if e.id == number), None)
    return (UpdatePlan(found.id, {"state": PlanState.LEFT}),) if found else ()
