"""A backup is one file with everything in it, made beside a bot that writes; and it can be put back."""

from __future__ import annotations

import argparse
import asyncio
import os
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.cli import restore
from bot.config.settings import Settings
from bot.storage import backup_file
from bot.storage.engine.errors import DatabaseError, StorageBroken
from bot.storage.engine.keys import new_key
from tests.conftest import KEY
from tests.full import everything, fill, meet, program, quiet
from tests.program import Program


def of(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
async def filled(url: str) -> str:
    """Like `full`, once on SQLite and once on PostgreSQL."""
    await fill(url)
    return url


async def test_backed_up_lost_and_restored(filled: str, tmp_path: Path) -> None:
    before, file = await everything(filled), tmp_path / "a.backup"
    it = program(tmp_path, DATABASE_URL=filled)
    done = it.run("backup", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert "secret key is not in it" in done.stdout
    assert file.stat().st_mode & 0o777 == 0o600
    assert await everything(of(file)) == before
    assert not [name for name in os.listdir(tmp_path) if name.startswith((".a", "a.backup-"))]
    await meet(filled, "somebody else")
    refused = it.run("restore", str(file))
    assert (refused.returncode, "not empty" in refused.stderr) == (1, True)
    assert it.run("restore", "--replace", str(file)).returncode == 0
    assert await everything(filled) == before


async def test_a_backup_goes_into_the_other_database(filled: str, postgres: str, tmp_path: Path) -> None:
    await backup_file.backup(make_url(filled), file := tmp_path / "a.backup", step=quiet)
    for target in (postgres, of(tmp_path / "new" / "scrollwise.db")):
        await backup_file.restore(file, make_url(target), step=quiet, replaces=False)
        assert await everything(target) == await everything(filled)


async def test_who_writes_meanwhile_neither_waits_nor_is_seen_in_half(full: str, tmp_path: Path) -> None:
    path, stop, rounds = str(make_url(full).database), threading.Event(), []

    def writes() -> None:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as connection:
            connection.execute("PRAGMA foreign_keys=ON")
            while not stop.is_set():
                connection.execute("BEGIN IMMEDIATE")  # both rows, or none
                connection.executemany(
                    "INSERT INTO events VALUES ('x', ?, '2026-11-23')",
                    [(f"{len(rounds)}{half}",) for half in "ab"],
                )
                connection.execute("COMMIT")
                rounds.append(1)

    thread = threading.Thread(target=writes)
    thread.start()
    try:
        for number in range(3):
            await backup_file.backup(make_url(full), file := tmp_path / f"{number}.backup", step=quiet)
            with closing(sqlite3.connect(file)) as connection:
                told = "SELECT count(*), count(DISTINCT rtrim(event_id, 'ab')) FROM events WHERE platform='x'"
                rows, pairs = connection.execute(told).fetchone()
            assert rows == 2 * pairs
    finally:
        stop.set()
        thread.join()
    assert len(rounds) > 3


async def test_a_backup_of_an_older_release_is_brought_up_to_date(tmp_path: Path, url: str) -> None:
    saved = Path(__file__).parent.parent / "storage" / "saved" / "0001.sql"
    with closing(sqlite3.connect(file := tmp_path / "old.backup")) as connection:
        connection.executescript(saved.read_text("utf-8"))
        people = connection.execute("SELECT count(*) FROM persons").fetchone()[0]
    before = file.read_bytes()
    assert await backup_file.restore(file, make_url(url), step=quiet, replaces=False)
    assert len((await everything(url))["rows"]["persons"]) == people > 0
    assert file.read_bytes() == before


async def test_what_cannot_be_restored_changes_nothing(full: str, tmp_path: Path) -> None:
    path = Path(str(make_url(full).database))
    newer, torn, other = tmp_path / "newer", tmp_path / "torn", tmp_path / "other"
    await backup_file.backup(make_url(full), newer, step=quiet)
    await backup_file.backup(make_url(full), torn, step=quiet)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    torn.write_bytes(torn.read_bytes()[:-5000])
    other.write_text("Dear diary")
    settings = Settings(_env_file=None, database_url=full, secret_keys=KEY)  # type: ignore[call-arg]
    before = await everything(full)
    for file, words in (
        (newer, "version 9999"),
        (torn, "damaged"),
        (other, "not a"),
        (tmp_path / "none", "No such file"),
        (path, "same file"),
    ):
        options = argparse.Namespace(file=str(file), replace=True)
        with pytest.raises((DatabaseError, FileNotFoundError), match=words):
            await asyncio.to_thread(restore.carry_out, settings, options)
    assert await everything(full) == before


async def test_without_its_key_a_backup_is_not_restored(full: str, tmp_path: Path) -> None:
    await backup_file.backup(make_url(full), file := tmp_path / "a.backup", step=quiet)
    for settings, words in (({}, "put the key file at"), ({"SECRET_KEYS": new_key()}, "does not open")):
        done = Program(tmp_path, settings).run("restore", str(file))
        assert (done.returncode, words in done.stderr) == (1, True), done.stderr
    assert not any("secret.key" in files or "scrollwise.db" in files for _, _, files in os.walk(tmp_path))


async def test_no_backup_takes_the_place_of_a_file_or_is_left_in_half(full: str, tmp_path: Path) -> None:
    it, there = program(tmp_path, DATABASE_URL=full), tmp_path / "there"
    there.write_text("yesterday's")
    done = it.run("backup", str(there))
    assert (done.returncode, "exists already" in done.stderr) == (1, True)
    assert there.read_text() == "yesterday's"

    def breaks(*_: object) -> None:
        raise RuntimeError("no power")

    with pytest.raises(RuntimeError, match="no power"):
        await backup_file.backup(make_url(full), tmp_path / "half", step=breaks)
    with pytest.raises(StorageBroken):
        await backup_file.restore(there, make_url(full), step=quiet, replaces=True)
    assert not [name for name in os.listdir(tmp_path) if "half" in name]


def test_a_backup_shows_how_far_it_is(full: str, tmp_path: Path) -> None:
    import pty

    reading, terminal = pty.openpty()
    it = program(tmp_path, DATABASE_URL=full)
    command = [it.python, "-m", "bot", "backup", str(tmp_path / "b")]
    with os.fdopen(reading, "rb", buffering=0) as seen:
        subprocess.run(command, env=it.environment, stderr=terminal, check=True, timeout=60)
        os.close(terminal)
        assert "copied: 100%" in str(os.read(seen.fileno(), 10_000))
