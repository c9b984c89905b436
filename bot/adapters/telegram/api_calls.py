"""Calls of the Bot API within its limits, and what is done when one fails.

A message is sent again only where it surely did not arrive. An edit can be repeated: twice is once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.adapters.telegram.http import NotSent, asked
from bot.adapters.telegram.rate_limiter import ANSWER, RateLimiter
from bot.config.backoff import Backoff
from bot.delivery.ports import Blocked, TryLater, Unknown

log = structlog.get_logger("bot.adapters.telegram.api_calls")

T = TypeVar("T")
GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
SAME = "message is not modified"
ANSWER_BACKOFF = Backoff(first_seconds=1, longest_seconds=30)
PATIENCE = 2 * 3600.0  # seconds that an answer is tried for
AT_ONCE = 15.0  # the same for what makes sense only now


class Rejected(Exception):
    """Telegram does not take this call, however often: `reason` is its own, cut before anything quoted."""

    def __init__(self, error: TelegramError) -> None:
        self.reason = error.message.partition("'")[0].partition('"')[0][:80]
        super().__init__(self.reason)


class Calls:
    """Sends and edits under one `RateLimiter`."""

    def __init__(self, pace: RateLimiter, patience: float = PATIENCE) -> None:
        self.pace = pace
        self._patience = patience

    async def send(self, chat: int, call: Callable[[int], Awaitable[T]], priority: int) -> T:
        """Try once. `call` gets the chat's id, which is another one after a group became a supergroup.

        Raises Blocked, TryLater, Unknown (of `bot.delivery.worker`) or Rejected.
        """
        async with self.pace.turn(chat, priority):
            try:
                return await call(chat)
            except ChatMigrated as moved:
                new = moved.new_chat_id
            except TelegramError as error:
                raise self._told(chat, error) from None
        return await self.send(new, call, priority)

    async def answer(self, chat: int, call: Callable[[int], Awaitable[T]]) -> T | None:
        """Send an answer to a person, and wait as long as it takes. None if it did not arrive, or nobody can
        tell. Raises Blocked."""
        try:
            return await self._patiently(
                lambda: self.send(chat, call, ANSWER), self._patience, repeats=(TryLater,)
            )
        except (TryLater, Unknown, Rejected) as error:
            log.warning("an answer did not arrive", why=type(error).__name__, reason=str(error))
            return None

    async def edit(self, chat: int, call: Callable[[], Awaitable[object]]) -> bool:
        """Change a message. False if it can't be changed (any more). Raises Blocked."""

        async def once() -> None:
            async with self.pace.edit():
                try:
                    await call()
                except TelegramError as error:
                    if SAME not in error.message.lower():
                        raise self._told(chat, error) from None

        return await self._done(once, self._patience)

    async def sign(self, chat: int, call: Callable[[], Awaitable[object]]) -> None:
        """Give a passing sign, which is no message: now or, where that fails, not at all."""

        async def once() -> None:
            try:
                await call()
            except TelegramError as error:
                raise self._told(chat, error) from None

        with suppress(Blocked):
            await self._done(once, AT_ONCE)

    async def _done(self, once: Callable[[], Awaitable[None]], patience: float) -> bool:
        """Whether something that may be repeated was done in the end."""
        try:
            await self._patiently(once, patience, repeats=(TryLater, Unknown))
        except (TryLater, Unknown, Rejected):
            return False
        return True

    async def _patiently(
        self, once: Callable[[], Awaitable[T]], patience: float, repeats: tuple[type[Exception], ...]
    ) -> T:
        """Repeat after growing pauses, or those that Telegram asks for, until the patience is at its end."""
        ends = asyncio.get_running_loop().time() + patience
        failures = 0
        while True:
            try:
                return await once()
            except repeats as error:
                failures += 1
                wait = ANSWER_BACKOFF.seconds(failures, at_least=getattr(error, "seconds", 0))
                if asyncio.get_running_loop().time() + wait > ends:
                    raise
                await asyncio.sleep(wait)

    def _told(self, chat: int, error: TelegramError) -> Exception:
        """The library's error in the words of the port."""
        match error:
            case RetryAfter():
                seconds = asked(error)
                self.pace.refused(chat, seconds)
                return TryLater(seconds)
            case Forbidden():
                return Blocked()
            case BadRequest() if any(words in error.message.lower() for words in GONE):
                return Blocked()
            case BadRequest():
                return Rejected(error)
            case NotSent() | InvalidToken():
                return TryLater()
            case NetworkError():
                return Unknown()
            case _:
                return Rejected(error)
