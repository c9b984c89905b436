"""Copies of everything that a person has, made inside the database; and restoring what a copy has and another
person lacks."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, insert, literal, select, update

from bot.core.model import rests
from bot.core.model.plan import PlanState
from bot.storage.conversations import dialogues
from bot.storage.engine.repository import Repository
from bot.storage.journal import asked, journal
from bot.storage.moments import swaps, tried_exercises
from bot.storage.nudges import NudgeState, nudges
from bot.storage.people import persons
from bot.storage.plans import days, decisions, enrolment_of, enrolments, entries

COPIED = frozenset(
    {"enrolments", "days", "journal", "asked", "dialogues", "nudges", "swaps", "tried_exercises"}
)


class Copies(Repository):
    """Copies of people."""

    async def copy(self, source: int, *, with_conversation: bool = False) -> int:
        """Copy a person with everything but the accounts and the nudges that are due. Returns the number of
        the copy. `with_conversation`: copy the frames of the conversation too."""
        person = await self._copy_row(persons, source)
        plans = select(enrolments.c.id).where(enrolments.c.person_id == source).order_by(enrolments.c.id)
        for plan in list(await self.connection.scalars(plans)):
            new = await self._copy_row(enrolments, plan, person_id=person)
            for table in (entries, decisions):
                await self.copy_rows(table, table.c.enrolment_id == plan, enrolment_id=new)
        of_the_person = (days, journal, asked, swaps, tried_exercises)
        for table in (*of_the_person, *((dialogues,) if with_conversation else ())):
            await self.copy_rows(table, table.c.person_id == source, person_id=person)
        await self._copy_nudges(source, person)
        return person

    async def _copy_nudges(self, source: int, person: int) -> None:
        """Copy closed nudges, which count for both people, and claimed ones, which may well arrive."""
        n = nudges.c
        closed = (n.person_id == source) & n.state.not_in((NudgeState.DUE, NudgeState.CLAIMED))
        await self.copy_rows(nudges, closed, person_id=person)
        claimed = (n.person_id == source) & (n.state == NudgeState.CLAIMED)
        ended = {"state": NudgeState.UNKNOWN, "next_at": None, "claimed_by": None, "sent_at": n.due_at}
        await self.copy_rows(nudges, claimed, person_id=person, **ended)

    async def _copy_row(self, table: Table, number: int, **values: Any) -> int:
        new = _copying(table, table.c.id == number, values).returning(table.c.id)
        return int((await self.connection.execute(new)).scalar_one())

    async def copy_rows(self, table: Table, where: ColumnElement[bool], **values: Any) -> None:
        """Copy all rows that match, with other `values`."""
        await self.connection.execute(_copying(table, where, values))

    async def restore(self, kept_id: int, person: int, now: datetime) -> None:
        """Give a person what the kept copy has and the person lacks: lines, plans, entries, days and the
        reason why. A field that was only changed stays changed; where words were changed, the former ones are
        added."""
        await self._restore_lines(kept_id, person)
        await self._restore_swaps(kept_id, person)
        await self._restore_plans(kept_id, person, now)
        await self._restore_days(days, days.c.person_id, kept_id, person)
        kept_why, why = [
            await self.connection.scalar(select(persons.c.why).where(persons.c.id == number))
            for number in (kept_id, person)
        ]
        if kept_why and kept_why not in (why or ""):
            both = "\n".join(filter(None, (kept_why, why)))
            await self.connection.execute(update(persons).where(persons.c.id == person).values(why=both))

    async def _restore_lines(self, kept_id: int, person: int) -> None:
        present: defaultdict[tuple[Any, str], list[str]] = defaultdict(list)
        for row in await self._rows(journal, person):
            present[row.day, row.prompt].append(row.text)
        lines = await self._rows(journal, kept_id)
        lost = [r.id for r in lines if not any(r.text in text for text in present[r.day, r.prompt])]
        await self._move(journal, lost, person)

    async def _restore_swaps(self, kept_id: int, person: int) -> None:
        present = {row.words for row in await self._rows(swaps, person)}
        lost = [row.id for row in await self._rows(swaps, kept_id) if row.words not in present]
        await self._move(swaps, lost, person)

    async def _restore_plans(self, kept_id: int, person: int, now: datetime) -> None:
        """Restore a plan that the person lacks as a left one, which can be taken up again."""
        present = {_words(row): row.id for row in await self._rows(enrolments, person)}
        for row in await self._rows(enrolments, kept_id):
            if (plan := present.get(_words(row))) is not None:
                for table in (entries, decisions):
                    await self._restore_days(table, table.c.enrolment_id, row.id, plan)
                continue
            await self._move(enrolments, [row.id], person)
            left = rests.of_plan(enrolment_of(row), {"state": PlanState.LEFT}, now.date())
            await self.connection.execute(update(enrolments).where(enrolments.c.id == row.id).values(left))

    async def _restore_days(self, table: Table, owner: ColumnElement[Any], kept_id: int, person: int) -> None:
        """Move the kept rows of days on which the person has none."""
        present = select(table.c.day).where(owner == person)
        lost = update(table).where(owner == kept_id, table.c.day.not_in(present))
        await self.connection.execute(lost.values({owner: person}))

    async def _move(self, table: Table, numbers: Collection[int], person: int) -> None:
        moved = update(table).where(table.c.id.in_(numbers))
        await self.connection.execute(moved.values(person_id=person))

    async def _rows(self, table: Table, person_id: int) -> list[Any]:
        theirs = select(table).where(table.c.person_id == person_id).order_by(table.c.id)
        return list(await self.connection.execute(theirs))


def _copying(table: Table, where: ColumnElement[bool], values: Mapping[str, Any]) -> Any:
    """INSERT … SELECT: encrypted columns are copied without being decrypted."""
    columns = [c for c in table.c if c.name != "id"]
    selected = [_as_column(c, values[c.name]) if c.name in values else c for c in columns]
    return insert(table).from_select([c.name for c in columns], select(*selected).where(where))


def _as_column(column: Column[Any], value: Any) -> Any:
    return value if isinstance(value, ColumnElement) else literal(value, column.type)


def _words(plan: Any) -> str:
    """The words of a plan, by which two rows are compared."""
    return json.dumps([plan.slug, plan.cue, plan.action, plan.own], sort_keys=True)
