"""Plans that people take part in, read for many people by one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model.plan import Earlier, Enrolment, OwnPlan, Phrase
from bot.storage import tables as t
from bot.storage.history import among, numbers

OWN_WORDS = ("cue", "action")  # encrypted columns


async def of_people(
    connection: AsyncConnection, ids: Sequence[int], *, own_words: bool
) -> dict[int, tuple[Enrolment, ...]]:
    """The plans of each of these people, oldest first. `own_words`: with their cues and actions."""
    found: dict[int, tuple[Enrolment, ...]] = defaultdict(tuple)
    dialect = connection.dialect.name
    for row in await connection.execute(_plans(dialect, own_words), numbers(dialect, ids)):
        found[row.person_id] += (enrolment(row),)
    return found


@cache
def _plans(dialect: str, own_words: bool) -> Select[Any]:
    columns = [column for column in t.enrolments.c if own_words or column.name not in OWN_WORDS]
    return select(*columns).where(among(dialect, t.enrolments.c.person_id)).order_by(t.enrolments.c.id)


def enrolment(row: Row[Any]) -> Enrolment:
    """A plan, with those of its fields that the row has."""
    values = dict(row._mapping)
    del values["person_id"]
    for name in OWN_WORDS:
        if name in values:
            values[name] = phrase(values[name])
    values["own"] = _own(values["own"])
    return Enrolment.loaded(**values)


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
