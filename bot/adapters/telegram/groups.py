"""Groups: the bot introduces itself once, and links to the private chat. Nothing said there is stored."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from contextlib import suppress

from cachetools import TTLCache
from telegram import (
    Chat,
    ChatMember,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from telegram.helpers import create_deep_linked_url

from bot.adapters.telegram import parsing
from bot.adapters.telegram.sender import TelegramSender
from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.model.inputs import SlashCommand
from bot.core.model.messages import Text
from bot.delivery.ports import Blocked

PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)
SILENCE_SECONDS = 600.0  # after an answer: further commands there get none
MAX_TOPICS = 10_000  # whose last answer is remembered
LINK_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
GROUPS = (Chat.GROUP, Chat.SUPERGROUP)
Once = Callable[[str], Awaitable[bool]]
"""Whether the event of this id is the first one; it is noted in the database."""


class Groups:
    """Answers commands in groups. Telegram's privacy mode lets the bot read little else there; as an
    administrator it receives all messages, and still answers commands only.

    `room`: whether a message to this chat could be sent at once.
    """

    def __init__(
        self, sender: TelegramSender, wording: Wording, once: Once, room: Callable[[int], bool]
    ) -> None:
        self._sender, self._wording, self._once, self._room = sender, wording, once, room
        self._answered: TTLCache[tuple[int, int | None], bool] = TTLCache(MAX_TOPICS, SILENCE_SECONDS)

    async def take(self, update: Update) -> None:
        """Answer an update that is from no private chat. Raises as `once` does."""
        chat = update.effective_chat
        if chat is None or chat.type not in GROUPS or parsing.from_no_person(update):
            return
        language = self._wording.match(parsing.language(update))
        if update.my_chat_member:
            if joined(update.my_chat_member) and await self._new(chat.id):
                await self._say(chat.id, "telegram-group-hello", language, self._link(language))
        elif update.message and update.message.migrate_to_chat_id:
            await self._new(update.message.migrate_to_chat_id)  # the same people know the bot already
        elif update.message and (asked := self._command(update.message.text or "")):
            topic = parsing.topic(update)
            if (chat.id, topic) not in self._answered and self._room(chat.id):
                self._answered[chat.id, topic] = True
                markup = self._link(language, link_payload(asked))
                await self._say(chat.id, "telegram-group-command", language, markup, topic, update.message)

    async def _new(self, chat: int) -> bool:
        return await self._once(f"{self._sender.bot.id}:group:{chat}")

    def _command(self, text: str) -> SlashCommand | None:
        """The command, if it names this bot or is one that the bot has."""
        username = self._sender.bot.username
        command = parsing.command(text, username)
        named = f"@{username}".lower() in text.partition(" ")[0].lower()
        known = command and (named or any(command.name == other.name for other in COACH.menu))
        return command if known else None

    def _link(self, language: str, payload: str | None = None) -> InlineKeyboardMarkup:
        """The button to the private chat. The payload arrives there with the command /start."""
        label = self._wording.plain(Text("telegram-group-open"), language)
        link = create_deep_linked_url(self._sender.bot.username, payload)
        return InlineKeyboardMarkup([[InlineKeyboardButton(label, url=link)]])

    async def _say(
        self,
        chat: int,
        key: str,
        language: str,
        markup: InlineKeyboardMarkup,
        topic: int | None = None,
        asked: Message | None = None,
    ) -> None:
        words, replies_to = self._wording.html(Text(key), language), asked.message_id if asked else None
        with suppress(Blocked):  # the bot was removed meanwhile
            await self._sender.say(chat, words, markup, topic, replies_to)


def link_payload(asked: SlashCommand) -> str | None:
    """The command as the payload of a link; None if a link cannot hold it."""
    payload = asked.argument if asked.name == "start" else f"cmd_{asked.name}"
    return payload if LINK_PAYLOAD.fullmatch(payload) else None


def joined(change: ChatMemberUpdated) -> bool:
    """Whether the bot was added just now. A change of its rights does not count."""
    old, new = change.old_chat_member, change.new_chat_member
    return new.status in PRESENT and old.status not in (*PRESENT, ChatMember.RESTRICTED)
