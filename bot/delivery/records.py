"""Stores the results of sending, and plans the next nudges of the people concerned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.calendar.timing import local_day
from bot.core.model.effects import UpdatePerson
from bot.core.model.person import RestReason
from bot.core.nudges.registry import RULES
from bot.delivery.outgoing import (
    Arrived,
    OutgoingNudge,
    RecipientRefused,
    RetryLater,
    SendResult,
    SentOutgoing,
)
from bot.storage.database import Transaction
from bot.storage.nudges import NudgeState, PendingNudge
from bot.turns.next_nudges import wanted
from bot.turns.service import Service

SLOW_DOWN_FROM = 2  # nudges refused for now at a time, by one platform


@dataclass(frozen=True, slots=True)
class Records:
    """Records for the process `by`. `rates`: messages a second by platform, of all processes together."""

    service: Service
    by: str
    rates: Mapping[str, float]

    async def store(self, results: Sequence[SentOutgoing]) -> None:
        """Store these results and plan what comes next, in one transaction. Raises `DatabaseError`."""
        now = self.service.clock()
        async with self.service.database.write() as transaction:
            await transaction.people.lock(sorted({nudge.claimed.person_id for nudge, _ in results}))
            closed = await self._close(transaction, results, now)
            await self._plan_next(transaction, [(n, r) for n, r in results if n.claimed.id in closed], now)
            await self._slow_down(transaction, results, now)

    async def store_states(self, results: Sequence[SentOutgoing]) -> None:
        """Store these results and nothing else, so that nothing is sent twice."""
        async with self.service.database.write() as transaction:
            await self._close(transaction, results, self.service.clock())

    async def _close(
        self, transaction: Transaction, results: Sequence[SentOutgoing], now: datetime
    ) -> frozenset[int]:
        """The nudges (ids) that are over now and were still this process's."""
        await transaction.claims.release(
            self.by, {n.claimed.id: r.at for n, r in results if isinstance(r, RetryLater)}
        )
        arrived = (result for _, result in results if isinstance(result, Arrived))
        await transaction.shown_questions.note(one for result in arrived for one in result.questions)
        ends = {nudge.claimed.id: state for nudge, result in results if (state := _state(result))}
        return await transaction.claims.close(self.by, ends, now)

    async def _plan_next(
        self, transaction: Transaction, results: Sequence[SentOutgoing], now: datetime
    ) -> None:
        if not results:
            return
        refused = [n.claimed.person_id for n, r in results if isinstance(r, RecipientRefused)]
        for person_id in refused:
            await transaction.effects.apply(person_id, UpdatePerson({"rest": RestReason.UNREACHABLE}), now)
        arrived = {n.claimed.person_id: n for n, r in results if isinstance(r, Arrived)}
        asked = [i for i, n in arrived.items() if RULES[n.claimed.kind].counts_unanswered]
        ignored = await transaction.people.count_ignored(asked) if asked else {}
        pending = await transaction.nudges.pending([*arrived, *refused])
        known = {
            i: nudge.snapshot.replace(now=now, today=local_day(now, nudge.snapshot.person))
            for i, nudge in arrived.items()
            if _as_composed(nudge, ignored, pending.get(i, ()))
        }
        others = [i for i in (*arrived, *refused) if i not in known]
        known |= await transaction.snapshots.load(others, now, self.service.library)
        await transaction.nudges.replan(
            {i: wanted(snapshot, pending.get(i, ())) for i, snapshot in known.items()}, pending
        )

    async def _slow_down(
        self, transaction: Transaction, results: Sequence[SentOutgoing], now: datetime
    ) -> None:
        """A platform that refuses several nudges at a time finds the bot as a whole too quick."""
        asked: dict[str, list[float]] = defaultdict(list)
        for nudge, result in results:
            if isinstance(result, RetryLater) and result.asked:
                asked[nudge.account.platform].append(result.asked)
        for platform, seconds in sorted(asked.items()):
            if len(seconds) >= SLOW_DOWN_FROM and platform in self.rates:
                await transaction.rate_limits.close_until(
                    platform, now + timedelta(seconds=max(seconds)), now
                )


def _state(result: SendResult) -> NudgeState | None:
    match result:
        case Arrived(certain):
            return NudgeState.SENT if certain else NudgeState.UNKNOWN
        case RecipientRefused():
            return NudgeState.REFUSED
        case RetryLater():
            return None


def _as_composed(nudge: OutgoingNudge, ignored: Mapping[int, int], pending: Iterable[PendingNudge]) -> bool:
    """Whether the person's plans are still as they were when the nudge was composed."""
    person = nudge.snapshot.person
    same = nudge.pending == frozenset(p.slot for p in pending if not p.held)
    return same and ignored.get(person.id, person.ignored) == person.ignored


async def reserve_for_answers(service: Service, rates: Mapping[str, float]) -> None:
    """Take the answers of the last second out of the shared rates: answers wait for nothing, so nudges wait
    for them. A process that is alone needs no database for that: it keeps its own order."""
    some = {name: n for name, n in service.answered.take().items() if n and name in rates}
    if some and service.database.is_shared:
        async with service.database.write() as transaction:
            for name, number in sorted(some.items()):
                await transaction.rate_limits.reserve(name, number, rates[name], service.clock())
