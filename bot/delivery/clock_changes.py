"""Notices that the clock was wrong, and plans anew what it led astray: a server's clock that was ahead by
days or years for a while silences nobody afterwards."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import structlog

from bot.turns import next_nudges
from bot.turns.service import Service

log = structlog.get_logger("astray")

BACK = timedelta(minutes=1)  # a clock that goes back farther was wrong, or is now
USUAL = timedelta(hours=26)  # that a check-in lies ahead at the daily pace
AT_ONCE = 200  # people; nobody waits long for the lock then


class ClockWatch:
    """Looks at the clock before each tick: at the first one for what was left behind before, and then
    whether it went back."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._last = datetime.max.replace(tzinfo=UTC)
        self._begun = False

    async def look(self) -> None:
        """Put right what there is to put right. Raises what the database raises: it is tried again then."""
        now = self._service.clock()
        back = self._begun and now < self._last - BACK
        if back or not self._begun:
            await self._put_right(now, everybody=back)
        self._begun, self._last = True, now

    async def _put_right(self, now: datetime, *, everybody: bool) -> None:
        async with self._service.database.read() as store:
            ahead = everybody or await store.was_ahead(now)
        if ahead:
            log.warning("the clock was ahead: what it led astray is planned anew")
            async with self._service.database.write() as store:
                await store.rewind(now)
        await self._plan_all_beyond(now if ahead else now + USUAL, now)

    async def _plan_all_beyond(self, beyond: datetime, now: datetime) -> None:
        after = 0
        while people := await self._beyond(after, beyond):
            await self._plan(people, now)
            after = people[-1]

    async def _beyond(self, after: int, beyond: datetime) -> tuple[int, ...]:
        async with self._service.database.read() as store:
            return await store.waits_long(after, beyond, limit=AT_ONCE)

    async def _plan(self, people: Collection[int], now: datetime) -> None:
        async with self._service.database.write() as store:
            found = await store.snapshots.load(sorted(people), now, self._service.library)
            await next_nudges.replan(store, found)
