"""Communities, as a turn may know them, and what people do in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.community import weeks
from bot.core.model import community_effects as c
from bot.core.model.community import Community, Participation, PostingTrouble, Tally, Venue
from bot.storage import community_tables as t
from bot.storage import posts, quotes
from bot.storage.community_tables import communities, part_days, parts
from bot.storage.engine.lookup_keys import lookup
from bot.storage.engine.sql import insert_new
from bot.storage.tables import accounts

KEPT = timedelta(days=30)  # after the bot was removed
PARTS_KEPT = timedelta(days=60)  # after a week began
_FIELDS = tuple(field.name for field in fields(Community) if field.name != "id")


async def find(
    connection: AsyncConnection, key: bytes, platform: str, external_id: str, *, locks: bool
) -> Community | None:
    """A community by its id on the platform. `locks`: its row is held until the end of the transaction."""
    found = communities.c.lookup == lookup(key, platform, external_id)
    statement = select(communities).where(communities.c.platform == platform, found)
    row = (await connection.execute(statement.with_for_update() if locks else statement)).first()
    return replace(_community(row), external_id=external_id) if row else None  # even if it cannot be read


async def get(connection: AsyncConnection, number: int, *, locks: bool) -> Community | None:
    statement = select(communities).where(communities.c.id == number)
    row = (await connection.execute(statement.with_for_update() if locks else statement)).first()
    return _community(row) if row else None


async def all_of(connection: AsyncConnection, platform: str) -> tuple[Community, ...]:
    rows = await connection.execute(select(communities).where(communities.c.platform == platform))
    return tuple(_community(row) for row in rows)


def _community(row: Row[Any]) -> Community:
    return Community(row.id, **{name: getattr(row, name) for name in _FIELDS})


async def venue(
    connection: AsyncConnection,
    key: bytes,
    community: Community,
    person_id: int,
    now: datetime,
    *,
    manages: bool,
) -> Venue:
    """See `Store.venue`."""
    posted = await posts.posted(connection, community.id)
    week = weeks.running(posted, community.day(now))
    part = await _part(connection, community, person_id, week) if week else None
    return Venue(
        community,
        posted,
        part,
        manages,
        failed=manages and await posts.failed(connection, community.id),
        quotes=await quotes.offered(connection, key, community.id, posted, week) if manages else (),
        blocked=await quotes.is_blocked(connection, key, community, person_id),
    )


async def _part(
    connection: AsyncConnection, community: Community, person_id: int, week: date
) -> Participation | None:
    mine = (parts.c.community_id == community.id) & (parts.c.person_id == person_id) & (parts.c.week == week)
    row = (await connection.execute(select(parts).where(mine))).first()
    if row is None:
        return None
    theirs = (part_days.c.community_id == community.id) & (part_days.c.person_id == person_id)
    days = await connection.scalars(select(part_days.c.day).where(theirs, part_days.c.week == week))
    return Participation(row.joined, frozenset(days), row.quote, row.review)


async def told(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """What is stored of a person's parts in communities, for them to read."""
    joined = parts.join(communities, communities.c.id == parts.c.community_id)
    columns = [communities.c[name] for name in ("platform", "external_id")]
    mine = select(*columns, parts).select_from(joined).where(parts.c.person_id == person_id)
    days = select(part_days).where(part_days.c.person_id == person_id).order_by(part_days.c.day)
    kept = list(await connection.execute(days))
    return [
        {
            "platform": row.platform,
            "community": row.external_id,
            "week": row.week.isoformat(),
            "joined": row.joined,
            "quote": row.quote,
            "review": row.review,
            "days": [
                d.day.isoformat() for d in kept if (d.community_id, d.week) == (row.community_id, row.week)
            ],
        }
        for row in await connection.execute(mine.order_by(parts.c.week))
    ]


