"""The frozen snapshot of a person that one turn decides upon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from bot.core.model.aside import NOTHING_ASIDE, Aside
from bot.core.model.checkin import CheckinEntry, DayRecord, Question
from bot.core.model.community import Venue
from bot.core.model.inputs import Account
from bot.core.model.journal import JournalEntry, JournalPosition
from bot.core.model.library import Library, Plan
from bot.core.model.moment import Swap, TriedExercise
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.partial import NotLoaded, Partial
from bot.core.model.person import Person
from bot.core.model.plan import Decision, Enrolment, PlanState

Data: TypeAlias = Mapping[str, Any]  # what a dialogue remembers: JSON
Entries: TypeAlias = Mapping[tuple[int, date], CheckinEntry]  # by enrolment and local day

RECENT = timedelta(days=11)  # the days of which every snapshot has the entries
WINDOW = timedelta(days=70)  # the days that a turn knows of; a number that is shown says so


@dataclass(frozen=True, slots=True)
class PendingJoin:
    """Somebody typed the person's code and wants to be joined. `link`: the code's number."""

    link: int
    account: Account


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Snapshot(Partial):
    """Everything that a turn may know. `now` is aware (UTC), `today` the person's local date.

    A field that `SnapshotNeeds` names is loaded only where it was declared as needed; reading it raises
    NotLoaded otherwise.

    `entries`: by enrolment and day, the last eleven days at least; `history` is the same where the whole
    window was loaded (`whole`): the last 70 days, or the last 70 answers of each plan where these reach back
    farther. `first_figures`: the oldest entries with a figure of each plan's steps that are not among these.
    `days`: as far back as `entries`, 70 days at most. `sent`: the last 15 days; `closed`: what was to be sent
    in them and was dropped, by kind and day. `asked`: slug → how often a prompt was asked. `journal`: newest
    first, the lines of the query that was declared; `position` says where those lines stand. `zone_hint`: the
    platform's guess. `venue`: the community in which the turn takes place, None outside of communities.
    `question`: what the check-in asked last, where that still waits. `aside`: all that the
    conversation keeps beside its questions. `account`: where the turn comes from, None where it comes from
    no account; `accounts`: all that the person has, `since`: when each was joined with the others, as far as
    known, and `asking`: who wants to be joined with them. `swaps`: the own list of things to do instead, the
    oldest line first; `tried`: the exercises for two minutes that were begun, the last one at the end.
    """

    person: Person
    now: datetime
    today: date
    library: Library
    enrolments: tuple[Enrolment, ...] = ()
    entries: Entries = field(default_factory=dict)
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
    aside: Aside = NOTHING_ASIDE
    accounts: tuple[Account, ...] = ()
    since: Mapping[Account, datetime] = field(default_factory=dict)
    asking: PendingJoin | None = None
    first_figures: tuple[CheckinEntry, ...] = ()
    whole: bool = True
    swaps: tuple[Swap, ...] = ()
    tried: tuple[TriedExercise, ...] = ()

    @property
    def history(self) -> Entries:
        """`entries`, for what looks back farther than eleven days. Raises NotLoaded where they end before."""
        if not self.whole:
            raise NotLoaded("Snapshot", "history")
        return self.entries

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
        return self.replace(entries={**self.entries, (entry.enrolment_id, entry.day): entry})

    def with_day(self, day: DayRecord) -> Snapshot:
        return self.replace(days={**self.days, day.day: day})

    def without_entry(self, enrolment_id: int, day: date) -> Snapshot:
        """The facts as they are once that entry is taken back."""
        return self.replace(entries={k: e for k, e in self.entries.items() if k != (enrolment_id, day)})

    def without_day(self, day: date) -> Snapshot:
        return self.replace(days={k: d for k, d in self.days.items() if k != day})
