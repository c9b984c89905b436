"""Sending nudges: claimed by one process, then closed or given back.

A claim is a lease: if a process dies while it sends, its nudges stay claimed until the lease ends; then
another process takes them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, select, update

from bot.core.model.nudge import NudgeKind
from bot.storage.accounts import accounts
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in
from bot.storage.engine.types import Moment
from bot.storage.nudges import ARRIVED, NudgeState, nudges
from bot.storage.people import persons


@dataclass(frozen=True, slots=True)
class ClaimedNudge:
    """A nudge that this process has to send. `attempts`: how often it was claimed, this time included."""

    id: int
    person_id: int
    kind: NudgeKind
    day: date
    due_at: datetime
    attempts: int


_N = nudges.c
_AT = bindparam("at", type_=Moment)
_CLAIMED_BY_ME = (_N.state == NudgeState.CLAIMED, _N.claimed_by == bindparam("by"))

_CLOSE = update(nudges).where(ids_in(_N.id), *_CLAIMED_BY_ME).returning(_N.id)
_CLOSE = _CLOSE.values(
    state=bindparam("to", type_=_N.state.type), sent_at=bindparam("arrived_at", type_=Moment),
    next_at=None, claimed_by=None,
)  # fmt: skip
_RELEASE = update(nudges).where(_N.id == bindparam("number"), *_CLAIMED_BY_ME)
_RELEASE = _RELEASE.values(state=NudgeState.DUE, next_at=_AT, claimed_by=None)
_RENEW = update(nudges).where(ids_in(_N.id), *_CLAIMED_BY_ME).values(next_at=_AT).returning(_N.id)


class Claims(Repository):
    """The claims of nudges."""

    async def take(
        self,
        now: datetime,
        *,
        limit: int,
        lease: timedelta,
        by: str,
        platforms: Collection[str] | None = None,
        person_id: int | None = None,
    ) -> list[ClaimedNudge]:
        """Take up to `limit` nudges that are due or whose lease has ended, soonest first. They belong to the
        process `by` (at most 64 characters) until `now + lease`.

        `platforms`: only of people whose preferred account is on one of these; None: of all people.
        """
        # A person who talks to the coach at this moment holds their row and is skipped until the next claim.
        # A claim never waits for a lock, so two transactions cannot wait for each other.
        picked = (
            select(_N.id)
            .join(persons, persons.c.id == _N.person_id)
            .where(_N.next_at <= now, *_of(platforms, person_id))
            .order_by(_N.next_at)
            .limit(limit)
            .with_for_update(skip_locked=True, of=(nudges, persons))
        )
        # PostgreSQL may run a plain subquery again for each row.
        picked = select(picked.cte("picked").prefix_with("MATERIALIZED", dialect="postgresql").c.id)
        taken = update(nudges).where(_N.id.in_(picked)).values(
            state=NudgeState.CLAIMED, claimed_by=by, next_at=now + lease, attempts=_N.attempts + 1
        )  # fmt: skip
        rows = await self.connection.execute(taken.returning(*(_N[name] for name in ClaimedNudge.__slots__)))
        return sorted((ClaimedNudge(*row) for row in rows), key=lambda nudge: (nudge.due_at, nudge.id))

    async def close(self, by: str, states: Mapping[int, NudgeState], now: datetime) -> frozenset[int]:
        """Close nudges as SENT, UNKNOWN, DROPPED or REFUSED. Returns those that `by` had still claimed; the
        others do not change. Raises ValueError for another state.

        Lock the people's rows first if their snapshots are needed too: a transaction that holds a person's
        row never waits for one that holds only a nudge's.
        """
        if {NudgeState.DUE, NudgeState.CLAIMED} & set(states.values()):
            raise ValueError("close ends a nudge; release gives it back")
        closed: set[int] = set()
        for state in dict.fromkeys(states.values()):
            ids = [number for number, end in states.items() if end is state]
            given = {"ids": ids, "by": by, "to": state, "arrived_at": now if state in ARRIVED else None}
            closed |= set(await self.connection.scalars(_CLOSE, given))
        return frozenset(closed)

    async def release(self, by: str, again_at: Mapping[int, datetime]) -> None:
        """Give nudges back, to be claimed again from these moments on. `due_at` stays."""
        if again_at:
            given = [{"number": number, "by": by, "at": at} for number, at in again_at.items()]
            await self.connection.execute(_RELEASE, given)

    async def renew(self, by: str, ids: Collection[int], until: datetime) -> frozenset[int]:
        """Prolong the lease of nudges that are being sent. Returns those that `by` had still claimed."""
        given = {"ids": list(ids), "by": by, "at": until}
        return frozenset(await self.connection.scalars(_RENEW, given))

    async def next_due(
        self, *, platforms: Collection[str] | None = None, person_id: int | None = None
    ) -> datetime | None:
        """The next moment at which `take` finds a nudge: a due moment or the end of a lease."""
        upcoming = select(_N.next_at).where(_N.next_at.is_not(None), *_of(platforms, person_id))
        moment: datetime | None = await self.connection.scalar(upcoming.order_by(_N.next_at).limit(1))
        return moment


def _of(platforms: Collection[str] | None, person_id: int | None) -> list[ColumnElement[bool]]:
    """Conditions: the preferred account is on one of the platforms; it is this person."""
    where: list[ColumnElement[bool]] = []
    if platforms is not None:
        theirs = (accounts.c.person_id == _N.person_id) & accounts.c.preferred
        where.append(select(accounts.c.id).where(theirs, accounts.c.platform.in_(platforms)).exists())
    if person_id is not None:
        where.append(_N.person_id == person_id)
    return where
