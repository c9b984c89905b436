"""What is posted in communities, as rows: planned, claimed by one process, posted or not, closed.

Unique (community, kind, week): a second one of the same slot cannot exist. A claim is a lease, as for nudges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.community import weeks
from bot.core.model.community import Community, CommunityPost, DuePost, PostKind
from bot.storage.community_tables import communities, posts, quotations
from bot.storage.engine.sql import insert_new
from bot.storage.tables import NudgeState

POSTED = (NudgeState.SENT, NudgeState.UNKNOWN)  # of which nobody knows may well be there
ORDER = tuple(PostKind)  # in which one community's posts go out


@dataclass(frozen=True, slots=True)
class ClaimedPost:
    """A post that this process has to send. `attempts`: how often it was claimed, this time included."""

    id: int
    community_id: int
    kind: PostKind
    week: date
    subject: str
    due_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class PostedDigest:
    """A digest that is there. `message`: what the platform finds it by."""

    id: int
    community_id: int
    week: date
    message: str


async def posted(connection: AsyncConnection, community_id: int) -> tuple[CommunityPost, ...]:
    """What was posted, oldest first."""
    theirs = (posts.c.community_id == community_id) & posts.c.state.in_(POSTED)
    statement = select(posts.c.kind, posts.c.week, posts.c.subject).where(theirs)
    rows = await connection.execute(statement.order_by(posts.c.week, posts.c.id))
    return tuple(CommunityPost(*row) for row in rows)


async def replan(connection: AsyncConnection, community: Community, now: datetime) -> None:
    """Make what is still to come equal to what is wanted. What is due already is left to whoever sends it."""
    wanted = weeks.upcoming(community, await posted(connection, community.id), now)
    theirs = (posts.c.community_id == community.id) & (posts.c.state == NudgeState.DUE)
    await connection.execute(delete(posts).where(theirs, posts.c.due_at > now))
    for due in wanted:
        row = {"community_id": community.id, "kind": due.kind, "week": due.week, "subject": ""}
        when = {"due_at": due.at, "next_at": due.at, "state": NudgeState.DUE, "attempts": 0}
        await insert_new(connection, posts, **row, **when)


async def failed(connection: AsyncConnection, community_id: int) -> bool:
    """Whether anything was not posted there."""
    states = (NudgeState.REFUSED, NudgeState.DROPPED)
    some = select(posts.c.id).where(posts.c.community_id == community_id, posts.c.state.in_(states))
    return (await connection.execute(some.limit(1))).first() is not None


async def again(
    connection: AsyncConnection, community_id: int, wanted: Iterable[DuePost], now: datetime
) -> None:
    """Plan posts for now, as far as they are not there or on their way."""
    open_ = posts.c.state.not_in((*POSTED, NudgeState.CLAIMED))
    for due in wanted:
        row = {"community_id": community_id, "kind": due.kind, "week": due.week}
        same = (posts.c[name] == value for name, value in row.items())
        await connection.execute(delete(posts).where(*same, open_))
        when = {"due_at": now, "next_at": now, "state": NudgeState.DUE, "attempts": 0}
        await insert_new(connection, posts, **row, subject="", **when)


async def claim(
    connection: AsyncConnection,
    now: datetime,
    *,
    limit: int,
    lease: timedelta,
    by: str,
    platforms: Collection[str],
) -> list[ClaimedPost]:
    """Take up to `limit` posts that are due, in the order in which they are to go out."""
    there = communities.c.id == posts.c.community_id
    met = select(communities.c.id).where(there, communities.c.platform.in_(platforms)).exists()
    picked = (
        select(posts.c.id)
        .where(posts.c.next_at <= now, met)
        .order_by(posts.c.next_at, posts.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=posts)
    )
    if connection.dialect.name == "postgresql":  # a plain subquery may be run anew for each row
        picked = select(picked.cte("picked").prefix_with("MATERIALIZED").c.id)
    values = {"state": NudgeState.CLAIMED, "claimed_by": by, "next_at": now + lease}
    taken = update(posts).where(posts.c.id.in_(picked)).values(**values, attempts=posts.c.attempts + 1)
    rows = await connection.execute(taken.returning(*(posts.c[name] for name in ClaimedPost.__slots__)))
    return sorted((ClaimedPost(*row) for row in rows), key=lambda p: (p.due_at, ORDER.index(p.kind), p.id))


async def about(connection: AsyncConnection, number: int, subject: str, author: int | None) -> None:
    """What a post is about, so that it stays so if it has to be sent again; and whose line is in it."""
    await connection.execute(update(posts).where(posts.c.id == number).values(subject=subject))
    await connection.execute(delete(quotations).where(quotations.c.post_id == number))
    if author is not None:
        await insert_new(connection, quotations, post_id=number, author_id=author)


async def mark(
    connection: AsyncConnection, number: int, by: str, state: NudgeState, message: str | None
) -> bool:
    """Close a post. False, and no effect, if it is not (or no longer) claimed by `by`."""
    stands = update(quotations).where(quotations.c.post_id == number)
    await connection.execute(stands.values(message=message))
    return await _settle(connection, number, by, state=state, next_at=None, claimed_by=None)


async def release(connection: AsyncConnection, number: int, by: str, again_at: datetime) -> bool:
    """Give a post back, to be claimed again from then on."""
    return await _settle(connection, number, by, state=NudgeState.DUE, next_at=again_at, claimed_by=None)


async def _settle(connection: AsyncConnection, number: int, by: str, **values: Any) -> bool:
    held = (posts.c.state == NudgeState.CLAIMED) & (posts.c.claimed_by == by)
    done = update(posts).where(posts.c.id == number, held).values(**values)
    return (await connection.execute(done)).rowcount == 1


async def drop(connection: AsyncConnection, community_id: int) -> None:
    """Nothing more is posted: what waits is forgotten."""
    theirs = (posts.c.community_id == community_id) & posts.c.next_at.is_not(None)
    await connection.execute(delete(posts).where(theirs))


async def to_change(connection: AsyncConnection, platforms: Collection[str]) -> list[PostedDigest]:
    """Digests in which a line stands that is to be taken out."""
    columns = (posts.c.id, posts.c.community_id, posts.c.week, quotations.c.message)
    there = (posts.c.community_id == communities.c.id) & communities.c.platform.in_(platforms)
    stands = (quotations.c.post_id == posts.c.id) & quotations.c.author_id.is_(None)
    known = select(*columns).where(there, stands, quotations.c.message.is_not(None))
    return [PostedDigest(*row) for row in await connection.execute(known.order_by(posts.c.id))]


async def changed(connection: AsyncConnection, number: int) -> None:
    """No line stands in that post any more."""
    await connection.execute(delete(quotations).where(quotations.c.post_id == number))
