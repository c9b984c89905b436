"""The rules that a kind of nudge consists of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from bot.core.conversation.flow import StepResult
from bot.core.model.messages import Text
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.nudges.ceiling import Ceiling, Share


@dataclass(frozen=True, slots=True)
class PlannedNudge:
    """A nudge to come. `day`: the local day that it is about; `at`: the moment (UTC) at which it is due;
    `chosen`: the moment that people know of, up to a few minutes before."""

    kind: NudgeKind
    day: date
    at: datetime
    chosen: datetime


PlanFunction: TypeAlias = Callable[[Snapshot, Ceiling], PlannedNudge | None]
"""The next nudge of the kind, None where no nudge is to come."""
ObsoleteFunction: TypeAlias = Callable[[date, datetime, Snapshot], str]
"""Why a nudge about that day, due at that moment (UTC), makes no sense any more; "" where it still does."""
WaitsFunction: TypeAlias = Callable[[datetime, Snapshot], bool]
"""Whether the nudge waits until that moment (UTC), so that two do not come close together."""
WhyFunction: TypeAlias = Callable[[Person], Text]
"""The line of `/why`: the choice of the person that made it come."""
WordsFunction: TypeAlias = Callable[[StepResult, Snapshot], StepResult]
"""The words around the opening of the flow."""


def no_plan(snapshot: Snapshot, ceiling: Ceiling) -> None:
    """For a kind that only the person asks for."""


def always_waits(until: datetime, snapshot: Snapshot) -> bool:
    """For a kind that can come later as well."""
    return True


def opening_alone(opening: StepResult, snapshot: Snapshot) -> StepResult:
    """For a kind whose flow says by itself why it comes."""
    return opening


NOTHING_MORE = SnapshotNeeds()


@dataclass(frozen=True, slots=True)
class NudgeRules:
    """One kind of nudge: when it is planned, whether it still makes sense when it is due, and its words.

    `flow`, `opening`: the conversation that it begins. `needs`: the parts of the snapshot that the opening
    and `words` read. `requested`: the person asked for this very nudge, so planning leaves it alone.
    `waits_out_quiet_hours`: it comes after quiet hours; otherwise they drop it. `on_return`: it may come on
    the day of return after a long silence. `counts_unanswered`: each one without an answer slows check-ins
    down. `daily`: at the usual pace the next one is due within a day.
    """

    kind: NudgeKind
    flow: str
    opening: str
    share: Share
    obsolete: ObsoleteFunction
    why: WhyFunction
    plan: PlanFunction = no_plan
    waits: WaitsFunction = always_waits
    words: WordsFunction = opening_alone
    needs: SnapshotNeeds = NOTHING_MORE
    requested: bool = False
    waits_out_quiet_hours: bool = True
    on_return: bool = False
    counts_unanswered: bool = False
    daily: bool = False

    @property
    def what(self) -> Text:
        """A name in a few words: "the check-in"."""
        return Text(f"why-what-{self.kind}")
