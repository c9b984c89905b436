"""Messages of the coach's own accord, from the row that is due to the letter, and from its fate to the
next row.

Both ways many are handled by one transaction. The letters themselves are sent between the two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import structlog

from bot.core.calendar.timing import local_day
from bot.core.model.effects import UpdatePerson
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import RestReason
from bot.delivery.compose import FAILED, Composer, OutgoingNudge
from bot.storage.engine.errors import StorageAway, StorageBroken, StorageFull
from bot.storage.nudges import ClaimedNudge
from bot.storage.planning import PendingNudge
from bot.storage.store import Store
from bot.storage.tables import NudgeState
from bot.turns.next_nudges import wanted
from bot.turns.service import Service

log = structlog.get_logger("letters")

LEASE = timedelta(minutes=2)  # how long a claimed message belongs to who claimed it
_NEVER = datetime.max.replace(tzinfo=UTC)
CROWD = 2  # letters turned away at a time


@dataclass(frozen=True, slots=True)
class Batch:
    """What was claimed, and what became of it: letters to send; the rest was dropped (why, how often), or
    postponed. `start`: the moment from which each platform's letters may go out, where its rate is
    limited. `until`: when somebody else may take them over."""

    claimed: int = 0
    letters: tuple[OutgoingNudge, ...] = ()
    dropped: Counter[tuple[NudgeKind, str]] = field(default_factory=Counter)
    start: Mapping[str, datetime] = field(default_factory=dict)
    until: datetime = _NEVER


@dataclass(frozen=True, slots=True)
class Arrived:
    """It went out; `certain` False: perhaps. Either way it is not sent again."""

    certain: bool = True


@dataclass(frozen=True, slots=True)
class RecipientRefused:
    """The platform refuses for good: the person is at rest until they write again."""


@dataclass(frozen=True, slots=True)
class RetryLater:
    """It surely did not go out: it is due again at `at`, and looked at anew then. `asked`: for how many
    seconds the platform asked to be left in peace."""

    at: datetime
    asked: float = 0


SendResult: TypeAlias = Arrived | RecipientRefused | RetryLater


class NudgeBatches:
    """Claims for one process (`by`). `rates`: letters a second, by platform, for all processes together."""

    def __init__(self, service: Service, by: str, rates: Mapping[str, float]) -> None:
        self.service, self.by, self.rates = service, by, rates

    async def take(
        self, *, limit: int, platforms: Collection[str] | None = None, only: Account | None = None
    ) -> Batch:
        """Claim what is due now, up to `limit`, and write it."""
        now = self.service.clock()
        try:
            async with self.service.database.write() as store:
                claimed = await self._claim(store, now, limit, platforms, only)
                return await self._written(store, claimed, now, platforms)
        except (StorageAway, StorageFull, StorageBroken):
            raise
        except Exception as error:  # a damaged row, or a mistake of ours, must not keep all others back
            log.error("what is due is written one by one", exc_info=error)
        return await self._one_by_one(now, limit, platforms, only)

    async def _claim(
        self, store: Store, now: datetime, limit: int, platforms: Collection[str] | None, only: Account | None
    ) -> list[ClaimedNudge]:
        person_id = await store.person_of(only) if only else None
        if only and person_id is None:
            return []
        return await store.claim(
            now, limit=limit, lease=LEASE, by=self.by, platforms=platforms, person_id=person_id
        )

    async def _written(
        self, store: Store, claimed: Sequence[ClaimedNudge], now: datetime, platforms: Collection[str] | None
    ) -> Batch:
        if not claimed:
            return Batch()
        desk = Composer(self.service, store, self.by, now, platforms)
        await desk.spread_out(claimed)
        for row in claimed:
            desk.write(row)
        await desk.put_away()
        start = await self._start(store, desk.letters, now)
        return Batch(len(claimed), tuple(desk.letters), desk.dropped, start, now + LEASE)

    async def _one_by_one(
        self, now: datetime, limit: int, platforms: Collection[str] | None, only: Account | None
    ) -> Batch:
        """The same in a transaction for each; what cannot be written is dropped."""
        async with self.service.database.write() as store:
            claimed = await self._claim(store, now, limit, platforms, only)
        batches = [await self._alone(row, now, platforms) for row in claimed]
        letters = tuple(letter for batch in batches for letter in batch.letters)
        dropped = sum((batch.dropped for batch in batches), Counter[tuple[NudgeKind, str]]())
        starts: dict[str, datetime] = {}
        for batch in batches:
            starts = {**batch.start, **starts}  # the first one's: the others follow evenly
        return Batch(len(claimed), letters, dropped, starts, now + LEASE)

    async def _alone(self, row: ClaimedNudge, now: datetime, platforms: Collection[str] | None) -> Batch:
        try:
            async with self.service.database.write() as store:
                return await self._written(store, [row], now, platforms)
        except (StorageAway, StorageFull, StorageBroken):
            raise
        except Exception as error:
            log.error("a message could not be written", kind=row.kind, exc_info=error)
        async with self.service.database.write() as store:
            await store.mark(self.by, {row.id: NudgeState.DROPPED}, now)
        return Batch(1, dropped=Counter({(row.kind, FAILED): 1}))

    async def keep(self, ids: Collection[int]) -> tuple[frozenset[int], datetime]:
        """Prolong the leases of what is still on its way: those that still are this process's, and until
        when."""
        until = self.service.clock() + LEASE
        async with self.service.database.write() as store:
            return await store.renew(self.by, ids, until), until

    async def close(self, fates: Sequence[tuple[OutgoingNudge, SendResult]]) -> None:
        """Write down what became of letters, and nothing else."""
        async with self.service.database.write() as store:
            await store.release(
                self.by, {le.claimed.id: f.at for le, f in fates if isinstance(f, RetryLater)}
            )
            ends = {le.claimed.id: state for le, f in fates if (state := _state(f))}
            await store.mark(self.by, ends, self.service.clock())

    async def _start(
        self, store: Store, letters: Iterable[OutgoingNudge], now: datetime
    ) -> dict[str, datetime]:
        """Reserve a place for each letter in its platform's rate."""
        some = Counter(letter.account.platform for letter in letters)
        return {
            platform: await store.reserve(platform, some[platform], self.rates[platform], now)
            for platform in sorted(some)
            if platform in self.rates
        }

    async def settle(self, fates: Sequence[tuple[OutgoingNudge, SendResult]]) -> None:
        """Write down what became of letters, and plan what comes next for their people."""
        now = self.service.clock()
        async with self.service.database.write() as store:
            await store.hold(sorted({letter.claimed.person_id for letter, _ in fates}))
            await store.release(
                self.by, {le.claimed.id: f.at for le, f in fates if isinstance(f, RetryLater)}
            )
            ends = {le.claimed.id: state for le, f in fates if (state := _state(f))}
            closed = await store.mark(self.by, ends, now)
            await self._plan_next(store, [(le, f) for le, f in fates if le.claimed.id in closed], now)
            await self._slow_down(store, fates, now)

    async def _slow_down(
        self, store: Store, fates: Sequence[tuple[OutgoingNudge, SendResult]], now: datetime
    ) -> None:
        """A platform that turns several letters away at a time finds the bot as a whole too quick."""
        asked: dict[str, list[float]] = defaultdict(list)
        for letter, fate in fates:
            if isinstance(fate, RetryLater) and fate.asked:
                asked[letter.account.platform].append(fate.asked)
        for platform, seconds in sorted(asked.items()):
            if len(seconds) >= CROWD and platform in self.rates:
                await store.close_until(platform, now + timedelta(seconds=max(seconds)), now)

    async def _plan_next(
        self, store: Store, fates: Sequence[tuple[OutgoingNudge, SendResult]], now: datetime
    ) -> None:
        if not fates:
            return
        refused = [le.claimed.person_id for le, f in fates if isinstance(f, RecipientRefused)]
        for person_id in refused:
            await store.apply(person_id, UpdatePerson({"rest": RestReason.UNREACHABLE}), now)
        arrived = {le.claimed.person_id: le for le, f in fates if isinstance(f, Arrived)}
        asked = [i for i, letter in arrived.items() if letter.claimed.kind is NudgeKind.CHECKIN]
        ignored = await store.count_ignored(asked) if asked else {}
        there = await store.waiting([*arrived, *refused])
        as_expected = {
            i: letter.snapshot.replace(now=now, today=local_day(now, letter.snapshot.person))
            for i, letter in arrived.items()
            if _undisturbed(letter, ignored, there.get(i, ()))
        }
        others = [i for i in (*arrived, *refused) if i not in as_expected]
        anew = await store.snapshots.load(others, now, self.service.library)
        known = as_expected | anew
        await store.replan({i: wanted(snapshot, there.get(i, ())) for i, snapshot in known.items()}, there)


def _state(fate: SendResult) -> NudgeState | None:
    match fate:
        case Arrived(certain):
            return NudgeState.SENT if certain else NudgeState.UNKNOWN
        case RecipientRefused():
            return NudgeState.REFUSED
        case RetryLater():
            return None


def _undisturbed(letter: OutgoingNudge, ignored: Mapping[int, int], there: Iterable[PendingNudge]) -> bool:
    """Whether nothing happened to the person's plans while the letter was on its way."""
    person = letter.snapshot.person
    same = letter.there == frozenset(w.slot for w in there if not w.held)
    return same and ignored.get(person.id, person.ignored) == person.ignored


async def answers_first(service: Service, rates: Mapping[str, float]) -> None:
    """Take the places of what was answered just now out of the shared rate: answers wait for nobody, so
    what is sent to many waits for them. One process alone keeps its own order, and needs no database for
    that."""
    some = {name: n for name, n in service.answered.take().items() if n and name in rates}
    if some and service.database.shared:
        async with service.database.write() as store:
            for name, places in sorted(some.items()):
                await store.reserve(name, places, rates[name], service.clock())
