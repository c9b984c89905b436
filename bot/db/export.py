"""Everything that is stored of a person, in words that a person can read: what JSON can hold, ISO dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db import communities
from bot.db import tables as t
from bot.db.link_tables import joined, links
from bot.db.people import frames

KEPT = "kept_from_before_joining"

# Numbers of rows, and the hash that an account is found by, say nothing of the person.
_INNER = frozenset({"id", "person_id", "enrolment_id", "lookup", "next_at", "claimed_by", "code", "taken_by"})


async def export(
    connection: AsyncConnection, key: bytes, person_id: int, kept: int | None = None
) -> dict[str, Any]:
    """See `Store.export`. `kept`: the number of what this side brought into a join."""
    everything = await _everything(connection, key, person_id)
    if kept is None:
        return everything
    return everything | {KEPT: await _everything(connection, key, kept)}


async def _everything(connection: AsyncConnection, key: bytes, person_id: int) -> dict[str, Any]:
    person = (await _rows(connection, select(t.persons).where(t.persons.c.id == person_id)))[0]
    stack = (await frames(connection, [person_id])).get(person_id, ())
    return {
        "person": _readable(person),
        "accounts": await _accounts(connection, person_id),
        "plans": await _plans(connection, person_id),
        "days": await _of(connection, t.days, person_id),
        "journal": await _of(connection, t.journal, person_id),
        "communities": await communities.told(connection, person_id),
        "quoted_in": await communities.quoted(connection, person_id),
        "not_quoted_in": await communities.not_quoted(connection, key, person_id),
        "code_to_join": await _of(connection, links, person_id),
        "prompts_asked": await _of(connection, t.asked, person_id),
        "messages_of_the_coach": await _of(connection, t.nudges, person_id),
        "conversation": [_readable(asdict(frame)) for frame in stack],
    }


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
