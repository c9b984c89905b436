"""The answers, decisions and nudges of people, read for any number of people by one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import (
    CompoundSelect,
    Date,
    Float,
    FromClause,
    Integer,
    Row,
    Select,
    String,
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
from sqlalchemy.types import TypeEngine

from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.plan import Decision, Enrolment, StepChoice
from bot.core.model.snapshot import RECENT, WINDOW, Snapshot
from bot.core.progress.steps import FIRST_FIGURES
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in
from bot.storage.engine.types import Moment
from bot.storage.journal import asked
from bot.storage.nudges import ARRIVED, NudgeState, nudges
from bot.storage.plans import days, decisions, enrolments, entries

SENT_PERIOD = timedelta(days=15)
HISTORY_PERIOD = timedelta(days=72)  # a day or two more than 70, because local days differ
# Entries of a plan that are always read: a plan of one day a week needs more than seventy days.
MIN_ENTRIES = 70
CLOCK_SKEW = timedelta(minutes=1)  # by which the clocks of several machines may differ
# Looking a value up here is much quicker than calling the enumeration, and a person has dozens of rows.
_ANSWERS = {str(one): one for one in CheckinAnswer}
_KINDS = {str(one): one for one in NudgeKind}
_CHOICES = {str(one): one for one in StepChoice}

Rows: TypeAlias = dict[tuple[str, int], list[Row[Any]]]
"""Rows by `what` and `owner`."""


class History(Repository):
    """Answers, decisions and nudges."""

    async def read(self, ids: Sequence[int], now: datetime, needs: SnapshotNeeds) -> Rows:
        """The rows (what, owner, number, day, word, amount, extra, at) of these people, oldest first.

        `owner` is the number of a plan for "entry", "figure" and "decision", and the number of a person for
        "day", "sent", "closed" and "asked".
        """
        period = HISTORY_PERIOD if needs.history else RECENT
        given = {"ids": list(ids), "days_since": (now - period).date(), "sent_since": now - SENT_PERIOD}
        found: Rows = defaultdict(list)
        statement = _statement(needs.history, needs.decisions, needs.prompts)
        for row in await self.connection.execute(statement, given):
            found[row.what, row.owner].append(row)
        return found


def fields_of(
    snapshot: Snapshot, plans: Iterable[Enrolment], rows: Rows, needs: SnapshotNeeds
) -> dict[str, Any]:
    """The fields of a person's snapshot that `History.read` has read."""
    now, owner, mine = snapshot.now, snapshot.person.id, [plan.id for plan in plans]
    entries = {(r.owner, r.day): _entry(r) for n in mine for r in rows.get(("entry", n), ())}
    since = snapshot.today - WINDOW
    records = (DayRecord(r.day, r.number, r.word) for r in rows.get(("day", owner), ()) if r.day >= since)
    sent = [SentNudge(_KINDS[r.word], r.day, r.at) for r in rows.get(("sent", owner), ())]
    ahead = {
        (one.kind, one.day) for one in sent if one.at > now + CLOCK_SKEW
    }  # sent by a clock that was ahead
    found = {
        "entries": entries,
        "whole": needs.history,
        "days": {record.day: record for record in records},
        "sent": tuple(one for one in sent if one.at <= now + CLOCK_SKEW),
        "closed": frozenset((_KINDS[r.word], r.day) for r in rows.get(("closed", owner), ())) | ahead,
    }
    if needs.history:
        figures = (_entry(r) for n in mine for r in rows.get(("figure", n), ()))
        found["first_figures"] = tuple(e for e in figures if (e.enrolment_id, e.day) not in entries)
    if needs.decisions:
        made = (
            Decision(r.owner, r.day, _CHOICES[r.word]) for n in mine for r in rows.get(("decision", n), ())
        )
        found["decisions"] = tuple(sorted(made, key=lambda one: (one.day, one.enrolment_id)))
    if needs.prompts:
        found["asked"] = {r.word: r.number for r in rows.get(("asked", owner), ())}
    return found


def _entry(row: Row[Any]) -> CheckinEntry:
    return CheckinEntry(row.owner, row.day, _ANSWERS[row.word], row.amount, row.extra)


