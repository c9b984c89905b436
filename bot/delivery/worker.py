"""Sends what is due: claim, compose, send, record.

A row is claimed with a lease, so that one of several processes sends it, and another takes over the rows of a
dead one.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog

from bot.config.backoff import Backoff
from bot.core.coach import ENGINE
from bot.core.model.inputs import Account
from bot.delivery.claims import NudgeBatches, OutgoingBatch
from bot.delivery.clock_changes import ClockWatch
from bot.delivery.leases import Leases
from bot.delivery.outgoing import Arrived, OutgoingNudge, RecipientRefused, RetryLater, SendResult
from bot.delivery.ports import Blocked, DeliveryMetrics, NullMetrics, Outbox, TryLater, Unknown
from bot.delivery.records import Records
from bot.delivery.results import ResultQueue
from bot.storage.shown_questions import ShownQuestion
from bot.turns.service import Service

log = structlog.get_logger("bot.delivery.worker")

MAX_BATCH_ROWS = 64
MAX_CONCURRENT_SENDS = 32  # a nudge counts until its result is stored
MAX_BATCH_SECONDS = 2.0  # of a platform's rate: no answer waits behind more
SEND_BACKOFF = Backoff(first_seconds=30, longest_seconds=1800)  # of a nudge that is refused for now
MAX_RATE_WAIT_SECONDS = 120.0
CLEAN_EVERY = timedelta(days=1)
MAX_CLEANED_ROWS = 1000  # in one transaction, so that no other waits long for the lock


class Delivery:
    """Sends on the platforms of `outboxes`; `only` to one account. `rates`: messages a second that a platform
    takes of all processes together; a platform without a rate has no limit."""

    def __init__(
        self,
        service: Service,
        outboxes: Mapping[str, Outbox],
        *,
        only: Account | None = None,
        rates: Mapping[str, float] | None = None,
        watch: DeliveryMetrics | None = None,
        at_once: int = MAX_CONCURRENT_SENDS,
    ) -> None:
        self.service, self.outboxes = service, outboxes
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"  # of this process, on its claims
        self._rates, self._metrics = rates or {}, watch or NullMetrics()
        self.claims = NudgeBatches(service, self.name, self._rates, tuple(outboxes), only)
        records = Records(service, self.name, self._rates)
        self._results = ResultQueue(records.store, records.store_states, max(1, at_once // 2))
        self._leases = Leases(service, self.name)
        self._slots, self._at_once = asyncio.Semaphore(at_once), at_once
        self._clock_watch = ClockWatch(service)
        self._cleaned = datetime.min.replace(tzinfo=UTC)
        self._sending: set[asyncio.Task[None]] = set()
        self._leaving = asyncio.Event()

    # --- due nudges

    async def tick(self) -> int:
        """Deliver everything that is due now; returns the number of claimed rows."""
        total = 0
        renewing = asyncio.create_task(self._leases.renew_forever())
        try:
            await self._clock_watch.look()
            await self._clean()
            while not self._leaving.is_set() and await self._is_due():
                batch = await self._take()
                if not batch.claimed:
                    break
                total += batch.claimed
                self._send(batch)
                while len(self._sending) > self._at_once:
                    await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
        finally:
            try:
                await self._all_sent()
            finally:
                renewing.cancel()
        return total

    async def watch(self, seconds: float) -> None:
        """Deliver what is due now, and what falls due within so many seconds, at its very moment."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        while not self._leaving.is_set():
            await self.tick()
            due = await self._next_due()
            now = self.service.clock()
            if due is None or not 0 < (due - now).total_seconds() < ends - loop.time():
                return
            await self._wait_until(due)

    async def _next_due(self) -> datetime | None:
        async with self.service.database.read() as transaction:
            return await transaction.claims.next_due()

    async def _is_due(self) -> bool:
        """Reads only, so that an idle tick does not take the writers' lock."""
        due = await self._next_due()
        return due is not None and due <= self.service.clock()

    async def _take(self) -> OutgoingBatch:
        rate = min(self._rates.values(), default=MAX_BATCH_ROWS)
        batch = await self.claims.take(max(1, min(MAX_BATCH_ROWS, round(rate * MAX_BATCH_SECONDS))))
        self._metrics.claimed(batch.claimed)
        for (kind, reason), times in batch.dropped.items():
            self._metrics.dropped(kind, reason, times)
            log.info("dropped", kind=kind, reason=reason, times=times)
        return batch

    def _send(self, batch: OutgoingBatch) -> None:
        """Start a task for each nudge, with its moment in the platform's rate."""
        moments = dict(batch.start)
        for nudge in batch.nudges:
            platform = nudge.account.platform
            self._leases.add(nudge.claimed.id, batch.until)
            task = asyncio.create_task(self._deliver(nudge, moments.get(platform)))
            if platform in moments:
                moments[platform] += timedelta(seconds=1 / self._rates[platform])
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _all_sent(self) -> None:
        while self._sending:
            for error in await asyncio.gather(*self._sending, return_exceptions=True):
                if isinstance(error, Exception):
                    log.error("a nudge was given up", exc_info=error)

    async def _clean(self) -> None:
        """Delete rows that serve nothing any more, once a day."""
        now = self.service.clock()
        if abs(now - self._cleaned) > CLEAN_EVERY:
            self._cleaned = now
            deleted = MAX_CLEANED_ROWS
            while deleted >= MAX_CLEANED_ROWS:
                async with self.service.database.write() as transaction:
                    deleted = await transaction.upkeep.clean(now, limit=MAX_CLEANED_ROWS)

    # --- one nudge

    async def _deliver(self, nudge: OutgoingNudge, moment: datetime | None) -> None:
        try:
            if moment is not None:
                await self._wait_until(moment)
            async with self._slots:
                held = not self._leaving.is_set() and self._leases.holds(nudge.claimed.id)
                result = await self._sent(nudge) if held else RetryLater(self.service.clock())
                self._count(nudge, result)
                await self._results.stored(nudge, result)
        finally:
            self._leases.end(nudge.claimed.id)

    async def _wait_until(self, moment: datetime) -> None:
        """Returns at once when the process leaves. A clock that goes back prolongs no wait much."""
        left = (moment - self.service.clock()).total_seconds()
        with suppress(TimeoutError):
            async with asyncio.timeout(min(max(left, 0), MAX_RATE_WAIT_SECONDS)):
                await self._leaving.wait()

    async def _sent(self, nudge: OutgoingNudge) -> SendResult:
        sent, questions = 0, list[ShownQuestion]()
        try:
            for message in nudge.messages:
                place = await self.outboxes[nudge.account.platform].send(nudge.account, message)
                question = ENGINE.question_below([button.token for button in message.buttons])
                if place and question:
                    questions.append(ShownQuestion(nudge.account, place, question))
                sent += 1
        except Blocked:
            return RecipientRefused()
        except TryLater as error:
            if sent:  # a retry would send the first messages twice
                return Arrived(certain=False)
            pause = SEND_BACKOFF.seconds(nudge.claimed.attempts, at_least=error.seconds)
            return RetryLater(self.service.clock() + timedelta(seconds=pause), asked=error.seconds)
        except Unknown:
            return Arrived(certain=False)
        except asyncio.CancelledError:  # the grace time is over: it may have been sent
            return Arrived(certain=False)
        except Exception as error:
            log.error("a mistake while sending", kind=nudge.claimed.kind, exc_info=error)
            return Arrived(certain=False)
        return Arrived(questions=tuple(questions))

    def _count(self, nudge: OutgoingNudge, result: SendResult) -> None:
        kind, platform = nudge.claimed.kind, nudge.account.platform
        match result:
            case Arrived(certain):
                late = (self.service.clock() - nudge.claimed.due_at).total_seconds()
                first = nudge.claimed.attempts == 1
                self._metrics.sent(kind, platform, late if first else None, certain=certain)
                if not certain:
                    log.warning("unknown outcome", kind=kind)
            case RecipientRefused():
                self._metrics.refused(kind, platform)
                log.info("refused", kind=kind)
            case RetryLater():
                self._metrics.put_off(kind, platform)

    # --- the end

    async def leave(self, seconds: float) -> None:
        """Claim nothing more, release nudges that no task has begun to send, and give the others `seconds` to
        end; those still open then count as sent, since they may have been."""
        self._leaving.set()
        if self._sending:
            await asyncio.wait(set(self._sending), timeout=seconds)
        for task in self._sending:
            task.cancel()
        if self._sending:
            await asyncio.wait(set(self._sending), timeout=1)
