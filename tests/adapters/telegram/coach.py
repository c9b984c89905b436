"""The coach on Telegram for tests: the real service, database and adapter, against a Bot API server, with a
clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.adapters.telegram.adapter import Telegram
from bot.config.settings import Settings
from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
from bot.turns.service import Service
from tests.adapters.telegram.server import TOKEN
from tests.conftest import KEY
from tests.world import library, wording


@dataclass
class Coach:
    """`moment` is now. `start` begins to serve, `stop` ends it as a signal does."""

    url: str
    settings: Settings
    moment: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    service: Service = field(init=False)
    telegram: Telegram = field(init=False)
    serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        database = Database(self.url, Secrets([KEY]))
        await database.start()
        self.service = Service(database, library(), wording(), lambda: self.moment)
        self.telegram = Telegram(self.service, self.settings)
        self.serving = asyncio.create_task(self.telegram.serve())

    async def stop(self) -> None:
        if self.serving:
            self.serving.cancel()
            await asyncio.gather(self.serving, return_exceptions=True)
            await self.service.database.close()
        self.serving = None

    async def tick(self, *, hours: float = 0, until: datetime | None = None) -> int:
        """Let time pass, then deliver what is due."""
        self.moment = until or self.moment + timedelta(hours=hours)
        return await Delivery(self.service, {"telegram": self.telegram.outbox}).tick()

    async def pass_time(self, until: datetime) -> None:
        """Move the clock to `until`, stopping at every moment at which something is due."""
        while self.moment < until:
            async with self.service.database.read() as transaction:
                due = await transaction.claims.next_due()
            await self.tick(until=min(until, due) if due and due > self.moment else until)


def settings(api_url: str, token: str = TOKEN, **more: Any) -> Settings:
    """Telegram's settings, with a pace that does not hold a test up."""
    paced = {"telegram_per_chat": 100, "telegram_per_second": 500, **more}
    return Settings(telegram_token=token, telegram_api_url=api_url, **paced)


@asynccontextmanager
async def coaching(url: str, api_url: str, **more: Any) -> AsyncIterator[Coach]:
    """A coach that serves, until the end of the block."""
    coach = Coach(url, settings(api_url, **more))
    await coach.start()
    try:
        yield coach
    finally:
        await coach.stop()


async def ended(work: Coroutine[Any, Any, Any], seconds: float = 5) -> Any:
    """What `work` comes to, which must be soon."""
    async with asyncio.timeout(seconds):
        return await work
