"""When the shell looks for work. The due moments themselves are rows in the database.

It goes by the event loop's clock, which only ever goes forward: a system's clock that jumps by years, there
and back, neither hurries nor stops it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from bot.storage.engine.errors import DatabaseError

log = structlog.get_logger("scheduler")


class Ticker:
    """Awaits `tick` every so many seconds once it is started, never twice at once.

    Ticks that were missed during a long one are made up for by one: the rows know what is due. A tick that
    fails is logged, and the next one comes all the same.
    """

    def __init__(self, tick: Callable[[], Awaitable[object]], *, seconds: float) -> None:
        self._tick, self._seconds = tick, seconds
        self._leaving = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, within a running event loop; the first tick comes after the first pause."""
        self._work = asyncio.create_task(self._run(), name="ticker")

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + self._seconds
        while not await self._left(due - loop.time()):
            await self._guarded()
            due = max(due + self._seconds, loop.time())

    async def _left(self, seconds: float) -> bool:
        """Wait for so long; whether it is time to leave."""
        with suppress(TimeoutError):
            async with asyncio.timeout(max(seconds, 0)):
                await self._leaving.wait()
        return self._leaving.is_set()

    async def _guarded(self) -> None:
        try:
            await self._tick()
        except DatabaseError as error:
            log.error("nothing can be looked for", why=str(error))
        except Exception as error:
            log.error("tick failed", exc_info=error)

    async def end(self, seconds: float) -> None:
        """No tick begins any more; one under way has so many seconds to come to its end. (Broken off at once,
        what it has just sent would not be noted, and come a second time.)"""
        self._leaving.set()
        if self._work is None:
            return
        await asyncio.wait({self._work}, timeout=seconds)
        if not self._work.done():
            log.warning("a tick is broken off")
            self._work.cancel()


def ticking(tick: Callable[[], Awaitable[object]], *, seconds: float) -> Ticker:
    """A ticker, not yet started."""
    return Ticker(tick, seconds=seconds)
