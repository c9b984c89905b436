"""Engines whose transactions are what they say, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite
from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.engine import single_hop
from bot.storage.engine.errors import StorageAway

PATIENCE = 15.0  # seconds to wait for another process that writes, or for a server that answers
# Seconds of it that SQLite itself may wait at a time: its thread cannot be told to leave meanwhile.
AT_A_TIME = 0.5
_CONNECTIONS = 10


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def build(url: URL, *, small: bool = False, **options: Any) -> AsyncEngine:
    """An engine for either database; `options` go to SQLAlchemy. `small`: it reads no whole tables.

    A connection with the execution option `writes` takes SQLite's write lock when its transaction begins.
    """
    if not is_sqlite(url):
        arguments = {"timeout": PATIENCE, "server_settings": {"application_name": "scrollwise"}}
        defaults = {} if "poolclass" in options else {"pool_size": _CONNECTIONS, "max_overflow": 0}
        return create_async_engine(
            url, connect_args=arguments, pool_pre_ping=True, hide_parameters=True, **defaults, **options
        )
    arguments = {"timeout": AT_A_TIME if small else PATIENCE, "isolation_level": None}
    if small:
        options["async_creator"] = partial(single_hop.connect, str(url.database), **arguments)
    else:
        options["connect_args"] = arguments
    engine = create_async_engine(url, hide_parameters=True, **options)
    event.listen(engine.sync_engine, "connect", _connected)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _connected(connection: Any, record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")  # what a person has erased is overwritten in the file
    cursor.close()


def _begin(connection: Connection) -> None:
    """Who will write takes the lock first: one asked for only after reading is refused at once if somebody
    else wrote in between, and the driver's own handling loses such updates in silence."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def read_only(url: URL) -> URL:
    """The same database; a SQLite file such that not a byte of it can change."""
    if not is_sqlite(url):
        return url
    file = "file:" + quote(str(Path(str(url.database)).absolute()))
    return URL.create(url.drivername, database=file, query={"mode": "ro", "uri": "true"})


def make_file(url: URL) -> None:
    """The file is for its owner only, from the beginning; what SQLite puts beside it takes after it."""
    if not url.database or url.database == ":memory:":
        raise ValueError("SQLite needs a file: sqlite+aiosqlite:///path/to/scrollwise.db")
    path = Path(url.database)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _try(path, os.O_CREAT | os.O_RDWR)


def find_file(url: URL) -> None:
    """Raises StorageAway where a SQLite file cannot be opened to be read."""
    if not is_sqlite(url):
        return
    try:
        _try(Path(str(url.database)), os.O_RDONLY)
    except OSError as error:
        raise StorageAway(f"the database file cannot be opened: {error.strerror}") from error


def _try(path: Path, flags: int) -> None:
    """Before any thread is started: where its connection fails, aiosqlite leaves a thread behind that speaks
    to the event loop whether or not it still runs."""
    os.close(os.open(path, flags, 0o600))


async def log_ahead(url: URL) -> None:
    """Put a SQLite file in WAL mode, in which readers and the writer do not wait for each other. It stays."""
    deadline = time.monotonic() + PATIENCE
    async with aiosqlite.connect(str(url.database), isolation_level=None) as connection:
        while True:
            try:
                await connection.execute_fetchall("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:  # the busy timeout does not hold for this one
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                await asyncio.sleep(0.05)
