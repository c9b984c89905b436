"""The rows of all tables as they are stored: encrypted values stay encrypted, and no key is needed. Both
databases give the same Python values for the same row, so rows can be copied from one to the other and
compared."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Column, LargeBinary, MetaData, Select, String, Table, collate, func, select, text
from sqlalchemy import Enum as OneOf
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from bot.storage.database import metadata
from bot.storage.engine.types import EncryptedJSON, EncryptedText, Spans

ROWS_IN_MEMORY = 2000
Row: TypeAlias = Sequence[Any]


@cache
def tables() -> tuple[Table, ...]:
    """All tables; a table comes after those that its foreign keys refer to."""
    bare = MetaData()
    return tuple(_bare(table, bare) for table in metadata.sorted_tables)


def _bare(table: Table, bare: MetaData) -> Table:
    columns = (
        Column(c.name, _stored(c.type), primary_key=c.primary_key, autoincrement=_numbers(c))
        for c in table.columns
    )
    return Table(table.name, bare, *columns)


def _stored(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    if isinstance(kind, EncryptedText | EncryptedJSON):
        return LargeBinary()
    return String() if isinstance(kind, OneOf | Spans) else kind


def _numbers(column: Column[Any]) -> bool:
    """Whether the database gives the column its numbers."""
    return column is column.table.autoincrement_column


async def count(connection: AsyncConnection, table: Table) -> int:
    return int(await connection.scalar(select(func.count()).select_from(table)) or 0)


async def batches(connection: AsyncConnection, table: Table) -> AsyncIterator[Sequence[Row]]:
    """All rows, by primary key, in lists of at most ROWS_IN_MEMORY."""
    async with connection.stream(_in_order(connection, table)) as found:
        async for rows in found.partitions(ROWS_IN_MEMORY):
            yield [tuple(row) for row in rows]


def _in_order(connection: AsyncConnection, table: Table) -> Select[Any]:
    """Ordered by the bytes of the primary key, as on SQLite. PostgreSQL may sort by a language otherwise."""
    by_bytes = connection.dialect.name == "postgresql"
    keys = [
        collate(c, "C") if by_bytes and isinstance(c.type, String) else c for c in table.primary_key.columns
    ]
    return select(table).order_by(*keys).execution_options(yield_per=ROWS_IN_MEMORY)


async def next_number(connection: AsyncConnection, table: Table) -> int | None:
    """The number that the next row will get, which may be far beyond the highest one in the table, because a
    number is never used again; None for a table that does not number its rows."""
    if table.autoincrement_column is None:
        return None
    if connection.dialect.name == "sqlite":
        known = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return int(await connection.scalar(known, {"name": table.name}) or 0) + 1
    name = await _sequence(connection, table)
    quoted = connection.dialect.identifier_preparer.quote
    where = ".".join(quoted(part.strip('"')) for part in name.split("."))
    last = await connection.execute(text(f"SELECT last_value, is_called FROM {where}"))  # noqa: S608 -- a name of our own
    value, called = last.one()
    return int(value) + bool(called)


async def set_next_number(connection: AsyncConnection, table: Table, number: int) -> None:
    """Let the next row get this number."""
    if connection.dialect.name == "sqlite":
        values = {"name": table.name, "seq": number - 1}
        await connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
        await connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), values)
        return
    name = await _sequence(connection, table)
    await connection.execute(
        select(func.setval(text("CAST(:name AS regclass)"), number, False)), {"name": name}
    )


async def _sequence(connection: AsyncConnection, table: Table) -> str:
    found = await connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
    return str(found)
