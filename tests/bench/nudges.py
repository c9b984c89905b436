"""(a) Nudges a second from due row to confirmed send, beside a bare loop of `send_message`; (e) what one
costs where a thousand, a hundred thousand or a million people are scheduled."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from telegram import Bot, LinkPreviewOptions
from telegram.request import HTTPXRequest

from bot.adapters.telegram import render
from bot.adapters.telegram.chats import TelegramChats
from bot.adapters.telegram.http import MAX_CONNECTIONS, client
from bot.adapters.telegram.rate_limiter import RateLimiter
from bot.adapters.telegram.sender import TelegramSender
from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.delivery.worker import MAX_CONCURRENT_SENDS, Delivery
from bot.storage.database import Database
from bot.turns.service import Service
from tests.bench.place import BASE, Api, Clock, Places, stopwatch
from tests.bench.table import Line, Table, short, tell
from tests.botapi import TOKEN
from tests.crowd import FIRST_CHAT, crowd
from tests.world import library, wording

NUDGES, ROUNDS = 400, 3
HOUR = timedelta(hours=1)
FREE = 1_000_000.0  # a limit that is none


@dataclass
class Spy:
    """Keeps what is sent, to send the same without us."""

    seen: list[Message] = field(default_factory=list)

    async def send(self, account: Account, message: Message) -> None:
        self.seen.append(message)


def outbox(api: Api) -> TelegramChats:
    return TelegramChats(TelegramSender(client(TOKEN, api.base, RateLimiter(FREE, FREE))), wording())


async def nudges(table: Table, places: Places, api: Api) -> None:
    """(a)"""
    tell(f"(a) {ROUNDS} rounds of {NUDGES} nudges on each database, and the bare loop between them")
    due = [BASE + HOUR * n for n in range(ROUNDS) for _ in range(NUDGES)]
    async with places.database("sqlite") as light, places.database("postgresql") as heavy:
        for database in (light, heavy):
            await crowd(database, len(due) + 1, [*due, BASE], now=BASE)
        message = await _first(light)
        rates: dict[str, list[float]] = {"bare": [], "sqlite": [], "postgresql": []}
        for number in range(ROUNDS):
            rates["bare"].append(await _bare(api, message, NUDGES))
            for name, database in (("sqlite", light), ("postgresql", heavy)):
                rates[name].append(await ours(database, api, HOUR * number))
            tell(", ".join(f"{name} {found[-1]:.0f}/s" for name, found in rates.items()))
    for name in ("sqlite", "postgresql"):
        ratio = median(a / b for a, b in zip(rates[name], rates["bare"], strict=True))
        fast, bare = median(rates[name]), median(rates["bare"])
        line = Line(f"(a) nudges, {name}", f"{fast:.0f}/s", f"send_message {bare:.0f}/s", f"{ratio:.2f}")
        table.add(_bounded(line, "≥ 0.70", ratio >= 0.7))


def _bounded(line: Line, bound: str, kept: bool) -> Line:
    return Line(line.what, line.ours, line.beside, line.figure, bound, kept)


async def _first(database: Database) -> Message:
    spy = Spy()
    service = Service(database, library(), wording(), lambda: BASE)
    chat = Account("telegram", str(FIRST_CHAT + NUDGES * ROUNDS))
    await Delivery(service, {"telegram": spy}, only=chat).tick()
    return spy.seen[0]


async def ours(database: Database, api: Api, shift: timedelta, at_least: int = NUDGES) -> float:
    """Deliver what is due by then; letters a second."""
    await api.asks("reset")
    clock = Clock(shift)
    post = outbox(api)
    async with post.sender.bot as bot:
        await bot.get_me()
        with stopwatch() as taken:
            await Delivery(Service(database, library(), wording(), clock), {"telegram": post}).tick()
    counts = await api.asks("counts")
    assert counts["sent"] == counts["chats"] >= at_least, counts
    return float(counts["sent"]) / taken[0]


async def _bare(api: Api, message: Message, times: int) -> float:
    """The library alone, with the same text, entities and keyboard."""
    [part] = render.parts(message.html)
    options = {
        "entities": part.entities or None,
        "reply_markup": render.keyboard(message.buttons),
        "link_preview_options": LinkPreviewOptions(is_disabled=True),
    }
    chats = iter(range(FIRST_CHAT, FIRST_CHAT + times))

    async def work(bot: Bot) -> None:
        for chat in chats:
            await bot.send_message(chat, part.text, **options)  # type: ignore[arg-type]

    request = HTTPXRequest(connection_pool_size=MAX_CONNECTIONS)
    async with Bot(TOKEN, base_url=api.base, request=request) as bot:
        with stopwatch() as taken:
            await asyncio.gather(*(work(bot) for _ in range(MAX_CONCURRENT_SENDS)))
    return times / taken[0]


async def cost(
    table: Table, sizes: Sequence[int], kind: str, databases: dict[int, Database], base: datetime
) -> None:
    """(e) on databases in which so many people wait at each full hour from `base` on; without a network, so
    that nothing hides it."""
    each: dict[int, list[float]] = {size: [] for size in sizes}
    for number in range(ROUNDS + 1):
        for size in sizes:
            service = Service(databases[size], library(), wording(), Clock(HOUR * number, base))
            spy = Spy()
            with stopwatch() as taken:
                await Delivery(service, {"telegram": spy}).tick()
            if number:  # the first round fills caches
                each[size].append(1000 * taken[0] / len(spy.seen))
    found = {size: min(values) for size, values in each.items()}
    worst = max(found.values()) / min(found.values())
    shown = " · ".join(f"{found[size]:.2f} ms" for size in sizes)
    beside = " · ".join(short(size) for size in sizes)
    table.add(Line(f"(e) a nudge, {kind}", shown, beside, f"{worst:.2f}", "≤ 1.30", worst <= 1.3))
