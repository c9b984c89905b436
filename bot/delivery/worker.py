"""Claim what is due, send it, write down what became of it.

A row is claimed with a lease, so that of several processes one sends it, and another takes over what a dead
one left. What happened to a message is told apart: sent, refused for good, refused for now, unknown.
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
from bot.core.model.inputs import Account
from bot.delivery.batch import Arrived, Batch, NudgeBatches, RetryLater, SendResult
from bot.delivery.batch import RecipientRefused as Turned
from bot.delivery.clock_changes import ClockWatch
from bot.delivery.compose import OutgoingNudge
from bot.delivery.ports import (
    Blocked,
    BotRefused,
    DeliveryMetrics,
    NullMetrics,
    Outbox,
    Platform,
    TryLater,
    Unknown,
)
from bot.delivery.results import ResultRecorder
from bot.storage.engine.errors import DatabaseError
from bot.turns.service import Service

__all__ = ["AT_ONCE", "Blocked", "BotRefused", "Delivery", "Outbox", "Platform", "TryLater", "Unknown"]

log = structlog.get_logger("delivery")

BATCH = 64  # rows claimed at once
AT_ONCE = 32  # letters on their way at once, or sent and not yet written down
AHEAD = 2.0  # seconds of a platform's rate that are claimed at once: nobody's answer waits behind more
HEARTBEAT = 30.0  # seconds between prolonging the leases of what is under way
SEND_BACKOFF = Backoff(first_seconds=30, longest_seconds=1800)  # of a message that is refused for now
LONGEST_WAIT = 120.0  # seconds before a letter's place in the rate
CLEAN_EVERY = timedelta(days=1)
CLEAN_AT_ONCE = 1000  # rows; nobody waits long for the lock then


class Delivery:
    """Sends what is due on the platforms of `outboxes`; `only` narrows it to one person's. `rates`: letters a
    second that a platform takes of all processes together; a platform without one has no limit."""

    def __init__(
        self,
        service: Service,
        outboxes: Mapping[str, Outbox],
        *,
        only: Account | None = None,
        rates: Mapping[str, float] | None = None,
        watch: DeliveryMetrics | None = None,
        at_once: int = AT_ONCE,
    ) -> None:
        self.service, self.outboxes, self.only = service, outboxes, only
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"  # who holds a claim
        self._rates, self._watch = rates or {}, watch or NullMetrics()
        self._letters = NudgeBatches(service, self.name, self._rates)
        self._settling = ResultRecorder(self._letters.settle, self._letters.close, max(1, at_once // 2))
        self._leases: dict[int, datetime] = {}  # of what is under way: until when it is surely ours
        self._slots = asyncio.Semaphore(at_once)
        self._at_once = at_once
        self._astray = ClockWatch(service)
        self._cleaned = datetime.min.replace(tzinfo=UTC)
        self._under_way: set[asyncio.Task[None]] = set()
        self._leaving = asyncio.Event()

    # --- what is due

    async def tick(self) -> int:
        """Deliver everything that is due now; returns how many rows were claimed."""
        total = 0
        keeping = asyncio.create_task(self._keep_leases())
        try:
            await self._astray.look()
            await self._clean()
            while not self._leaving.is_set() and await self._is_due():
                batch = await self._take()
                if not batch.claimed:
                    break
                total += batch.claimed
                self._post(batch)
                while len(self._under_way) > self._at_once:
                    await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        finally:
            try:
                await self._all_done()
            finally:
                keeping.cancel()
        return total

    async def watch(self, seconds: float) -> None:
        """The same now, and whenever something falls due within so many seconds, at its very moment."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        while not self._leaving.is_set():
            await self.tick()
            due = await self._next()
            now = self.service.clock()
            if due is None or not 0 < (due - now).total_seconds() < ends - loop.time():
                return
            await self._until(due)

    async def _next(self) -> datetime | None:
        async with self.service.database.read() as store:
            return await store.next_due()

    async def _is_due(self) -> bool:
        """Ask before taking the lock of those who write."""
        due = await self._next()
        return due is not None and due <= self.service.clock()

    async def _take(self) -> Batch:
        rate = min(self._rates.values(), default=BATCH)
        limit = max(1, min(BATCH, round(rate * AHEAD)))
        batch = await self._letters.take(limit=limit, platforms=tuple(self.outboxes), only=self.only)
        self._watch.claimed(batch.claimed)
        for (kind, reason), times in batch.dropped.items():
            self._watch.dropped(kind, reason, times)
            log.info("dropped", kind=kind, reason=reason, times=times)
        return batch

    def _post(self, batch: Batch) -> None:
        places = dict(batch.start)
        for letter in batch.letters:
            platform = letter.account.platform
            self._leases[letter.claimed.id] = batch.until
            task = asyncio.create_task(self._deliver(letter, places.get(platform)))
            if platform in places:
                places[platform] += timedelta(seconds=1 / self._rates[platform])
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _all_done(self) -> None:
        while self._under_way:
            results = await asyncio.gather(*self._under_way, return_exceptions=True)
            for error in results:
                if isinstance(error, Exception):
                    log.error("a letter was given up", exc_info=error)

    async def _clean(self) -> None:
        """Forget, once a day, what no longer serves anything."""
        now = self.service.clock()
        if abs(now - self._cleaned) > CLEAN_EVERY:
            self._cleaned = now
            gone = CLEAN_AT_ONCE
            while gone >= CLEAN_AT_ONCE:
                async with self.service.database.write() as store:
                    gone = await store.clean(now, limit=CLEAN_AT_ONCE)

    async def _keep_leases(self) -> None:
        """A platform may ask for minutes of peace, and letters wait them out: nobody else is to take them
        over meanwhile."""
        while True:
            await asyncio.sleep(HEARTBEAT)
            if ids := list(self._leases):
                try:
                    kept, until = await self._letters.keep(ids)
                except DatabaseError as error:
                    log.error("leases cannot be prolonged yet", letters=len(ids), why=str(error))
                else:
                    self._leases |= dict.fromkeys(kept & self._leases.keys(), until)

    # --- one letter

    async def _deliver(self, letter: OutgoingNudge, place: datetime | None) -> None:
        try:
            if place is not None:
                await self._until(place)
            async with self._slots:
                fate = await self._sent(letter) if self._is_ours(letter) else RetryLater(self.service.clock())
                self._tell(letter, fate)
                await self._settling.settled(letter, fate)
        finally:
            self._leases.pop(letter.claimed.id, None)

    def _is_ours(self, letter: OutgoingNudge) -> bool:
        """Not when it is time to leave, nor when this machine slept so long that somebody else has it."""
        return not self._leaving.is_set() and self.service.clock() < self._leases[letter.claimed.id]

    async def _until(self, moment: datetime) -> None:
        """Wait for one's place, unless it is time to leave; a clock that goes back meanwhile prolongs nothing
        for long."""
        left = (moment - self.service.clock()).total_seconds()
        with suppress(TimeoutError):
            async with asyncio.timeout(min(max(left, 0), LONGEST_WAIT)):
                await self._leaving.wait()

    async def _sent(self, letter: OutgoingNudge) -> SendResult:
        gone = 0
        try:
            for message in letter.messages:
                await self.outboxes[letter.account.platform].send(letter.account, message)
                gone += 1
        except Blocked:
            return Turned()
        except TryLater as error:
            if gone:  # what is there already would come twice
                return Arrived(certain=False)
            pause = SEND_BACKOFF.seconds(letter.claimed.attempts, at_least=error.seconds)
            return RetryLater(self.service.clock() + timedelta(seconds=pause), asked=error.seconds)
        except Unknown:
            return Arrived(certain=False)
        except asyncio.CancelledError:  # told to stop at once: it may have gone out
            return Arrived(certain=False)
        except Exception as error:
            log.error("a mistake while sending", kind=letter.claimed.kind, exc_info=error)
            return Arrived(certain=False)
        return Arrived()

    def _tell(self, letter: OutgoingNudge, fate: SendResult) -> None:
        kind, platform = letter.claimed.kind, letter.account.platform
        match fate:
            case Arrived(certain):
                late = (self.service.clock() - letter.claimed.due_at).total_seconds()
                first = letter.claimed.attempts == 1
                self._watch.sent(kind, platform, late if first else None, certain=certain)
                if not certain:
                    log.warning("unknown outcome", kind=kind)
            case Turned():
                self._watch.refused(kind, platform)
                log.info("refused", kind=kind)
            case RetryLater():
                self._watch.put_off(kind, platform)

    # --- the end

    async def leave(self, seconds: float) -> None:
        """Claim nothing more, give back what was not begun, and let what is under way come to its end, for so
        many seconds at most; what is still open then counts as sent, for it may have been."""
        self._leaving.set()
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=seconds)
        for task in self._under_way:
            task.cancel()
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=1)
