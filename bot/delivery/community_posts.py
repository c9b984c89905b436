"""What is due in communities: claimed, put in words, posted, settled. The port that a platform fills.

As with people's messages, a post's fate is told apart: there, refused, refused for now, unknown.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncGenerator, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Protocol, runtime_checkable

import structlog

from bot.content.rendered import Message
from bot.core.community import posts, weeks
from bot.core.model.community import Community, PostingTrouble, PostKind, Tally
from bot.delivery import membership
from bot.delivery.ports import TryLater, Unknown
from bot.storage.engine.errors import Passing
from bot.storage.posts import ClaimedPost, PostedDigest
from bot.storage.store import Store
from bot.storage.tables import NudgeState
from bot.turns.service import Service

log = structlog.get_logger("posting")

BATCH, LEASE = 50, timedelta(minutes=2)
PAUSE = timedelta(minutes=10)  # before a post that was refused for now is tried again
CLEAN_EVERY = timedelta(days=1)


class NotThere(Exception):
    """It could not be posted, or not whole. `trouble`: what is told to those who manage the community."""

    def __init__(self, trouble: PostingTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class BotRemoved(Exception):
    """The bot is no longer in that community."""


class Board(Protocol):
    """Where a platform's communities are posted to."""

    async def post(self, community: Community, kind: PostKind, message: Message) -> str:
        """Post it; returns what it is found by. Raises NotThere (THREADS: the post is there, its thread is
        not), BotRemoved, TryLater or Unknown."""

    async def change(self, community: Community, post: str, message: Message) -> None:
        """Say something else in a post that is there. Raises NotThere, BotRemoved, TryLater or Unknown."""

    def gone(self, community: Community, people: Iterable[str]) -> AsyncGenerator[str, None]:
        """Which of these accounts are members of that community no longer, as far as it can be told now.
        Raises TryLater."""


@runtime_checkable
class HasBoard(Protocol):
    """A platform that has communities."""

    name: str
    board: Board


@dataclass(frozen=True, slots=True)
class _Ready:
    claimed: ClaimedPost
    community: Community
    message: Message


