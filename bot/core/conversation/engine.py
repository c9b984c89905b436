"""The engine: an input, the waiting questions and a snapshot go in; replies, effects and questions come out.

It knows no flow by name. A registry says which flows there are and which parts some of them play.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.core.conversation import aside, missed_lines
from bot.core.conversation.flow import StepResult
from bot.core.conversation.listener import Left, Listener
from bot.core.conversation.registry import Registry
from bot.core.conversation.routing import Router
from bot.core.conversation.runner import FlowRunner
from bot.core.conversation.stack import Stack, StackRules, TurnResult
from bot.core.model.checkin import Question
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
from bot.core.model.reading import Asked, Meaning, Safety
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.typed import danger


class Engine:
    """Answers inputs by the flows of a registry. It has no state of its own."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._rules = StackRules(registry)
        self._router = Router(registry, self._rules)
        self._runner = FlowRunner(registry, self._rules)
        self._listener = Listener(registry, self._rules, self._router, self._runner)

    # --- one turn ----------------------------------------------------------------------------------------

    def turn(self, said: Input, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The answer to one input. Never raises for anything that a person can send."""
        before, asked = stack, self.asked(stack, snapshot)
        left_open, stack, snapshot = self._rules.waiting(before, snapshot)
        newest = self._rules.is_newest_open(before, snapshot)
        result = self._routed(said, Left(left_open, newest), stack, snapshot)
        found = danger.of(said, snapshot.library)
        if found is Safety.CLEAR:
            crisis = self.registry.crisis()
            effects = (*result.effects, *crisis.effects)  # the person's words and place are kept all the same
            result = TurnResult(crisis.replies, effects, aside.without(result.stack))
        elif found is not Safety.NONE and not (found is Safety.UNCLEAR and snapshot.aside.calm_until):
            concern = self.registry.concern(found)  # alone; what was said and what waits are kept
            stack = (*aside.frames(concern.aside, snapshot.today), *aside.without(result.stack))
            result = replace(result, replies=concern.replies, stack=stack, asks=False, hint=False)
        result = self._rules.keep_open(left_open, before, result, snapshot)
        typed = isinstance(said, TypedText)
        result = self._rules.keep_aside(before, result, snapshot, typed=typed)
        if not isinstance(said, TypedText) or found is not Safety.NONE:
            return result
        none = Token.parse(self.registry.topics.NONE_OF_THESE.token)
        return missed_lines.noted(said, asked, result, snapshot, none)

    def _routed(self, said: Input, left_open: Left, stack: Stack, snapshot: Snapshot) -> TurnResult:
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
            case TypedText():
                return self._listener.answer(said, left_open, stack, snapshot)

    def _unreadable(self, key: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """A reply that says so, then the waiting question; for a new person, that is the beginning."""
        result = self.registry.fallback.unreadable(key, snapshot)
        if not stack and snapshot.person.status is Status.NEW:
            begun = self._runner.command(self.registry.first.command, "", stack, snapshot)
            first = tuple(replace(reply, buttons=()) for reply in result.replies)
            return replace(begun, replies=(*first, *begun.replies))
        return self._rules.ask_again(result, stack, snapshot)

    # --- results of other origin -------------------------------------------------------------------------

    def resume_with(self, result: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The turn's result once `result` is known, which needed a look-up outside of the core."""
        before = stack
        left_open, stack, snapshot = self._rules.waiting(before, snapshot)
        flow = self.registry.flows.get(result.flow)
        settled = self._rules.settle(result, flow, stack, snapshot)
        return self._rules.keep_aside(
            before, self._rules.keep_open(left_open, before, settled, snapshot), snapshot
        )

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
        if argument and snapshot.library.danger(argument) is not Safety.NONE:
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

    def asked(self, stack: Stack, snapshot: Snapshot) -> Asked:
        """The kind of answer that the open question wants. Only the person needs to be loaded yet."""
        return self._router.asked(stack, snapshot)

    def question_below(self, tokens: Collection[str]) -> Question | None:
        """The question of a message by the tokens of its buttons; None for a message that puts none."""
        kept = (flow.open_question for flow in self.registry.flows.values())
        return next((found for one in kept if one and (found := one.below(tokens))), None)

    def pressed_by(self, meaning: Meaning, question: Question, snapshot: Snapshot) -> Token | None:
        """The token of the button by which a meaning answers a question; None where it adds nothing to it."""
        kept = (flow.open_question for flow in self.registry.flows.values())
        return next(
            (found for one in kept if one and (found := one.pressed(meaning, question, snapshot))), None
        )

    def needs(self, said: Input, stack: Stack, snapshot: Snapshot) -> SnapshotNeeds:
        """The parts of the snapshot that the answer reads. Only the person needs to be loaded yet."""
        return self._router.needs(said, stack, snapshot)

    def is_urgent(self, said: Input, snapshot: Snapshot) -> bool:
        """Whether an input is heard from a person who sends too much."""
        return self._router.is_urgent(said, snapshot)

    def stores_nothing(self, said: Input) -> bool:
        """Whether the answer to a new person stores nothing of them, not even that they exist."""
        return self._router.stores_nothing(said)
