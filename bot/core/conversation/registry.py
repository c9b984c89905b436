"""The registry: all flows of one coach, the order of their commands, and the parts that some of them play."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.core.conversation.flow import Flow, Frame, StepResult
from bot.core.model.effects import Effect
from bot.core.model.inputs import SlashCommand
from bot.core.model.messages import Button, Reply
from bot.core.model.reading import Meaning, Reading, Safety
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token


class Fallback(Protocol):
    """The replies where no flow answers. A module with these functions is one."""

    def doors(self, snapshot: Snapshot) -> tuple[Button, ...]:
        """The buttons that lead on from anywhere."""

    def unknown_command(self, name: str, snapshot: Snapshot) -> StepResult:
        """A slash command that does not exist."""

    def stale(self, snapshot: Snapshot) -> StepResult:
        """A button that is old or forged, or whose subject is over."""

    def empty(self, snapshot: Snapshot) -> StepResult:
        """Blanks and control characters."""

    def unreadable(self, key: str, snapshot: Snapshot) -> StepResult:
        """An input that the coach cannot read; `key` names the reply."""

    def moved_on(self, snapshot: Snapshot) -> StepResult:
        """A question that this release no longer has."""

    def first_finish(self, snapshot: Snapshot) -> StepResult:
        """A request that has to wait until the first conversation is over."""

    def resting(self, snapshot: Snapshot) -> StepResult:
        """Any input while coaching rests."""

    def no_room(self, snapshot: Snapshot, *, asks: bool) -> StepResult:
        """Words that are not stored, since the day's room is used up. `asks`: a question follows."""

    def small_talk(self, text: str, meant: str, snapshot: Snapshot, *, asks: bool) -> StepResult:
        """Typed words that no flow understands. `asks`: a question is put again below."""

    def not_understood(self, text: str, snapshot: Snapshot, *, asks: bool) -> StepResult:
        """A line that nobody understands."""

    def handed_back(self, words: str) -> Reply:
        """A person's own words that cannot be stored."""


class Topics(Protocol):
    """The results of readings of typed words, beside the flows that hear them. A module with these functions
    is one."""

    @property
    def FIRST_COMMANDS(self) -> frozenset[str]:  # noqa: N802 -- a constant of a module
        """Commands that come before the question that is open."""

    @property
    def BESIDE(self) -> frozenset[Meaning]:  # noqa: N802 -- a constant of a module
        """Topics that are answered beside a line of a diary."""

    @property
    def NONE_OF_THESE(self) -> Button:  # noqa: N802 -- a constant of a module
        """The button that says that a line was misread."""

    def intent(self, reading: Reading | None) -> str:
        """The intent that a sure reading stands for, "" for none."""

    def command(self, reading: Reading, snapshot: Snapshot, *, waits: bool) -> SlashCommand | None:
        """The command that a sure reading stands for. `waits`: a question is open."""

    def reply(self, reading: Reading, snapshot: Snapshot, words: str) -> StepResult | None:
        """The answer to a topic, to which these words were said; None for any other reading."""

    def ask_back(self, reading: Reading, answers: Mapping[Meaning, Token]) -> StepResult | None:
        """The meanings that a line may have, to choose from. `answers`: tokens that answer the question."""


class ConsentGate(Protocol):
    """The question that comes before a flow stores anything of a new person. A module with these functions
    is one."""

    def ask(self, token: str, snapshot: Snapshot, words: str = "") -> StepResult:
        """The question, in place of what `token` does. `words`: the content of a submitted form."""

    def then_open(self, token: Token) -> StepResult:
        """The answer to a consent that leads to a form: a button that opens it."""


Resumed = tuple[Frame, Snapshot, tuple[Effect, ...]]


@dataclass(frozen=True, slots=True)
class FirstConversation:
    """The conversation that each new person has first. It waits until it is over, however long that takes.

    `flow`: its name. `command`: the command that begins it. `resume`: its waiting frame, the snapshot and the
    effects after that command was given again with an argument. `linked`: the command that the argument
    stands for, "" for none.
    """

    flow: str
    command: str
    resume: Callable[[str, Frame, Snapshot], Resumed]
    linked: Callable[[str, Snapshot], str]


class Registry:
    """All that an engine needs to know about flows.

    `commands`: every command, in the order in which menus show them; `menu`: those that anybody can use.
    `by_name`: the commands by name. `flow_of`: each command's flow. `home`: the command that shows where a
    person stands. `location`: flow and name of the button that takes a shared location for which no question
    waits. `topics`: the
    results of readings. `crisis`: the answer to words of self-harm; `concern`: to other danger, or to words
    that may mean it. Raises ValueError where the parts do not fit together.
    """

    def __init__(
        self,
        flows: Iterable[Flow],
        *,
        order: Sequence[str],
        first: FirstConversation,
        home: str,
        location: tuple[str, str],
        fallback: Fallback,
        topics: Topics,
        crisis: Callable[[], StepResult],
        concern: Callable[[Safety], StepResult],
        consent: ConsentGate,
    ) -> None:
        self.flows = {flow.name: flow for flow in flows}
        self.flow_of = {c.name: flow for flow in self.flows.values() for c in flow.commands}
        known = {c.name: c for flow in self.flows.values() for c in flow.commands}
        if sorted(order) != sorted(known):
            raise ValueError(f"commands without a place, or places without one: {set(order) ^ set(known)}")
        self.commands = tuple(known[name] for name in order)
        self.menu = tuple(command for command in self.commands if not command.managers_only)
        self.by_name = {command.name: command for command in self.commands}
        self.first, self.home, self.location = first, home, location
        self.fallback, self.topics, self.consent = fallback, topics, consent
        self.crisis, self.concern = crisis, concern
        self.own_words = frozenset().union(*(flow.own_words for flow in self.flows.values()))
        for name in (first.command, home, *(f.restart_command for f in self.flows.values())):
            if name and name not in self.by_name:
                raise ValueError(f"no such command: {name}")
        if first.flow not in self.flows or location[1] not in self.flows[location[0]].buttons:
            raise ValueError("the first conversation or the button for locations is missing")

    def opening(self, flow: str, name: str, day: date, snapshot: Snapshot) -> StepResult:
        """The beginning of a conversation that the coach starts by itself, with its flow named. `day`: the
        local day that it is about."""
        return replace(self.flows[flow].openings[name](day, snapshot), flow=flow)
