"""Planned messages of the coach, as rows with a due moment. A person has at most one nudge of a kind for a
local day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    text,
    update,
)

from bot.core.model.nudge import NudgeKind
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in, insert_new, upsert
from bot.storage.engine.types import Moment, belongs_to, metadata, one_of, row_number

NudgeSlot: TypeAlias = tuple[NudgeKind, date, datetime]
"""The kind, the local day, and the due moment."""

MAX_COUNTED_DUE = 100_000


class NudgeState(StrEnum):
    """DUE: not sent yet. CLAIMED: a process is sending it. UNKNOWN: sent, but no answer came.
    DROPPED: it no longer made sense. REFUSED: the platform will not deliver it."""

    DUE = "due"
    CLAIMED = "claimed"
    SENT = "sent"
    DROPPED = "dropped"
    REFUSED = "refused"
    UNKNOWN = "unknown"


# A message whose fate is unknown may well have arrived, so it counts like one that was sent.
ARRIVED = (NudgeState.SENT, NudgeState.UNKNOWN)

# `due_at` is the promised moment and stays. `next_at` is the moment from which a process may take the row: at
# first the due moment, after a passing failure a later one, during a claim the end of the lease, and NULL
# once the nudge is closed. So one narrow index finds the due rows, and another one the rows that can be
# deleted.
nudges = Table(
    "nudges",
    metadata,
    row_number(),
    belongs_to("person_id", "persons"),
    one_of("kind", NudgeKind, "kind"),
    Column("day", Date, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("next_at", Moment),
    one_of("state", NudgeState, "state"),
    Column("claimed_by", String(64)),
    Column("attempts", Integer, nullable=False),
    Column("sent_at", Moment),
    UniqueConstraint("person_id", "kind", "day"),
    CheckConstraint("(next_at IS NULL) = (state NOT IN ('due', 'claimed'))", name="next_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_nudges_next_at",
    nudges.c.next_at,
    sqlite_where=text("next_at IS NOT NULL"),
    postgresql_where=text("next_at IS NOT NULL"),
)
Index(
    "ix_nudges_closed",
    nudges.c.due_at,
    sqlite_where=text("next_at IS NULL"),
    postgresql_where=text("next_at IS NULL"),
)


@dataclass(frozen=True, slots=True)
class PendingNudge:
    """A nudge that is not closed. `held`: a process is sending it at this moment."""

    id: int
    person_id: int
    kind: NudgeKind
    day: date
    due_at: datetime
    held: bool

    @property
    def slot(self) -> NudgeSlot:
        return self.kind, self.day, self.due_at


_N = nudges.c
_AT = bindparam("at", type_=Moment)
_IS_DUE = _N.state == NudgeState.DUE
_PENDING = select(_N.id, _N.person_id, _N.kind, _N.day, _N.due_at, _N.state)
_PENDING = _PENDING.where(ids_in(_N.person_id), _N.state.in_((NudgeState.DUE, NudgeState.CLAIMED)))
_PENDING = _PENDING.order_by(_N.due_at, _N.id)
_DELETE = delete(nudges).where(ids_in(_N.id), _IS_DUE)
_ADD = insert_new(nudges)
_MOVE = (
    update(nudges).where(_N.id == bindparam("number"), _IS_DUE).values(due_at=_AT, next_at=_AT, attempts=0)
)


class Nudges(Repository):
    """Planning nudges."""

    async def planned(self, person_id: int) -> tuple[NudgeSlot, ...]:
        """The slots of a person that nobody is sending yet, soonest first."""
        mine = (await self.pending([person_id]))[person_id]
        return tuple(one.slot for one in mine if not one.held)

    async def pending(self, ids: Sequence[int]) -> dict[int, list[PendingNudge]]:
        """The nudges of these people that are not closed, soonest first."""
        found: dict[int, list[PendingNudge]] = defaultdict(list)
        for row in await self.connection.execute(_PENDING, {"ids": list(ids)}):
            held = row.state is NudgeState.CLAIMED
            found[row.person_id].append(PendingNudge(*row[:-1], held))
        return found

    async def replan(
        self,
        wanted: Mapping[int, Iterable[NudgeSlot]],
        pending: Mapping[int, Iterable[PendingNudge]] | None = None,
    ) -> None:
        """Make the due nudges of these people equal to the wanted slots of each, of every kind.

        Claimed and closed nudges stay as they are, and their slots are not planned again. A nudge whose
        moment stays the same keeps its pause after a failure. `pending`: what `pending` has returned within
        this transaction, if it was called.
        """
        if pending is None:
            pending = await self.pending(list(wanted))
        obsolete: list[int] = []
        new: list[dict[str, Any]] = []
        moved: list[dict[str, Any]] = []
        for person_id, slots in wanted.items():
            there = {(one.kind, one.day): one for one in pending.get(person_id, ()) if not one.held}
            want = {(kind, day): at for kind, day, at in slots}
            obsolete += [one.id for slot, one in there.items() if slot not in want]
            new += [_new_row(person_id, *slot, at) for slot, at in want.items() if slot not in there]
            both = ((there[slot], at) for slot, at in want.items() if slot in there)
            moved += [{"number": one.id, "at": at} for one, at in both if one.due_at != at]
        if obsolete:
            await self.connection.execute(_DELETE, {"ids": obsolete})
        if new:
            await self.connection.execute(_ADD, new)
        if moved:
            await self.connection.execute(_MOVE, moved)

    async def ask_later(self, person_id: int, day: date, at: datetime) -> None:
        """Plan a LATER nudge: a due one moves to `at`, one that was never delivered becomes due again."""
        undelivered = _N.state.in_((NudgeState.DUE, NudgeState.DROPPED, NudgeState.REFUSED))
        new = upsert(nudges).values(_new_row(person_id, NudgeKind.LATER, day, at))
        slot = ["person_id", "kind", "day"]
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=slot, set_=_due_again(at), where=undelivered)
        )

    async def ask_after_urge(self, person_id: int, day: date, at: datetime) -> None:
        """Plan an URGE nudge in place of one that waits, and of that day's earlier one. It is a new row, so
        that no platform takes its message for a repeated one."""
        mine = (_N.person_id == person_id) & (_N.kind == NudgeKind.URGE) & (_N.state != NudgeState.CLAIMED)
        waits_or_same = _IS_DUE | (_N.day == day)
        await self.connection.execute(delete(nudges).where(mine, waits_or_same))
        await self.connection.execute(_ADD, _new_row(person_id, NudgeKind.URGE, day, at))

    async def cancel_after_urge(self, person_id: int) -> None:
        """Delete the URGE nudge that waits."""
        mine = (_N.person_id == person_id) & (_N.kind == NudgeKind.URGE)
        await self.connection.execute(delete(nudges).where(mine, _IS_DUE))

    async def count_due(self, now: datetime) -> int:
        """How many nudges are due and not claimed, at most MAX_COUNTED_DUE."""
        due = select(_N.id).where(_N.next_at <= now).limit(MAX_COUNTED_DUE).subquery()
        return int(await self.connection.scalar(select(func.count()).select_from(due)) or 0)


def _new_row(person_id: int, kind: NudgeKind, day: date, at: datetime) -> dict[str, Any]:
    return {"person_id": person_id, "kind": kind, "day": day, **_due_again(at)}


def _due_again(at: datetime) -> dict[str, Any]:
    return {"due_at": at, "next_at": at, "state": NudgeState.DUE, "claimed_by": None, "attempts": 0}
