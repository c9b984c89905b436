"""The private parts of discord.py that the adapter relies on: each patch has its effect on this version."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import discord
import pytest
from discord.backoff import ExponentialBackoff
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.adapters.discord import discordpy_patches
from bot.adapters.discord.buttons import ALL, AnswerButton, is_known
from tests.adapters.discord.coach import Coach, until
from tests.adapters.discord.local import LocalDiscord

CLIENT_LOGGERS = ("discord.client", "discord.shard", "discord.http")


@pytest.fixture(autouse=True)
def restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The library as it was before, after each test."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    filters = {name: logging.getLogger(name).filters[:] for name in CLIENT_LOGGERS}
    yield
    for name, before in filters.items():
        logging.getLogger(name).filters[:] = before


def client() -> discord.AutoShardedClient:
    return discord.AutoShardedClient(intents=discord.Intents.none())


def test_requests_go_to_the_api_url_that_is_set() -> None:
    discordpy_patches.set_api_url("http://127.0.0.1:9/api/")
    assert Route("GET", "/users/@me").url == "http://127.0.0.1:9/api/users/@me"


def test_sessions_begin_at_the_gateway_url_that_is_set() -> None:
    discordpy_patches.set_gateway_url("ws://127.0.0.1:9/nowhere")
    assert str(DiscordWebSocket.DEFAULT_GATEWAY) == "ws://127.0.0.1:9/nowhere"


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_shard_waits_for_a_minute_at_most_before_it_reconnects(
    coach: Coach, discord: LocalDiscord
) -> None:
    connected = coach.discord._client
    assert connected is not None
    shard = connected.get_shard(0)
    assert shard is not None
    backoff = shard._parent._backoff
    assert isinstance(backoff, ExponentialBackoff)
    await until(lambda: backoff._max == discordpy_patches.MAX_BACKOFF_EXPONENT)
    waits = [backoff.delay() for _ in range(500)]
    assert 16 < max(waits) <= 64


def test_warnings_about_voice_are_off() -> None:
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = True
    discordpy_patches.quieten()
    assert not discord.VoiceClient.warn_nacl
    assert not discord.VoiceClient.warn_dave


def test_filters_are_added_once() -> None:
    for _ in range(2):
        discordpy_patches.quieten()
    found = {name: logging.getLogger(name).filters for name in CLIENT_LOGGERS}
    assert all(len(filters) == len(set(filters)) >= 1 for filters in found.values())


def test_a_limit_is_logged_without_ids() -> None:
    text = "We are being rate limited. POST %s responded with 429."
    where = "https://discord.com/api/v10/channels/1234567890123456789/messages"
    record = logging.LogRecord("discord.http", logging.WARNING, "", 0, text, (where,), None)
    assert discordpy_patches.without_ids(record)
    assert "1234567890123456789" not in record.getMessage()
    assert "channels/" in record.getMessage()


@pytest.mark.parametrize(("error", "keeps"), [(TimeoutError(), False), (ZeroDivisionError(), True)])
def test_only_expected_errors_are_logged_without_their_trace(error: Exception, keeps: bool) -> None:
    found = (type(error), error, None)
    record = logging.LogRecord("discord.client", logging.ERROR, "", 0, "Attempting", (), found)
    assert discordpy_patches.without_trace(record)
    assert bool(record.exc_info) is keeps


async def test_an_event_that_cannot_be_parsed_is_counted_and_one_that_begins_a_session_is_not() -> None:
    counted: list[str] = []
    it = client()
    discordpy_patches.skip_unreadable_events(it, lambda: counted.append("event"))
    it._connection.parsers["GUILD_CREATE"]({})
    assert counted == ["event"]
    with pytest.raises(KeyError):
        it._connection.parsers["READY"]({})


def test_the_template_of_a_dynamic_item_says_which_custom_ids_it_handles() -> None:
    assert is_known("s1:checkin.a", ALL)
    assert not is_known("s1:", (AnswerButton,))
    assert not is_known("old:checkin.a", ALL)
