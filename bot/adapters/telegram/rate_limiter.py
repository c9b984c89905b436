"""Telegram's limits as the library's plug: a number of messages a second in all, one a second in a chat.

The library's own `AIORateLimiter` knows no priority, and holds every request after one RetryAfter.
"""

from __future__ import annotations

import asyncio
import heapq
import math
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from itertools import count
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.adapters.telegram.http import retry_after_seconds

ANSWER, NUDGE = 0, 1  # priorities (`rate_limit_args`); the lower one goes first, and is the default
CHAT_BURST = 3  # answers that one chat may get at once; Telegram lets short bursts pass
GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0  # messages in a group within so many seconds
REFUSED_CHATS, REFUSED_SECONDS = 2, 10.0  # so many chats refused within so many seconds: the bot is too quick
MAX_IDLE_GATES = 1000
EDITS = ("edit", "delete")  # how the methods begin that change a message

Call = Callable[..., Coroutine[Any, Any, Any]]


class Gate:
    """At most `places` calls take effect within any `seconds`.

    A place is taken when a call begins and free again `seconds` after it ended, so that neither a slow
    connection nor a sudden catching up leads to more. Waiting goes by priority, then by age.
    """

    def __init__(self, places: int, seconds: float) -> None:
        self._places, self._free, self._seconds = places, places, seconds
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._number = count()
        self._closed_until = -math.inf

    @property
    def room(self) -> bool:
        """Whether a call could begin at once."""
        return self._free > 0 and self.closed_seconds <= 0

    @property
    def idle(self) -> bool:
        """Whether the gate can be forgotten: no call is under way or waits, and it is not closed."""
        return self._free == self._places and not self._waiting and self.closed_seconds <= 0

    @property
    def closed_seconds(self) -> float:
        """For how long nothing may pass; 0 or less if the gate is open."""
        return self._closed_until - asyncio.get_running_loop().time()

    def close(self, seconds: float) -> None:
        """Let nothing pass for so long."""
        loop = asyncio.get_running_loop()
        self._closed_until = max(self._closed_until, loop.time() + seconds)
        loop.call_later(max(self.closed_seconds, 0), self._let_pass)

    @asynccontextmanager
    async def place(self, priority: int) -> AsyncIterator[None]:
        """Wait for a place and hold it."""
        await self._wait(priority)
        try:
            yield
        finally:
            asyncio.get_running_loop().call_later(self._seconds, self._give_back)

    async def _wait(self, priority: int) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._number), turn))
        self._let_pass()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # the place was given at the very same moment
                self._give_back()
            raise

    def _give_back(self) -> None:
        self._free += 1
        self._let_pass()

    def _let_pass(self) -> None:
        while self._waiting and self._free and self.closed_seconds <= 0:
            turn = heapq.heappop(self._waiting)[2]
            if not turn.done():
                self._free -= 1
                turn.set_result(None)


def gate(per_second: float, burst: int = 1) -> Gate:
    """A gate for so many calls a second, where `burst` (or a second's share, if that is more) may come at
    once."""
    places = max(burst, math.floor(per_second))
    return Gate(places, places / per_second)


class RateLimiter(BaseRateLimiter[int]):
    """The gates of one bot. `per_second`: messages in all; `per_chat`: messages a second in one chat."""

    def __init__(self, per_second: float = 30, per_chat: float = 1) -> None:
        self._all = gate(per_second)
        self._per_chat = per_chat
        self._chats: dict[tuple[int, int], Gate] = {}
        self._refused: dict[int, float] = {}  # chat → when it was refused

    async def initialize(self) -> None:
        """Nothing is needed before the first request."""

    async def shutdown(self) -> None:
        """Nothing is left to stop."""

    async def process_request(
        self,
        callback: Call,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Make the request when the limits allow it. A message waits for its chat and for all, an edit for
        all only, any other call for none. Raises what `callback` does."""
        chat = data.get("chat_id")
        async with self._places(endpoint, chat, rate_limit_args or ANSWER):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                if chat is not None:
                    self.refused(chat, retry_after_seconds(error))
                raise

    def _places(self, endpoint: str, chat: int | None, priority: int) -> AbstractAsyncContextManager[None]:
        if chat is None or endpoint == "sendChatAction":
            return nullcontext()
        return self._all.place(ANSWER) if endpoint.startswith(EDITS) else self.message(chat, priority)

    @asynccontextmanager
    async def message(self, chat: int, priority: int) -> AsyncIterator[None]:
        """Wait until a message to this chat may be sent, and hold its place while it is."""
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._chat(chat, ANSWER).place(priority))
            if priority == NUDGE:
                await stack.enter_async_context(self._chat(chat, NUDGE).place(priority))
            await stack.enter_async_context(self._all.place(priority))
            yield

    def room(self, chat: int) -> bool:
        """Whether a message to this chat could be sent at once."""
        return self._all.room and self._chat(chat, ANSWER).room

    def refused(self, chat: int, seconds: float) -> None:
        """Close the gate of a chat for which Telegram asked to wait; that of all once several chats were
        refused."""
        now = asyncio.get_running_loop().time()
        self._chat(chat, ANSWER).close(seconds)
        recent = {c: at for c, at in self._refused.items() if now - at < REFUSED_SECONDS}
        self._refused = recent | {chat: now}
        if len(self._refused) >= REFUSED_CHATS:
            self._all.close(seconds)

    def _chat(self, chat: int, priority: int) -> Gate:
        if len(self._chats) > MAX_IDLE_GATES:
            self._chats = {key: it for key, it in self._chats.items() if not it.idle}
        if (found := self._chats.get((chat, priority))) is None:
            found = self._chats[chat, priority] = self._new(chat, priority)
        return found

    def _new(self, chat: int, priority: int) -> Gate:
        if chat < 0:
            return Gate(GROUP_MESSAGES, GROUP_SECONDS)
        return gate(self._per_chat, CHAT_BURST if priority == ANSWER else 1)
