"""Long polling: Telegram is told that updates have arrived only after what they led to is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.adapters.kit.tasks import finish_within
from bot.adapters.telegram.http import asked
from bot.config.backoff import Backoff
from bot.delivery.ports import BotRefused

log = structlog.get_logger("bot.adapters.telegram.polling")

ALLOWED = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
LONGEST_POLL = 50  # seconds that Telegram holds the line while there is nothing
AT_LEAST = 1.0  # seconds from one poll that brings nothing to the next
CONNECT_BACKOFF = Backoff(first_seconds=0.5, longest_seconds=30)
TO_FINISH, TO_CONFIRM = 10.0, 3.0  # seconds, at the end
TOKEN = "Telegram does not know this bot: check SCROLLWISE_TELEGRAM_TOKEN (and SCROLLWISE_TELEGRAM_API_URL)."  # noqa: S105
ODD = "What answers at SCROLLWISE_TELEGRAM_API_URL is no Bot API: its getMe does not tell who the bot is."
SECOND = (
    "somebody else receives this bot's messages, another process with the same token or a webhook: "
    "stop one of the two"
)

Batch = Callable[[Sequence[Update]], Awaitable[None]]


class PollingPauses:
    """Growing pauses while something is away; it is logged at first, and then ever more seldom."""

    def __init__(self) -> None:
        self._failures = 0

    def over(self) -> None:
        """It is back."""
        if self._failures:
            log.info("receiving again")
        self._failures = 0

    async def after(self, error: TelegramError) -> None:
        """Wait before the next try."""
        asked_seconds = asked(error) if isinstance(error, RetryAfter) else 0
        pause = CONNECT_BACKOFF.seconds(self._failures + 1, at_least=asked_seconds)
        if self._failures.bit_count() <= 1:  # the 1st, 2nd, 3rd, 5th, 9th, 17th …
            what = SECOND if isinstance(error, Conflict) else "Telegram cannot be reached"
            log.error(what, error=type(error).__name__, next_try_in=pause)
        self._failures += 1
        await asyncio.sleep(pause)


async def connect(bot: Bot) -> None:
    """Say hello to Telegram, for as long as it takes. Raises Refused for a wrong token."""
    pauses = PollingPauses()
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            raise BotRefused(TOKEN) from None
        except TelegramError as error:
            await pauses.after(error)
        except (TypeError, KeyError, ValueError, AttributeError):  # what the library makes of another answer
            raise BotRefused(ODD) from None
        else:
            return pauses.over()


class Polling:
    """The loop. `batch` returns when all that the updates led to is stored."""

    def __init__(self, bot: Bot, batch: Batch) -> None:
        self._bot, self._batch = bot, batch
        self._next: int | None = None  # the first update that is not stored yet
        self._told: int | None = None  # the same, as Telegram was told

    async def run(self) -> None:
        """Until cancelled; what was begun is brought to its end then. Raises Refused."""
        pauses = PollingPauses()
        await self._no_webhook(pauses)
        try:
            while True:
                updates = await self._fetch(pauses)
                if updates:
                    await finish_within(self._stored(updates), TO_FINISH)
        finally:
            await self._confirm()

    async def _stored(self, updates: Sequence[Update]) -> None:
        await self._batch(updates)
        self._next = updates[-1].update_id + 1

    async def _fetch(self, pauses: PollingPauses) -> Sequence[Update]:
        began = asyncio.get_running_loop().time()
        news, self._told = self._next != self._told, self._next
        # A poll that confirms something is answered at once, so that the end need not cut it off.
        poll = asyncio.create_task(self._poll(0 if news else LONGEST_POLL))
        try:
            updates = await (finish_within(poll, TO_CONFIRM) if news else poll)
        except InvalidToken:
            raise BotRefused(TOKEN) from None
        except TelegramError as error:
            await pauses.after(error)
            return ()
        pauses.over()
        if not news and not any(self._is_new(update) for update in updates):
            await self._held(began)
        return updates

    def _is_new(self, update: Update) -> bool:
        return self._next is None or update.update_id >= self._next

    async def _held(self, began: float) -> None:
        """A long poll that brings nothing new is held for a while by Telegram; a server that answers it at
        once is not asked more than once a second."""
        await asyncio.sleep(max(0.0, AT_LEAST - (asyncio.get_running_loop().time() - began)))

    async def _poll(self, seconds: int) -> Sequence[Update]:
        return await self._bot.get_updates(offset=self._next, timeout=seconds, allowed_updates=ALLOWED)

    async def _no_webhook(self, pauses: PollingPauses) -> None:
        """Telegram serves a webhook or a poll; what waits is kept."""
        while True:
            try:
                await self._bot.delete_webhook(drop_pending_updates=False)
            except InvalidToken:
                raise BotRefused(TOKEN) from None
            except TelegramError as error:
                await pauses.after(error)
            else:
                return

    async def _confirm(self) -> None:
        """Tell Telegram at the end what the next poll would have told it."""
        if self._next == self._told:
            return
        try:
            async with asyncio.timeout(TO_CONFIRM):
                await self._poll(0)
        except (TelegramError, TimeoutError):
            log.info("the last updates are not confirmed; they will come again, to no effect")
