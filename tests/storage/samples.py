"""What the tests of the database share: a moment, an empty library, somebody to talk to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.core.model.inputs import Account
from bot.core.model.library import Library
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Snapshot
from bot.storage.database import Database
from tests.everything import EVERYTHING

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
LEASE = 2 * MINUTE
LIBRARY = Library(plans={}, prompts=(), sources={}, languages={}, lexicon={})
ADA = Account("console", "ada", name="Ada Lovelace")
BOB = Account("telegram", "4711", address="-100", name="Bob")


async def meet(database: Database, account: Account = ADA) -> int:
    async with database.write() as transaction:
        return await transaction.people.create(account, "en", NOW)


async def do(database: Database, person: int, *commands: object) -> None:
    async with database.write() as transaction:
        for command in commands:
            await transaction.effects.apply(person, command, NOW)  # type: ignore[arg-type]


async def snapshot(
    database: Database, person: int, needs: SnapshotNeeds = EVERYTHING, *, now: datetime = NOW
) -> Snapshot:
    async with database.read() as transaction:
        return await transaction.snapshots.load_one(person, now, LIBRARY, needs)
