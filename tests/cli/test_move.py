"""Everything goes from SQLite to PostgreSQL and back and is the same; or nothing does."""

from __future__ import annotations

import argparse
import os
import pty
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from bot.cli import move
from bot.config.settings import Settings
from bot.storage import transfer
from bot.storage.database import Database
from bot.storage.engine.errors import DatabaseError
from bot.storage.engine.keys import Secrets
from tests.conftest import KEY
from tests.full import everything, meet, program, quiet


async def test_there_and_back_nothing_is_lost(full: str, postgres: str, tmp_path: Path) -> None:
    before = await everything(full)
    assert all(before["rows"].values()), [name for name, rows in before["rows"].items() if not rows]
    back = f"sqlite:///{tmp_path / 'back.db'}"
    there = program(tmp_path).run("move", "--from", full, "--to", postgres)
    assert (there.returncode, there.stderr) == (0, "")
    assert "key stays the same" in there.stdout
    assert program(tmp_path).run("move", "--from", postgres, "--to", back).returncode == 0
    assert await everything(postgres) == before
    assert await everything(back.replace("sqlite:", "sqlite+aiosqlite:")) == before
    assert (tmp_path / "back.db").stat().st_mode & 0o777 == 0o600


async def test_numbers_go_on_where_they_stood(full: str, postgres: str) -> None:
    await transfer.carry(make_url(full), make_url(postgres), step=quiet)
    numbers = [await meet(url, "new") for url in (full, postgres)]
    assert numbers[0] == numbers[1] > 2


async def test_a_target_with_something_in_it_is_refused(full: str, postgres: str, tmp_path: Path) -> None:
    await meet(postgres, "there")
    before = await everything(postgres)
    done = program(tmp_path).run("move", "--from", full, "--to", postgres)
    assert (done.returncode, done.stdout) == (1, "")
    assert "not empty: it has rows in accounts" in done.stderr
    assert await everything(postgres) == before


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_after_a_failure_nothing_is_left(
    kind: str, full: str, postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new.db"
    target = postgres if kind == "postgresql" else f"sqlite+aiosqlite:///{new}"

    def breaks(what: str, *_: int) -> None:
        if what == "compared":
            raise ConnectionError("the cable is out")

    with pytest.raises(ConnectionError):
        await transfer.carry(make_url(full), make_url(target), step=breaks)
    assert not [name for name in os.listdir(tmp_path) if name.startswith("new.db")]
    if kind == "postgresql":
        assert not any((await everything(target))["rows"].values())
    await transfer.carry(make_url(full), make_url(target), step=quiet)  # and it can be done again


async def test_a_new_database_that_nobody_used_is_as_good_as_an_empty_one(full: str, postgres: str) -> None:
    database = Database(postgres, Secrets([KEY]))
    await database.start()
    await database.close()
    await transfer.carry(make_url(full), make_url(postgres), step=quiet)
    assert await everything(postgres) == await everything(full)


@pytest.mark.parametrize("change", ["UPDATE days SET control = 5 - control", "DELETE FROM asked"])
async def test_what_is_not_the_same_is_found(full: str, postgres: str, change: str) -> None:
    """As if the other database had kept something else than it was given."""
    source, target = make_url(full), make_url(postgres)

    original = transfer._compare
    changed: list[int] = []

    async def meanwhile(old: Any, new: Any, *rest: Any) -> None:
        if not changed:
            changed.append(1)
            await new.execute(text(change))
        await original(old, new, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transfer, "_compare", meanwhile)
        with pytest.raises(transfer.NotTheSame):
            await transfer.carry(source, target, step=quiet)
    assert not any((await everything(postgres))["rows"].values())


def test_wrong_uses_are_told_in_a_line(tmp_path: Path, ready_file: Path) -> None:
    old, folder = tmp_path / "old.db", tmp_path
    with sqlite3.connect(old) as connection:
        connection.execute("CREATE TABLE cats (name)")
    ready, new = f"sqlite:///{ready_file}", f"sqlite:///{folder}/a.db"
    for source, target, words in (
        (f"sqlite:///{folder}/none.db", new, "cannot be opened"),
        (f"sqlite:///{old}", new, "holds nothing of Scrollwise"),
        (ready, ready, "the same database"),
        (ready, f"sqlite:///{ready_file.parent}/./{ready_file.name}", "the same file"),
        ("mysql://x/y", ready, "--from must begin with"),
        (ready, "postgresql://ann:hush@127.0.0.1:1/x", "cannot be reached"),
    ):
        options = argparse.Namespace(source=source, target=target)
        with pytest.raises(DatabaseError, match=words) as told:
            move.carry_out(Settings(_env_file=None), options)  # type: ignore[call-arg]
        assert "hush" not in str(told.value)
    assert not [name for name in os.listdir(folder) if name.startswith(("none", "a.db"))]


def test_a_wrong_use_of_the_command(tmp_path: Path) -> None:
    done = program(tmp_path).run("move", "--from", "mysql://x/y", "--to", "sqlite:///x")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "must begin with" in done.stderr


def test_somebody_who_looks_sees_how_far_it_is(full: str, tmp_path: Path) -> None:
    reading, terminal = pty.openpty()
    it = program(tmp_path)
    with os.fdopen(reading, "rb", buffering=0) as seen:
        subprocess.run(
            [it.python, "-m", "bot", "move", "--from", full, "--to", f"sqlite:///{tmp_path / 'b.db'}"],
            env=it.environment, stderr=terminal, stdout=subprocess.DEVNULL, check=True, timeout=60,
        )  # fmt: skip
        os.close(terminal)
        words = seen.read(100_000).decode()
    assert "carried: 100%" in words
    assert "rows" in words
