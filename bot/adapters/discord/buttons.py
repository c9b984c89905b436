"""Buttons that outlive restarts and releases: their custom_id holds everything that a press means."""

from __future__ import annotations

import re
from typing import Any, Protocol, Self

import discord
from discord import ButtonStyle, ui

from bot.adapters.discord.custom_ids import DESTINATION, FORM, PRESS, TOKEN_PATTERN, WORDS
from bot.content.rendered import ShownButton
from bot.core.model import messages

Interaction = discord.Interaction[Any]


class PressHandlers(Protocol):
    """The answers to presses."""

    async def press(self, interaction: Interaction, token: str) -> None: ...
    async def open_form(self, interaction: Interaction, token: str) -> None: ...
    async def open_words(self, interaction: Interaction, language: str) -> None: ...
    async def choose_destination(self, interaction: Interaction, destination: str) -> None: ...


def handlers_of(interaction: Interaction) -> PressHandlers:
    """The handlers of the client that received the interaction."""
    return interaction.client.handlers  # type: ignore[no-any-return]


class AnswerButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{PRESS}(?P<token>{TOKEN_PATTERN})"):
    """A button of the core."""

    def __init__(self, token: str, label: str, style: ButtonStyle = ButtonStyle.secondary) -> None:
        super().__init__(ui.Button(label=label, style=style, custom_id=PRESS + token))
        self.token = token

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["token"], UNSEEN_LABEL)

    async def callback(self, interaction: Interaction) -> None:
        await handlers_of(interaction).press(interaction, self.token)


STYLES = {
    messages.ButtonStyle.NEUTRAL: ButtonStyle.secondary,
    messages.ButtonStyle.SUGGESTED: ButtonStyle.primary,
    messages.ButtonStyle.POSITIVE: ButtonStyle.success,
    messages.ButtonStyle.DANGER: ButtonStyle.danger,
}


def answer_button(shown: ShownButton) -> AnswerButton:
    """The button of a message, in the colour of its meaning."""
    return AnswerButton(shown.token, shown.label, STYLES[shown.style])


class FormButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{FORM}(?P<token>{TOKEN_PATTERN})"):
    """Opens a form as a modal."""

    def __init__(self, token: str, label: str) -> None:
        super().__init__(ui.Button(label=label, style=ButtonStyle.primary, custom_id=FORM + token))
        self.token = token

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["token"], UNSEEN_LABEL)

    async def callback(self, interaction: Interaction) -> None:
        await handlers_of(interaction).open_form(interaction, self.token)


class WordsButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{WORDS}(?P<language>[A-Za-z-]{{2,16}})"):
    """Opens a modal for free text, where the bot cannot read what is typed."""

    def __init__(self, language: str, label: str) -> None:
        super().__init__(ui.Button(label=label, style=ButtonStyle.primary, custom_id=WORDS + language))
        self.language = language

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["language"], UNSEEN_LABEL)

    async def callback(self, interaction: Interaction) -> None:
        await handlers_of(interaction).open_words(interaction, self.language)


class DestinationButton(ui.DynamicItem[ui.Button[ui.View]], template=f"{DESTINATION}(?P<destination>[a-z]+)"):
    """Chooses where nudges go after direct messages turned out to be closed."""

    def __init__(self, destination: str, label: str) -> None:
        custom_id = DESTINATION + destination
        super().__init__(ui.Button(label=label, style=ButtonStyle.secondary, custom_id=custom_id))
        self.destination = destination

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(match["destination"], UNSEEN_LABEL)

    async def callback(self, interaction: Interaction) -> None:
        await handlers_of(interaction).choose_destination(interaction, self.destination)


UNSEEN_LABEL = "\u2022"  # of a button that is rebuilt from its custom_id and never shown
ALL: tuple[type[ui.DynamicItem[Any]], ...] = (AnswerButton, FormButton, WordsButton, DestinationButton)


def is_known(custom_id: str, items: tuple[type[ui.DynamicItem[Any]], ...]) -> bool:
    """Whether any of `items` handles presses of that custom_id."""
    return any(item.__discord_ui_compiled_template__.fullmatch(custom_id) for item in items)
