"""A person's facts: a frozen snapshot that one turn decides upon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from bot.core.community.model import Venue
from bot.core.library import Library, Plan
from bot.core.messages import Account, Text, own

Data: TypeAlias = Mapping[str, Any]  # what a dialogue remembers: JSON


class Rest(StrEnum):
    """Why coaching rests, if it does: the person said stop, cannot be reached, or spoke of self-harm."""

    NO = ""
    STOPPED = "stopped"
    UNREACHABLE = "unreachable"
    CARE = "care"


class Status(StrEnum):
    """NEW: not through onboarding. STOPPED: at rest. CARE: at rest after words of self-harm. Who is merely
    unreachable is ACTIVE: they are answered as ever whenever they come."""

    NEW = "new"
    ACTIVE = "active"
    STOPPED = "stopped"
    CARE = "care"


class Kept(StrEnum):
    """A day's answer. The fourth, *unknown*, is the absence of an entry."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    SKIPPED = "skipped"  # it did not apply that day


class PlanState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    FINISHED = "finished"
    LEFT = "left"


class Kind(StrEnum):
    """Why the coach writes of its own accord."""

    CHECKIN = "checkin"
    REMINDER = "reminder"  # the check-in is still open
    LATER = "later"  # the person asked for it
    REFLECTION = "reflection"
    WEEK = "week"


OBSTACLES = ("forgot", "time", "mood", "came-up")


class Choice(StrEnum):
    """What a person decided about a step."""

    KEEP = "keep"
    FURTHER = "further"
    EASIER = "easier"


class Guessed(str):
    """A language that is spoken while nothing tells which: the platform said none, the person chose none."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Local days in a row: from `first` up to, and without, `until`; None: to no end that is known."""

    first: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Person:
    """Settings and state of one person. Times are local wall times; `zone` is an IANA name; `language` is the
    code of a language of the catalogue.

    `exactly`: check-in and summary come at the very minute chosen, not spread over the ones after it.
    `reminder_after`: minutes after the check-in, None = off. `week_day`: 0 = Monday. `ceiling`: messages of
    the coach's own accord in any seven local days. `ignored`: check-ins in a row without any sign of the
    person. `paused_until`: nothing is sent before that local date. `agreed`: they said that they are 13
    or older, after they were told what is kept. `rests`: the days on which coaching was paused or stopped,
    oldest first, today's and those to come included.
    """

    id: int
    language: str = ""
    zone: str = "UTC"
    onboarded: bool = False
    rest: Rest = Rest.NO
    day_start: time = time(4)
    checkin_at: time = time(20)
    exactly: bool = False
    reminder_after: int | None = 90
    quiet_from: time = time(22)
    quiet_to: time = time(8)
    ceiling: int = 10
    week_day: int = 6
    week_at: time = time(17)
    reflections_a_week: int = 1
    focus: str = ""
    why: str = ""
    name: str = ""
    paused_until: date | None = None
    ignored: int = 0
    agreed: bool = False
    rests: tuple[Span, ...] = ()

    @property
    def status(self) -> Status:
        if self.rest is Rest.CARE:
            return Status.CARE
        if not self.onboarded:
            return Status.NEW
        return Status.STOPPED if self.rest is Rest.STOPPED else Status.ACTIVE

    @property
    def listens(self) -> bool:
        """Whether the coach may write of its own accord at all."""
        return self.status is Status.ACTIVE and self.rest is Rest.NO


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


@dataclass(frozen=True, slots=True)
class Enrolment:
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
    rests: tuple[Span, ...] = ()

    @property
    def title(self) -> Text:
        return own(self.own.name) if self.own else Text(f"plan-{self.slug}-name")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was said of one plan on one local date. `amount`: minutes or a count; `step`: the step then."""

    enrolment_id: int
    day: date
    kept: Kept
    amount: float | None = None
    step: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """What a person said of a whole local date: `control` 1–5 and what got in the way (one of OBSTACLES).
    Words about the day are a `Written`."""

    day: date
    control: int | None = None
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message the coach wrote of its own accord; `day` is the local date that it counts for."""

    kind: Kind
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's choice about a step, on a local date."""

    enrolment_id: int
    day: date
    choice: Choice


