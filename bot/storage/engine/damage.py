"""Whether a SQLite file is damaged, looked through page by page."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing

from sqlalchemy import URL

from bot.storage.engine.connections import PATIENCE, is_sqlite, read_only

AT_START, IN_PEACE = 3.0, 60.0  # seconds for a look; a larger file is looked through as far as that goes
MEND = "stop the bot, keep a copy of the file, and restore a backup with: scrollwise restore"
_STEPS = 10_000  # of SQLite's machine between two looks at the clock


async def found(url: URL, seconds: float) -> str:
    """What SQLite finds damaged in its file, in a line; "" for nothing within so many seconds, and for
    PostgreSQL, which looks after its own pages."""
    return await asyncio.to_thread(_found, url, seconds) if is_sqlite(url) else ""


def _found(url: URL, seconds: float) -> str:
    ends = time.monotonic() + seconds
    address = f"{read_only(url).database}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > ends, _STEPS)
            told = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError:  # no time left, or it cannot be opened, which others tell
        return ""
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if told == "ok" else " ".join(told.split())
