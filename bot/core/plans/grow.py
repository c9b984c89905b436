"""A step grows or shrinks: offered by the rules in `offers`, decided by the person alone.

The buttons are those of `offering`.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, Flow, StepResult, always, ask_step, reply_with
from bot.core.model.effects import Effect, RecordDecision, UpdatePlan
from bot.core.model.messages import Button, Reply, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.plan import Decision, Enrolment, StepChoice
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, split
from bot.core.plans import halves, if_then, offering, views
from bot.core.plans.mine_parts import LONGEST_ACTION, one_line
from bot.core.progress import habits, own_reason

SURE = "sure"  # the last value of the token of a second step on one day, once it was asked about
SAY_SO = 3  # easier choices in a row, at which the coach says so, once


# --- the decision -------------------------------------------------------------------------------------


def further(value: str, snapshot: Snapshot) -> StepResult:
    return _decided(StepChoice.FURTHER, value, snapshot)


def keep(value: str, snapshot: Snapshot) -> StepResult:
    return _decided(StepChoice.KEEP, value, snapshot)


def easier(value: str, snapshot: Snapshot) -> StepResult:
    return _decided(StepChoice.EASIER, value, snapshot)


def _decided(choice: StepChoice, value: str, snapshot: Snapshot) -> StepResult:
    number, step, origin = split(value, 3)
    enrolment = views.find(number, snapshot)
    if enrolment is None:
        return views.not_there(snapshot)
    if enrolment not in snapshot.running or not habits.known(snapshot, enrolment):
        return views.card(snapshot, enrolment)
    if step != str(enrolment.step):
        return reply_with(Reply("grow-stale", offering.about(enrolment, snapshot), (_open(enrolment),)))
    sure = origin == SURE
    turn = (
        _kept(enrolment, snapshot)
        if choice is StepChoice.KEEP
        else _move(choice, enrolment, snapshot, sure=sure)
    )
    edits = sure or not origin
    return replace(turn, replies=tuple(replace(reply, edits=edits, page=edits) for reply in turn.replies))


def _open(enrolment: Enrolment) -> Button:
    return button(Token("plans", "open", enrolment.id), "plans-open")


def _kept(enrolment: Enrolment, snapshot: Snapshot) -> StepResult:
    reply = Reply("grow-kept", offering.about(enrolment, snapshot))
    return reply_with(reply).doing(*decide(StepChoice.KEEP, enrolment, snapshot))


def decide(choice: StepChoice, enrolment: Enrolment, snapshot: Snapshot) -> tuple[Effect, ...]:
    """The record of a choice that moves nothing; nothing where it was made today already."""
    last = habits.decisions_of(snapshot, enrolment)[-1:]
    again = any((d.day, d.choice) == (snapshot.today, choice) for d in last)
    return () if again else (RecordDecision(enrolment.id, snapshot.today, choice),)


def _untried(enrolment: Enrolment, snapshot: Snapshot) -> bool:
    """Whether the step was taken today only, and nothing was said of it yet."""
    went_further = any(
        d.day == snapshot.today and d.choice is StepChoice.FURTHER
        for d in habits.decisions_of(snapshot, enrolment)
    )
    return (
        went_further and enrolment.step_since == snapshot.today and not habits.window(snapshot, enrolment, 1)
    )


def _unsure(enrolment: Enrolment, snapshot: Snapshot) -> Reply:
    """Two steps on one day are asked about: a second press may be a slip."""
    go_on = button(Token("grow", StepChoice.FURTHER, enrolment.id, enrolment.step, SURE), "grow-sure-yes")
    return Reply(
        "grow-sure", offering.about(enrolment, snapshot), (offering.pick(StepChoice.KEEP, enrolment), go_on)
    )


def _move(choice: StepChoice, enrolment: Enrolment, snapshot: Snapshot, *, sure: bool = False) -> StepResult:
    if enrolment.own is not None:
        return ask_words(None, {"id": enrolment.id, "choice": choice.value, "step": enrolment.step}, snapshot)
    towards = habits.step_towards(snapshot, enrolment, choice)
    if towards is not None and choice is StepChoice.FURTHER and not sure and _untried(enrolment, snapshot):
        return reply_with(_unsure(enrolment, snapshot))
    if towards is not None:
        return _moved(choice, enrolment, enrolment.replace(step=towards), snapshot)
    if choice is StepChoice.FURTHER:
        return reply_with(
            Reply(
                "grow-top",
                offering.about(enrolment, snapshot),
                (offering.finish(enrolment), _open(enrolment)),
            )
        )
    return _at_the_floor(enrolment, snapshot)


def _at_the_floor(enrolment: Enrolment, snapshot: Snapshot) -> StepResult:
    commands = decide(StepChoice.EASIER, enrolment, snapshot)
    if commands and _third(enrolment, snapshot):
        return reply_with(_say_so(enrolment, snapshot)).doing(*commands)
    buttons = (offering.new_if_then(enrolment), offering.switch(enrolment), _open(enrolment))
    return reply_with(Reply("grow-floor", offering.about(enrolment, snapshot), buttons)).doing(*commands)


def _moved(choice: StepChoice, before: Enrolment, after: Enrolment, snapshot: Snapshot) -> StepResult:
    changes: dict[str, object] = {"step": after.step, "step_since": snapshot.today}
    if after.own is not None:
        changes["own"] = after.own
    reply = Reply(f"grow-moved-{choice}", offering.about(after, snapshot), (_open(after),))
    if choice is StepChoice.EASIER and _third(before, snapshot):
        reply = _say_so(after, snapshot)
    reason = own_reason.line(own_reason.Occasion.TURN, snapshot)
    if reason is not None:
        reply = replace(reply, key="grow-lines", args={"lines": (reply.text, reason)})
    said = (own_reason.said(snapshot),) if reason else ()
    return reply_with(reply).doing(
        UpdatePlan(after.id, changes), RecordDecision(after.id, snapshot.today, choice), *said
    )


def _third(enrolment: Enrolment, snapshot: Snapshot) -> bool:
    """Whether today's easier choice makes three in a row; a second one on the same day counts no more."""
    today = Decision(enrolment.id, snapshot.today, StepChoice.EASIER)
    if today in snapshot.decisions:
        return False
    return (
        habits.easier_in_a_row(snapshot.replace(decisions=(*snapshot.decisions, today)), enrolment) == SAY_SO
    )


