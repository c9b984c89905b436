"""The ticker: APScheduler's one interval job. The due moments themselves are rows in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.db.errors import DatabaseError

log = structlog.get_logger("scheduler")


class Ticker(AsyncIOScheduler):  # type: ignore[misc]  # APScheduler 3 has no types
    """Awaits `tick` every so many seconds once it is started, never twice at once.

    What was missed while the machine slept is one tick, not many: the rows know what is due. A tick that
    fails is logged, and the next one comes all the same; while one takes long, no other begins.
    """

    def __init__(self, tick: Callable[[], Awaitable[object]], *, seconds: float) -> None:
        super().__init__(timezone="UTC")
        self._tick = tick
        self._at_work = asyncio.Lock()
        interval = {"coalesce": True, "max_instances": 2, "misfire_grace_time": None}
        self.add_job(self._guarded, "interval", seconds=seconds, **interval)

    async def _guarded(self) -> None:
        if self._at_work.locked():
            return
        async with self._at_work:
            try:
                await self._tick()
            except DatabaseError as error:
                log.error("nothing can be looked for", why=str(error))
            except Exception as error:
                log.error("tick failed", exc_info=error)

    async def end(self, seconds: float) -> None:
        """No tick begins any more; one under way has so many seconds to come to its end. (`shutdown` alone
        would break it off: what it has just sent would not be noted, and come a second time.)"""
        self.pause()
        try:
            async with asyncio.timeout(seconds), self._at_work:
                pass
        except TimeoutError:
            log.warning("a tick is broken off")
        self.shutdown(wait=False)


def ticking(tick: Callable[[], Awaitable[object]], *, seconds: float) -> Ticker:
    """A ticker, not yet started."""
    return Ticker(tick, seconds=seconds)
