"""A step grows or shrinks: offered by the rule in `habits.offer`, decided by the person alone.

Buttons: `grow.<choice>.<enrolment>.<step>[.<from>]`. The step is the one that the button spoke of; where it
has changed since, the answer says how things stand. With `from`, the message of the button stays as it is.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, Flow, Turn
from bot.core.model.effects import Command, Decide, UpdatePlan
from bot.core.model.messages import Args, Button, Reply, button
from bot.core.model.plan import Choice, Decision, Enrolment
from bot.core.model.snapshot import Data, Facts
from bot.core.plans import mine, views
from bot.core.progress import habits
from bot.core.typed import understand

SURE = ".sure"  # ends the token of a second step on one day, once it was asked about
SAY_SO = 3  # easier choices in a row, at which the coach says so, once


def offer_turn(facts: Facts, enrolment: Enrolment) -> Turn | None:
    """The offer of another step, when it is time for one; it then rests for a week. None when it isn't."""
    choice = habits.offer(facts, enrolment)
    if choice is None:
        return None
    reply = _offer(choice, enrolment, facts)
    return Turn((reply,), (UpdatePlan(enrolment.id, {"offered_on": facts.today}),))


def _offer(choice: Choice, enrolment: Enrolment, facts: Facts) -> Reply:
    last = habits.window(facts, enrolment)
    args = {**_args(enrolment, facts), "kept": habits.kept_of(last), "applied": len(last)}
    towards = habits.step_towards(facts, enrolment, choice)
    if enrolment.own is not None:
        return Reply(f"grow-offer-{choice}-own", args, _choices(choice, enrolment, facts))
    if towards is None:
        return _at_the_end(choice, enrolment, args)
    there = habits.step_text(facts, replace(enrolment, step=towards))
    return Reply(f"grow-offer-{choice}", {**args, "next": there}, _choices(choice, enrolment, facts))


def _choices(choice: Choice, enrolment: Enrolment, facts: Facts) -> tuple[Button, ...]:
    first = (pick(choice, enrolment), pick(Choice.KEEP, enrolment))
    if choice is Choice.EASIER:
        return (*first, _new_if_then(enrolment))
    if enrolment.own is not None:
        return (*first, _finish(enrolment))
    easier = habits.can_go(facts, enrolment, Choice.EASIER)
    return (*first, pick(Choice.EASIER, enrolment)) if easier else first


def _at_the_end(choice: Choice, enrolment: Enrolment, args: Args) -> Reply:
    """The ladder ends here: at its top the plan is done, at its foot another moment or plan may fit."""
    keep = pick(Choice.KEEP, enrolment)
    if choice is Choice.FURTHER:
        return Reply("grow-offer-finish", args, (_finish(enrolment), keep))
    return Reply("grow-offer-floor", args, (_new_if_then(enrolment), _switch(enrolment), keep))


def pick(choice: Choice, enrolment: Enrolment, end: str = "") -> Button:
    """The button of one choice for the step that the plan is on now."""
    return button(f"grow.{choice}.{enrolment.id}.{enrolment.step}{end}", f"grow-{choice}")


def _finish(enrolment: Enrolment) -> Button:
    return button(f"plans.finish.{enrolment.id}", "grow-finish")


def _new_if_then(enrolment: Enrolment) -> Button:
    return button(f"plans.ifthen.{enrolment.id}", "plans-new-if-then")


def _switch(enrolment: Enrolment) -> Button:
    return button(f"plans.switch.{enrolment.id}", "grow-switch")


def _args(enrolment: Enrolment, facts: Facts) -> Args:
    return {"name": views.title(facts, enrolment), "step": habits.step_text(facts, enrolment)}


# --- the decision -------------------------------------------------------------------------------------


def further(value: str, facts: Facts) -> Turn:
    return _decided(Choice.FURTHER, value, facts)


def keep(value: str, facts: Facts) -> Turn:
    return _decided(Choice.KEEP, value, facts)


def easier(value: str, facts: Facts) -> Turn:
    return _decided(Choice.EASIER, value, facts)


def _decided(choice: Choice, value: str, facts: Facts) -> Turn:
    number, _, rest = value.partition(".")
    step, _, start = rest.partition(".")
    enrolment = views.find(number, facts)
    if enrolment is None:
        return views.not_there(facts)
    if enrolment not in facts.running or not habits.known(facts, enrolment):
        return views.card(facts, enrolment)
    if step != str(enrolment.step):
        return Turn((Reply("grow-stale", _args(enrolment, facts), (_open(enrolment),)),))
    sure = f".{start}" == SURE
    turn = _kept(enrolment, facts) if choice is Choice.KEEP else _move(choice, enrolment, facts, sure=sure)
    edits = sure or not start
    return replace(turn, replies=tuple(replace(reply, edits=edits) for reply in turn.replies))


def _open(enrolment: Enrolment) -> Button:
    return button(f"plans.open.{enrolment.id}", "plans-open")


def _kept(enrolment: Enrolment, facts: Facts) -> Turn:
    reply = Reply("grow-kept", _args(enrolment, facts))
    return Turn((reply,), decide(Choice.KEEP, enrolment, facts))


