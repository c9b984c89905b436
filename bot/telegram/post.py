"""Messages on their way to a chat: answers to people, and what the coach writes of its own accord."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram import Message as Posted

from bot.core.messages import Account
from bot.delivery import TryLater, Unknown
from bot.telegram import place, render
from bot.telegram.calls import Calls, Rejected, log
from bot.telegram.pace import BULK
from bot.telegram.recent import Recent
from bot.telegram.render import Part
from bot.wording import Message, Wording

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PICTURES = (".png", ".jpg", ".jpeg")
CHOSEN = "✓ "

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A message whose button was pressed, as it stood then: `label` is the button's."""

    message_id: int
    part: Part
    label: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """One Telegram message: a text, or a file with a caption."""

    part: Part
    markup: Markup = None
    file: tuple[str, bytes] | None = None


class Post:
    """Sends through one bot. What it sends to a chat keeps its order if it is asked in that order."""

    def __init__(self, bot: Bot, calls: Calls, wording: Wording) -> None:
        self.bot, self.calls, self._wording = bot, calls, wording
        self._asked: Recent[int, int] = Recent()  # chat → the keyboard of a question that words can answer

    # --- answers

    async def answer(
        self, chat: int, messages: Sequence[Message], pressed: Pressed | None = None, *, typed: bool = False
    ) -> None:
        """Show the answer to what somebody said. The pressed message becomes the answer's first one, or else
        shows what was chosen; a question answered in words or by a location (`typed`) loses its keyboard.
        Raises Blocked."""
        passed = self._asked.pop(chat) if typed else None
        taken = pressed is not None and bool(messages) and await self._taken(chat, pressed, messages[0])
        for message in messages[taken:]:
            await self._show(chat, message)
        if passed is not None:
            await self.bare(chat, passed)

    async def _taken(self, chat: int, pressed: Pressed, message: Message) -> bool:
        """Whether the message has taken the place of the pressed one; if not, that shows what was chosen.
        A new question always comes by itself, so that the one before can be read with its answer."""
        if message.waits or not message.edits or message.document or not pressed.part.text:
            await self._chosen(chat, pressed)
            return False
        first, *more = self._pieces(message)
        if not await self._edited(chat, pressed.message_id, first):
            return False
        self._remember(chat, message, pressed.message_id)
        for piece in more:
            await self.calls.answer(chat, partial(self._send, piece))
        return True

    async def _show(self, chat: int, message: Message) -> None:
        for piece in self._pieces(message):
            posted = await self.calls.answer(chat, partial(self._send, piece))
            if posted and piece.markup:
                self._remember(chat, message, posted.message_id)

    def _remember(self, chat: int, message: Message, message_id: int) -> None:
        if message.waits and message.buttons:
            self._asked[chat] = message_id
        elif self._asked.get(chat) == message_id:
            self._asked.pop(chat)

    async def _chosen(self, chat: int, pressed: Pressed) -> None:
        """Leave the pressed message as it is, with the chosen answer in the place of its keyboard."""
        if self._asked.get(chat) == pressed.message_id:
            self._asked.pop(chat)
        if part := with_choice(pressed):
            await self._edited(chat, pressed.message_id, _Piece(part))
        else:
            await self.bare(chat, pressed.message_id)

    async def _edited(self, chat: int, message_id: int, piece: _Piece) -> bool:
        markup = piece.markup if isinstance(piece.markup, InlineKeyboardMarkup) else None
        edit = partial(
            self.bot.edit_message_text,
            piece.part.text,
            chat,
            message_id,
            entities=piece.part.entities or None,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )
        return await self.calls.edit(chat, edit)

    def room(self, chat: int) -> bool:
        """Whether something said there now would arrive at once."""
        return self.calls.pace.room(chat)

    async def bare(self, chat: int, message_id: int) -> None:
        """Take a keyboard away that leads nowhere any more."""
        edit = partial(self.bot.edit_message_reply_markup, chat_id=chat, message_id=message_id)
        await self.calls.edit(chat, edit)

    async def say(self, chat: int, fragment: str, markup: Markup = None) -> None:
        """Say something of the adapter's own. Raises Blocked."""
        for part in render.parts(fragment):
            await self.calls.answer(chat, partial(self._send, _Piece(part, markup)))

    # --- of the coach's own accord

    async def send(self, account: Account, message: Message) -> None:
        """The port `bot.delivery.Outbox`."""
        chat = int(account.address or account.external_id)
        for number, piece in enumerate(self._pieces(message)):
            try:
                posted = await self.calls.send(chat, partial(self._send, piece), BULK)
            except TryLater:
                if number:  # what was sent already would come twice
                    raise Unknown from None
                raise
            except Rejected as error:
                log.error("Telegram does not take a message", reason=error.reason)
                raise Unknown from None
            self._remember(chat, message, posted.message_id)

    # --- pieces

    def _pieces(self, message: Message) -> list[_Piece]:
        """One message of the coach as messages of Telegram, the last one with the keyboard."""
        markup = render.keyboard(message.buttons, *place.offer(message, self._wording))
        file = (message.document.name, message.document.content) if message.document else None
        if file and render.fits(message.html, render.CAPTION):
            return [_Piece(render.parts(message.html)[0], markup, file)]
        pieces = [_Piece(part) for part in render.parts(message.html)]
        if file:
            return [*pieces, _Piece(Part(""), markup, file)]
        return [*pieces[:-1], _Piece(pieces[-1].part, markup)]

    async def _send(self, piece: _Piece, chat: int) -> Posted:
        text, entities, markup = piece.part.text, piece.part.entities or None, piece.markup
        if piece.file is None:
            return await self.bot.send_message(
                chat, text, entities=entities, reply_markup=markup, link_preview_options=NO_PREVIEW
            )
        name, content = piece.file
        caption = {"caption": text or None, "caption_entities": entities, "reply_markup": markup}
        if name.lower().endswith(PICTURES):
            return await self.bot.send_photo(chat, content, filename=name, **caption)  # type: ignore[arg-type]
        return await self.bot.send_document(chat, content, filename=name, **caption)  # type: ignore[arg-type]


def with_choice(pressed: Pressed) -> Part | None:
    """The pressed message's text with what was chosen; None where that is not known or does not fit."""
    line = f"{CHOSEN}{pressed.label}"
    text = f"{pressed.part.text}\n\n{line}"
    if not pressed.part.text or not pressed.label or render.units(text) > render.TEXT:
        return None
    bold = MessageEntity(MessageEntity.BOLD, render.units(text) - render.units(line), render.units(line))
    return Part(text, (*pressed.part.entities, bold))
