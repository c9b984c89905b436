"""Messages on their way to a chat: answers to people, and what the coach writes of its own accord."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram import Message as Posted
from telegram.error import BadRequest

from bot.adapters.telegram import locations, render
from bot.adapters.telegram.api_calls import Calls, Rejected, log
from bot.adapters.telegram.rate_limiter import BULK
from bot.adapters.telegram.recent import Recent
from bot.adapters.telegram.render import MessagePart
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.model.inputs import Account
from bot.core.typed.tokens import normal
from bot.delivery.ports import TryLater, Unknown

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
LONGEST_LABEL = 100  # characters of what somebody typed that are compared with one
KEYBOARDS = 6  # of one chat that are remembered
NO_TOPIC = "message thread not found"
PICTURES = (".png", ".jpg", ".jpeg")

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(frozen=True, slots=True)
class TelegramMessage:
    """One Telegram message: a text, or a file with a caption. `topic`: of the chat, where it has topics.
    `replies_to`: the id of the message that it answers, where others speak too."""

    part: MessagePart
    markup: Markup = None
    file: tuple[str, bytes] | None = None
    topic: int | None = None
    replies_to: int | None = None


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message with a keyboard, as it stands in a chat; `tokens`: of its buttons."""

    message_id: int
    part: MessagePart
    tokens: tuple[str, ...]


def labels(message: Message) -> Mapping[str, str]:
    """The tokens of its buttons, by what their labels say; without those that say the same."""
    said = [normal(button.label) for button in message.buttons]
    tokens = {label: button.token for label, button in zip(said, message.buttons, strict=True)}
    return {label: token for label, token in tokens.items() if said.count(label) == 1}


