"""What an update says, in the core's words. Telegram's clutter ends here."""

from __future__ import annotations

import re
import time

from telegram import CallbackQuery, Chat, Message, MessageOriginUser, Update

from bot.adapters.telegram.answers import Pressed
from bot.adapters.telegram.render import FORMATS, MessagePart
from bot.adapters.telegram.sender import LONGEST_LABEL
from bot.core.model.inputs import Account, ButtonPress, Input, SlashCommand, TypedText, Unreadable
from bot.core.typed.tokens import normal

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
GENERAL = 1  # the topic of a forum that is none: Telegram takes no message that names it
KINDS = {
    "sticker": "telegram-sticker",
    "dice": "telegram-sticker",
    "voice": "telegram-voice",
    "audio": "telegram-voice",
    "video_note": "telegram-voice",
    "photo": "telegram-photo",
    "live_photo": "telegram-photo",
    "video": "telegram-photo",
    "animation": "telegram-photo",
    "story": "telegram-photo",
    "document": "telegram-file",
    "poll": "telegram-poll",
    "contact": "telegram-other",
    "checklist": "telegram-other",
    "game": "telegram-other",
    "invoice": "telegram-other",
    "paid_media": "telegram-photo",
}  # what is none of these is about the chat, not to anybody


def account(update: Update) -> Account:
    """Whose private chat it is. Their name is not kept with it: nothing needs it."""
    chat = update.effective_chat
    return Account("telegram", str(chat.id) if chat else "")


def name(update: Update) -> str:
    """As Telegram shows whoever wrote."""
    user = update.effective_user
    return user.full_name if user else ""


def is_private(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE


def topic(update: Update) -> int | None:
    """The topic of a group or a private chat in which it was said; None outside of any, in General too."""
    message = update.effective_message
    if not isinstance(message, Message) or not message.is_topic_message:
        return None
    return None if message.message_thread_id == GENERAL else message.message_thread_id


def from_nobody(update: Update) -> bool:
    """Whether no person is behind a message: another bot, or somebody who writes as a group or a channel."""
    message = update.effective_message
    if update.callback_query or not isinstance(message, Message):
        return False
    return bool(message.sender_chat or (message.from_user and message.from_user.is_bot))


def sent_at(update: Update) -> float:
    """When it was sent, in seconds since 1970; now, where Telegram does not say."""
    message = update.edited_message or update.message
    moment = message and (message.edit_date or message.date)
    return moment.timestamp() if moment else time.time()


def language(update: Update) -> str:
    """The language of somebody's client ("es"), "" where it does not say."""
    return (update.effective_user and update.effective_user.language_code) or ""


def said(update: Update) -> Input | None:
    """What somebody says in their private chat; None for what is no speech (a pinned message, say). A
    location is none of this."""
    if query := update.callback_query:
        return ButtonPress(query.data) if query.data else None
    if update.edited_message:
        return Unreadable("telegram-edited") if update.edited_message.text else None
    return _message(update.message) if update.message else None


def _message(message: Message) -> Input | None:
    if message.forward_origin and not _own(message):
        return Unreadable("telegram-forwarded")
    if message.text:
        return command(message.text) or _words(message.text, message)
    if message.caption:  # the picture cannot be seen, the words can be read
        return _words(message.caption, message)
    key = next((key for kind, key in KINDS.items() if getattr(message, kind, None)), None)
    return Unreadable(key) if key else None


def _words(text: str, message: Message) -> TypedText | ButtonPress:
    """Words, with what they reply to; the label of one of its buttons, typed out, presses that."""
    to = message.reply_to_message
    if to is None or to.from_user is None or not to.from_user.is_bot:
        return TypedText(text)
    buttons = [b for row in (to.reply_markup.inline_keyboard if to.reply_markup else ()) for b in row]
    tokens = {normal(b.text): b.callback_data for b in buttons if isinstance(b.callback_data, str)}
    if token := tokens.get(normal(text[:LONGEST_LABEL])):
        return ButtonPress(token)
    return TypedText(text, tuple(tokens.values()))


def _own(message: Message) -> bool:
    """Whether somebody forwards their own words."""
    origin = message.forward_origin
    return isinstance(origin, MessageOriginUser) and origin.sender_user == message.from_user


def command(text: str, username: str = "") -> SlashCommand | None:
    """A slash command; with `username`, only one that is not meant for another bot."""
    match = COMMAND.fullmatch(text.strip())
    if match is None or (username and (match[2] or username).lower() != username.lower()):
        return None
    return SlashCommand(match[1].lower(), (match[3] or "").strip())


def pressed(query: CallbackQuery) -> Pressed | None:
    """The message whose button was pressed; None where Telegram no longer shows it to bots."""
    message = query.message
    if not isinstance(message, Message):
        return None
    found = [b for row in (message.reply_markup.inline_keyboard if message.reply_markup else ()) for b in row]
    label = next((b.text for b in found if b.callback_data == query.data), "")
    entities = tuple(entity for entity in message.entities if entity.type in FORMATS)
    return Pressed(message.message_id, MessagePart(message.text or "", entities), label)
