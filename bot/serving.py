"""All platforms that are set up, side by side, and the one ticker that sends on all of them."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from typing import TYPE_CHECKING

import structlog

from bot.app import App
from bot.delivery import Platform, Refused
from bot.posting import HasBoard, Posting
from bot.scheduler import ticking

if TYPE_CHECKING:
    from bot.health import Health

log = structlog.get_logger("serving")


async def serve(app: App, platforms: Sequence[Platform]) -> None:
    """Serve until SIGINT or SIGTERM, or until one platform refuses the bot (raises Refused)."""
    async with _health(app) as health:
        _leave_on_signals(health)
        await _serve(app, platforms)


def _health(app: App) -> AbstractAsyncContextManager[Health | None]:
    if app.metrics is None or app.settings.health_port is None:
        return nullcontext()
    from bot import health

    return health.shown(app.service, app.metrics, app.settings.health_host, app.settings.health_port)


async def _serve(app: App, platforms: Sequence[Platform]) -> None:
    scheduler = app.scheduler({platform.name: platform.outbox for platform in platforms})
    scheduler.start()
    boards = {platform.name: platform.board for platform in platforms if isinstance(platform, HasBoard)}
    poster = ticking(Posting(app.service, boards).tick, seconds=app.settings.tick_seconds)
    poster.start()
    # The first search for a city reads the whole index, for a second or more: not while people wait.
    warming = asyncio.create_task(asyncio.to_thread(app.service.library.cities, "warming up"))
    log.info("serving", platforms=[platform.name for platform in platforms])
    try:
        await _side_by_side(platforms)
    except asyncio.CancelledError:
        log.info("leaving")
    finally:
        warming.cancel()
        scheduler.shutdown(wait=False)
        poster.shutdown(wait=False)


def _leave_on_signals(health: Health | None) -> None:
    task = asyncio.current_task()

    def leave() -> None:
        if health:
            health.leaving = True  # nothing new is sent here while the rest comes to its end
        if task:
            task.cancel()

    for sign in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: KeyboardInterrupt ends it there
            asyncio.get_running_loop().add_signal_handler(sign, leave)


async def _side_by_side(platforms: Sequence[Platform]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for platform in platforms:
                group.create_task(platform.serve(), name=platform.name)
    except BaseExceptionGroup as failed:
        if refused := failed.subgroup(Refused):
            raise _first(refused) from None
        raise


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    error = group.exceptions[0]
    return _first(error) if isinstance(error, BaseExceptionGroup) else error