async def quoted(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """The posts in which a line of a person's stands."""
    there = (t.posts.c.id == t.quotations.c.post_id) & (communities.c.id == t.posts.c.community_id)
    columns = (communities.c.platform, communities.c.external_id, t.posts.c.week)
    theirs = select(*columns).where(there, t.quotations.c.author_id == person_id)
    return [
        {"platform": row.platform, "community": row.external_id, "week": row.week.isoformat()}
        for row in await connection.execute(theirs.order_by(t.posts.c.week))
    ]


async def not_quoted(connection: AsyncConnection, key: bytes, person_id: int) -> list[dict[str, Any]]:
    """The communities in which a person's words are not quoted."""
    known = select(communities).where(communities.c.id.in_(select(t.blocks.c.community_id)))
    return [
        {"platform": row.platform, "community": row.external_id}
        for row in await connection.execute(known.order_by(communities.c.id))
        if await quotes.is_blocked(connection, key, _community(row), person_id)
    ]


async def apply(
    connection: AsyncConnection, key: bytes, person_id: int, command: c.CommunityEffect, now: datetime
) -> None:
    """Carry out what a turn wants done in its own venue."""
    match command:
        case c.SaveCommunity(community):
            await save(connection, key, community, now)
        case c.TakePart(number, week, joins):
            row = {"community_id": number, "person_id": person_id, "week": week}
            await insert_new(connection, parts, **row, joined=joins, quote="")
            if joins:
                await connection.execute(update(parts).where(*_own(person_id, command)).values(joined=True))
        case c.LeaveWeek():
            await connection.execute(delete(parts).where(*_own(person_id, command)))
        case c.Quote():
            await quotes.offer(connection, person_id, command)
        case c.ReviewQuote():
            await quotes.review(connection, key, command)
        case c.BlockAuthor():
            await quotes.block(connection, key, command)
        case c.PostNow(number, due):
            await posts.again(connection, number, due, now)
        case c.MarkDay():
            await _mark(connection, person_id, command)


def _own(person_id: int, command: c.TakePart | c.LeaveWeek) -> tuple[Any, ...]:
    where = parts.c.community_id == command.community_id
    return where, parts.c.person_id == person_id, parts.c.week == command.week


async def _mark(connection: AsyncConnection, person_id: int, mark: c.MarkDay) -> None:
    row = {
        "community_id": mark.community_id, "person_id": person_id, "week": mark.week, "day": mark.day,
    }  # fmt: skip
    if mark.kept:
        await insert_new(connection, part_days, **row)
        return
    same = (part_days.c[name] == value for name, value in row.items())
    await connection.execute(delete(part_days).where(*same))


async def save(connection: AsyncConnection, key: bytes, community: Community, now: datetime) -> None:
    """Keep the settings; what is posted next is planned anew."""
    values = {name: getattr(community, name) for name in _FIELDS}
    found = lookup(key, community.platform, community.external_id)
    if not community.id:
        await insert_new(connection, communities, lookup=found, **values)
        return  # it has no channel yet, so nothing is planned
    await connection.execute(update(communities).where(communities.c.id == community.id).values(values))
    await posts.replan(connection, community, now)


async def change(connection: AsyncConnection, community: Community, now: datetime, **values: Any) -> None:
    """Change some fields; what is posted next is planned anew."""
    await connection.execute(update(communities).where(communities.c.id == community.id).values(values))
    await posts.replan(connection, replace(community, **values), now)


async def lost(connection: AsyncConnection, community: Community, channel: str, now: datetime) -> None:
    """A channel is gone; if it was the community's, nothing is posted until there is another."""
    if community.channel == channel and community.left_at is None:
        await change(connection, community, now, trouble=PostingTrouble.GONE)


async def tally(connection: AsyncConnection, key: bytes, number: int, week: date) -> Tally:
    """A week in numbers."""
    theirs = (parts.c.community_id == number) & (parts.c.week == week)
    people = await connection.scalar(select(func.count()).select_from(parts).where(theirs))
    days = (part_days.c.community_id == number) & (part_days.c.week == week)
    counted = select(func.count(), func.count(part_days.c.person_id.distinct())).where(days)
    kept, keepers = (await connection.execute(counted)).one()
    return Tally(people or 0, kept, keepers, await quotes.of_week(connection, key, number, week))


async def participants(connection: AsyncConnection, number: int) -> dict[int, tuple[str, ...]]:
    """See `Store.participants`."""
    theirs = select(parts.c.person_id).where(parts.c.community_id == number)
    platform = select(communities.c.platform).where(communities.c.id == number).scalar_subquery()
    wanted = select(accounts.c.person_id, accounts.c.external_id).where(
        accounts.c.platform == platform, accounts.c.person_id.in_(theirs)
    )
    found: dict[int, tuple[str, ...]] = {}
    for row in await connection.execute(wanted.order_by(accounts.c.id)):
        found[row.person_id] = (*found.get(row.person_id, ()), row.external_id)
    return {person: theirs for person, theirs in found.items() if all(theirs)}  # all of them can be read


async def leave(connection: AsyncConnection, number: int, people: Collection[int]) -> None:
    """See `Store.leave_community`. The days go with the parts."""
    theirs = (parts.c.community_id == number) & parts.c.person_id.in_(people)
    await connection.execute(delete(parts).where(theirs))
    await quotes.unquote(connection, number, people)


async def clean(connection: AsyncConnection, now: datetime) -> int:
    """Delete communities that the bot left 30 days ago, with all that is theirs, and parts of old weeks."""
    left = delete(communities).where(communities.c.left_at < now - KEPT)
    old = delete(parts).where(parts.c.week < (now - PARTS_KEPT).date())
    return sum([(await connection.execute(statement)).rowcount for statement in (left, old)])
