"""The parts of `bot.db.store.Store` that are about communities, and about joining two people into one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.community.commands import CommunityCommand
from bot.core.community.model import Community, Quoted, Tally, Venue
from bot.core.linking import Offer, Refusal, Side
from bot.core.messages import Account
from bot.db import communities, joining, links, posts, quotes
from bot.db.posts import ClaimedPost, PostedDigest
from bot.db.tables import NudgeState


class CommunityStore:
    """What can be asked of the database about communities."""

    connection: AsyncConnection
    _lookup: bytes
    _writes: bool

    async def community(self, platform: str, external_id: str) -> Community | None:
        """A community by its id on the platform. When writing, its row is locked until the end."""
        return await communities.find(
            self.connection, self._lookup, platform, external_id, locks=self._writes
        )

    async def community_of(self, number: int) -> Community | None:
        """A community by its own number. When writing, its row is locked until the end."""
        return await communities.get(self.connection, number, locks=self._writes)

    async def communities(self, platform: str) -> tuple[Community, ...]:
        """All communities of a platform, those that the bot left too."""
        return await communities.all_of(self.connection, platform)

    async def venue(self, community: Community, person_id: int, now: datetime, *, manages: bool) -> Venue:
        """A community as a turn of that person may know it."""
        return await communities.venue(
            self.connection, self._lookup, community, person_id, now, manages=manages
        )

    async def in_community(self, person_id: int, command: CommunityCommand, now: datetime) -> None:
        """Carry out what a turn wants done in its own venue."""
        await communities.apply(self.connection, self._lookup, person_id, command, now)

    async def change_community(self, community: Community, now: datetime, **values: Any) -> None:
        """Change some of its fields; what is posted next is planned anew."""
        await communities.change(self.connection, community, now, **values)

    async def tally(self, number: int, week: date) -> Tally:
        return await communities.tally(self.connection, self._lookup, number, week)

    async def participants(self, number: int) -> dict[int, tuple[str, ...]]:
        """Who took part in any of a community's weeks, and by which accounts of its platform."""
        return await communities.participants(self.connection, number)

    async def leave_community(self, number: int, people: Collection[int]) -> None:
        """Nothing of these people's is left in the community."""
        await communities.leave(self.connection, number, people)

    async def forget_posts(self, number: int) -> None:
        """Nothing more is posted there: what waits is forgotten."""
        await posts.drop(self.connection, number)

    async def claim_posts(
        self, now: datetime, *, limit: int, lease: timedelta, by: str, platforms: Collection[str]
    ) -> list[ClaimedPost]:
        """Take posts that are due on these platforms; as `Store.claim` does nudges."""
        return await posts.claim(self.connection, now, limit=limit, lease=lease, by=by, platforms=platforms)

    async def about_post(self, post: ClaimedPost, subject: str, quote: Quoted | None = None) -> None:
        """What a post is about, so that it stays so if it has to be sent again; and the line in it."""
        find = quotes.find(self.connection, self._lookup, post.community_id, quote.handle) if quote else None
        author = await find if find else None
        await posts.about(self.connection, post.id, subject, author.person_id if author else None)

    async def mark_post(self, number: int, by: str, state: NudgeState, message: str | None = None) -> bool:
        """Close a post. `message`: what the platform finds it by. False, and no effect, if it is not (or no
        longer) claimed by `by`."""
        return await posts.mark(self.connection, number, by, state, message)

    async def posts_to_change(self, platforms: Collection[str]) -> list[PostedDigest]:
        """Digests in which a line stands that is to be taken out."""
        return await posts.to_change(self.connection, platforms)

    async def post_changed(self, number: int) -> None:
        """No line stands in that post any more."""
        await posts.changed(self.connection, number)

    async def release_post(self, number: int, by: str, again_at: datetime) -> bool:
        """Give a post back, to be claimed again from then on."""
        return await posts.release(self.connection, number, by, again_at)

    async def clean_communities(self, now: datetime) -> int:
        """Delete communities that the bot left 30 days ago, and parts of weeks that began 60 days ago."""
        return await communities.clean(self.connection, now)


class LinkStore:
    """What can be asked of the database about joining two people into one."""

    connection: AsyncConnection
    _lookup: bytes

    async def offer_link(self, person_id: int, code: str, now: datetime) -> None:
        """Keep a code, as a keyed hash, in place of an older one of theirs."""
        await links.make(self.connection, self._lookup, person_id, code, now)

    async def take_link(self, person_id: int, typed: str, now: datetime) -> Offer | Refusal:
        """Whose code that is: from now on nobody else can type it, and this person may `join`. A wrong one is
        counted; after five, none is looked at for an hour."""
        return await links.take(self.connection, self._lookup, person_id, typed, now)

    async def link_of(self, number: int, person_id: int, now: datetime) -> int | None:
        """Who made the code that this person typed within the last half hour; None where that is over."""
        return await links.taken_from(self.connection, number, person_id, now)

    async def join(self, here: int, there: int, keeps: Side) -> None:
        """Make one person of two: all that `there` has becomes `here`'s, and `there` is no more. `keeps`:
        whose day counts where both have the same. Which account is preferred is to be said afterwards."""
        await joining.join(self.connection, here, there, keeps)

    async def prefer(self, person_id: int, account: Account) -> None:
        """Messages of the coach's own accord go there from now on."""
        await joining.prefer(self.connection, self._lookup, person_id, account)

    async def part(self, person_id: int, account: Account, keeps: Side) -> None:
        """Keep only this account (HERE), or all but this one. Who is met by another is new."""
        await joining.part(self.connection, self._lookup, person_id, account, keeps)
