"""The ticker: APScheduler's one interval job. The due moments themselves are rows in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.db.errors import DatabaseError

log = structlog.get_logger("scheduler")


def ticking(tick: Callable[[], Awaitable[object]], *, seconds: float) -> AsyncIOScheduler:
    """A scheduler, not yet started, that awaits `tick` every so many seconds, never twice at once.

    What was missed while the machine slept is one tick, not many: the rows know what is due. A tick that
    fails is logged, and the next one comes all the same; while one takes long, no other begins.
    """
    at_work = asyncio.Lock()

    async def guarded() -> None:
        if at_work.locked():
            return
        async with at_work:
            try:
                await tick()
            except DatabaseError as error:
                log.error("nothing can be looked for", why=str(error))
            except Exception as error:
                log.error("tick failed", exc_info=error)

    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        guarded, "interval", seconds=seconds, coalesce=True, max_instances=2, misfire_grace_time=None
    )
    return scheduler
