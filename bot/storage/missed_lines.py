"""Lines that were not understood: the words of people who agreed to that, for a time, and counts without
anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Column, ColumnElement, Date, Integer, String, Table, delete, func, insert, select

from bot.core.model.effects import NoteMissedLine
from bot.core.model.limits import MISSED_LINES_A_DAY
from bot.core.model.reading import Asked
from bot.storage.accounts import accounts
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import upsert
from bot.storage.engine.types import EncryptedText, UnreadableCell, belongs_to, metadata, row_number
from bot.storage.people import persons

missed_lines = Table(
    "missed_lines",
    metadata,
    row_number(),
    belongs_to("person_id", "persons", index=True),
    Column("language", String(16), nullable=False),
    Column("asked", String(16), nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("text", EncryptedText, nullable=False),
    sqlite_autoincrement=True,
)

# `lines`: how many were not understood on a day, of all people with a language.
missed_counts = Table(
    "missed_counts",
    metadata,
    Column("language", String(16), primary_key=True),
    Column("asked", String(16), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("lines", Integer, nullable=False),
    sqlite_with_rowid=False,
)

COUNTS_KEPT = timedelta(days=366)  # after their day
_L, _N = missed_lines.c, missed_counts.c


@dataclass(frozen=True, slots=True)
class MissedLine:
    """A kept line. `text`: None where it cannot be read. `names`: what its writer is called, to be hidden."""

    language: str
    asked: str
    text: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissedCount:
    """How many lines were not understood on a day."""

    language: str
    asked: str
    day: date
    lines: int


class MissedLines(Repository):
    """The kept lines and the counts."""

    async def note(self, person_id: int, missed: NoteMissedLine) -> None:
        """Count a line, and keep its words if the effect has them and the person's day has room."""
        where = {"language": missed.language, "asked": missed.asked.value, "day": missed.day}
        new = upsert(missed_counts).values(**where, lines=1)
        more = {"lines": _N.lines + 1}
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=["language", "asked", "day"], set_=more)
        )
        if not missed.line:
            return
        mine = (_L.person_id == person_id) & (_L.day == missed.day)
        kept = await self.connection.scalar(select(func.count()).select_from(missed_lines).where(mine))
        if (kept or 0) < MISSED_LINES_A_DAY:
            values = {**where, "person_id": person_id, "text": missed.line}
            await self.connection.execute(insert(missed_lines), values)

    async def forget(self, person_id: int) -> None:
        """Delete the kept lines of a person."""
        await self.connection.execute(delete(missed_lines).where(_L.person_id == person_id))

    async def kept(self, language: str = "", asked: Asked | None = None) -> list[MissedLine]:
        """The kept lines of all people. `language`, `asked`: only those."""
        some = select(missed_lines).where(*_only(missed_lines, language, asked))
        found = list(await self.connection.execute(some))
        names = await self._names()
        return [
            MissedLine(row.language, row.asked, _readable(row.text), tuple(names.get(row.person_id, ())))
            for row in found
        ]

    async def _names(self) -> dict[int, set[str]]:
        """The names of those whose lines are kept, as they and their platforms spell them."""
        writers = select(_L.person_id)
        found: dict[int, set[str]] = {}
        own = select(persons.c.id.label("person_id"), persons.c.name).where(persons.c.id.in_(writers))
        theirs = select(accounts.c.person_id, accounts.c.name).where(accounts.c.person_id.in_(writers))
        for statement in (own, theirs):
            for row in await self.connection.execute(statement):
                found.setdefault(row.person_id, set()).update(filter(None, (row.name,)))
        return found

    async def counts(self, language: str = "", asked: Asked | None = None) -> list[MissedCount]:
        """The counts, by language, open question and day. `language`, `asked`: only those."""
        some = select(missed_counts).where(*_only(missed_counts, language, asked))
        rows = await self.connection.execute(some.order_by(*missed_counts.primary_key))
        return [MissedCount(row.language, row.asked, row.day, row.lines) for row in rows]


def _only(table: Table, language: str, asked: Asked | None) -> list[ColumnElement[bool]]:
    wanted = {"language": language, "asked": asked.value if asked else ""}
    return [table.c[name] == value for name, value in wanted.items() if value]


def _readable(text: str) -> str | None:
    return None if isinstance(text, UnreadableCell) else text
