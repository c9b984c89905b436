"""What the coach will write of its own accord, as rows with a due moment.

Unique (person, kind, local day): a second one of the same slot cannot exist.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Delete, Select, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model.nudge import NudgeKind
from bot.storage.engine.encrypted import Moment
from bot.storage.engine.sql import insert_into
from bot.storage.history import among, numbers
from bot.storage.tables import NudgeState, nudges

NudgeSlot: TypeAlias = tuple[NudgeKind, date, datetime]
"""Why, for which local day, and when it is due."""


@dataclass(frozen=True, slots=True)
class PendingNudge:
    """A nudge that is not over: it waits for its moment, or (`held`) some process is sending it."""

    id: int
    person_id: int
    kind: NudgeKind
    day: date
    due_at: datetime
    held: bool

    @property
    def slot(self) -> NudgeSlot:
        return self.kind, self.day, self.due_at


async def waiting(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, list[PendingNudge]]:
    """See `Store.waiting`."""
    dialect = connection.dialect.name
    found: dict[int, list[PendingNudge]] = defaultdict(list)
    for row in await connection.execute(_waiting(dialect), numbers(dialect, ids)):
        held = row.state is NudgeState.CLAIMED
        found[row.person_id].append(PendingNudge(row.id, row.person_id, row.kind, row.day, row.due_at, held))
    return found


@cache
def _waiting(dialect: str) -> Select[Any]:
    columns = (nudges.c[name] for name in ("id", "person_id", "kind", "day", "due_at", "state"))
    open_ = nudges.c.state.in_((NudgeState.DUE, NudgeState.CLAIMED))
    theirs = select(*columns).where(among(dialect, nudges.c.person_id), open_)
    return theirs.order_by(nudges.c.due_at, nudges.c.id)


async def planned(connection: AsyncConnection, person_id: int) -> tuple[NudgeSlot, ...]:
    """See `Store.planned`."""
    mine = (await waiting(connection, [person_id]))[person_id]
    return tuple(one.slot for one in mine if not one.held)


async def replan(
    connection: AsyncConnection,
    wanted: Mapping[int, Iterable[NudgeSlot]],
    there: Mapping[int, Iterable[PendingNudge]] | None = None,
) -> None:
    """See `Store.replan`. `there`: what waits for these people, where that is known already."""
    if there is None:
        there = await waiting(connection, list(wanted))
    gone: list[int] = []
    new: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    for person_id, slots in wanted.items():
        mine = {(one.kind, one.day): one for one in there.get(person_id, ()) if not one.held}
        want = {(kind, day): at for kind, day, at in slots}
        gone += [one.id for slot, one in mine.items() if slot not in want]
        new += [_new(person_id, *slot, at) for slot, at in want.items() if slot not in mine]
        moved += [
            {"number": mine[slot].id, "at": at}
            for slot, at in want.items()
            if slot in mine and mine[slot].due_at != at
        ]
    await _replanned(connection, gone, new, moved)


async def _replanned(
    connection: AsyncConnection, gone: list[int], new: list[dict[str, Any]], moved: list[dict[str, Any]]
) -> None:
    dialect = connection.dialect.name
    if gone:
        await connection.execute(_delete(dialect), numbers(dialect, gone))
    if new:
        await connection.execute(insert_into(connection, nudges).on_conflict_do_nothing(), new)
    if moved:
        await connection.execute(_MOVE, moved)


@cache
def _delete(dialect: str) -> Delete:
    return delete(nudges).where(among(dialect, nudges.c.id), _DUE)


def _new(person_id: int, kind: NudgeKind, day: date, at: datetime) -> dict[str, Any]:
    return {"person_id": person_id, "kind": kind, "day": day, **_due_at(at)}


def _due_at(at: datetime) -> dict[str, Any]:
    return {"due_at": at, "next_at": at, "state": NudgeState.DUE, "claimed_by": None, "attempts": 0}


_DUE = nudges.c.state == NudgeState.DUE
_AT = bindparam("at", type_=Moment)
_MOVE = update(nudges).where(nudges.c.id == bindparam("number"), _DUE)
_MOVE = _MOVE.values(due_at=_AT, next_at=_AT, attempts=0)


async def later(connection: AsyncConnection, person_id: int, day: date, at: datetime) -> None:
    """Ask again at `at`: a pending one moves, one that was never delivered is given another chance."""
    again = nudges.c.state.in_((NudgeState.DUE, NudgeState.DROPPED, NudgeState.REFUSED))
    statement = insert_into(connection, nudges).values(_new(person_id, NudgeKind.LATER, day, at))
    slot = ["person_id", "kind", "day"]
    await connection.execute(
        statement.on_conflict_do_update(index_elements=slot, set_=_due_at(at), where=again)
    )
