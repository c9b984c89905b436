"""Telegram's limits, kept: so many messages a second in all, one a second in a chat, answers first."""

from __future__ import annotations

import asyncio
import heapq
import math
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count

ANSWER, BULK = 0, 1  # what goes first
BURST = 3  # answers that one chat may get at once; Telegram lets short bursts pass
GROUP, MINUTE = 20, 60.0  # messages a minute in a group
CROWD, SHORTLY = 2, 10.0  # so many chats refused within so many seconds: the bot as a whole is too quick


class Gate:
    """At most `most` within any `seconds`, whenever in its course a call takes effect.

    A place is taken when a call begins and free again `seconds` after it ended, so that neither a slow line
    nor a sudden catching up leads to more. Waiting goes by priority, then by age.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._free, self._seconds = most, seconds
        self._most = most
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._number = count()
        self._closed_until = -math.inf

    @property
    def room(self) -> bool:
        """Whether a call could begin at once."""
        return self._free > 0 and self.closed <= 0

    @property
    def idle(self) -> bool:
        """Nothing under way, nobody waiting, and nothing to remember."""
        return self._free == self._most and not self._waiting and self.closed <= 0

    @property
    def closed(self) -> float:
        """For how many seconds nothing may pass."""
        return self._closed_until - asyncio.get_running_loop().time()

    def close(self, seconds: float) -> None:
        """Let nothing pass for so long."""
        loop = asyncio.get_running_loop()
        self._closed_until = max(self._closed_until, loop.time() + seconds)
        loop.call_later(max(self.closed, 0), self._let_pass)

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
        while self._waiting and self._free and self.closed <= 0:
            turn = heapq.heappop(self._waiting)[2]
            if not turn.done():
                self._free -= 1
                turn.set_result(None)


def gate(rate: float, burst: int = 1) -> Gate:
    """A gate for `rate` a second, where `burst` (or a second's share, if that is more) may come at once."""
    most = max(burst, math.floor(rate))
    return Gate(most, most / rate)


class RateLimiter:
    """The gates of one bot. `per_second`: messages in all; `per_chat`: in one chat."""

    def __init__(self, per_second: float = 30, per_chat: float = 1) -> None:
        self._all = gate(per_second)
        self._per_chat = per_chat
        self._chats: dict[tuple[int, int], Gate] = {}
        self._refused: dict[int, float] = {}

    @asynccontextmanager
    async def turn(self, chat: int, priority: int) -> AsyncIterator[None]:
        """Wait until a message to this chat may be sent, and hold its place while it is."""
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._chat(chat, ANSWER).place(priority))
            if priority == BULK:
                await stack.enter_async_context(self._chat(chat, BULK).place(priority))
            await stack.enter_async_context(self._all.place(priority))
            yield

    @asynccontextmanager
    async def edit(self) -> AsyncIterator[None]:
        """The same for an edit, which counts in all but not as a message of its chat."""
        async with self._all.place(ANSWER):
            yield

    def room(self, chat: int) -> bool:
        """Whether a message to this chat could be sent at once."""
        return self._all.room and self._chat(chat, ANSWER).room

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram asked to wait: this chat does, and everybody once several chats were refused."""
        now = asyncio.get_running_loop().time()
        self._chat(chat, ANSWER).close(seconds)
        self._refused = {c: at for c, at in self._refused.items() if now - at < SHORTLY} | {chat: now}
        if len(self._refused) >= CROWD:
            self._all.close(seconds)

    def _chat(self, chat: int, priority: int) -> Gate:
        if len(self._chats) > 1000:
            self._chats = {key: it for key, it in self._chats.items() if not it.idle}
        if (found := self._chats.get((chat, priority))) is None:
            found = self._chats[chat, priority] = self._new(chat, priority)
        return found

    def _new(self, chat: int, priority: int) -> Gate:
        if chat < 0:
            return Gate(GROUP, MINUTE)
        return gate(self._per_chat, BURST if priority == ANSWER else 1)
