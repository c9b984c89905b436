"""Buttons that outlive restarts and releases: what they mean stands in their custom_id, nowhere else."""

from __future__ import annotations

import re
from typing import Any, Protocol, Self

import discord
from discord import ButtonStyle, ui

from bot.adapters.discord.custom_ids import ASCII, FORM, PLACE, PRESS, WORDS

Interaction = discord.Interaction[Any]


class Hears(Protocol):
    """Who answers presses: the client."""

    async def pressed(self, interaction: Interaction, token: str) -> None: ...
    async def form_asked(self, interaction: Interaction, token: str) -> None: ...
    async def words_asked(self, interaction: Interaction, language: str) -> None: ...
    async def place_chosen(self, interaction: Interaction, place: str) -> None: ...


def answering(interaction: Interaction) -> Hears:
    return interaction.client  # type: ignore[no-any-return]


class AnswerButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{PRESS}(?P<token>{ASCII})"):
    """A button of the core."""

    def __init__(self, token: str, label: str, style: ButtonStyle = ButtonStyle.secondary) -> None:
        super().__init__(ui.Button(label=label, style=style, custom_id=PRESS + token))
        self.token = token

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["token"], MARK)

    async def callback(self, interaction: Interaction) -> None:
        await answering(interaction).pressed(interaction, self.token)


class FormButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{FORM}(?P<token>{ASCII})"):
    """Opens a form as a modal."""

    def __init__(self, token: str, label: str) -> None:
        super().__init__(ui.Button(label=label, style=ButtonStyle.primary, custom_id=FORM + token))
        self.token = token

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["token"], MARK)

    async def callback(self, interaction: Interaction) -> None:
        await answering(interaction).form_asked(interaction, self.token)


class WordsButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{WORDS}(?P<language>[A-Za-z-]{{2,16}})"):
    """Opens a modal for own words, where the bot cannot read what is typed."""

    def __init__(self, language: str, label: str) -> None:
        super().__init__(ui.Button(label=label, style=ButtonStyle.primary, custom_id=WORDS + language))
        self.language = language

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["language"], MARK)

    async def callback(self, interaction: Interaction) -> None:
        await answering(interaction).words_asked(interaction, self.language)


class DestinationButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{PLACE}(?P<place>[a-z]+)"):
    """Chooses where messages of the coach's own accord go, after direct messages were closed."""

    def __init__(self, place: str, label: str) -> None:
        super().__init__(ui.Button(label=label, style=ButtonStyle.secondary, custom_id=PLACE + place))
        self.place = place

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["place"], MARK)

    async def callback(self, interaction: Interaction) -> None:
        await answering(interaction).place_chosen(interaction, self.place)


MARK = "\u2022"  # the label of a button made anew from its custom_id, which nobody sees
ALL: tuple[type[ui.DynamicItem[Any]], ...] = (AnswerButton, FormButton, WordsButton, DestinationButton)


def known(custom_id: str, items: tuple[type[ui.DynamicItem[Any]], ...]) -> bool:
    """Whether a press of it is understood by any of `items`."""
    return any(item.__discord_ui_compiled_template__.fullmatch(custom_id) for item in items)
