"""Messages as Discord can show them: texts of at most 2,000 characters, rows of buttons, a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import discord
from discord import ui

from bot.adapters.discord import forms, markdown
from bot.adapters.discord.buttons import AnswerButton, FormButton, WordsButton
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.model.messages import Text

MAX_BUTTONS = 25  # five rows of five
CONTINUATION = "\u2026"  # the text of a message that only holds further buttons


@dataclass(frozen=True, slots=True)
class DiscordMessage:
    """The content of one message. `document`: file name, bytes and description."""

    content: str
    view: ui.View | None = None
    document: tuple[str, bytes, str] | None = None

    @property
    def file(self) -> discord.File | None:
        """The file to attach. Each call makes a new one, since sending consumes it."""
        if self.document is None:
            return None
        name, content, description = self.document
        return discord.File(BytesIO(content), name, description=description)


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
        last = DiscordMessage(contents[-1], views[0] if views else None, self._document(message))
        return [*head, last, *(DiscordMessage(CONTINUATION, view) for view in views[1:])]

    def _items(self, message: Message, *, typed: bool) -> list[ui.Item[Any]]:
        items: dict[str, ui.Item[Any]] = {b.token: AnswerButton(b.token, b.label) for b in message.buttons}
        shown = list(items.values())
        if message.form and forms.fits(message.form):
            key = "discord-form-open" if len(message.form.fields) > 1 else "discord-words-open"
            shown.insert(0, FormButton(message.form.token, self.label(key, message.language)))
        elif message.waits and not typed:
            shown.append(WordsButton(message.language, self.label("discord-words-open", message.language)))
        return shown

    def _document(self, message: Message) -> tuple[str, bytes, str] | None:
        if message.document is None:
            return None
        description = self.label("discord-file", message.language)
        return message.document.name, message.document.content, description


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
