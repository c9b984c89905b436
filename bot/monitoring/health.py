"""One small port for those who look after the bot: /healthz (it lives), /readyz (it can serve), /metrics."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot.delivery.ports import BotRefused
from bot.monitoring.metrics import Metrics
from bot.storage.engine.errors import DatabaseError
from bot.turns.service import Service

log = structlog.get_logger("health")

DATABASE_TIMEOUT_SECONDS = 2.0
MAX_EVENT_AGE_SECONDS = 60.0  # from an event to its stored answer


class Health:
    """Says how things are at the moment that it is asked."""

    def __init__(self, service: Service, metrics: Metrics) -> None:
        self._service, self._metrics = service, metrics
        self._one_at_a_time = asyncio.Lock()
        self.leaving = False

    async def alive(self, _: web.Request) -> web.Response:
        """A process that can answer is alive: a restart would not bring a lost database back."""
        return web.Response(text="ok\n")

    async def ready(self, _: web.Request) -> web.Response:
        if self.leaving:
            return web.Response(status=503, text="leaving\n")
        if not await self._look():
            return web.Response(status=503, text="the database does not answer\n")
        if (oldest := self._service.under_way.oldest) > MAX_EVENT_AGE_SECONDS:
            return web.Response(status=503, text=f"an event has waited for {oldest:.0f} seconds\n")
        return web.Response(text="ready\n")

    async def metrics(self, _: web.Request) -> web.Response:
        await self._look()
        text = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        return web.Response(body=self._metrics.page(), headers=text)

    async def _look(self) -> bool:
        """Ask the database how many nudges are due, one question at a time."""
        async with self._one_at_a_time:
            began = time.perf_counter()
            due = await self._due()
            self._metrics.asking.set(time.perf_counter() - began)
        self._metrics.up.set(due is not None)
        self._metrics.oldest.set(self._service.under_way.oldest)
        if due is not None:
            self._metrics.due.set(due)
        return due is not None

    async def _due(self) -> int | None:
        try:
            async with (
                asyncio.timeout(DATABASE_TIMEOUT_SECONDS),
                self._service.database.read() as transaction,
            ):
                return await transaction.nudges.count_due(self._service.clock())
        except (DatabaseError, TimeoutError):
            return None


@asynccontextmanager
async def shown(service: Service, metrics: Metrics, host: str, port: int) -> AsyncIterator[Health]:
    """Answers on host:port (0: any that is free) as long as the block lasts. Raises BotRefused."""
    health = Health(service, metrics)
    runner = web.AppRunner(_app(health), access_log=None, shutdown_timeout=1, handle_signals=False)
    await runner.setup()
    try:
        with metrics.errors_counted():
            await _listen(runner, host, port)
            yield health
    finally:
        await runner.cleanup()


def _app(health: Health) -> web.Application:
    app = web.Application()
    app.router.add_get("/healthz", health.alive)
    app.router.add_get("/readyz", health.ready)
    app.router.add_get("/metrics", health.metrics)
    return app


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise BotRefused(f"Cannot show health and metrics on {host}:{port}: {why}.") from None
    log.info("health and metrics", host=host, port=runner.addresses[0][1])
