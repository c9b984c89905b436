"""The stack of a conversation: the questions that wait for an answer, and how a turn changes them.

A flow that begins while another one waits goes on top of it. Once it is over, the question below is put
again, so that nobody loses their place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.conversation import aside
from bot.core.conversation.flow import Flow, Frame, StepResult
from bot.core.conversation.registry import Registry
from bot.core.model.effects import Effect
from bot.core.model.messages import Reply
from bot.core.model.person import Status
from bot.core.model.reading import Asked
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, joined

Stack = tuple[Frame, ...]
WAITS_UNTIL = "waits_until"  # in the data of a frame: the moment (Unix time) after which it no longer waits
OPEN = "open"  # the step of a frame whose question words may answer and need not
MAX_DEPTH = 3  # frames that wait below one another
QUESTION_LASTS = timedelta(days=2)  # typed words answer no question that is older


@dataclass(frozen=True, slots=True)
class TurnResult:
    """The result of one turn.

    `asks`: the last reply is a question that words answer. `hint`: the input had no result; the replies say
    so and repeat the waiting question. `answers`: how the tokens of the buttons begin below the question that
    words have answered, "" for none.
    """

    replies: tuple[Reply, ...]
    effects: tuple[Effect, ...]
    stack: Stack
    asks: bool = False
    hint: bool = False
    answers: str = ""


def unchanged(result: StepResult, stack: Stack) -> TurnResult:
    """A result that leaves the waiting questions as they are and repeats none."""
    return TurnResult(result.replies, result.effects, stack, hint=result.hint)


def changes_nothing(result: StepResult, frame: Frame) -> bool:
    """Whether the same question waits as before, and the answer had no other result."""
    waits = (result.flow or frame.flow, result.step, dict(result.data))
    return waits == (frame.flow, frame.step, dict(frame.data)) and not result.effects


class StackRules:
    """The changes to a stack, by what the flows of a registry declare."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._flows = registry.flows
        self._first = registry.first.flow

    def waiting(self, stack: Stack, snapshot: Snapshot) -> tuple[Frame | None, Stack, Snapshot]:
        """The frames that still wait: the one whose question may be left open, all others, and the snapshot
        with that question."""
        frames = tuple(f for f in stack if self._still_waits(f, snapshot))
        left_open = next((f for f in frames if f.step == OPEN), None)
        kept = self._flows[left_open.flow].open_question if left_open else None
        question = kept.read(left_open.data) if kept and left_open else None
        if question and left_open:
            question = replace(question, since=left_open.since)
        waiting = tuple(f for f in frames if f.step != OPEN)
        return left_open, waiting, snapshot.replace(question=question, aside=aside.read(stack, snapshot.now))

    def is_newest_open(self, stack: Stack, snapshot: Snapshot) -> bool:
        """Whether the question that may be left open was put after all others: the next line is for it."""
        frames = [f for f in stack if self._still_waits(f, snapshot)]
        return bool(frames) and frames[-1].step == OPEN

    def _still_waits(self, frame: Frame, snapshot: Snapshot) -> bool:
        if frame.flow == self._first:
            return snapshot.person.status is not Status.ACTIVE
        if snapshot.now.timestamp() > frame.data.get(WAITS_UNTIL, math.inf):
            return False
        return frame.flow in self._flows and abs(snapshot.today - frame.since) <= QUESTION_LASTS

    def keep_open(
        self, left_open: Frame | None, before: Stack, result: TurnResult, snapshot: Snapshot
    ) -> TurnResult:
        """The result, with the question that was open before while it still is: on top where it was the
        newest and nothing else was asked since, else at the bottom."""
        if left_open is None or any(f.step == OPEN for f in result.stack):
            return result
        rules = self._flows[left_open.flow].open_question
        data = rules.remains(left_open.data, result.effects, snapshot) if rules else None
        if data is None:
            return result
        kept = replace(left_open, data=data)
        newest = self.is_newest_open(before, snapshot) and not result.asks
        return replace(result, stack=(*result.stack, kept) if newest else (kept, *result.stack))

    def ask_again(self, result: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The replies of a result, then the waiting question once more."""
        again = self._asked_again(result, stack, snapshot)
        return replace(again, stack=(*aside.frames(result.aside, snapshot.today), *again.stack))

    def _asked_again(self, result: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
        asked: tuple[Reply, ...] = ()
        flow = self._flows[stack[-1].flow] if stack else None
        if flow and not flow.asks_once and (step := flow.steps.get(stack[-1].step)):
            asked = step(None, stack[-1].data, snapshot).replies
        replies = result.replies
        if asked and result.hint:  # the question has buttons of its own
            replies = tuple(replace(reply, buttons=()) for reply in replies)
        return TurnResult((*replies, *asked), result.effects, stack, asks=bool(asked), hint=result.hint)

    def begin(self, result: StepResult, flow: Flow, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """A flow that the person begins. Questions of other flows that give way are dropped where it asks."""
        if result.step is not None:
            name = result.flow or flow.name
            stack = tuple(f for f in stack if f.flow == name or not self._flows[f.flow].gives_way)
        return self.settle(result, flow, stack, snapshot)

    def settle(
        self, result: StepResult, flow: Flow | None, below: Stack, snapshot: Snapshot, *, over: bool = False
    ) -> TurnResult:
        """The stack and the replies after a result. `over`: the waiting question was answered, so the one
        below it is put."""
        name = result.flow or (flow.name if flow else "")
        if over and result.step is None and below and not result.clears_stack:
            settled = self._asked_again(result, below, snapshot)
        else:
            settled = self._settled(result, name, below, snapshot)
        settled = replace(settled, stack=(*aside.frames(result.aside, snapshot.today), *settled.stack))
        if result.open_question is None:
            return settled
        frame = Frame(name, OPEN, result.open_question, snapshot.today)
        wants = self._flows[name].asks(frame) if name in self._flows else Asked.NOTHING
        newest = not settled.asks and wants is not Asked.NOTHING
        return replace(settled, stack=(*settled.stack, frame) if newest else (frame, *settled.stack))

    def _settled(self, result: StepResult, name: str, below: Stack, snapshot: Snapshot) -> TurnResult:
        """A new question goes on top, in place of the one that the same flow had.

        Questions of other flows stay and are not repeated, except for the first conversation, which always
        goes on. A single-use step that another input passed over waits no longer.
        """
        flows = self._flows
        below = tuple(f for f in below if f.flow in flows and f.step not in flows[f.flow].single_use_steps)
        if result.clears_stack:
            below = tuple(f for f in below if f.flow == self._first and snapshot.person.status is Status.NEW)
        others = tuple(f for f in below if f.flow != name)
        if result.step is not None:
            frame = Frame(name, result.step, result.data, snapshot.today)
            stack = (*others[-(MAX_DEPTH - 1) :], frame)
            return TurnResult(result.replies, result.effects, stack, asks=True, hint=result.hint)
        return self._over(result, name, below, others, snapshot)

    def _over(
        self, result: StepResult, name: str, below: Stack, others: Stack, snapshot: Snapshot
    ) -> TurnResult:
        flow = self._flows.get(name)
        if flow is not None and flow.leaves_stack_alone:
            return unchanged(result, below)
        if below and below[-1].flow == self._first and not result.clears_stack:
            return self._asked_again(result, below, snapshot)
        return unchanged(result, others)

    def keep_aside(
        self, before: Stack, result: TurnResult, snapshot: Snapshot, *, typed: bool = False
    ) -> TurnResult:
        """The result, with all that was kept aside before and lasts, unless it keeps another one. `typed`:
        the input was a typed line."""
        new = {frame.step for frame in result.stack if frame.flow == aside.FLOW}
        lasting = aside.lasting(before, snapshot, typed=typed)
        return replace(result, stack=(*(f for f in lasting if f.step not in new), *result.stack))

    # --- the tokens below a question ---------------------------------------------------------------------

    def begins(self, name: str, step: str, frame: Frame | StepResult) -> str:
        """How the tokens of the buttons begin below the question at a step of a flow."""
        flow = self._flows.get(name)
        values = flow.question_begins(frame.data) if flow else ()
        return joined(name, step, *values, "")

    def is_below(self, frame: Frame, tokens: tuple[str, ...]) -> bool:
        """Whether the message with buttons of these tokens put the question that a frame waits for."""
        flow = self._flows[frame.flow]
        begins, ends = self.begins(frame.flow, frame.step, frame), flow.question_ends(frame.data)
        values = [Token.parse(token).values for token in tokens if token.startswith(begins)]
        return any(found[len(found) - len(ends) :] == ends for found in values)

    def answered(self, settled: TurnResult, result: StepResult, frame: Frame) -> TurnResult:
        """The result of words said to a question. They have answered it unless it is put again."""
        question = self.begins(frame.flow, frame.step, frame)
        again = result.step and self.begins(result.flow or frame.flow, result.step, result) == question
        return settled if again or result.takes_back or result.hint else replace(settled, answers=question)
