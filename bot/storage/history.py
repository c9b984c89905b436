"""Entries, days, decisions and nudges of people, read for many of them by one statement."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, TypeAlias

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
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.plan import Decision, Enrolment, StepChoice
from bot.core.model.snapshot import RECENT, WINDOW, Snapshot
from bot.core.progress.steps import FIRST_FIGURES
from bot.storage import tables as t
from bot.storage.engine.encrypted import Moment

SENT = timedelta(days=15)
DAYS = timedelta(days=72)  # a day or two more than anybody's seventy: local days differ
LATEST = 70  # answers of a plan that are always known: a plan of one day a week needs more than seventy days
# A message whose fate is unknown may well have arrived: it counts like one that was sent.
ARRIVED = (t.NudgeState.SENT, t.NudgeState.UNKNOWN)
SKEW = timedelta(minutes=1)  # by which the clocks of several machines may differ
CLOSED = (t.NudgeState.DROPPED, t.NudgeState.REFUSED)
# Much quicker than the enumerations' own way, and there are dozens of rows a person.
_KEPT = {str(one): one for one in CheckinAnswer}
_KIND = {str(one): one for one in NudgeKind}
_CHOICE = {str(one): one for one in StepChoice}
Rows: TypeAlias = dict[tuple[str, int], list[Row[Any]]]


def among(dialect: str, column: ColumnElement[int]) -> ColumnElement[bool]:
    """`column` is one of the parameter `ids` (see `numbers`): one statement for any number of them."""
    if dialect == "sqlite":
        listed = func.json_each(bindparam("ids", type_=String)).table_valued("value")
        return column.in_(select(listed.c.value))
    return column == any_(bindparam("ids", type_=ARRAY(BigInteger)))


def numbers(dialect: str, ids: Sequence[int]) -> dict[str, Any]:
    """The parameter `ids`."""
    return {"ids": json.dumps(ids) if dialect == "sqlite" else list(ids)}


async def fetch(connection: AsyncConnection, ids: Sequence[int], now: datetime, needs: SnapshotNeeds) -> Rows:
    """Rows (what, owner, number, day, word, amount, extra, at), oldest first, by `what` and `owner`: a plan's
    number for entries, figures and decisions, a person's for all else."""
    dialect = connection.dialect.name
    days = DAYS if needs.history else RECENT
    given = {**numbers(dialect, ids), "days_since": (now - days).date(), "sent_since": now - SENT}
    found: Rows = defaultdict(list)
    statement = _statement(dialect, needs.history, needs.decisions, needs.prompts)
    for row in await connection.execute(statement, given):
        found[row.what, row.owner].append(row)
    return found


def fields(
    snapshot: Snapshot, plans: Iterable[Enrolment], rows: Rows, needs: SnapshotNeeds
) -> dict[str, Any]:
    """The fields of a person's snapshot that `fetch` has read."""
    now, owner, mine = snapshot.now, snapshot.person.id, [plan.id for plan in plans]
    entries = {(r.owner, r.day): _entry(r) for n in mine for r in rows.get(("entry", n), ())}
    since = snapshot.today - WINDOW
    days = (DayRecord(r.day, r.number, r.word) for r in rows.get(("day", owner), ()) if r.day >= since)
    sent = [SentNudge(_KIND[r.word], r.day, r.at) for r in rows.get(("sent", owner), ())]
    ahead = {(one.kind, one.day) for one in sent if one.at > now + SKEW}  # sent by a clock that was ahead
    found = {
        "entries": entries,
        "whole": needs.history,
        "days": {day.day: day for day in days},
        "sent": tuple(one for one in sent if one.at <= now + SKEW),
        "closed": frozenset((_KIND[r.word], r.day) for r in rows.get(("closed", owner), ())) | ahead,
    }
    if needs.history:
        figures = (_entry(r) for n in mine for r in rows.get(("figure", n), ()))
        found["first_figures"] = tuple(e for e in figures if (e.enrolment_id, e.day) not in entries)
    if needs.decisions:
        made = (
            Decision(r.owner, r.day, _CHOICE[r.word]) for n in mine for r in rows.get(("decision", n), ())
        )
        found["decisions"] = tuple(sorted(made, key=lambda one: (one.day, one.enrolment_id)))
    if needs.prompts:
        found["asked"] = {r.word: r.number for r in rows.get(("asked", owner), ())}
    return found


def _entry(row: Row[Any]) -> CheckinEntry:
    return CheckinEntry(row.owner, row.day, _KEPT[row.word], row.amount, row.extra)


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
def _statement(dialect: str, history: bool, decisions: bool, prompts: bool) -> CompoundSelect[Any]:
    mine = among(dialect, t.enrolments.c.person_id)
    theirs = select(t.enrolments.c.id).where(mine).scalar_subquery()
    parts = [_days(dialect), _sent(dialect), _closed(dialect)]
    if history:
        parts += [_since_latest(dialect), _first_figures(theirs)]
    else:
        recent = _ENTRY.enrolment_id.in_(theirs), _ENTRY.day >= _DAYS_SINCE
        parts.append(_entries("entry", t.entries).where(*recent))
    if decisions:
        d = _DECISION
        made = _rows("decision", d.enrolment_id, day=d.day, word=d.choice).where(d.enrolment_id.in_(theirs))
        parts.append(made)
    if prompts:
        asked = _rows("asked", _ASKED.person_id, number=_ASKED.times, word=_ASKED.prompt)
        parts.append(asked.where(among(dialect, _ASKED.person_id)))
    return union_all(*parts).order_by("day", "at", "number")


def _days(dialect: str) -> Select[Any]:
    days = _rows("day", _DAY.person_id, number=_DAY.control, day=_DAY.day, word=_DAY.obstacle)
    return days.where(among(dialect, _DAY.person_id), _DAY.day >= _DAYS_SINCE)


def _sent(dialect: str) -> Select[Any]:
    n = _NUDGE
    sent = _rows("sent", n.person_id, day=n.day, word=n.kind, at=n.sent_at)
    return sent.where(among(dialect, n.person_id), n.state.in_(ARRIVED), n.sent_at >= _SENT_SINCE)


def _closed(dialect: str) -> Select[Any]:
    n = _NUDGE
    closed = _rows("closed", n.person_id, day=n.day, word=n.kind)
    return closed.where(among(dialect, n.person_id), n.state.in_(CLOSED), n.due_at >= _SENT_SINCE)
