"""Messages of the coach's own accord that are due: claimed by one process, sent or not, closed.

A claim is a lease: a process that dies in mid-send keeps its rows until the lease ends, then another takes
them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Table,
    and_,
    bindparam,
    delete,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model.nudge import NudgeKind
from bot.storage import join_copies, links, notices
from bot.storage.engine.encrypted import Moment
from bot.storage.history import among, numbers
from bot.storage.tables import NudgeState, accounts, events, nudges, persons

EVENTS_KEPT, NUDGES_KEPT = timedelta(days=3), timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ClaimedNudge:
    """A nudge that this process has to send. `attempts`: how often it was claimed, this time included."""

    id: int
    person_id: int
    kind: NudgeKind
    day: date
    due_at: datetime
    attempts: int


async def claim(
    connection: AsyncConnection,
    now: datetime,
    *,
    limit: int,
    lease: timedelta,
    by: str,
    platforms: Collection[str] | None,
    person_id: int | None,
) -> list[ClaimedNudge]:
    """See `Store.claim`."""
    # Who is just talking to the coach holds their row: they are passed over until the next time. Nobody who
    # claims waits for anybody, so no two can wait for each other. (SQLite has one writer at a time.)
    picked = (
        select(nudges.c.id)
        .join(persons, persons.c.id == nudges.c.person_id)
        .where(nudges.c.next_at <= now, *_whose(platforms, person_id))
        .order_by(nudges.c.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=(nudges, persons))
    )
    if connection.dialect.name == "postgresql":  # a plain subquery may be run anew for each row
        picked = select(picked.cte("picked").prefix_with("MATERIALIZED").c.id)
    values = {"state": NudgeState.CLAIMED, "claimed_by": by, "next_at": now + lease}
    taken = update(nudges).where(nudges.c.id.in_(picked)).values(**values, attempts=nudges.c.attempts + 1)
    columns = [nudges.c[name] for name in ClaimedNudge.__slots__]
    rows = await connection.execute(taken.returning(*columns))
    return sorted((ClaimedNudge(*row) for row in rows), key=lambda nudge: (nudge.due_at, nudge.id))


def _whose(platforms: Collection[str] | None, person_id: int | None) -> list[ColumnElement[bool]]:
    """Only people who are met, by choice, on these platforms; only this person."""
    where: list[ColumnElement[bool]] = []
    if platforms is not None:
        met = (accounts.c.person_id == nudges.c.person_id) & accounts.c.preferred
        where.append(select(accounts.c.id).where(met, accounts.c.platform.in_(platforms)).exists())
    if person_id is not None:
        where.append(nudges.c.person_id == person_id)
    return where


async def mark(
    connection: AsyncConnection, by: str, states: Mapping[int, NudgeState], now: datetime
) -> frozenset[int]:
    """See `Store.mark`."""
    if {NudgeState.DUE, NudgeState.CLAIMED} & set(states.values()):
        raise ValueError("mark closes a nudge; release gives it back")
    dialect = connection.dialect.name
    closed: set[int] = set()
    for state in dict.fromkeys(states.values()):
        given = numbers(dialect, [number for number, end in states.items() if end is state])
        arrived = now if state in (NudgeState.SENT, NudgeState.UNKNOWN) else None
        given |= {"by": by, "to": state, "arrived": arrived}
        closed |= set(await connection.scalars(_mark(dialect), given))
    return frozenset(closed)


@cache
def _mark(dialect: str) -> Any:
    values = {
        "state": bindparam("to", type_=nudges.c.state.type), "next_at": None, "claimed_by": None,
        "sent_at": bindparam("arrived", type_=Moment),
    }  # fmt: skip
    held = update(nudges).where(among(dialect, nudges.c.id), *_HELD).values(values)
    return held.returning(nudges.c.id)


async def release(connection: AsyncConnection, by: str, again_at: Mapping[int, datetime]) -> None:
    """See `Store.release`."""
    if again_at:
        given = [{"number": number, "by": by, "at": at} for number, at in again_at.items()]
        await connection.execute(_RELEASE, given)


async def renew(
    connection: AsyncConnection, by: str, ids: Collection[int], until: datetime
) -> frozenset[int]:
    """See `Store.renew`."""
    given = numbers(connection.dialect.name, list(ids)) | {"by": by, "at": until}
    return frozenset(await connection.scalars(_renew(connection.dialect.name), given))


@cache
def _renew(dialect: str) -> Any:
    held = update(nudges).where(among(dialect, nudges.c.id), *_HELD).values(next_at=_AT)
    return held.returning(nudges.c.id)


_AT = bindparam("at", type_=Moment)
_HELD = (nudges.c.state == NudgeState.CLAIMED, nudges.c.claimed_by == bindparam("by"))
_RELEASE = update(nudges).where(nudges.c.id == bindparam("number"), *_HELD)
_RELEASE = _RELEASE.values(state=NudgeState.DUE, next_at=_AT, claimed_by=None)


async def next_due(
    connection: AsyncConnection, platforms: Collection[str] | None, person_id: int | None
) -> datetime | None:
    statement = (
        select(nudges.c.next_at)
        .where(nudges.c.next_at.is_not(None), *_whose(platforms, person_id))
        .order_by(nudges.c.next_at)
        .limit(1)
    )
    moment: datetime | None = await connection.scalar(statement)
    return moment


async def clean(connection: AsyncConnection, now: datetime, limit: int | None) -> int:
    """See `Store.clean`."""
    closed = and_(nudges.c.next_at.is_(None), nudges.c.due_at < now - NUDGES_KEPT)
    return sum(
        [
            await _forget(connection, events, events.c.seen_at < now - EVENTS_KEPT, limit),
            await _forget(connection, nudges, closed, limit),
            await join_copies.forget_old(connection, now),
            await links.forget(connection, now),
            await notices.forget(connection, now),
        ]
    )


async def _forget(
    connection: AsyncConnection, table: Table, where: ColumnElement[bool], limit: int | None
) -> int:
    key = tuple_(*table.primary_key)
    some = select(*table.primary_key).where(where).limit(limit)
    return (await connection.execute(delete(table).where(key.in_(some)))).rowcount
