"""aiosqlite with one visit to its thread for each statement.

SQLAlchemy opens a cursor, executes, fetches and closes: four visits, of which each costs more than most of
our statements do. A cursor of this module does all four at once. It holds all rows of a result in memory, so
it is not for reading whole tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Any

import aiosqlite


class Cursor:
    """What SQLAlchemy's adapter asks of a cursor, as far as it is used here."""

    arraysize = 1

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self.description: Any = None
        self.rowcount, self.lastrowid = -1, 0
        self._rows: list[Any] = []

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Cursor:
        """Raises what sqlite3 does."""
        return await self._run("execute", statement, parameters)

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> Cursor:
        """The same for many."""
        return await self._run("executemany", statement, parameters)

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """It was closed in its thread already."""

    async def _run(self, how: str, statement: str, parameters: Any) -> Cursor:
        work = partial(_at_once, self._connection._conn, how, statement, parameters)
        told = await self._connection._execute(work)  # type: ignore[no-untyped-call]
        self.description, self.rowcount, self.lastrowid, self._rows = told
        return self


def _at_once(connection: sqlite3.Connection, how: str, statement: str, parameters: Any) -> tuple[Any, ...]:
    cursor = connection.cursor()
    try:
        getattr(cursor, how)(statement, parameters)
        rows = cursor.fetchall() if cursor.description else []
        return cursor.description, cursor.rowcount, cursor.lastrowid, rows
    finally:
        cursor.close()


class Connection(aiosqlite.Connection):
    """aiosqlite's own, with these cursors."""

    def cursor(self) -> Cursor:  # type: ignore[override]
        return Cursor(self)


def connect(database: str, **options: Any) -> Connection:
    """As `sqlite3.connect`; to be awaited. Its thread does not keep a process alive."""
    connector = partial(sqlite3.connect, database, check_same_thread=False, **options)
    connection = Connection(connector, iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
