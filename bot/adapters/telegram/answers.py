"""An answer and the message whose button was pressed: that one is edited, and no keyboard is left that leads
nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from telegram import MessageEntity

from bot.adapters.telegram import render
from bot.adapters.telegram.recent import Recent
from bot.adapters.telegram.render import MessagePart
from bot.adapters.telegram.sender import SentMessage, TelegramMessage, TelegramSender
from bot.content.rendered import Message

CHOSEN = "✓ "
LONGEST = 60  # characters of an answer in words, where the question shows it


@dataclass(frozen=True, slots=True)
class Pressed:
    """A message whose button was pressed, as it stood then: `label` is the button's."""

    message_id: int
    part: MessagePart
    label: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, or sent as a location: `words`, "" for none. `token`: of the button whose label it
    is, "" for none."""

    words: str = ""
    token: str = ""


class Answers:
    """Answers through one `TelegramSender`."""

    def __init__(self, post: TelegramSender) -> None:
        self._post = post
        self._before: Recent[tuple[int, int], tuple[int, ...]] = Recent()  # a long message's earlier parts

    async def give(
        self,
        chat: int,
        messages: Sequence[Message],
        pressed: Pressed | None = None,
        *,
        typed: Typed | None = None,
        topic: int | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """Show the answer to what somebody said, in that topic, for as long as it is `wanted`. The pressed
        message becomes the answer's first one, or else shows what was chosen; a question answered in words or
        by a location (`typed`) shows the words, and loses its keyboard. Raises Blocked."""
        passed = self._post.asked.pop(chat) if typed else None
        stands = _answered(self._post, chat, typed, messages)
        self._post.offered.pop(chat)
        taken = (
            pressed is not None and bool(messages) and await self._taken(chat, pressed, messages[0], topic)
        )
        for message in messages[taken:]:
            if wanted():
                await self._show(chat, message, _in(topic, self._post.pieces(message)))
        if stands and typed:
            await self._chosen(chat, Pressed(stands.message_id, stands.part, shortened(typed.words)))
        if passed is not None and (stands is None or stands.message_id != passed):
            self._post.forget(chat, passed)
            await self._post.bare(chat, passed)

    async def _taken(self, chat: int, pressed: Pressed, message: Message, topic: int | None) -> bool:
        """Whether the message has taken the place of the pressed one; if not, that shows what was chosen.
        A new question always comes by itself, so that the one before can be read with its answer."""
        if message.waits or not message.edits or message.document or not pressed.part.text:
            await self._chosen(chat, pressed)
            return False
        first, *more = self._post.pieces(message)
        if not await self._post.edited(chat, pressed.message_id, first):
            return False
        for earlier in self._before.pop((chat, pressed.message_id)) or ():
            await self._post.gone(chat, earlier)
        self._post.remember(chat, message, pressed.message_id, first)
        await self._show(chat, message, _in(topic, more), pressed.message_id)
        return True

    async def _show(
        self, chat: int, message: Message, pieces: Sequence[TelegramMessage], *before: int
    ) -> None:
        """Send the pieces, the last of which has the keyboard; `before`: what was shown of them already."""
        for piece in pieces:
            posted = await self._post.posted(chat, piece)
            if posted and piece.markup:
                self._post.remember(chat, message, posted, piece)
                self._before[chat, posted] = before
            before = (*before, posted) if posted else before

    async def _chosen(self, chat: int, pressed: Pressed) -> None:
        """Leave the pressed message as it is, with the chosen answer in the place of its keyboard."""
        self._post.settled(chat, pressed.message_id)
        self._post.forget(chat, pressed.message_id)
        if part := with_choice(pressed):
            await self._post.edited(chat, pressed.message_id, TelegramMessage(part))
        else:
            await self._post.bare(chat, pressed.message_id)


def _in(topic: int | None, pieces: Sequence[TelegramMessage]) -> list[TelegramMessage]:
    return [replace(piece, topic=topic) for piece in pieces]


def _answered(
    post: TelegramSender, chat: int, typed: Typed | None, messages: Sequence[Message]
) -> SentMessage | None:
    """The message whose question was answered by what was typed; None where none is known."""
    if typed is None or not typed.words or not messages or messages[0].hint:
        return None
    return post.standing(chat, typed.token or messages[0].answers)


def shortened(words: str) -> str:
    """An answer in one line of a few words."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def with_choice(pressed: Pressed) -> MessagePart | None:
    """The pressed message's text with what was chosen; None where that is not known or does not fit."""
    line = f"{CHOSEN}{pressed.label}"
    text = f"{pressed.part.text}\n\n{line}"
    if not pressed.part.text or not pressed.label or render.units(text) > render.TEXT:
        return None
    bold = MessageEntity(MessageEntity.BOLD, render.units(text) - render.units(line), render.units(line))
    return MessagePart(text, (*pressed.part.entities, bold))
