"""A message as Telegram shows it: text with entities, in parts that fit, and a keyboard that fits a phone.

Entities instead of Telegram's own HTML: nothing in a text can be mistaken for markup. The fragment's parser
is the project's own (`bot.content.markup`); entity offsets in UTF-16 are the library's. Of the libraries at
hand sulguk reads HTML as browsers do, so that line breaks and double blanks of a person's words would go, and
telegramify-markdown splits in the middle of words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import KeyboardButtonStyle, MessageLimit

from bot.adapters.kit.outgoing import attachment
from bot.adapters.kit.splitting import cuts
from bot.content.markup import spans
from bot.content.rendered import Message, ShownButton
from bot.core.model.messages import ButtonStyle

TEXT_UNITS = int(MessageLimit.MAX_TEXT_LENGTH)  # UTF-16 code units: Telegram counts no stricter anywhere
CAPTION_UNITS = int(MessageLimit.CAPTION_LENGTH)
STYLES = {"b": MessageEntity.BOLD, "i": MessageEntity.ITALIC}
FORMATS = (*STYLES.values(), MessageEntity.TEXT_LINK)
BUTTON_STYLES = {
    ButtonStyle.NEUTRAL: None,
    ButtonStyle.SUGGESTED: KeyboardButtonStyle.PRIMARY,
    ButtonStyle.POSITIVE: KeyboardButtonStyle.SUCCESS,
    ButtonStyle.DANGER: KeyboardButtonStyle.DANGER,
}
EMPTY = "…"  # Telegram takes no empty text and no empty label
MAX_COLUMNS = {1: 36, 2: 16, 3: 9, 4: 6, 5: 4}  # of the widest label, by the number of buttons in its row
MAX_LABELS_CACHED = 1024

Markup: TypeAlias = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(frozen=True, slots=True)
class MessagePart:
    """The text of one Telegram message, with its styles."""

    text: str
    entities: tuple[MessageEntity, ...] = ()


@dataclass(frozen=True, slots=True)
class TelegramMessage:
    """One Telegram message: a text, or a file (name, bytes) with the text as its caption."""

    part: MessagePart
    markup: Markup = None
    file: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    """A style from `start` to `end`, counted in characters."""

    start: int
    end: int
    kind: str
    url: str | None = None


# --- messages


def pieces(message: Message, *more: InlineKeyboardButton) -> list[TelegramMessage]:
    """One message of the coach as messages of Telegram, the last one with the keyboard. `more`: buttons below
    those of the message. A picture stands above a text that is too long for its caption, a document below.
    """
    markup = keyboard(message.buttons, *more)
    texts = parts(message.html)
    if (attached := attachment(message)) is None:
        return _texts(texts, markup)
    file = attached.name, attached.content
    if len(texts) == 1 and units(texts[0].text) <= CAPTION_UNITS:
        return [TelegramMessage(texts[0], markup, file)]
    if message.picture:
        return [TelegramMessage(MessagePart(""), None, file), *_texts(texts, markup)]
    return [*map(TelegramMessage, texts), TelegramMessage(MessagePart(""), markup, file)]


def _texts(texts: Sequence[MessagePart], markup: Markup) -> list[TelegramMessage]:
    return [*map(TelegramMessage, texts[:-1]), TelegramMessage(texts[-1], markup)]


def units(text: str) -> int:
    """The length of a text as Telegram counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def parts(fragment: str, limit: int = TEXT_UNITS) -> tuple[MessagePart, ...]:
    """An HTML fragment in as few texts of at most `limit` units as it needs, one at least."""
    text, styles = _read(fragment)
    found = tuple(_part(text, styles, start, end) for start, end in cuts(text, limit, units))
    return found or (MessagePart(EMPTY),)


def _read(fragment: str) -> tuple[str, list[_Style]]:
    text, styles = "", []
    for span in spans(fragment):
        start = len(text)
        text += span.text.encode("utf-8", "replace").decode()  # a lone surrogate would stop the whole message
        styles += [_Style(start, len(text), STYLES[style]) for style in sorted(span.styles)]
        if span.href:
            styles.append(_Style(start, len(text), MessageEntity.TEXT_LINK, span.href))
    return text, styles


def _part(text: str, styles: Iterable[_Style], start: int, end: int) -> MessagePart:
    """The text from `start` to `end` with the styles that reach into it."""
    inside = [
        MessageEntity(it.kind, first - start, min(it.end, end) - first, url=it.url)
        for it in styles
        if (first := max(it.start, start)) < min(it.end, end)
    ]
    piece = text[start:end]
    return MessagePart(piece, tuple(MessageEntity.adjust_message_entities_to_utf_16(piece, inside)))


def with_line(part: MessagePart, line: str) -> MessagePart | None:
    """The text with a bold line below it; None if that does not fit in a message."""
    text = f"{part.text}\n\n{line}"
    if units(text) > TEXT_UNITS:
        return None
    bold = MessageEntity(MessageEntity.BOLD, units(text) - units(line), units(line))
    return MessagePart(text, (*part.entities, bold))


# --- keyboards


def keyboard(buttons: Sequence[ShownButton], *more: InlineKeyboardButton) -> InlineKeyboardMarkup | None:
    """The buttons in rows; each of `more` in a row of its own. None without any button."""
    if not buttons and not more:
        return None
    made = [
        InlineKeyboardButton(it.label.strip() or EMPTY, callback_data=it.token, style=BUTTON_STYLES[it.style])
        for it in buttons
    ]
    return InlineKeyboardMarkup([*rows(made), *([button] for button in more)])


def rows(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """As few rows as the labels allow on a phone, of even lengths, in the order given."""
    best: list[tuple[tuple[int, int], list[list[InlineKeyboardButton]]]] = [((0, 0), [])]
    for end in range(1, len(buttons) + 1):
        ways = []
        for size in range(1, min(end, max(MAX_COLUMNS)) + 1):
            row = list(buttons[end - size : end])
            if size == 1 or max(columns(button.text) for button in row) <= MAX_COLUMNS[size]:
                (number, uneven), above = best[end - size]
                ways.append(((number + 1, uneven + size * size), [*above, row]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


@lru_cache(maxsize=MAX_LABELS_CACHED)  # the same few labels stand under most messages
def columns(label: str) -> int:
    """The width of a label, a latin letter being 1."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in label)
    return wide + sum(not unicodedata.combining(c) for c in label)
