"""The stack of a conversation: what waits for an answer, and what becomes of it after a turn.

A flow that begins while another waits goes on top; when it is over, the one below is asked again, so that
nobody loses their place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.coach import FLOWS, ONBOARDING
from bot.core.conversation import questions
from bot.core.conversation.flow import Flow, Frame, Turn
from bot.core.model.effects import Command as Do
from bot.core.model.effects import TakeBackDay, TakeBackEntry
from bot.core.model.messages import Reply
from bot.core.model.person import Status
from bot.core.model.snapshot import Facts

Stack = tuple[Frame, ...]
DEEPEST = 3  # frames that wait below one another
PATIENCE = timedelta(days=2)  # after that, what is typed is no longer taken for an old question's answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """`asks`: the last reply is a question that words answer. `hint`: nothing came of what was said:
    the replies only say so, and ask again what waits. `answers`: how the tokens of the buttons begin below
    the question that words have answered; "" for none."""

    replies: tuple[Reply, ...]
    commands: tuple[Do, ...]
    stack: Stack
    asks: bool = False
    hint: bool = False
    answers: str = ""


def apart(stack: Stack, facts: Facts) -> tuple[Frame | None, Stack, Facts]:
    """What still waits: the question that words may answer and need not, all other frames, and the facts with
    that question."""
    waiting = tuple(f for f in stack if _still_waits(f, facts))
    asked = next((f for f in waiting if f.step == questions.STEP), None)
    facts = replace(facts, question=questions.of(asked.data) if asked else None)
    return asked, tuple(f for f in waiting if f.step != questions.STEP), facts


def kept_open(asked: Frame | None, outcome: Outcome, facts: Facts) -> Outcome:
    """The outcome, with the question that was open before at the bottom of the stack while it still is."""
    if asked is None or any(f.step == questions.STEP for f in outcome.stack):
        return outcome
    data = questions.left(asked.data, outcome.commands, facts)
    return outcome if data is None else replace(outcome, stack=(replace(asked, data=data), *outcome.stack))


def aside(turn: Turn, stack: Stack) -> Outcome:
    """An answer that leaves whatever waits as it is, unsaid."""
    return Outcome(turn.replies, turn.commands, stack, hint=turn.hint)


def again(turn: Turn, stack: Stack, facts: Facts) -> Outcome:
    """Say where things stand: the turn's replies, then the waiting step once more."""
    asked: tuple[Reply, ...] = ()
    if stack and (step := FLOWS[stack[-1].flow].steps.get(stack[-1].step)):
        asked = step(None, stack[-1].data, facts).replies
    said = turn.replies
    if asked and turn.hint:  # the question has buttons of its own
        said = tuple(replace(reply, buttons=()) for reply in said)
    return Outcome((*said, *asked), turn.commands, stack, asks=bool(asked), hint=turn.hint)


def changes_nothing(turn: Turn, frame: Frame) -> bool:
    """Whether the same question waits as before, and nothing else came of the answer."""
    waits = (turn.flow or frame.flow, turn.step, dict(turn.data))
    return waits == (frame.flow, frame.step, dict(frame.data)) and not turn.commands


def opening(turn: Turn, flow: Flow | None, outcome: Outcome, facts: Facts) -> Outcome:
    """The outcome, with the question that the turn leaves open at the bottom of the stack."""
    if turn.open is None:
        return outcome
    frame = Frame(turn.flow or (flow.name if flow else ""), questions.STEP, turn.open, facts.today)
    return replace(outcome, stack=(frame, *outcome.stack))


def begins(turn: Turn, flow: Flow, stack: Stack, facts: Facts) -> Outcome:
    """What the person begins of their own accord: a passing question of another flow waits no longer."""
    if turn.step is not None:
        name = turn.flow or flow.name
        stack = tuple(f for f in stack if f.flow == name or not FLOWS[f.flow].passing)
    return settle(turn, flow, stack, facts)


def settle(turn: Turn, flow: Flow | None, below: Stack, facts: Facts) -> Outcome:
    """The stack and what is said after a turn."""
    return opening(turn, flow, _settled(turn, flow, below, facts), facts)


def _settled(turn: Turn, flow: Flow | None, below: Stack, facts: Facts) -> Outcome:
    """The stack after a turn: what it waits for goes on top, in place of what the same flow waited for.

    What waits in other flows stays and is not repeated, but for onboarding, which is always led on. A
    fleeting step that was passed over waits no longer.
    """
    below = tuple(f for f in below if f.flow in FLOWS and f.step not in FLOWS[f.flow].fleeting)
    if turn.clears:
        below = tuple(f for f in below if f.flow == ONBOARDING and facts.person.status is Status.NEW)
    if turn.step is not None:
        name = turn.flow or (flow.name if flow else "")
        rest = tuple(f for f in below if f.flow != name)[-(DEEPEST - 1) :]
        frame = Frame(name, turn.step, turn.data, facts.today)
        return Outcome(turn.replies, turn.commands, (*rest, frame), asks=True, hint=turn.hint)
    if flow is not None and flow.aside:
        return Outcome(turn.replies, turn.commands, below, hint=turn.hint)
    if below and below[-1].flow == ONBOARDING and not turn.clears:
        return again(turn, below, facts)
    name = turn.flow or (flow.name if flow else "")
    rest = tuple(f for f in below if f.flow != name)
    return Outcome(turn.replies, turn.commands, rest, hint=turn.hint)


def settling(outcome: Outcome, turn: Turn, frame: Frame) -> Outcome:
    """The outcome of words said to a question, which they have answered unless it is asked again."""
    question = questions.beginning(frame.flow, frame.step, frame.data)
    again = turn.step and questions.beginning(turn.flow or frame.flow, turn.step, turn.data) == question
    undone = any(isinstance(c, TakeBackDay | TakeBackEntry) for c in turn.commands)
    return outcome if again or undone or turn.hint else replace(outcome, answers=question)


def _still_waits(frame: Frame, facts: Facts) -> bool:
    if frame.flow == ONBOARDING:
        return facts.person.status is not Status.ACTIVE
    return frame.flow in FLOWS and abs(facts.today - frame.since) <= PATIENCE
