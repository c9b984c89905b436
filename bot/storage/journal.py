"""The journal, of which a turn reads only what it needs: recent lines, one page, or one page of a search.

A page is found by the index, so ten thousand lines cost as much as ten. A search decrypts every line, outside
the event loop and never inside a writing transaction.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    Row,
    Select,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    tuple_,
    type_coerce,
)

from bot.core.journal.pages import fold
from bot.core.model.effects import AddJournalEntry
from bot.core.model.journal import JournalEntry, JournalPosition, JournalQuery
from bot.core.model.limits import Stored
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in, upsert
from bot.storage.engine.types import (
    EncryptedText,
    UnreadableCell,
    belongs_to,
    decrypt_text,
    metadata,
    row_number,
)

journal = Table(
    "journal",
    metadata,
    row_number(),
    belongs_to("person_id", "persons"),
    Column("day", Date, nullable=False),
    Column("prompt", String(64), nullable=False),
    Column("text", EncryptedText, nullable=False),
    Index(None, "person_id", "day"),
    sqlite_autoincrement=True,
)

asked = Table(
    "asked",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("prompt", String(64), primary_key=True),
    Column("times", Integer, nullable=False),
    Column("last_day", Date, nullable=False),
    sqlite_with_rowid=False,
)

RECENT = timedelta(days=62)  # a day or two more than a summary looks back, because local days differ
MAX_RECENT_LINES = 2000  # recent lines that are read of one person

JournalPart: TypeAlias = tuple[tuple[JournalEntry, ...], JournalPosition | None]
"""Lines, newest first, and where they stand among all lines."""

Place: TypeAlias = tuple[date, int]
"""The day and number of a line: the order of a journal."""

_J = journal.c
_order = tuple_(_J.day, _J.id)
_RECENT = select(journal).where(ids_in(_J.person_id), _J.day >= bindparam("first_day"))
_RECENT = _RECENT.order_by(_J.day.desc(), _J.id.desc()).limit(bindparam("most", type_=Integer))


class Journal(Repository):
    """The lines of journals, and the prompts that were asked."""

    async def recent(self, ids: Sequence[int], today: date) -> dict[int, tuple[JournalEntry, ...]]:
        """The lines of the last two months of each of these people, newest first. Unreadable lines are left
        out."""
        given = {"ids": list(ids), "first_day": today - RECENT, "most": MAX_RECENT_LINES * len(ids)}
        found: dict[int, list[JournalEntry]] = {}
        for row in await self.connection.execute(_RECENT, given):
            if not isinstance(row.text, UnreadableCell):
                found.setdefault(row.person_id, []).append(_line(row))
        return {person_id: tuple(lines) for person_id, lines in found.items()}

    async def page(self, person_id: int, query: JournalQuery) -> JournalPart:
        """A line with its two neighbours, of the whole journal or of the lines that a search finds."""
        total = await self.connection.scalar(_count(person_id)) or 0
        if not query.needle:
            return await self._page(person_id, query.at, total)
        places = await self._search(person_id, query.needle)
        return await self._found_page(person_id, places, query.at, total)

    async def stored_on(self, person_id: int, day: date) -> Stored:
        """How much the journal holds about one local day."""
        size = func.coalesce(func.sum(func.length(type_coerce(_J.text, LargeBinary))), 0)
        lines = select(func.count(), size).where(_J.person_id == person_id, _J.day == day)
        counted = (await self.connection.execute(lines)).one()
        return Stored(int(counted[0]), int(counted[1]))

    async def add(self, person_id: int, line: AddJournalEntry) -> None:
        values = {"person_id": person_id, "day": line.day, "prompt": line.prompt, "text": line.text}
        await self.connection.execute(insert(journal), values)

    async def delete(self, person_id: int, number: int) -> None:
        """Delete one line. A number that is not a line of this person changes nothing."""
        await self.connection.execute(delete(journal).where(_J.id == number, _J.person_id == person_id))

    async def count_asked(self, person_id: int, prompt: str, day: date) -> None:
        """Count that a prompt was asked on a local day."""
        new = upsert(asked).values(person_id=person_id, prompt=prompt, times=1, last_day=day)
        again = {"times": asked.c.times + 1, "last_day": day}
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=["person_id", "prompt"], set_=again)
        )

    async def _page(self, person_id: int, at: int | None, total: int) -> JournalPart:
        mine = select(journal).where(_J.person_id == person_id)
        newest, oldest = mine.order_by(_J.day.desc(), _J.id.desc()), mine.order_by(_J.day, _J.id)
        if at is None:
            row = await self._first(newest)
        else:
            near = mine.where(_J.id <= at).order_by(_J.id.desc())
            row = await self._first(near) or await self._first(oldest)
        if row is None:
            return (), JournalPosition(0, total, total)
        newer = await self._first(oldest.where(_order > _place(row)))
        older = await self._first(newest.where(_order < _place(row)))
        above = await self.connection.scalar(_count(person_id).where(_order > _place(row))) or 0
        lines = tuple(_line(one) for one in (newer, row, older) if one is not None)
        return lines, JournalPosition(max(above - 1, 0), total, total)

    async def _first(self, statement: Select[Any]) -> Row[Any] | None:
        row: Row[Any] | None = (await self.connection.execute(statement.limit(1))).first()
        return row

    async def _search(self, person_id: int, needle: str) -> list[Place]:
        """The places of the lines that contain a needle, newest first."""
        encrypted = type_coerce(_J.text, LargeBinary).label("encrypted")
        lines = select(_J.day, _J.id, encrypted).where(_J.person_id == person_id)
        rows = (await self.connection.execute(lines.order_by(_J.day.desc(), _J.id.desc()))).all()
        dialect, place = self.connection.dialect, f"{journal.name}.{_J.text.name}"

        def search() -> list[Place]:
            return [
                (row.day, row.id)
                for row in rows
                if needle in fold(decrypt_text(row.encrypted, dialect, place))
            ]

        return await asyncio.to_thread(search)

    async def _found_page(
        self, person_id: int, places: list[Place], at: int | None, total: int
    ) -> JournalPart:
        if not places:
            return (), JournalPosition(0, 0, total)
        numbers = [number for _, number in places]
        near = max((n for n in numbers if at is not None and n <= at), default=numbers[-1])
        index = numbers.index(near) if at is not None else 0
        first = max(index - 1, 0)
        lines = select(journal).where(_J.person_id == person_id, _J.id.in_(numbers[first : index + 2]))
        rows = await self.connection.execute(lines.order_by(_J.day.desc(), _J.id.desc()))
        return tuple(_line(row) for row in rows), JournalPosition(first, len(places), total)


def _count(person_id: int) -> Select[Any]:
    return select(func.count()).select_from(journal).where(_J.person_id == person_id)


def _place(row: Row[Any]) -> Any:
    return tuple_(type_coerce(row.day, _J.day.type), type_coerce(row.id, _J.id.type))


def _line(row: Row[Any]) -> JournalEntry:
    return JournalEntry(row.id, row.day, row.prompt, row.text)
