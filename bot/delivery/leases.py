"""The leases of nudges that this process is sending."""

from __future__ import annotations

import asyncio
from datetime import datetime

import structlog

from bot.delivery.claims import LEASE
from bot.storage.engine.errors import DatabaseError
from bot.turns.service import Service

log = structlog.get_logger("bot.delivery.leases")

RENEW_EVERY_SECONDS = 30.0


class Leases:
    """Until when each nudge, by id, certainly belongs to the process `by`."""

    def __init__(self, service: Service, by: str) -> None:
        self._service, self._by = service, by
        self._until: dict[int, datetime] = {}

    def add(self, nudge_id: int, until: datetime) -> None:
        self._until[nudge_id] = until

    def end(self, nudge_id: int) -> None:
        self._until.pop(nudge_id, None)

    def holds(self, nudge_id: int) -> bool:
        """False once the lease is over: a machine that slept has lost its nudges to another process."""
        return self._service.clock() < self._until[nudge_id]

    async def renew_forever(self) -> None:
        """A platform may ask for minutes of pause; no other process takes the waiting nudges meanwhile."""
        while True:
            await asyncio.sleep(RENEW_EVERY_SECONDS)
            if self._until:
                await self._renew()

    async def _renew(self) -> None:
        until, ids = self._service.clock() + LEASE, list(self._until)
        try:
            async with self._service.database.write() as transaction:
                kept = await transaction.claims.renew(self._by, ids, until)
        except DatabaseError as error:
            log.error("leases cannot be renewed yet", nudges=len(ids), why=str(error))
        else:
            self._until |= dict.fromkeys(kept & self._until.keys(), until)
