"""A delivery at work for fault tests, on a clock that the test moves; and outboxes to give it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.adapters.telegram.chats import TelegramChats
from bot.adapters.telegram.http import TelegramBot, TelegramRequest
from bot.adapters.telegram.rate_limiter import RateLimiter
from bot.adapters.telegram.sender import TelegramSender
from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind
from bot.delivery.ports import NullMetrics, Outbox
from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.storage.nudges import nudges
from bot.turns.service import Service
from tests.botapi import TOKEN, BotApi
from tests.crowd import crowd
from tests.world import library, wording

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


class Watch(NullMetrics):
    """Counts what a metric would."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.late: list[float] = []

    def sent(self, kind: NudgeKind, platform: str, late: float | None, *, certain: bool) -> None:
        self.counts["sent" if certain else "unknown"] += 1
        self.late += [late] if late is not None else []

    def dropped(self, kind: NudgeKind, reason: str, times: int) -> None:
        self.counts[reason] += times

    def refused(self, kind: NudgeKind, platform: str) -> None:
        self.counts["refused"] += 1

    def put_off(self, kind: NudgeKind, platform: str) -> None:
        self.counts["put off"] += 1


class Heap:
    """An outbox that takes everything."""

    def __init__(self) -> None:
        self.chats: Counter[str] = Counter()

    async def send(self, account: Account, message: Message) -> None:
        await asyncio.sleep(0)
        self.chats[account.external_id] += 1


class Coach:
    """A delivery on a database with people who have a check-in due at noon."""

    def __init__(self, database: Database, outbox: Outbox, **options: Any) -> None:
        self.database, self.clock, self.watch = database, Clock(), Watch()
        self.service = Service(database, library(), wording(), self.clock)
        self.delivery = Delivery(self.service, {"telegram": outbox}, watch=self.watch, **options)

    async def states(self) -> Counter[str]:
        """What became of today's check-ins."""
        async with self.database.read() as transaction:
            mine = select(nudges.c.state).where(
                nudges.c.kind == NudgeKind.CHECKIN, nudges.c.day == NOON.date()
            )
            return Counter(str(state) for state in await transaction.connection.scalars(mine))

    async def tick(self, after: timedelta = timedelta()) -> None:
        self.clock.now += after
        await self.delivery.tick()


async def people(database: Database, number: int) -> None:
    await crowd(database, number, [NOON] * number, now=NOON, days=3)


@asynccontextmanager
async def telegram(api: BotApi, patience: float = 0.5) -> AsyncIterator[TelegramChats]:
    async with api.serving():
        line = TelegramRequest(
            connection_pool_size=64, read_timeout=patience, connect_timeout=5, pool_timeout=30
        )
        async with TelegramBot(
            TOKEN, base_url=api.base, request=line, rate_limiter=RateLimiter(1e6, 1e6)
        ) as bot:
            yield TelegramChats(TelegramSender(bot), wording())


async def arrived(api: BotApi, chats: int) -> None:
    async with asyncio.timeout(60):
        while len(api.chats) < chats:  # noqa: ASYNC110 - another loop's server would be no other
            await asyncio.sleep(0.02)
