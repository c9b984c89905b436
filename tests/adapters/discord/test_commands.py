"""The slash commands: those of the core, named in each language, registered when they changed."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from discord import Locale

from bot.core.coach import COACH
from tests.adapters.discord.coach import Coach, running, settings
from tests.adapters.discord.local import Json, LocalDiscord
from tests.adapters.discord.person import Person
from tests.world import wording

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
REGISTER = "PUT /applications/*/commands"
LOCALES = {
    locale.value
    for locale in Locale
    if {locale.value, locale.value.partition("-")[0]} & wording().languages.keys()
}


def nodes(commands: list[Json]) -> list[Json]:
    return [node for c in commands for node in (c, *c["options"])]


async def test_every_command_of_the_core_is_there(coach: Coach, discord: LocalDiscord) -> None:
    assert {c["name"] for c in discord.commands} == set(COACH.by_name)


async def test_they_can_be_used_in_servers_and_everywhere_by_those_who_installed_it(
    coach: Coach, discord: LocalDiscord
) -> None:
    personal = [c for c in discord.commands if c["name"] != "community"]
    assert {tuple(c["integration_types"]) for c in personal} == {(0, 1)}
    assert {tuple(c["contexts"]) for c in personal} == {(0, 1, 2)}


async def test_names_and_descriptions_are_there_in_every_language(
    coach: Coach, discord: LocalDiscord
) -> None:
    for node in nodes(discord.commands):
        names, descriptions = node["name_localizations"], node["description_localizations"]
        assert LOCALES == names.keys() == descriptions.keys()
        for name in (node["name"], *names.values()):
            assert re.fullmatch(r"[-_'\w]{1,32}", name)
            assert name == name.lower() == unicodedata.normalize("NFC", name)
        assert all(0 < len(text) <= 100 for text in (node["description"], *descriptions.values()))
        assert descriptions["es-ES"] != descriptions["en-US"] == node["description"]


async def test_names_differ_within_a_language(coach: Coach, discord: LocalDiscord) -> None:
    for locale in LOCALES:
        names = [c["name_localizations"][locale] for c in discord.commands]
        assert len(set(names)) == len(names)
    assert {"en-US", "en-GB", "es-ES", "es-419"} <= LOCALES


async def test_they_are_registered_once_and_again_only_when_they_changed(
    discord: LocalDiscord, url: str, tmp_path: Path
) -> None:
    chosen = settings(tmp_path, discord.api_url, discord.token)
    for _ in range(2):
        async with running(url, chosen, discord.connected):
            assert discord.calls[REGISTER] == 1
        discord.up.clear()
    (tmp_path / "discord-commands.json").write_text('{"digest": "of another release", "ids": {"a": 1}}')
    async with running(url, chosen, discord.connected) as coach:
        assert discord.calls[REGISTER] == 2
        ids = coach.discord.handlers.turns.render.commands
        assert ids == {c["name"]: int(c["id"]) for c in discord.commands}


@pytest.mark.parametrize("spoiled", ["", "[]", "{", '{"digest": 1}', "\ud800"])
async def test_a_spoiled_note_of_them_does_no_harm(
    discord: LocalDiscord, url: str, tmp_path: Path, spoiled: str
) -> None:
    (tmp_path / "discord-commands.json").write_bytes(spoiled.encode("utf-8", "surrogatepass"))
    async with running(url, settings(tmp_path, discord.api_url, discord.token), discord.connected):
        assert discord.calls[REGISTER] == 1


async def test_the_bot_serves_where_they_cannot_be_registered(
    discord: LocalDiscord, url: str, tmp_path: Path
) -> None:
    discord.fail(REGISTER, 403, 50001)
    async with running(url, settings(tmp_path, discord.api_url, discord.token), discord.connected):
        it = await Person(discord).runs("help")
    assert it.messages


async def test_what_is_typed_is_completed(coach: Coach, discord: LocalDiscord) -> None:
    ann, eva = Person(discord), Person(discord, locale="es-ES")
    assert await ann.completes("plans", "plan", "BED") == ["The phone leaves the bed"]
    assert len(await ann.completes("plans", "plan", "")) >= 4
    assert "Idioma" in await eva.completes("settings", "setting", "")
    assert await ann.completes("pause", "until", "nothing like it") == []


async def test_before_the_beginning_is_done_the_file_stands_with_its_own_words(ann: Person) -> None:
    await ann.runs("start", dm=True)
    it = await ann.runs("privacy", dm=True, wish="export")
    with_files = [m["content"] for m in it.messages.values() if m.get("files")]
    assert len(with_files) == 1
    assert "I am Scrollwise" not in with_files[0]
