"""What can be asked of the database inside one transaction. Each method is a line here and a function in the
module of its noun."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.commands import Command
from bot.core.community.commands import CommunityCommand
from bot.core.flow import Frame
from bot.core.library import Library
from bot.core.messages import Account
from bot.core.model import Facts
from bot.db import commands, export, facts, nudges, people
from bot.db.nudges import Claimed, Slot
from bot.db.store_community import CommunityStore, LinkStore
from bot.db.tables import NudgeState

__all__ = ["Claimed", "NudgeState", "Slot", "Store"]


class Store(CommunityStore, LinkStore):
    """Handed out by `Database.write` and `Database.read`; not for use after its transaction."""

    def __init__(self, connection: AsyncConnection, lookup: bytes, *, writes: bool) -> None:
        self.connection = connection
        self._lookup = lookup
        self._writes = writes

    # --- people

    async def seen(self, platform: str, event_id: str, now: datetime) -> bool:
        """Whether this event was here before; if not, it is from now on. Of two at once one waits."""
        return await people.seen(self.connection, platform, event_id, now)

    async def person_of(self, account: Account, now: datetime | None = None) -> int | None:
        """Whose account it is; None for somebody new. When writing, their row is locked until the end, and a
        new name or address is kept; `now` notes (by the hour) that they were here."""
        return await people.person_of(self.connection, self._lookup, account, now, locks=self._writes)

    async def meet(self, account: Account, language: str, now: datetime) -> int:
        """A new person with this account, their preferred one. Met twice at once, it is one person."""
        return await people.meet(self.connection, self._lookup, account, language, now)

    async def accounts(self, person_id: int) -> tuple[Account, ...]:
        """All accounts of a person, the preferred one first."""
        return await people.accounts_of(self.connection, person_id)

    # --- a turn

    async def facts(
        self,
        person_id: int,
        now: datetime,
        library: Library,
        *,
        journal: bool = False,
        zone_hint: str = "",
    ) -> Facts:
        """Everything a turn may know. When writing, the person's row is locked until the end. Raises
        LookupError for a person who is not there (any more)."""
        return await facts.load(
            self.connection, person_id, now, library,
            journal=journal, zone_hint=zone_hint, locks=self._writes,
        )  # fmt: skip

    async def frames(self, person_id: int) -> tuple[Frame, ...]:
        """Where the conversation stands, the waiting frame last."""
        return await people.frames(self.connection, person_id)

    async def save_frames(self, person_id: int, stack: tuple[Frame, ...]) -> None:
        """Raises sqlalchemy.exc.StatementError for data that JSON does not hold."""
        await people.save_frames(self.connection, person_id, stack)

    async def apply(self, person_id: int, command: Command, now: datetime) -> None:
        """Carry out any command but Export. What names somebody else's rows, or gone ones, has no effect.
        Raises ValueError for a field that does not exist."""
        if isinstance(command, CommunityCommand):
            await self.in_community(person_id, command, now)
        else:
            await commands.apply(self.connection, person_id, command, now)

    async def export(self, person_id: int) -> dict[str, Any]:
        """All that is stored of a person, ready for JSON. Raises LookupError for nobody."""
        return await export.export(self.connection, person_id)

    # --- messages of the coach's own accord

    async def planned(self, person_id: int) -> tuple[Slot, ...]:
        """What waits for its moment, soonest first."""
        return await nudges.planned(self.connection, person_id)

    async def replan(self, person_id: int, wanted: Iterable[Slot]) -> None:
        """Make what waits equal to `wanted`, of every kind (LATER too: pass on what `planned` says of it).
        Claimed and closed nudges stay as they are, and their slots are not planned again. One whose moment
        stays the same keeps its pause after a failure."""
        await nudges.replan(self.connection, person_id, wanted)

    async def claim(
        self,
        now: datetime,
        *,
        limit: int,
        lease: timedelta,
        by: str,
        platforms: Collection[str] | None = None,
        person_id: int | None = None,
    ) -> list[Claimed]:
        """Take up to `limit` nudges that are due, or whose lease has run out, longest waiting first. They are
        this process's (`by`, at most 64 characters) until `now + lease`. `platforms`: of people whose
        preferred account is there; None: of everybody."""
        return await nudges.claim(
            self.connection, now, limit=limit, lease=lease, by=by, platforms=platforms, person_id=person_id
        )

    async def mark(self, nudge_id: int, by: str, state: NudgeState, now: datetime) -> bool:
        """Close a nudge as sent, unknown, dropped or refused. False, and no effect, if it is not (or no
        longer) claimed by `by`. Where the person's facts are needed too, ask for them first: who holds the
        person's row never waits for who holds only a nudge's."""
        return await nudges.mark(self.connection, nudge_id, by, state, now)

    async def release(self, nudge_id: int, by: str, again_at: datetime) -> bool:
        """Give a nudge back, to be claimed again from `again_at` on; `due_at` stays what was promised."""
        return await nudges.release(self.connection, nudge_id, by, again_at)

    async def next_due(
        self, *, platforms: Collection[str] | None = None, person_id: int | None = None
    ) -> datetime | None:
        """When `claim` will next find something: a due moment, or the end of a lease."""
        return await nudges.next_due(self.connection, platforms, person_id)

    async def clean(self, now: datetime, *, limit: int | None = None) -> int:
        """Forget events older than 3 days and closed nudges that were due more than 60 days ago. `limit`: of
        each at most so many, so that nobody waits long for the lock. Returns how many; 0: nothing is left."""
        return await nudges.clean(self.connection, now, limit)
