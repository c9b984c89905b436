"""The frozen snapshot of a person that one turn decides upon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from bot.core.model.checkin import CheckinEntry, DayRecord, Question
from bot.core.model.community import Venue
from bot.core.model.inputs import Account
from bot.core.model.journal import JournalEntry, JournalPosition
from bot.core.model.library import Library, Plan
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import Person
from bot.core.model.plan import Decision, Enrolment, PlanState

Data: TypeAlias = Mapping[str, Any]  # what a dialogue remembers: JSON


WINDOW = timedelta(days=70)  # the days that a turn knows of; a number that is shown says so


@dataclass(frozen=True, slots=True)
class PendingJoin:
    """Somebody typed the person's code and wants to be joined. `link`: the code's number."""

    link: int
    account: Account


@dataclass(frozen=True, slots=True)
class Snapshot:
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
    entries: Mapping[tuple[int, date], CheckinEntry] = field(default_factory=dict)
    days: Mapping[date, DayRecord] = field(default_factory=dict)
    sent: tuple[SentNudge, ...] = ()
    closed: frozenset[tuple[NudgeKind, date]] = frozenset()
    asked: Mapping[str, int] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    journal: tuple[JournalEntry, ...] = ()
    position: JournalPosition | None = None
    zone_hint: str = ""
    venue: Venue | None = None
    account: Account | None = None
    question: Question | None = None
    accounts: tuple[Account, ...] = ()
    since: Mapping[Account, datetime] = field(default_factory=dict)
    asking: PendingJoin | None = None
    first_figures: tuple[CheckinEntry, ...] = ()

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

    def with_entry(self, entry: CheckinEntry) -> Snapshot:
        """The facts as they are once `entry` is recorded."""
        return replace(self, entries={**self.entries, (entry.enrolment_id, entry.day): entry})

    def with_day(self, day: DayRecord) -> Snapshot:
        return replace(self, days={**self.days, day.day: day})

    def without_entry(self, enrolment_id: int, day: date) -> Snapshot:
        """The facts as they are once that entry is taken back."""
        return replace(self, entries={k: e for k, e in self.entries.items() if k != (enrolment_id, day)})

    def without_day(self, day: date) -> Snapshot:
        return replace(self, days={k: d for k, d in self.days.items() if k != day})
