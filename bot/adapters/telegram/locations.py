"""A location for the time zone: looked up offline, used once, kept nowhere."""

from __future__ import annotations

import asyncio

from telegram import InlineKeyboardButton, KeyboardButton, Location, ReplyKeyboardMarkup

from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.model.messages import Text

SHARE = "telegram.place"  # the adapter's own button: it never reaches the core


def offer(message: Message, wording: Wording) -> tuple[InlineKeyboardButton, ...]:
    """The button below a question that a location answers. Its token names the language of what follows."""
    if message.wants != "place":
        return ()
    label = wording.plain(Text("telegram-place-share"), message.language)
    return (InlineKeyboardButton(label, callback_data=f"{SHARE}.{message.language}"),)


def keyboard(language: str, wording: Wording) -> ReplyKeyboardMarkup:
    """The only reply keyboard there is: Telegram lets a location be asked for by no other button."""
    send = wording.plain(Text("telegram-place-send"), language)
    rows = [[KeyboardButton(send, request_location=True)], [KeyboardButton(without(language, wording))]]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def without(language: str, wording: Wording) -> str:
    """The label that takes the keyboard away again."""
    return wording.plain(Text("telegram-place-without"), language)


def declined(text: str, wording: Wording) -> str:
    """The language in which somebody pressed "without a location"; "" if these are other words."""
    return next((code for code in wording.languages if text == without(code, wording)), "")


async def zone(location: Location) -> str:
    """The IANA zone there; "" where there is none. The first look takes a third of a second, off the loop."""
    return await asyncio.to_thread(_zone, location.latitude, location.longitude)


def _zone(latitude: float, longitude: float) -> str:
    import tzfpy  # here: 30 MB that most processes never need

    return str(tzfpy.get_tz(longitude, latitude) or "")
