"""The bot on a Discord of the test's own: the real adapter and database, with a clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.adapters.discord.adapter import Discord
from bot.config.backoff import Backoff
from bot.config.settings import Settings
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand
from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
from bot.turns.service import Service
from tests.conftest import KEY
from tests.world import library, wording

QUICK = Backoff(first_seconds=0.01, longest_seconds=0.01)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def settings(folder: Path, api_url: str, token: str, gateway_url: str | None = None) -> Settings:
    return Settings(
        _env_file=None,
        data_dir=folder,
        discord_token=token,
        discord_api_url=api_url,
        discord_gateway_url=gateway_url,
    )  # type: ignore[call-arg]


class Coach:
    """Use as `async with running(...) as coach`. `restart` leaves nothing but the database. `works`: it only
    sends."""

    def __init__(self, url: str, chosen: Settings, *, works: bool = False) -> None:
        self.url, self.settings, self.now, self.works = url, chosen, MONDAY, works
        self.service: Service
        self.discord: Discord
        self.serving: asyncio.Task[None]

    async def start(self) -> None:
        database = Database(self.url, Secrets([KEY]))
        await database.start()
        self.service = Service(database, library(), wording(), lambda: self.now)
        self.discord = Discord(self.service, self.settings)
        doing = self.discord.work() if self.works else self.discord.serve()
        self.serving = asyncio.create_task(doing)

    async def stop(self) -> None:
        self.serving.cancel()
        await asyncio.wait([self.serving])
        await self.service.database.close()

    async def asks_last(self, user: int) -> None:
        """Lead somebody through the beginning to its last question, without Discord."""
        presses = ("hello.ok", "focus.time", "itch.skip", "daypart.skip", "zone.Europe/London",
                   "plan.phone-leaves-bed", "cue.1")  # fmt: skip
        said: list[Input] = [
            SlashCommand("start"),
            *(ButtonPress(f"onboarding.{press}") for press in presses),
        ]
        for number, this in enumerate(said):
            who = Account("discord", str(user))
            await self.service.turn(Incoming(who, this, f"{user}/{number}", reachable=False))

    async def tick(self) -> int:
        """Deliver what is due now, as the scheduler's job does."""
        return await Delivery(self.service, {"discord": self.discord.outbox}).tick()

    async def pass_time(self, until: datetime) -> None:
        """Move the clock, and stop at every moment at which something is due."""
        while self.now < until:
            await self.tick()
            async with self.service.database.read() as transaction:
                due = await transaction.claims.next_due()
            soon = [m for m in (due, self.now + timedelta(days=1), until) if m is not None and m > self.now]
            self.now = min(soon)
        await self.tick()


@asynccontextmanager
async def running(
    url: str, chosen: Settings, connected: Callable[[], Awaitable[object]], *, works: bool = False
) -> AsyncIterator[Coach]:
    coach = Coach(url, chosen, works=works)
    await coach.start()
    try:
        there = asyncio.ensure_future(connected())
        await asyncio.wait([there, coach.serving], return_when=asyncio.FIRST_COMPLETED)
        await (coach.serving if coach.serving.done() else there)
        yield coach
    finally:
        await coach.stop()


async def until(holds: Callable[[], object], seconds: float = 5) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - many things are waited for, and none of them tells
            await asyncio.sleep(0.005)
