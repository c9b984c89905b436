"""Four workers on one database, killed at random moments of many sends: nothing is lost, and what comes twice
was in flight. SCROLLWISE_TEST_SENDS sets how many sends (.ci/run: 5000)."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.process import BaseProcess
from typing import Any

import pytest
from sqlalchemy import text

from bot.delivery.worker import MAX_CONCURRENT_SENDS
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
from tests.botapi import BotApi
from tests.conftest import KEY
from tests.crowd import crowd
from tests.faults import worker

SENDS = int(os.environ.get("SCROLLWISE_TEST_SENDS", "300"))
WORKERS, KILLS = 4, 2 + SENDS // 500
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # when it begins, whatever the clock of the machine says
LEFT = "SELECT count(*) FROM nudges WHERE kind = 'checkin' AND state IN ('due', 'claimed') AND day = :day"
NOW = "UPDATE nudges SET due_at = :past, next_at = :past WHERE kind = 'checkin' AND day = :day"
OVER = "UPDATE nudges SET next_at = :past WHERE state = 'claimed' AND claimed_by LIKE :dead"


class Workers:
    """So many processes; who is killed is replaced."""

    def __init__(self, *where: Any) -> None:
        self._where = where
        self._running: list[BaseProcess] = []

    async def start(self) -> None:
        self._running.append(await worker.start(*self._where))

    async def kill_one(self, dice: random.Random) -> int | None:
        """Returns who it was."""
        process = self._running.pop(dice.randrange(len(self._running)))
        process.kill()
        await asyncio.to_thread(process.join)
        await self.start()
        return process.pid

    async def stop(self) -> list[int | None]:
        """Their exit codes; None for one that has not ended."""
        for process in self._running:
            process.terminate()
        for process in self._running:
            await asyncio.to_thread(process.join, 12)
        return [process.exitcode for process in self._running]


async def _left(database: Database) -> int:
    async with database.read() as transaction:
        return int(await transaction.connection.scalar(text(LEFT), {"day": _stored(database)[0]}) or 0)


def _stored(database: Database) -> tuple[object, object]:
    """The day and the moment at which it begins, as that database takes them."""
    return (NOON.date(), NOON) if database.is_shared else (f"{NOON:%Y-%m-%d}", f"{NOON:%Y-%m-%d %H:%M:%S.%f}")


async def _begin(database: Database) -> None:
    """All is due at once, now that all workers are there."""
    day, past = _stored(database)
    async with database.write() as transaction:
        await transaction.connection.execute(text(NOW), {"past": past, "day": day})


async def _lease_over(database: Database, dead: int | None) -> None:
    """What a dead process held can be claimed again, so that nobody waits two minutes for it."""
    async with database.write() as transaction:
        await transaction.connection.execute(text(OVER), {"past": _stored(database)[1], "dead": f"{dead}-%"})


async def test_killed_at_random_moments_nothing_is_lost(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    database = Database(url, Secrets([KEY]))
    await database.start()
    now, clock = NOON, worker.running_from(NOON)
    await crowd(database, SENDS, [now + timedelta(hours=1)] * SENDS, now=now, days=3)
    dice = random.Random(5)
    async with BotApi(delay=0.02).serving() as api:
        workers = Workers(url, KEY, api.base, clock)
        await asyncio.gather(*(workers.start() for _ in range(WORKERS)))
        assert not api.chats
        await _begin(database)
        for mark in sorted(dice.sample(range(SENDS // 10, SENDS), KILLS)):
            await _until(lambda mark=mark: sum(api.chats.values()) >= mark)  # type: ignore[misc]
            await _lease_over(database, await workers.kill_one(dice))
        await _until(lambda: len(api.chats) == SENDS, settle=0.5)
        codes = await workers.stop()
    lost, twice = SENDS - len(api.chats), sum(n - 1 for n in api.chats.values())
    with capsys.disabled():
        counts = f"lost {lost}, twice {twice} (at most {KILLS * MAX_CONCURRENT_SENDS})"
        print(f"\n{url.partition(':')[0]}: {SENDS} sends, {KILLS} kills: {counts}")
    left = await _left(database)
    await database.close()
    assert (lost, left, codes) == (0, 0, [0] * WORKERS)
    assert twice <= KILLS * MAX_CONCURRENT_SENDS


async def _until(holds: Callable[[], bool], *, settle: float = 0, patience: float = 480) -> None:
    """Wait until it holds, and for `settle` seconds without a break."""
    loop = asyncio.get_running_loop()
    ends, since = loop.time() + patience, loop.time()
    while loop.time() < ends:
        if not holds():
            since = loop.time()
        elif loop.time() - since >= settle:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it took too long")
