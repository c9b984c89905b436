"""Many people at once, for benches and fault tests: one lived with the real service, then copied by SQL.

Copies are whole people: plans, a month of answers, messages that were sent. Only who is to be written to
gets a chat of their own and a past; the others' encrypted columns are all the same one.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import Table, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import RecordDay, RecordEntry, StartPlan, UpdatePerson
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind
from bot.core.model.plan import Phrase
from bot.storage.accounts import accounts
from bot.storage.database import Database
from bot.storage.engine.keys import keyed_hash
from bot.storage.nudges import NudgeState, nudges
from bot.storage.people import persons
from bot.storage.plans import days, enrolments, entries

FIRST_CHAT = 1_000_000


async def crowd(
    database: Database,
    size: int,
    due: Sequence[datetime],
    *,
    now: datetime,
    days: int = 30,
    platform: str = "telegram",
) -> None:
    """`size` people; as many as there are moments in `due` have a check-in due then, in chats from FIRST_CHAT
    on; the others have one due tomorrow. All have a plan and `days` of answers, the others of the last."""
    async with database.write() as transaction:
        await _template(transaction, now, days, platform)  # type: ignore[arg-type]
        connection = transaction.connection
        await _copy(connection, len(due), first=1)
        if size > len(due):
            await _copy(connection, size, first=len(due))
        await _chats(connection, database, len(due), platform)
        await _plan(connection, due, size, now)
        await _sequences(connection)
    async with database.engine.connect() as connection:
        await connection.execute(text("ANALYZE"))
        await connection.commit()
    if database.engine.dialect.name == "postgresql":
        async with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            await connection.execute(text("VACUUM ANALYZE"))


async def _template(transaction, now: datetime, days: int, platform: str) -> None:  # type: ignore[no-untyped-def]
    """Somebody who has answered every evening."""
    person = await transaction.people.create(
        Account(platform, str(FIRST_CHAT)), "en", now - timedelta(days=days)
    )
    assert person == 1, "an empty database"
    settings = {
        "zone": "UTC",
        "onboarded": True,
        "why": "to read again",
        "quiet_from": time(0),
        "quiet_to": time(0),
    }
    settings |= {"checkin_at": now.time().replace(microsecond=0), "ceiling": 21, "exactly": True}
    first = now.date() - timedelta(days=days)
    cue, action = (
        Phrase("plan-phone-leaves-bed-cue-1", own=False),
        Phrase("plan-phone-leaves-bed-action-1", own=False),
    )
    await transaction.effects.apply(person, UpdatePerson(settings), now)
    await transaction.effects.apply(person, StartPlan("phone-leaves-bed", 1, 1, first, cue, action), now)
    for n in range(days):
        day = first + timedelta(days=n)
        await transaction.effects.apply(
            person,
            RecordEntry(CheckinEntry(1, day, CheckinAnswer.KEPT if n % 3 else CheckinAnswer.MISSED, None, 1)),
            now,
        )
        await transaction.effects.apply(person, RecordDay(DayRecord(day, 3 + n % 3)), now)
        at = now - timedelta(days=days - n)
        sent = {"kind": NudgeKind.CHECKIN, "day": day, "due_at": at, "sent_at": at, "attempts": 1}
        new = nudges.insert().values(person_id=person, state=NudgeState.SENT, **sent)
        await transaction.connection.execute(new)


async def _copy(connection: AsyncConnection, until: int, *, first: int) -> None:
    """People `first` + 1 up to `until`, like person 1."""
    if until <= first:
        return
    series = (
        "(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {0}) SELECT n FROM s)"
        if connection.dialect.name == "sqlite"
        else "(SELECT generate_series(1, {0}) AS n)"
    ).format(until - first)
    past = (entries, days, nudges) if first == 1 else ()
    shift = f"s.n + {first - 1}"
    for table in (persons, accounts, enrolments, *past):
        names = [c.name for c in table.c if not (table is nudges and c.name == "id")]
        shown = ", ".join(_value(connection, table, name, shift) for name in names)
        owner = {"persons": "id", "entries": "enrolment_id"}.get(table.name, "person_id")
        await connection.execute(
            text(
                f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {shown} FROM {table.name} AS o, "  # noqa: S608
                f"{series} AS s WHERE o.{owner} = 1"
            )
        )


def _value(connection: AsyncConnection, table: Table, name: str, shift: str) -> str:
    if name == "lookup":
        if connection.dialect.name == "sqlite":
            return "randomblob(32)"
        return f"sha256(('{secrets.token_hex(4)}' || ({shift})::text)::bytea)"
    if name in ("person_id", "enrolment_id") or (name == "id" and table is not nudges):
        return f"o.{name} + {shift}"
    return f"o.{name}"


async def _chats(connection: AsyncConnection, database: Database, people: int, platform: str) -> None:
    """Chats FIRST_CHAT … for people 1 …"""
    for number in range(1, people + 1):
        chat = str(FIRST_CHAT + number - 1)
        found = keyed_hash(database.lookup_key, platform, chat)
        mine = update(accounts).where(accounts.c.person_id == number)
        await connection.execute(mine.values(external_id=chat, lookup=found))


async def _plan(connection: AsyncConnection, due: Sequence[datetime], size: int, now: datetime) -> None:
    rows = [
        {
            "person_id": number, "kind": NudgeKind.CHECKIN, "day": now.date(), "due_at": at, "next_at": at,
            "state": NudgeState.DUE, "attempts": 0,
        }
        for number, at in enumerate(due, 1)
    ]  # fmt: skip
    if rows:
        await connection.execute(nudges.insert(), rows)
    tomorrow = now + timedelta(days=1)
    spread = "datetime(:at, '+' || (id % 3600) || ' seconds') || '.000000'"
    if connection.dialect.name == "postgresql":
        spread = "CAST(:at AS timestamptz) + make_interval(secs => id % 3600)"
    at = tomorrow.strftime("%Y-%m-%d %H:%M:%S") if connection.dialect.name == "sqlite" else tomorrow
    day = tomorrow.date().isoformat() if connection.dialect.name == "sqlite" else tomorrow.date()
    await connection.execute(
        text(
            "INSERT INTO nudges (person_id, kind, day, due_at, next_at, state, attempts) "  # noqa: S608
            f"SELECT id, 'checkin', :day, {spread}, {spread}, 'due', 0 FROM persons WHERE id > {len(due)}"
        ),
        {"at": at, "day": day},
    )


async def _sequences(connection: AsyncConnection) -> None:
    """PostgreSQL numbers its rows from where its sequence stands."""
    if connection.dialect.name != "postgresql":
        return
    for table in (persons, accounts, enrolments):
        highest = await connection.scalar(select(func.max(table.c.id)))
        await connection.execute(
            text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), {highest})")
        )
