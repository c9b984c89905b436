"""Notices that the clock was wrong, and repeats the planning that it spoiled: a server's clock that was
ahead by days or years for a while silences nobody afterwards."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import structlog

from bot.turns import next_nudges
from bot.turns.service import Service

log = structlog.get_logger("bot.delivery.clock_changes")

MAX_STEP_BACK = timedelta(minutes=1)  # a clock that goes back farther was wrong, or is now
MAX_USUAL_WAIT = timedelta(hours=26)  # for a check-in at the daily pace
MAX_PEOPLE_AT_ONCE = 200  # in one transaction, so that no other waits long for the lock


class ClockWatch:
    """Looks at the clock before each tick: at the first one for traces of an earlier wrong clock, and then
    whether it went back."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._last = datetime.max.replace(tzinfo=UTC)
        self._begun = False

    async def look(self) -> None:
        """Repair the planning if it needs repair. Raises `DatabaseError`: the next tick tries again."""
        now = self._service.clock()
        back = self._begun and now < self._last - MAX_STEP_BACK
        if back or not self._begun:
            await self._put_right(now, everybody=back)
        self._begun, self._last = True, now

    async def _put_right(self, now: datetime, *, everybody: bool) -> None:
        async with self._service.database.read() as transaction:
            ahead = everybody or await transaction.upkeep.was_ahead(now)
        if ahead:
            log.warning("the clock was ahead: what it planned is planned again")
            await self._rewind(now)
        await self._plan_all_beyond(now if ahead else now + MAX_USUAL_WAIT, now)

    async def _rewind(self, now: datetime) -> None:
        after = 0
        while people := await self._spoiled(after, now):
            async with self._service.database.write() as transaction:
                await transaction.upkeep.rewind_people(people, now)
            after = people[-1]
        async with self._service.database.write() as transaction:
            await transaction.upkeep.rewind_others(now)

    async def _spoiled(self, after: int, now: datetime) -> tuple[int, ...]:
        async with self._service.database.read() as transaction:
            return await transaction.upkeep.people_to_rewind(after, now, limit=MAX_PEOPLE_AT_ONCE)

    async def _plan_all_beyond(self, beyond: datetime, now: datetime) -> None:
        after = 0
        while people := await self._beyond(after, beyond):
            await self._plan(people, now)
            after = people[-1]

    async def _beyond(self, after: int, beyond: datetime) -> tuple[int, ...]:
        async with self._service.database.read() as transaction:
            return await transaction.upkeep.people_planned_beyond(after, beyond, limit=MAX_PEOPLE_AT_ONCE)

    async def _plan(self, people: Collection[int], now: datetime) -> None:
        async with self._service.database.write() as transaction:
            found = await transaction.snapshots.load(sorted(people), now, self._service.library)
            await next_nudges.replan(transaction, found)
