"""What the coach writes of its own accord: where to, under which nonce, and what each refusal means."""

from __future__ import annotations

from dataclasses import replace

import pytest
from discord import MessageFlags

from bot.adapters.discord.api_errors import InvalidMessage
from bot.adapters.discord.render import DiscordRenderer
from bot.adapters.discord.sender import DiscordSender
from bot.adapters.kit.labels import OfferedButtons
from bot.content.rendered import Message, ShownButton
from bot.core.model.inputs import Account
from bot.delivery.ports import Blocked, TryLater, Unknown
from bot.delivery.ports import Outbox as Port
from tests.adapters.discord.coach import QUICK, Coach
from tests.adapters.discord.local import Json, LocalDiscord, buttons
from tests.world import wording

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
POST = "POST /channels/*/messages"
MESSAGE = Message(
    "How did it go?", (ShownButton("checkin.a", "Kept"),), language="en", waits=True, key="12.1"
)


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.discord.sender.RETRY_BACKOFF", QUICK)
    monkeypatch.setattr("bot.adapters.discord.sender.ATTEMPT_DEADLINE_SECONDS", 0.5)


@pytest.fixture
def outbox(coach: Coach) -> Port:
    return coach.discord.outbox


def at(address: str) -> Account:
    return Account("discord", "1", address)


async def test_it_goes_to_the_channel_that_is_known(outbox: Port, discord: LocalDiscord) -> None:
    await outbox.send(at("77"), MESSAGE)
    [sent] = discord.posted[77]
    assert (sent["content"], buttons(sent)) == ("How did it go?", {"Kept": "s1:checkin.a"})
    assert sent["flags"] == 0
    assert (sent["nonce"], sent["enforce_nonce"]) == ("12.1/0", True)
    assert discord.calls["POST /users/@me/channels"] == 0


async def test_without_a_sound_where_that_was_chosen(outbox: Port, discord: LocalDiscord) -> None:
    await outbox.send(at("77"), replace(MESSAGE, silent=True))
    [sent] = discord.posted[77]
    assert sent["flags"] == MessageFlags(suppress_notifications=True).value


@pytest.fixture
def thread(discord: LocalDiscord) -> Json:
    """A private thread that its person is in."""
    discord.threads.append({"id": "78", "guild_id": "50", "people": ["1"]})
    return discord.threads[0]


async def test_in_a_thread_there_is_a_button_for_words(
    outbox: Port, discord: LocalDiscord, thread: Json
) -> None:
    await outbox.send(at("t78"), MESSAGE)
    assert "Write" in buttons(discord.posted[78][0])


@pytest.mark.parametrize("leaves", ["the server", "the thread", "nothing that is there"])
async def test_a_thread_is_silent_once_its_member_has_left(
    outbox: Port, discord: LocalDiscord, thread: Json, leaves: str
) -> None:
    match leaves:
        case "the server":
            discord.left.add("1")
        case "the thread":
            thread["people"].clear()
        case _:
            discord.threads.clear()
    with pytest.raises(Blocked):
        await outbox.send(at("t78"), MESSAGE)
    assert discord.posted == {}


async def test_a_thread_that_cannot_be_looked_at_waits(
    outbox: Port, discord: LocalDiscord, thread: Json
) -> None:
    discord.fail("GET /channels/*/thread-members/*", 0, times=2)  # the library asks again by itself
    with pytest.raises(TryLater):
        await outbox.send(at("t78"), MESSAGE)
    await outbox.send(at("t78"), MESSAGE)


async def test_the_same_message_twice_arrives_once(outbox: Port, discord: LocalDiscord) -> None:
    for _ in range(2):
        await outbox.send(at("77"), MESSAGE)
    assert len(discord.posted[77]) == 1


async def test_a_long_one_is_several_with_nonces_of_their_own(outbox: Port, discord: LocalDiscord) -> None:
    await outbox.send(at("77"), Message("word " * 900, language="en", key="9.1"))
    assert [m["nonce"] for m in discord.posted[77]] == ["9.1/0", "9.1/1", "9.1/2"]


@pytest.mark.parametrize("address", ["", "nowhere"])
async def test_who_has_no_place_is_not_even_tried(outbox: Port, discord: LocalDiscord, address: str) -> None:
    with pytest.raises(Blocked):
        await outbox.send(at(address), MESSAGE)
    assert discord.calls[POST] == 0


@pytest.mark.parametrize(("status", "code", "error"), [
    (403, 50007, Blocked),  # direct messages are closed
    (403, 50278, Blocked),  # no server in common
    (404, 10003, Blocked),  # the channel is gone
    (403, 50013, Blocked), (403, 50001, Blocked),
    (403, 40003, TryLater),  # opening direct messages too fast
    (401, 0, TryLater),
    (400, 50083, Blocked), (400, 50033, Blocked), (400, 50024, Blocked), (400, 50008, Blocked),
    (400, 40004, TryLater),
    (400, 50035, InvalidMessage), (400, 0, InvalidMessage),
])  # fmt: skip
async def test_a_refusal_is_asked_for_once(
    outbox: Port, discord: LocalDiscord, status: int, code: int, error: type[Exception]
) -> None:
    discord.fail(POST, status, code)
    with pytest.raises(error):
        await outbox.send(at("77"), MESSAGE)
    assert discord.calls[POST] == 1


async def test_a_limit_is_waited_for(outbox: Port, discord: LocalDiscord) -> None:
    discord.fail(POST, 429)
    await outbox.send(at("77"), MESSAGE)
    assert len(discord.posted[77]) == 1


async def test_a_long_limit_is_a_reason_to_come_later(outbox: Port, discord: LocalDiscord) -> None:
    discord.fail(POST, 429, retry_after=90)
    with pytest.raises(TryLater) as later:
        await outbox.send(at("77"), MESSAGE)
    assert later.value.seconds == 90


@pytest.mark.parametrize("after", [False, True])
async def test_a_broken_line_is_tried_again_under_the_same_nonce(
    outbox: Port, discord: LocalDiscord, after: bool
) -> None:
    discord.fail(POST, 0, after=after, times=2)
    await outbox.send(at("77"), MESSAGE)
    assert (len(discord.posted[77]), discord.calls[POST]) == (1, 3)


async def test_a_line_that_stays_broken_leaves_it_unknown(outbox: Port, discord: LocalDiscord) -> None:
    discord.fail(POST, 0, after=True, times=4)
    with pytest.raises(Unknown):
        await outbox.send(at("77"), MESSAGE)


async def test_while_discord_is_away_it_waits(outbox: Port, discord: LocalDiscord) -> None:
    await discord.goes_away()
    with pytest.raises(TryLater):
        await outbox.send(at("77"), MESSAGE)


async def test_without_a_connection_it_waits(url: str) -> None:
    sender = DiscordSender(DiscordRenderer(wording()), lambda: None, OfferedButtons(1))
    with pytest.raises(TryLater):
        await sender.send(at("77"), MESSAGE)


async def test_many_at_once_are_spread(outbox: Port, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr("bot.adapters.discord.sender.asyncio.sleep", pause)
    for number in range(5):
        await outbox.send(at(f"{number + 1}"), MESSAGE)
    assert pauses.count(0.05) == 5
