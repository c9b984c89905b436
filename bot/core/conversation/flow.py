"""What a flow is made of: step functions, button functions, and the turn that they return."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from bot.core.model.effects import Effect
from bot.core.model.inputs import FormSubmission, Input
from bot.core.model.messages import Form, Reply
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Data, Snapshot


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a step: words as typed, or the value of a pressed button."""

    text: str
    pressed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Where somebody is in a flow: the step that waits for an answer, what was said so far (JSON), and the
    local date since when it waits."""

    flow: str
    step: str
    data: Data = field(default_factory=dict)
    since: date = date.min


@dataclass(frozen=True, slots=True)
class StepResult:
    """What follows from an answer: replies, commands, and the step that waits next.

    `step` None: the flow is over (for a button function: nothing new is waited for). `flow`: the flow that
    `step` belongs to, where it is another one. `clears`: whatever else was waiting is dropped. `runs`: the
    button does what that command does, and all else here is empty. `presses`: once the commands are carried
    out, the button of that token is pressed. `open`: a question that words may answer, and need not: what
    else is said goes on as if nothing waited. `hint`: nothing came of what was said, and the replies only say
    so.
    """

    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    step: str | None = None
    data: Data = field(default_factory=dict)
    flow: str = ""
    clears: bool = False
    runs: str = ""
    presses: str = ""
    open: Data | None = None
    hint: bool = False

    def after(self, *replies: Reply) -> StepResult:
        """The same turn, with `replies` said first."""
        return replace(self, replies=(*replies, *self.replies), hint=False)

    def doing(self, *commands: Effect) -> StepResult:
        """The same turn, with `commands` carried out first."""
        return replace(self, effects=(*commands, *self.effects))


def say(key: str, /, *, buttons: tuple = (), **args: object) -> StepResult:  # type: ignore[type-arg]
    """A turn of one reply that waits for nothing."""
    return StepResult((Reply(key, args, buttons),))  # type: ignore[arg-type]


StepFunction: TypeAlias = Callable[[Answer | None, Data, Snapshot], StepResult]
"""`answer` None means: ask. A value means: answered."""
ButtonFunction: TypeAlias = Callable[[str, Snapshot], StepResult]
"""A button that stands for itself, whenever it is pressed: it gets what follows `flow.name.` in its token."""
FormFunction: TypeAlias = Callable[[str, Mapping[str, str], Snapshot], StepResult]
"""A form sent in: what follows `flow.name.` in its token, and its values."""
BlankFunction: TypeAlias = Callable[[str, Snapshot], Form | None]
"""A form before it is filled in, by what follows `flow.name.` in its token. None: there is nothing to ask."""
NeedsFunction: TypeAlias = Callable[[Input, "Frame | None", Snapshot], SnapshotNeeds]
"""What answering reads of the snapshot: it gets what was said, the frame of its own flow that waits, if one
does, and a snapshot of which only the person is loaded."""
OpeningFunction: TypeAlias = Callable[[date, Snapshot], StepResult]
"""The beginning of a conversation that the coach starts: it gets the local day that the message is about."""
CommandFunction: TypeAlias = Callable[[str, Snapshot], StepResult]
"""A slash command or a plain word that stands for one: it gets the argument ("" for none)."""


def nothing(said: Input, frame: Frame | None, snapshot: Snapshot) -> SnapshotNeeds:
    """No more than every snapshot has."""
    return SnapshotNeeds()


def always(needs: SnapshotNeeds) -> NeedsFunction:
    """The same needs, whatever was said."""
    return lambda said, frame, snapshot: needs


@dataclass(frozen=True, slots=True)
class Flow:
    """One conversation: its waiting steps, its free-standing buttons, its forms (`blanks`: the same, before
    they are filled in), and its slash commands. `openings`: the ways in which the coach begins it by itself,
    by name.

    `restart`: the command that begins it anew, where a waiting step no longer exists in this release.
    `fleeting`: steps that wait for the very next thing only, so that a "yes" of tomorrow is never taken for
    theirs. `passing`: its questions are dropped once the person begins something else that asks, and never
    come back out of place. `needs`: what its functions read of the snapshot beside what every snapshot has.
    `runs_commands`: buttons that run the command that their value names. `open_to_all`: works before
    onboarding is finished and while coaching rests. `once_agreed`: works before onboarding is finished for
    somebody who has said to be 13 or older. `consent`: buttons and forms that keep something of the person,
    so that consent comes first. `aside`: where it waits for nothing, its replies stand for themselves, and
    whatever else was waiting goes on doing so unsaid.
    """

    name: str
    steps: Mapping[str, StepFunction] = field(default_factory=dict)
    buttons: Mapping[str, ButtonFunction] = field(default_factory=dict)
    forms: Mapping[str, FormFunction] = field(default_factory=dict)
    blanks: Mapping[str, BlankFunction] = field(default_factory=dict)
    commands: Mapping[str, CommandFunction] = field(default_factory=dict)
    openings: Mapping[str, OpeningFunction] = field(default_factory=dict)
    restart: str = ""
    fleeting: frozenset[str] = frozenset()
    passing: bool = False
    needs: NeedsFunction = nothing
    runs_commands: frozenset[str] = frozenset()
    open_to_all: bool = False
    once_agreed: bool = False
    consent: frozenset[str] = frozenset()
    aside: bool = False


__all__ = [
    "Answer",
    "BlankFunction",
    "ButtonFunction",
    "CommandFunction",
    "Flow",
    "FormFunction",
    "FormSubmission",
    "Frame",
    "NeedsFunction",
    "OpeningFunction",
    "StepFunction",
    "StepResult",
    "say",
]
