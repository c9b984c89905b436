"""An update as one event in the core's terms."""

from __future__ import annotations

import re
from collections.abc import Iterable

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    InlineKeyboardButton,
    Message,
    MessageOriginUser,
    MessageReactionUpdated,
    ReactionTypeEmoji,
    Update,
)

from bot.adapters.kit.labels import is_label
from bot.adapters.telegram.event import (
    AddedReaction,
    BotBlocked,
    LocationRequest,
    PressedMessage,
    Said,
    TelegramEvent,
)
from bot.adapters.telegram.location import SHARE
from bot.adapters.telegram.render import FORMATS, MessagePart
from bot.config.clock import system_clock
from bot.core.model.inputs import (
    ButtonPress,
    SlashCommand,
    TypedText,
    Unreadable,
)
from bot.core.model.token import Token

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
GENERAL_TOPIC = 1  # Telegram takes no message that names it
UNREADABLE_KINDS = {
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
}  # field of a message → key of the answer; a message with none of these is about the chat itself


def parse(update: Update) -> TelegramEvent | None:
    """An update of a private chat as an event; None if no person is behind it."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or (update.my_chat_member is None and from_no_person(update)):
        return None
    message, query = update.message, update.callback_query
    return TelegramEvent(
        update.update_id,
        int(chat.id),
        _said(update),
        language(update),
        user.full_name if user else "",
        topic(update),
        (message.text or message.caption or "") if message else "",
        _pressed(query) if query else None,
        sent_at=_sent_at(update),
    )


# --- parts of an update, in groups too


def is_private(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE


def topic(update: Update) -> int | None:
    """The topic of a group or a private chat; None outside of all topics, and in General."""
    message = update.effective_message
    if not isinstance(message, Message) or not message.is_topic_message:
        return None
    return None if message.message_thread_id == GENERAL_TOPIC else message.message_thread_id


def from_no_person(update: Update) -> bool:
    """Whether a message is from another bot, or from somebody who writes as a group or a channel."""
    message = update.effective_message
    if update.callback_query or not isinstance(message, Message):
        return False
    return bool(message.sender_chat or (message.from_user and message.from_user.is_bot))


def language(update: Update) -> str:
    """The language of somebody's client ("es"), "" if it is unknown."""
    return (update.effective_user and update.effective_user.language_code) or ""


def command(text: str, username: str = "") -> SlashCommand | None:
    """A slash command. With `username` (of this bot): only one that is not meant for another bot."""
    match = COMMAND.fullmatch(text.strip())
    if match is None or (username and (match[2] or username).lower() != username.lower()):
        return None
    return SlashCommand(match[1].lower(), (match[3] or "").strip())


# --- what is said


def _said(update: Update) -> Said:
    if change := update.my_chat_member:
        gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        return BotBlocked() if gone else None  # an unblocked bot was not asked for anything yet
    if query := update.callback_query:
        return _press(query.data) if query.data else None
    if update.message_reaction:
        return _added(update.message_reaction)
    if update.edited_message:
        return Unreadable("telegram-edited") if update.edited_message.text else None
    return _message(update.message) if update.message else None


def _press(token: str) -> ButtonPress | LocationRequest:
    return LocationRequest(Token.parse(token).last) if token.startswith(SHARE) else ButtonPress(token)


def _message(message: Message) -> Said:
    if message.location:
        return message.location
    if message.forward_origin and not _own(message):
        return Unreadable("telegram-forwarded")
    if message.text:
        return command(message.text) or _words(message.text, message)
    if message.caption:  # the picture cannot be seen, the words can be read
        return _words(message.caption, message)
    key = next((key for kind, key in UNREADABLE_KINDS.items() if getattr(message, kind, None)), None)
    return Unreadable(key) if key else None


def _words(text: str, message: Message) -> TypedText | ButtonPress:
    """Words, with what they reply to; if they are one label of that message, they press its button."""
    to = message.reply_to_message
    if to is None or to.from_user is None or not to.from_user.is_bot:
        return TypedText(text)
    found = [button for button in _buttons(to) if isinstance(button.callback_data, str)]
    meant = [button for button in found if is_label(text, button.text)]
    if len(meant) == 1:
        return ButtonPress(str(meant[0].callback_data))
    return TypedText(text, tuple(str(button.callback_data) for button in found))


def _added(change: MessageReactionUpdated) -> AddedReaction | None:
    """The emoji that was added; None where one was taken back, or several came at once."""
    before = set(change.old_reaction)
    signs = [r.emoji for r in change.new_reaction if isinstance(r, ReactionTypeEmoji) and r not in before]
    return AddedReaction(change.message_id, signs[0]) if len(signs) == 1 else None


def _own(message: Message) -> bool:
    """Whether somebody forwards their own words."""
    origin = message.forward_origin
    return isinstance(origin, MessageOriginUser) and origin.sender_user == message.from_user


def _pressed(query: CallbackQuery) -> PressedMessage | None:
    """The message whose button was pressed; None where Telegram no longer shows it to bots."""
    message = query.message
    if not isinstance(message, Message):
        return None
    label = next((b.text for b in _buttons(message) if b.callback_data == query.data), "")
    entities = tuple(entity for entity in message.entities if entity.type in FORMATS)
    return PressedMessage(message.message_id, MessagePart(message.text or "", entities), label)


def _buttons(message: Message) -> Iterable[InlineKeyboardButton]:
    markup = message.reply_markup
    return (button for row in (markup.inline_keyboard if markup else ()) for button in row)


def _sent_at(update: Update) -> float:
    """When it was sent, in seconds since 1970; now if Telegram does not say."""
    message, reaction = update.edited_message or update.message, update.message_reaction
    moment = reaction.date if reaction else message and (message.edit_date or message.date)
    return moment.timestamp() if moment else system_clock().timestamp()
