"""Plans that people take part in, and what they decide about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from bot.core.model.messages import Text, own
from bot.core.model.partial import Partial
from bot.core.model.person import DateSpan


class PlanState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    FINISHED = "finished"
    LEFT = "left"


class StepChoice(StrEnum):
    """A person's decision about a step."""

    KEEP = "keep"
    FURTHER = "further"
    EASIER = "easier"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Half of an if–then plan: the person's own words, or a key of the catalogue."""

    words: str
    own: bool

    @property
    def text(self) -> Text:
        return own(self.words) if self.own else Text(self.words)


@dataclass(frozen=True, slots=True)
class Earlier:
    """How an own plan read before it was changed on the local date `until`."""

    until: date
    action: str
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan that the person wrote: `weekdays` are 0 (Monday) to 6. `earlier`: how it read before its
    changes, oldest first, so that a day that is over stays what it was."""

    name: str
    action: str
    weekdays: tuple[int, ...]
    earlier: tuple[Earlier, ...] = ()

    def on(self, day: date) -> OwnPlan:
        """The plan as it read on that local day."""
        then = next((one for one in self.earlier if day < one.until), None)
        return replace(self, action=then.action, weekdays=then.weekdays) if then else self

    def changed(self, today: date, **changes: Any) -> OwnPlan:
        """The plan with other words or days from `today` on."""
        if self.earlier and self.earlier[-1].until >= today:  # the second change of a day
            return replace(self, **changes)
        kept = Earlier(today, self.action, self.weekdays)
        return replace(self, earlier=(*self.earlier, kept), **changes)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Enrolment(Partial):
    """A person on a plan. `slug` and `version` name the catalogue's plan; `own` is set instead for their own.

    `step`: index into the plan's steps, since the local date `step_since`. `offered_on`: when a change of
    step was last offered. `rests`: the days on which it was paused or over, oldest first.
    """

    id: int
    slug: str
    version: int
    started_on: date
    step: int = 0
    step_since: date = date.min
    state: PlanState = PlanState.ACTIVE
    paused_until: date | None = None
    cue: Phrase | None = None
    action: Phrase | None = None
    own: OwnPlan | None = None
    offered_on: date | None = None
    rests: tuple[DateSpan, ...] = ()

    @property
    def title(self) -> Text:
        return own(self.own.name) if self.own else Text(f"plan-{self.slug}-name")


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's choice about a step, on a local date."""

    enrolment_id: int
    day: date
    choice: StepChoice
