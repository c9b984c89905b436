"""Checks of this machine and the database: folder, key, content, rows."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url, text
from sqlalchemy.pool import NullPool

from bot.config.clock import system_clock
from bot.config.settings import Settings
from bot.content import catalog
from bot.operations.finding import Finding, clock, ok, wrong
from bot.storage.engine import damage, keys, migrate
from bot.storage.engine.connections import build, connecting, is_sqlite
from bot.storage.engine.errors import DatabaseError, NewerDatabase, WrongKey

_MIN_FREE_BYTES = 100 << 20


def folder(chosen: Settings) -> Finding:
    """The data folder can be written to, by its owner only, and has room."""
    path, name = chosen.data_dir, "data folder"
    there = next(p for p in (path, *path.parents) if p.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return wrong(name, f"{there} cannot be written to", f"chown {there}, or set SCROLLWISE_DATA_DIR")
    if there != path:
        return ok(name, f"{path} is made at the first start")
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o022:
        return wrong(name, f"others can write to {path}", f"chmod 700 {path}")
    free = (
        os.statvfs(path).f_bavail * os.statvfs(path).f_frsize if hasattr(os, "statvfs") else _MIN_FREE_BYTES
    )
    if free < _MIN_FREE_BYTES:
        return wrong(name, f"{path} has {free >> 20} MB left", "make room on that disk")
    return ok(name, str(path))


def content(chosen: Settings) -> Finding:
    try:
        library = catalog.load(chosen.content_dir)
    except catalog.CatalogError as error:
        first, *rest = str(error).splitlines()
        return wrong(
            "content", first + (f" (and {len(rest)} more)" if rest else ""), "scrollwise content check"
        )
    return ok("content", f"{len(library.plans)} plans, {len(library.languages)} languages")


def key(chosen: Settings) -> tuple[Finding, keys.Secrets | None]:
    """The secret key, without making one."""
    name = "secret key"
    if not chosen.keys and not chosen.secret_file.exists():
        return ok(name, f"none yet; the first start makes {chosen.secret_file}"), None
    try:
        found = keys.load(",".join(chosen.keys), chosen.secret_file, chosen.data_dir)
    except (DatabaseError, OSError) as error:
        return wrong(name, str(error), "see to the file, or set SCROLLWISE_SECRET_KEYS"), None
    where = "SCROLLWISE_SECRET_KEYS" if chosen.keys else str(chosen.secret_file)
    return ok(name, f"{where}; keep a copy of it apart from the backups"), found


async def database(chosen: Settings, opens: keys.Secrets | None) -> AsyncIterator[Finding]:
    """Reached, of which version, opened by the key, and what its clock says."""
    url = make_url(chosen.database)
    name = f"database ({url.get_backend_name()})"
    if is_sqlite(url) and not Path(str(url.database)).exists():  # noqa: ASYNC240 - a look, once
        yield ok(name, f"none yet; the first start makes {url.database}")
        return
    try:
        with connecting():
            found = await migrate.state(url)
    except NewerDatabase as error:
        yield wrong(name, str(error), "run the newer release, or restore an older backup")
        return
    except DatabaseError as error:
        yield wrong(name, str(error), "see that it runs, and what SCROLLWISE_DATABASE_URL says")
        return
    yield _version(name, found)
    yield _opened(name, found, opens)
    if is_sqlite(url):
        yield await _pages(name, url)
    else:
        yield await _clock(url)


def _version(name: str, found: migrate.DatabaseState) -> Finding:
    if found.version == migrate.newest():
        return ok(name, f"reached, version {found.version}, the newest")
    return ok(
        name, f"reached, version {found.version or 'none yet'}; a start brings it to {migrate.newest()}"
    )


def _opened(name: str, found: migrate.DatabaseState, opens: keys.Secrets | None) -> Finding:
    back = "bring the key back that this database was written with"
    if not found.encrypted_lookup_key:
        return ok(f"{name} and key", "nothing is encrypted yet")
    if opens is None:
        return wrong(f"{name} and key", "what is stored is encrypted, and there is no key", back)
    try:
        opens.decrypt(found.encrypted_lookup_key)
    except WrongKey as error:
        return wrong(f"{name} and key", str(error), back)
    return ok(f"{name} and key", "the key opens it")


async def _pages(name: str, url: URL) -> Finding:
    """Some people's rows may be gone with a damaged page, while the bot serves all others."""
    if told := await damage.check(url, damage.FULL_CHECK_SECONDS):
        return wrong(f"{name} and its file", f"the file is damaged: {told}", damage.REPAIR)
    return ok(f"{name} and its file", "no damaged page was found")


async def _clock(url: URL) -> Finding:
    engine = build(url, poolclass=NullPool)
    try:
        async with asyncio.timeout(10), engine.connect() as connection:
            theirs: Any = await connection.scalar(text("SELECT clock_timestamp()"))
        return clock("clock of the database", theirs, system_clock())
    finally:
        await engine.dispose()
