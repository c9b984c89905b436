"""`make bench`: every figure is a ratio of two things measured in the same run."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import AsyncExitStack

from tests.bench.nudges import HOUR, NUDGES, ROUNDS, cost, nudges
from tests.bench.place import BASE, Places, api
from tests.bench.table import Table, tell
from tests.crowd import crowd

SIZES = (1_000, 100_000)


async def _costs(table: Table, places: Places) -> None:
    """(e), on SQLite: as many nudges, among few people and among many."""
    due = [BASE + HOUR * n for n in range(ROUNDS + 1) for _ in range(NUDGES // 2)]
    async with AsyncExitStack() as stack:
        filled = {}
        for size in SIZES:
            tell(f"(e) filling a database with {size} people")
            filled[size] = await stack.enter_async_context(places.database("sqlite"))
            await crowd(filled[size], max(size, len(due)), due, now=BASE)
        await cost(table, places, SIZES, "sqlite", filled)


async def main() -> None:
    table = Table()
    with contextlib.closing(Places()) as places, api() as server:
        await nudges(table, places, server)
        await _costs(table, places)
    print(table.show())


if __name__ == "__main__":
    asyncio.run(main())
