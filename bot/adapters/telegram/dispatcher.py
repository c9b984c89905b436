"""Hands each update over until it is stored: those of one chat in order, chats side by side."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Hashable, Sequence

import structlog
from telegram import Update

from bot.adapters.kit.tasks import Lanes
from bot.adapters.telegram.turns import TelegramTurns
from bot.config.backoff import Backoff
from bot.storage.engine.errors import Passing

log = structlog.get_logger("bot.adapters.telegram.dispatcher")

MAX_MISTAKES = 3  # more tries of an update that fails by a mistake would hold its chat up for nothing
STORAGE_BACKOFF = Backoff(first_seconds=0.25, longest_seconds=30)
# An answer gets so long before its update is confirmed: if the process is killed meanwhile, the update comes
# again and is answered. A slow answer holds up the other chats for no longer than that.
HAND_OVER_SECONDS = 0.5
APOLOGY_AFTER_SECONDS = 8.0  # a person who waits longer reads that the answer takes time
WEBHOOK_SECONDS = 20.0  # after which Telegram shall send an update again that could not be stored


class Dispatcher:
    """Tries an update again while the database is away, and passes over one that cannot be handled."""

    def __init__(self, turns: TelegramTurns) -> None:
        self._turns = turns
        self._lanes = Lanes()
        self._database_away = False
        self._apologised: set[Hashable] = set()  # lanes, while the database is away

    async def batch(self, updates: Sequence[Update]) -> None:
        """Store all that these lead to, however long that takes; wait for their answers only shortly."""
        for update in updates:
            self._acknowledge(update)
        await asyncio.gather(*(self._in_order(update, math.inf) for update in updates))
        await self._turns.handed_over(updates, HAND_OVER_SECONDS)

    async def one(self, update: Update, deadline_seconds: float = WEBHOOK_SECONDS) -> None:
        """The same for a single update, until the deadline. Raises Passing if it is not stored by then."""
        self._acknowledge(update)
        await self._in_order(update, deadline_seconds)
        await self._turns.handed_over([update], HAND_OVER_SECONDS)

    def _acknowledge(self, update: Update) -> None:
        """An update that is malformed here is passed over later, in its turn."""
        try:
            self._turns.acknowledge(update)
        except Exception as error:
            log.warning("a press could not be answered at once", error=type(error).__name__)

    async def _in_order(self, update: Update, deadline_seconds: float) -> None:
        with self._turns.service.under_way.one():
            async with self._lanes.turn(_lane(update)):
                await self._until_stored(update, deadline_seconds)

    async def _until_stored(self, update: Update, deadline_seconds: float) -> None:
        """Try until the deadline while the database is away; MAX_MISTAKES times after other errors."""
        began, mistakes, failures = asyncio.get_running_loop().time(), 0, 0
        while True:
            try:
                await self._turns.take(update)
                return self._note_back()
            except Passing as error:
                failures += 1
                pause = STORAGE_BACKOFF.seconds(failures)
                waited = asyncio.get_running_loop().time() - began
                self._note_away(update, error, waited)
                if waited + pause > deadline_seconds:
                    raise
            except Exception as error:
                mistakes += 1
                if mistakes == MAX_MISTAKES:
                    return self._pass_over(update, error)
                continue  # at once: pauses of many such updates of one chat would hold their batch up
            await asyncio.sleep(pause)

    def _pass_over(self, update: Update, error: Exception) -> None:
        log.error("an update could not be handled and is passed over", exc_info=error)
        self._turns.service.count_passed_over("telegram")
        try:
            self._turns.apologise(update, "telegram-sorry")
        except Exception as failed:
            log.warning("no apology could be sent", error=type(failed).__name__)

    def _note_away(self, update: Update, error: Passing, waited: float) -> None:
        if not self._database_away:
            log.error("no update can be stored", why=str(error))
        self._database_away = True
        if waited > APOLOGY_AFTER_SECONDS and (lane := _lane(update)) not in self._apologised:
            self._apologised.add(lane)
            self._turns.apologise(update, "telegram-away")

    def _note_back(self) -> None:
        if self._database_away:
            log.info("updates can be stored again")
            self._database_away = False
            self._apologised.clear()


def _lane(update: Update) -> Hashable:
    """The chat, within which the order is kept. An update without a readable chat has a lane of its own."""
    try:
        number = update.effective_chat.id if update.effective_chat else None
    except Exception:
        number = None
    return number if isinstance(number, int) else ("update", update.update_id)
