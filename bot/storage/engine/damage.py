"""Checks whether a SQLite file is damaged, page by page."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing

from sqlalchemy import URL

from bot.storage.engine.connections import LOCK_TIMEOUT_SECONDS, is_sqlite, read_only

# Seconds that a check may take. A large file is checked as far as they suffice.
START_CHECK_SECONDS, FULL_CHECK_SECONDS = 3.0, 60.0
REPAIR = "stop the bot, keep a copy of the file, and restore a backup with: scrollwise restore"
_INSTRUCTIONS = 10_000  # of SQLite's virtual machine between two looks at the clock


async def check(url: URL, seconds: float) -> str:
    """One line about the damage that SQLite finds in its file within so many seconds; "" for no damage, and
    for PostgreSQL, which checks its own pages."""
    return await asyncio.to_thread(_check, url, seconds) if is_sqlite(url) else ""


def _check(url: URL, seconds: float) -> str:
    ends = time.monotonic() + seconds
    address = f"{read_only(url).database}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=LOCK_TIMEOUT_SECONDS)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > ends, _INSTRUCTIONS)
            result = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except (
        sqlite3.OperationalError
    ):  # the time is over, or the file cannot be opened, which is logged elsewhere
        return ""
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if result == "ok" else " ".join(result.split())
