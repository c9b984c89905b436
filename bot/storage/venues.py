"""Communities as places of turns: what a turn may know about one, and what it changes there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.core.community import weeks
from bot.core.model import community_effects as e
from bot.core.model.community import Community, Quoted, Tally, Venue
from bot.storage.communities import COMMUNITY_FIELDS, Communities
from bot.storage.parts import Parts
from bot.storage.posts import ClaimedPost, Posts
from bot.storage.quotes import OfferedQuotes


@dataclass
class Venues:
    """Communities with their posts, parts and quotes, within one transaction."""

    communities: Communities
    posts: Posts
    parts: Parts
    quotes: OfferedQuotes

    async def get(self, community: Community, person_id: int, now: datetime, *, manages: bool) -> Venue:
        """A community as a turn of that person may know it. `manages`: the person manages the community."""
        posted = await self.posts.posted(community.id)
        week = weeks.running(posted, community.day(now))
        return Venue(
            community,
            posted,
            await self.parts.get(community.id, person_id, week) if week else None,
            manages,
            failed=manages and await self.posts.have_failed(community.id),
            quotes=await self.quotes.offered(community.id, posted, week) if manages else (),
            blocked=await self.quotes.is_blocked(community, person_id),
        )

    async def tally(self, community_id: int, week: date) -> Tally:
        """The numbers of a week, and the lines that were offered in it."""
        counts = await self.parts.count(community_id, week)
        return Tally(*counts, await self.quotes.of_week(community_id, week))

    async def set_subject(self, post: ClaimedPost, subject: str, quote: Quoted | None = None) -> None:
        """Store the subject of a post, so that it stays the same if it has to be sent again, and the author
        of the line that it quotes."""
        row = await self.quotes.find(post.community_id, quote.handle) if quote else None
        await self.posts.set_subject(post.id, subject, row.person_id if row else None)

    async def save(self, community: Community, now: datetime) -> None:
        """Store the settings of a community, the first time as a new one, and plan its posts again."""
        if not community.id:
            await self.communities.add(community)
            return  # it has no channel yet, so nothing is planned
        values = {name: getattr(community, name) for name in COMMUNITY_FIELDS}
        await self.change(community, now, **values)

    async def change(self, community: Community, now: datetime, **values: Any) -> None:
        """Change fields of a community, and plan its posts again."""
        await self.communities.update(community.id, **values)
        await self.posts.replan(replace(community, **values), now)

    async def remove_people(self, community_id: int, people: Collection[int]) -> None:
        """Delete everything of these people in a community, and take their lines out of its digests."""
        await self.parts.remove(community_id, people)
        await self.quotes.take_out(community_id, people)

    async def apply(self, person_id: int, effect: e.CommunityEffect, now: datetime) -> None:
        """Carry out an effect of a person's turn in its own venue."""
        match effect:
            case e.SaveCommunity(community):
                await self.save(community, now)
            case e.TakePart(number, week, joins):
                await self.parts.take(number, person_id, week, joins=joins)
            case e.LeaveWeek(number, week):
                await self.parts.leave(number, person_id, week)
            case e.MarkDay(number, week, day, kept):
                await self.parts.mark_day(number, person_id, week, day, kept=kept)
            case e.Quote(number, week, words):
                await self.quotes.offer(number, person_id, week, words)
            case e.ReviewQuote(number, handle, passes):
                await self.quotes.review(number, handle, passes=passes)
            case e.BlockAuthor(number, handle):
                await self.quotes.block(number, handle)
            case e.PostNow(number, due):
                await self.posts.plan_again(number, due, now)

    async def clean(self, now: datetime) -> int:
        """Delete communities that the bot left long ago, and parts in old weeks. Returns how many."""
        return await self.communities.clean(now) + await self.parts.clean(now)
