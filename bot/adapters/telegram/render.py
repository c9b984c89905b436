"""A message as Telegram shows it: text with entities, in parts that fit, and a keyboard that fits a phone.

Entities instead of Telegram's own HTML: nothing in a text can be mistaken for markup. The fragment's parser
is the project's own (`bot.content.markup`); entity offsets in UTF-16 are the library's. Of the libraries at
hand sulguk reads HTML as browsers do, so that line breaks and double blanks of own words would go, and
telegramify-markdown splits in the midst of words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.constants import MessageLimit

from bot.adapters.kit.splitting import cuts
from bot.content.markup import spans
from bot.content.rendered import ShownButton

TEXT = int(MessageLimit.MAX_TEXT_LENGTH)  # UTF-16 units: Telegram counts no stricter anywhere
CAPTION = int(MessageLimit.CAPTION_LENGTH)
STYLES = {"b": MessageEntity.BOLD, "i": MessageEntity.ITALIC}
FORMATS = (*STYLES.values(), MessageEntity.TEXT_LINK)
NOTHING = "…"
WIDTHS = {1: 36, 2: 16, 3: 9, 4: 6, 5: 4}  # columns of the widest label, by the number of buttons in its row


@dataclass(frozen=True, slots=True)
class MessagePart:
    """What one Telegram message says."""

    text: str
    entities: tuple[MessageEntity, ...] = ()


@dataclass(frozen=True, slots=True)
class _Range:
    """A style from `start` to `end`, counted in characters."""

    start: int
    end: int
    kind: str
    url: str | None = None


def units(text: str) -> int:
    """The length of a text as Telegram counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def parts(fragment: str, limit: int = TEXT) -> tuple[MessagePart, ...]:
    """A fragment in as few messages as it needs, divided between paragraphs, else lines, else words."""
    text, ranges = _read(fragment)
    found = tuple(_part(text, ranges, start, end) for start, end in cuts(text, limit, units))
    return found or (MessagePart(NOTHING),)  # Telegram takes no empty message


def fits(fragment: str, limit: int) -> bool:
    return units(_read(fragment)[0].strip()) <= limit


def _read(fragment: str) -> tuple[str, list[_Range]]:
    text, ranges = "", []
    for span in spans(fragment):
        start = len(text)
        text += span.text.encode("utf-8", "replace").decode()  # a lone surrogate would stop the whole message
        ranges += [_Range(start, len(text), STYLES[style]) for style in sorted(span.styles)]
        if span.href:
            ranges.append(_Range(start, len(text), MessageEntity.TEXT_LINK, span.href))
    return text, ranges


def _part(text: str, ranges: Iterable[_Range], start: int, end: int) -> MessagePart:
    """The stretch of the text with the styles that reach into it."""
    inside = [
        MessageEntity(it.kind, first - start, min(it.end, end) - first, url=it.url)
        for it in ranges
        if (first := max(it.start, start)) < min(it.end, end)
    ]
    piece = text[start:end]
    return MessagePart(piece, tuple(MessageEntity.adjust_message_entities_to_utf_16(piece, inside)))


# --- keyboards ----------------------------------------------------------------------------------------


def keyboard(buttons: Sequence[ShownButton], *more: InlineKeyboardButton) -> InlineKeyboardMarkup | None:
    """The buttons in rows; each of `more` in one of its own. None where there are none."""
    if not buttons and not more:
        return None
    made = [InlineKeyboardButton(it.label.strip() or NOTHING, callback_data=it.token) for it in buttons]
    return InlineKeyboardMarkup([*rows(made), *([button] for button in more)])


def rows(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """As few rows as the labels allow on a phone, of even lengths, in the order given."""
    best: list[tuple[tuple[int, int], list[list[InlineKeyboardButton]]]] = [((0, 0), [])]
    for end in range(1, len(buttons) + 1):
        ways = []
        for size in range(1, min(end, max(WIDTHS)) + 1):
            row = list(buttons[end - size : end])
            if size == 1 or max(columns(button.text) for button in row) <= WIDTHS[size]:
                (number, uneven), above = best[end - size]
                ways.append(((number + 1, uneven + size * size), [*above, row]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


@lru_cache(maxsize=1024)  # the same few labels stand under most messages
def columns(label: str) -> int:
    """How wide a label is, a latin letter being 1."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in label)
    return wide + sum(not unicodedata.combining(c) for c in label)
