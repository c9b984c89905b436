"""Alembic's way in. `bot.storage.engine.migrate` hands over its connection, with the transaction already
begun; the
command `alembic` opens the database that the settings name, which must be there (`scrollwise migrate` makes
it)."""

import asyncio

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection, make_url
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeDecorator

from bot.storage import community_tables, link_tables, tables
from bot.storage.engine import migrate
from bot.storage.engine.connections import build, find_file
from bot.storage.engine.errors import DatabaseError

METADATA = tables.metadata
assert METADATA is community_tables.metadata is link_tables.metadata  # noqa: S101 -- each adds its tables to it


def as_stored(what: str, thing: object, autogen: object) -> str | bool:
    """A migration names what the database stores, never a type of the code, which may change. False leaves it
    to Alembic."""
    return f"sa.{thing.impl!r}" if what == "type" and isinstance(thing, TypeDecorator) else False


def run(connection: Connection) -> None:
    """Run what Alembic was asked for, within the transaction of `connection`."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,  # SQLite changes a table by building it anew
        render_item=as_stored,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_alone() -> None:
    """The same on a connection of its own, as `bot.storage.engine.migrate.upgrade` does it."""
    from bot.config import settings

    url = make_url(settings.load().database)
    find_file(url)
    engine = build(url, poolclass=NullPool)
    try:
        async with engine.execution_options(writes=True).connect() as connection:
            await migrate._unbound(connection)
            async with connection.begin():
                await migrate._alone(connection)
                await connection.run_sync(run)
    finally:
        await engine.dispose()


if (given := context.config.attributes.get("connection")) is not None:
    run(given)
elif context.is_offline_mode():
    raise CommandError("migrations look at the database that they change; SQL alone cannot be made of them")
else:
    try:
        asyncio.run(run_alone())
    except DatabaseError as error:
        raise CommandError(str(error)) from None
