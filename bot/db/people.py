"""People and the accounts that they are met by; which events were seen; where each conversation stands."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.flow import Frame
from bot.core.messages import Account
from bot.core.model import Person
from bot.db.meta import lookup
from bot.db.sql import insert_new, put
from bot.db.tables import accounts, dialogues, events, persons

PERSON_FIELDS = tuple(field.name for field in fields(Person) if field.name != "id")
_SEEN_AGAIN = timedelta(hours=1)  # `seen_at` is no finer than this


async def seen(connection: AsyncConnection, platform: str, event_id: str, now: datetime) -> bool:
    return not await insert_new(connection, events, platform=platform, event_id=event_id, seen_at=now)


async def person_of(
    connection: AsyncConnection, key: bytes, account: Account, now: datetime | None, *, locks: bool
) -> int | None:
    """See `Store.person_of`. `locks`: the person's row is held until the end of the transaction."""
    statement = select(accounts, persons.c.seen_at).join(persons).where(_is(key, account))
    if locks:
        statement = statement.with_for_update(of=persons)
    row = (await connection.execute(statement)).first()
    if row is None:
        return None
    if locks:
        await _refresh(connection, row, account)
        if now and now - row.seen_at >= _SEEN_AGAIN:
            await connection.execute(update(persons).where(persons.c.id == row.person_id).values(seen_at=now))
    return int(row.person_id)


async def _refresh(connection: AsyncConnection, row: Any, account: Account) -> None:
    """People change their names, and a channel is opened for them: what is empty tells nothing new."""
    told = {"address": account.address, "name": account.name}
    changed = {name: value for name, value in told.items() if value and value != getattr(row, name)}
    if changed:
        await connection.execute(update(accounts).where(accounts.c.id == row.id).values(changed))


async def meet(
    connection: AsyncConnection, key: bytes, account: Account, language: str, now: datetime
) -> int:
    """See `Store.meet`."""
    person = Person(0, language=language, name=account.name)
    values = {name: getattr(person, name) for name in PERSON_FIELDS}
    new = insert(persons).values(**values, created_at=now, seen_at=now).returning(persons.c.id)
    person_id = (await connection.execute(new)).scalar_one()
    found = lookup(key, account.platform, account.external_id)
    told = {name: getattr(account, name) for name in ("platform", "external_id", "address", "name")}
    if await insert_new(connection, accounts, person_id=person_id, lookup=found, preferred=True, **told):
        return int(person_id)
    await connection.execute(delete(persons).where(persons.c.id == person_id))  # met elsewhere this instant
    met = await person_of(connection, key, account, None, locks=True)
    return await meet(connection, key, account, language, now) if met is None else met


async def accounts_of(connection: AsyncConnection, person_id: int) -> tuple[Account, ...]:
    statement = (
        select(accounts)
        .where(accounts.c.person_id == person_id)
        .order_by(accounts.c.preferred.desc(), accounts.c.id)
    )
    rows = await connection.execute(statement)
    return tuple(Account(row.platform, row.external_id, row.address, row.name) for row in rows)


async def frames(connection: AsyncConnection, person_id: int) -> tuple[Frame, ...]:
    statement = select(dialogues.c.frames).where(dialogues.c.person_id == person_id)
    stored = (await connection.execute(statement)).scalar_one_or_none() or ()
    return tuple(Frame(f["flow"], f["step"], f["data"], date.fromisoformat(f["since"])) for f in stored)


async def save_frames(connection: AsyncConnection, person_id: int, stack: tuple[Frame, ...]) -> None:
    if not stack:
        await connection.execute(delete(dialogues).where(dialogues.c.person_id == person_id))
        return
    stored = [
        {"flow": f.flow, "step": f.step, "data": dict(f.data), "since": f.since.isoformat()} for f in stack
    ]
    await put(connection, dialogues, person_id=person_id, frames=stored)


def _is(key: bytes, account: Account) -> Any:
    found = lookup(key, account.platform, account.external_id)
    return (accounts.c.platform == account.platform) & (accounts.c.lookup == found)
