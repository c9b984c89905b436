"""Telegram's limits, whatever the line does: counted where it matters, at the server."""

from __future__ import annotations

import asyncio
import random

import pytest
from telegram.error import RetryAfter

from bot.adapters.telegram.http import client
from bot.adapters.telegram.rate_limiter import ANSWER, NUDGE, Gate, RateLimiter, gate
from tests.adapters.telegram.server import TOKEN, BotApi


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
    limiter, order = RateLimiter(per_second=20, per_chat=1000), list[int]()

    async def send(chat: int, priority: int) -> None:
        async with limiter.message(chat, priority):
            order.append(priority)

    bulk = [asyncio.create_task(send(chat, NUDGE)) for chat in range(50)]
    await asyncio.sleep(0.05)
    answers = [asyncio.create_task(send(chat, ANSWER)) for chat in range(100, 110)]
    await asyncio.gather(*answers)
    assert order.count(NUDGE) <= 40
    assert order[20:30] == [ANSWER] * 10
    for task in bulk:
        task.cancel()
    await asyncio.gather(*bulk, return_exceptions=True)


@pytest.mark.parametrize(
    ("rate", "burst", "places", "seconds"),
    [(1, 3, 3, 3.0), (1, 1, 1, 1.0), (30, 1, 30, 1.0), (0.5, 1, 1, 2.0)],
)
def test_a_rate_and_the_burst_that_it_allows(rate: float, burst: int, places: int, seconds: float) -> None:
    assert vars(gate(rate, burst)).items() >= {"_places": places, "_seconds": seconds}.items()


async def test_in_one_chat_answers_may_come_in_a_burst_and_bulk_may_not() -> None:
    limiter, loop = RateLimiter(per_chat=2), asyncio.get_running_loop()

    async def took(priority: int, count: int) -> float:
        began = loop.time()
        for _ in range(count):
            async with limiter.message(priority, priority):
                pass
        return loop.time() - began

    assert await took(ANSWER, 3) < 0.3
    assert await took(NUDGE, 3) >= 0.9


async def test_a_refusal_holds_its_chat_and_several_hold_all() -> None:
    limiter, loop = RateLimiter(per_chat=100), asyncio.get_running_loop()

    async def wait(chat: int) -> float:
        began = loop.time()
        async with limiter.message(chat, ANSWER):
            return loop.time() - began

    limiter.refused(1, 0.2)
    assert await wait(2) < 0.1
    assert await wait(1) >= 0.1
    limiter.refused(1, 0.2)
    limiter.refused(2, 0.3)
    assert not limiter.room(3)
    assert await wait(3) >= 0.2
    assert limiter.room(3)


async def test_who_gives_up_waiting_takes_no_place() -> None:
    one = Gate(1, 0.05)
    async with one.place(ANSWER):
        waiting = asyncio.create_task(peak(one, 1, random.Random(0)))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    await asyncio.sleep(0.1)
    assert one.idle


# --- as the client's plug


async def test_the_client_keeps_the_pace_by_itself_and_edits_have_no_chat_limit(api: BotApi) -> None:
    async with client(TOKEN, api.url, RateLimiter(per_second=500, per_chat=5)) as bot:
        sent = [await bot.send_message(7, str(number)) for number in range(6)]
        first = sent[0].message_id
        await asyncio.gather(*(bot.edit_message_text(f"edit {n}", 7, first) for n in range(20)))
    at = {
        name: [call.at for call in api.calls if call.method == name]
        for name in ("sendMessage", "editMessageText")
    }
    assert at["sendMessage"][4] - at["sendMessage"][0] < 0.5 < at["sendMessage"][5] - at["sendMessage"][0]
    assert at["editMessageText"][-1] - at["editMessageText"][0] < 0.5


async def test_a_clients_nudges_wait_for_its_answers(api: BotApi) -> None:
    limiter = RateLimiter(per_second=5, per_chat=100)
    async with client(TOKEN, api.url, limiter) as bot:
        nudges = [bot.send_message(chat, "nudge", rate_limit_args=NUDGE) for chat in range(1, 11)]
        waiting = asyncio.gather(*nudges)
        await asyncio.sleep(0.1)
        await asyncio.gather(*(bot.send_message(chat, "answer") for chat in range(11, 14)))
        await waiting
    texts = [given["text"] for given in api.of("sendMessage")]
    assert (texts[:5], texts[5:10].count("answer")) == (["nudge"] * 5, 3)


@pytest.mark.parametrize("method", ["sendMessage", "sendChatAction"])
async def test_a_wait_that_telegram_asks_for_closes_the_chat(api: BotApi, method: str) -> None:
    limiter = RateLimiter()
    async with client(TOKEN, api.url, limiter) as bot:
        api.faults[method].append("429:1")
        with pytest.raises(RetryAfter):
            await (
                bot.send_message(7, "one") if method == "sendMessage" else bot.send_chat_action(7, "typing")
            )
        assert (limiter.room(7), limiter.room(8)) == (False, True)
        began = asyncio.get_running_loop().time()
        await bot.send_message(7, "two")
        assert asyncio.get_running_loop().time() - began >= 0.9
