"""The engine: an input, the waiting questions and a snapshot go in; replies, effects and questions come out.

It knows no flow by name. A registry says which flows there are and which parts some of them play.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.conversation.flow import Answer, StepResult, reply_with
from bot.core.conversation.registry import Registry
from bot.core.conversation.routing import Router, typed_command
from bot.core.conversation.runner import FlowRunner
from bot.core.conversation.stack import Stack, StackRules, TurnResult, unchanged
from bot.core.model.effects import Effect
from bot.core.model.inputs import (
    ButtonPress,
    FormSubmission,
    Input,
    SharedLocation,
    SlashCommand,
    TypedText,
    Unreadable,
)
from bot.core.model.messages import Button, Form
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.typed import understand


class Engine:
    """Answers inputs by the flows of a registry. It has no state of its own."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._rules = StackRules(registry)
        self._router = Router(registry, self._rules)
        self._runner = FlowRunner(registry, self._rules)

    # --- one turn ----------------------------------------------------------------------------------------

    def turn(self, said: Input, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The answer to one input. Never raises for anything that a person can send."""
        left_open, stack, snapshot = self._rules.waiting(stack, snapshot)
        result = self._routed(said, stack, snapshot)
        if _in_crisis(said, snapshot):
            crisis = self.registry.crisis()
            effects = (*result.effects, *crisis.effects)  # the person's words and place are kept all the same
            result = TurnResult(crisis.replies, effects, result.stack)
        return self._rules.keep_open(left_open, result, snapshot)

    def _routed(self, said: Input, stack: Stack, snapshot: Snapshot) -> TurnResult:
        match said:
            case ButtonPress(token):
                return self._runner.press(token, stack, snapshot)
            case SlashCommand():
                followed = self._router.follow_link(said, snapshot)
                return self._runner.command(followed.name, followed.argument, stack, snapshot)
            case FormSubmission(token, values):
                return self._runner.submit(token, values, stack, snapshot)
            case SharedLocation(zone):
                return self._runner.location(zone, stack, snapshot)
            case Unreadable(key):
                return self._unreadable(key, stack, snapshot)
            case TypedText(text, about):
                return self._words(understand.clean(text), about, stack, snapshot)

    def _unreadable(self, key: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """A reply that says so, then the waiting question; for a new person, that is the beginning."""
        result = self.registry.fallback.unreadable(key, snapshot)
        if not stack and snapshot.person.status is Status.NEW:
            begun = self._runner.command(self.registry.first.command, "", stack, snapshot)
            first = tuple(replace(reply, buttons=()) for reply in result.replies)
            return replace(begun, replies=(*first, *begun.replies))
        return self._rules.ask_again(result, stack, snapshot)

    # --- typed words -------------------------------------------------------------------------------------

    def _words(
        self, text: str, about: tuple[str, ...] | None, stack: Stack, snapshot: Snapshot
    ) -> TurnResult:
        """Typed words. `about`: the tokens of the message that they reply to, None for no message."""
        if not text:
            return self._rules.ask_again(self.registry.fallback.empty(snapshot), stack, snapshot)
        if command := typed_command(text):
            return self._runner.command(command.name, command.argument, stack, snapshot)
        meant = understand.intent(text, snapshot)
        if self._router.is_command(meant) and meant in understand.IN_EVERY_LANGUAGE:
            return self._runner.command(meant, "", stack, snapshot)
        rests = snapshot.person.status in (Status.CARE, Status.STOPPED)
        if rests and not self._is_open_at_rest(stack):
            return unchanged(self.registry.fallback.resting(snapshot), stack)
        if about is not None and (replied := self._replied(text, meant, about, stack, snapshot)):
            return replied
        if stack:
            return self._runner.answer(Answer(text), stack, snapshot)
        if snapshot.person.status is Status.NEW:
            return self._runner.command(self.registry.first.command, "", stack, snapshot)
        if self._router.is_command(meant):
            return self._runner.command(meant, "", stack, snapshot)
        return self._unasked(text, meant, snapshot)

    def _unasked(self, text: str, meant: str, snapshot: Snapshot) -> TurnResult:
        """Words while no question waits: to the first flow that understands them, else small talk."""
        heard = self._runner.heard(text, meant, snapshot)
        result = heard or self.registry.fallback.small_talk(text, meant, snapshot)
        return _answering(self._rules.settle(result, None, (), snapshot), result, result.answers)

    def _replied(
        self, text: str, meant: str, about: tuple[str, ...], stack: Stack, snapshot: Snapshot
    ) -> TurnResult | None:
        """Words that reply to a message answer the question of that message. None where they are to be taken
        like any other words."""
        if stack and (not about or self._rules.is_below(stack[-1], about)):
            return None
        if frame := next((f for f in stack if self._rules.is_below(f, about)), None):
            stack = (*(f for f in stack if f is not frame), frame)
            return self._runner.answer(Answer(text), stack, snapshot)
        active = snapshot.person.status is Status.ACTIVE
        if active and (result := self._runner.heard_reply(text, meant, about, snapshot)):
            question = Token.parse(about[0]).parent if about else ""
            return _answering(self._rules.settle(result, None, stack, snapshot), result, question)
        if any(self._router.is_over(token) for token in about):
            back = reply_with(self.registry.fallback.handed_back(text))
            return self._rules.ask_again(back, stack, snapshot)
        return None

    def _is_open_at_rest(self, stack: Stack) -> bool:
        """Whether the waiting question may be answered in words while coaching rests."""
        if not stack or stack[-1].flow == self.registry.first.flow:
            return False
        return self.registry.flows[stack[-1].flow].open_to_all

    # --- results of other origin -------------------------------------------------------------------------

    def resume_with(self, result: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The turn's result once `result` is known, which needed a look-up outside of the core."""
        left_open, stack, snapshot = self._rules.waiting(stack, snapshot)
        flow = self.registry.flows.get(result.flow)
        return self._rules.keep_open(left_open, self._rules.settle(result, flow, stack, snapshot), snapshot)

    def push_asked(self, result: StepResult, stack: Stack, snapshot: Snapshot) -> Stack:
        """The stack after a message that the coach sent by itself: its question waits on top."""
        return self.resume_with(result, stack, snapshot).stack

    def current_question(self, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The waiting question, for an answer that perhaps never arrived; without one, the home command."""
        _, stack, snapshot = self._rules.waiting(stack, snapshot)
        status = snapshot.person.status
        if stack:
            return self._rules.ask_again(StepResult(), stack, snapshot)
        if status is Status.ACTIVE:
            return self._runner.command(self.registry.home, "", stack, snapshot)
        if status is Status.NEW:
            return TurnResult((), (), stack)
        return TurnResult(self.registry.fallback.resting(snapshot).replies, (), stack)

    def without_room(self, result: TurnResult, refused: Iterable[Effect], snapshot: Snapshot) -> TurnResult:
        """The result without the effects for which the person has no room left today. The reply says so and
        puts the next question; the answer to words of self-harm stays as it is."""
        left_out = tuple(refused)
        effects = tuple(effect for effect in result.effects if effect not in left_out)
        if any(effect in self.registry.crisis().effects for effect in effects):
            return replace(result, effects=effects)
        said = self.registry.fallback.no_room(snapshot, asks=result.asks)
        return replace(self._rules.ask_again(said, result.stack, snapshot), effects=effects)

    # --- what can be asked about an input ----------------------------------------------------------------

    def form(self, token: str, snapshot: Snapshot) -> Form | None:
        """A form to fill in now, by its token; None where there is nothing to ask."""
        return self._runner.form(token, snapshot)

    def form_for_command(self, name: str, argument: str, stack: Stack, snapshot: Snapshot) -> Form | None:
        """The form that alone can be a command's answer; None where the answer has more than that."""
        if understand.in_crisis(argument, snapshot):
            return None
        return self._runner.form_for_command(name, argument, self._rules.waiting(stack, snapshot)[2])

    def choices(self, name: str, snapshot: Snapshot) -> tuple[Button, ...]:
        """The arguments that a command takes, as buttons whose token is the bare argument."""
        command = self.registry.by_name.get(name)
        return command.choices(snapshot) if command and command.choices else ()

    def as_command(self, said: Input, stack: Stack, snapshot: Snapshot) -> Input:
        """Typed words that mean a command, as that command; any other input unchanged."""
        return self._router.as_command(said, stack, snapshot)

    def candidate_flows(self, said: Input, stack: Stack, snapshot: Snapshot) -> list[str]:
        """The names of the flows that the answer may come from."""
        return self._router.candidate_flows(said, stack, snapshot)

    def needs(self, said: Input, stack: Stack, snapshot: Snapshot) -> SnapshotNeeds:
        """The parts of the snapshot that the answer reads. Only the person needs to be loaded yet."""
        return self._router.needs(said, stack, snapshot)

    def is_urgent(self, said: Input, snapshot: Snapshot) -> bool:
        """Whether an input is heard from a person who sends too much."""
        return self._router.is_urgent(said, snapshot)

    def stores_nothing(self, said: Input) -> bool:
        """Whether the answer to a new person stores nothing of them, not even that they exist."""
        return self._router.stores_nothing(said)


def _in_crisis(said: Input, snapshot: Snapshot) -> bool:
    match said:
        case TypedText(text) | SlashCommand(_, text):
            return understand.in_crisis(text, snapshot)
        case FormSubmission(_, dict() as values):
            return any(understand.in_crisis(words, snapshot) for words in values.values())
        case _:
            return False


def _answering(settled: TurnResult, result: StepResult, question: str) -> TurnResult:
    """The result of words that had an effect: they have answered a question."""
    answered = settled.effects and not result.takes_back
    return replace(settled, answers=question) if answered else settled
