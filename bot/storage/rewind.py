"""What a clock that was ahead left planned and held, put right once it is right again.

Nothing that people said or were sent is touched: nobody can tell which of two times was the wrong one. A
plan that was begun in days to come begins today; a pause longer than any that can be chosen is over.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.nudges.registry import DAILY
from bot.storage import posts as planned_posts
from bot.storage.communities import get
from bot.storage.community_tables import posts
from bot.storage.link_tables import link_tries
from bot.storage.tables import NudgeState, enrolments, events, nudges, persons

SKEW = timedelta(minutes=1)  # by which the clocks of several machines may differ
FAR = timedelta(days=2)  # farther than anything waits whose moment has come
LEASE = timedelta(minutes=2)
FARTHEST_POST = timedelta(days=22)
WEEK, DAY = timedelta(days=7), timedelta(days=1)
LONGEST_PAUSE = timedelta(days=368)  # a year, and what a zone may add
_N = nudges.c


async def was_ahead(connection: AsyncConnection, now: datetime) -> bool:
    """Whether a clock that was ahead left its traces: an event or a message over that is yet to come."""
    seen = select(exists().where(events.c.seen_at > now + SKEW))
    over = select(exists().where(_N.next_at.is_(None), _N.due_at > now + SKEW))
    return bool(await connection.scalar(seen) or await connection.scalar(over))


async def rewind(connection: AsyncConnection, now: datetime) -> None:
    """See `Store.rewind`."""
    await _people(connection, now)
    closed = _N.state.in_((NudgeState.DROPPED, NudgeState.REFUSED))
    await connection.execute(delete(nudges).where(closed, _N.due_at > now))
    put_off = update(nudges).where(_N.state == NudgeState.DUE, _N.next_at > _N.due_at)
    await connection.execute(put_off.where(_N.due_at > now).values(next_at=_N.due_at))
    await connection.execute(put_off.where(_N.due_at <= now, _N.next_at > now + FAR).values(next_at=now))
    held = update(nudges).where(_N.state == NudgeState.CLAIMED, _N.next_at > now + FAR)
    await connection.execute(held.values(next_at=now + LEASE))
    await _communities(connection, now)


async def _people(connection: AsyncConnection, now: datetime) -> None:
    """What was counted, begun or tried under the false date holds nobody back."""
    came = select(_N.person_id).where(_N.next_at.is_(None), _N.due_at > now + SKEW)
    await connection.execute(update(persons).where(persons.c.id.in_(came)).values(ignored=0))
    too_far = persons.c.paused_until > (now + LONGEST_PAUSE).date()
    await connection.execute(update(persons).where(too_far).values(paused_until=None))
    begun = enrolments.c.started_on > (now + DAY).date()
    today = now.date()
    await connection.execute(update(enrolments).where(begun).values(started_on=today, step_since=today))
    await connection.execute(delete(link_tries).where(link_tries.c.since > now + SKEW))


async def _communities(connection: AsyncConnection, now: datetime) -> None:
    held = update(posts).where(posts.c.state == NudgeState.CLAIMED, posts.c.next_at > now + FAR)
    await connection.execute(held.values(next_at=now + LEASE))
    far = delete(posts).where(posts.c.state == NudgeState.DUE, posts.c.due_at > now + FARTHEST_POST)
    for number in sorted(set(await connection.scalars(far.returning(posts.c.community_id)))):
        if (community := await get(connection, number, locks=True)) and community.left_at is None:
            await planned_posts.replan(connection, community, now)


async def waits_long(
    connection: AsyncConnection, after: int, beyond: datetime, limit: int
) -> tuple[int, ...]:
    """See `Store.waits_long`."""
    long = or_(_N.kind.in_(DAILY), _N.next_at > beyond + WEEK)
    theirs = (_N.state == NudgeState.DUE, _N.next_at > beyond, _N.person_id > after)
    people = select(_N.person_id).where(*theirs, long).distinct()
    return tuple(await connection.scalars(people.order_by(_N.person_id).limit(limit)))
