"""(b) Check-in presses a second: update in, commit, the question edited into the end of the check-in; beside
a bare application of the library that answers and edits as much, without any database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import median

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from bot.adapters.telegram.adapter import Telegram
from bot.config.settings import Settings
from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.turns.service import Service
from tests.bench.place import BASE, Api, Clock, Places
from tests.bench.table import Line, Table, tell
from tests.botapi import TOKEN
from tests.crowd import FIRST_CHAT, crowd
from tests.world import library, wording

PRESSES, ROUNDS, AT_ONCE = 400, 3, 32
KINDS = ("sqlite", "postgresql")


@dataclass
class Buttons:
    """An outbox that keeps each chat's first button."""

    tokens: dict[int, str] = field(default_factory=dict)

    async def send(self, account: Account, message: Message) -> None:
        self.tokens[int(account.external_id)] = message.buttons[0].token


async def presses(table: Table, places: Places, api: Api) -> None:
    """(b)"""
    tell(f"(b) {ROUNDS} rounds of {PRESSES} presses, {AT_ONCE} people at a time")
    rates: dict[str, list[float]] = {"edits": [], **{kind: [] for kind in KINDS}}
    async with places.database("sqlite") as light, places.database("postgresql") as heavy:
        asked = {kind: (db, await asked_all(db)) for kind, db in zip(KINDS, (light, heavy), strict=True)}
        for number in range(ROUNDS):
            async with _bare(api):
                rates["edits"].append(await _rate(api, dict.fromkeys(_chats(number), "x")))
            for kind, (database, tokens) in asked.items():
                async with ours(database, api):
                    some = {chat: tokens[chat] for chat in _chats(number)}
                    rates[kind].append(await _rate(api, some))
            tell(", ".join(f"{name} {found[-1]:.0f}/s" for name, found in rates.items()))
    for kind in KINDS:
        table.add(_line(kind, rates))


def _line(kind: str, rates: dict[str, list[float]]) -> Line:
    ratio = median(a / b for a, b in zip(rates[kind], rates["edits"], strict=True))
    bare = f"bare: answers, edits {median(rates['edits']):.0f}/s"
    shown = f"{median(rates[kind]):.0f}/s"
    return Line(f"(b) presses, {kind}", shown, bare, f"{ratio:.2f}", "≥ 0.50", ratio >= 0.5)


def _chats(number: int) -> range:
    return range(FIRST_CHAT + number * PRESSES, FIRST_CHAT + (number + 1) * PRESSES)


async def asked_all(database: Database, people: int = PRESSES * ROUNDS) -> dict[int, str]:
    """People whose check-in has just arrived; the button that each of them will press."""
    await crowd(database, people, [BASE] * people, now=BASE)
    heap = Buttons()
    await Delivery(Service(database, library(), wording(), Clock()), {"telegram": heap}).tick()
    return heap.tokens


async def _rate(api: Api, tokens: dict[int, str]) -> float:
    """Presses a second. One edit answers each."""
    given = {"chats": list(tokens), "data": list(tokens.values()), "calls": 1}
    told = await api.asks("presses", **given, at_once=AT_ONCE)
    return len(tokens) / float(told["seconds"])


@asynccontextmanager
async def ours(database: Database, api: Api, per_second: float = 1000) -> AsyncIterator[Telegram]:
    """The coach on Telegram, at work."""
    settings = Settings(
        _env_file=None, telegram_token=TOKEN, telegram_api_url=api.base,
        telegram_per_second=per_second, telegram_per_chat=min(per_second, 1000),
    )  # type: ignore[call-arg]  # fmt: skip
    telegram = Telegram(Service(database, library(), wording(), Clock()), settings)
    serving = asyncio.create_task(telegram.serve())
    await asyncio.sleep(1)  # its commands and descriptions are set by then
    try:
        yield telegram
    finally:
        serving.cancel()
        await asyncio.wait({serving})


@asynccontextmanager
async def _bare(api: Api) -> AsyncIterator[None]:
    """The library as its examples use it, with as many at a time as it takes."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Change an answer", callback_data="change")]])

    async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        await query.answer()
        await query.edit_message_text("Noted.", reply_markup=keyboard)

    built = Application.builder().token(TOKEN).base_url(api.base).concurrent_updates(True).build()
    built.add_handler(CallbackQueryHandler(pressed))
    async with built:
        await built.start()
        await built.updater.start_polling(timeout=1)
        try:
            yield
        finally:
            await built.updater.stop()
            await built.stop()
