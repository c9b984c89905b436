"""How many messages a second a platform takes, shared by all processes: the moment from which its next place
is free.

A sender of many messages reserves places first and waits for them. An answer to a person is sent at once, and
the reserved messages wait a little longer.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Column, ColumnElement, String, Table, and_, case, literal

from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import upsert
from bot.storage.engine.types import metadata

# `free_at`: microseconds since 1970, which both databases can add to and compare.
budgets = Table(
    "budgets",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("free_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

MAX_AHEAD = timedelta(minutes=2)  # a place farther ahead was reserved by a process with a wrong clock
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def _number(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _moment(number: int) -> datetime:
    return _EPOCH + number * _MICROSECOND


class RateLimits(Repository):
    """Places in the rates of the platforms."""

    async def reserve(self, platform: str, places: int, rate: float, now: datetime) -> datetime:
        """Take the next `places` in a platform's rate (messages a second). Returns the moment of the first
        one; the others follow evenly. A place that is not used is lost."""
        span = round(places * 1_000_000 / rate)
        since = _number(now)
        ahead = and_(budgets.c.free_at > since, budgets.c.free_at < _number(now + MAX_AHEAD))
        free: ColumnElement[int] = case((ahead, budgets.c.free_at), else_=literal(since))
        new = upsert(budgets).values(platform=platform, free_at=since + span)
        taken = new.on_conflict_do_update(index_elements=["platform"], set_={"free_at": free + span})
        end: int = (await self.connection.execute(taken.returning(budgets.c.free_at))).scalar_one()
        return _moment(end - span)

    async def close_until(self, platform: str, until: datetime, now: datetime) -> None:
        """Let no place in a platform's rate be before `until` (at most MAX_AHEAD from now)."""
        at = _number(min(until, now + MAX_AHEAD - timedelta(seconds=1)))
        new = upsert(budgets).values(platform=platform, free_at=at)
        closed = new.on_conflict_do_update(
            index_elements=["platform"], set_={"free_at": at}, where=budgets.c.free_at < at
        )
        await self.connection.execute(closed)
