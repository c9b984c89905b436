"""The way a database gets its tables: once, whole, by whoever comes first, and never for a newer one."""

import asyncio
import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, make_url, text

from bot.storage.database import Database, metadata
from bot.storage.engine import migrate
from bot.storage.engine.connections import build
from bot.storage.engine.errors import NewerDatabase, WrongKey
from bot.storage.engine.keys import Secrets, new_key


def _schema(connection: Connection) -> dict[str, Any]:
    """Everything that a database can tell of its tables, in an order of its own."""
    there = inspect(connection)
    asks = (
        there.get_columns,
        there.get_foreign_keys,
        there.get_unique_constraints,
        there.get_check_constraints,
        there.get_indexes,
    )
    tables = [name for name in there.get_table_names() if name != "alembic_version"]
    return {
        name: {
            "key": there.get_pk_constraint(name),
            "options": there.get_table_options(name),
            **{
                ask.__name__: sorted(json.dumps(part, default=str, sort_keys=True) for part in ask(name))
                for ask in asks
            },
        }
        for name in tables
    }


def _statements(connection: Connection) -> list[list[str]]:
    """SQLite's own record of how each table was made, column by column (their order does not matter)."""
    if connection.dialect.name != "sqlite":
        return []
    ours = "sql IS NOT NULL AND name NOT IN ('alembic_version', 'sqlite_sequence')"
    rows = connection.execute(text(f"SELECT sql FROM sqlite_master WHERE {ours} ORDER BY name"))  # noqa: S608
    return [sorted(part.strip(" ,\t") for part in re.split(r"\n|, (?=\w+ [A-Z])", sql)) for (sql,) in rows]


async def test_the_migrated_tables_are_those_of_the_code(empty_url: str) -> None:
    engine = build(make_url(empty_url))
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
        by_code = await connection.run_sync(_schema), await connection.run_sync(_statements)
        await connection.run_sync(metadata.drop_all)
    await migrate.upgrade(make_url(empty_url))
    async with engine.begin() as connection:
        assert (await connection.run_sync(_schema), await connection.run_sync(_statements)) == by_code
    await engine.dispose()


async def test_alembic_finds_nothing_to_change(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def differences(connection: Connection) -> list[Any]:
        return compare_metadata(MigrationContext.configure(connection), metadata)

    async with database.engine.begin() as connection:
        assert await connection.run_sync(differences) == []


async def test_two_that_start_together_migrate_once(empty_url: str) -> None:
    key = new_key()
    several = [Database(empty_url, Secrets([key])) for _ in range(4)]
    await asyncio.gather(*(database.start() for database in several))
    assert len({database.lookup_key for database in several}) == 1
    for database in several:
        await database.close()


_START = """
import asyncio, sys
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
async def main():
    database = Database(sys.argv[1], Secrets([sys.argv[2]]))
    await database.start()
    await database.close()
asyncio.run(main())
print("alembic" in sys.modules)
"""


async def _run(command: list[str], code: int = 0) -> str:
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    out, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == code
    return out.decode().strip()


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
async def test_two_processes_that_start_together(empty_url: str) -> None:
    """Both may import Alembic, one migrates; a third that comes later has nothing to do and does not."""
    command = [sys.executable, "-c", _START, empty_url, new_key()]
    await asyncio.gather(_run(command), _run(command))
    assert await _run(command) == "False"


async def _set_version(url: str, version: str) -> None:
    engine = build(make_url(url))
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    await engine.dispose()


async def test_a_newer_database_is_refused(url: str) -> None:
    await _set_version(url, "9999")
    before = _bytes(url)
    database = Database(url, Secrets([new_key()]))
    with pytest.raises(NewerDatabase, match=rf"9999.*{migrate.newest()}"):
        await database.start()
    await database.close()
    assert _bytes(url) == before


async def test_a_wrong_key_is_refused(url: str) -> None:
    before = _bytes(url)
    database = Database(url, Secrets([new_key()]))
    with pytest.raises(WrongKey):
        await database.start()
    await database.close()
    assert _bytes(url) == before


def _bytes(url: str) -> bytes:
    """The SQLite file; for PostgreSQL there is none to compare."""
    path = make_url(url).database or ""
    return Path(path).read_bytes() if url.startswith("sqlite") else b""


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_newer_database_left_by_a_killed_process(url: str) -> None:
    """What waits in its write-ahead log is not even moved to the file."""
    await _set_version(url, "9999")
    path = make_url(url).database or ""
    kill = "import sqlite3,os,sys; c=sqlite3.connect(sys.argv[1]); c.execute('PRAGMA journal_mode=WAL');"
    kill += "c.execute('DELETE FROM meta'); c.commit(); os.kill(os.getpid(), 9)"
    await _run([sys.executable, "-c", kill, path], -9)
    before = (_bytes(url), _bytes(url + "-wal"))
    database = Database(url, Secrets([new_key()]))
    with pytest.raises(NewerDatabase):
        await database.start()
    await database.close()
    assert (_bytes(url), _bytes(url + "-wal")) == before
    assert before[1]


async def test_a_migration_that_fails_leaves_nothing(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for file in ("env.py", "versions/0001_start.py"):
        (folder / file).write_text((migrate.folder() / file).read_text())
    broken = "from alembic import op\nrevision, down_revision = '0002', '0001'\n"
    broken += "def upgrade():\n    op.execute('DELETE FROM meta')\n    raise OSError('the power went')\n"
    (folder / "versions/0002_broken.py").write_text(broken)
    migrate.versions.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "folder", lambda: folder)
        with pytest.raises(OSError, match="the power went"):
            await migrate.upgrade(make_url(empty_url))
        assert await migrate.state(make_url(empty_url)) == migrate.DatabaseState("", b"")
    migrate.versions.cache_clear()
    database = Database(empty_url, Secrets([new_key()]))
    await database.start()
    await database.close()


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
async def test_the_file_is_for_its_owner_only_and_writes_ahead(empty_url: str, tmp_path: Path) -> None:
    database = Database(empty_url.replace("scrollwise.db", "new/folder/s.db"), Secrets([new_key()]))
    await database.start()
    async with database.write() as transaction:
        await transaction.claims.next_due()
        files = [tmp_path / "new/folder/s.db", *(tmp_path / "new/folder").glob("s.db-*")]
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
        assert len(files) == 3
    assert (tmp_path / "new/folder").stat().st_mode & 0o777 == 0o700
    await database.close()
    file = sqlite3.connect(tmp_path / "new/folder/s.db")
    assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    file.close()
