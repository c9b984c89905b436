"""Brings the tables up to date at start. Alembic is imported only when there is something to do: it is slow
to import.

The versions are the files `<version>_<what>.py` of migrations/versions, in the order of their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

import bot
from bot.storage.engine.connections import build, find_file, read_only
from bot.storage.engine.errors import NewerDatabase

_LOCK = 0x5C7011  # any number that is our own


@dataclass(frozen=True, slots=True)
class Found:
    """What a database holds: its version ("": none yet) and the encrypted look-up key (b"": none yet)."""

    version: str
    sealed: bytes


def folder() -> Path:
    """migrations/: in `bot/shipped/` where it was installed from a wheel, else beside the package."""
    package = Path(bot.__file__).parent
    inside = package / "shipped" / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


@cache
def versions() -> tuple[str, ...]:
    """All versions that this release knows, oldest first."""
    return tuple(sorted(file.name.partition("_")[0] for file in (folder() / "versions").glob("[0-9]*_*.py")))


def newest() -> str:
    return versions()[-1]


async def look(url: URL) -> Found:
    """Read, without touching a byte. Raises NewerDatabase for a version that this release does not know,
    StorageAway for a SQLite file that cannot be opened."""
    find_file(url)
    engine = build(read_only(url), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_look)
    finally:
        await engine.dispose()


def _look(connection: Connection) -> Found:
    tables = inspect(connection)
    if not tables.has_table("alembic_version"):
        return Found("", b"")
    version = connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
    if version and version not in versions():
        raise NewerDatabase(f"the database is of version {version}, this release knows up to {newest()}")
    sealed = connection.scalar(text("SELECT value FROM meta")) if tables.has_table("meta") else None
    return Found(version, bytes(sealed or b""))


async def upgrade(url: URL) -> None:
    """All that is missing, in one transaction. Of several processes that start together one does it, while
    the others wait."""
    engine = build(url, poolclass=NullPool)
    try:
        async with engine.execution_options(writes=True).connect() as connection:
            await _unbound(connection)
            async with connection.begin():
                await _alone(connection)
                if (await connection.run_sync(_look)).version != newest():
                    await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


async def _unbound(connection: AsyncConnection) -> None:
    """SQLite changes a table by building it anew and dropping the old one, which would delete by cascade
    whatever belongs to its rows. This cannot be set inside a transaction."""
    if connection.dialect.name == "sqlite":
        raw = await connection.get_raw_connection()
        await raw.driver_connection.execute_fetchall("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]


async def _alone(connection: AsyncConnection) -> None:
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("a migration left rows that belong to nothing; nothing was changed")