@dataclass(frozen=True, slots=True)
class Question:
    """What the check-in spoke of last: a local date, and the number of the plan whose question is open (0:
    none is). `last`: what was answered just before: a plan's number, CONTROL, or None. `replied`: it is what
    the person's reply points to."""

    day: date
    plan: int = 0
    last: int | str | None = None
    replied: bool = False


CONTROL = "control"
NOTE, OBSTACLE = "note", "obstacle"  # what is in the journal beside answers to prompts


@dataclass(frozen=True, slots=True)
class Written:
    """Own words kept in the journal. `prompt`: a prompt's slug, or NOTE (a line on the day), or OBSTACLE."""

    id: int
    day: date
    prompt: str
    text: str


WINDOW = timedelta(days=70)  # the days that a turn knows of; a number that is shown says so


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """The part of a journal that a turn reads. `recent`: the lines of the last two months. Else one page with
    its neighbours: of the line with the id `at` (None: the newest), among the lines that hold `needle`."""

    at: int | None = None
    needle: str = ""
    recent: bool = False


@dataclass(frozen=True, slots=True)
class JournalPosition:
    """Where loaded lines stand: how many lines are `newer` than the first of them, of how many in `total` (of
    the whole journal, or of what a search finds), and how many the `whole` journal has."""

    newer: int
    total: int
    whole: int


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody typed the person's code and wants to be joined. `link`: the code's number."""

    link: int
    account: Account


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a turn may know. `now` is aware (UTC), `today` the person's local date.

    `entries`: the last 70 days, or the last 70 answers of each plan where these reach back farther;
    `first_figures`: the oldest entries with a figure of each plan's steps, as far as they are none of these.
    `days`: the last 70 days. `sent`: the last 15 days; `closed`: what was to be sent in them and
    was dropped, by kind and day. `asked`: slug → how often a prompt was asked. `journal`: newest first,
    loaded only for the flows that read it, and only what they read: `position` says where those lines
    stand. `zone_hint`: the platform's guess. `venue`: the community in whose midst the turn takes place, for
    the flows that are about it. `question`: what the check-in asked last, where that still waits. `account`:
    where the turn comes from; `accounts`: all that the person has, `since`: when each was joined with the
    others, as far as known, and `asking`: who wants to be joined with them, for the flows about that.
    """

    person: Person
    now: datetime
    today: date
    library: Library
    enrolments: tuple[Enrolment, ...] = ()
    entries: Mapping[tuple[int, date], Entry] = field(default_factory=dict)
    days: Mapping[date, Day] = field(default_factory=dict)
    sent: tuple[Sent, ...] = ()
    closed: frozenset[tuple[Kind, date]] = frozenset()
    asked: Mapping[str, int] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    journal: tuple[Written, ...] = ()
    position: JournalPosition | None = None
    zone_hint: str = ""
    venue: Venue | None = None
    account: Account | None = None
    question: Question | None = None
    accounts: tuple[Account, ...] = ()
    since: Mapping[Account, datetime] = field(default_factory=dict)
    asking: Asking | None = None
    first_figures: tuple[Entry, ...] = ()

    def enrolment(self, number: int) -> Enrolment | None:
        """The person's own enrolment of that number; None for anybody else's."""
        return next((e for e in self.enrolments if e.id == number), None)

    @property
    def running(self) -> tuple[Enrolment, ...]:
        """Plans that are neither finished nor left."""
        return tuple(e for e in self.enrolments if e.state in (PlanState.ACTIVE, PlanState.PAUSED))

    def plan(self, enrolment: Enrolment) -> Plan | None:
        """The catalogue's plan; None for an own plan and for one that the catalogue no longer has."""
        return self.library.plans.get(enrolment.slug)

    def with_entry(self, entry: Entry) -> Facts:
        """The facts as they are once `entry` is recorded."""
        return replace(self, entries={**self.entries, (entry.enrolment_id, entry.day): entry})

    def with_day(self, day: Day) -> Facts:
        return replace(self, days={**self.days, day.day: day})

    def without_entry(self, enrolment_id: int, day: date) -> Facts:
        """The facts as they are once that entry is taken back."""
        return replace(self, entries={k: e for k, e in self.entries.items() if k != (enrolment_id, day)})

    def without_day(self, day: date) -> Facts:
        return replace(self, days={k: d for k, d in self.days.items() if k != day})
