"""PostgreSQL is really stopped in mid-work, in order and by a crash, and started again: everything goes on by
itself."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.adapters.telegram import dispatcher
from bot.config.backoff import Backoff
from bot.core.model.nudge import NudgeKind
from bot.delivery.worker import MAX_CONCURRENT_SENDS, Delivery
from bot.scheduler import ticking
from bot.storage.database import Database
from bot.storage.nudges import nudges
from tests.adapters.telegram.coach import coaching
from tests.adapters.telegram.server import BotApi
from tests.conftest import Server
from tests.crowd import FIRST_CHAT, crowd

NOON, PEOPLE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC), 120


@pytest.fixture(scope="module")
def own_server() -> Iterator[Server]:
    """One that nobody else needs, and that keeps what it was given, as those in use do."""
    server = Server(quick=False)
    yield server
    server.stop()


async def states(database: Database) -> Counter[str]:
    async with database.read() as transaction:
        mine = select(nudges.c.state).where(nudges.c.kind == NudgeKind.CHECKIN, nudges.c.day == NOON.date())
        return Counter(str(state) for state in await transaction.connection.scalars(mine))


def told(api: BotApi) -> Counter[int]:
    """How many messages each of the crowd got."""
    return Counter(int(g["chat_id"]) for g in api.of("sendMessage") if int(g["chat_id"]) >= FIRST_CHAT)


@pytest.mark.parametrize("mode", ["fast", "immediate"])
async def test_the_server_is_stopped_and_started_again(
    own_server: Server, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "APOLOGY_AFTER_SECONDS", 0.2)
    monkeypatch.setattr(dispatcher, "STORAGE_BACKOFF", Backoff(0.25, 0.5))
    await own_server.do(f"CREATE DATABASE {mode} TEMPLATE ready")
    async with BotApi() as api, coaching(own_server.url(mode), api.url) as coach:
        coach.moment, database = NOON, coach.service.database
        await crowd(database, PEOPLE, [NOON] * PEOPLE, now=NOON, days=3)
        api.faults["sendMessage"].extend(["slow:0.1"] * PEOPLE)
        delivery = Delivery(coach.service, {"telegram": coach.telegram.outbox})
        ticker = ticking(delivery.tick, seconds=0.2)
        ticker.start()
        await api.until(lambda: len(told(api)) >= 20)
        await asyncio.to_thread(own_server.halt, mode)
        assert len(told(api)) < PEOPLE
        api.says(ann := api.chat(1001), "/start")
        await api.hears(ann, "isn't lost")
        await asyncio.to_thread(own_server.resume)
        await api.hears(ann, "13 or older")
        async with asyncio.timeout(60):
            while (await states(database))["sent"] < len(told(api)):  # noqa: ASYNC110 -- it is to be noted first
                await asyncio.sleep(0.05)
        coach.moment += timedelta(minutes=3)  # leases of what was claimed at the very moment are over
        await api.until(lambda: len(told(api)) == PEOPLE)
        await delivery.leave(30)
        await ticker.end(30)
        assert await states(database) == {"sent": PEOPLE}
    assert sum(n - 1 for n in told(api).values()) <= MAX_CONCURRENT_SENDS
