"""Labels of buttons that are typed instead of pressed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from cachetools import LRUCache

from bot.content.rendered import Message
from bot.core.typed.lexemes import normal

EXTRA_CHARACTERS = 20  # by which a typed line may exceed twice the label's length and still be compared
NUMBER = re.compile(r"([1-9][0-9]?)[.)]?")  # "2", "2." or "2)"


class Labelled(Protocol):
    """A button as it is shown to a person."""

    @property
    def label(self) -> str: ...


Shown = TypeVar("Shown", bound=Labelled)


class OfferedButtons:
    """The buttons of the newest message of each chat; `most` chats are remembered."""

    def __init__(self, most: int) -> None:
        self._messages: LRUCache[int, Message] = LRUCache(most)

    def note(self, chat: int, message: Message) -> None:
        """The newest message of the chat that has buttons."""
        self._messages[chat] = message

    def forget(self, chat: int) -> None:
        """No buttons are offered in the chat any more."""
        self._messages.pop(chat, None)

    def token(self, chat: int, line: str) -> str:
        """The token of the button whose label or number `line` is; "" for none. A number counts below a
        message that asks nothing, since it may be an answer of its own elsewhere."""
        message = self._messages.get(chat)
        if message is None:
            return ""
        found = typed_button(line, message.buttons)
        if found is None and not (message.waits or message.numeric or message.form):
            found = _numbered(line, message.buttons)
        return found.token if found else ""


def typed_button(line: str, buttons: Iterable[Shown]) -> Shown | None:
    """The one button whose label `line` is; None if no label or more than one fits."""
    found = [button for button in buttons if is_label(line, button.label)]
    return found[0] if len(found) == 1 else None


def _numbered(line: str, buttons: Sequence[Shown]) -> Shown | None:
    """The button whose number, from 1, `line` is; None where labels are numbers themselves."""
    typed = NUMBER.fullmatch(line.strip())
    if typed is None or any(button.label.strip().isdecimal() for button in buttons):
        return None
    return next(iter(buttons[int(typed[1]) - 1 :]), None)


def is_label(line: str, label: str) -> bool:
    """Whether `line` is `label`. Case, accents, punctuation, emoji and blanks at the ends are ignored."""
    if len(line) > 2 * len(label) + EXTRA_CHARACTERS:
        return False
    return line.strip().casefold() == label.strip().casefold() or normal(line) == normal(label) != ""
