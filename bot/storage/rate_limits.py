"""How many messages a second a platform takes, shared by all processes: the moment from which its places are
free. Who writes to many takes places first and waits for them; who answers somebody goes at once, and the
others wait a little longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, literal
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.engine.sql import insert_into
from bot.storage.tables import budgets

FARTHEST = timedelta(minutes=2)  # what is farther away was reserved by a clock that went wrong
_ONE = timedelta(microseconds=1)


def _number(moment: datetime) -> int:
    """Microseconds since 1970, which both databases can add to and compare."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // _ONE


def _moment(number: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + number * _ONE


async def reserve(
    connection: AsyncConnection, platform: str, places: int, rate: float, now: datetime
) -> datetime:
    """See `Store.reserve`."""
    span = round(places * 1_000_000 / rate)
    since = _number(now)
    statement = insert_into(connection, budgets).values(platform=platform, free_at=since + span)
    ahead = and_(budgets.c.free_at > since, budgets.c.free_at < _number(now + FARTHEST))
    free: ColumnElement[int] = case((ahead, budgets.c.free_at), else_=literal(since))
    taken = statement.on_conflict_do_update(index_elements=["platform"], set_={"free_at": free + span})
    ends: int = (await connection.execute(taken.returning(budgets.c.free_at))).scalar_one()
    return _moment(ends - span)


async def close(connection: AsyncConnection, platform: str, until: datetime, now: datetime) -> None:
    """See `Store.close_until`."""
    at = _number(min(until, now + FARTHEST - timedelta(seconds=1)))
    statement = insert_into(connection, budgets).values(platform=platform, free_at=at)
    later = budgets.c.free_at < at
    closed = statement.on_conflict_do_update(index_elements=["platform"], set_={"free_at": at}, where=later)
    await connection.execute(closed)
