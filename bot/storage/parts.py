"""The parts of people in the weeks of a community: in its challenge, and by an answer to its question. A part
belongs to a person by number alone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKeyConstraint,
    Table,
    delete,
    func,
    select,
    update,
)

from bot.core.model.community import Participation, Review
from bot.storage.accounts import accounts
from bot.storage.communities import communities
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import insert_new
from bot.storage.engine.types import EncryptedText, belongs_to, metadata, one_of

# `joined`: in the challenge of the week. `quote`: an answer that may be quoted without a name.
parts = Table(
    "parts",
    metadata,
    belongs_to("community_id", "communities", key=True),
    belongs_to("person_id", "persons", key=True, index=True),
    Column("week", Date, primary_key=True),
    Column("joined", Boolean, nullable=False),
    Column("quote", EncryptedText, nullable=False),
    one_of("review", Review, "review", default=Review.NEW),
    sqlite_with_rowid=False,
)

# The days of a week on which a person kept the step of the challenge.
part_days = Table(
    "part_days",
    metadata,
    Column("community_id", parts.c.community_id.type, primary_key=True, autoincrement=False),
    Column("person_id", parts.c.person_id.type, primary_key=True, autoincrement=False),
    Column("week", Date, primary_key=True),
    Column("day", Date, primary_key=True),
    ForeignKeyConstraint(
        ["community_id", "person_id", "week"],
        ["parts.community_id", "parts.person_id", "parts.week"],
        ondelete="CASCADE",
        name="fk_part_days_part",
    ),
    sqlite_with_rowid=False,
)

PARTS_KEPT = timedelta(days=60)  # after the week began


class Parts(Repository):
    """Parts in weeks. `community_id` is the number of a community."""

    async def get(self, community_id: int, person_id: int, week: date) -> Participation | None:
        """The part of a person in a week."""
        mine = select(parts).where(*_is(parts, community_id, person_id, week))
        row = (await self.connection.execute(mine)).first()
        if row is None:
            return None
        days = select(part_days.c.day).where(*_is(part_days, community_id, person_id, week))
        kept = frozenset(await self.connection.scalars(days))
        return Participation(row.joined, kept, row.quote, row.review)

    async def take(self, community_id: int, person_id: int, week: date, *, joins: bool) -> None:
        """Add a part in a week. `joins`: in its challenge."""
        row = {"community_id": community_id, "person_id": person_id, "week": week}
        await self.connection.execute(insert_new(parts), {**row, "joined": joins, "quote": ""})
        if joins:
            mine = update(parts).where(*_is(parts, community_id, person_id, week))
            await self.connection.execute(mine.values(joined=True))

    async def leave(self, community_id: int, person_id: int, week: date) -> None:
        """Delete a part, with its days."""
        await self.connection.execute(delete(parts).where(*_is(parts, community_id, person_id, week)))

    async def mark_day(self, community_id: int, person_id: int, week: date, day: date, *, kept: bool) -> None:
        """Store that the step was kept on a day, or that it was not."""
        if kept:
            row = {"community_id": community_id, "person_id": person_id, "week": week, "day": day}
            await self.connection.execute(insert_new(part_days), row)
            return
        same = (*_is(part_days, community_id, person_id, week), part_days.c.day == day)
        await self.connection.execute(delete(part_days).where(*same))

    async def remove(self, community_id: int, people: Collection[int]) -> None:
        """Delete all parts of these people in a community."""
        theirs = (parts.c.community_id == community_id) & parts.c.person_id.in_(people)
        await self.connection.execute(delete(parts).where(theirs))

    async def count(self, community_id: int, week: date) -> tuple[int, int, int]:
        """Of a week: how many people take part, how many days were kept, and by how many people."""
        theirs = (parts.c.community_id == community_id) & (parts.c.week == week)
        people = await self.connection.scalar(select(func.count()).select_from(parts).where(theirs))
        kept = (part_days.c.community_id == community_id) & (part_days.c.week == week)
        counted = select(func.count(), func.count(part_days.c.person_id.distinct())).where(kept)
        days, keepers = (await self.connection.execute(counted)).one()
        return people or 0, days, keepers

    async def participants(self, community_id: int) -> dict[int, tuple[str, ...]]:
        """The people who take part in any week of a community, with the ids of their accounts on its
        platform. A person is left out if one of these ids cannot be read."""
        theirs = select(parts.c.person_id).where(parts.c.community_id == community_id)
        platform = select(communities.c.platform).where(communities.c.id == community_id).scalar_subquery()
        known = select(accounts.c.person_id, accounts.c.external_id).where(
            accounts.c.platform == platform, accounts.c.person_id.in_(theirs)
        )
        found: dict[int, tuple[str, ...]] = {}
        for row in await self.connection.execute(known.order_by(accounts.c.id)):
            found[row.person_id] = (*found.get(row.person_id, ()), row.external_id)
        return {person: ids for person, ids in found.items() if all(ids)}

    async def of_person(self, person_id: int) -> list[dict[str, Any]]:
        """All parts of a person, for the export."""
        joined = parts.join(communities, communities.c.id == parts.c.community_id)
        columns = (communities.c.platform, communities.c.external_id, parts)
        mine = select(*columns).select_from(joined).where(parts.c.person_id == person_id)
        days = select(part_days).where(part_days.c.person_id == person_id).order_by(part_days.c.day)
        kept = list(await self.connection.execute(days))
        return [
            {
                "platform": row.platform,
                "community": row.external_id,
                "week": row.week.isoformat(),
                "joined": row.joined,
                "quote": row.quote,
                "review": row.review,
                "days": [
                    d.day.isoformat()
                    for d in kept
                    if (d.community_id, d.week) == (row.community_id, row.week)
                ],
            }
            for row in await self.connection.execute(mine.order_by(parts.c.week))
        ]

    async def clean(self, now: datetime) -> int:
        """Delete parts in weeks that began PARTS_KEPT ago. Returns how many."""
        old = delete(parts).where(parts.c.week < (now - PARTS_KEPT).date())
        return (await self.connection.execute(old)).rowcount


def _is(table: Table, community_id: int, person_id: int, week: date) -> tuple[ColumnElement[bool], ...]:
    c = table.c
    return c.community_id == community_id, c.person_id == person_id, c.week == week
