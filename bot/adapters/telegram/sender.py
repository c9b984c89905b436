"""Calls of the Bot API that put something into a chat, and what is done when one fails.

A message is sent again only where it surely did not arrive. An edit can be repeated: twice is once. The
client's `RateLimiter` keeps the limits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import structlog
from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram import Message as PostedMessage
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.adapters.kit.tasks import uncancelled
from bot.adapters.telegram import render
from bot.adapters.telegram.http import Rejected, TelegramBot, delivery_error
from bot.adapters.telegram.rate_limiter import ANSWER
from bot.adapters.telegram.render import Markup, TelegramMessage
from bot.config.backoff import Backoff
from bot.delivery.ports import Blocked, TryLater, Unknown

log = structlog.get_logger("bot.adapters.telegram.sender")

T = TypeVar("T")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PHOTO_SUFFIXES = (".png", ".jpg", ".jpeg")
TOPIC_MISSING, UNCHANGED = "message thread not found", "message is not modified"  # Telegram's words
ANSWER_BACKOFF = Backoff(first_seconds=1, longest_seconds=30)
RETRY_DEADLINE_SECONDS = 2 * 3600.0  # of an answer
SIGN_DEADLINE_SECONDS = 15.0  # of a call that makes sense only now


class TelegramSender:
    """Calls through one client. The messages of a chat keep their order if each is awaited before the next.

    `deadline_seconds`: for how long an answer or an edit is tried.
    """

    def __init__(self, bot: TelegramBot, deadline_seconds: float = RETRY_DEADLINE_SECONDS) -> None:
        self.bot = bot
        self._deadline_seconds = deadline_seconds

    # --- messages

    async def send(
        self,
        chat: int,
        message: TelegramMessage,
        priority: int,
        *,
        topic: int | None = None,
        replies_to: int | None = None,
        silent: bool = False,
    ) -> int:
        """Send a message; try once. Returns its id. `topic`: of the chat. `replies_to`: the id of a message.
        `silent`: it arrives without a sound.

        Raises Blocked, TryLater, Unknown (`bot.delivery.ports`) or Rejected.
        """
        post = partial(self._post, message=message, priority=priority, replies_to=replies_to, silent=silent)
        try:
            return (await self._into_topic(post, chat, topic)).message_id
        except ChatMigrated as moved:  # the group became a supergroup
            chat = moved.new_chat_id
        except TelegramError as error:
            raise delivery_error(error) from None
        return await self.send(chat, message, priority, topic=topic, replies_to=replies_to, silent=silent)

    async def answer(
        self, chat: int, message: TelegramMessage, topic: int | None = None, replies_to: int | None = None
    ) -> int | None:
        """Send an answer, however long that takes. Returns the message's id; None if it did not arrive or
        that is not known. Raises Blocked."""
        send = partial(self.send, chat, message, ANSWER, topic=topic, replies_to=replies_to)
        try:
            return await self._repeat(send, self._deadline_seconds, (TryLater,))
        except (TryLater, Unknown, Rejected) as error:
            log.warning("an answer did not arrive", why=type(error).__name__, reason=str(error))
            return None

    async def say(
        self,
        chat: int,
        fragment: str,
        markup: Markup = None,
        topic: int | None = None,
        replies_to: int | None = None,
    ) -> None:
        """Answer with a text of the adapter's own, an HTML fragment. Raises Blocked."""
        for part in render.parts(fragment):
            await self.answer(chat, TelegramMessage(part, markup), topic, replies_to)

    async def edit(self, chat: int, message_id: int, message: TelegramMessage) -> bool:
        """Put another text into a message. False if that is not possible (any more). Raises Blocked."""
        edit = partial(
            self.bot.edit_message_text,
            message.part.text,
            chat,
            message_id,
            entities=message.part.entities or None,
            reply_markup=message.markup if isinstance(message.markup, InlineKeyboardMarkup) else None,
            link_preview_options=NO_PREVIEW,
        )
        return await self._done(edit, self._deadline_seconds)

    async def remove_keyboard(self, chat: int, message_id: int) -> None:
        """Take the keyboard of a message away. Raises Blocked."""
        edit = partial(self.bot.edit_message_reply_markup, chat_id=chat, message_id=message_id)
        await self._done(edit, self._deadline_seconds)

    async def delete(self, chat: int, message_id: int) -> None:
        """Delete a message of the bot. Raises Blocked."""
        await self._done(partial(self.bot.delete_message, chat, message_id), self._deadline_seconds)

    # --- signs, which are no messages

    async def acknowledge(self, query_id: str) -> None:
        """Tell Telegram that a press was received, so that the button does not look dead."""
        await self._sign(partial(self.bot.answer_callback_query, query_id))

    async def typing(self, chat: int, topic: int | None) -> None:
        """Show for some seconds that an answer is under way."""
        action = partial(self.bot.send_chat_action, chat, ChatAction.TYPING, message_thread_id=topic)
        await self._sign(partial(uncancelled, action))

    async def _sign(self, call: Callable[[], Awaitable[object]]) -> None:
        with suppress(Blocked):
            await self._done(call, SIGN_DEADLINE_SECONDS)

    # --- tries

    async def _done(self, call: Callable[[], Awaitable[object]], deadline_seconds: float) -> bool:
        """Whether a call that may be repeated succeeded in the end. Raises Blocked."""

        async def once() -> None:
            try:
                await call()
            except TelegramError as error:
                if UNCHANGED not in error.message.lower():
                    raise delivery_error(error) from None

        try:
            await self._repeat(once, deadline_seconds, (TryLater, Unknown))
        except (TryLater, Unknown, Rejected):
            return False
        return True

    async def _repeat(
        self, once: Callable[[], Awaitable[T]], deadline_seconds: float, repeated: tuple[type[Exception], ...]
    ) -> T:
        """Try again after the errors `repeated`, until the deadline would pass in the pause."""
        ends, failures = asyncio.get_running_loop().time() + deadline_seconds, 0
        while True:
            try:
                return await once()
            except repeated as error:
                failures += 1
                pause = ANSWER_BACKOFF.seconds(failures, at_least=getattr(error, "seconds", 0))
                if asyncio.get_running_loop().time() + pause > ends:
                    raise
            await asyncio.sleep(pause)

    async def _into_topic(
        self, post: Callable[..., Awaitable[PostedMessage]], chat: int, topic: int | None
    ) -> PostedMessage:
        """Post into a topic; outside of all topics if somebody deleted it in their private chat meanwhile."""
        try:
            return await post(chat, topic=topic)
        except BadRequest as error:
            if topic is None or chat < 0 or TOPIC_MISSING not in error.message.lower():
                raise
        return await post(chat, topic=None)

    async def _post(
        self,
        chat: int,
        *,
        topic: int | None,
        message: TelegramMessage,
        priority: int,
        replies_to: int | None,
        silent: bool,
    ) -> PostedMessage:
        text, entities = message.part.text, message.part.entities or None
        given: dict[str, Any] = {
            "reply_markup": message.markup,
            "message_thread_id": topic,
            "reply_parameters": _reply(replies_to),
            "rate_limit_args": priority,
            "disable_notification": silent or None,
        }
        if message.file is None:
            return await self.bot.send_message(
                chat, text, entities=entities, link_preview_options=NO_PREVIEW, **given
            )
        name, content = message.file
        given |= {"caption": text or None, "caption_entities": entities, "filename": name}
        if name.lower().endswith(PHOTO_SUFFIXES):
            return await self.bot.send_photo(chat, content, **given)
        return await self.bot.send_document(chat, content, **given)


def _reply(replies_to: int | None) -> ReplyParameters | None:
    """The message that is answered; Telegram ignores it if it was deleted meanwhile."""
    return None if replies_to is None else ReplyParameters(replies_to, allow_sending_without_reply=True)
