"""Plans that people take part in, and what they answered about each: entries, days and decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    Float,
    Integer,
    Row,
    SmallInteger,
    String,
    Table,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import Insert

from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import RecordDecision, StartPlan
from bot.core.model.plan import Earlier, Enrolment, OwnPlan, Phrase, PlanState, StepChoice
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in, insert_or_update
from bot.storage.engine.types import EncryptedJSON, belongs_to, date_spans, metadata, one_of, row_number

enrolments = Table(
    "enrolments",
    metadata,
    row_number(),
    belongs_to("person_id", "persons", index=True),
    Column("slug", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("step", Integer, nullable=False),
    Column("step_since", Date, nullable=False),
    one_of("state", PlanState, "state"),
    Column("paused_until", Date),
    Column("cue", EncryptedJSON),
    Column("action", EncryptedJSON),
    Column("own", EncryptedJSON),
    Column("offered_on", Date),
    date_spans("rests"),
    sqlite_autoincrement=True,
)

entries = Table(
    "entries",
    metadata,
    belongs_to("enrolment_id", "enrolments", key=True),
    Column("day", Date, primary_key=True),
    one_of("kept", CheckinAnswer, "kept"),
    Column("amount", Float),
    Column("step", Integer, nullable=False),
    sqlite_with_rowid=False,
)

days = Table(
    "days",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("day", Date, primary_key=True),
    Column("control", SmallInteger),
    Column("obstacle", String(16), nullable=False),
    CheckConstraint("control BETWEEN 1 AND 5", name="control"),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    belongs_to("enrolment_id", "enrolments", key=True),
    Column("day", Date, primary_key=True),
    one_of("choice", StepChoice, "choice"),
    sqlite_with_rowid=False,
)

ENROLMENT_FIELDS = tuple(field.name for field in fields(Enrolment) if field.name != "id")
OWN_WORDS = ("cue", "action")  # encrypted columns that most turns need not read
_E = enrolments.c
_READ_ALL = select(enrolments).where(ids_in(_E.person_id)).order_by(_E.id)
_READ = _READ_ALL.with_only_columns(*(column for column in _E if column.name not in OWN_WORDS))
_IS_THEIRS = select(exists().where(_E.id == bindparam("plan"), _E.person_id == bindparam("person")))
_SAVE_ENTRY = insert_or_update(entries, "kept", "amount", "step")
_SAVE_DAY = insert_or_update(days, "control", "obstacle")
_SAVE_DECISION = insert_or_update(decisions, "choice")


class Plans(Repository):
    """Plans and answers. A number of a plan that is not the person's own changes nothing."""

    async def of_people(self, ids: Sequence[int], *, own_words: bool) -> dict[int, tuple[Enrolment, ...]]:
        """The plans of each of these people, oldest first. `own_words`: with their cues and actions."""
        found: dict[int, tuple[Enrolment, ...]] = defaultdict(tuple)
        for row in await self.connection.execute(_READ_ALL if own_words else _READ, {"ids": list(ids)}):
            found[row.person_id] += (enrolment_of(row),)
        return found

    async def start(self, person_id: int, plan: StartPlan) -> None:
        enrolment = Enrolment(
            0, plan.slug, plan.version, plan.day, plan.step, plan.day, cue=plan.cue, action=plan.action,
            own=plan.own,
        )  # fmt: skip
        values = {name: _column_value(getattr(enrolment, name)) for name in ENROLMENT_FIELDS}
        await self.connection.execute(insert(enrolments), {**values, "person_id": person_id})

    async def update(self, person_id: int, plan: int, changes: Mapping[str, Any]) -> None:
        """Change fields of a plan. Raises ValueError for a field that does not exist."""
        if unknown := set(changes) - set(ENROLMENT_FIELDS):
            raise ValueError(f"no such fields of a plan: {', '.join(sorted(unknown))}")
        if changes:
            values = {name: _column_value(value) for name, value in changes.items()}
            await self.connection.execute(update(enrolments).where(_is(person_id, plan)).values(values))

    async def save_entry(self, person_id: int, entry: CheckinEntry) -> None:
        values = {"kept": entry.kept, "amount": entry.amount, "step": entry.step}
        await self._save(_SAVE_ENTRY, person_id, entry.enrolment_id, {"day": entry.day, **values})

    async def save_decision(self, person_id: int, decision: RecordDecision) -> None:
        values = {"day": decision.day, "choice": decision.choice}
        await self._save(_SAVE_DECISION, person_id, decision.enrolment_id, values)

    async def _save(self, statement: Insert, person_id: int, plan: int, values: Mapping[str, Any]) -> None:
        if await self.connection.scalar(_IS_THEIRS, {"person": person_id, "plan": plan}):
            await self.connection.execute(statement, {"enrolment_id": plan, **values})

    async def delete_entry(self, person_id: int, plan: int, day: date) -> None:
        theirs = select(_E.id).where(_is(person_id, plan)).scalar_subquery()
        entry = (entries.c.enrolment_id == theirs) & (entries.c.day == day)
        await self.connection.execute(delete(entries).where(entry))

    async def save_day(self, person_id: int, day: DayRecord) -> None:
        values = {"day": day.day, "control": day.control, "obstacle": day.obstacle}
        await self.connection.execute(_SAVE_DAY, {"person_id": person_id, **values})

    async def delete_day(self, person_id: int, day: date) -> None:
        await self.connection.execute(delete(days).where(days.c.person_id == person_id, days.c.day == day))


def _is(person_id: int, plan: int) -> ColumnElement[bool]:
    return (_E.id == plan) & (_E.person_id == person_id)


def _column_value(value: Any) -> Any:
    """The value as its column takes it: a `Phrase` or `OwnPlan` as JSON."""
    return asdict(value, dict_factory=_json) if isinstance(value, Phrase | OwnPlan) else value


def _json(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in pairs}


def enrolment_of(row: Row[Any]) -> Enrolment:
    """A plan with those of its fields that the row has."""
    values = dict(row._mapping)
    del values["person_id"]
    for name in OWN_WORDS:
        if name in values:
            values[name] = phrase_of(values[name])
    values["own"] = _own_of(values["own"])
    return Enrolment.loaded(**values)


def phrase_of(stored: Any) -> Phrase | None:
    """The half of an if-then that a column holds; None if there is no readable one."""
    try:
        return Phrase(**stored) if stored else None
    except TypeError:
        return None


def _own_of(stored: Any) -> OwnPlan | None:
    """The person's own plan; None if it cannot be read, as for a plan that has left the catalogue."""
    try:
        return _parse_own(stored) if stored else None
    except (TypeError, ValueError, LookupError, AttributeError):
        return None


def _parse_own(words: Mapping[str, Any]) -> OwnPlan:
    earlier = (
        Earlier(date.fromisoformat(one["until"]), one["action"], tuple(one["weekdays"]))
        for one in words.get("earlier", ())  # plans of older releases have no such field
    )
    return OwnPlan(words["name"], words["action"], tuple(words["weekdays"]), tuple(earlier))
