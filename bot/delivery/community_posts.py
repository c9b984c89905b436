"""Claims the posts that are due in communities, composes, sends and closes them.

As with nudges, a post has one of four outcomes: sent, refused, to be tried later, unknown.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

import structlog

from bot.content.rendered import Message
from bot.core.community import posts, weeks
from bot.core.model.community import Community, PostingTrouble, PostKind, Tally
from bot.core.model.messages import Reply
from bot.delivery import membership
from bot.delivery.community_ports import BotRemoved, CommunityPoster, PostFailed
from bot.delivery.digest_edits import DigestEdits
from bot.delivery.ports import TryLater, Unknown
from bot.storage.database import Transaction
from bot.storage.engine.errors import Passing
from bot.storage.nudges import NudgeState
from bot.storage.posts import ClaimedPost
from bot.turns.community_events import CommunityEvents, PostResult
from bot.turns.service import Service

log = structlog.get_logger("community_posts")

MAX_CLAIMED_POSTS = 50
LEASE = timedelta(minutes=2)
RETRY_AFTER = timedelta(minutes=10)  # for a post that was refused for now; longer if the platform asks for it
CLEANING_INTERVAL = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OutgoingPost:
    """A claimed post in words."""

    claimed: ClaimedPost
    community: Community
    message: Message


class CommunityPosting:
    """Sends what is due on the platforms of `posters`."""

    def __init__(self, service: Service, posters: Mapping[str, CommunityPoster]) -> None:
        self._service, self._posters = service, posters
        self._events, self._digest_edits = CommunityEvents(service), DigestEdits(service, posters)
        self._claimed_by = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._cleaned_at = datetime.min.replace(tzinfo=UTC)

    async def tick(self) -> int:
        """Send every post that is due now and return how many were claimed. The posts of one community keep
        their order; communities do not wait for each other."""
        total = 0
        if not self._posters:
            return 0
        await self._clean()
        while claimed := await self._claim():
            by_community = sorted(claimed, key=lambda post: post.community_id)
            groups = [list(rows) for _, rows in groupby(by_community, key=lambda post: post.community_id)]
            await asyncio.gather(*(self._send_in_order(rows) for rows in groups))
            total += len(claimed)
        await self._digest_edits.tick()
        return total

    async def _claim(self) -> list[ClaimedPost]:
        async with self._service.database.write() as transaction:
            return await transaction.posts.claim(
                self._service.clock(),
                limit=MAX_CLAIMED_POSTS,
                lease=LEASE,
                by=self._claimed_by,
                platforms=tuple(self._posters),
            )

    async def _clean(self) -> None:
        now = self._service.clock()
        if abs(now - self._cleaned_at) > CLEANING_INTERVAL:
            self._cleaned_at = now
            await self._events.delete_expired()

    async def _send_in_order(self, rows: list[ClaimedPost]) -> None:
        await membership.check(self._service, self._posters, rows[0].community_id)
        for claimed in rows:
            await self._send_one(claimed)

    async def _send_one(self, claimed: ClaimedPost) -> None:
        """Compose and send one post. A bug costs this post only: it is closed as dropped or, where it may
        have arrived already, as unknown."""
        outgoing: OutgoingPost | None = None
        try:
            outgoing = await self._compose(claimed)
            if outgoing is None:
                await self._close(claimed, PostResult(NudgeState.DROPPED))
            else:
                await self._publish(outgoing)
        except Passing:
            raise
        except Exception as error:
            log.error("a post was given up", kind=claimed.kind, exc_info=error)
            state = NudgeState.UNKNOWN if outgoing else NudgeState.DROPPED
            async with self._service.database.write() as transaction:
                await transaction.posts.close(claimed.id, self._claimed_by, state, None)

    async def _compose(self, claimed: ClaimedPost) -> OutgoingPost | None:
        """Decide in one transaction what is posted; None if nothing is (any more)."""
        now = self._service.clock()
        async with self._service.database.write() as transaction:
            community = await transaction.communities.get(claimed.community_id)
            if community is None or not weeks.still(claimed.kind, claimed.due_at, community, now):
                return None
            reply = await self._reply(transaction, claimed, community, now)
        if reply is None:
            return None
        message = self._service.wording.message(reply, community.language)
        return OutgoingPost(claimed, community, replace(message, key=f"post{claimed.id}"))

    async def _reply(
        self, transaction: Transaction, claimed: ClaimedPost, community: Community, now: datetime
    ) -> Reply | None:
        """The post as keys. Its subject and quote are stored, so that a second try posts the same."""
        library = self._service.library
        venue = await transaction.venues.get(community, 0, now, manages=False)
        subject = claimed.subject or posts.subject(claimed.kind, community, venue.posts, library)
        is_digest = claimed.kind is PostKind.DIGEST
        tally = await transaction.venues.tally(community.id, claimed.week) if is_digest else Tally()
        quote = posts.quoted(tally, community, library)
        reply = posts.compose(claimed.kind, claimed.week, subject, tally, library, quote)
        if reply is not None:
            await transaction.venues.set_subject(claimed, subject, quote)
        return reply

    async def _publish(self, outgoing: OutgoingPost) -> None:
        community, claimed = outgoing.community, outgoing.claimed
        result = PostResult(NudgeState.SENT, community.channel, PostingTrouble.NONE)
        try:
            poster = self._posters[community.platform]
            message = await poster.publish(community, claimed.kind, outgoing.message)
        except PostFailed as problem:
            log.info("not posted", kind=claimed.kind, trouble=problem.trouble)
            arrived = problem.trouble is PostingTrouble.THREADS
            state = NudgeState.SENT if arrived else NudgeState.REFUSED
            await self._close(claimed, replace(result, state=state, trouble=problem.trouble))
        except BotRemoved:
            await self._events.bot_removed(community.platform, community.external_id)
        except TryLater as error:
            await self._release(claimed, max(RETRY_AFTER, timedelta(seconds=error.seconds)))
        except Unknown:
            await self._close(claimed, PostResult(NudgeState.UNKNOWN))
        else:
            await self._close(claimed, replace(result, message=message))

    async def _close(self, claimed: ClaimedPost, result: PostResult) -> None:
        await self._events.post_closed(claimed, self._claimed_by, result)

    async def _release(self, claimed: ClaimedPost, pause: timedelta) -> None:
        async with self._service.database.write() as transaction:
            await transaction.posts.release(claimed.id, self._claimed_by, self._service.clock() + pause)
