"""All platforms that are set up, side by side, and the one ticker that sends on all of them."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from enum import StrEnum
from typing import TYPE_CHECKING

import structlog

from bot.app import App
from bot.delivery.community_ports import HasCommunities
from bot.delivery.community_posts import CommunityPosting
from bot.delivery.notices import LOOK_EVERY_SECONDS, NoticeSender
from bot.delivery.ports import BotRefused, Platform
from bot.delivery.records import reserve_for_answers
from bot.delivery.worker import Delivery
from bot.scheduler import Ticker, ticking

if TYPE_CHECKING:
    from bot.monitoring.health import Health

log = structlog.get_logger("serving")

SEND_GRACE_SECONDS, ANSWER_GRACE_SECONDS = 3.0, 3.0  # at the end, for nudges and answers under way
CANCEL_GRACE_SECONDS = 0.5  # for tasks that were cancelled


class Role(StrEnum):
    """The part of the work that a process does. GATEWAY: answers people; WORKER: sends what is due. Many
    processes of each role can share one database."""

    ALL = "all"
    GATEWAY = "gateway"
    WORKER = "worker"


async def serve(app: App, platforms: Sequence[Platform], role: Role = Role.ALL) -> None:
    """Serve until SIGINT or SIGTERM, or until one platform refuses the bot (raises Refused)."""
    leaving = asyncio.Event()
    async with _health(app) as health:
        _leave_on_signals(health, leaving)
        await _serve(app, platforms, role, leaving)


def _health(app: App) -> AbstractAsyncContextManager[Health | None]:
    if app.metrics is None or app.settings.health_port is None:
        return nullcontext()
    from bot.monitoring import health

    return health.shown(app.service, app.metrics, app.settings.health_host, app.settings.health_port)


async def _serve(app: App, platforms: Sequence[Platform], role: Role, leaving: asyncio.Event) -> None:
    warming = asyncio.create_task(_warm_up(app, role))
    notices = NoticeSender(app.service, {p.name: p.outbox for p in platforms})
    app.service.call_when_notices_wait(notices.look_soon)
    # One for each: a platform that hangs keeps only its own letters back.
    deliveries = [app.delivery({platform.name: platform.outbox}) for platform in platforms]
    tickers = [*_tickers(app, platforms, role, deliveries), ticking(notices.look, seconds=LOOK_EVERY_SECONDS)]
    serving = asyncio.create_task(_side_by_side(platforms, role))
    told = asyncio.create_task(leaving.wait())
    for ticker in tickers:
        ticker.start()
    log.info("serving", platforms=[platform.name for platform in platforms], role=str(role))
    try:
        await asyncio.wait({serving, told}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        log.info("leaving")
        warming.cancel()
        told.cancel()
        # All at once: what is under way has its seconds once, not one after the other.
        await asyncio.gather(
            *(delivery.leave(SEND_GRACE_SECONDS) for delivery in deliveries),
            *(ticker.end(SEND_GRACE_SECONDS) for ticker in tickers),
        )
        for seconds in (
            ANSWER_GRACE_SECONDS,
            CANCEL_GRACE_SECONDS,
        ):  # cancelled twice: the second time breaks off waits for a clean end
            serving.cancel()
            await asyncio.wait({serving}, timeout=seconds)
    if serving.done() and not serving.cancelled():
        serving.result()


async def _warm_up(app: App, role: Role) -> None:
    """The first search for a city reads the whole index, for a second or more: not while people wait."""
    if role is not Role.WORKER:
        await asyncio.to_thread(app.service.library.cities, "warming up")


def _tickers(
    app: App, platforms: Sequence[Platform], role: Role, deliveries: Sequence[Delivery]
) -> Iterator[Ticker]:
    if role is not Role.WORKER:
        yield ticking(lambda: reserve_for_answers(app.service, app.settings.rates()), seconds=1)
    if role is not Role.GATEWAY:
        posters = {p.name: p.community_poster for p in platforms if isinstance(p, HasCommunities)}
        yield from map(app.ticker, deliveries)
        yield ticking(CommunityPosting(app.service, posters).tick, seconds=app.settings.tick_seconds)


def _leave_on_signals(health: Health | None, leaving: asyncio.Event) -> None:
    def leave() -> None:
        if health:
            health.leaving = True  # nothing new is sent here while the rest comes to its end
        leaving.set()

    for sign in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: KeyboardInterrupt ends it there
            asyncio.get_running_loop().add_signal_handler(sign, leave)


async def _side_by_side(platforms: Sequence[Platform], role: Role) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for platform in platforms:
                work = platform.work() if role is Role.WORKER else platform.serve()
                group.create_task(work, name=platform.name)
    except BaseExceptionGroup as failed:
        if refused := failed.subgroup(BotRefused):
            raise _first(refused) from None
        raise


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    error = group.exceptions[0]
    return _first(error) if isinstance(error, BaseExceptionGroup) else error
