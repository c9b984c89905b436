"""Encrypts everything anew under the first key, so that an older one can be taken away.

It goes in small transactions, beside the running bot. What tells the right key comes last: until all else is
done, a start without the old key is refused.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, LargeBinary, Table, select, tuple_, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.engine.columns import metadata
from bot.storage.engine.database import Database
from bot.storage.engine.encrypted import EncryptedJSON, EncryptedText
from bot.storage.tables import meta

_BATCH = 500


async def rotate(database: Database) -> int:
    """Returns how many rows were encrypted anew. Run again after an interruption, it goes on."""
    changed = 0
    for table in (*(t for t in metadata.sorted_tables if t is not meta), meta):
        after: tuple[Any, ...] | None = None
        while sealed := [c for c in table.c if _is_sealed(c)]:
            async with database.write() as store:
                rows = await _some(store.connection, table, after)
                for row in rows:
                    changed += await _anew(store.connection, database, table, sealed, row)
            if len(rows) < _BATCH:
                break
            after = tuple(rows[-1][column.name] for column in table.primary_key)
    return changed


def _is_sealed(column: Column[Any]) -> bool:
    return isinstance(column.type, EncryptedText | EncryptedJSON) or column is meta.c.value


async def _some(connection: AsyncConnection, table: Table, after: tuple[Any, ...] | None) -> list[Any]:
    columns = [type_coerce(c, LargeBinary).label(c.name) if _is_sealed(c) else c for c in table.c]
    statement = select(*columns).order_by(*table.primary_key).limit(_BATCH).with_for_update()
    if after is not None:
        statement = statement.where(tuple_(*table.primary_key) > after)
    return list((await connection.execute(statement)).mappings())


async def _anew(
    connection: AsyncConnection, database: Database, table: Table, sealed: list[Column[Any]], row: Any
) -> bool:
    secrets = database.secrets
    old = {c.name: row[c.name] for c in sealed if row[c.name] and not secrets.is_current(row[c.name])}
    if not old:
        return False
    values = {name: type_coerce(secrets.encrypt(secrets.decrypt(v)), LargeBinary) for name, v in old.items()}
    same = [column == row[column.name] for column in table.primary_key]
    await connection.execute(update(table).where(*same).values(values))
    return True
