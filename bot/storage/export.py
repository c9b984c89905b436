"""Everything that is stored of a person, in words that a person can read: what JSON can hold, ISO dates.

What cannot be read is left out, and listed as "unreadable", with its table, its column and, where it has one,
its day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, Table, exc, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import communities
from bot.storage import tables as t
from bot.storage.engine.encrypted import Unreadable
from bot.storage.engine.errors import StorageBroken, translated
from bot.storage.link_tables import joined, links

KEPT = "kept_from_before_joining"
UNREADABLE = "unreadable"

# Numbers of rows, and the hash that an account is found by, say nothing of the person.
_INNER = frozenset({"id", "person_id", "enrolment_id", "lookup", "next_at", "claimed_by", "code", "taken_by"})


async def export(
    connection: AsyncConnection, key: bytes, person_id: int, kept: int | None = None
) -> dict[str, Any]:
    """See `Store.export`. `kept`: the number of what this side brought into a join."""
    everything = await _everything(connection, key, person_id)
    if kept is not None:
        everything[KEPT] = await _everything(connection, key, kept)
    left_out = list(_left_out(everything))
    return everything | ({UNREADABLE: left_out} if left_out else {})


async def _everything(connection: AsyncConnection, key: bytes, person_id: int) -> dict[str, Any]:
    if await connection.scalar(select(t.persons.c.id).where(t.persons.c.id == person_id)) is None:
        raise LookupError(f"no person {person_id}")
    parts: dict[str, Awaitable[Any]] = {
        "person": _person(connection, person_id),
        "accounts": _accounts(connection, person_id),
        "plans": _plans(connection, person_id),
        "days": _of(connection, t.days, person_id),
        "journal": _of(connection, t.journal, person_id),
        "communities": communities.told(connection, person_id),
        "quoted_in": communities.quoted(connection, person_id),
        "not_quoted_in": communities.not_quoted(connection, key, person_id),
        "code_to_join": _of(connection, links, person_id),
        "prompts_asked": _of(connection, t.asked, person_id),
        "messages_of_the_coach": _of(connection, t.nudges, person_id),
        "conversation": _conversation(connection, person_id),
    }
    return {name: await _part(name, read) for name, read in parts.items()}


async def _part(name: str, read: Awaitable[Any]) -> Any:
    """A part of it. Where its rows cannot be read at all (a damaged page of the file, a value that is none of
    its column's), this part is left out."""
    try:
        return await read
    except (LookupError, TypeError, ValueError):
        return Unreadable.at(name, b"")
    except exc.SQLAlchemyError as error:
        if isinstance(translated(error), StorageBroken):
            return Unreadable.at(name, b"")
        raise


def _left_out(tree: Any) -> Iterator[dict[str, Any]]:
    """What is unreadable in there; None takes its place."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, value in list(pairs):
        if isinstance(value, Unreadable):
            tree[name] = None
            table, _, column = value.place.partition(".")
            day = tree.get("day") or tree.get("week") if isinstance(tree, dict) else None
            told = {"table": table, "column": column or None, "day": day}
            yield {name: one for name, one in told.items() if one}
        else:
            yield from _left_out(value)


async def _person(connection: AsyncConnection, person_id: int) -> dict[str, Any]:
    return _readable((await _rows(connection, select(t.persons).where(t.persons.c.id == person_id)))[0])


async def _conversation(connection: AsyncConnection, person_id: int) -> Any:
    frames = await connection.scalar(select(t.dialogues.c.frames).where(t.dialogues.c.person_id == person_id))
    return [] if frames is None else frames


async def _accounts(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """Each with since when it is joined with the others, if it is."""
    theirs = select(t.accounts, joined.c.since.label("joined")).outerjoin(joined)
    theirs = theirs.where(t.accounts.c.person_id == person_id).order_by(t.accounts.c.id)
    rows = [_readable(row) for row in await _rows(connection, theirs)]
    return [{name: value for name, value in row.items() if (name, value) != ("joined", None)} for row in rows]


async def _plans(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    theirs = select(t.enrolments).where(t.enrolments.c.person_id == person_id).order_by(t.enrolments.c.id)
    plans = {row["id"]: _readable(row) for row in await _rows(connection, theirs)}
    for name, table in (("entries", t.entries), ("decisions", t.decisions)):
        for plan in plans.values():
            plan[name] = []
        about = select(table).where(table.c.enrolment_id.in_(plans)).order_by(table.c.day)
        for row in await _rows(connection, about):
            plans[row["enrolment_id"]][name].append(_readable(row))
    return list(plans.values())


async def _of(connection: AsyncConnection, table: Table, person_id: int) -> list[dict[str, Any]]:
    theirs = select(table).where(table.c.person_id == person_id).order_by(*table.primary_key)
    return [_readable(row) for row in await _rows(connection, theirs)]


async def _rows(connection: AsyncConnection, statement: Select[Any]) -> list[Mapping[str, Any]]:
    return list((await connection.execute(statement)).mappings())


def _readable(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items() if name not in _INNER}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_readable(asdict(span)) for span in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value
