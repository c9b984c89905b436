"""Engines for SQLite and PostgreSQL, and the SQLite file.

SQLAlchemy's own adapter of aiosqlite opens a cursor, executes, fetches and closes, each in a visit to the
connection's thread that costs more than most of our statements do. `SingleVisitCursor` does all four in one
visit. It holds all rows of a result in memory, so it is not for reading whole tables.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite
from sqlalchemy import URL, Connection, event, exc
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.engine.errors import StorageAway, translate, translate_connecting

LOCK_TIMEOUT_SECONDS = 15.0  # for another process that writes, or for a server that answers
# The part of it that SQLite itself waits: its thread cannot be stopped meanwhile.
SQLITE_LOCK_TIMEOUT_SECONDS = 0.5
_POOL_SIZE = 10


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def build(url: URL, *, small_results: bool = False, **options: Any) -> AsyncEngine:
    """An engine for either database; `options` go to SQLAlchemy. `small_results`: it reads no whole tables.

    A connection with the execution option `writes` takes SQLite's write lock when its transaction begins.
    """
    if not is_sqlite(url):
        arguments = {"timeout": LOCK_TIMEOUT_SECONDS, "server_settings": {"application_name": "scrollwise"}}
        defaults = {} if "poolclass" in options else {"pool_size": _POOL_SIZE, "max_overflow": 0}
        return create_async_engine(
            url, connect_args=arguments, pool_pre_ping=True, hide_parameters=True, **defaults, **options
        )
    timeout = SQLITE_LOCK_TIMEOUT_SECONDS if small_results else LOCK_TIMEOUT_SECONDS
    arguments = {"timeout": timeout, "isolation_level": None}
    if small_results:
        options["async_creator"] = partial(_connect, str(url.database), **arguments)
    else:
        options["connect_args"] = arguments
    engine = create_async_engine(url, hide_parameters=True, **options)
    event.listen(engine.sync_engine, "connect", _connected)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


@contextmanager
def translating_errors() -> Iterator[None]:
    """Errors of SQLAlchemy inside are raised as those of `bot.storage.engine.errors`."""
    try:
        yield
    except exc.SQLAlchemyError as error:
        translated = translate(error)
        if translated is error:
            raise
        raise translated from error


@contextmanager
def connecting() -> Iterator[None]:
    """The same, while a connection is opened. Then the drivers raise their own errors: an OSError (or
    TimeoutError) for a server that refuses or does not answer, and an error with a `sqlstate` for one that
    declines (wrong password, no such database, too many connections, starting up)."""
    try:
        with translating_errors():
            yield
    except Exception as error:
        translated = translate_connecting(error)
        if translated is error:
            raise
        raise translated from error


def _connected(connection: Any, record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")  # overwrites in the file what a person has erased
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writing transaction takes the lock first. SQLite refuses a lock that is taken only after reading if
    another process wrote in between, and the driver's own handling loses such updates silently."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class SingleVisitCursor:
    """The methods that SQLAlchemy's adapter calls on a cursor of aiosqlite."""

    arraysize = 1

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self.description: Any = None
        self.rowcount, self.lastrowid = -1, 0
        self._rows: list[Any] = []

    async def __aenter__(self) -> SingleVisitCursor:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> SingleVisitCursor:
        """Raises the errors of sqlite3."""
        return await self._run("execute", statement, parameters)

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> SingleVisitCursor:
        """Raises the errors of sqlite3."""
        return await self._run("executemany", statement, parameters)

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """Does nothing: the cursor in the thread is closed already."""

    async def _run(self, method: str, statement: str, parameters: Any) -> SingleVisitCursor:
        work = partial(_run_in_thread, self._connection._conn, method, statement, parameters)
        result = await self._connection._execute(work)  # type: ignore[no-untyped-call]
        self.description, self.rowcount, self.lastrowid, self._rows = result
        return self


def _run_in_thread(
    connection: sqlite3.Connection, method: str, statement: str, parameters: Any
) -> tuple[Any, ...]:
    cursor = connection.cursor()
    try:
        getattr(cursor, method)(statement, parameters)
        rows = cursor.fetchall() if cursor.description else []
        return cursor.description, cursor.rowcount, cursor.lastrowid, rows
    finally:
        cursor.close()


class SingleVisitConnection(aiosqlite.Connection):
    """A connection of aiosqlite with single-visit cursors."""

    def cursor(self) -> SingleVisitCursor:  # type: ignore[override]
        return SingleVisitCursor(self)


def _connect(database: str, **options: Any) -> SingleVisitConnection:
    """Takes the arguments of `sqlite3.connect`; the result is awaitable. Its thread is a daemon, so that it
    does not keep a process alive."""
    connector = partial(sqlite3.connect, database, check_same_thread=False, **options)
    connection = SingleVisitConnection(connector, iter_chunk_size=64)
    connection._thread.daemon = True
    return connection


def read_only(url: URL) -> URL:
    """The same database; a SQLite file is opened such that not a byte of it can change."""
    if not is_sqlite(url):
        return url
    file = "file:" + quote(str(Path(str(url.database)).absolute()))
    return URL.create(url.drivername, database=file, query={"mode": "ro", "uri": "true"})


def make_file(url: URL) -> None:
    """Create the SQLite file if it is missing, readable for its owner only. The files that SQLite puts next
    to it get the same permissions. Raises ValueError for a URL without a file."""
    if not url.database or url.database == ":memory:":
        raise ValueError("SQLite needs a file: sqlite+aiosqlite:///path/to/scrollwise.db")
    path = Path(url.database)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _open_and_close(path, os.O_CREAT | os.O_RDWR)


def find_file(url: URL) -> None:
    """Raises StorageAway if a SQLite file cannot be opened for reading."""
    if not is_sqlite(url):
        return
    try:
        _open_and_close(Path(str(url.database)), os.O_RDONLY)
    except OSError as error:
        raise StorageAway(f"the database file cannot be opened: {error.strerror}") from error


def _open_and_close(path: Path, flags: int) -> None:
    """Try a file before aiosqlite does: if its connection fails, it leaves a thread behind that calls the
    event loop even after the loop has ended."""
    os.close(os.open(path, flags, 0o600))


async def enable_wal(url: URL) -> None:
    """Put a SQLite file in WAL mode, in which readers and the writer do not wait for each other. The mode
    stays with the file."""
    deadline = time.monotonic() + LOCK_TIMEOUT_SECONDS
    async with aiosqlite.connect(str(url.database), isolation_level=None) as connection:
        while True:
            try:
                await connection.execute_fetchall("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:  # SQLite's busy timeout does not apply here
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                await asyncio.sleep(0.05)
