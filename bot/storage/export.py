"""Everything that is stored of a person, as a person can read it: values of JSON, with ISO 8601 dates.

A part that cannot be read is left out and listed under UNREADABLE, with its table, its column and, if it has
one, its day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, Table, exc, select

from bot.core.model.inputs import Account
from bot.storage.accounts import accounts, joined
from bot.storage.conversations import dialogues
from bot.storage.engine.errors import StorageBroken, translate
from bot.storage.engine.repository import Repository
from bot.storage.engine.types import UnreadableCell
from bot.storage.joins import Joins
from bot.storage.journal import asked, journal
from bot.storage.links import links
from bot.storage.missed_lines import missed_lines
from bot.storage.moments import swaps, tried_exercises
from bot.storage.nudges import nudges
from bot.storage.parts import Parts
from bot.storage.people import persons
from bot.storage.plans import days, decisions, enrolments, entries
from bot.storage.quotes import OfferedQuotes
from bot.storage.shown_questions import shown_questions

KEPT = "kept_from_before_joining"
UNREADABLE = "unreadable"

# Row numbers, and the hash that an account is found by, say nothing about the person.
_HIDDEN = frozenset(
    {"id", "person_id", "account_id", "enrolment_id", "lookup", "next_at", "claimed_by", "code", "taken_by"}
)


@dataclass
class Exports(Repository):
    """The export of a person."""

    joins: Joins
    parts: Parts
    quotes: OfferedQuotes

    async def of_person(self, person_id: int, account: Account | None = None) -> dict[str, Any]:
        """Everything that is stored of a person, ready for JSON. `account`: with what this account's side
        brought into a join, as long as it is kept. Raises LookupError for a number of nobody."""
        everything = await self._everything(person_id)
        kept = await self.joins.kept_of(account) if account else None
        if kept is not None:
            everything[KEPT] = await self._everything(kept)
        unreadable = list(_take_unreadable(everything))
        return everything | ({UNREADABLE: unreadable} if unreadable else {})

    async def _everything(self, person_id: int) -> dict[str, Any]:
        known = select(persons.c.id).where(persons.c.id == person_id)
        if await self.connection.scalar(known) is None:
            raise LookupError(f"no person {person_id}")
        parts: dict[str, Awaitable[Any]] = {
            "person": self._person(person_id),
            "accounts": self._accounts(person_id),
            "plans": self._plans(person_id),
            "days": self._rows_of(days, person_id),
            "journal": self._rows_of(journal, person_id),
            "things_to_do_instead": self._rows_of(swaps, person_id),
            "exercises_tried": self._rows_of(tried_exercises, person_id),
            "questions_in_chats": self._questions(person_id),
            "lines_not_understood": self._rows_of(missed_lines, person_id),
            "communities": self.parts.of_person(person_id),
            "quoted_in": self.quotes.quoted_in(person_id),
            "not_quoted_in": self.quotes.blocked_in(person_id),
            "code_to_join": self._rows_of(links, person_id),
            "prompts_asked": self._rows_of(asked, person_id),
            "messages_of_the_coach": self._rows_of(nudges, person_id),
            "conversation": self._conversation(person_id),
        }
        return {name: await _part(name, read) for name, read in parts.items()}

    async def _person(self, person_id: int) -> dict[str, Any]:
        return _readable((await self._rows(select(persons).where(persons.c.id == person_id)))[0])

    async def _conversation(self, person_id: int) -> Any:
        theirs = select(dialogues.c.frames).where(dialogues.c.person_id == person_id)
        frames = await self.connection.scalar(theirs)
        return [] if frames is None else frames

    async def _accounts(self, person_id: int) -> list[dict[str, Any]]:
        """The accounts; a joined one with the moment of the join as "joined"."""
        theirs = select(accounts, joined.c.since.label("joined")).outerjoin(joined)
        theirs = theirs.where(accounts.c.person_id == person_id).order_by(accounts.c.id)
        rows = [_readable(row) for row in await self._rows(theirs)]
        return [
            {name: value for name, value in row.items() if (name, value) != ("joined", None)} for row in rows
        ]

    async def _questions(self, person_id: int) -> list[dict[str, Any]]:
        """The messages that put a question of the check-in, each with its platform."""
        theirs = select(accounts.c.platform, shown_questions).join(accounts)
        theirs = theirs.where(accounts.c.person_id == person_id).order_by(*shown_questions.primary_key)
        return [_readable(row) for row in await self._rows(theirs)]

    async def _plans(self, person_id: int) -> list[dict[str, Any]]:
        theirs = select(enrolments).where(enrolments.c.person_id == person_id).order_by(enrolments.c.id)
        plans = {row["id"]: _readable(row) for row in await self._rows(theirs)}
        for name, table in (("entries", entries), ("decisions", decisions)):
            for plan in plans.values():
                plan[name] = []
            about = select(table).where(table.c.enrolment_id.in_(plans)).order_by(table.c.day)
            for row in await self._rows(about):
                plans[row["enrolment_id"]][name].append(_readable(row))
        return list(plans.values())

    async def _rows_of(self, table: Table, person_id: int) -> list[dict[str, Any]]:
        theirs = select(table).where(table.c.person_id == person_id).order_by(*table.primary_key)
        return [_readable(row) for row in await self._rows(theirs)]

    async def _rows(self, statement: Select[Any]) -> list[Mapping[str, Any]]:
        return list((await self.connection.execute(statement)).mappings())


async def _part(name: str, read: Awaitable[Any]) -> Any:
    """A part of the export, or an unreadable cell if its rows cannot be read at all: on a damaged page of the
    file, or with a value that its column does not allow."""
    try:
        return await read
    except (LookupError, TypeError, ValueError):
        return UnreadableCell.at(name, b"")
    except exc.SQLAlchemyError as error:
        if isinstance(translate(error), StorageBroken):
            return UnreadableCell.at(name, b"")
        raise


def _take_unreadable(tree: Any) -> Iterator[dict[str, Any]]:
    """Replace the unreadable cells of the tree by None, and yield a description of each."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, value in list(pairs):
        if isinstance(value, UnreadableCell):
            tree[name] = None
            table, _, column = value.place.partition(".")
            day = tree.get("day") or tree.get("week") if isinstance(tree, dict) else None
            described = {"table": table, "column": column or None, "day": day}
            yield {name: one for name, one in described.items() if one}
        else:
            yield from _take_unreadable(value)


def _readable(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items() if name not in _HIDDEN}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_readable(asdict(span)) for span in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value
