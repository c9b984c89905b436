"""Events in the life of a community that no member's turn causes. Each one is a transaction of its own.

The platform reports some of them (the bot was added or removed, a channel was deleted), delivery reports the
others (a post arrived or did not, members left). Each change of a community also plans its next posts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from bot.core.model.community import Community, PostingTrouble, PostKind
from bot.storage.nudges import NudgeState
from bot.storage.posts import ClaimedPost
from bot.turns.service import Service


@dataclass(frozen=True, slots=True)
class PostResult:
    """The outcome of a claimed post.

    `channel`: the channel that it was sent to; `trouble`: what was found wrong with that channel, None where
    nothing was learnt about it; `message`: the platform's id of the post, None without a post.
    """

    state: NudgeState
    channel: str = ""
    trouble: PostingTrouble | None = None
    message: str | None = None


class CommunityEvents:
    """Records what happened in communities. Every method may raise `bot.storage.engine.errors.DatabaseError`;
    nothing of the event is stored then."""

    def __init__(self, service: Service) -> None:
        self._database, self._clock = service.database, service.clock

    # --- reported by a platform

    async def bot_added(self, platform: str, external_id: str) -> None:
        """Resume posting. Within 30 days after a removal the settings are as they were."""
        now = self._clock()
        async with self._database.write() as transaction:
            community = await transaction.communities.find(platform, external_id)
            if community and community.left_at is not None:
                await transaction.venues.change(community, now, left_at=None)

    async def bot_removed(self, platform: str, external_id: str) -> None:
        """Stop posting. The community is deleted 30 days later."""
        now = self._clock()
        async with self._database.write() as transaction:
            community = await transaction.communities.find(platform, external_id)
            if community and community.left_at is None:
                await transaction.venues.change(community, now, left_at=now)
                await transaction.posts.delete_open(community.id)

    async def channel_deleted(self, platform: str, external_id: str, channel: str) -> None:
        """Pause posting if it was the community's own channel; the next `/community` says so."""
        now = self._clock()
        async with self._database.write() as transaction:
            community = await transaction.communities.find(platform, external_id)
            if community and community.channel == channel:
                await transaction.venues.change(community, now, trouble=PostingTrouble.GONE)

    async def reconcile(
        self, platform: str, present: Collection[str], is_served: Callable[[str], bool] = lambda _: True
    ) -> None:
        """Catch up on additions and removals that happened while the bot was not connected.

        `present`: the external ids of the communities that the bot is in. `is_served`: whether this process
        would know that the bot is in a community; the others are left to the processes that serve them.
        """
        async with self._database.read() as transaction:
            known = await transaction.communities.of_platform(platform)
        for community in known:
            is_present, was_present = community.external_id in present, community.left_at is None
            if is_present != was_present and is_served(community.external_id):
                event = self.bot_added if is_present else self.bot_removed
                await event(platform, community.external_id)

    # --- reported by delivery

    async def members_left(
        self, community_id: int, participants: Mapping[int, Collection[str]], departed: Collection[str]
    ) -> int:
        """Delete the parts of those who left the community, and return their number.

        `participants`: the accounts of each person who took part; `departed`: the accounts that are no longer
        members. A person has left once none of their accounts is a member.
        """
        left = {person for person, accounts in participants.items() if set(accounts) <= set(departed)}
        if left:
            async with self._database.write() as transaction:
                await transaction.venues.remove_people(community_id, left)
        return len(left)

    async def post_closed(self, post: ClaimedPost, claimed_by: str, result: PostResult) -> None:
        """Close a claimed post, record the channel's trouble, and plan the next posts."""
        now = self._clock()
        async with self._database.write() as transaction:
            community = await transaction.communities.get(post.community_id)
            if community is None:
                return
            await transaction.posts.close(post.id, claimed_by, result.state, result.message)
            await transaction.venues.change(community, now, trouble=_trouble(community, post.kind, result))

    async def quote_removed(self, post_id: int) -> None:
        """A digest no longer shows the quote that was to be taken out of it."""
        async with self._database.write() as transaction:
            await transaction.posts.delete_quotation(post_id)

    async def delete_expired(self) -> None:
        """Delete communities 30 days after the bot left them, and parts of weeks that began 60 days ago."""
        async with self._database.write() as transaction:
            await transaction.venues.clean(self._clock())


def _trouble(community: Community, kind: PostKind, result: PostResult) -> PostingTrouble:
    """The community's trouble after a post. A result about an earlier channel changes nothing, and only a
    question proves that threads can be made again."""
    if result.trouble is None or result.channel != community.channel:
        return community.trouble
    is_proof = kind is PostKind.PROMPT or community.trouble is not PostingTrouble.THREADS
    return community.trouble if result.trouble is PostingTrouble.NONE and not is_proof else result.trouble
