"""Saves a small database as a release makes it, for the tests of later releases' migrations:

    python -m tests.storage.save > tests/storage/saved/<version>.sql

The key that opens it is in its first line. It opens nothing else.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from pathlib import Path

from bot.storage.database import Database
from bot.storage.engine.keys import Secrets, new_key
from tests.storage.life import live


async def _save(path: Path, key: str) -> None:
    database = Database(f"sqlite+aiosqlite:///{path}", Secrets([key]))
    await database.start()
    await live(database)
    await database.close()


def main() -> None:
    key = new_key()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "saved.db"
        asyncio.run(_save(path, key))
        connection = sqlite3.connect(path)
        print(f"-- {key}")
        print("\n".join(connection.iterdump()))
        connection.close()


if __name__ == "__main__":
    main()
