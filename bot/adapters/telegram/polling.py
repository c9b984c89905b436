"""Long polling that confirms updates only after all that they led to is stored.

Why not the library's Updater: it puts the updates into a queue and sets `self._last_update_id =
updates[-1].update_id + 1` at once (telegram/ext/_updater.py, lines 364-366 of 22.8). The next poll then
confirms what no handler has stored, and a crash loses it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.adapters.kit.tasks import finish_within
from bot.adapters.telegram.http import TelegramBot, retry_after_seconds
from bot.config.backoff import Backoff
from bot.delivery.ports import BotRefused

log = structlog.get_logger("bot.adapters.telegram.polling")

POLL_SECONDS = 50  # that Telegram holds a poll open while there is nothing
MIN_POLL_SECONDS = 1.0  # from one poll that brings nothing to the next
CONNECT_BACKOFF = Backoff(first_seconds=0.5, longest_seconds=30)
FINISH_SECONDS, CONFIRM_SECONDS = 10.0, 3.0  # at shutdown
WRONG_TOKEN = (
    "Telegram does not know this bot: check SCROLLWISE_TELEGRAM_TOKEN (and SCROLLWISE_TELEGRAM_API_URL)."  # noqa: S105
)
NO_BOT_API = (
    "What answers at SCROLLWISE_TELEGRAM_API_URL is no Bot API: its getMe does not tell who the bot is."
)
SECOND_RECEIVER = (
    "somebody else receives this bot's messages, another process with the same token or a webhook: "
    "stop one of the two"
)

StoreBatch: TypeAlias = Callable[[Sequence[Update]], Awaitable[None]]


class ConnectionRetries:
    """Pauses while Telegram cannot be reached. The first failure is logged, then fewer and fewer of them."""

    def __init__(self) -> None:
        self._failures = 0

    def succeeded(self) -> None:
        """Note that Telegram answered."""
        if self._failures:
            log.info("receiving again")
        self._failures = 0

    async def wait_after(self, error: TelegramError) -> None:
        """Wait before the next try, as long as Telegram asks at least."""
        asked_seconds = retry_after_seconds(error) if isinstance(error, RetryAfter) else 0
        pause = CONNECT_BACKOFF.seconds(self._failures + 1, at_least=asked_seconds)
        if self._failures.bit_count() <= 1:  # the 1st, 2nd, 3rd, 5th, 9th, 17th …
            what = SECOND_RECEIVER if isinstance(error, Conflict) else "Telegram cannot be reached"
            log.error(what, error=type(error).__name__, next_try_in=pause)
        self._failures += 1
        await asyncio.sleep(pause)


async def until_answered(call: Callable[[], Awaitable[object]], retries: ConnectionRetries) -> None:
    """Repeat a call until Telegram answers it. Raises BotRefused for a wrong token."""
    while True:
        try:
            await call()
        except InvalidToken:
            raise BotRefused(WRONG_TOKEN) from None
        except TelegramError as error:
            await retries.wait_after(error)
        else:
            return retries.succeeded()


async def connect(bot: TelegramBot) -> None:
    """Ask Telegram who the bot is, for as long as it takes. Raises BotRefused."""
    try:
        await until_answered(bot.initialize, ConnectionRetries())
    except (TypeError, KeyError, ValueError, AttributeError):  # the library cannot read the answer
        raise BotRefused(NO_BOT_API) from None


class Polling:
    """The loop. `store` returns when all that the updates led to is stored."""

    def __init__(self, bot: TelegramBot, store: StoreBatch) -> None:
        self._bot, self._store = bot, store
        self._next: int | None = None  # the first update that is not stored yet
        self._confirmed: int | None = None  # the same, as Telegram knows it

    async def run(self) -> None:
        """Poll until cancelled, then finish what has begun. Raises BotRefused."""
        retries = ConnectionRetries()
        # Telegram serves either a webhook or polls. Waiting updates are kept.
        await until_answered(lambda: self._bot.delete_webhook(drop_pending_updates=False), retries)
        try:
            while True:
                if updates := await self._fetch(retries):
                    await finish_within(self._stored(updates), FINISH_SECONDS)
        finally:
            await self._confirm()

    async def _stored(self, updates: Sequence[Update]) -> None:
        await self._store(updates)
        self._next = updates[-1].update_id + 1

    async def _fetch(self, retries: ConnectionRetries) -> Sequence[Update]:
        began = asyncio.get_running_loop().time()
        confirms, self._confirmed = self._next != self._confirmed, self._next
        # A poll that confirms something is answered at once, so that a shutdown need not cut it off.
        poll = asyncio.create_task(self._bot.updates(self._next, 0 if confirms else POLL_SECONDS))
        try:
            updates = await (finish_within(poll, CONFIRM_SECONDS) if confirms else poll)
        except InvalidToken:
            raise BotRefused(WRONG_TOKEN) from None
        except TelegramError as error:
            await retries.wait_after(error)
            return ()
        retries.succeeded()
        if not confirms and not any(self._is_new(update) for update in updates):
            await self._hold(began)
        return updates

    def _is_new(self, update: Update) -> bool:
        return self._next is None or update.update_id >= self._next

    async def _hold(self, began: float) -> None:
        """Telegram holds a long poll that brings nothing; a server that answers it at once is asked no more
        than once in MIN_POLL_SECONDS."""
        await asyncio.sleep(max(0.0, MIN_POLL_SECONDS - (asyncio.get_running_loop().time() - began)))

    async def _confirm(self) -> None:
        """Confirm at shutdown what the next poll would have confirmed."""
        if self._next == self._confirmed:
            return
        try:
            async with asyncio.timeout(CONFIRM_SECONDS):
                await self._bot.updates(self._next, 0)
        except (TelegramError, TimeoutError):
            log.info("the last updates are not confirmed; they will come again, to no effect")
