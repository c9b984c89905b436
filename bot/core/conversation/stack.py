"""The stack of a conversation: what waits for an answer, and what becomes of it after a turn.

A flow that begins while another waits goes on top; when it is over, the one below is asked again, so that
nobody loses their place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.coach import FLOWS, ONBOARDING
from bot.core.conversation import questions
from bot.core.conversation.flow import Flow, Frame, StepResult
from bot.core.model.effects import DeleteDay, DeleteEntry
from bot.core.model.effects import Effect as Do
from bot.core.model.messages import Reply
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot

Stack = tuple[Frame, ...]
DEEPEST = 3  # frames that wait below one another
PATIENCE = timedelta(days=2)  # after that, what is typed is no longer taken for an old question's answer


@dataclass(frozen=True, slots=True)
class TurnResult:
    """`asks`: the last reply is a question that words answer. `hint`: nothing came of what was said:
    the replies only say so, and ask again what waits. `answers`: how the tokens of the buttons begin below
    the question that words have answered; "" for none."""

    replies: tuple[Reply, ...]
    effects: tuple[Do, ...]
    stack: Stack
    asks: bool = False
    hint: bool = False
    answers: str = ""


def apart(stack: Stack, snapshot: Snapshot) -> tuple[Frame | None, Stack, Snapshot]:
    """What still waits: the question that words may answer and need not, all other frames, and the facts with
    that question."""
    waiting = tuple(f for f in stack if _still_waits(f, snapshot))
    asked = next((f for f in waiting if f.step == questions.STEP), None)
    snapshot = snapshot.replace(question=questions.of(asked.data) if asked else None)
    return asked, tuple(f for f in waiting if f.step != questions.STEP), snapshot


def kept_open(asked: Frame | None, outcome: TurnResult, snapshot: Snapshot) -> TurnResult:
    """The outcome, with the question that was open before at the bottom of the stack while it still is."""
    if asked is None or any(f.step == questions.STEP for f in outcome.stack):
        return outcome
    data = questions.left(asked.data, outcome.effects, snapshot)
    return outcome if data is None else replace(outcome, stack=(replace(asked, data=data), *outcome.stack))


def aside(turn: StepResult, stack: Stack) -> TurnResult:
    """An answer that leaves whatever waits as it is, unsaid."""
    return TurnResult(turn.replies, turn.effects, stack, hint=turn.hint)


def again(turn: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """Say where things stand: the turn's replies, then the waiting step once more."""
    asked: tuple[Reply, ...] = ()
    if stack and (step := FLOWS[stack[-1].flow].steps.get(stack[-1].step)):
        asked = step(None, stack[-1].data, snapshot).replies
    said = turn.replies
    if asked and turn.hint:  # the question has buttons of its own
        said = tuple(replace(reply, buttons=()) for reply in said)
    return TurnResult((*said, *asked), turn.effects, stack, asks=bool(asked), hint=turn.hint)


def changes_nothing(turn: StepResult, frame: Frame) -> bool:
    """Whether the same question waits as before, and nothing else came of the answer."""
    waits = (turn.flow or frame.flow, turn.step, dict(turn.data))
    return waits == (frame.flow, frame.step, dict(frame.data)) and not turn.effects


def opening(turn: StepResult, flow: Flow | None, outcome: TurnResult, snapshot: Snapshot) -> TurnResult:
    """The outcome, with the question that the turn leaves open at the bottom of the stack."""
    if turn.open is None:
        return outcome
    frame = Frame(turn.flow or (flow.name if flow else ""), questions.STEP, turn.open, snapshot.today)
    return replace(outcome, stack=(frame, *outcome.stack))


def begins(turn: StepResult, flow: Flow, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """What the person begins of their own accord: a passing question of another flow waits no longer."""
    if turn.step is not None:
        name = turn.flow or flow.name
        stack = tuple(f for f in stack if f.flow == name or not FLOWS[f.flow].passing)
    return settle(turn, flow, stack, snapshot)


def settle(turn: StepResult, flow: Flow | None, below: Stack, snapshot: Snapshot) -> TurnResult:
    """The stack and what is said after a turn."""
    return opening(turn, flow, _settled(turn, flow, below, snapshot), snapshot)


def _settled(turn: StepResult, flow: Flow | None, below: Stack, snapshot: Snapshot) -> TurnResult:
    """The stack after a turn: what it waits for goes on top, in place of what the same flow waited for.

    What waits in other flows stays and is not repeated, but for onboarding, which is always led on. A
    fleeting step that was passed over waits no longer.
    """
    below = tuple(f for f in below if f.flow in FLOWS and f.step not in FLOWS[f.flow].fleeting)
    if turn.clears:
        below = tuple(f for f in below if f.flow == ONBOARDING and snapshot.person.status is Status.NEW)
    if turn.step is not None:
        name = turn.flow or (flow.name if flow else "")
        rest = tuple(f for f in below if f.flow != name)[-(DEEPEST - 1) :]
        frame = Frame(name, turn.step, turn.data, snapshot.today)
        return TurnResult(turn.replies, turn.effects, (*rest, frame), asks=True, hint=turn.hint)
    if flow is not None and flow.aside:
        return TurnResult(turn.replies, turn.effects, below, hint=turn.hint)
    if below and below[-1].flow == ONBOARDING and not turn.clears:
        return again(turn, below, snapshot)
    name = turn.flow or (flow.name if flow else "")
    rest = tuple(f for f in below if f.flow != name)
    return TurnResult(turn.replies, turn.effects, rest, hint=turn.hint)


def settling(outcome: TurnResult, turn: StepResult, frame: Frame) -> TurnResult:
    """The outcome of words said to a question, which they have answered unless it is asked again."""
    question = questions.beginning(frame.flow, frame.step, frame.data)
    again = turn.step and questions.beginning(turn.flow or frame.flow, turn.step, turn.data) == question
    undone = any(isinstance(c, DeleteDay | DeleteEntry) for c in turn.effects)
    return outcome if again or undone or turn.hint else replace(outcome, answers=question)


def _still_waits(frame: Frame, snapshot: Snapshot) -> bool:
    if frame.flow == ONBOARDING:
        return snapshot.person.status is not Status.ACTIVE
    return frame.flow in FLOWS and abs(snapshot.today - frame.since) <= PATIENCE
