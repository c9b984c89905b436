"""The database: `Database.read` and `Database.write` yield a `Transaction` with all repositories."""

from __future__ import annotations

import asyncio
import secrets as random
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext

import structlog
from sqlalchemy import Column, LargeBinary, String, Table, make_url, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.accounts import Accounts
from bot.storage.claims import Claims
from bot.storage.communities import Communities
from bot.storage.conversations import Conversations
from bot.storage.copies import Copies
from bot.storage.effects import Effects
from bot.storage.engine import damage, migrate
from bot.storage.engine.connections import (
    LOCK_TIMEOUT_SECONDS,
    build,
    connecting,
    enable_wal,
    is_sqlite,
    make_file,
    translating_errors,
)
from bot.storage.engine.errors import is_locked
from bot.storage.engine.keys import Secrets
from bot.storage.engine.sql import insert_new
from bot.storage.engine.types import metadata, use_secrets
from bot.storage.export import Exports
from bot.storage.history import History
from bot.storage.joins import Joins
from bot.storage.journal import Journal
from bot.storage.links import Links
from bot.storage.merging import Merger
from bot.storage.missed_lines import MissedLines
from bot.storage.moments import Moments
from bot.storage.notices import Notices
from bot.storage.nudges import Nudges
from bot.storage.parts import Parts
from bot.storage.people import People
from bot.storage.plans import Plans
from bot.storage.posts import Posts
from bot.storage.quotes import OfferedQuotes
from bot.storage.rate_limits import RateLimits
from bot.storage.shown_questions import ShownQuestions
from bot.storage.snapshots import Snapshots
from bot.storage.upkeep import Upkeep
from bot.storage.venues import Venues

__all__ = ["Database", "Transaction", "meta", "metadata"]

log = structlog.get_logger("bot.storage")

# One row: the random lookup key, encrypted. So it also shows whether the secret key is the right one.
meta = Table(
    "meta",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
_LOOKUP_KEY = "lookup"


class Transaction:
    """The repositories of one transaction. Not for use after it has ended."""

    def __init__(self, connection: AsyncConnection, lookup_key: bytes, *, writes: bool) -> None:
        scope = (connection, lookup_key, writes)
        self.connection = connection
        self.accounts = Accounts(*scope)
        self.claims = Claims(*scope)
        self.communities = Communities(*scope)
        self.conversations = Conversations(*scope)
        self.journal = Journal(*scope)
        self.missed_lines = MissedLines(*scope)
        self.moments = Moments(*scope)
        self.notices = Notices(*scope)
        self.nudges = Nudges(*scope)
        self.parts = Parts(*scope)
        self.people = People(*scope)
        self.plans = Plans(*scope)
        self.posts = Posts(*scope)
        self.quotes = OfferedQuotes(*scope)
        self.rate_limits = RateLimits(*scope)
        self.shown_questions = ShownQuestions(*scope)
        self.links = Links(*scope, self.accounts)
        self.joins = Joins(*scope, self.accounts, Copies(*scope), Merger(*scope))
        self.exports = Exports(*scope, self.joins, self.parts, self.quotes)
        self.upkeep = Upkeep(
            *scope, self.people, self.joins, self.links, self.notices, self.communities, self.posts
        )
        self.venues = Venues(self.communities, self.posts, self.parts, self.quotes)
        self.effects = Effects(
            self.people, self.plans, self.journal, self.missed_lines, self.moments, self.nudges, self.joins,
            self.venues,
        )  # fmt: skip
        self.snapshots = Snapshots(
            self.people, self.plans, History(*scope), self.journal, self.moments, self.accounts, self.links,
            self.communities, self.venues,
        )  # fmt: skip


class Database:
    """SQLite (`sqlite+aiosqlite:///path`) or PostgreSQL (`postgresql+asyncpg://…`).

    Call `start` once before anything else. Every method may raise the errors of
    `bot.storage.engine.errors`.
    """

    def __init__(self, url: str, secrets: Secrets) -> None:
        self.url = make_url(url)
        self.secrets = secrets
        self.engine = build(self.url, small_results=True)
        use_secrets(self.engine.dialect, secrets)
        self._writing = self.engine.execution_options(writes=True)
        self._reading = self.engine
        if not is_sqlite(self.url):
            snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            self._reading = self.engine.execution_options(**snapshot)
        # SQLite has one writer at a time, and the others poll for the lock. A lock of this process is quicker
        # and serves them in their order.
        self._write_lock = asyncio.Lock() if is_sqlite(self.url) else None
        self.lookup_key = b""

    async def start(self) -> None:
        """Bring the tables up to date (at the first start: create them) and check the secret key.

        Raises NewerDatabase and WrongKey before anything is changed. A damaged page of a SQLite file is only
        logged, because it concerns the people alone whose rows it holds.
        """
        with connecting():
            if is_sqlite(self.url):
                make_file(self.url)
            state = await migrate.state(self.url)
            if state.encrypted_lookup_key:
                self.secrets.decrypt(state.encrypted_lookup_key)
            if is_sqlite(self.url):
                await enable_wal(self.url)
            if state.version != migrate.newest():
                await migrate.upgrade(self.url)
        if found := await damage.check(self.url, damage.START_CHECK_SECONDS):
            log.error("the database file is damaged", where=found, mend=damage.REPAIR)
        async with self._transaction(self._writing) as connection:
            self.lookup_key = await self._read_lookup_key(connection)

    async def _read_lookup_key(self, connection: AsyncConnection) -> bytes:
        """The lookup key; at the very first start a new random one. Raises WrongKey."""
        new = self.secrets.encrypt(random.token_bytes(32))
        await connection.execute(insert_new(meta), {"name": _LOOKUP_KEY, "value": new})
        stored = await connection.execute(select(meta.c.value).where(meta.c.name == _LOOKUP_KEY))
        return self.secrets.decrypt(bytes(stored.scalar_one()))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """One transaction, which commits at the end; if anything is raised, nothing of it is stored."""
        async with self._write_lock or nullcontext(), self._transaction(self._writing) as connection:
            yield Transaction(connection, self.lookup_key, writes=True)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """One transaction that sees one state of the database, and never waits for a lock."""
        async with self._transaction(self._reading) as connection:
            yield Transaction(connection, self.lookup_key, writes=False)

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        with translating_errors():
            async with AsyncExitStack() as stack:
                yield await self._begin(engine, stack)

    async def _begin(self, engine: AsyncEngine, stack: AsyncExitStack) -> AsyncConnection:
        """A connection with its transaction. It waits for another process's lock in short steps, between
        which it can be cancelled."""
        deadline = time.monotonic() + LOCK_TIMEOUT_SECONDS
        while True:
            async with AsyncExitStack() as attempt:
                with connecting():
                    connection = await attempt.enter_async_context(engine.connect())
                try:
                    await attempt.enter_async_context(connection.begin())
                except OperationalError as error:
                    if not is_locked(error) or time.monotonic() > deadline:
                        raise
                    continue
                await stack.enter_async_context(attempt.pop_all())
                return connection

    @property
    def is_shared(self) -> bool:
        """Whether several processes are likely to use the database at once."""
        return self._write_lock is None

    async def close(self) -> None:
        await self.engine.dispose()