class CommunityPosting:
    """Posts what is due on the platforms of `boards`."""

    def __init__(self, service: Service, boards: Mapping[str, Board]) -> None:
        self.service, self.boards = service, boards
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"  # who holds a claim
        self._cleaned = datetime.min.replace(tzinfo=UTC)

    async def tick(self) -> int:
        """Post everything that is due now; returns how many rows were claimed. The posts of one community
        keep their order."""
        total = 0
        if not self.boards:
            return 0
        await self._clean()
        while claimed := await self._claim():
            mine = sorted(claimed, key=lambda post: post.community_id)
            groups = [list(rows) for _, rows in groupby(mine, key=lambda post: post.community_id)]
            await asyncio.gather(*(self._in_order(rows) for rows in groups))
            total += len(claimed)
        await self._take_out()
        return total

    async def _take_out(self) -> None:
        """Lines that their authors took back, that were taken out, or whose authors are gone leave the
        digests that they stand in."""
        async with self.service.database.read() as store:
            there = await store.posts_to_change(tuple(self.boards))
        for post in there:
            try:
                if not await self._changed(post):
                    continue
            except Exception:  # a mistake of ours is no reason not to go on
                log.exception("a line was not taken out")
            async with self.service.database.write() as store:
                await store.post_changed(post.id)

    async def _changed(self, post: PostedDigest) -> bool:
        """Whether that is settled: the same digest without the line, or a post that is no longer there."""
        async with self.service.database.read() as store:
            community = await store.community_of(post.community_id)
            tally = await store.tally(post.community_id, post.week)
        if community is None or community.left_at is not None:
            return community is None
        message = self.service.wording.message(posts.digest(tally), community.language)
        try:
            await self.boards[community.platform].change(community, post.message, message)
        except (TryLater, Unknown):
            return False
        except (NotThere, BotRemoved) as problem:
            log.info("a line could not be taken out", why=type(problem).__name__)
        return True

    async def _claim(self) -> list[ClaimedPost]:
        now = self.service.clock()
        async with self.service.database.write() as store:
            return await store.claim_posts(
                now, limit=BATCH, lease=LEASE, by=self.name, platforms=tuple(self.boards)
            )

    async def _clean(self) -> None:
        now = self.service.clock()
        if abs(now - self._cleaned) > CLEAN_EVERY:
            self._cleaned = now
            async with self.service.database.write() as store:
                await store.clean_communities(now)

    async def _in_order(self, rows: list[ClaimedPost]) -> None:
        await membership.call(self.service, self.boards, rows[0].community_id)
        for claimed in rows:
            await self._one(claimed)

    async def _one(self, claimed: ClaimedPost) -> None:
        """What is wrong with one post or one community costs that one post. It may be there already, once it
        was prepared."""
        ready: _Ready | None = None
        try:
            ready = await self._prepared(claimed)
            if ready is not None:
                await self._send(ready)
        except Passing:
            raise
        except Exception as error:
            log.error("a post was given up", kind=claimed.kind, exc_info=error)
            state = NudgeState.UNKNOWN if ready else NudgeState.DROPPED
            async with self.service.database.write() as store:
                await store.mark_post(claimed.id, self.name, state, None)

    async def _prepared(self, claimed: ClaimedPost) -> _Ready | None:
        """What is posted, decided and put in words in one transaction; None where nothing is (any more)."""
        now, library = self.service.clock(), self.service.library
        async with self.service.database.write() as store:
            community = await store.community_of(claimed.community_id)
            if community is None:
                return None
            if not weeks.still(claimed.kind, claimed.due_at, community, now):
                await self._close(store, claimed, community, NudgeState.DROPPED)
                return None
            venue = await store.venue(community, 0, now, manages=False)
            about = claimed.subject or posts.subject(claimed.kind, community, venue.posts, library)
            digests = claimed.kind is PostKind.DIGEST
            tally = await store.tally(community.id, claimed.week) if digests else Tally()
            quote = posts.quoted(tally, community, library)
            reply = posts.compose(claimed.kind, claimed.week, about, tally, library, quote)
            if reply is None:
                await self._close(store, claimed, community, NudgeState.DROPPED)
                return None
            await store.about_post(claimed, about, quote)
        message = self.service.wording.message(reply, community.language)
        return _Ready(claimed, community, replace(message, key=f"post{claimed.id}"))

    async def _send(self, ready: _Ready) -> None:
        board = self.boards[ready.community.platform]
        try:
            message = await board.post(ready.community, ready.claimed.kind, ready.message)
        except NotThere as problem:
            log.info("not posted", kind=ready.claimed.kind, trouble=problem.trouble)
            there = problem.trouble is PostingTrouble.THREADS
            await self._settle(ready, NudgeState.SENT if there else NudgeState.REFUSED, problem.trouble)
        except BotRemoved:
            await removed(self.service, ready.community.platform, ready.community.external_id)
        except TryLater as error:
            pause = max(PAUSE, timedelta(seconds=error.seconds))
            async with self.service.database.write() as store:
                await store.release_post(ready.claimed.id, self.name, self.service.clock() + pause)
        except Unknown:
            await self._settle(ready, NudgeState.UNKNOWN, ready.community.trouble)
        else:
            await self._settle(ready, NudgeState.SENT, _after(ready), message)

    async def _settle(
        self, ready: _Ready, state: NudgeState, trouble: PostingTrouble, message: str | None = None
    ) -> None:
        async with self.service.database.write() as store:
            community = await store.community_of(ready.community.id)
            if community is None:
                return
            if community.channel == ready.community.channel:  # else it is about the channel before
                community = replace(community, trouble=trouble)
            await self._close(store, ready.claimed, community, state, message)

    async def _close(
        self,
        store: Store,
        claimed: ClaimedPost,
        community: Community,
        state: NudgeState,
        message: str | None = None,
    ) -> None:
        await store.mark_post(claimed.id, self.name, state, message)
        await store.change_community(community, self.service.clock(), trouble=community.trouble)


def _after(ready: _Ready) -> PostingTrouble:
    """What is left of an older trouble once a post is there: a thread is proved by the next question only."""
    old = ready.community.trouble
    threads = old is PostingTrouble.THREADS and ready.claimed.kind is not PostKind.PROMPT
    return PostingTrouble.THREADS if threads else PostingTrouble.NONE


# --- what a platform tells of a community


async def removed(service: Service, platform: str, external_id: str) -> None:
    """The bot was removed: nothing more is posted; after 30 days all is deleted."""
    now = service.clock()
    async with service.database.write() as store:
        community = await store.community(platform, external_id)
        if community and community.left_at is None:
            await store.change_community(community, now, left_at=now)
            await store.forget_posts(community.id)


async def added(service: Service, platform: str, external_id: str) -> None:
    """The bot is there (again): within the 30 days it goes on as before."""
    now = service.clock()
    async with service.database.write() as store:
        community = await store.community(platform, external_id)
        if community and community.left_at is not None:
            await store.change_community(community, now, left_at=None)


async def channel_gone(service: Service, platform: str, external_id: str, channel: str) -> None:
    """A channel was deleted. If it was the community's, it is told at the next /community."""
    now = service.clock()
    async with service.database.write() as store:
        community = await store.community(platform, external_id)
        if community and community.channel == channel:
            await store.change_community(community, now, trouble=PostingTrouble.GONE)


async def reconcile(
    service: Service, platform: str, present: Collection[str], among: Callable[[str], bool] = lambda _: True
) -> None:
    """What happened while nobody listened: where the bot is (again), and where it no longer is. `among`: of
    which communities this process would know."""
    async with service.database.read() as store:
        known = await store.communities(platform)
    for community in known:
        here, was = community.external_id in present, community.left_at is None
        if here != was and among(community.external_id):
            await (added if here else removed)(service, platform, community.external_id)
