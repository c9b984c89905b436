"""What a turn wants done, done. Nothing here reaches another person's rows, whatever number a command names:
such a command, like one about a line that is gone, has no effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import effects as c
from bot.core.model.plan import Enrolment
from bot.storage import join_copies, planning
from bot.storage import tables as t
from bot.storage.engine.sql import insert_into, put
from bot.storage.people import PERSON_FIELDS

_PLAN_FIELDS = tuple(field.name for field in fields(Enrolment) if field.name != "id")


async def apply(connection: AsyncConnection, person_id: int, command: c.Effect, now: datetime) -> None:
    """See `Store.apply`."""
    said: dict[str, Any]
    match command:
        case c.UpdatePerson(changes):
            await _update(connection, t.persons, PERSON_FIELDS, changes, t.persons.c.id == person_id)
        case c.StartPlan():
            await _start(connection, person_id, command)
        case c.UpdatePlan(number, changes):
            await _update(connection, t.enrolments, _PLAN_FIELDS, changes, _own_plan(person_id, number))
        case c.RecordEntry(e):
            said = {"day": e.day, "kept": e.kept, "amount": e.amount, "step": e.step}
            await _put_for_plan(connection, t.entries, person_id, e.enrolment_id, said)
        case c.RecordDay(d):
            said = {"day": d.day, "control": d.control, "obstacle": d.obstacle}
            await put(connection, t.days, {"person_id": person_id, **said})
        case c.RecordDecision(number, day, choice):
            said = {"day": day, "choice": choice}
            await _put_for_plan(connection, t.decisions, person_id, number, said)
        case c.AddJournalEntry():
            await _write(connection, person_id, command)
        case _:
            await _rest(connection, person_id, command, now)


async def _rest(connection: AsyncConnection, person_id: int, command: c.Effect, now: datetime) -> None:
    match command:
        case c.DeleteEntry(number, day):
            plan = select(t.enrolments.c.id).where(_own_plan(person_id, number)).scalar_subquery()
            entry = (t.entries.c.enrolment_id == plan) & (t.entries.c.day == day)
            await connection.execute(delete(t.entries).where(entry))
        case c.DeleteDay(day):
            whole = (t.days.c.person_id == person_id) & (t.days.c.day == day)
            await connection.execute(delete(t.days).where(whole))
        case c.DeleteJournalEntry(number):
            theirs = (t.journal.c.id == number) & (t.journal.c.person_id == person_id)
            await connection.execute(delete(t.journal).where(theirs))
        case c.CountPromptAsked(prompt, day):
            await _asked(connection, person_id=person_id, prompt=prompt, times=1, last_day=day)
        case c.AskLater(day, at):
            await planning.later(connection, person_id, day, at)
        case c.EraseMe():
            await join_copies.forget_kept(connection, person_id)
            await connection.execute(delete(t.persons).where(t.persons.c.id == person_id))
        case _:
            raise TypeError(f"the store does not do {type(command).__name__}")


async def _update(
    connection: AsyncConnection, table: Table, known: Iterable[str], changes: Mapping[str, Any], where: Any
) -> None:
    if unknown := set(changes) - set(known):
        raise ValueError(f"no such fields of {table.name}: {', '.join(sorted(unknown))}")
    if changes:
        values = {name: _plain(value) if name in _JSON else value for name, value in changes.items()}
        await connection.execute(update(table).where(where).values(values))


_JSON = ("cue", "action", "own")


def _plain(value: Any) -> Any:
    """A `Phrase` or `OwnPlan` as JSON."""
    return None if value is None else asdict(value, dict_factory=_with_dates)


def _with_dates(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in pairs}


async def _start(connection: AsyncConnection, person_id: int, plan: c.StartPlan) -> None:
    new = Enrolment(0, plan.slug, plan.version, plan.day, plan.step, plan.day)
    values = {name: getattr(new, name) for name in _PLAN_FIELDS}
    values |= {name: _plain(getattr(plan, name)) for name in _JSON}
    await connection.execute(insert(t.enrolments).values(**values, person_id=person_id))


def _own_plan(person_id: int, number: int) -> Any:
    return (t.enrolments.c.id == number) & (t.enrolments.c.person_id == person_id)


async def _put_for_plan(
    connection: AsyncConnection, table: Table, person_id: int, number: int, said: Mapping[str, Any]
) -> None:
    """Insert or replace a row of a plan, if the plan is the person's own."""
    if await connection.scalar(_IS_THEIRS, {"person": person_id, "plan": number}):
        await put(connection, table, {"enrolment_id": number, **said})


_IS_THEIRS = select(
    exists().where(t.enrolments.c.id == bindparam("plan"), t.enrolments.c.person_id == bindparam("person"))
)


async def _write(connection: AsyncConnection, person_id: int, line: c.AddJournalEntry) -> None:
    values = {"person_id": person_id, "day": line.day, "prompt": line.prompt, "text": line.text}
    await connection.execute(insert(t.journal).values(values))


async def _asked(connection: AsyncConnection, **values: Any) -> None:
    again = {"times": t.asked.c.times + 1, "last_day": values["last_day"]}
    statement = insert_into(connection, t.asked).values(values)
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["person_id", "prompt"], set_=again)
    )
