"""Communities and their settings."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    LargeBinary,
    Row,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    delete,
    select,
    update,
)

from bot.core.model.community import Community, PostingTrouble, Quotes
from bot.storage.engine.keys import keyed_hash
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import insert_new
from bot.storage.engine.types import EncryptedText, Moment, metadata, one_of, row_number

communities = Table(
    "communities",
    metadata,
    row_number(),
    Column("platform", String(16), nullable=False),
    Column("lookup", LargeBinary, nullable=False),
    Column("external_id", EncryptedText, nullable=False),
    Column("language", String(16), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("channel", EncryptedText, nullable=False),
    Column("week_day", SmallInteger, nullable=False),
    Column("hour", SmallInteger, nullable=False),
    Column("challenge", Boolean, nullable=False),
    Column("digest", Boolean, nullable=False),
    one_of("quotes", Quotes, "quotes", default=Quotes.OFF),
    one_of("trouble", PostingTrouble, "trouble"),
    Column("left_at", Moment, index=True),
    UniqueConstraint("platform", "lookup"),
    CheckConstraint("week_day BETWEEN 0 AND 6", name="week_day"),
    CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),
    sqlite_autoincrement=True,
)

COMMUNITIES_KEPT = timedelta(days=30)  # after the bot was removed
COMMUNITY_FIELDS = tuple(field.name for field in fields(Community) if field.name != "id")
_C = communities.c


class Communities(Repository):
    """The rows of communities. A writing transaction locks each row that `find` and `get` read."""

    async def find(self, platform: str, external_id: str) -> Community | None:
        """A community by its id on the platform, even if the stored id cannot be read."""
        found = keyed_hash(self.lookup_key, platform, external_id)
        row = await self._first(_C.platform == platform, _C.lookup == found)
        return replace(community_of(row), external_id=external_id) if row else None

    async def get(self, number: int) -> Community | None:
        """A community by its own number."""
        row = await self._first(_C.id == number)
        return community_of(row) if row else None

    async def _first(self, *where: Any) -> Row[Any] | None:
        statement = select(communities).where(*where)
        statement = statement.with_for_update() if self.writes else statement
        return (await self.connection.execute(statement)).first()

    async def of_platform(self, platform: str) -> tuple[Community, ...]:
        """All communities of a platform, including those that the bot has left."""
        rows = await self.connection.execute(select(communities).where(_C.platform == platform))
        return tuple(community_of(row) for row in rows)

    async def add(self, community: Community) -> None:
        """Add a new community, unless another transaction has added it."""
        values = {name: getattr(community, name) for name in COMMUNITY_FIELDS}
        values["lookup"] = keyed_hash(self.lookup_key, community.platform, community.external_id)
        await self.connection.execute(insert_new(communities), values)

    async def update(self, number: int, **values: Any) -> None:
        """Change fields of a community."""
        await self.connection.execute(update(communities).where(_C.id == number).values(values))

    async def clean(self, now: datetime) -> int:
        """Delete communities, with all their rows, that the bot left COMMUNITIES_KEPT ago. Returns their
        number."""
        left = delete(communities).where(_C.left_at < now - COMMUNITIES_KEPT)
        return (await self.connection.execute(left)).rowcount


def community_of(row: Row[Any]) -> Community:
    return Community(row.id, **{name: getattr(row, name) for name in COMMUNITY_FIELDS})
