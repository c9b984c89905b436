"""Groups: the bot says once who it is, and shows the way to the private chat. Nobody is stored there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Chat, ChatMember, ChatMemberUpdated, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.helpers import create_deep_linked_url

from bot.core.messages import Text
from bot.delivery import Blocked
from bot.telegram import reading
from bot.telegram.post import Post
from bot.wording import Wording

THERE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)
GROUPS = (Chat.GROUP, Chat.SUPERGROUP)
Once = Callable[[str], Awaitable[bool]]
"""Whether this has not happened before, durably."""


class Groups:
    """What is said in groups. Privacy mode lets the bot read little there; an administrator reads all, and
    still answers commands only."""

    def __init__(self, post: Post, wording: Wording, once: Once) -> None:
        self._post, self._wording, self._once = post, wording, once

    async def take(self, update: Update) -> None:
        chat = update.effective_chat
        if chat is None or chat.type not in GROUPS:
            return  # a channel: nobody talks to the bot there
        language = self._wording.match(reading.language(update))
        if update.my_chat_member:
            if joined(update.my_chat_member) and await self._new(chat.id):
                await self._say(chat.id, "telegram-group-hello", language)
        elif update.message and update.message.migrate_to_chat_id:
            await self._new(update.message.migrate_to_chat_id)  # the same people: they know who this is
        elif update.message and self._meant(update.message.text or "") and self._post.room(chat.id):
            await self._say(chat.id, "telegram-group-command", language)

    async def _new(self, chat: int) -> bool:
        return await self._once(f"group:{chat}")

    def _meant(self, text: str) -> bool:
        """Whether this is a command of this bot, by its name or because it has such a command."""
        username = self._post.bot.username
        command = reading.command(text, username)
        named = f"@{username}".lower() in text.partition(" ")[0].lower()
        return command is not None and (named or command.name in self._wording.commands("en"))

    async def _say(self, chat: int, key: str, language: str) -> None:
        label = self._wording.plain(Text("telegram-group-open"), language)
        link = create_deep_linked_url(self._post.bot.username)
        markup = InlineKeyboardMarkup([[InlineKeyboardButton(label, url=link)]])
        try:
            await self._post.say(chat, self._wording.html(Text(key), language), markup)
        except Blocked:
            return  # thrown out again already


def joined(change: ChatMemberUpdated) -> bool:
    """Whether the bot came in just now; a change of its rights is no coming in."""
    old, new = change.old_chat_member, change.new_chat_member
    return new.status in THERE and old.status not in (*THERE, ChatMember.RESTRICTED)
