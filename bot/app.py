"""The one place that builds things: settings → content, database → service → delivery and its ticker."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.config.clock import Clock, system_clock
from bot.config.settings import Settings
from bot.content import catalog
from bot.content.wording import Wording
from bot.core.model.inputs import Account
from bot.delivery.ports import Outbox, Platform
from bot.delivery.worker import Delivery
from bot.scheduler import Ticker, ticking
from bot.storage.database import Database
from bot.storage.engine import keys
from bot.turns.service import Service
from bot.understanding import assembly

if TYPE_CHECKING:
    from bot.monitoring.metrics import Metrics


@dataclass(frozen=True, slots=True)
class App:
    """The coach, ready to be talked to."""

    settings: Settings
    service: Service
    metrics: Metrics | None = None

    def scheduler(self, outboxes: Mapping[str, Outbox], only: Account | None = None) -> Ticker:
        """A ticker, not yet started, that sends what is due through `outboxes`; `only`: to one account."""
        return self.ticker(self.delivery(outboxes, only))

    def delivery(self, outboxes: Mapping[str, Outbox], only: Account | None = None) -> Delivery:
        """A worker that sends through `outboxes`."""
        rates = {name: rate for name, rate in self.settings.rates().items() if name in outboxes}
        return Delivery(self.service, outboxes, only=only, rates=rates, watch=self.metrics)

    def ticker(self, delivery: Delivery) -> Ticker:
        """A ticker, not yet started, that sends what is due."""
        seconds = self.settings.tick_seconds
        return ticking(lambda: delivery.watch(seconds), seconds=seconds)


@asynccontextmanager
async def build(settings: Settings, clock: Clock = system_clock) -> AsyncIterator[App]:
    """Build everything that all platforms share, and take it down at the end.

    Raises `catalog.CatalogError` for broken content, and what `bot.storage.engine.errors` lists for the
    database: a wrong key, a newer version, no space. Nothing is changed then.
    """
    library = catalog.load(settings.content_dir)
    wording = Wording(settings.content_dir, library.default_language)
    secrets = keys.load(",".join(settings.keys), settings.secret_file, settings.data_dir)
    database = Database(settings.database, secrets)
    try:
        await database.start()
        metrics = _metrics(settings)
        reader = assembly.reader(settings.content_dir, settings.data_dir, library)
        library = replace(library, danger=reader.danger)
        yield App(settings, Service(database, library, wording, clock, metrics, reader), metrics)
    finally:
        await database.close()


def _metrics(settings: Settings) -> Metrics | None:
    """The metrics, where they are shown; their library is loaded only then."""
    if settings.health_port is None:
        return None
    from bot.monitoring.metrics import Metrics

    return Metrics()


def platforms(app: App) -> list[Platform]:
    """Each platform whose token is set; the libraries of the others are not loaded."""
    found: list[Platform] = []
    if app.settings.telegram_token:
        from bot.adapters.telegram.adapter import Telegram

        found.append(Telegram(app.service, app.settings))
    if app.settings.discord_token:
        from bot.adapters.discord.adapter import Discord

        found.append(Discord(app.service, app.settings))
    return found
