"""(i) What a journal of ten thousand lines costs beside one of ten: a page, a search, a week."""

from __future__ import annotations

import itertools
import time
from datetime import timedelta
from statistics import median

from sqlalchemy import insert

from bot.core.model.inputs import Account, Incoming, Input, SlashCommand
from bot.storage.database import Database
from bot.storage.journal import journal as stored_journal
from bot.storage.people import persons
from bot.turns.service import Service
from tests.bench.place import Api, Clock, Places
from tests.bench.table import Line, Table
from tests.world import library, wording

FEW, MANY, ROUNDS, A_DAY = 10, 10_000, 15, 10
ASKED: tuple[tuple[str, Input, float], ...] = (
    ("page", SlashCommand("journal"), 30),
    ("week", SlashCommand("week"), 0),
    ("search", SlashCommand("journal", "line 7"), 0),
)


async def journal(table: Table, places: Places, server: Api) -> None:
    """(i)"""
    for kind in ("sqlite", "postgresql"):
        async with places.database(kind) as database:
            clock = Clock()
            service = Service(database, library(), wording(), clock)
            few, many = [await _somebody(database, clock, size) for size in (FEW, MANY)]
            for what, said, bound in ASKED:
                quick, slow = [await _median(service, account, said) for account in (few, many)]
                kept = slow < bound if bound else None
                limit = f"< {bound:.0f} ms" if bound else ""
                ours, beside = f"{slow:.1f} ms of {MANY} lines", f"{quick:.1f} ms of {FEW}"
                figure = f"{slow / quick:.1f}"
                table.add(Line(f"(i) journal, {what}, {kind}", ours, beside, figure, limit, kept))


async def _somebody(database: Database, clock: Clock, size: int) -> Account:
    account, day = Account("console", f"with {size} lines"), clock().date()
    async with database.write() as transaction:
        person = await transaction.people.create(account, "en", clock())
        await transaction.connection.execute(persons.update().values(onboarded=True, agreed=True))
        lines = [
            {
                "person_id": person,
                "day": day - timedelta(n // A_DAY),
                "prompt": "note",
                "text": f"line {n} of some",
            }
            for n in range(size)
        ]
        await transaction.connection.execute(insert(stored_journal), lines)
    return account


_events = itertools.count()


async def _median(service: Service, account: Account, said: Input) -> float:
    """Milliseconds."""
    each = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await service.turn(Incoming(account, said, f"j{next(_events)}", "en"))
        each.append(1000 * (time.perf_counter() - began))
    return median(each)
