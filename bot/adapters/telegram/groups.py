"""Groups: the bot says once who it is, and shows the way to the private chat. Nobody is stored there."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress

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
from bot.adapters.telegram.recent import Recent
from bot.adapters.telegram.sender import TelegramSender
from bot.content.wording import Wording
from bot.core.model.inputs import SlashCommand
from bot.core.model.messages import Text
from bot.delivery.ports import Blocked

THERE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)
SILENCE = 600.0  # seconds after an answer in which commands there get no other
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # of a link
GROUPS = (Chat.GROUP, Chat.SUPERGROUP)
Once = Callable[[str], Awaitable[bool]]
"""Whether this has not happened before, durably."""


class Groups:
    """What is said in groups. Privacy mode lets the bot read little there; an administrator reads all, and
    still answers commands only."""

    def __init__(self, post: TelegramSender, wording: Wording, once: Once) -> None:
        self._post, self._wording, self._once = post, wording, once
        self._answered: Recent[tuple[int, int | None], float] = Recent()  # chat and topic → when

    async def take(self, update: Update) -> None:
        chat = update.effective_chat
        if chat is None or chat.type not in GROUPS or parsing.from_nobody(update):
            return  # a channel, where nobody talks to the bot; or another bot does
        language = self._wording.match(parsing.language(update))
        if update.my_chat_member:
            if joined(update.my_chat_member) and await self._new(chat.id):
                await self._say(chat.id, "telegram-group-hello", language, self._way(language))
        elif update.message and update.message.migrate_to_chat_id:
            await self._new(update.message.migrate_to_chat_id)  # the same people: they know who this is
        elif update.message and (asked := self._meant(update.message.text or "")):
            topic = parsing.topic(update)
            if self._silent_for_long(chat.id, topic) and self._post.room(chat.id):
                markup = self._way(language, carried(asked))
                await self._say(chat.id, "telegram-group-command", language, markup, topic, update.message)

    async def _new(self, chat: int) -> bool:
        return await self._once(f"group:{chat}")

    def _silent_for_long(self, chat: int, topic: int | None) -> bool:
        """Whether nothing was answered in this topic for a while: the way has to be shown once, not to each
        who asks."""
        now = asyncio.get_running_loop().time()
        if now - (self._answered.get((chat, topic)) or -math.inf) < SILENCE:
            return False
        self._answered[chat, topic] = now
        return True

    def _meant(self, text: str) -> SlashCommand | None:
        """The command of this bot that this is, by the bot's name or because it has such a command."""
        username = self._post.bot.username
        command = parsing.command(text, username)
        named = f"@{username}".lower() in text.partition(" ")[0].lower()
        known = self._wording.commands(self._wording.default)
        return command if command and (named or command.name in known) else None

    def _way(self, language: str, payload: str | None = None) -> InlineKeyboardMarkup:
        """The button to the private chat, which carries the payload there."""
        label = self._wording.plain(Text("telegram-group-open"), language)
        link = create_deep_linked_url(self._post.bot.username, payload)
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
        with suppress(Blocked):  # thrown out again already
            await self._post.say(chat, words, markup, topic, replies_to)


def carried(asked: SlashCommand) -> str | None:
    """What a link to the private chat says of what was asked for; None where it can't."""
    payload = asked.argument if asked.name == "start" else f"cmd_{asked.name}"
    return payload if PAYLOAD.fullmatch(payload) else None


def joined(change: ChatMemberUpdated) -> bool:
    """Whether the bot came in just now; a change of its rights is no coming in."""
    old, new = change.old_chat_member, change.new_chat_member
    return new.status in THERE and old.status not in (*THERE, ChatMember.RESTRICTED)
