"""(d) What it costs to look for what is due where nothing is, and by which index it is found."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from statistics import median

from sqlalchemy import event

from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.turns.service import Service
from tests.bench.place import Clock
from tests.bench.table import Line, Table, short, tell
from tests.world import library, wording

TICKS = 200


class Nobody:
    """Nothing is due, so nothing is sent."""

    async def send(self, account: Account, message: Message) -> None:
        raise AssertionError("something was due")


async def idle(table: Table, database: Database, size: int) -> None:
    """(d)"""
    delivery = Delivery(
        Service(database, library(), wording(), Clock(base=datetime.now(UTC))), {"telegram": Nobody()}
    )
    await delivery.tick()  # the first one also forgets what is old
    async with _statements(database) as asked:
        await delivery.tick()
    each = []
    for _ in range(TICKS):
        began = time.perf_counter()
        await delivery.tick()
        each.append(1000 * (time.perf_counter() - began))
    kind = database.url.get_backend_name()
    for line in await _explained(database, asked):
        tell(f"(d) {kind}: {line}")
    worst = sorted(each)[int(TICKS * 0.99)]
    middle = median(each)
    line = f"(d) idle tick, {kind}, {short(size)}"
    table.add(Line(line, f"p99 {worst:.2f} ms", "", f"{middle:.2f} ms", "< 5 ms", middle < 5))


@asynccontextmanager
async def _statements(database: Database) -> AsyncIterator[list[tuple[str, object]]]:
    """What is asked meanwhile, with its parameters."""
    found: list[tuple[str, object]] = []

    def keep(connection, cursor, statement, parameters, *rest) -> None:  # type: ignore[no-untyped-def]
        found.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", keep)


async def _explained(database: Database, asked: list[tuple[str, object]]) -> list[str]:
    """The database's own plan for what was asked."""
    explain = "EXPLAIN QUERY PLAN " if database.url.get_backend_name() == "sqlite" else "EXPLAIN "
    lines = []
    async with database.engine.connect() as connection:
        for statement, parameters in asked:
            if statement.lstrip().startswith("SELECT"):
                plan = await connection.exec_driver_sql(explain + statement, parameters)  # type: ignore[arg-type]
                lines += [str(row[-1]) for row in plan]
    return lines
