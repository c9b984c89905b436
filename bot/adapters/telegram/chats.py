"""The messages in chats: answers, nudges, and the keyboards below them.

A pressed message is edited, and no keyboard is left that leads nowhere. The process remembers keyboards for
that only, and may lose them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from cachetools import LRUCache

from bot.adapters.kit.features import TELEGRAM
from bot.adapters.kit.labels import OfferedButtons
from bot.adapters.kit.outgoing import prepared
from bot.adapters.telegram import render
from bot.adapters.telegram.event import PressedMessage, TelegramEvent
from bot.adapters.telegram.http import Rejected
from bot.adapters.telegram.location import share_button
from bot.adapters.telegram.rate_limiter import NUDGE
from bot.adapters.telegram.render import MessagePart, TelegramMessage
from bot.adapters.telegram.sender import TelegramSender
from bot.content.rendered import Message, ShownButton
from bot.content.wording import Wording
from bot.core.model.inputs import Account, ButtonPress
from bot.delivery.ports import TryLater, Unknown

log = structlog.get_logger("bot.adapters.telegram.chats")

CHOSEN = "✓ "
MAX_ANSWER_CHARACTERS = 60  # of an answer in words, where the question shows it
MAX_CHATS = 10_000  # that are remembered: a chat that was not used for longest is forgotten first
MAX_KEYBOARDS = 6  # of one chat that are remembered


@dataclass(frozen=True, slots=True)
class SentKeyboard:
    """A message with a keyboard, as it stands in a chat."""

    message_id: int
    part: MessagePart
    buttons: tuple[ShownButton, ...]


class TelegramChats:
    """Answers and nudges through one `TelegramSender`. The port `bot.delivery.ports.Outbox`."""

    def __init__(self, sender: TelegramSender, wording: Wording) -> None:
        self.sender, self._wording = sender, wording
        self._question: LRUCache[int, int] = LRUCache(MAX_CHATS)  # chat → message that typed words answer
        self._offered = OfferedButtons(MAX_CHATS)
        self._keyboards: LRUCache[int, tuple[SentKeyboard, ...]] = LRUCache(MAX_CHATS)  # the newest first
        self._earlier: LRUCache[tuple[int, int], tuple[int, ...]] = LRUCache(MAX_CHATS)  # of a long message

    # --- nudges

    async def send(self, account: Account, message: Message) -> str | None:
        """Send a nudge or a notice, once, and return the id of the message with the keyboard. It goes into no
        topic of the chat: topics can be closed or deleted, and are not stored. Raises Blocked, TryLater or
        Unknown."""
        chat, message_id = int(account.address or account.external_id), None
        for number, piece in enumerate(self._pieces(await prepared(message, TELEGRAM))):
            try:
                message_id = await self.sender.send(chat, piece, NUDGE, silent=message.silent)
            except TryLater:
                if number:  # the parts before would come twice
                    raise Unknown from None
                raise
            except Rejected as error:
                log.error("Telegram does not take a message", reason=error.reason)
                raise Unknown from None
            self._remember(chat, message, message_id, piece)
        return None if message_id is None else str(message_id)

    # --- answers

    async def answer(
        self, event: TelegramEvent, messages: Sequence[Message], wanted: Callable[[], bool]
    ) -> Sequence[SentKeyboard]:
        """Show the answer to an event in its topic, for as long as it is `wanted`. Returns the keyboards that
        stand in the chat since then.

        The pressed message becomes the first one, or else shows what was chosen. A question that was answered
        in words, by an emoji or by a location shows them, and loses its keyboard. Raises Blocked.
        """
        messages = [await prepared(message, TELEGRAM) for message in messages]
        chat, pressed = event.chat, event.pressed
        before = self._keyboards.get(chat, ())
        question = self._question.pop(chat, None) if event.answers else None
        answered = self._answered(event, messages)
        self._offered.forget(chat)
        replaced = pressed is not None and bool(messages) and await self._replace(event, pressed, messages[0])
        for message in messages[replaced:]:
            if wanted():
                await self._show(event, message, self._pieces(message))
        if answered:
            words = shortened(event.words)
            await self._settle(chat, PressedMessage(answered.message_id, answered.part, words))
        if question is not None and (answered is None or answered.message_id != question):
            self._forget(chat, question)
            await self.sender.remove_keyboard(chat, question)
        return [one for one in self._keyboards.get(chat, ()) if one not in before]

    def _answered(self, event: TelegramEvent, messages: Sequence[Message]) -> SentKeyboard | None:
        """The message whose question was answered by typed words or by an emoji; None if none is known."""
        if event.reacted is not None and messages and not messages[0].hint:
            stands = (one for one in self._keyboards.get(event.chat, ()) if one.message_id == event.reacted)
            return next(stands, SentKeyboard(event.reacted, MessagePart(""), ()))
        if not event.answers or not event.words or not messages or messages[0].hint:
            return None
        start = event.said.token if isinstance(event.said, ButtonPress) else messages[0].answers
        if not start:
            return None
        found = (
            keyboard
            for keyboard in self._keyboards.get(event.chat, ())
            if any(button.token.startswith(start) for button in keyboard.buttons)
        )
        return next(found, None)

    async def _replace(self, event: TelegramEvent, pressed: PressedMessage, message: Message) -> bool:
        """Whether the message was put in the place of the pressed one; if not, that shows what was chosen.
        A new question comes by itself, so that the one before can be read with its answer, unless it is the
        page of a menu. A text never takes the place of a file, nor a file that of a text."""
        chat = event.chat
        has_file = message.document or message.picture
        if (message.waits and not message.page) or not message.edits or has_file or not pressed.part.text:
            await self._settle(chat, pressed)
            return False
        first, *more = self._pieces(message)
        if not await self.sender.edit(chat, pressed.message_id, first):
            return False
        for earlier in self._earlier.pop((chat, pressed.message_id), ()):
            await self.sender.delete(chat, earlier)
        self._remember(chat, message, pressed.message_id, first)
        await self._show(event, message, more, pressed.message_id)
        return True

    async def _show(
        self, event: TelegramEvent, message: Message, pieces: Sequence[TelegramMessage], *earlier: int
    ) -> None:
        """Send the pieces, the last of which has the keyboard. `earlier`: ids of those shown already."""
        for piece in pieces:
            message_id = await self.sender.answer(event.chat, piece, event.topic)
            if message_id and piece.markup:
                self._remember(event.chat, message, message_id, piece)
                self._earlier[event.chat, message_id] = earlier
            earlier = (*earlier, message_id) if message_id else earlier

    async def _settle(self, chat: int, pressed: PressedMessage) -> None:
        """Leave a message as it is, with the chosen answer in the place of its keyboard."""
        if self._question.get(chat) == pressed.message_id:
            del self._question[chat]
        self._forget(chat, pressed.message_id)
        if part := with_choice(pressed):
            await self.sender.edit(chat, pressed.message_id, TelegramMessage(part))
        else:
            await self.sender.remove_keyboard(chat, pressed.message_id)

    def _pieces(self, message: Message) -> list[TelegramMessage]:
        more = (share_button(message.language, self._wording),) if message.wants == "place" else ()
        return render.pieces(message, *more)

    # --- keyboards

    def typed_token(self, chat: int, text: str) -> str:
        """The token of the button of the newest keyboard whose label was typed; "" for none."""
        return self._offered.token(chat, text)

    def tokens(self, chat: int, message_id: int) -> tuple[str, ...] | None:
        """The tokens of the buttons of a message; None where its keyboard is not remembered."""
        found = (one.buttons for one in self._keyboards.get(chat, ()) if one.message_id == message_id)
        buttons = next(found, None)
        return None if buttons is None else tuple(button.token for button in buttons)

    def _remember(self, chat: int, message: Message, message_id: int, piece: TelegramMessage) -> None:
        """Note the keyboard of a piece, and whether typed words answer its question."""
        self._forget(chat, message_id)
        if message.buttons:
            self._offered.note(chat, message)
            if piece.markup and piece.file is None:
                stands = SentKeyboard(message_id, piece.part, message.buttons)
                self._keyboards[chat] = (stands, *self._keyboards.get(chat, ()))[:MAX_KEYBOARDS]
        if message.waits and message.buttons:
            self._question[chat] = message_id
        elif self._question.get(chat) == message_id:
            del self._question[chat]

    def _forget(self, chat: int, message_id: int) -> None:
        """Note that a message has no keyboard any more."""
        if stood := self._keyboards.get(chat):
            self._keyboards[chat] = tuple(one for one in stood if one.message_id != message_id)


def shortened(words: str) -> str:
    """An answer in one line of at most MAX_ANSWER_CHARACTERS."""
    line = " ".join(words.split())
    most = MAX_ANSWER_CHARACTERS
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def with_choice(pressed: PressedMessage) -> MessagePart | None:
    """The pressed message's text with what was chosen; None where that is not known or does not fit."""
    if not pressed.part.text or not pressed.label:
        return None
    return render.with_line(pressed.part, f"{CHOSEN}{pressed.label}")
