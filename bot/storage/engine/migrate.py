"""Brings the tables up to date at the start. Alembic is slow to import, so it is imported only when there is
something to do.

The versions are the files `<version>_<subject>.py` of migrations/versions, in the order of their names.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

import bot
from bot.storage.engine.connections import build, find_file, read_only
from bot.storage.engine.errors import NewerDatabase

_ADVISORY_LOCK = 0x5C7011  # PostgreSQL identifies the lock by this number; no other program uses it


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """The version of a database ("": none yet) and its encrypted lookup key (b"": none yet)."""

    version: str
    encrypted_lookup_key: bytes


def folder() -> Path:
    """migrations/: in `bot/shipped/` if it was installed from a wheel, else next to the package."""
    package = Path(bot.__file__).parent
    inside = package / "shipped" / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


@cache
def versions() -> tuple[str, ...]:
    """All versions that this release knows, oldest first."""
    return tuple(sorted(file.name.partition("_")[0] for file in (folder() / "versions").glob("[0-9]*_*.py")))


def newest() -> str:
    return versions()[-1]


async def state(url: URL) -> DatabaseState:
    """Read the state without changing a byte.

    Raises NewerDatabase for a version that this release does not know, and StorageAway for a SQLite file that
    cannot be opened.
    """
    find_file(url)
    engine = build(read_only(url), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_state)
    finally:
        await engine.dispose()


def _state(connection: Connection) -> DatabaseState:
    tables = inspect(connection)
    if not tables.has_table("alembic_version"):
        return DatabaseState("", b"")
    version = connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
    if version and version not in versions():
        raise NewerDatabase(f"the database is of version {version}, this release knows up to {newest()}")
    key = connection.scalar(text("SELECT value FROM meta")) if tables.has_table("meta") else None
    return DatabaseState(version, bytes(key or b""))


async def upgrade(url: URL) -> None:
    """Run all missing migrations in one transaction. If several processes start together, one does it while
    the others wait."""
    async with upgrading(url) as connection:
        if (await connection.run_sync(_state)).version != newest():
            await connection.run_sync(_run_alembic)


@asynccontextmanager
async def upgrading(url: URL) -> AsyncIterator[AsyncConnection]:
    """A writing transaction in which tables may be rebuilt, and which no other process enters meanwhile."""
    engine = build(url, poolclass=NullPool)
    try:
        async with engine.execution_options(writes=True).connect() as connection:
            await _disable_foreign_keys(connection)
            async with connection.begin():
                if connection.dialect.name == "postgresql":
                    lock = text("SELECT pg_advisory_xact_lock(:lock)")
                    await connection.execute(lock, {"lock": _ADVISORY_LOCK})
                yield connection
    finally:
        await engine.dispose()


async def _disable_foreign_keys(connection: AsyncConnection) -> None:
    """SQLite changes a table by building a new one and dropping the old one, which would delete all rows that
    belong to its rows. Foreign keys cannot be disabled inside a transaction."""
    if connection.dialect.name == "sqlite":
        raw = await connection.get_raw_connection()
        await raw.driver_connection.execute_fetchall("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]


def _run_alembic(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("a migration left rows that belong to nothing; nothing was changed")
