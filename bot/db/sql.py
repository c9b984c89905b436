"""Insert-or-leave and insert-or-replace, which the two databases share and SQLAlchemy has per database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_into(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """The dialect's own insert, which has `on_conflict_do_…`."""
    return (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)


async def insert_new(connection: AsyncConnection, table: Table, **values: Any) -> bool:
    """Insert a row unless one is in its way. Says whether it was inserted."""
    statement = insert_into(connection, table).values(values).on_conflict_do_nothing()
    return (await connection.execute(statement)).rowcount == 1


async def put(connection: AsyncConnection, table: Table, **values: Any) -> None:
    """Insert a row, or replace what the row of the same primary key holds."""
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in values.items() if name not in keys}
    statement = insert_into(connection, table).values(values)
    await connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))
