"""What is posted for all to read: only in a channel of that server, looked at each time, without previews."""

from __future__ import annotations

import pytest

from bot.content.rendered import Message
from bot.core.model.community import Community, PostingTrouble, PostKind
from bot.delivery.community_ports import BotRemoved, PostFailed
from bot.delivery.ports import TryLater
from tests.adapters.discord.coach import QUICK, Coach
from tests.adapters.discord.local import Json, LocalDiscord
from tests.adapters.discord.person import SERVER, Person
from tests.adapters.discord.routes import texts

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
POST = "POST /channels/*/messages"
HERE = Community(1, "discord", str(SERVER), channel="77")
DIGEST = Message("Last week, together", language="en", key="post1")
SUPPRESSED = 1 << 2
FITS: Json = {"id": "77", "guild_id": str(SERVER), "type": 0}


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.discord.sender.RETRY_BACKOFF", QUICK)


@pytest.mark.parametrize("kind", [0, 5])
async def test_it_is_posted_without_previews(coach: Coach, discord: LocalDiscord, kind: int) -> None:
    discord.channels["77"] = {**FITS, "type": kind}
    post = await coach.discord.community_poster.publish(HERE, PostKind.DIGEST, DIGEST)
    [message] = discord.posted[77]
    assert post == f"77/{message['id']}"
    assert message["flags"] & SUPPRESSED


@pytest.mark.parametrize(("channel", "trouble"), [
    ({"guild_id": "51"}, PostingTrouble.GONE),  # another server's
    ({"guild_id": None}, PostingTrouble.GONE),  # somebody's direct message
    ({"type": 15}, PostingTrouble.GONE), ({"type": 2}, PostingTrouble.GONE), ({"type": 13},
    PostingTrouble.GONE),
    ({"type": 4}, PostingTrouble.GONE), ({"type": 12}, PostingTrouble.GONE), ({"nsfw": True},
    PostingTrouble.CLOSED),
])  # fmt: skip
async def test_a_channel_that_does_not_fit_is_not_posted_to(
    coach: Coach, discord: LocalDiscord, channel: Json, trouble: PostingTrouble
) -> None:
    discord.channels["77"] = FITS | channel
    with pytest.raises(PostFailed) as refused:
        await coach.discord.community_poster.publish(HERE, PostKind.DIGEST, DIGEST)
    assert refused.value.trouble is trouble
    assert discord.calls[POST] == 0


@pytest.mark.parametrize(("status", "code"), [
    (400, 50008), (400, 50024), (400, 50033), (400, 50083), (403, 50013), (400, 50035),
])  # fmt: skip
async def test_a_refusal_is_told_and_never_taken_for_posted(
    coach: Coach, discord: LocalDiscord, status: int, code: int
) -> None:
    discord.channels["77"] = FITS
    discord.fail(POST, status, code)
    with pytest.raises(PostFailed) as refused:
        await coach.discord.community_poster.publish(HERE, PostKind.DIGEST, DIGEST)
    assert refused.value.trouble is PostingTrouble.CLOSED


async def test_a_channel_that_cannot_be_looked_at_waits(coach: Coach, discord: LocalDiscord) -> None:
    discord.fail("GET /channels/*", 0, times=2)  # the library asks again by itself
    with pytest.raises(TryLater):
        await coach.discord.community_poster.publish(HERE, PostKind.DIGEST, DIGEST)


async def test_a_server_that_is_gone(coach: Coach, discord: LocalDiscord) -> None:
    discord.fail("GET /channels/*", 404, 10003)
    discord.fail("GET /guilds/*", 404, 10004)
    with pytest.raises(BotRemoved):
        await coach.discord.community_poster.publish(HERE, PostKind.DIGEST, DIGEST)


async def test_a_forged_channel_is_not_taken(ann: Person, coach: Coach, discord: LocalDiscord) -> None:
    await ann.runs("community")
    discord.channels["4711"] = {**FITS, "id": "4711", "guild_id": "51"}
    discord.channels["78"] = {**FITS, "id": "78"}
    assert "not one of this server" in texts(await ann.chooses("s1c:channel", "4711", "Quotes: off"))[0]
    assert "next posts come on" in texts(await ann.chooses("s1c:channel", "78", "Quotes: off"))[0]
    async with coach.service.database.read() as transaction:
        community = await transaction.communities.find("discord", str(SERVER))
    assert community
    assert community.channel == "78"


async def test_whoever_manages_the_server_is_told_of_posts_that_fail_with_any_command(
    ann: Person, coach: Coach
) -> None:
    await ann.runs("community")
    async with coach.service.database.write() as transaction:
        community = await transaction.communities.find("discord", str(SERVER))
        assert community
        await transaction.venues.change(community, coach.now, channel="77", trouble=PostingTrouble.CLOSED)
    told = texts(await ann.runs("help"))
    assert sum("says why" in text for text in told) == 1
    assert not any("says why" in text for text in texts(await ann.runs("help", dm=True)))