def decide(choice: Choice, enrolment: Enrolment, facts: Facts) -> tuple[Command, ...]:
    """The record of a choice that moves nothing; nothing where it was made today already."""
    last = habits.decisions_of(facts, enrolment)[-1:]
    again = any((d.day, d.choice) == (facts.today, choice) for d in last)
    return () if again else (Decide(enrolment.id, facts.today, choice),)


def _untried(enrolment: Enrolment, facts: Facts) -> bool:
    """Whether the step was taken today only, and nothing was said of it yet."""
    went_further = any(
        d.day == facts.today and d.choice is Choice.FURTHER for d in habits.decisions_of(facts, enrolment)
    )
    return went_further and enrolment.step_since == facts.today and not habits.window(facts, enrolment, 1)


def _unsure(enrolment: Enrolment, facts: Facts) -> Reply:
    """Two steps on one day are asked about: a second press may be a slip."""
    go_on = button(f"grow.{Choice.FURTHER}.{enrolment.id}.{enrolment.step}{SURE}", "grow-sure-yes")
    return Reply("grow-sure", _args(enrolment, facts), (pick(Choice.KEEP, enrolment), go_on))


def _move(choice: Choice, enrolment: Enrolment, facts: Facts, *, sure: bool = False) -> Turn:
    if enrolment.own is not None:
        return ask_words(None, {"id": enrolment.id, "choice": choice.value, "step": enrolment.step}, facts)
    towards = habits.step_towards(facts, enrolment, choice)
    if towards is not None and choice is Choice.FURTHER and not sure and _untried(enrolment, facts):
        return Turn((_unsure(enrolment, facts),))
    if towards is not None:
        return _moved(choice, enrolment, replace(enrolment, step=towards), facts)
    if choice is Choice.FURTHER:
        return Turn((Reply("grow-top", _args(enrolment, facts), (_finish(enrolment), _open(enrolment))),))
    return _at_the_floor(enrolment, facts)


def _at_the_floor(enrolment: Enrolment, facts: Facts) -> Turn:
    commands = decide(Choice.EASIER, enrolment, facts)
    if commands and _third(enrolment, facts):
        return Turn((_say_so(enrolment, facts),), commands)
    buttons = (_new_if_then(enrolment), _switch(enrolment), _open(enrolment))
    return Turn((Reply("grow-floor", _args(enrolment, facts), buttons),), commands)


def _moved(choice: Choice, before: Enrolment, after: Enrolment, facts: Facts) -> Turn:
    changes: dict[str, object] = {"step": after.step, "step_since": facts.today}
    if after.own is not None:
        changes["own"] = after.own
    reply = Reply(f"grow-moved-{choice}", _args(after, facts), (_open(after),))
    if choice is Choice.EASIER and _third(before, facts):
        reply = _say_so(after, facts)
    return Turn((reply,), (UpdatePlan(after.id, changes), Decide(after.id, facts.today, choice)))


def _third(enrolment: Enrolment, facts: Facts) -> bool:
    """Whether today's easier choice makes three in a row; a second one on the same day counts no more."""
    today = Decision(enrolment.id, facts.today, Choice.EASIER)
    if today in facts.decisions:
        return False
    return habits.easier_in_a_row(replace(facts, decisions=(*facts.decisions, today)), enrolment) == SAY_SO


def _say_so(enrolment: Enrolment, facts: Facts) -> Reply:
    """Three times easier in a row: something about the plan does not fit, and the person says what."""
    buttons = (pick(Choice.KEEP, enrolment), _new_if_then(enrolment), _switch(enrolment))
    return Reply("grow-third", _args(enrolment, facts), buttons)


# --- an own plan's new words --------------------------------------------------------------------------


def ask_words(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """Other words for the tiny action of an own plan, with today's before one's eyes.

    An own plan's `step` counts its wordings, so that an old button is known as old.
    """
    enrolment = next((e for e in facts.running if e.id == data.get("id")), None)
    if enrolment is None or enrolment.own is None or data.get("step") != enrolment.step:
        return views.card(facts, enrolment) if enrolment else views.not_there(facts)
    choice = Choice.FURTHER if data.get("choice") == Choice.FURTHER else Choice.EASIER
    if answer is None:
        stay = button("grow.words.keep", "grow-keep")
        reply = Reply(f"grow-words-{choice}", _args(enrolment, facts), (stay,))
        return Turn((reply,), (), "words", data, flow="grow")
    if answer.pressed or understand.intent(answer.text, facts) in ("no", "skip", "later"):
        return _kept(enrolment, facts)
    action = mine.one_line(answer.text, mine.LONGEST_ACTION)
    if action is None:
        return ask_words(None, data, facts).after(Reply("plans-too-long", {"most": mine.LONGEST_ACTION}))
    plan = enrolment.own.changed(facts.today, action=action)
    changed = replace(enrolment, step=enrolment.step + 1, own=plan)
    return _moved(choice, enrolment, changed, facts)


FLOW = Flow(
    "grow",
    steps={"words": ask_words},
    buttons={
        choice.value: act
        for choice, act in ((Choice.FURTHER, further), (Choice.KEEP, keep), (Choice.EASIER, easier))
    },
    restart="plans",
    passing=True,
)
