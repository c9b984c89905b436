"""SIGKILL in the midst of a migration: nothing of it is there, and the next start makes it whole."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from sqlalchemy import make_url

from bot.storage.database import Database
from bot.storage.engine import migrate
from bot.storage.engine.keys import Secrets, new_key
from tests.program import PATIENCE, ROOT

AMID = """
import time
revision, down_revision = "9999", "{before}"
def upgrade():
    from alembic import op
    op.execute("CREATE TABLE half_done (id INTEGER)")
    print("amid", flush=True)
    time.sleep(600)
"""
UPGRADE = """
import asyncio, sys
from pathlib import Path
from sqlalchemy import make_url
from bot.storage.engine import migrate
migrate.folder = lambda: Path(sys.argv[2])
asyncio.run(migrate.upgrade(make_url(sys.argv[1])))
"""


async def test_a_migration_that_is_killed_leaves_nothing(empty_url: str, tmp_path: Path) -> None:
    """The tables of all versions are made in that same transaction, and its last step does not end."""
    (tmp_path / "versions").mkdir()
    for file in (migrate.folder() / "env.py", *(migrate.folder() / "versions").glob("[0-9]*.py")):
        (tmp_path / file.relative_to(migrate.folder())).write_text(file.read_text())
    (tmp_path / "versions" / "9999_amid.py").write_text(AMID.format(before=migrate.newest()))
    command = [sys.executable, "-c", UPGRADE, empty_url, str(tmp_path)]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout
    async with asyncio.timeout(PATIENCE):
        while await process.stdout.readline() != b"amid\n":
            assert process.returncode is None
    process.kill()
    await process.wait()
    assert await migrate.state(make_url(empty_url)) == migrate.DatabaseState("", b"")
    database = Database(empty_url, Secrets([new_key()]))
    await database.start()
    await database.close()
    assert (await migrate.state(make_url(empty_url))).version == migrate.newest()
