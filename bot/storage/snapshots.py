"""Everything that one turn may know of a person, or of many people at once, in three statements (and a fourth
for the journal)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.calendar.timing import local_day
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.journal import JournalEntry
from bot.core.model.library import Library
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import GuessedLanguage, Person
from bot.core.model.plan import Decision, Earlier, Enrolment, OwnPlan, Phrase, StepChoice
from bot.core.model.snapshot import WINDOW, Snapshot
from bot.storage import history
from bot.storage import tables as t
from bot.storage.history import among, numbers
from bot.storage.journal import recent
from bot.storage.people import PERSON_FIELDS

SKEW = timedelta(minutes=1)  # by which the clocks of several machines may differ
# Much quicker than the enumerations' own way, and there are dozens of rows a person.
_KEPT = {str(one): one for one in CheckinAnswer}
_KIND = {str(one): one for one in NudgeKind}
_CHOICE = {str(one): one for one in StepChoice}
_SEALED = ("why", "name"), ("cue", "action")  # of a person and of a plan: what a brief look leaves shut


async def load(
    connection: AsyncConnection,
    person_id: int,
    now: datetime,
    library: Library,
    *,
    journal: bool,
    zone_hint: str,
    locks: bool,
) -> Snapshot:
    """See `Store.facts`. `locks`: the person's row is held until the end of the transaction."""
    found = await load_many(
        connection, [person_id], now, library, journal=journal, locks=locks, zone_hint=zone_hint
    )
    if not found:
        raise LookupError(f"no person {person_id}")
    return found[person_id]


async def load_many(
    connection: AsyncConnection,
    ids: Sequence[int],
    now: datetime,
    library: Library,
    *,
    locks: bool,
    journal: bool = False,
    brief: bool = False,
    zone_hint: str = "",
) -> dict[int, Snapshot]:
    """See `Store.facts_of`."""
    dialect = connection.dialect.name
    whose = _persons(dialect, brief)
    rows = await connection.execute(whose.with_for_update() if locks else whose, numbers(dialect, ids))
    people = [_person(row, library) for row in rows]
    plans = await _enrolments(connection, ids, brief=brief)
    told = _told(await history.fetch(connection, ids, now, brief=brief))
    found = {}
    lines = await recent(connection, ids, now.date()) if journal else {}
    for person in people:
        words = lines.get(person.id, ())
        found[person.id] = _facts(person, now, library, plans[person.id], told, words, zone_hint)
    return found


@cache
def _persons(dialect: str, brief: bool) -> Select[Any]:
    """In the order of their numbers, so that two who lock several of them never wait for each other."""
    columns = [t.persons.c[name] for name in ("id", *PERSON_FIELDS) if not brief or name not in _SEALED[0]]
    return select(*columns).where(among(dialect, t.persons.c.id)).order_by(t.persons.c.id)


@cache
def _plans(dialect: str, brief: bool) -> Select[Any]:
    columns = [column for column in t.enrolments.c if not brief or column.name not in _SEALED[1]]
    return select(*columns).where(among(dialect, t.enrolments.c.person_id)).order_by(t.enrolments.c.id)


def _person(row: Row[Any], library: Library) -> Person:
    person = Person(**row._mapping)
    return person if person.language else person.replace(language=GuessedLanguage(library.default_language))


def _facts(
    person: Person,
    now: datetime,
    library: Library,
    plans: tuple[Enrolment, ...],
    told: dict[tuple[str, int], list[Row[Any]]],
    words: tuple[JournalEntry, ...],
    zone_hint: str,
) -> Snapshot:
    today = local_day(now, person)
    since = today - WINDOW
    mine = [plan.id for plan in plans]
    entries = {(r.owner, r.day): _entry(r) for number in mine for r in told.get(("entry", number), ())}
    figures = (_entry(r) for number in mine for r in told.get(("figure", number), ()))
    decisions = sorted(
        (r for n in mine for r in told.get(("decision", n), ())), key=lambda r: (r.day, r.owner)
    )
    sent = [SentNudge(_KIND[r.word], r.day, r.at) for r in told.get(("sent", person.id), ())]
    return Snapshot(
        person=person,
        now=now,
        today=today,
        library=library,
        enrolments=plans,
        entries=entries,
        first_figures=tuple(e for e in figures if (e.enrolment_id, e.day) not in entries),
        days={
            r.day: DayRecord(r.day, r.number, r.word)
            for r in told.get(("day", person.id), ())
            if r.day >= since
        },
        sent=tuple(one for one in sent if one.at <= now + SKEW),
        closed=frozenset((_KIND[r.word], r.day) for r in told.get(("closed", person.id), ()))
        | {(one.kind, one.day) for one in sent if one.at > now + SKEW},  # by a clock that was ahead
        asked={r.word: r.number for r in told.get(("asked", person.id), ())},
        decisions=tuple(Decision(r.owner, r.day, _CHOICE[r.word]) for r in decisions),
        journal=words,
        zone_hint=zone_hint,
    )


def _entry(row: Row[Any]) -> CheckinEntry:
    return CheckinEntry(row.owner, row.day, _KEPT[row.word], row.amount, row.extra)


def _told(rows: Sequence[Row[Any]]) -> dict[tuple[str, int], list[Row[Any]]]:
    found: dict[tuple[str, int], list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.what, row.owner].append(row)
    return found


async def _enrolments(
    connection: AsyncConnection, ids: Sequence[int], *, brief: bool
) -> dict[int, tuple[Enrolment, ...]]:
    found: dict[int, tuple[Enrolment, ...]] = defaultdict(tuple)
    dialect = connection.dialect.name
    for row in await connection.execute(_plans(dialect, brief), numbers(dialect, ids)):
        found[row.person_id] += (enrolment(row),)
    return found


def enrolment(row: Row[Any]) -> Enrolment:
    values = dict(row._mapping)
    del values["person_id"]
    for name in ("cue", "action"):
        values[name] = phrase(values.get(name))
    values["own"] = _own(values["own"])
    return Enrolment(**values)


def phrase(stored: Any) -> Phrase | None:
    """A half of an if-then as its column holds it; None where there is none, or none that can be read."""
    try:
        return Phrase(**stored) if stored else None
    except TypeError:
        return None


def _own(stored: Any) -> OwnPlan | None:
    """None where it cannot be read: then it is treated like a plan that the catalogue no longer has."""
    try:
        return _own_plan(stored) if stored else None
    except (TypeError, ValueError, LookupError, AttributeError):
        return None


def _own_plan(words: Mapping[str, Any]) -> OwnPlan:
    earlier = (
        Earlier(date.fromisoformat(one["until"]), one["action"], tuple(one["weekdays"]))
        for one in words.get("earlier", ())  # plans of older releases have none
    )
    return OwnPlan(words["name"], words["action"], tuple(words["weekdays"]), tuple(earlier))
