"""From an update to its transaction: each person's in order, people side by side, none given up lightly."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Hashable, Sequence

import structlog
from telegram import Update

from bot.adapters.kit.tasks import Lanes
from bot.adapters.telegram.adapter import Adapter
from bot.config.backoff import Backoff
from bot.storage.engine.errors import Passing

log = structlog.get_logger("bot.adapters.telegram.dispatcher")

MAX_MISTAKES = 3  # more tries of an update that fails by a mistake would hold its chat up for nothing
STORAGE_BACKOFF = Backoff(first_seconds=0.25, longest_seconds=30)
# Seconds that an answer has before its update is confirmed: were the process killed meanwhile, the update
# would come again and be answered. A slow answer holds nobody else up for longer than that.
TO_HAND_OVER = 0.5
SOON = 8.0  # seconds after which somebody is told that the answer takes longer


class Dispatcher:
    """Hands updates to the adapter until they are stored."""

    def __init__(self, adapter: Adapter) -> None:
        self._adapter = adapter
        self._lanes = Lanes()
        self._away = False
        self._told: set[Hashable] = set()

    async def batch(self, updates: Sequence[Update]) -> None:
        """Store all that these lead to, however long that takes, and hand over the answers that are quick."""
        for update in updates:
            self._hurry(update)
        await asyncio.gather(*(self._in_order(update, math.inf) for update in updates))
        await self._adapter.handed_over(updates, TO_HAND_OVER)

    async def one(self, update: Update, patience: float = 20) -> None:
        """The same for a single one, for so many seconds. Raises Passing where that was not enough."""
        self._hurry(update)
        await self._in_order(update, patience)
        await self._adapter.handed_over([update], TO_HAND_OVER)

    def _hurry(self, update: Update) -> None:
        """An update that is not what it should be is met again, and passed over, in its turn."""
        try:
            self._adapter.hurry(update)
        except Exception as error:
            log.warning("a press could not be answered at once", error=type(error).__name__)

    async def _in_order(self, update: Update, patience: float) -> None:
        with self._adapter.service.under_way.one():
            async with self._lanes.turn(_lane(update)):
                await self._surely(update, asyncio.get_running_loop().time(), patience)

    async def _surely(self, update: Update, began: float, patience: float) -> None:
        """Try until it is stored, as long as what keeps it from that can pass; three times else."""
        mistakes = failures = 0
        while True:
            try:
                await self._adapter.take(update)
                return self._is_back()
            except Passing as error:
                failures += 1
                pause = STORAGE_BACKOFF.seconds(failures)
                waited = asyncio.get_running_loop().time() - began
                self._is_away(update, error, waited)
                if waited + pause > patience:
                    raise
            except Exception as error:
                mistakes += 1
                if mistakes == MAX_MISTAKES:
                    return self._pass_over(update, error)
                continue  # at once: pauses of many such updates of one chat would hold their batch up
            await asyncio.sleep(pause)

    def _pass_over(self, update: Update, error: Exception) -> None:
        log.error("an update could not be handled and is passed over", exc_info=error)
        self._adapter.service.passed_over("telegram")
        try:
            self._adapter.sorry(update, "telegram-sorry")
        except Exception as failed:  # it is not known whom to tell
            log.warning("nobody could be told", error=type(failed).__name__)

    def _is_away(self, update: Update, error: Passing, waited: float) -> None:
        if not self._away:
            log.error("no update can be stored", why=str(error))
        self._away = True
        if waited > SOON and (lane := _lane(update)) not in self._told:
            self._told.add(lane)
            self._adapter.sorry(update, "telegram-away")

    def _is_back(self) -> None:
        if self._away:
            log.info("updates can be stored again")
            self._away = False
            self._told.clear()


def _lane(update: Update) -> Hashable:
    """Whose order is kept: a chat's. Private ones have the id of their person. An update without a chat, or
    whose chat is none, waits for no other and keeps none waiting."""
    try:
        number = update.effective_chat.id if update.effective_chat else None
    except Exception:
        number = None
    return number if isinstance(number, int) else ("update", update.update_id)
