"""Backs the whole database up to one SQLite file while the bot runs, and restores it."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, make_url

from bot.storage.engine import migrate
from bot.storage.engine.connections import LOCK_TIMEOUT_SECONDS, connecting, is_sqlite, read_only
from bot.storage.engine.errors import StorageBroken
from bot.storage.transfer import ReportProgress, carry

_PAGES_PER_STEP = 2500  # 10 MB


def url_of(path: Path) -> URL:
    return make_url("sqlite+aiosqlite://").set(database=str(path.absolute()))


async def backup(source: URL, path: Path, *, step: ReportProgress) -> None:
    """Write the backup to `path`, readable for its owner only.

    The file gets its name only when it is complete, so after a failure there is no `path`. Raises
    FileExistsError, OSError, and the errors of `bot.storage.engine.errors`.
    """
    with _new(path) as unfinished:
        if is_sqlite(source):
            with connecting():
                await migrate.state(source)
                await _copy(source, unfinished, step)
        else:
            await carry(source, url_of(unfinished), step=step)
        await asyncio.to_thread(_finish, unfinished)


@contextmanager
def _new(path: Path) -> Iterator[Path]:
    _absent(path)
    folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.absolute().parent))  # 0700
    try:
        yield folder / "unfinished.db"
        _absent(path)
        (folder / "unfinished.db").rename(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _absent(path: Path) -> None:
    if path.exists():
        raise FileExistsError(f"{path} exists already; a backup never takes another one's place")


async def _copy(source: URL, path: Path, step: ReportProgress) -> None:
    stopped = threading.Event()
    try:
        await asyncio.to_thread(_copy_pages, source, path, step, stopped)
    finally:
        stopped.set()  # a thread cannot be cancelled


def _copy_pages(source: URL, path: Path, step: ReportProgress, stopped: threading.Event) -> None:
    """Copy with SQLite's own backup within one reading transaction: writers do not wait for it, and their
    changes are not in the copy."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    address = str(read_only(source).database) + "?mode=ro"
    with (
        closing(
            sqlite3.connect(address, uri=True, timeout=LOCK_TIMEOUT_SECONDS, isolation_level=None)
        ) as old,
        closing(sqlite3.connect(path)) as new,
    ):
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        done = 0

        def report(_: int, left: int, total: int) -> None:
            nonlocal done
            if stopped.is_set():
                raise InterruptedError
            step("copied", total - left - done, total)
            done = total - left

        old.backup(new, pages=_PAGES_PER_STEP, progress=report)


def _finish(path: Path) -> None:
    """Make it one checked file that is on the disk."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        _check(connection)
    os.chmod(path, 0o600)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _check(connection: sqlite3.Connection) -> None:
    result = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if result != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise StorageBroken("the database is damaged, and so is this copy of it")


async def restore(path: Path, target: URL, *, step: ReportProgress, replaces: bool) -> int:
    """Copy a backup into `target`. A backup of an older release is brought up to date first, in a copy of the
    file. Returns the number of rows. Raises the errors of `carry`."""
    source = url_of(path)
    _check_file(path)
    with connecting():
        state = await migrate.state(source)
    if state.version in ("", migrate.newest()):
        return await carry(source, target, step=step, replaces=replaces)
    with _temporary_copy(path) as newer:
        await asyncio.to_thread(shutil.copyfile, path, newer)
        await migrate.upgrade(url_of(newer))
        return await carry(url_of(newer), target, step=step, replaces=replaces)


@contextmanager
def _temporary_copy(path: Path) -> Iterator[Path]:
    """A path for a copy: in the folder of the backup, which has room for it, if it is writable."""
    folder = path.absolute().parent
    with tempfile.TemporaryDirectory(dir=folder if os.access(folder, os.W_OK) else None) as made:
        yield Path(made) / "newer.db"


def _check_file(path: Path) -> None:
    path.open("rb").close()  # OSError says why it cannot be read
    address = f"{path.absolute().as_uri()}?mode=ro"
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(address, uri=True)) as connection:
        return _check(connection)
    raise StorageBroken(f"{path} is not a backup, or it is damaged")
