"""What people said and were sent, fetched for many of them by one statement."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Date,
    Float,
    FromClause,
    Integer,
    Row,
    Select,
    String,
    any_,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from bot.core.model.checkin import CheckinAnswer
from bot.core.progress.steps import FIRST_FIGURES
from bot.storage import tables as t
from bot.storage.engine.encrypted import Moment

SENT = timedelta(days=15)
DAYS = timedelta(days=72)  # a day or two more than anybody's seventy: local days differ
FEW_DAYS = timedelta(days=9)
LATEST = 70  # answers of a plan that are always known: a plan of one day a week needs more than seventy days
# A message whose fate is unknown may well have arrived: it counts like one that was sent.
ARRIVED = (t.NudgeState.SENT, t.NudgeState.UNKNOWN)
CLOSED = (t.NudgeState.DROPPED, t.NudgeState.REFUSED)


def among(dialect: str, column: ColumnElement[int]) -> ColumnElement[bool]:
    """`column` is one of the parameter `ids` (see `numbers`): one statement for any number of them."""
    if dialect == "sqlite":
        listed = func.json_each(bindparam("ids", type_=String)).table_valued("value")
        return column.in_(select(listed.c.value))
    return column == any_(bindparam("ids", type_=ARRAY(BigInteger)))


def numbers(dialect: str, ids: Sequence[int]) -> dict[str, Any]:
    """The parameter `ids`."""
    return {"ids": json.dumps(ids) if dialect == "sqlite" else list(ids)}


async def fetch(
    connection: AsyncConnection, ids: Sequence[int], now: datetime, *, brief: bool
) -> Sequence[Row[Any]]:
    """Rows (what, owner, number, day, word, amount, extra, at), oldest first. `owner` is a plan's number for
    entries, figures and decisions, a person's for all else. `brief`: the last days only, and figures."""
    dialect = connection.dialect.name
    since = {
        "days_since": (now - DAYS).date(),
        "sent_since": now - SENT,
        "few_since": (now - FEW_DAYS).date(),
    }
    if not brief:
        del since["few_since"]
    given = {**numbers(dialect, ids), **since}
    return list(await connection.execute(_statement(dialect, brief), given))


def _rows(what: str, owner: Any, **columns: Any) -> Select[Any]:
    """One kind of fact, in a shape that all kinds share: so one statement fetches them all."""
    shown = (_as(kind, columns.get(name)).label(name) for name, kind in _SHAPE.items())
    return select(literal(what).label("what"), owner.label("owner"), *shown)


def _as(kind: TypeEngine[Any], column: Any) -> Any:
    """A NULL needs its type told to PostgreSQL; SQLite's CAST would make the year out of a date."""
    return cast(null(), kind) if column is None else type_coerce(column, kind)


_SHAPE: dict[str, TypeEngine[Any]] = {
    "number": Integer(), "day": Date(), "word": String(), "amount": Float(), "extra": Integer(),
    "at": Moment(),
}  # fmt: skip
_DAYS_SINCE, _SENT_SINCE = bindparam("days_since", type_=Date), bindparam("sent_since", type_=Moment)
_FEW_SINCE = bindparam("few_since", type_=Date)
_ENTRY, _DAY, _DECISION, _NUDGE, _ASKED = t.entries.c, t.days.c, t.decisions.c, t.nudges.c, t.asked.c


def _entries(what: str, table: FromClause) -> Select[Any]:
    e = table.c
    return _rows(what, e.enrolment_id, day=e.day, word=e.kept, amount=e.amount, extra=e.step)


def _since_latest(dialect: str) -> Select[Any]:
    """The entries of the last days, or as many of each plan as LATEST says, whichever reaches back farther:
    a range of the key for each plan."""
    plan, its = t.enrolments.c, t.entries.alias("its")
    days = select(its.c.day).where(its.c.enrolment_id == plan.id).correlate(t.enrolments)
    latest = days.order_by(its.c.day.desc()).offset(LATEST - 1).limit(1).scalar_subquery()
    since = case((latest < _DAYS_SINCE, latest), (latest.is_(None), date.min), else_=_DAYS_SINCE)
    bounds = select(plan.id, since.label("since")).where(among(dialect, plan.person_id)).subquery()
    mine = _ENTRY.enrolment_id == bounds.c.id
    return _entries("entry", t.entries).where(mine, _ENTRY.day >= bounds.c.since)


def _first_figures(theirs: Any) -> Select[Any]:
    """The first figures of each plan's steps that are older than the last days."""
    counted = _ENTRY.amount.is_not(None) & (_ENTRY.kept != CheckinAnswer.SKIPPED)
    nth = func.row_number().over(partition_by=(_ENTRY.enrolment_id, _ENTRY.step), order_by=_ENTRY.day)
    old = select(t.entries, nth.label("nth")).where(
        _ENTRY.enrolment_id.in_(theirs), _ENTRY.day < _DAYS_SINCE, counted
    )
    figures = old.subquery()
    return _entries("figure", figures).where(figures.c.nth <= FIRST_FIGURES)


@cache
def _statement(dialect: str, brief: bool) -> CompoundSelect[Any]:
    theirs = select(t.enrolments.c.id).where(among(dialect, t.enrolments.c.person_id)).scalar_subquery()
    entry = _entries("entry", t.entries).where(_ENTRY.enrolment_id.in_(theirs), _ENTRY.day >= _DAYS_SINCE)
    day = _rows("day", _DAY.person_id, number=_DAY.control, day=_DAY.day, word=_DAY.obstacle).where(
        among(dialect, _DAY.person_id)
    )
    sent = _rows("sent", _NUDGE.person_id, day=_NUDGE.day, word=_NUDGE.kind, at=_NUDGE.sent_at).where(
        among(dialect, _NUDGE.person_id), _NUDGE.state.in_(ARRIVED), _NUDGE.sent_at >= _SENT_SINCE
    )
    closed = _rows("closed", _NUDGE.person_id, day=_NUDGE.day, word=_NUDGE.kind).where(
        among(dialect, _NUDGE.person_id), _NUDGE.state.in_(CLOSED), _NUDGE.due_at >= _SENT_SINCE
    )
    if brief:
        entry = entry.where(or_(_ENTRY.day >= _FEW_SINCE, _ENTRY.amount.is_not(None)))
        return union_all(entry, day.where(_DAY.day >= _FEW_SINCE), sent, closed).order_by(
            "day", "at", "number"
        )
    decision = _rows("decision", _DECISION.enrolment_id, day=_DECISION.day, word=_DECISION.choice).where(
        _DECISION.enrolment_id.in_(theirs)
    )
    asked = _rows("asked", _ASKED.person_id, number=_ASKED.times, word=_ASKED.prompt).where(
        among(dialect, _ASKED.person_id)
    )
    entry, figure = _since_latest(dialect), _first_figures(theirs)
    parts = (entry, figure, day.where(_DAY.day >= _DAYS_SINCE), sent, closed, decision, asked)
    return union_all(*parts).order_by("day", "at", "number")
