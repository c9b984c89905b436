"""A command stands in one table; every surface shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import discord
import pytest

from bot.adapters.discord.commands import Tree
from bot.adapters.telegram import profile
from bot.content.lexicon import INTENTS, intents
from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.conversation.engine import Engine
from bot.core.conversation.flow import Command
from bot.core.guide import help
from tests.catalogue import compose
from tests.core.conversation.toys import registry, somebody
from tests.core.helpers import LANGUAGES, wording

TOY = registry()


@pytest.fixture
def toy_wording(tmp_path: Path) -> Wording:
    content = compose(tmp_path)
    for code in LANGUAGES:
        words = [f"command-{c.name} = {c.name} ({code})" for c in TOY.commands if c.name != "start"]
        words += [f"discord-name-{c.name} = {c.name}" for c in TOY.commands if c.name != "start"]
        (content / "locales" / code / "toys.ftl").write_text("\n".join(words))
    return Wording(content, "en", strict=True)


def test_telegram_s_menu(toy_wording: Wording) -> None:
    menu = profile.commands("es", toy_wording, TOY.menu)
    assert [command.command for command in menu] == [command.name for command in TOY.menu]
    assert menu[0].description == "tea (es)"


async def test_discord_s_commands(toy_wording: Wording) -> None:
    client = discord.Client(intents=discord.Intents.none())
    tree = Tree(client, cast(Any, None), toy_wording, TOY.commands)
    known = {command.name: command for command in tree.get_commands()}
    assert known.keys() == TOY.by_name.keys()
    payload = known["tea"].to_dict(tree)
    assert [(option["name"], option["autocomplete"]) for option in payload["options"]] == [("day", True)]
    assert known["halt"].default_permissions == discord.Permissions(manage_guild=True)


def test_choices() -> None:
    assert [choice.token for choice in Engine(TOY).choices("tea", somebody())] == ["green"]


def test_intents() -> None:
    assert set(intents(TOY.commands)) - set(intents(())) == {"tea"}
    assert {command.name for command in COACH.commands if command.in_words} <= set(INTENTS)


def shown_help(commands: tuple[Command, ...], code: str) -> str:
    (reply,) = help.flow(lambda: commands).buttons["show"]("", somebody()).replies
    return wording().plain(reply.text, code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_each_command_that_has_a_topic(language: str) -> None:
    shown = shown_help(COACH.commands, language)
    assert all(f"/{command.name}" in shown for command in COACH.commands if command.topic)
    assert "/tea" not in shown
    assert "/tea" in shown_help((*COACH.commands, TOY.by_name["tea"]), language)
