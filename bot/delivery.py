"""Claim what is due, send it, settle the claim. The port that adapters fill, and its words for what fails.

A row is claimed with a lease, so that of several processes one sends it, and another takes over what a dead
one left. What happened to a message is told apart: sent, refused for good, refused for now, unknown.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog

from bot.core.messages import Account
from bot.db.nudges import Claimed
from bot.service import LEASE, Letter, Service
from bot.wording import Message

log = structlog.get_logger("delivery")

BATCH = 100  # rows claimed at once
AT_ONCE = 20  # sends under way at once
FIRST_PAUSE, LONGEST_PAUSE = 30.0, 1800.0  # seconds between tries of a message that is refused for now
CLEAN_EVERY = timedelta(days=1)


class Blocked(Exception):
    """The person can't be written to any more: blocked, deleted, closed."""


class TryLater(Exception):
    """Not now. `seconds`: how long the platform asks to wait, 0 if it doesn't say."""

    def __init__(self, seconds: float = 0) -> None:
        super().__init__(f"try later ({seconds} s)")
        self.seconds = seconds


class Unknown(Exception):
    """Nobody can say whether the message arrived; it is not sent a second time."""


class Refused(Exception):
    """A platform will not have this bot at all: a line for whoever runs it, without the token."""


class Outbox(Protocol):
    """Where messages of the coach's own accord leave. One a platform."""

    async def send(self, account: Account, message: Message) -> None:
        """Send it. Raises Blocked, TryLater or Unknown."""


class Platform(Protocol):
    """Where people are met. `name` is that of its accounts."""

    name: str
    outbox: Outbox

    async def serve(self) -> None:
        """Answer people until cancelled. Raises Refused; what passes by itself is its own affair."""


class Delivery:
    """Sends what is due on the platforms of `outboxes`; `only` narrows it to one person's."""

    def __init__(
        self, service: Service, outboxes: Mapping[str, Outbox], *, only: Account | None = None
    ) -> None:
        self.service, self.outboxes, self.only = service, outboxes, only
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"  # who holds a claim
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._cleaned = datetime.min.replace(tzinfo=UTC)

    async def tick(self) -> int:
        """Deliver everything that is due now; returns how many rows were claimed."""
        total = 0
        await self._clean()
        while claimed := await self._claim():
            await asyncio.gather(*(self._deliver(row) for row in claimed))
            total += len(claimed)
        return total

    async def _claim(self) -> list[Claimed]:
        async with self.service.database.write() as store:
            person_id = await store.person_of(self.only) if self.only else None
            if self.only and person_id is None:
                return []
            return await store.claim(
                self.service.clock(),
                limit=BATCH,
                lease=LEASE,
                by=self.name,
                platforms=tuple(self.outboxes),
                person_id=person_id,
            )

    async def _clean(self) -> None:
        """Forget, once a day, what no longer serves anything."""
        now = self.service.clock()
        if now - self._cleaned > CLEAN_EVERY:
            self._cleaned = now
            async with self.service.database.write() as store:
                await store.clean(now)

    async def _deliver(self, claimed: Claimed) -> None:
        async with self._slots:
            letter = await self.service.prepare(claimed, self.name)
            if letter is not None:
                await self._send(letter)

    async def _send(self, letter: Letter) -> None:
        try:
            for message in letter.messages:
                await self.outboxes[letter.account.platform].send(letter.account, message)
        except Blocked:
            log.info("refused", kind=letter.claimed.kind)
            await self.service.refused(letter, self.name)
        except TryLater as error:
            log.info("try later", kind=letter.claimed.kind, seconds=error.seconds)
            pause = max(error.seconds, min(FIRST_PAUSE * 2 ** (letter.claimed.attempts - 1), LONGEST_PAUSE))
            await self.service.try_later(letter, self.name, self.service.clock() + timedelta(seconds=pause))
        except Unknown:
            log.warning("unknown outcome", kind=letter.claimed.kind)
            await self.service.sent(letter, self.name, certain=False)
        else:
            await self.service.sent(letter, self.name)
