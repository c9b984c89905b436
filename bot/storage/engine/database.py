"""The way in: one `Database`, whose `write` and `read` hand out a `Store` for the length of a transaction."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext

import structlog
from sqlalchemy import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.engine import damage, encrypted, migrate
from bot.storage.engine.connections import PATIENCE, build, is_sqlite, log_ahead, make_file
from bot.storage.engine.errors import is_locked, plainly, reaching
from bot.storage.engine.lookup_keys import lookup_key
from bot.storage.engine.secret_keys import Secrets
from bot.storage.store import Store

log = structlog.get_logger("bot.storage")


class Database:
    """SQLite (`sqlite+aiosqlite:///path`) or PostgreSQL (`postgresql+asyncpg://…`).

    Call `start` once before anything else. Every method may raise what `bot.storage.engine.errors` lists.
    """

    def __init__(self, url: str, secrets: Secrets) -> None:
        self.url = make_url(url)
        self.secrets = secrets
        self.engine = build(self.url, small=True)
        encrypted.use(self.engine.dialect, secrets)
        self._writing = self.engine.execution_options(writes=True)
        self._reading = self.engine
        if not is_sqlite(self.url):
            snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            self._reading = self.engine.execution_options(**snapshot)
        # SQLite has one writer at a time, and those who wait for it poll: in line it is quicker, and fair.
        self._line = asyncio.Lock() if is_sqlite(self.url) else None
        self._lookup = b""

    async def start(self) -> None:
        """Bring the tables up to date (at the first start: make them) and check the key.

        Raises NewerDatabase and WrongKey before anything is touched. A damaged page of the
        file is logged, and no reason not to start: it concerns those whose rows it holds.
        """
        with reaching():
            if is_sqlite(self.url):
                make_file(self.url)
            found = await migrate.look(self.url)
            if found.sealed:
                self.secrets.decrypt(found.sealed)
            if is_sqlite(self.url):
                await log_ahead(self.url)
            if found.version != migrate.newest():
                await migrate.upgrade(self.url)
        if told := await damage.found(self.url, damage.AT_START):
            log.error("the database file is damaged", where=told, mend=damage.MEND)
        async with self._transaction(self._writing) as connection:
            self._lookup = await lookup_key(connection, self.secrets)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Store]:
        """One transaction that commits at the end, or leaves nothing at all if anything is raised."""
        async with self._line or nullcontext(), self._transaction(self._writing) as connection:
            yield Store(connection, self._lookup, writes=True)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Store]:
        """One transaction that sees one state of things from beginning to end, and waits for nobody."""
        async with self._transaction(self._reading) as connection:
            yield Store(connection, self._lookup, writes=False)

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        with plainly():
            async with AsyncExitStack() as stack:
                yield await self._begun(engine, stack)

    async def _begun(self, engine: AsyncEngine, stack: AsyncExitStack) -> AsyncConnection:
        """A connection with its transaction. Another process's lock is waited for in short steps, between
        which a process that is to leave can leave."""
        deadline = time.monotonic() + PATIENCE
        while True:
            async with AsyncExitStack() as tried:
                with reaching():
                    connection = await tried.enter_async_context(engine.connect())
                try:
                    await tried.enter_async_context(connection.begin())
                except OperationalError as error:
                    if not is_locked(error) or time.monotonic() > deadline:
                        raise
                    continue
                await stack.enter_async_context(tried.pop_all())
                return connection

    @property
    def shared(self) -> bool:
        """Whether several processes are likely to work on it at once."""
        return self._line is None

    async def close(self) -> None:
        await self.engine.dispose()
