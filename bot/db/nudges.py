"""Messages of the coach's own accord, as rows: planned, claimed by one process, sent or not, closed.

Unique (person, kind, local day): a second one of the same slot cannot exist. A claim is a lease: a process
that dies in mid-send keeps its rows until the lease ends, then another takes them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Table, Update, and_, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import Kind
from bot.db.sql import insert_into
from bot.db.tables import NudgeState, accounts, events, nudges

EVENTS_KEPT, NUDGES_KEPT = timedelta(days=3), timedelta(days=60)
Slot: TypeAlias = tuple[Kind, date, datetime]
"""Why, for which local day, and when it is due."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A nudge that this process has to send. `attempts`: how often it was claimed, this time included."""

    id: int
    person_id: int
    kind: Kind
    day: date
    due_at: datetime
    attempts: int


async def planned(connection: AsyncConnection, person_id: int) -> tuple[Slot, ...]:
    """See `Store.planned`."""
    return tuple((row.kind, row.day, row.due_at) for row in await _pending(connection, person_id))


async def _pending(connection: AsyncConnection, person_id: int) -> list[Any]:
    statement = (
        select(nudges)
        .where(nudges.c.person_id == person_id, nudges.c.state == NudgeState.DUE)
        .order_by(nudges.c.due_at, nudges.c.id)
    )
    return list(await connection.execute(statement))


async def replan(connection: AsyncConnection, person_id: int, wanted: Iterable[Slot]) -> None:
    """See `Store.replan`."""
    slots = {(kind, day): at for kind, day, at in wanted}
    there = {(row.kind, row.day): row for row in await _pending(connection, person_id)}
    if gone := [row.id for slot, row in there.items() if slot not in slots]:
        await connection.execute(delete(nudges).where(nudges.c.id.in_(gone), _DUE))
    for slot, at in slots.items():
        if slot not in there:
            await _plan(connection, person_id, *slot, at, reopens=())
        elif there[slot].due_at != at:
            moved = update(nudges).where(nudges.c.id == there[slot].id, _DUE)
            await connection.execute(moved.values(due_at=at, next_at=at, attempts=0))


_DUE = nudges.c.state == NudgeState.DUE


async def later(connection: AsyncConnection, person_id: int, day: date, at: datetime) -> None:
    """Ask again at `at`: a pending one moves, one that was never delivered is given another chance."""
    reopens = (NudgeState.DUE, NudgeState.DROPPED, NudgeState.REFUSED)
    await _plan(connection, person_id, Kind.LATER, day, at, reopens=reopens)


async def _plan(
    connection: AsyncConnection,
    person_id: int,
    kind: Kind,
    day: date,
    at: datetime,
    *,
    reopens: Collection[NudgeState],
) -> None:
    due = {"due_at": at, "next_at": at, "state": NudgeState.DUE, "claimed_by": None, "attempts": 0}
    statement = insert_into(connection, nudges).values(person_id=person_id, kind=kind, day=day, **due)
    again = nudges.c.state.in_(reopens)
    slot = ["person_id", "kind", "day"]
    await connection.execute(statement.on_conflict_do_update(index_elements=slot, set_=due, where=again))


async def claim(
    connection: AsyncConnection,
    now: datetime,
    *,
    limit: int,
    lease: timedelta,
    by: str,
    platforms: Collection[str] | None,
    person_id: int | None,
) -> list[Claimed]:
    """See `Store.claim`."""
    picked = (
        select(nudges.c.id)
        .where(nudges.c.next_at <= now, *_whose(platforms, person_id))
        .order_by(nudges.c.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=nudges)  # SQLite has no such thing, and one writer at a time
    )
    if connection.dialect.name == "postgresql":  # a plain subquery may be run anew for each row
        picked = select(picked.cte("picked").prefix_with("MATERIALIZED").c.id)
    values = {"state": NudgeState.CLAIMED, "claimed_by": by, "next_at": now + lease}
    taken = update(nudges).where(nudges.c.id.in_(picked)).values(**values, attempts=nudges.c.attempts + 1)
    columns = [nudges.c[name] for name in Claimed.__slots__]
    rows = await connection.execute(taken.returning(*columns))
    return sorted((Claimed(*row) for row in rows), key=lambda nudge: (nudge.due_at, nudge.id))


def _whose(platforms: Collection[str] | None, person_id: int | None) -> list[ColumnElement[bool]]:
    """Only people who are met, by choice, on these platforms; only this person."""
    where: list[ColumnElement[bool]] = []
    if platforms is not None:
        met = (accounts.c.person_id == nudges.c.person_id) & accounts.c.preferred
        where.append(select(accounts.c.id).where(met, accounts.c.platform.in_(platforms)).exists())
    if person_id is not None:
        where.append(nudges.c.person_id == person_id)
    return where


async def mark(connection: AsyncConnection, number: int, by: str, state: NudgeState, now: datetime) -> bool:
    """See `Store.mark`."""
    if state in (NudgeState.DUE, NudgeState.CLAIMED):
        raise ValueError("mark closes a nudge; release gives it back")
    arrived = now if state in (NudgeState.SENT, NudgeState.UNKNOWN) else None
    closed = _held(number, by).values(state=state, next_at=None, claimed_by=None, sent_at=arrived)
    return (await connection.execute(closed)).rowcount == 1


async def release(connection: AsyncConnection, number: int, by: str, again_at: datetime) -> bool:
    """See `Store.release`."""
    given_back = _held(number, by).values(state=NudgeState.DUE, next_at=again_at, claimed_by=None)
    return (await connection.execute(given_back)).rowcount == 1


def _held(number: int, by: str) -> Update:
    """The nudge, if it is still this process's."""
    held = (nudges.c.state == NudgeState.CLAIMED) & (nudges.c.claimed_by == by)
    return update(nudges).where(nudges.c.id == number, held)


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
        ]
    )


async def _forget(
    connection: AsyncConnection, table: Table, where: ColumnElement[bool], limit: int | None
) -> int:
    key = tuple_(*table.primary_key)
    some = select(*table.primary_key).where(where).limit(limit)
    return (await connection.execute(delete(table).where(key.in_(some)))).rowcount
