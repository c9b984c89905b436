"""Alembic runs this. `bot.storage.engine.migrate` passes its connection, whose transaction has begun. The
command `alembic` opens the database of the settings, which must exist (`scrollwise migrate` creates it)."""

import asyncio

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection, make_url
from sqlalchemy.types import TypeDecorator

from bot.config import settings
from bot.storage.database import metadata
from bot.storage.engine import migrate
from bot.storage.engine.connections import find_file
from bot.storage.engine.errors import DatabaseError


def as_stored(what: str, thing: object, autogen: object) -> str | bool:
    """The type that the database stores, for a migration: the types of the code may change. False: Alembic
    writes the type itself."""
    return f"sa.{thing.impl!r}" if what == "type" and isinstance(thing, TypeDecorator) else False


def run(connection: Connection) -> None:
    """Run the command of Alembic within the transaction of `connection`."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,  # SQLite changes a table by building it anew
        render_item=as_stored,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_alone() -> None:
    """Run the command of Alembic on the database of the settings."""
    url = make_url(settings.load().database)
    find_file(url)
    async with migrate.upgrading(url) as connection:
        await connection.run_sync(run)


if (given := context.config.attributes.get("connection")) is not None:
    run(given)
elif context.is_offline_mode():
    raise CommandError("migrations look at the database that they change; SQL alone cannot be made of them")
else:
    try:
        asyncio.run(run_alone())
    except DatabaseError as error:
        raise CommandError(str(error)) from None
