"""People and the accounts that they are met by; which events were seen; where each conversation stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Delete, Select, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from bot.core.conversation.flow import Frame
from bot.core.model.inputs import Account
from bot.core.model.person import Person
from bot.storage.engine.encrypted import Unreadable
from bot.storage.engine.lookup_keys import lookup
from bot.storage.engine.sql import insert_new, put
from bot.storage.history import among, numbers
from bot.storage.tables import accounts, dialogues, events, persons

PERSON_FIELDS = tuple(field.name for field in fields(Person) if field.name != "id")
_SEEN_AGAIN = timedelta(hours=1)  # `seen_at` is no finer than this


async def seen(connection: AsyncConnection, platform: str, event_id: str, now: datetime) -> bool:
    return not await insert_new(connection, events, platform=platform, event_id=event_id, seen_at=now)


async def person_of(
    connection: AsyncConnection, key: bytes, account: Account, now: datetime | None, *, locks: bool
) -> int | None:
    """See `Store.person_of`. `locks`: the person's row is held until the end of the transaction."""
    known = {"platform": account.platform, "found": lookup(key, account.platform, account.external_id)}
    row = (await connection.execute(_met(locks), known)).first()
    if row is None:
        return None
    if locks:
        await _refresh(connection, row, account)
        if now and abs(now - row.seen_at) >= _SEEN_AGAIN:
            await connection.execute(update(persons).where(persons.c.id == row.person_id).values(seen_at=now))
    return int(row.person_id)


@cache
def _met(locks: bool) -> Select[Any]:
    """Who has the account that the parameters `platform` and `found` name."""
    found = bindparam("found", type_=accounts.c.lookup.type)
    theirs = select(accounts, persons.c.seen_at).join(persons)
    theirs = theirs.where(accounts.c.platform == bindparam("platform"), accounts.c.lookup == found)
    return theirs.with_for_update(of=persons) if locks else theirs


async def _refresh(connection: AsyncConnection, row: Any, account: Account) -> None:
    """People change their names, and a channel is opened for them: what is empty tells nothing new. That the
    id is right, the keyed hash has shown: so one that cannot be read is put right."""
    told = {"external_id": account.external_id, "address": account.address, "name": account.name}
    changed = {name: value for name, value in told.items() if value and value != getattr(row, name)}
    if changed:
        await connection.execute(update(accounts).where(accounts.c.id == row.id).values(changed))


async def known(
    connection: AsyncConnection, key: bytes, account: Account, *, locks: bool
) -> tuple[int, str] | None:
    """See `Store.known`."""
    theirs = select(persons.c.id, persons.c.language).join(accounts)
    theirs = theirs.where(
        accounts.c.platform == account.platform,
        accounts.c.lookup == lookup(key, account.platform, account.external_id),
    )
    row = (await connection.execute(theirs.with_for_update(of=persons) if locks else theirs)).first()
    return (int(row.id), str(row.language)) if row else None


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
    return tuple(_account(row) for row in await connection.execute(statement))


def _account(row: Any) -> Account:
    return Account(row.platform, row.external_id, row.address, row.name)


async def homes(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, Account]:
    """See `Store.homes`."""
    dialect = connection.dialect.name
    rows = await connection.execute(_homes(dialect), numbers(dialect, ids))
    return {row.person_id: _account(row) for row in rows if _can_be_reached(row)}


def _can_be_reached(row: Any) -> bool:
    """Not where it cannot be read where messages go: they must not go elsewhere."""
    return bool(row.external_id) and not isinstance(row.address, Unreadable)


@cache
def _homes(dialect: str) -> Select[Any]:
    return select(accounts).where(among(dialect, accounts.c.person_id), accounts.c.preferred)


async def frames(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, tuple[Frame, ...]]:
    """See `Store.frames_of`."""
    dialect = connection.dialect.name
    rows = await connection.execute(_frames(dialect), numbers(dialect, ids))
    return {row.person_id: _stack(row.frames) for row in rows}


@cache
def _frames(dialect: str) -> Select[Any]:
    return select(dialogues).where(among(dialect, dialogues.c.person_id))


def _stack(stored: Any) -> tuple[Frame, ...]:
    """Empty where it cannot be read: the conversation begins anew."""
    try:
        return tuple(_frame(one) for one in stored)
    except (TypeError, ValueError, LookupError):
        return ()


def _frame(stored: Mapping[str, Any]) -> Frame:
    since = date.fromisoformat(stored["since"])
    return Frame(stored["flow"], stored["step"], stored["data"], since)


async def count_ignored(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, int]:
    """See `Store.count_ignored`."""
    dialect = connection.dialect.name
    rows = await connection.execute(_count(dialect), numbers(dialect, ids))
    return {row.id: row.ignored for row in rows}


@cache
def _count(dialect: str) -> ReturningUpdate[Any]:
    more = update(persons).where(among(dialect, persons.c.id)).values(ignored=persons.c.ignored + 1)
    return more.returning(persons.c.id, persons.c.ignored)


async def hold(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """See `Store.hold`."""
    dialect = connection.dialect.name
    await connection.execute(_hold(dialect), numbers(dialect, ids))


@cache
def _hold(dialect: str) -> Select[Any]:
    mine = select(persons.c.id).where(among(dialect, persons.c.id)).order_by(persons.c.id)
    return mine.with_for_update()


async def save_frames(connection: AsyncConnection, stacks: Mapping[int, tuple[Frame, ...]]) -> None:
    """See `Store.save_stacks`."""
    dialect = connection.dialect.name
    if empty := [person_id for person_id, stack in stacks.items() if not stack]:
        await connection.execute(_forget(dialect), numbers(dialect, empty))
    stored = [{"person_id": i, "frames": [_plain(f) for f in stack]} for i, stack in stacks.items() if stack]
    if stored:
        await put(connection, dialogues, *stored)


@cache
def _forget(dialect: str) -> Delete:
    return delete(dialogues).where(among(dialect, dialogues.c.person_id))


def _plain(frame: Frame) -> dict[str, Any]:
    since = frame.since.isoformat()
    return {"flow": frame.flow, "step": frame.step, "data": dict(frame.data), "since": since}
