"""Claims nudges that are due, and composes and renders them.

Claiming, composing and storing the decisions are one transaction for a batch. Messages are rendered after
it, so that no lock is held meanwhile.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from operator import or_

import structlog

from bot.core.calendar import timing
from bot.core.model.inputs import Account
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.nudges.registry import RULES
from bot.delivery.compose import FAILED, ComposedBatch, ComposedNudge, Recipient, compose
from bot.delivery.outgoing import OutgoingNudge
from bot.storage.claims import ClaimedNudge
from bot.storage.database import Transaction
from bot.storage.engine.errors import StorageAway, StorageBroken, StorageFull
from bot.storage.nudges import NudgeState
from bot.turns.next_nudges import wanted
from bot.turns.service import Service

log = structlog.get_logger("bot.delivery.claims")

LEASE = timedelta(minutes=2)  # for which a claimed nudge belongs to the process that claimed it
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OutgoingBatch:
    """`claimed`: number of rows. `nudges`: those to send. `dropped`: how many of a kind, by reason.
    `start`: the moment from which each platform's nudges may be sent, where its rate is limited. `until`: the
    end of the lease."""

    claimed: int = 0
    nudges: tuple[OutgoingNudge, ...] = ()
    dropped: Counter[tuple[NudgeKind, str]] = field(default_factory=Counter)
    start: Mapping[str, datetime] = field(default_factory=dict)
    until: datetime = _NEVER


@dataclass(frozen=True, slots=True)
class NudgeBatches:
    """Claims batches for the process `by`, of nudges to people on `platforms` (None: all), or `only` to one
    account.
    `rates`: messages a second by platform, of all processes together."""

    service: Service
    by: str
    rates: Mapping[str, float]
    platforms: Collection[str] | None = None
    only: Account | None = None

    async def take(self, limit: int) -> OutgoingBatch:
        """Claim up to `limit` nudges that are due now. Raises `DatabaseError`; nothing is claimed then."""
        now = self.service.clock()
        try:
            async with self.service.database.write() as transaction:
                claimed = await self._claim(transaction, limit, now)
                composed = await self._compose(transaction, claimed, now)
                start = await self._reserve(transaction, composed.composed, now)
        except (StorageAway, StorageFull, StorageBroken):
            raise
        except Exception as error:  # a damaged row or a mistake must not keep back all others
            log.error("nudges are claimed one by one", exc_info=error)
            return await self._take_one_by_one(limit, now)
        return await self._rendered(composed, len(claimed), start, now)

    async def _claim(self, transaction: Transaction, limit: int, now: datetime) -> list[ClaimedNudge]:
        person_id = await transaction.people.find(self.only) if self.only else None
        if self.only and person_id is None:
            return []
        return await transaction.claims.take(
            now, limit=limit, lease=LEASE, by=self.by, platforms=self.platforms, person_id=person_id
        )

    async def _compose(
        self, transaction: Transaction, claimed: Sequence[ClaimedNudge], now: datetime
    ) -> ComposedBatch:
        """Decide about the nudges, and store the decisions."""
        recipients = await self._recipients(transaction, claimed, now)
        batch = compose(claimed, recipients, now, self.platforms)
        for person_id, effect in batch.effects:
            await transaction.effects.apply(person_id, effect, now)
        await transaction.conversations.save(batch.stacks)
        await transaction.claims.release(self.by, batch.postponed)
        if batch.dropped:
            await transaction.claims.close(
                self.by, {nudge.id: NudgeState.DROPPED for nudge, _ in batch.dropped}, now
            )
            again = {nudge.person_id: batch.after[nudge.person_id] for nudge, _ in batch.dropped}
            plans = {i: wanted(recipient.snapshot, recipient.pending) for i, recipient in again.items()}
            await transaction.nudges.replan(plans, {i: recipient.pending for i, recipient in again.items()})
        return batch

    async def _recipients(
        self, transaction: Transaction, claimed: Sequence[ClaimedNudge], now: datetime
    ) -> dict[int, Recipient]:
        """The people of these nudges, each with what their kinds need. People who were erased are left
        out."""
        if not claimed:
            return {}
        snapshots = await self._snapshots(transaction, claimed, now)
        ids, batch = list(snapshots), {nudge.id for nudge in claimed}
        accounts, stacks = (
            await transaction.accounts.preferred(ids),
            await transaction.conversations.frames_of(ids),
        )
        pending = await transaction.nudges.pending(ids)
        found = {
            i: Recipient(snapshots[i], accounts.get(i), stacks.get(i, ()), tuple(pending.get(i, ())))
            for i in ids
        }
        return {i: recipient.with_held(now, batch) for i, recipient in found.items()}

    async def _snapshots(
        self, transaction: Transaction, claimed: Sequence[ClaimedNudge], now: datetime
    ) -> dict[int, Snapshot]:
        """One load for all people whose kinds of nudges need the same."""
        needs: dict[int, SnapshotNeeds] = {}
        for nudge in claimed:
            needs[nudge.person_id] = needs.get(nudge.person_id, SnapshotNeeds()) | RULES[nudge.kind].needs
        people = defaultdict[SnapshotNeeds, list[int]](list)
        for person_id, some in needs.items():
            people[some].append(person_id)
        library = self.service.library
        loaded = [await transaction.snapshots.load(ids, now, library, some) for some, ids in people.items()]
        return reduce(or_, loaded)

    async def _reserve(
        self, transaction: Transaction, nudges: Iterable[ComposedNudge], now: datetime
    ) -> dict[str, datetime]:
        """Reserve capacity for each nudge in its platform's rate; the moment of the first, by platform."""
        some = Counter(nudge.account.platform for nudge in nudges)
        return {
            platform: await transaction.rate_limits.reserve(
                platform, some[platform], self.rates[platform], now
            )
            for platform in sorted(some)
            if platform in self.rates
        }

    # --- rendering

    async def _rendered(
        self, batch: ComposedBatch, claimed: int, start: Mapping[str, datetime], now: datetime
    ) -> OutgoingBatch:
        """The batch with its messages. A nudge whose messages cannot be rendered is dropped."""
        nudges, failed = list[OutgoingNudge](), list[ComposedNudge]()
        for nudge in batch.composed:
            try:
                nudges.append(self._render(nudge))
            except Exception as error:  # one nudge that fails must not keep back the others
                log.error("a nudge cannot be rendered", kind=nudge.claimed.kind, exc_info=error)
                failed.append(nudge)
        if failed:
            await self._drop(failed, batch, now)
        dropped = batch.reasons + Counter((nudge.claimed.kind, FAILED) for nudge in failed)
        return OutgoingBatch(claimed, tuple(nudges), dropped, start, now + LEASE)

    def _render(self, nudge: ComposedNudge) -> OutgoingNudge:
        person, asks = nudge.snapshot.person, nudge.result.step is not None
        silent = person.silent or timing.in_quiet_hours(nudge.snapshot.now, person)
        shown = self.service.wording.show(
            nudge.result.replies, person.language, nudge.snapshot.today, asks=asks
        )
        messages = tuple(
            replace(m, key=f"{nudge.claimed.id}.{n}", silent=silent) for n, m in enumerate(shown, 1)
        )
        return OutgoingNudge(nudge.claimed, nudge.account, messages, nudge.snapshot, nudge.pending)

    async def _drop(self, failed: Iterable[ComposedNudge], batch: ComposedBatch, now: datetime) -> None:
        """Drop nudges after the fact: their questions no longer wait, and the next nudges are planned."""
        people = sorted({nudge.claimed.person_id for nudge in failed})
        async with self.service.database.write() as transaction:
            snapshots = await transaction.snapshots.load(people, now, self.service.library)
            await transaction.claims.close(
                self.by, {nudge.claimed.id: NudgeState.DROPPED for nudge in failed}, now
            )
            await transaction.conversations.save({i: batch.before[i].stack for i in people})
            closed = {nudge.claimed.person_id: (nudge.claimed.kind, nudge.claimed.day) for nudge in failed}
            pending = await transaction.nudges.pending(people)
            plans = {
                i: wanted(snapshot.replace(closed=snapshot.closed | {closed[i]}), pending.get(i, ()))
                for i, snapshot in snapshots.items()
            }
            await transaction.nudges.replan(plans, pending)

    # --- one by one

    async def _take_one_by_one(self, limit: int, now: datetime) -> OutgoingBatch:
        """The same with a transaction for each nudge; those that fail again are dropped."""
        async with self.service.database.write() as transaction:
            claimed = await self._claim(transaction, limit, now)
        batches = [await self._take_one(nudge, now) for nudge in claimed]
        nudges = tuple(nudge for batch in batches for nudge in batch.nudges)
        dropped = sum((batch.dropped for batch in batches), Counter[tuple[NudgeKind, str]]())
        starts: dict[str, datetime] = {}
        for batch in batches:
            starts = {**batch.start, **starts}  # the first one's: the others follow evenly
        return OutgoingBatch(len(claimed), nudges, dropped, starts, now + LEASE)

    async def _take_one(self, nudge: ClaimedNudge, now: datetime) -> OutgoingBatch:
        try:
            async with self.service.database.write() as transaction:
                composed = await self._compose(transaction, [nudge], now)
                start = await self._reserve(transaction, composed.composed, now)
        except (StorageAway, StorageFull, StorageBroken):
            raise
        except Exception as error:
            log.error("a nudge cannot be composed", kind=nudge.kind, exc_info=error)
            async with self.service.database.write() as transaction:
                await transaction.claims.close(self.by, {nudge.id: NudgeState.DROPPED}, now)
            return OutgoingBatch(1, dropped=Counter({(nudge.kind, FAILED): 1}))
        return await self._rendered(composed, 1, start, now)
