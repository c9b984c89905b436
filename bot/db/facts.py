"""Everything that one turn may know of a person, in three statements (and a fourth for the journal)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Date,
    Float,
    Integer,
    Row,
    Select,
    String,
    bindparam,
    cast,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from bot.core.library import Library
from bot.core.model import (
    Choice,
    Day,
    Decision,
    Enrolment,
    Entry,
    Facts,
    Kept,
    Kind,
    OwnPlan,
    Person,
    Phrase,
    Sent,
    Written,
)
from bot.core.timing import local_day
from bot.db import tables as t
from bot.db.encrypted import Moment
from bot.db.people import PERSON_FIELDS

ENTRIES, SENT = timedelta(days=70), timedelta(days=15)
# A message whose fate is unknown may well have arrived: it counts like one that was sent.
ARRIVED = (t.NudgeState.SENT, t.NudgeState.UNKNOWN)


async def load(
    connection: AsyncConnection,
    person_id: int,
    now: datetime,
    library: Library,
    *,
    journal: bool,
    zone_hint: str,
    locks: bool,
) -> Facts:
    """See `Store.facts`. `locks`: the person's row is held until the end of the transaction."""
    whose = select(t.persons).where(t.persons.c.id == person_id)
    row = (await connection.execute(whose.with_for_update() if locks else whose)).one_or_none()
    if row is None:
        raise LookupError(f"no person {person_id}")
    person = Person(person_id, **{name: getattr(row, name) for name in PERSON_FIELDS})
    today = local_day(now, person)
    said = await _said(connection, person, now, today)
    return Facts(
        person=person,
        now=now,
        today=today,
        library=library,
        enrolments=await _enrolments(connection, person_id),
        entries={
            (r.number, r.day): Entry(r.number, r.day, Kept(r.word), r.amount, r.extra) for r in said["entry"]
        },
        days={r.day: Day(r.day, r.number, r.word) for r in said["day"]},
        sent=tuple(Sent(Kind(r.word), r.day, r.at) for r in said["sent"]),
        asked={r.word: r.number for r in said["asked"]},
        decisions=tuple(Decision(r.number, r.day, Choice(r.word)) for r in said["decision"]),
        journal=await written(connection, person_id) if journal else (),
        zone_hint=zone_hint,
    )


async def _enrolments(connection: AsyncConnection, person_id: int) -> tuple[Enrolment, ...]:
    statement = select(t.enrolments).where(t.enrolments.c.person_id == person_id).order_by(t.enrolments.c.id)
    return tuple(enrolment(row) for row in await connection.execute(statement))


def enrolment(row: Row[Any]) -> Enrolment:
    values = dict(row._mapping)
    del values["person_id"]
    for name in ("cue", "action"):
        values[name] = values[name] and Phrase(**values[name])
    if own := values["own"]:
        values["own"] = OwnPlan(own["name"], own["action"], tuple(own["weekdays"]))
    return Enrolment(**values)


async def written(connection: AsyncConnection, person_id: int) -> tuple[Written, ...]:
    """The journal, newest first."""
    statement = (
        select(t.journal)
        .where(t.journal.c.person_id == person_id)
        .order_by(t.journal.c.day.desc(), t.journal.c.id.desc())
    )
    rows = await connection.execute(statement)
    return tuple(Written(row.id, row.day, row.prompt, row.text) for row in rows)


async def _said(
    connection: AsyncConnection, person: Person, now: datetime, today: date
) -> dict[str, list[Row[Any]]]:
    since = {"days_since": today - ENTRIES, "sent_since": now - SENT}
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in await connection.execute(_SAID, {"person": person.id, **since}):
        found[row.what].append(row)
    return found


def _rows(
    what: str,
    *,
    number: Any = None,
    day: Any = None,
    word: Any = None,
    amount: Any = None,
    extra: Any = None,
    at: Any = None,
) -> Select[Any]:
    """One kind of fact, in a shape that all kinds share: so one statement fetches them all."""
    return select(
        literal(what).label("what"),
        _as(Integer(), number).label("number"),
        _as(Date(), day).label("day"),
        _as(String(), word).label("word"),
        _as(Float(), amount).label("amount"),
        _as(Integer(), extra).label("extra"),
        _as(Moment(), at).label("at"),
    )


def _as(kind: TypeEngine[Any], column: Any) -> Any:
    """A NULL needs its type told to PostgreSQL; SQLite's CAST would make the year out of a date."""
    return cast(null(), kind) if column is None else type_coerce(column, kind)


_PERSON = bindparam("person", type_=Integer)
_DAYS_SINCE, _SENT_SINCE = bindparam("days_since", type_=Date), bindparam("sent_since", type_=Moment)
_ENTRY, _DAY, _DECISION, _NUDGE, _ASKED = t.entries.c, t.days.c, t.decisions.c, t.nudges.c, t.asked.c
_THEIRS = select(t.enrolments.c.id).where(t.enrolments.c.person_id == _PERSON).scalar_subquery()

_SAID = union_all(
    _rows(
        "entry",
        number=_ENTRY.enrolment_id,
        day=_ENTRY.day,
        word=_ENTRY.kept,
        amount=_ENTRY.amount,
        extra=_ENTRY.step,
    ).where(_ENTRY.enrolment_id.in_(_THEIRS), _ENTRY.day >= _DAYS_SINCE),
    _rows("day", number=_DAY.control, day=_DAY.day, word=_DAY.obstacle).where(
        _DAY.person_id == _PERSON, _DAY.day >= _DAYS_SINCE
    ),
    _rows("decision", number=_DECISION.enrolment_id, day=_DECISION.day, word=_DECISION.choice).where(
        _DECISION.enrolment_id.in_(_THEIRS)
    ),
    _rows("asked", number=_ASKED.times, word=_ASKED.prompt).where(_ASKED.person_id == _PERSON),
    _rows("sent", day=_NUDGE.day, word=_NUDGE.kind, at=_NUDGE.sent_at).where(
        _NUDGE.person_id == _PERSON, _NUDGE.state.in_(ARRIVED), _NUDGE.sent_at >= _SENT_SINCE
    ),
).order_by("day", "at", "number")
