"""Events of private chats, as the adapter handles them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from telegram import Location

from bot.adapters.telegram.render import MessagePart
from bot.core.model.inputs import Account, ButtonPress, Input, SharedLocation, TypedText


@dataclass(frozen=True, slots=True)
class LocationRequest:
    """A press of the adapter's own button, which asks for the keyboard that shares a location."""

    language: str


@dataclass(frozen=True, slots=True)
class BotBlocked:
    """Somebody blocked the bot or left it."""


@dataclass(frozen=True, slots=True)
class PressedMessage:
    """A message whose button was pressed, as it stood then. `label`: the button's, "" if unknown."""

    message_id: int
    part: MessagePart
    label: str


@dataclass(frozen=True, slots=True)
class AddedReaction:
    """An emoji that somebody put below a message."""

    message_id: int
    sign: str


Said: TypeAlias = Input | Location | LocationRequest | BotBlocked | AddedReaction | None
"""The content of an update; None if nothing is said to the bot (a pinned message, for example)."""


@dataclass(frozen=True, slots=True)
class TelegramEvent:
    """One update of a private chat.

    `language`: of the person's client ("es"), "" if unknown. `name`: as Telegram shows the person. `topic`:
    None outside of all topics. `words`: that were typed, or the emoji of a reaction. `reacted`: the id of the
    message below which that stands. `sent_at`: in seconds since 1970.
    """

    update_id: int
    chat: int
    said: Said
    language: str
    name: str
    topic: int | None
    words: str = ""
    pressed: PressedMessage | None = None
    reacted: int | None = None
    sent_at: float = 0.0

    @property
    def account(self) -> Account:
        """Without the name, which nothing stored needs."""
        return Account("telegram", str(self.chat))

    @property
    def answers(self) -> bool:
        """Whether a message came that can answer a question, in words or by a location."""
        typed = self.pressed is None and self.reacted is None
        return typed and isinstance(self.said, TypedText | SharedLocation | ButtonPress)
