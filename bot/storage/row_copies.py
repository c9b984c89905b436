"""Copies of all that a person has, in the database itself; and what a copy lacks of another, put back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import rests
from bot.core.model.plan import PlanState
from bot.storage import enrolments
from bot.storage import tables as t

COPIED = frozenset({"enrolments", "days", "journal", "asked", "dialogues", "nudges"})


async def copy(connection: AsyncConnection, source: int, *, talks: bool = False) -> int:
    """A person with all that `source` has, but without its accounts, and without what waits to be sent.
    `talks`: with its place in the conversation."""
    person = await _one_again(connection, t.persons, source)
    plans = select(t.enrolments.c.id).where(t.enrolments.c.person_id == source).order_by(t.enrolments.c.id)
    for plan in list(await connection.scalars(plans)):
        new = await _one_again(connection, t.enrolments, plan, person_id=person)
        for table in (t.entries, t.decisions):
            await again(connection, table, table.c.enrolment_id == plan, enrolment_id=new)
    for table in (t.days, t.journal, t.asked, *((t.dialogues,) if talks else ())):
        await again(connection, table, table.c.person_id == source, person_id=person)
    await _nudges_again(connection, source, person)
    return person


async def _nudges_again(connection: AsyncConnection, source: int, person: int) -> None:
    """What was sent counts for both; what is on its way this moment may well arrive."""
    n = t.nudges.c
    waits = (t.NudgeState.DUE, t.NudgeState.CLAIMED)
    await again(connection, t.nudges, (n.person_id == source) & n.state.not_in(waits), person_id=person)
    under_way = (n.person_id == source) & (n.state == t.NudgeState.CLAIMED)
    gone = {"state": t.NudgeState.UNKNOWN, "next_at": None, "claimed_by": None, "sent_at": n.due_at}
    await again(connection, t.nudges, under_way, person_id=person, **gone)


async def _one_again(connection: AsyncConnection, table: Table, number: int, **values: Any) -> int:
    """A copy of the row of that number; its own number."""
    new = _copying(table, table.c.id == number, values).returning(table.c.id)
    return int((await connection.execute(new)).scalar_one())


async def again(connection: AsyncConnection, table: Table, where: ColumnElement[bool], **values: Any) -> None:
    """Copies of all such rows, with other `values`."""
    await connection.execute(_copying(table, where, values))


def _copying(table: Table, where: ColumnElement[bool], values: Mapping[str, Any]) -> Any:
    """In the database itself: what is encrypted is not even opened."""
    columns = [c for c in table.c if c.name != "id"]
    given = [_given(c, values[c.name]) if c.name in values else c for c in columns]
    return insert(table).from_select([c.name for c in columns], select(*given).where(where))


def _given(column: Column[Any], value: Any) -> Any:
    return value if isinstance(value, ColumnElement) else literal(value, column.type)


# --- what is missing, put back


async def put_back(connection: AsyncConnection, kept_id: int, person: int, now: datetime) -> None:
    """Whatever is kept and not among what the person has becomes theirs: lines, plans, entries, days, and
    why. What was only changed is as it was changed, and where words were, the former ones are there too."""
    await _lines_back(connection, kept_id, person)
    await _plans_back(connection, kept_id, person, now)
    await _days_back(connection, t.days, t.days.c.person_id, kept_id, person)
    why = [
        await connection.scalar(select(t.persons.c.why).where(t.persons.c.id == i)) for i in (kept_id, person)
    ]
    if why[0] and why[0] not in (why[1] or ""):
        both = "\n".join(filter(None, why))
        await connection.execute(update(t.persons).where(t.persons.c.id == person).values(why=both))


async def _lines_back(connection: AsyncConnection, kept_id: int, person: int) -> None:
    there: defaultdict[tuple[Any, str], list[str]] = defaultdict(list)
    for row in await _rows(connection, t.journal, person):
        there[row.day, row.prompt].append(row.text)
    lines = await _rows(connection, t.journal, kept_id)
    lost = [r.id for r in lines if not any(r.text in text for text in there[r.day, r.prompt])]
    await _moved(connection, t.journal, lost, person)


async def _plans_back(connection: AsyncConnection, kept_id: int, person: int, now: datetime) -> None:
    """A plan that is not there in the same words comes back as one that was left, which can be taken up."""
    there = {_words(row): row.id for row in await _rows(connection, t.enrolments, person)}
    for row in await _rows(connection, t.enrolments, kept_id):
        if (plan := there.get(_words(row))) is not None:
            for table in (t.entries, t.decisions):
                await _days_back(connection, table, table.c.enrolment_id, row.id, plan)
            continue
        await _moved(connection, t.enrolments, [row.id], person)
        left = rests.of_plan(enrolments.enrolment(row), {"state": PlanState.LEFT}, now.date())
        await connection.execute(update(t.enrolments).where(t.enrolments.c.id == row.id).values(left))


def _words(plan: Any) -> str:
    return json.dumps([plan.slug, plan.cue, plan.action, plan.own], sort_keys=True)


async def _days_back(
    connection: AsyncConnection, table: Table, owner: ColumnElement[Any], kept_id: int, person: int
) -> None:
    """What is kept of days of which there is nothing."""
    there = select(table.c.day).where(owner == person)
    lost = update(table).where(owner == kept_id, table.c.day.not_in(there))
    await connection.execute(lost.values({owner: person}))


async def _moved(connection: AsyncConnection, table: Table, numbers: Collection[int], person: int) -> None:
    mine = update(table).where(table.c.id.in_(numbers))
    await connection.execute(mine.values(person_id=person))


async def _rows(connection: AsyncConnection, table: Table, person_id: int) -> list[Any]:
    theirs = select(table).where(table.c.person_id == person_id).order_by(table.c.id)
    return list(await connection.execute(theirs))
