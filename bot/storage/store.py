"""What can be asked of the database inside one transaction. Each method is a line here and a function in the
module of its noun."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.conversation.flow import Frame
from bot.core.model.community_effects import CommunityEffect
from bot.core.model.effects import Effect
from bot.core.model.inputs import Account
from bot.core.model.limits import Stored
from bot.storage import effects, export, journal, nudges, people, planning, rate_limits, rewind
from bot.storage.nudges import ClaimedNudge
from bot.storage.planning import NudgeSlot, PendingNudge
from bot.storage.snapshots import Snapshots
from bot.storage.store_community import CommunityStore, LinkStore
from bot.storage.tables import NudgeState

__all__ = ["ClaimedNudge", "NudgeSlot", "NudgeState", "PendingNudge", "Store"]


class Store(CommunityStore, LinkStore):
    """Handed out by `Database.write` and `Database.read`; not for use after its transaction."""

    def __init__(self, connection: AsyncConnection, lookup: bytes, *, writes: bool) -> None:
        self.connection = connection
        self._lookup = lookup
        self._writes = writes
        self.snapshots = Snapshots(connection, lookup, writes=writes)

    # --- people

    async def seen(self, platform: str, event_id: str, now: datetime) -> bool:
        """Whether this event was here before; if not, it is from now on. Of two at once one waits."""
        return await people.seen(self.connection, platform, event_id, now)

    async def person_of(self, account: Account, now: datetime | None = None) -> int | None:
        """Whose account it is; None for somebody new. When writing, their row is locked until the end, and a
        new name or address is kept; `now` notes (by the hour) that they were here."""
        return await people.person_of(self.connection, self._lookup, account, now, locks=self._writes)

    async def known(self, account: Account) -> tuple[int, str] | None:
        """Their number and language, of the little that is there whatever else of theirs is damaged. When
        writing, their row is locked until the end."""
        return await people.known(self.connection, self._lookup, account, locks=self._writes)

    async def meet(self, account: Account, language: str, now: datetime) -> int:
        """A new person with this account, their preferred one. Met twice at once, it is one person."""
        return await people.meet(self.connection, self._lookup, account, language, now)

    async def accounts(self, person_id: int) -> tuple[Account, ...]:
        """All accounts of a person, the preferred one first."""
        return await people.accounts_of(self.connection, person_id)

    async def homes(self, ids: Sequence[int]) -> dict[int, Account]:
        """Where each of these people is written to: their preferred account. Of whom that cannot be read is
        left out."""
        return await people.homes(self.connection, ids)

    async def hold(self, ids: Sequence[int]) -> None:
        """Lock these people's rows until the end, as one must who holds more than one: in order."""
        await people.hold(self.connection, ids)

    async def count_ignored(self, ids: Sequence[int]) -> dict[int, int]:
        """One more check-in without any sign of each of these people (held already); how many it is now."""
        return await people.count_ignored(self.connection, ids)

    # --- a turn

    async def stored_about(self, person_id: int, day: date) -> Stored:
        """How much a person's journal holds about one local day."""
        return await journal.stored_about(self.connection, person_id, day)

    async def frames(self, person_id: int) -> tuple[Frame, ...]:
        """Where the conversation stands, the waiting frame last."""
        return (await self.frames_of([person_id])).get(person_id, ())

    async def frames_of(self, ids: Sequence[int]) -> dict[int, tuple[Frame, ...]]:
        """The same for many; for whom nothing waits is left out."""
        return await people.frames(self.connection, ids)

    async def save_frames(self, person_id: int, stack: tuple[Frame, ...]) -> None:
        """Raises sqlalchemy.exc.StatementError for data that JSON does not hold."""
        await self.save_stacks({person_id: stack})

    async def save_stacks(self, stacks: Mapping[int, tuple[Frame, ...]]) -> None:
        """The same for many people."""
        await people.save_frames(self.connection, stacks)

    async def apply(self, person_id: int, command: Effect, now: datetime) -> None:
        """Carry out any command but Export. What names somebody else's rows, or gone ones, has no effect.
        Raises ValueError for a field that does not exist."""
        if isinstance(command, CommunityEffect):
            await self.in_community(person_id, command, now)
        else:
            await effects.apply(self.connection, person_id, command, now)

    async def export(self, person_id: int, account: Account | None = None) -> dict[str, Any]:
        """All that is stored of a person, ready for JSON; with what this account's side brought into a join,
        as long as it is kept. "unreadable" lists what had to be left out. Raises LookupError for nobody."""
        kept = await self.kept(account) if account else None
        return await export.export(self.connection, self._lookup, person_id, kept)

    # --- messages of the coach's own accord

    async def planned(self, person_id: int) -> tuple[NudgeSlot, ...]:
        """What waits for its moment, soonest first."""
        return await planning.planned(self.connection, person_id)

    async def waiting(self, ids: Sequence[int]) -> dict[int, list[PendingNudge]]:
        """What waits for these people, and what is being sent to them just now; soonest first."""
        return await planning.waiting(self.connection, ids)

    async def replan(
        self,
        wanted: Mapping[int, Iterable[NudgeSlot]],
        there: Mapping[int, Iterable[PendingNudge]] | None = None,
    ) -> None:
        """Make what waits for these people equal to what is wanted for each, of every kind (LATER too: pass
        on what `planned` says of it). Claimed and closed nudges stay as they are, and their slots are not
        planned again. One whose moment stays the same keeps its pause after a failure. `there`: what
        `waiting` said within this transaction, if it was asked."""
        await planning.replan(self.connection, wanted, there)

    async def claim(
        self,
        now: datetime,
        *,
        limit: int,
        lease: timedelta,
        by: str,
        platforms: Collection[str] | None = None,
        person_id: int | None = None,
    ) -> list[ClaimedNudge]:
        """Take up to `limit` nudges that are due, or whose lease has run out, longest waiting first. They are
        this process's (`by`, at most 64 characters) until `now + lease`. `platforms`: of people whose
        preferred account is there; None: of everybody."""
        return await nudges.claim(
            self.connection, now, limit=limit, lease=lease, by=by, platforms=platforms, person_id=person_id
        )

    async def mark(self, by: str, states: Mapping[int, NudgeState], now: datetime) -> frozenset[int]:
        """Close nudges as sent, unknown, dropped or refused. Returns those that were (still) claimed by `by`;
        on others it has no effect. Where the people's facts are needed too, ask for them first: who holds a
        person's row never waits for who holds only a nudge's."""
        return await nudges.mark(self.connection, by, states, now)

    async def release(self, by: str, again_at: Mapping[int, datetime]) -> None:
        """Give nudges back, to be claimed again from then on; `due_at` stays what was promised."""
        await nudges.release(self.connection, by, again_at)

    async def renew(self, by: str, ids: Collection[int], until: datetime) -> frozenset[int]:
        """Prolong the lease of nudges that are still on their way. Returns those still claimed by `by`."""
        return await nudges.renew(self.connection, by, ids, until)

    async def reserve(self, platform: str, places: int, rate: float, now: datetime) -> datetime:
        """Take the next `places` in a platform's rate (a second), which all processes share: the moment of
        the first; the others follow evenly. Places that nobody took are gone."""
        return await rate_limits.reserve(self.connection, platform, places, rate, now)

    async def close_until(self, platform: str, until: datetime, now: datetime) -> None:
        """No place in a platform's rate before `until` (two minutes from now at most)."""
        await rate_limits.close(self.connection, platform, until, now)

    async def next_due(
        self, *, platforms: Collection[str] | None = None, person_id: int | None = None
    ) -> datetime | None:
        """When `claim` will next find something: a due moment, or the end of a lease."""
        return await nudges.next_due(self.connection, platforms, person_id)

    async def clean(self, now: datetime, *, limit: int | None = None) -> int:
        """Forget events older than 3 days, closed nudges that were due more than 60 days ago, and what is
        kept after a join, counted or told for a time. `limit`: of events and nudges at most so many, so that
        nobody waits long for the lock. Returns how many; 0: nothing is left."""
        return await nudges.clean(self.connection, now, limit)

    async def was_ahead(self, now: datetime) -> bool:
        """Whether there are traces of a clock that was ahead of `now`."""
        return await rewind.was_ahead(self.connection, now)

    async def rewind(self, now: datetime) -> None:
        """Put right what a clock that was ahead left planned and held; all whom `waits_long` names are to be
        planned anew then."""
        await rewind.rewind(self.connection, now)

    async def waits_long(self, after: int, beyond: datetime, *, limit: int) -> tuple[int, ...]:
        """Up to `limit` people, by number and from `after` on, whose next check-in is planned beyond a
        moment, or whose other messages a week beyond it."""
        return await rewind.waits_long(self.connection, after, beyond, limit)
