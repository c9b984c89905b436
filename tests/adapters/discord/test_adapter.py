"""Coming and staying connected: a wrong token, a Discord that is away, sessions that end, shards."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.adapters.discord.adapter import Discord
from bot.config import logs
from bot.config.backoff import Backoff
from bot.delivery.ports import BotRefused
from tests.adapters.discord.coach import Coach, running, settings, until
from tests.adapters.discord.local import LocalDiscord
from tests.adapters.discord.person import Person
from tests.adapters.discord.routes import texts
from tests.world import World

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged, and the loggers as they were afterwards."""
    root, log = logging.getLogger(), io.StringIO()
    before = (root.handlers[:], root.level, structlog.get_config())
    yield log
    root.handlers[:], root.level = before[0], before[1]
    structlog.configure(**before[2])


SECRET = "MTAwMDAwMDAwMDAwMDAwMDAw.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.discord.adapter.CONNECT_BACKOFF", Backoff(0.05, 60))


@pytest.mark.parametrize("token", [SECRET, "two words", "ñ", "new\nline", " "])
async def test_a_wrong_token_is_told_in_one_line_that_does_not_show_it(
    discord: LocalDiscord, url: str, tmp_path: Path, token: str, log: io.StringIO
) -> None:
    async with World.open(url) as world:
        chosen = settings(tmp_path, discord.api_url, token)
        logs.configure("DEBUG", secrets=chosen.secrets(), to=log)
        with pytest.raises(BotRefused) as refused:
            await Discord(await world.service(), chosen).serve()
    said = f"{refused.value} {refused.value!r} {log.getvalue()}"
    assert str(refused.value).startswith("SCROLLWISE_DISCORD_TOKEN is wrong")
    assert "\n" not in str(refused.value)
    assert not token.strip() or token not in said


async def test_a_token_taken_back_while_serving_is_told_too(coach: Coach, discord: LocalDiscord) -> None:
    await discord.connections[0].close(code=4004)
    with pytest.raises(BotRefused):
        await asyncio.wait_for(coach.serving, 5)


async def test_discord_away_at_the_start_is_waited_for(url: str, tmp_path: Path) -> None:
    discord = LocalDiscord()
    async with discord:
        pass  # its port is known, and nobody is there
    coach = Coach(url, settings(tmp_path, discord.api_url, discord.token))
    await coach.start()
    await asyncio.sleep(0.2)
    assert not coach.serving.done()
    async with discord:
        await discord.connected()
        it = await Person(discord).runs("help")
        await coach.stop()
    assert it.messages


@pytest.mark.parametrize("status", [500, 503, 429, 0])
async def test_a_discord_that_fails_at_the_start_is_tried_again(
    url: str, tmp_path: Path, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with LocalDiscord() as discord:
        discord.fail("GET /gateway/bot", status)
        async with running(url, settings(tmp_path, discord.api_url, discord.token), discord.connected):
            assert discord.calls["GET /gateway/bot"] >= 2


async def test_something_that_is_no_discord_is_tried_again(
    discord: LocalDiscord, url: str, tmp_path: Path
) -> None:
    discord.nonsense = 1
    async with running(url, settings(tmp_path, discord.api_url, discord.token), discord.connected):
        assert discord.calls["GET /users/@me"] == 2


async def test_a_session_is_resumed_after_a_cut(ann: Person, coach: Coach, discord: LocalDiscord) -> None:
    discord.up.clear()
    await discord.connections[0].close(code=4000)
    await discord.connected()
    await until(lambda: discord.resumed == 1)
    assert "I am Scrollwise" in texts(await ann.runs("start"))[0]


async def test_a_session_is_begun_anew_where_it_cannot_be_resumed(
    ann: Person, coach: Coach, discord: LocalDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.Client.before_identify_hook", _at_once)
    await discord.connections[0].send_json({"op": 9, "d": False})
    await until(lambda: len(discord.identified) == 2 and discord.connections)
    assert "I am Scrollwise" in texts(await ann.runs("start"))[0]


async def _at_once(client: object, shard_id: int | None, *, initial: bool = False) -> None:
    """Real shards identify five seconds apart."""


async def test_there_are_as_many_shards_as_discord_wants(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.Client.before_identify_hook", _at_once)
    async with LocalDiscord(shards=3) as discord:
        chosen = settings(tmp_path, discord.api_url, discord.token)
        async with running(url, chosen, lambda: until(lambda: len(discord.identified) == 3)):
            assert [i["shard"] for i in discord.identified] == [[0, 3], [1, 3], [2, 3]]


async def test_no_privileged_intent_is_asked_for(coach: Coach, discord: LocalDiscord) -> None:
    guilds, direct_messages, reactions_to_them = 1 << 0, 1 << 12, 1 << 13
    assert [i["intents"] for i in discord.identified] == [guilds | direct_messages | reactions_to_them]


async def test_a_gateway_that_is_set_is_used_also_when_resuming(
    discord: LocalDiscord, url: str, tmp_path: Path
) -> None:
    discord.other_gateway = "ws://127.0.0.1:9/nowhere"  # what /gateway/bot and READY say
    chosen = settings(tmp_path, discord.api_url, discord.token, discord.gateway_url)
    async with running(url, chosen, discord.connected):
        await discord.connections[0].close(code=4000)
        await until(lambda: discord.resumed == 1)


async def test_while_discord_is_away_the_log_says_so_in_lines(
    coach: Coach, discord: LocalDiscord, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.backoff.ExponentialBackoff.delay", lambda backoff: 0.05)
    logs.configure("WARNING", to=log)
    await discord.goes_away()
    await until(lambda: log.getvalue().count("Attempting a reconnect") > 2)
    assert "Traceback" not in log.getvalue()
    assert " File " not in log.getvalue()
    discord.up.clear()
    async with discord:
        await discord.connected()
