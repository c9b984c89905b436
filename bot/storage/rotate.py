"""Encrypts all stored values with the first secret key, so that an older key can be removed.

It runs in small transactions, next to the running bot. The lookup key, which shows whether the secret key is
right, comes last: until everything else is done, the bot does not start without the old key.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, LargeBinary, Table, select, tuple_, type_coerce, update

from bot.storage.database import Database, Transaction, meta, metadata
from bot.storage.engine.keys import Secrets
from bot.storage.engine.types import EncryptedJSON, EncryptedText

ROWS_PER_TRANSACTION = 500


async def rotate(database: Database) -> int:
    """Returns how many rows were encrypted again. After an interruption, a second run does the rest."""
    changed = 0
    for table in (*(t for t in metadata.sorted_tables if t is not meta), meta):
        after: tuple[Any, ...] | None = None
        while encrypted := [c for c in table.c if _is_encrypted(c)]:
            async with database.write() as transaction:
                rows = await _next_rows(transaction, table, after)
                for row in rows:
                    changed += await _encrypt_again(transaction, database.secrets, table, encrypted, row)
            if len(rows) < ROWS_PER_TRANSACTION:
                break
            after = tuple(rows[-1][column.name] for column in table.primary_key)
    return changed


def _is_encrypted(column: Column[Any]) -> bool:
    return isinstance(column.type, EncryptedText | EncryptedJSON) or column is meta.c.value


async def _next_rows(transaction: Transaction, table: Table, after: tuple[Any, ...] | None) -> list[Any]:
    columns = [type_coerce(c, LargeBinary).label(c.name) if _is_encrypted(c) else c for c in table.c]
    statement = select(*columns).order_by(*table.primary_key).limit(ROWS_PER_TRANSACTION).with_for_update()
    if after is not None:
        statement = statement.where(tuple_(*table.primary_key) > after)
    return list((await transaction.connection.execute(statement)).mappings())


async def _encrypt_again(
    transaction: Transaction, secrets: Secrets, table: Table, encrypted: list[Column[Any]], row: Any
) -> bool:
    """Returns whether the row had a value that another key than the first had encrypted."""
    old = {c.name: row[c.name] for c in encrypted if row[c.name] and not secrets.is_current(row[c.name])}
    if not old:
        return False
    values = {name: type_coerce(secrets.encrypt(secrets.decrypt(v)), LargeBinary) for name, v in old.items()}
    same = [column == row[column.name] for column in table.primary_key]
    await transaction.connection.execute(update(table).where(*same).values(values))
    return True