def _rows(what: str, owner: Any, **columns: Any) -> Select[Any]:
    """Rows of one kind, in the columns that all kinds share, so that one statement can read them all."""
    shown = (_as(kind, columns.get(name)).label(name) for name, kind in _COLUMNS.items())
    return select(literal(what).label("what"), owner.label("owner"), *shown)


def _as(kind: TypeEngine[Any], column: Any) -> Any:
    """PostgreSQL needs the type of a NULL; on SQLite, a CAST would turn a date into its year."""
    return cast(null(), kind) if column is None else type_coerce(column, kind)


_COLUMNS: dict[str, TypeEngine[Any]] = {
    "number": Integer(), "day": Date(), "word": String(), "amount": Float(), "extra": Integer(),
    "at": Moment(),
}  # fmt: skip
_DAYS_SINCE, _SENT_SINCE = bindparam("days_since", type_=Date), bindparam("sent_since", type_=Moment)
_PLANS = select(enrolments.c.id).where(ids_in(enrolments.c.person_id)).scalar_subquery()


@cache
def _statement(history: bool, decisions: bool, prompts: bool) -> CompoundSelect[Any]:
    read = [_days(), _sent(), _closed()]
    read += [_entries_since_latest(), _first_figures()] if history else [_recent_entries()]
    if decisions:
        read.append(_decisions())
    if prompts:
        read.append(_asked())
    return union_all(*read).order_by("day", "at", "number")


def _entry_rows(what: str, table: FromClause) -> Select[Any]:
    e = table.c
    return _rows(what, e.enrolment_id, day=e.day, word=e.kept, amount=e.amount, extra=e.step)


def _recent_entries() -> Select[Any]:
    e = entries.c
    return _entry_rows("entry", entries).where(e.enrolment_id.in_(_PLANS), e.day >= _DAYS_SINCE)


def _entries_since_latest() -> Select[Any]:
    """The entries of the last days, or the latest MIN_ENTRIES of each plan if they reach back farther: one
    range of the primary key for each plan."""
    plan, its = enrolments.c, entries.alias("its")
    latest = select(its.c.day).where(its.c.enrolment_id == plan.id).correlate(enrolments)
    earliest = latest.order_by(its.c.day.desc()).offset(MIN_ENTRIES - 1).limit(1).scalar_subquery()
    since = case((earliest < _DAYS_SINCE, earliest), (earliest.is_(None), date.min), else_=_DAYS_SINCE)
    bounds = select(plan.id, since.label("since")).where(ids_in(plan.person_id)).subquery()
    mine = entries.c.enrolment_id == bounds.c.id
    return _entry_rows("entry", entries).where(mine, entries.c.day >= bounds.c.since)


def _first_figures() -> Select[Any]:
    """The first figures of each plan's steps that are older than the last days."""
    e = entries.c
    counted = e.amount.is_not(None) & (e.kept != CheckinAnswer.SKIPPED)
    nth = func.row_number().over(partition_by=(e.enrolment_id, e.step), order_by=e.day)
    old = select(entries, nth.label("nth"))
    figures = old.where(e.enrolment_id.in_(_PLANS), e.day < _DAYS_SINCE, counted).subquery()
    return _entry_rows("figure", figures).where(figures.c.nth <= FIRST_FIGURES)


def _decisions() -> Select[Any]:
    d = decisions.c
    return _rows("decision", d.enrolment_id, day=d.day, word=d.choice).where(d.enrolment_id.in_(_PLANS))


def _days() -> Select[Any]:
    d = days.c
    read = _rows("day", d.person_id, number=d.control, day=d.day, word=d.obstacle)
    return read.where(ids_in(d.person_id), d.day >= _DAYS_SINCE)


def _sent() -> Select[Any]:
    n = nudges.c
    sent = _rows("sent", n.person_id, day=n.day, word=n.kind, at=n.sent_at)
    return sent.where(ids_in(n.person_id), n.state.in_(ARRIVED), n.sent_at >= _SENT_SINCE)


def _closed() -> Select[Any]:
    n, states = nudges.c, (NudgeState.DROPPED, NudgeState.REFUSED)
    closed = _rows("closed", n.person_id, day=n.day, word=n.kind)
    return closed.where(ids_in(n.person_id), n.state.in_(states), n.due_at >= _SENT_SINCE)


def _asked() -> Select[Any]:
    a = asked.c
    return _rows("asked", a.person_id, number=a.times, word=a.prompt).where(ids_in(a.person_id))
