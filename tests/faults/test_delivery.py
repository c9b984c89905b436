"""Delivery when things go wrong: a Bot API that refuses, breaks, hangs or dies, a database that goes away, a
clock that moves, a machine that sleeps."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select

from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.delivery.worker import MAX_CONCURRENT_SENDS
from bot.storage.database import Database
from bot.storage.engine.errors import StorageAway
from bot.storage.people import persons
from tests.botapi import BROKEN, DEAD, FORBIDDEN, NEVER, OK, WAIT, BotApi
from tests.conftest import Server
from tests.crowd import FIRST_CHAT
from tests.faults.coach import HOUR, MINUTE, NOON, Coach, Heap, arrived, people, telegram

# --- the Bot API


async def test_refused_for_now_it_is_sent_once_later(database: Database) -> None:
    await people(database, 6)
    for mood in (WAIT, BROKEN):
        api = BotApi(mood=lambda method, given, mood=mood: mood if method == "sendMessage" else OK)
        async with telegram(api) as post:
            coach = Coach(database, post)
            coach.clock.now = NOON if mood == WAIT else NOON + 40 * MINUTE
            await coach.tick()
            assert (await coach.states(), coach.watch.counts) == ({"due": 6}, {"put off": 6})
            assert not api.chats
    api = BotApi()
    async with telegram(api) as post:
        coach = Coach(database, post)
        await coach.tick(41 * MINUTE)
        await coach.tick(HOUR)
        await coach.tick(HOUR)
        assert await coach.states() == {"sent": 6}
        assert coach.watch.counts["sent"] == sum(api.chats.values())  # a check-in each, and what followed it


async def test_pauses_grow_until_it_makes_no_sense_any_more(database: Database) -> None:
    await people(database, 1)
    tried: list[datetime] = []
    api = BotApi(
        mood=lambda method, given: tried.append(coach.clock.now) or BROKEN if method == "sendMessage" else OK
    )
    async with telegram(api) as post:
        coach = Coach(database, post)
        while (await coach.states())["due"]:
            async with database.read() as transaction:
                due = await transaction.claims.next_due()
            assert due
            coach.clock.now = max(coach.clock.now, due)
            await coach.tick()
    pauses = [b - a for a, b in pairwise(tried)]
    assert pauses[:4] == [timedelta(seconds=s) for s in (30, 60, 120, 240)]
    assert all(b >= a for a, b in pairwise(pauses))
    assert (await coach.states(), coach.watch.counts["stale"]) == ({"dropped": 1}, 1)
    assert tried[-1].date() <= datetime(2026, 11, 24, tzinfo=UTC).date()  # its day ends at 04:00


@pytest.mark.parametrize("mood", [NEVER, DEAD])
async def test_an_unknown_outcome_is_never_repeated(database: Database, mood: str) -> None:
    """Silence, and a server that takes the message and dies: perhaps it arrived."""
    await people(database, 4)
    api = BotApi(mood=lambda method, given: mood if method == "sendMessage" else OK)
    async with telegram(api) as post:
        coach = Coach(database, post)
        for _ in range(5):
            await coach.tick(HOUR)
        assert (await coach.states())["unknown"] == 4
        assert api.methods["sendMessage"] <= 8  # at most a reminder each besides
        assert coach.watch.counts["unknown"] >= 4
        today = [n for n in api.chats.values() if n > 2]
        assert not today


async def test_who_blocked_the_bot_is_at_rest(database: Database) -> None:
    await people(database, 3)
    gone = str(FIRST_CHAT)
    api = BotApi(mood=lambda method, given: FORBIDDEN if given.get("chat_id") == gone else OK)
    async with telegram(api) as post:
        coach = Coach(database, post)
        for _ in range(30):
            await coach.tick(HOUR)
    assert api.chats[FIRST_CHAT] == 0
    assert min(api.chats[FIRST_CHAT + n] for n in (1, 2)) >= 1
    async with database.read() as transaction:
        rest = await transaction.connection.scalar(select(persons.c.rest).where(persons.c.id == 1))
        waiting = await transaction.nudges.planned(1)
    assert (str(rest), waiting) == ("unreachable", ())


# --- time


async def test_a_clock_that_moves_sends_nothing_twice_and_loses_nothing(database: Database) -> None:
    await people(database, 5)
    heap = Heap()
    coach = Coach(database, heap)
    for move in (-HOUR, HOUR, -3 * HOUR, 2 * HOUR, HOUR + MINUTE, -2 * HOUR, 2 * HOUR):
        await coach.tick(move)
    assert (len(heap.chats), set(heap.chats.values())) == (5, {1})


async def test_after_a_day_of_sleep_yesterdays_are_dropped_and_counted(database: Database) -> None:
    await people(database, 7)
    heap = Heap()
    coach = Coach(database, heap)
    await coach.tick(timedelta(days=1))
    assert (coach.watch.counts["stale"], await coach.states()) == (7, {"dropped": 7})
    first = sum(heap.chats.values())
    await coach.tick(timedelta(seconds=20))
    assert sum(heap.chats.values()) == first, "nothing comes in a burst"
    await coach.tick(HOUR)
    await coach.tick(timedelta(days=1))
    assert set(heap.chats) == {str(FIRST_CHAT + n) for n in range(7)}, "the days after go on as ever"


async def test_a_lease_of_the_dead_is_taken_over(database: Database) -> None:
    await people(database, 3)
    async with database.write() as transaction:
        await transaction.claims.take(NOON, limit=2, lease=2 * MINUTE, by="somebody dead")
    heap = Heap()
    coach = Coach(database, heap)
    await coach.tick(MINUTE)
    assert len(heap.chats) == 1
    await coach.tick(2 * MINUTE)
    assert set(heap.chats.values()) == {1}
    assert await coach.states() == {"sent": 3}


# --- the database


class Flaky(Heap):
    """Does something to the world at its twentieth letter."""

    def __init__(self, then: Any) -> None:
        super().__init__()
        self._then = then

    async def send(self, account: Account, message: Message) -> None:
        await super().send(account, message)
        if len(self.chats) == 20:
            await self._then()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_connections_that_are_cut_in_mid_work(database: Database, server: Server) -> None:
    """As when the server restarts: every connection is gone at once."""
    await people(database, 150)
    name = database.url.database
    cut = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608

    async def then() -> None:
        await server.do(cut)

    flaky = Flaky(then)
    coach = Coach(database, flaky)
    for _ in range(8):
        with suppress(StorageAway):
            await coach.tick(3 * MINUTE)
    assert len(flaky.chats) == 150
    assert sum(n - 1 for n in flaky.chats.values()) <= MAX_CONCURRENT_SENDS
    assert await coach.states() == {"sent": 150}


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_database_that_is_locked_for_a_while(database: Database) -> None:
    await people(database, 100)
    import aiosqlite

    async def then() -> None:
        async with aiosqlite.connect(str(database.url.database), isolation_level=None) as other:
            await other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(1)
            await other.execute("ROLLBACK")

    flaky = Flaky(then)
    coach = Coach(database, flaky)
    await coach.tick()
    assert (len(flaky.chats), set(flaky.chats.values())) == (100, {1})
    assert await coach.states() == {"sent": 100}


# --- the promise in small


async def test_two_workers_share_what_is_due(database: Database) -> None:
    await people(database, 120)
    heap = Heap()
    coaches = [Coach(database, heap) for _ in range(3)]
    await asyncio.gather(*(coach.tick() for coach in coaches))
    await coaches[0].tick(MINUTE)
    assert (len(heap.chats), set(heap.chats.values())) == (120, {1})


async def test_no_more_at_once_than_there_are_places(database: Database) -> None:
    await people(database, 60)
    api = BotApi(delay=0.05)
    async with telegram(api, patience=20) as post:
        await Coach(database, post, at_once=5).tick()
    assert 1 < api.most_under_way <= 5
    assert len(api.chats) == 60


async def test_who_is_told_to_leave_gives_back_what_was_not_begun(database: Database) -> None:
    await people(database, 60)
    api = BotApi(delay=0.1)
    async with telegram(api, patience=20) as post:
        coach = Coach(database, post, at_once=4)
        work = asyncio.create_task(coach.tick())
        await arrived(api, 1)
        await coach.delivery.leave(4)
        await work
        states = await coach.states()
        assert (states["claimed"], states["sent"]) == (0, len(api.chats))
        assert states["due"] == 60 - len(api.chats) > 0
        await Coach(database, post).tick()
    assert (len(api.chats), set(api.chats.values())) == (60, {1})


async def test_who_must_leave_at_once_repeats_nothing(database: Database) -> None:
    await people(database, 4)
    api = BotApi()
    async with telegram(api, patience=60) as post:
        api.delay = 30
        coach = Coach(database, post)
        work = asyncio.create_task(coach.tick())
        await arrived(api, 4)
        await coach.delivery.leave(0.2)
        await work
        assert await coach.states() == {"unknown": 4}


async def test_a_letter_that_cannot_be_written_keeps_nobody_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await people(database, 5)
    heap = Heap()
    coach = Coach(database, heap)
    shown = coach.service.wording.show
    calls = Counter[str]()

    def fails_once(*given: Any, **more: Any) -> Any:
        calls["shown"] += 1
        if calls["shown"] == 2:
            raise KeyError("a mistake of ours")
        return shown(*given, **more)

    monkeypatch.setattr(coach.service.wording, "show", fails_once)
    await coach.tick()
    assert (len(heap.chats), coach.watch.counts["failed"]) == (4, 1)
    assert await coach.states() == {"sent": 4, "dropped": 1}


async def test_lateness_is_measured(database: Database) -> None:
    await people(database, 3)
    coach = Coach(database, Heap())
    await coach.tick(MINUTE)
    assert coach.watch.late == [60.0] * 3


async def test_the_rate_is_shared_by_all_processes(database: Database) -> None:
    """A hundred letters at 100 a second, by two who know nothing of each other."""
    await people(database, 100)
    heap = Heap()
    loop = asyncio.get_running_loop()
    began = loop.time()
    start = NOON

    coaches = [Coach(database, heap, rates={"telegram": 100.0}) for _ in range(2)]
    for coach in coaches:
        coach.service.clock = lambda: start + timedelta(seconds=loop.time() - began)
    await asyncio.gather(*(coach.delivery.tick() for coach in coaches))
    while len(heap.chats) < 100:
        await asyncio.gather(*(coach.delivery.tick() for coach in coaches))
    assert loop.time() - began >= 0.97
    assert set(heap.chats.values()) == {1}


async def test_answers_take_their_places_out_of_the_shared_rate(database: Database) -> None:
    async with database.write() as transaction:
        first = await transaction.rate_limits.reserve("telegram", 30, 30.0, NOON)
        after = await transaction.rate_limits.reserve("telegram", 1, 30.0, NOON)
        assert (first, after) == (NOON, NOON + timedelta(seconds=1))
        later = NOON + HOUR
        assert await transaction.rate_limits.reserve("telegram", 1, 30.0, later) == later, (
            "places nobody took are gone"
        )
        assert await transaction.rate_limits.reserve("telegram", 1, 30.0, NOON) == NOON, (
            "a clock that went back does not stop it"
        )
        await transaction.rate_limits.close_until("telegram", NOON + 10 * MINUTE, NOON)
        closed = await transaction.rate_limits.reserve("telegram", 1, 30.0, NOON)
        assert MINUTE < closed - NOON < 2 * MINUTE, "never for longer than two minutes"
