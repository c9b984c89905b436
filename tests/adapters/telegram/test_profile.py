"""What Telegram shows of the bot: set once, in each language, and again only where it differs."""

from __future__ import annotations

import pytest

from bot.adapters.telegram import profile
from tests.adapters.telegram.coach import coaching
from tests.adapters.telegram.server import BotApi
from tests.world import wording

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

SETS = ("setMyCommands", "setMyName", "setMyDescription", "setMyShortDescription")


async def started(url: str, api: BotApi) -> None:
    before = len(api.of("getMyDescription"))
    async with coaching(url, api.url):
        await api.until(lambda: len(api.of("getMyDescription")) == before + 2)
        await api.until(lambda: ("description", "es") in api.profile)


async def test_it_is_set_once(url: str, api: BotApi) -> None:
    await started(url, api)
    english, spanish = (api.profile["commands of all_private_chats", code] for code in ("", "es"))
    assert [c["command"] for c in english] == [c["command"] for c in spanish]
    assert [c["command"] for c in english[:2]] == ["today", "checkin"]
    assert {"start", "help", "settings", "privacy", "stop"} <= {c["command"] for c in english}
    assert spanish[0]["description"] != english[0]["description"]
    for code in ("", "es"):
        (way,) = api.profile["commands of all_group_chats", code]
        assert way["command"] == "start"
    assert api.profile["name", ""] == "Scrollwise"
    assert "13" in api.profile["description", "es"]
    calls = len(api.of(*SETS))
    await started(url, api)
    assert len(api.of(*SETS)) == calls


async def test_what_differs_is_set_again(url: str, api: BotApi) -> None:
    await started(url, api)
    api.profile["short_description", "es"] = "Otra cosa"
    before = len(api.of(*SETS))
    await started(url, api)
    await api.until(lambda: api.profile["short_description", "es"] != "Otra cosa")
    assert len(api.of(*SETS)) == before + 1


async def test_a_refusal_stops_nothing(url: str, api: BotApi) -> None:
    api.faults["setMyName"].append("429:86000")
    await started(url, api)
    assert ("name", "") not in api.profile
    assert "13" in api.profile["description", "es"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_fits(url: str, language: str) -> None:
    from bot.core.model.messages import Text

    longest = {"name": 64, "short-description": 120, "description": 512}
    for what, most in longest.items():
        assert len(wording().plain(Text(f"telegram-bot-{what}"), language)) <= most
    commands = profile.commands(language, wording())
    assert all(3 <= len(command.description) <= 256 for command in commands)


async def test_the_one_menu_of_earlier_releases_goes(url: str, api: BotApi) -> None:
    for code in ("", "es"):
        api.profile["commands", code] = [{"command": "today", "description": "Old words"}]
    await started(url, api)
    assert ("commands", "") not in api.profile
    assert ("commands", "es") not in api.profile
