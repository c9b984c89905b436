"""Databases with something in every table, and all that is in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import insert, make_url, text

from bot.core.model.inputs import Account
from bot.storage import dump
from bot.storage.database import Database
from bot.storage.engine.connections import build
from bot.storage.engine.keys import Secrets
from bot.storage.quotes import blocks
from tests.conftest import KEY
from tests.program import Program
from tests.storage.life import NOW, live


def quiet(*_: object) -> None:
    """A step that nobody looks at."""


async def fill(url: str) -> None:
    """Something in every table; the newest person is gone again, so numbers stand beyond the highest row."""
    database = Database(url, Secrets([KEY]))
    await database.start()
    await live(database)
    async with database.write() as transaction:
        await transaction.people.create(Account("console", "zoë\u00e9🙂"), "es", NOW)
        await transaction.rate_limits.reserve("telegram", 1, 30, NOW)
        await transaction.connection.execute(insert(blocks).values(community_id=1, author=b"somebody"))
        await transaction.connection.execute(
            text("DELETE FROM persons WHERE id = (SELECT max(id) FROM persons)")
        )
    await database.close()


async def meet(url: str, name: str) -> int:
    """Somebody new, in a database that is brought up to date first; their number."""
    database = Database(url, Secrets([KEY]))
    await database.start()
    async with database.write() as transaction:
        number = await transaction.people.create(Account("console", name), "en", NOW)
    await database.close()
    return number


async def everything(url: str) -> dict[str, Any]:
    """Every stored row, and where the numbers stand."""
    engine = build(make_url(url))
    async with engine.begin() as connection:
        rows = {
            t.name: [r async for some in dump.batches(connection, t) for r in some] for t in dump.tables()
        }
        numbers = {t.name: await dump.next_number(connection, t) for t in dump.tables()}
    await engine.dispose()
    return {"rows": rows, "numbers": numbers}


def program(folder: Path, **settings: str) -> Program:
    """The program with the key of these databases."""
    return Program(folder, {"SECRET_KEYS": KEY, **settings})
