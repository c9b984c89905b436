"""A server's clock that is wrong by hours, days or years for a while, and right again: nobody is silenced."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.delivery.clock_changes import ClockWatch
from bot.delivery.worker import Delivery
from bot.scheduler import ticking
from bot.storage.database import Database
from bot.storage.nudges import NudgeState, nudges
from bot.storage.people import persons
from bot.storage.plans import enrolments
from tests.faults.coach import HOUR, NOON, Coach, Heap, people

DAY = timedelta(days=1)
JUMPS = [3 * HOUR, 13 * HOUR, 30 * HOUR, 3 * DAY, 8 * DAY, 40 * DAY, 3650 * DAY]


async def heard(coach: Coach, heap: Heap, days: int) -> list[int]:
    """How many messages came on each of so many days, from the clock's moment on, to people who are there."""
    found = []
    for _ in range(days):
        before = sum(heap.chats.values())
        for _ in range(8):
            async with coach.database.write() as transaction:
                await transaction.connection.execute(update(persons).values(ignored=0))
            await coach.tick(3 * HOUR)
        found.append(sum(heap.chats.values()) - before)
    return found


@pytest.mark.parametrize("jump", JUMPS, ids=str)
@pytest.mark.parametrize(("restarts", "stays"), [(True, 0), (False, 0), (False, 5)])
async def test_a_clock_that_was_ahead(
    database: Database, jump: timedelta, restarts: bool, stays: int
) -> None:
    await people(database, 2)
    heap = Heap()
    coach = Coach(database, heap)
    await coach.tick(-3 * HOUR)
    await coach.tick(jump)
    for _ in range(stays):
        await coach.tick(HOUR)
    coach.clock.now = NOON - 2 * HOUR
    if restarts:
        coach.delivery = Delivery(coach.service, {"telegram": heap}, watch=coach.watch)
    await coach.tick()
    came = await heard(coach, heap, 3)
    assert sum(n >= 2 for n in came) >= 2, came  # one day's may have come under the false date


async def test_what_was_begun_counted_and_chosen_under_a_false_date_silences_nobody(
    database: Database,
) -> None:
    await people(database, 2)
    heap = Heap()
    coach = Coach(database, heap)
    await coach.tick(-3 * HOUR)
    await coach.tick(400 * DAY)
    for _ in range(5):
        await coach.tick(HOUR)
    false = coach.clock.now.date()
    async with database.write() as transaction:
        far = {"ignored": 9, "paused_until": false + 5 * DAY}
        await transaction.connection.execute(update(persons).values(far))
        begun = update(enrolments).values(started_on=false, step_since=false)
        await transaction.connection.execute(begun)
    coach.clock.now = NOON - 2 * HOUR
    await coach.tick()
    before = sum(heap.chats.values())
    for _ in range(16):
        await coach.tick(3 * HOUR)
    assert sum(heap.chats.values()) - before >= 2


@pytest.mark.parametrize("jump", [-3650 * DAY, -8 * DAY, -3 * HOUR], ids=str)
async def test_a_clock_that_was_behind(database: Database, jump: timedelta) -> None:
    await people(database, 2)
    heap = Heap()
    coach = Coach(database, heap)
    await coach.tick(-3 * HOUR)
    await coach.tick(jump)
    coach.clock.now = NOON - 2 * HOUR
    await coach.tick()
    came = await heard(coach, heap, 3)
    assert all(n >= 2 for n in came), came


async def test_the_ticker_goes_on_whatever_the_systems_clock_does() -> None:
    """It asks the event loop for the time, never the system."""
    ticks: list[float] = []

    async def tick() -> None:
        ticks.append(asyncio.get_running_loop().time())

    ticker = ticking(tick, seconds=0.01)
    ticker.start()
    async with asyncio.timeout(5):
        while len(ticks) < 5:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    await ticker.end(1)
    seen = len(ticks)
    await asyncio.sleep(0.05)
    assert len(ticks) == seen


async def test_people_are_put_right_in_the_order_in_which_all_lock_them(database: Database) -> None:
    """Another transaction locks the first person and then the second; the repair, which meets the second
    person's row first on the disk, waits for the first one's all the same."""
    await people(database, 2)
    ahead = {"state": NudgeState.SENT, "next_at": None, "due_at": NOON + 9 * DAY}
    async with database.write() as transaction:
        await transaction.connection.execute(update(nudges).values(ahead))
        first = update(persons).where(persons.c.id == 1).values(ignored=1)
        await transaction.connection.execute(first)  # PostgreSQL writes the row behind the second one's
    watch = ClockWatch(Coach(database, Heap()).service)
    async with database.write() as transaction:
        await transaction.people.lock([1])
        repair = asyncio.create_task(watch.look())
        await asyncio.sleep(0.5)  # enough to begin; without the order, to hold the second person's row
        assert not repair.done()
        await transaction.people.lock([2])
    await repair
    async with database.read() as transaction:
        found = await transaction.connection.scalars(select(persons.c.ignored))
        assert list(found) == [0, 0]
