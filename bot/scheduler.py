"""The ticker: APScheduler's one interval job. The due moments themselves are rows in the database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger("scheduler")


def ticking(tick: Callable[[], Awaitable[object]], *, seconds: float) -> AsyncIOScheduler:
    """A scheduler, not yet started, that awaits `tick` every so many seconds, never twice at once.

    What was missed while the machine slept is one tick, not many: the rows know what is due. A tick that
    fails is logged, and the next one comes all the same.
    """

    async def guarded() -> None:
        try:
            await tick()
        except Exception as error:
            log.error("tick failed", error=type(error).__name__)

    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        guarded, "interval", seconds=seconds, coalesce=True, max_instances=1, misfire_grace_time=None
    )
    return scheduler
