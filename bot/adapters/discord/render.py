"""Messages as Discord can show them: texts of at most 2,000 characters, rows of buttons, a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import discord
from discord import ui

from bot.adapters.discord import forms, markdown
from bot.adapters.discord.buttons import FormButton, WordsButton, answer_button
from bot.adapters.kit.outgoing import attachment
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.model.messages import Text

MAX_BUTTONS = 25  # five rows of five
MAX_DESCRIPTION_LENGTH = 1024  # of an attachment
CONTINUATION = "\u2026"  # the text of a message that only holds further buttons


@dataclass(frozen=True, slots=True)
class DiscordMessage:
    """The content of one message. `attachment`: the file's name, its bytes, and a description in words."""

    content: str
    view: ui.View | None = None
    attachment: tuple[str, bytes, str] | None = None

    @property
    def files(self) -> list[discord.File]:
        """The file to attach, if there is one. Each call makes a new one, since sending consumes it."""
        if self.attachment is None:
            return []
        name, content, description = self.attachment
        return [discord.File(BytesIO(content), name, description=description)]


class DiscordRenderer:
    """Renders messages. `commands`: name → id of the slash commands, set once they are registered."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.commands: Mapping[str, int] = {}

    def words(self, key: str, language: str, **args: str) -> str:
        """A text of the adapter itself, as Markdown."""
        return "\n\n".join(markdown.pieces(self._wording.html(Text(key, args), language), self.commands))

    def label(self, key: str, language: str) -> str:
        return self._wording.label(Text(key), language)

    def pieces(self, message: Message, *, typed: bool) -> list[DiscordMessage]:
        """A message in one or more pieces. `typed`: the bot can read what the person types in that channel.
        If not, a question that expects text gets a button that opens a modal for it."""
        contents = markdown.pieces(message.html, self.commands) or [CONTINUATION]
        views = _views(self._items(message, typed=typed))
        head = [DiscordMessage(content) for content in contents[:-1]]
        last = DiscordMessage(contents[-1], views[0] if views else None, self.file(message))
        return [*head, last, *(DiscordMessage(CONTINUATION, view) for view in views[1:])]

    def _items(self, message: Message, *, typed: bool) -> list[ui.Item[Any]]:
        items: dict[str, ui.Item[Any]] = {b.token: answer_button(b) for b in message.buttons}
        shown = list(items.values())
        if message.form and forms.fits(message.form):
            key = "discord-form-open" if len(message.form.fields) > 1 else "discord-words-open"
            shown.insert(0, FormButton(message.form.token, self.label(key, message.language)))
        elif message.waits and not typed:
            shown.append(WordsButton(message.language, self.label("discord-words-open", message.language)))
        return shown

    def file(self, message: Message) -> tuple[str, bytes, str] | None:
        """The message's document or drawn picture, the latter described by its alt text."""
        if (file := attachment(message)) is None:
            return None
        description = message.picture.alt if message.picture else self.label("discord-file", message.language)
        return file.name, file.content, forms.shortened(description, MAX_DESCRIPTION_LENGTH)


def _views(items: Sequence[ui.Item[Any]]) -> list[ui.View]:
    return [view(items[n : n + MAX_BUTTONS]) for n in range(0, len(items), MAX_BUTTONS)]


def view(items: Sequence[ui.Item[Any]]) -> ui.View:
    """Items in rows. The view is stopped at once, so that the library keeps no state: the custom_id alone
    says what a press means."""
    shown = ui.View(timeout=None)
    for item in items:
        shown.add_item(item)
    shown.stop()
    return shown
