"""Reading a journal, of which a turn gets only what it needs: the lines of late, a page, a search's page.

A page is found by the index alone, so ten thousand lines cost as much as ten. A search opens every line, off
the event loop, and never inside a transaction that writes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import LargeBinary, Row, Select, func, select, tuple_, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.journal.pages import fold
from bot.core.model.journal import JournalEntry, JournalPosition, JournalQuery
from bot.core.model.limits import Stored
from bot.storage import tables as t
from bot.storage.engine.encrypted import Unreadable, opened
from bot.storage.history import among, numbers

RECENT = timedelta(days=62)  # a day or two more than a summary looks back: local days differ
MOST_RECENT = 2000  # lines of late, of one person

_J = t.journal.c
_order = tuple_(_J.day, _J.id)
JournalPart = tuple[tuple[JournalEntry, ...], JournalPosition | None]
Place = tuple[date, int]  # day and id: the order of a journal


async def recent(
    connection: AsyncConnection, ids: Sequence[int], today: date
) -> dict[int, tuple[JournalEntry, ...]]:
    """The lines of the last two months of each of these people, newest first. One that cannot be read is left
    out: nothing is made of it, and nothing is put in its place."""
    dialect = connection.dialect.name
    lines = select(t.journal).where(among(dialect, _J.person_id), _J.day >= today - RECENT)
    lines = lines.order_by(_J.day.desc(), _J.id.desc()).limit(MOST_RECENT * len(ids))
    found: dict[int, list[JournalEntry]] = {}
    for row in await connection.execute(lines, numbers(dialect, ids)):
        if not isinstance(row.text, Unreadable):
            found.setdefault(row.person_id, []).append(_written(row))
    return {person_id: tuple(lines) for person_id, lines in found.items()}


async def look(connection: AsyncConnection, person_id: int, query: JournalQuery) -> JournalPart:
    """One page with its neighbours, of the whole journal or of what a search finds."""
    total = await connection.scalar(_count(person_id)) or 0
    if not query.needle:
        return await _page(connection, person_id, query.at, total)
    places = await _holding(connection, person_id, query.needle)
    return await _page_of(connection, person_id, places, query.at, total)


async def stored_about(connection: AsyncConnection, person_id: int, day: date) -> Stored:
    """How much the journal holds about one day."""
    size = func.coalesce(func.sum(func.length(type_coerce(_J.text, LargeBinary))), 0)
    lines = select(func.count(), size).where(_J.person_id == person_id, _J.day == day)
    counted = (await connection.execute(lines)).one()
    return Stored(int(counted[0]), int(counted[1]))


def _count(person_id: int) -> Select[Any]:
    return select(func.count()).select_from(t.journal).where(_J.person_id == person_id)


async def _page(connection: AsyncConnection, person_id: int, at: int | None, total: int) -> JournalPart:
    mine = select(t.journal).where(_J.person_id == person_id)
    newest, oldest = mine.order_by(_J.day.desc(), _J.id.desc()), mine.order_by(_J.day, _J.id)
    row = None
    if at is not None:
        near = mine.where(_J.id <= at).order_by(_J.id.desc())
        row = (await connection.execute(near.limit(1))).first()
        row = row or (await connection.execute(oldest.limit(1))).first()
    else:
        row = (await connection.execute(newest.limit(1))).first()
    if row is None:
        return (), JournalPosition(0, total, total)
    newer = (await connection.execute(oldest.where(_order > _place(row)).limit(1))).first()
    older = (await connection.execute(newest.where(_order < _place(row)).limit(1))).first()
    above = await connection.scalar(_count(person_id).where(_order > _place(row))) or 0
    lines = tuple(_written(one) for one in (newer, row, older) if one is not None)
    return lines, JournalPosition(max(above - 1, 0), total, total)


def _place(row: Row[Any]) -> Any:
    return tuple_(type_coerce(row.day, _J.day.type), type_coerce(row.id, _J.id.type))


async def _holding(connection: AsyncConnection, person_id: int, needle: str) -> list[Place]:
    """Where the lines are that hold a needle, newest first."""
    sealed = type_coerce(_J.text, LargeBinary).label("sealed")
    rows = await connection.execute(
        select(_J.day, _J.id, sealed).where(_J.person_id == person_id).order_by(_J.day.desc(), _J.id.desc())
    )
    dialect, place = connection.dialect, f"{t.journal.name}.{_J.text.name}"

    def hold() -> list[Place]:
        return [(row.day, row.id) for row in found if needle in fold(opened(row.sealed, dialect, place))]

    found = rows.all()
    return await asyncio.to_thread(hold)


async def _page_of(
    connection: AsyncConnection, person_id: int, places: list[Place], at: int | None, total: int
) -> JournalPart:
    if not places:
        return (), JournalPosition(0, 0, total)
    numbers_ = [number for _, number in places]
    near = max((n for n in numbers_ if at is not None and n <= at), default=numbers_[-1])
    index = numbers_.index(near) if at is not None else 0
    first = max(index - 1, 0)
    wanted = numbers_[first : index + 2]
    lines = select(t.journal).where(_J.person_id == person_id, _J.id.in_(wanted))
    rows = await connection.execute(lines.order_by(_J.day.desc(), _J.id.desc()))
    return tuple(_written(row) for row in rows), JournalPosition(first, len(places), total)


def _written(row: Row[Any]) -> JournalEntry:
    return JournalEntry(row.id, row.day, row.prompt, row.text)
