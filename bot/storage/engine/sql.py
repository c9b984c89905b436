"""Insert-or-leave and insert-or-replace, which the two databases share and SQLAlchemy has per database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Insert: TypeAlias = sqlite.Insert | postgresql.Insert
_INSERT: dict[str, Callable[[Table], Insert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert_into(connection: AsyncConnection, table: Table) -> Insert:
    """The dialect's own insert, which has `on_conflict_do_…`."""
    return _INSERT[connection.dialect.name](table)


async def insert_new(connection: AsyncConnection, table: Table, **values: Any) -> bool:
    """Insert a row unless one is in its way. Says whether it was inserted."""
    done = await connection.execute(_new(connection.dialect.name, table, tuple(values)), values)
    return done.rowcount == 1


async def put(connection: AsyncConnection, table: Table, *rows: Mapping[str, Any]) -> None:
    """Insert rows with the same columns, or replace what those of the same primary keys hold."""
    statement = _put(connection.dialect.name, table, tuple(rows[0]))
    await connection.execute(statement, rows if len(rows) > 1 else rows[0])


# Built once each: building costs about as much as carrying out.


@cache
def _new(dialect: str, table: Table, names: tuple[str, ...]) -> Insert:
    return _INSERT[dialect](table).values(_given(table, names)).on_conflict_do_nothing()


@cache
def _put(dialect: str, table: Table, names: tuple[str, ...]) -> Insert:
    statement = _INSERT[dialect](table).values(_given(table, names))
    keys = [column.name for column in table.primary_key]
    rest = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


def _given(table: Table, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: bindparam(name, type_=table.c[name].type) for name in names}
