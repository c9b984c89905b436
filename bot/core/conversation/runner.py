"""Commands, buttons, forms and answers, each given to the function of the flow that takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.conversation.flow import Answer, Flow, StepResult
from bot.core.conversation.registry import Registry
from bot.core.conversation.stack import Stack, StackRules, TurnResult, changes_nothing, unchanged
from bot.core.model import projection
from bot.core.model.messages import Form
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.typed import understand


class FlowRunner:
    """Calls the functions of flows and settles their results on the stack."""

    def __init__(self, registry: Registry, rules: StackRules) -> None:
        self._registry, self._rules = registry, rules
        self._flows, self._fallback = registry.flows, registry.fallback
        self._first = registry.first

    def command(self, name: str, argument: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
        flow, command = self._registry.flow_of.get(name), self._registry.by_name.get(name)
        if flow is None or command is None:
            return self._rules.settle(self._fallback.unknown_command(name, snapshot), None, stack, snapshot)
        if name == self._first.command and self._is_in_first(stack, snapshot):
            return self._resume_first(argument, stack, snapshot)
        if blocked := self.not_now(flow, stack, snapshot):
            return blocked
        return self._rules.begin(command.answer(argument, snapshot), flow, stack, snapshot)

    def _is_in_first(self, stack: Stack, snapshot: Snapshot) -> bool:
        return snapshot.person.status is Status.NEW and any(f.flow == self._first.flow for f in stack)

    def _resume_first(self, argument: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The first conversation goes on where it was, with what the argument adds to it."""
        frame = next(f for f in stack if f.flow == self._first.flow)
        resumed, snapshot, effects = self._first.resume(argument, frame, snapshot)
        stack = tuple(resumed if f is frame else f for f in stack)
        return self._rules.ask_again(StepResult(effects=effects), stack, snapshot)

    def press(self, text: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """A button by its token: the answer to the waiting step, or a button that stands for itself."""
        token = Token.parse(text)
        flow = self._flows.get(token.flow)
        if snapshot.person.status is Status.CARE and token.flow == self._first.flow:
            return unchanged(self._fallback.resting(snapshot), stack)
        if stack and (stack[-1].flow, stack[-1].step) == (token.flow, token.name):
            return self.answer(Answer(token.value, pressed=True), stack, snapshot)
        if flow is None:
            return self._rules.ask_again(self._fallback.stale(snapshot), stack, snapshot)
        if token.name in flow.needs_consent and not snapshot.person.agreed:
            return unchanged(self._registry.consent.ask(token, snapshot), stack)
        if token.name not in flow.buttons:
            return self._rules.ask_again(self._fallback.stale(snapshot), stack, snapshot)
        if blocked := self.not_now(flow, stack, snapshot):
            return blocked
        result = flow.buttons[token.name](token.value, snapshot)
        if result.then_press:
            return self._press_next(result, stack, snapshot)
        if result.redirect_to:
            name, _, argument = result.redirect_to.partition(" ")
            return self.command(name, argument, stack, snapshot)
        return self._rules.begin(result, flow, stack, snapshot)

    def _press_next(self, result: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """A result, and the press that it leads to; where that is a form's, a button that opens the form."""
        snapshot = projection.after(result.effects, snapshot) or snapshot
        token = Token.parse(result.then_press)
        flow = self._flows.get(token.flow)
        if flow is not None and token.name in flow.forms and token.name not in flow.buttons:
            following = unchanged(self._registry.consent.then_open(token), stack)
        else:
            following = self.press(token, stack, snapshot)
        replies = (*result.replies, *following.replies)
        return replace(following, replies=replies, effects=(*result.effects, *following.effects))

    def submit(self, text: str, values: object, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """A submitted form: its token, and the values of its fields."""
        token = Token.parse(text)
        flow = self._flows.get(token.flow)
        if not isinstance(values, dict):
            return self._rules.ask_again(self._fallback.stale(snapshot), stack, snapshot)
        cleaned = {key: understand.clean(words) for key, words in values.items()}
        if flow is None or token.name not in flow.forms:
            stale = self._rules.ask_again(self._fallback.stale(snapshot), stack, snapshot)
            return self._hand_back(stale, cleaned)
        if token.name in flow.needs_consent and not snapshot.person.agreed:
            words = "\n".join(cleaned.values())
            return unchanged(self._registry.consent.ask(token, snapshot, words), stack)
        if blocked := self.not_now(flow, stack, snapshot):
            return self._hand_back(blocked, cleaned)
        if stack and stack[-1].flow == flow.name:
            stack = stack[:-1]  # the form answers all that its flow was waiting for
        return self._rules.begin(
            flow.forms[token.name](token.value, cleaned, snapshot), flow, stack, snapshot
        )

    def _hand_back(self, result: TurnResult, values: Mapping[str, str]) -> TurnResult:
        """The answer to a form that cannot be taken now, with the own words that were written in it."""
        own = self._registry.own_words
        words = [value for name, value in values.items() if name in own and value]
        if not words:
            return result
        first = self._fallback.handed_back("\n".join(words))
        return replace(result, replies=(first, *result.replies), hint=False)

    def location(self, zone: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """A shared location: the answer to a step that takes one, else a press of the button for it."""
        if stack and stack[-1].step in self._flows[stack[-1].flow].location_steps:
            return self.answer(Answer(zone, pressed=True), stack, snapshot)
        return self.press(Token(*self._registry.location, zone), stack, snapshot)

    def answer(self, answer: Answer, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """The answer to the waiting step."""
        *rest, frame = stack
        below, flow = tuple(rest), self._flows[frame.flow]
        step = flow.steps.get(frame.step)
        if step is None:  # this release no longer has the step: its flow begins again
            if flow.restart_command:
                return self.command(flow.restart_command, "", below, snapshot)
            return self._rules.settle(self._fallback.moved_on(snapshot), None, below, snapshot)
        others = None if answer.pressed else self._yielded(answer, stack, snapshot)
        result = others or step(answer, frame.data, snapshot)
        if result.then_press:
            return self._press_next(result, below, snapshot)
        if not answer.pressed and changes_nothing(result, frame):
            result = replace(result, hint=True)
        settled = self._rules.settle(result, flow, below, snapshot, over=True)
        return settled if answer.pressed else self._rules.answered(settled, result, frame)

    def _yielded(self, answer: Answer, stack: Stack, snapshot: Snapshot) -> StepResult | None:
        """The result of another flow, for words that the waiting flow lets others hear first."""
        flow = self._flows[stack[-1].flow]
        if not flow.yields(answer.text, stack[-1].data, snapshot):
            return None
        return self.heard(answer.text, answer.meant, snapshot)

    def heard(self, text: str, meant: str, snapshot: Snapshot) -> StepResult | None:
        """The result of the first flow that understands typed words while no question waits; None for none.
        `meant`: their intent."""
        for flow in self._flows.values():
            if flow.hears and (result := flow.hears(text, meant, snapshot)):
                return result
        return None

    def kept_line(self, text: str, snapshot: Snapshot) -> StepResult | None:
        """The result of the first flow that keeps a line which means nothing else; None for none."""
        keep = (flow.keeps_line for flow in self._flows.values())
        return next((found for one in keep if one and (found := one(text, snapshot))), None)

    def heard_reply(
        self, text: str, meant: str, tokens: tuple[str, ...], snapshot: Snapshot
    ) -> StepResult | None:
        """The same for words that reply to a message with buttons of these tokens."""
        for flow in self._flows.values():
            if flow.hears_reply and (result := flow.hears_reply(text, meant, tokens, snapshot)):
                return result
        return None

    def not_now(self, flow: Flow, stack: Stack, snapshot: Snapshot) -> TurnResult | None:
        """The answer where a flow does not work now; None where it does. Most flows need a person whose first
        conversation is over, and rest while coaching rests."""
        status = snapshot.person.status
        if flow.open_to_all or status is Status.ACTIVE:
            return None
        if flow.once_agreed and snapshot.person.agreed and status is Status.NEW:
            return None
        if status is not Status.NEW:
            return unchanged(self._fallback.resting(snapshot), stack)
        if self._is_in_first(stack, snapshot):
            return self._rules.ask_again(self._fallback.first_finish(snapshot), stack, snapshot)
        return self.command(self._first.command, "", stack, snapshot)  # nothing was begun that could wait

    def form(self, text: str, snapshot: Snapshot) -> Form | None:
        """A form to fill in now, by its token; None where there is nothing to ask."""
        token = Token.parse(text)
        flow = self._flows.get(token.flow)
        if flow is None or token.name not in flow.form_builders or self.not_now(flow, (), snapshot):
            return None
        if token.name in flow.needs_consent and not snapshot.person.agreed:
            return None
        return flow.form_builders[token.name](token.value, snapshot)

    def form_for_command(self, name: str, argument: str, snapshot: Snapshot) -> Form | None:
        """The form of a command's answer, where that is one question with a form and has no effect: then the
        form alone can be the answer."""
        flow, command = self._registry.flow_of.get(name), self._registry.by_name.get(name)
        if flow is None or command is None or self.not_now(flow, (), snapshot):
            return None
        result = command.answer(argument, snapshot)
        has_more = len(result.replies) != 1 or result.effects or result.step is not None or result.redirect_to
        return None if has_more else result.replies[0].form
