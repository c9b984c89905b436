"""How many messages wait although their moment has come."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import nudges

MOST = 100_000  # whatever is beyond it makes no difference to who looks


async def backlog(connection: AsyncConnection, now: datetime) -> int:
    """At most MOST. What another process holds just now does not wait."""
    some = select(nudges.c.id).where(nudges.c.next_at <= now).limit(MOST).subquery()
    return int(await connection.scalar(select(func.count()).select_from(some)) or 0)
