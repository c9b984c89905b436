"""What an event does to a community. The journeys show the rest."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.model.community import PostingTrouble, PostKind
from bot.storage.nudges import NudgeState
from bot.turns.community_events import CommunityEvents, PostResult
from tests.journeys.town import CHANNEL, GUILD, MONDAY, Town, town

NONE, GONE, CLOSED, THREADS = PostingTrouble
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


async def closes(here: Town, kind: PostKind, result: PostResult, before: PostingTrouble) -> PostingTrouble:
    """The trouble of a community after a post of that kind was closed with that result."""
    here.world.now = MONDAY
    service = await here.world.service()
    community = await here.community()
    assert community is not None
    async with service.database.write() as transaction:
        posts = await transaction.posts.claim(
            MONDAY, limit=9, lease=timedelta(minutes=1), by="me", platforms=["discord"]
        )
        await transaction.venues.change(community, MONDAY, trouble=before)
    post = next(post for post in posts if post.kind is kind)
    await CommunityEvents(service).post_closed(post, "me", result)
    after = await here.community()
    assert after is not None
    return after.trouble


@pytest.mark.parametrize(
    ("kind", "before", "found", "after"),
    [
        (PostKind.CHALLENGE, CLOSED, NONE, NONE),
        (PostKind.CHALLENGE, NONE, CLOSED, CLOSED),
        (PostKind.CHALLENGE, THREADS, NONE, THREADS),  # it has no thread, so it proves nothing
        (PostKind.PROMPT, THREADS, NONE, NONE),
        (PostKind.CHALLENGE, GONE, None, GONE),
    ],
)
async def test_the_trouble_after_a_post(
    url: str, kind: PostKind, before: PostingTrouble, found: PostingTrouble | None, after: PostingTrouble
) -> None:
    async with town(url) as here:
        result = PostResult(NudgeState.SENT, CHANNEL, found)
        assert await closes(here, kind, result, before) is after


async def test_a_result_about_an_earlier_channel_says_nothing_about_the_new_one(url: str) -> None:
    async with town(url) as here:
        result = PostResult(NudgeState.REFUSED, "an earlier one", CLOSED)
        assert await closes(here, PostKind.PROMPT, result, NONE) is NONE


async def test_communities_of_other_processes_are_left_alone_at_a_connection(url: str) -> None:
    async with town(url) as here:
        events = CommunityEvents(await here.world.service())
        await events.reconcile("discord", set(), is_served=lambda guild: guild != GUILD)
        community = await here.community()
        assert community is not None
        assert community.left_at is None


async def test_people_have_left_once_none_of_their_accounts_is_a_member(url: str) -> None:
    async with town(url) as here:
        events = CommunityEvents(await here.world.service())
        participants = {1: ("a", "b"), 2: ("c",), 3: ("d",)}
        assert await events.members_left(1, participants, {"a", "c"}) == 1
        assert await events.members_left(1, participants, {"a", "b", "c"}) == 2