class TelegramSender:
    """Sends through one bot. What it sends to a chat keeps its order if it is asked in that order."""

    def __init__(self, bot: Bot, calls: Calls, wording: Wording) -> None:
        self.bot, self.calls, self._wording = bot, calls, wording
        self.asked: Recent[int, int] = Recent()  # chat → the keyboard of a question that words can answer
        self.offered: Recent[int, Mapping[str, str]] = Recent()  # chat → the labels of its newest keyboard
        self._standing: Recent[int, tuple[SentMessage, ...]] = (
            Recent()
        )  # chat → its keyboards, the newest first

    # --- one piece

    async def posted(self, chat: int, piece: TelegramMessage) -> int | None:
        """Send it, however long that takes; the message's id, or None where nobody knows. Raises Blocked."""
        posted = await self.calls.answer(chat, partial(self._send, piece))
        return posted.message_id if posted else None

    async def edited(self, chat: int, message_id: int, piece: TelegramMessage) -> bool:
        """Put the piece in the place of a message. False if that can't be done (any more). Raises Blocked."""
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

    async def gone(self, chat: int, message_id: int) -> None:
        """Delete a message of the bot's own."""
        await self.calls.edit(chat, partial(self.bot.delete_message, chat_id=chat, message_id=message_id))

    async def say(
        self,
        chat: int,
        fragment: str,
        markup: Markup = None,
        topic: int | None = None,
        replies_to: int | None = None,
    ) -> None:
        """Say something of the adapter's own. Raises Blocked."""
        for part in render.parts(fragment):
            await self.posted(chat, TelegramMessage(part, markup, topic=topic, replies_to=replies_to))

    # --- of the coach's own accord

    async def send(self, account: Account, message: Message) -> None:
        """The port `bot.delivery.worker.Outbox`. It goes into the chat and no topic of it: a topic is
        where somebody
        chose to speak of something, can be closed or deleted, and is kept nowhere."""
        chat = int(account.address or account.external_id)
        for number, piece in enumerate(self.pieces(message)):
            try:
                posted = await self.calls.send(chat, partial(self._send, piece), BULK)
            except TryLater:
                if number:  # what was sent already would come twice
                    raise Unknown from None
                raise
            except Rejected as error:
                log.error("Telegram does not take a message", reason=error.reason)
                raise Unknown from None
            self.remember(chat, message, posted.message_id, piece)

    def remember(self, chat: int, message: Message, message_id: int, piece: TelegramMessage) -> None:
        """What the keyboard of this piece offers, and whether it is that of a question which words can
        answer."""
        self.forget(chat, message_id)
        if message.buttons:
            self.offered[chat] = labels(message)
            if piece.markup and piece.file is None:
                tokens = tuple(button.token for button in message.buttons)
                stands = SentMessage(message_id, piece.part, tokens)
                self._standing[chat] = (stands, *(self._standing.get(chat) or ()))[:KEYBOARDS]
        if message.waits and message.buttons:
            self.asked[chat] = message_id
        else:
            self.settled(chat, message_id)

    def forget(self, chat: int, message_id: int) -> None:
        """This message has no keyboard any more."""
        if stood := self._standing.get(chat):
            self._standing[chat] = tuple(one for one in stood if one.message_id != message_id)

    def standing(self, chat: int, start: str) -> SentMessage | None:
        """The newest keyboard there with a token of that beginning; None where none is known."""
        found = (s for s in self._standing.get(chat) or () if any(t.startswith(start) for t in s.tokens))
        return next(found, None) if start else None

    def settled(self, chat: int, message_id: int) -> None:
        """This question, if it was one, waits no longer."""
        if self.asked.get(chat) == message_id:
            self.asked.pop(chat)

    def meant(self, chat: int, text: str) -> str:
        """The token of the button whose label somebody typed, below the newest keyboard; "" for none."""
        return (self.offered.get(chat) or {}).get(normal(text[:LONGEST_LABEL]), "")

    # --- pieces

    def pieces(self, message: Message) -> list[TelegramMessage]:
        """One message of the coach as messages of Telegram, the last one with the keyboard."""
        markup = render.keyboard(message.buttons, *locations.offer(message, self._wording))
        file = (message.document.name, message.document.content) if message.document else None
        if file and render.fits(message.html, render.CAPTION):
            return [TelegramMessage(render.parts(message.html)[0], markup, file)]
        pieces = [TelegramMessage(part) for part in render.parts(message.html)]
        if file:
            return [*pieces, TelegramMessage(MessagePart(""), markup, file)]
        return [*pieces[:-1], TelegramMessage(pieces[-1].part, markup)]

    async def _send(self, piece: TelegramMessage, chat: int) -> Posted:
        try:
            return await self._sent(piece, chat)
        except BadRequest as error:
            if piece.topic is None or chat < 0 or NO_TOPIC not in error.message.lower():
                raise
        return await self._sent(
            replace(piece, topic=None), chat
        )  # deleted meanwhile: the chat is still theirs

    async def _sent(self, piece: TelegramMessage, chat: int) -> Posted:
        text, entities, markup = piece.part.text, piece.part.entities or None, piece.markup
        if piece.file is None:
            return await self.bot.send_message(
                chat,
                text,
                entities=entities,
                reply_markup=markup,
                link_preview_options=NO_PREVIEW,
                message_thread_id=piece.topic,
                reply_parameters=_reply(piece),
            )
        name, content = piece.file
        caption = {
            "caption": text or None,
            "caption_entities": entities,
            "reply_markup": markup,
            "message_thread_id": piece.topic,
        }
        if name.lower().endswith(PICTURES):
            return await self.bot.send_photo(chat, content, filename=name, **caption)  # type: ignore[arg-type]
        return await self.bot.send_document(chat, content, filename=name, **caption)  # type: ignore[arg-type]


def _reply(piece: TelegramMessage) -> ReplyParameters | None:
    """The message that it answers, as Telegram takes it; one that was deleted meanwhile is passed over."""
    if piece.replies_to is None:
        return None
    return ReplyParameters(piece.replies_to, allow_sending_without_reply=True)
