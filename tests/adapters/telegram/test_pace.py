"""Telegram's limits, whatever the line does: counted where it matters, at the server."""

from __future__ import annotations

import asyncio
import random

import pytest

from bot.adapters.telegram.rate_limiter import ANSWER, BULK, Gate, RateLimiter, gate


async def peak(gate: Gate, calls: int, delays: random.Random) -> tuple[int, float]:
    """The most calls that took effect within any 0.2 s, each at some moment of its course; and how long all
    took."""
    loop, effects = asyncio.get_running_loop(), list[float]()

    async def call() -> None:
        async with gate.place(ANSWER):
            await asyncio.sleep(delays.choice((0, 0, 0.01, 0.15)))
            effects.append(loop.time())
            await asyncio.sleep(delays.choice((0, 0.05)))

    began = loop.time()
    await asyncio.gather(*(call() for _ in range(calls)))
    return max(sum(at <= other < at + 0.2 for other in effects) for at in effects), loop.time() - began


@pytest.mark.parametrize("seed", range(3))
async def test_never_more_than_allowed_at_the_server(seed: int) -> None:
    most, took = await peak(Gate(10, 0.2), 60, random.Random(seed))
    assert most <= 10
    assert took < 4


async def test_answers_go_before_bulk() -> None:
    pace, order = RateLimiter(per_second=20, per_chat=1000), list[int]()

    async def send(chat: int, priority: int) -> None:
        async with pace.turn(chat, priority):
            order.append(priority)

    bulk = [asyncio.create_task(send(chat, BULK)) for chat in range(50)]
    await asyncio.sleep(0.05)
    answers = [asyncio.create_task(send(chat, ANSWER)) for chat in range(100, 110)]
    await asyncio.gather(*answers)
    assert order.count(BULK) <= 40
    assert order[20:30] == [ANSWER] * 10
    for task in bulk:
        task.cancel()
    await asyncio.gather(*bulk, return_exceptions=True)


@pytest.mark.parametrize(
    ("rate", "burst", "most", "seconds"), [(1, 3, 3, 3.0), (1, 1, 1, 1.0), (30, 1, 30, 1.0), (0.5, 1, 1, 2.0)]
)
def test_a_rate_and_the_burst_that_it_allows(rate: float, burst: int, most: int, seconds: float) -> None:
    assert vars(gate(rate, burst)).items() >= {"_most": most, "_seconds": seconds}.items()


async def test_in_one_chat_answers_may_come_in_a_burst_and_bulk_may_not() -> None:
    pace, loop = RateLimiter(per_chat=2), asyncio.get_running_loop()

    async def took(priority: int, count: int) -> float:
        began = loop.time()
        for _ in range(count):
            async with pace.turn(priority, priority):
                pass
        return loop.time() - began

    assert await took(ANSWER, 3) < 0.3
    assert await took(BULK, 3) >= 0.9


async def test_a_refusal_holds_its_chat_and_several_hold_all() -> None:
    pace, loop = RateLimiter(per_chat=100), asyncio.get_running_loop()

    async def wait(chat: int) -> float:
        began = loop.time()
        async with pace.turn(chat, ANSWER):
            return loop.time() - began

    pace.refused(1, 0.2)
    assert await wait(2) < 0.1
    assert await wait(1) >= 0.1
    pace.refused(1, 0.2)
    pace.refused(2, 0.3)
    assert not pace.room(3)
    assert await wait(3) >= 0.2
    assert pace.room(3)


async def test_who_gives_up_waiting_takes_no_place() -> None:
    one = Gate(1, 0.05)
    async with one.place(ANSWER):
        waiting = asyncio.create_task(peak(one, 1, random.Random(0)))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    await asyncio.sleep(0.1)
    assert one.idle
