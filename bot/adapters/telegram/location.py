"""A location for the time zone: looked up offline, used once, never stored."""

from __future__ import annotations

import asyncio

from telegram import InlineKeyboardButton, KeyboardButton, Location, ReplyKeyboardMarkup

from bot.content.wording import Wording
from bot.core.model.messages import Text
from bot.core.model.token import Token

SHARE = Token("telegram", "place")  # the token of the adapter's own button, which never reaches the core


def share_button(language: str, wording: Wording) -> InlineKeyboardButton:
    """The button that asks for the keyboard below. Its token names the language of what follows."""
    label = wording.plain(Text("telegram-place-share"), language)
    return InlineKeyboardButton(label, callback_data=SHARE.with_values(language))


def keyboard(language: str, wording: Wording) -> ReplyKeyboardMarkup:
    """The one reply keyboard of the bot: Telegram lets no other kind of button ask for a location."""
    send = wording.plain(Text("telegram-place-send"), language)
    rows = [[KeyboardButton(send, request_location=True)], [KeyboardButton(_without(language, wording))]]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def declined(text: str, wording: Wording) -> str:
    """The language in which somebody pressed "without a location"; "" if these are other words."""
    return next((code for code in wording.languages if text == _without(code, wording)), "")


def _without(language: str, wording: Wording) -> str:
    return wording.plain(Text("telegram-place-without"), language)


async def zone(location: Location) -> str:
    """The IANA zone there; "" for an unknown one. The first lookup takes a third of a second, in a thread."""
    return await asyncio.to_thread(_zone, location.latitude, location.longitude)


def _zone(latitude: float, longitude: float) -> str:
    import tzfpy  # here: 30 MB that most processes never need

    return str(tzfpy.get_tz(longitude, latitude) or "")
