"""A reply with a picture and with buttons that have a meaning, as Discord shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from discord import ButtonStyle

from bot.content.rendered import Message
from bot.core.model.community import Community, PostKind
from bot.core.model.inputs import Account, Incoming
from tests.adapters.discord.coach import Coach
from tests.adapters.discord.local import Json, LocalDiscord
from tests.adapters.discord.person import SERVER, Person
from tests.pictures.charts import WEEK, message

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
PNG = b"\x89PNG\r\n\x1a\n"
STYLES = {
    "Neutral": ButtonStyle.secondary.value,
    "Suggested": ButtonStyle.primary.value,
    "Positive": ButtonStyle.success.value,
    "Danger": ButtonStyle.danger.value,
}
Answers = Callable[..., None]


@pytest.fixture
def answers(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Sets the messages that each turn from then on leads to."""

    def answers(*messages: Message) -> None:
        async def turn(incoming: Incoming) -> tuple[Message, ...]:
            return messages

        monkeypatch.setattr(coach.service, "turn", turn)

    return answers


def is_shown(shown: Json) -> None:
    """The message has its words, its picture with the alt text, and buttons in their colours."""
    [(name, content)] = shown["files"]
    assert (shown["content"], name, content[:8]) == ("Your week", "picture.png", PNG)
    assert [file["description"] for file in shown["described"]] == [WEEK.alt]
    buttons = [button for row in shown["components"] for button in row["components"]]
    assert {button["label"]: button["style"] for button in buttons} == STYLES


async def test_a_nudge(coach: Coach, discord: LocalDiscord) -> None:
    await coach.discord.outbox.send(Account("discord", "1", "77"), message())
    [sent] = discord.posted[77]
    is_shown(sent)


async def test_an_answer_in_a_server_and_its_successor(ann: Person, answers: Answers) -> None:
    answers(message())
    it = await ann.runs("week")
    is_shown(it.messages["@original"])
    answers(message("Next", chart=False, edits=True))
    it = await ann.presses("Danger")
    assert it.messages["@original"]["content"] == "Next"
    assert it.messages["@original"]["described"] == []  # the picture goes with the words that it belongs to


async def test_a_picture_takes_the_place_of_a_text(ann: Person, answers: Answers) -> None:
    answers(message("First", chart=False))
    await ann.runs("week", dm=True)
    answers(message(edits=True))
    it = await ann.presses("Neutral", dm=True)
    is_shown(it.messages["@original"])


async def test_a_post_in_a_channel_and_its_edit(coach: Coach, discord: LocalDiscord) -> None:
    discord.channels["77"] = {"id": "77", "guild_id": str(SERVER), "type": 0}
    here, poster = Community(1, "discord", str(SERVER), channel="77"), coach.discord.community_poster
    post = await poster.publish(here, PostKind.DIGEST, message())
    [posted] = discord.posted[77]
    is_shown(posted)
    await poster.edit(here, post, message("Last week"))
    assert (posted["content"], [it["description"] for it in posted["described"]]) == ("Last week", [WEEK.alt])