def _say_so(enrolment: Enrolment, snapshot: Snapshot) -> Reply:
    """Three times easier in a row: something about the plan does not fit, and the person says what."""
    buttons = (
        offering.pick(StepChoice.KEEP, enrolment),
        offering.new_if_then(enrolment),
        offering.switch(enrolment),
    )
    return Reply("grow-third", offering.about(enrolment, snapshot), buttons)


# --- an own plan's new words --------------------------------------------------------------------------


def ask_words(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Other words for the tiny action of an own plan, with today's before one's eyes.

    An own plan's `step` counts its wordings, so that an old button is known as old.
    """
    enrolment = next((e for e in snapshot.running if e.id == data.get("id")), None)
    if enrolment is None or enrolment.own is None or data.get("step") != enrolment.step:
        return views.card(snapshot, enrolment) if enrolment else views.not_there(snapshot)
    choice = StepChoice.FURTHER if data.get("choice") == StepChoice.FURTHER else StepChoice.EASIER
    if answer is None:
        stay = button(Token("grow", "words", "keep"), "grow-keep")
        reply = Reply(f"grow-words-{choice}", offering.about(enrolment, snapshot), (stay,))
        return ask_step("words", reply, data, flow="grow")
    if answer.pressed or answer.leaves_out:
        return _kept(enrolment, snapshot)
    action = one_line(halves.read("action", answer.text, snapshot).action, LONGEST_ACTION)
    if action is None:
        again = if_then.unclear(answer, most=LONGEST_ACTION)
        return ask_words(None, data, snapshot).after(again)
    plan = enrolment.own.changed(snapshot.today, action=action)
    changed = enrolment.replace(step=enrolment.step + 1, own=plan)
    return _moved(choice, enrolment, changed, snapshot)


FLOW = Flow(
    "grow",
    steps={"words": ask_words},
    buttons={
        choice.value: act
        for choice, act in (
            (StepChoice.FURTHER, further),
            (StepChoice.KEEP, keep),
            (StepChoice.EASIER, easier),
        )
    },
    restart_command="plans",
    gives_way=True,
    needs=always(SnapshotNeeds(history=True, decisions=True, own_words=True)),
)
