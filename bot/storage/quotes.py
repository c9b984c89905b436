"""Lines that members offered for a community's digest. Their authors are known here, and shown to nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Column, LargeBinary, Row, Table, select, update

from bot.core.model.community import Community, CommunityPost, PostKind, Quoted, Review
from bot.storage.accounts import accounts
from bot.storage.communities import communities, community_of
from bot.storage.engine.keys import keyed_hash
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import insert_new
from bot.storage.engine.types import belongs_to, metadata
from bot.storage.parts import parts
from bot.storage.posts import posts, quotations

# Accounts that are not quoted in a community. `author`: a keyed hash of an account for this community alone,
# which identifies nobody, and stays when the person is erased.
blocks = Table(
    "blocks",
    metadata,
    belongs_to("community_id", "communities", key=True),
    Column("author", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

HANDLE_BYTES = 8


class OfferedQuotes(Repository):
    """Offered lines. `community_id` is the number of a community; `handle` names a line in a button."""

    async def of_week(self, community_id: int, week: date) -> tuple[Quoted, ...]:
        """The lines that were offered in one week."""
        return tuple(self._line(row) for row in await self._rows(community_id, (week,)))

    async def offered(
        self, community_id: int, posted: Iterable[CommunityPost], running: date | None
    ) -> tuple[Quoted, ...]:
        """The lines of the running week, and those that a posted digest quotes."""
        digests = {post.week for post in posted if post.kind is PostKind.DIGEST}
        there = select(posts.c.week, quotations.c.author_id).where(
            posts.c.community_id == community_id, posts.c.id == quotations.c.post_id
        )
        quoted = {(row.week, row.author_id) for row in await self.connection.execute(there)}
        known = digests | ({running} if running else set())
        rows = [(row, (row.week, row.person_id) in quoted) for row in await self._rows(community_id, known)]
        return tuple(
            self._line(row, posted=is_quoted)
            for row, is_quoted in rows
            if is_quoted or row.week not in digests
        )

    async def find(self, community_id: int, handle: str) -> Row[Any] | None:
        """The row of `parts` with the line of that handle."""
        rows = await self.connection.execute(select(parts).where(parts.c.community_id == community_id))
        return next((row for row in rows if row.quote and self._handle(row) == handle), None)

    async def offer(self, community_id: int, person_id: int, week: date, words: str) -> None:
        """Replace a person's line of a week; it is to be reviewed again. "" takes the line back. The old line
        is taken out of the digest that quotes it."""
        mine = (parts.c.community_id == community_id, parts.c.person_id == person_id, parts.c.week == week)
        row = (await self.connection.execute(select(parts).where(*mine))).first()
        if row is None or row.quote == words:
            return
        await self.connection.execute(update(parts).where(*mine).values(quote=words, review=Review.NEW))
        await self.take_out(community_id, (person_id,), week)

    async def review(self, community_id: int, handle: str, *, passes: bool) -> None:
        """Pass a line, or refuse it and take it out. A line that was changed meanwhile stays as it is."""
        row = await self.find(community_id, handle)
        if row is None:
            return
        verdict = Review.PASSED if passes else Review.REFUSED
        line = (parts.c.community_id == community_id, parts.c.person_id == row.person_id)
        await self.connection.execute(
            update(parts).where(*line, parts.c.week == row.week).values(review=verdict)
        )
        if not passes:
            await self.take_out(community_id, (row.person_id,), row.week)

    async def block(self, community_id: int, handle: str) -> None:
        """Quote nothing of that line's author in the community any more, also after the person was erased and
        comes back with the same account."""
        row = await self.find(community_id, handle)
        if row is None:
            return
        known = select(communities.c.platform).where(communities.c.id == community_id)
        platform = await self.connection.scalar(known) or ""
        for author in await self._authors(community_id, platform, row.person_id):
            new = {"community_id": community_id, "author": author}
            await self.connection.execute(insert_new(blocks), new)
        theirs = (parts.c.community_id == community_id) & (parts.c.person_id == row.person_id)
        await self.connection.execute(update(parts).where(theirs).values(review=Review.REFUSED))
        await self.take_out(community_id, (row.person_id,))

    async def take_out(self, community_id: int, people: Collection[int], week: date | None = None) -> None:
        """Mark the quotations of these people in the digests (of one week) to be taken out."""
        there = select(posts.c.id).where(posts.c.community_id == community_id)
        those = there if week is None else there.where(posts.c.week == week)
        theirs = update(quotations).where(quotations.c.post_id.in_(those), quotations.c.author_id.in_(people))
        await self.connection.execute(theirs.values(author_id=None))

    async def is_blocked(self, community: Community, person_id: int) -> bool:
        """Whether nothing of a person's is quoted in a community."""
        some = select(blocks.c.community_id).where(blocks.c.community_id == community.id)
        if not await self.connection.scalar(some.limit(1)):
            return False
        authors = await self._authors(community.id, community.platform, person_id)
        known = select(blocks.c.author).where(
            blocks.c.community_id == community.id, blocks.c.author.in_(authors)
        )
        return (await self.connection.execute(known)).first() is not None

    async def blocked_in(self, person_id: int) -> list[dict[str, Any]]:
        """The communities in which nothing of a person's is quoted, for the export."""
        known = select(communities).where(communities.c.id.in_(select(blocks.c.community_id)))
        return [
            {"platform": row.platform, "community": row.external_id}
            for row in await self.connection.execute(known.order_by(communities.c.id))
            if await self.is_blocked(community_of(row), person_id)
        ]

    async def quoted_in(self, person_id: int) -> list[dict[str, Any]]:
        """The posts that quote a person, for the export."""
        there = (posts.c.id == quotations.c.post_id) & (communities.c.id == posts.c.community_id)
        theirs = select(communities.c.platform, communities.c.external_id, posts.c.week).where(
            there, quotations.c.author_id == person_id
        )
        return [
            {"platform": row.platform, "community": row.external_id, "week": row.week.isoformat()}
            for row in await self.connection.execute(theirs.order_by(posts.c.week))
        ]

    async def _rows(self, community_id: int, weeks: Iterable[date]) -> list[Row[Any]]:
        theirs = select(parts).where(parts.c.community_id == community_id, parts.c.week.in_(list(weeks)))
        rows = await self.connection.execute(theirs.order_by(parts.c.week, parts.c.person_id))
        return [row for row in rows if row.quote]

    def _line(self, row: Row[Any], *, posted: bool = False) -> Quoted:
        return Quoted(self._handle(row), row.quote, row.week, row.review, posted)

    def _handle(self, row: Row[Any]) -> str:
        """It changes with the words, so that nobody passes words that they have not read, and with the week,
        so that two lines never show that they have the same author."""
        named = ("quote", str(row.community_id), str(row.person_id), str(row.week), row.quote)
        return keyed_hash(self.lookup_key, *named)[:HANDLE_BYTES].hex()

    async def _authors(self, community_id: int, platform: str, person_id: int) -> list[bytes]:
        """The hashes of a person's accounts on a platform, for `blocks`."""
        theirs = (accounts.c.person_id == person_id) & (accounts.c.platform == platform)
        ids = await self.connection.scalars(select(accounts.c.external_id).where(theirs))
        return [keyed_hash(self.lookup_key, "block", str(community_id), platform, one) for one in ids if one]
