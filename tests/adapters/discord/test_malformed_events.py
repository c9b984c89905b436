"""Events of Discord's in which something is missing or odd cost nobody but themselves: no reconnecting, and
somebody else is answered meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import StringIO
from random import Random

import pytest

from tests.adapters.discord.coach import Coach, until
from tests.adapters.discord.local import COMMAND, Json, LocalDiscord, user
from tests.adapters.discord.person import LONG_AGO, SERVER, Person
from tests.mutations import mutated

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

CASES = int(os.environ.get("SCROLLWISE_TEST_MALFORMED", "300"))
ROUTED = ("id", "token", "application_id", "channel_id")  # by which an answer finds its way


def guild(number: int) -> Json:
    """A server as the gateway tells it, with a voice channel."""
    voice = {"id": str(number + 1), "type": 2, "name": "talk", "position": 1, "bitrate": 64_000,
             "user_limit": 0, "permission_overwrites": [], "nsfw": False, "parent_id": None,
             "rate_limit_per_user": 0}  # fmt: skip
    role = {"id": str(number), "name": "@everyone", "permissions": "0", "position": 0, "color": 0,
            "hoist": False, "managed": False, "mentionable": False}  # fmt: skip
    return {"id": str(number), "name": "A server", "owner_id": "1", "channels": [voice], "roles": [role],
            "members": [], "threads": [], "emojis": [], "stickers": [], "features": [], "voice_states": [],
            "presences": [], "large": False, "member_count": 1, "verification_level": 0, "nsfw_level": 0,
            "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
            "premium_tier": 0, "preferred_locale": "en-US", "stage_instances": []}  # fmt: skip


def events(stranger: Person) -> Iterator[tuple[str, Json]]:
    """A sound event of each kind that the bot hears."""
    command = {"id": "1", "name": "help", "type": 1, "options": []}
    yield "INTERACTION_CREATE", stranger._event(COMMAND, command, dm=False)[1]
    yield "INTERACTION_CREATE", stranger._event(COMMAND, command, dm=True)[1]
    who = user(stranger.number, "p")
    nothing: Json = {name: [] for name in ("embeds", "mentions", "mention_roles", "attachments")}
    yield "MESSAGE_CREATE", {
        **nothing, "id": "77", "channel_id": str(stranger.dm), "author": who, "type": 0, "content": "hello",
        "timestamp": LONG_AGO, "edited_timestamp": None, "tts": False, "pinned": False,
        "mention_everyone": False,
    }  # fmt: skip
    yield "GUILD_CREATE", guild(SERVER + 100)
    yield "CHANNEL_DELETE", {"id": "9", "type": 0, "guild_id": str(SERVER + 100), "name": "x", "position": 0}
    yield "GUILD_DELETE", {"id": str(SERVER + 100)}


async def test_malformed_events_are_passed_over_and_ann_is_answered(
    log: StringIO, discord: LocalDiscord, coach: Coach, ann: Person
) -> None:
    chance, stranger = Random(10), Person(discord)
    for start in range(0, CASES, 50):
        for _ in range(start, start + 50):
            name, event = chance.choice(list(events(stranger)))
            kept = {key: event[key] for key in ROUTED if key in event}
            await discord.tell(name, mutated(event, chance) | kept)
        assert "Your day:" in str((await ann.runs("help", seconds=30)).messages)
    assert len(discord.identified) == 1
    assert discord.resumed == 0


async def test_a_server_with_a_field_missing_is_passed_over_and_it_is_said_where(
    log: StringIO, discord: LocalDiscord, coach: Coach, ann: Person
) -> None:
    passed: list[str] = []
    coach.service.count_passed_over = passed.append  # type: ignore[method-assign]
    broken = guild(SERVER)
    del broken["channels"][0]["bitrate"]
    await discord.tell("GUILD_CREATE", broken)
    await until(lambda: passed == ["discord"])
    told = log.getvalue()
    assert "GUILD_CREATE" in told
    assert "discord/channel.py" in told
    assert "Your day:" in str((await ann.runs("help")).messages)
    assert len(discord.identified) == 1
