"""A coach at work for tests: the real service on a real database, with a clock that the test moves.

Between any two turns the service is made anew on a new connection (`reloads`), so that nothing can live in
memory only.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.content import catalog
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.model import projection
from bot.core.model.effects import EraseMe
from bot.core.model.inputs import Account, Incoming
from bot.core.model.library import Library
from bot.core.model.reading import Safety
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from bot.delivery.worker import Delivery
from bot.storage.database import Database, Transaction
from bot.storage.engine.keys import Secrets
from bot.turns.carried_out import CarriedOut
from bot.turns.ports import TurnMetrics
from bot.turns.service import Service
from bot.turns.turn import Turns
from bot.understanding import assembly
from bot.understanding.reader import Reader
from bot.understanding.safety import SafetyRules
from tests.catalogue import composed
from tests.conftest import KEY

CONTENT = Path(__file__).parent.parent / "content"


@cache
def library() -> Library:
    """The frozen catalogue with the shipped grammar and lexicon."""
    with composed() as content:
        return replace(catalog.load(content), danger=danger)


def danger(text: str) -> Safety:
    """The danger of a text by the shipped rules alone."""
    return rules().read(text).safety


@cache
def rules() -> SafetyRules:
    return assembly.safety(CONTENT)


@cache
def wording() -> Wording:
    """The shipped interface's words with those of the frozen catalogue."""
    with composed() as content:
        return Wording(content, library().default_language, strict=True)


@cache
def reader() -> Reader:
    """The shipped reader of typed lines; the set-up has trained its model."""
    return assembly.reader(CONTENT, assembly.BUILT)


@dataclass
class Post:
    """What arrived at people of its own accord: an `Outbox` that a test can read. `fails`: raised instead."""

    world: World
    arrived: list[tuple[datetime, Account, Message]] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)

    async def send(self, account: Account, message: Message) -> None:
        if self.fails:
            raise self.fails.pop(0)
        self.arrived.append((self.world.now, account, message))


class Checked(Turns):
    """Whatever is planned without reading must be what reading would have led to."""

    async def _planned(
        self, transaction: Transaction, done: CarriedOut, snapshot: Snapshot, *, changed: bool
    ) -> None:
        effects = done.result.effects
        if EraseMe() not in effects and not done.replan and (after := projection.after(effects, snapshot)):
            read = await transaction.snapshots.load_one(done.person_id, snapshot.now, self._library)
            assert schedule.upcoming(after) == schedule.upcoming(read)
        await super()._planned(transaction, done, snapshot, changed=changed)


class CheckedService(Service):
    turns = Checked


class World:
    """The service of one database, and the time. Use `async with World.open(url) as world`. `content`: other
    structure and words than `library()` and `wording()`. `listens`: typed lines are read by `reader()`.
    `metrics`: counts turns, where a test sets it before the first one."""

    def __init__(
        self,
        url: str,
        now: datetime,
        *,
        reloads: bool,
        content: tuple[Library, Wording] | None = None,
        listens: bool = False,
    ) -> None:
        self.listens = listens
        self.url, self.now, self.reloads = url, now, reloads
        self.library, self.wording = content or (library(), wording())
        self.post = Post(self)
        self.metrics: TurnMetrics | None = None
        self._service: Service | None = None
        self._delivery: Delivery | None = None

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        url: str,
        now: datetime | None = None,
        *,
        reloads: bool = True,
        content: tuple[Library, Wording] | None = None,
        listens: bool = False,
    ) -> AsyncIterator[World]:
        now = now or datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
        world = cls(url, now, reloads=reloads, content=content, listens=listens)
        try:
            yield world
        finally:
            if world._service:
                await world._service.database.close()

    async def service(self, *, anew: bool = False) -> Service:
        """The service; `anew`: another one, on a new connection. (What stays is the engine: its compiled
        statements take longer than everything else.)"""
        if self._service and not anew:
            return self._service
        if self._service:
            database = self._service.database
            await database.engine.dispose()
        else:
            database = Database(self.url, Secrets([KEY]))
            await database.start()
        read = reader() if self.listens else None
        self._service = CheckedService(
            database, self.library, self.wording, lambda: self.now, self.metrics, read
        )
        return self._service

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]:
        """What an adapter calls."""
        return await (await self.service(anew=self.reloads)).turn(incoming)

    async def tick(self, *platforms: str) -> int:
        """Deliver what is due now, as the scheduler's job does."""
        outboxes, service = dict.fromkeys(platforms or ("console",), self.post), await self.service()
        last = self._delivery
        if last is None or last.service is not service or last.outboxes != outboxes:
            self._delivery = last = Delivery(service, outboxes)
        return await last.tick()

    async def pass_time(self, until: datetime, *, step: timedelta = timedelta(days=1)) -> None:
        """Move the clock to `until`, stopping at every moment at which something is due."""
        while self.now < until:
            await self.tick()
            async with (await self.service()).database.read() as transaction:
                due = await transaction.claims.next_due()
            following = [m for m in (due, self.now + step, until) if m is not None and m > self.now]
            self.now = min(following)
        await self.tick()
