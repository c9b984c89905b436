"""Copies everything from one database to another, of either kind, and compares the two row by row.

The source is read in one transaction, and the target written in another, which commits only after the
comparison. If anything fails, the target stays as it was.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import URL, Table, delete, insert, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

from bot.storage import dump
from bot.storage.engine import migrate
from bot.storage.engine.connections import (
    build,
    connecting,
    enable_wal,
    is_sqlite,
    make_file,
    read_only,
    translating_errors,
)
from bot.storage.engine.errors import DatabaseError

# Tables that a bot without people fills in a new database. Their rows are replaced.
_FILLED_AT_START = frozenset({"meta", "budgets"})

ReportProgress: TypeAlias = Callable[[str, int, int], None]
"""Called with "carried", "compared" or "copied", the number of rows or pages since the last call, and the
total number."""


class NotEmpty(DatabaseError):
    """The target has rows already."""


class NotTheSame(DatabaseError):
    """The target has other rows than the source. Nothing of it was stored."""


class OldDatabase(DatabaseError):
    """The source is of an older release."""


async def carry(source: URL, target: URL, *, step: ReportProgress, replaces: bool = False) -> int:
    """Returns the number of copied rows. `replaces`: delete the rows that the target has.

    Raises NotEmpty, OldDatabase, NotTheSame, or the errors of `bot.storage.engine.errors`.
    """
    if _is_same_file(source, target):
        raise NotEmpty("the database to read and the one to write to are the same file")
    with connecting():
        await _must_be_newest(source)
        made = await _make(target)
    try:
        async with _open(source, writes=False) as old, _open(target, writes=True) as new:
            await _lock(new)
            await _clear(new, everything=replaces)
            return await _carry(old, new, step)
    except BaseException:
        if made:
            _unmake(target)
        raise


async def _must_be_newest(source: URL) -> None:
    version = (await migrate.state(source)).version
    if not version:
        raise OldDatabase("the database to read holds nothing of Scrollwise")
    if version != migrate.newest():
        raise OldDatabase(
            f"the database to read is of version {version}, this release needs {migrate.newest()}: run "
            "`scrollwise migrate` on it first"
        )


async def _make(target: URL) -> bool:
    """Create the tables of the target. Returns whether its file is a new one."""
    made = _is_missing(target)
    if is_sqlite(target):
        make_file(target)
    try:
        await migrate.state(target)  # raises NewerDatabase
        if is_sqlite(target):
            await enable_wal(target)
        await migrate.upgrade(target)
    except BaseException:
        if made:
            _unmake(target)
        raise
    return made


def _is_same_file(source: URL, target: URL) -> bool:
    if not (is_sqlite(source) and is_sqlite(target)) or _is_missing(target) or _is_missing(source):
        return False
    return Path(str(source.database)).samefile(str(target.database))


def _is_missing(target: URL) -> bool:
    return is_sqlite(target) and not Path(str(target.database)).exists()


def _unmake(target: URL) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            Path(f"{target.database}{end}").unlink()


@asynccontextmanager
async def _open(url: URL, *, writes: bool) -> AsyncIterator[AsyncConnection]:
    engine = build(url if writes else read_only(url), poolclass=NullPool)
    options: dict[str, Any] = {"writes": True} if writes else {}
    if not writes and not is_sqlite(url):
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    try:
        with translating_errors():
            async with engine.execution_options(**options).begin() as connection:
                yield connection
    finally:
        await engine.dispose()


async def _lock(connection: AsyncConnection) -> None:
    """Keep other processes from writing to the target. On SQLite the write lock does so already."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in dump.tables())
        await connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


async def _clear(connection: AsyncConnection, *, everything: bool) -> None:
    for table in reversed(dump.tables()):
        if everything or table.name in _FILLED_AT_START:
            await connection.execute(delete(table))
        elif await dump.count(connection, table):
            raise NotEmpty(f"the database to write to is not empty: it has rows in {table.name}")


async def _carry(old: AsyncConnection, new: AsyncConnection, step: ReportProgress) -> int:
    total = sum([await dump.count(old, table) for table in dump.tables()])
    step("carried", 0, total)
    for table in dump.tables():
        await _copy(old, new, table, step, total)
    step("compared", 0, total)
    for table in dump.tables():
        await _compare(old, new, table, step, total)
    return total


async def _copy(
    old: AsyncConnection, new: AsyncConnection, table: Table, step: ReportProgress, total: int
) -> None:
    names = [column.name for column in table.columns]
    async for rows in dump.batches(old, table):
        await new.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        step("carried", len(rows), total)
    if (number := await dump.next_number(old, table)) is not None:
        await dump.set_next_number(new, table, number)


async def _compare(
    old: AsyncConnection, new: AsyncConnection, table: Table, step: ReportProgress, total: int
) -> None:
    theirs = dump.batches(new, table)
    async for rows in dump.batches(old, table):
        others = await _more(theirs)
        if any(one != other for one, other in zip_longest(rows, others)):
            raise NotTheSame(f"rows of {table.name} are not the same after they were written")
        step("compared", len(rows), total)
    if await _more(theirs) or await dump.next_number(old, table) != await dump.next_number(new, table):
        raise NotTheSame(f"{table.name} has other rows than what was read")


async def _more(batches: AsyncIterator[Sequence[dump.Row]]) -> Sequence[dump.Row]:
    """The next batch, or an empty one after the last."""
    async for rows in batches:
        return rows
    return ()
