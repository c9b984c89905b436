"""The bot's profile on Telegram: commands, name and descriptions, in each language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.conversation.flow import Command
from bot.core.model.messages import Text

log = structlog.get_logger("bot.adapters.telegram.profile")


def commands(language: str, wording: Wording, menu: Iterable[Command] = COACH.menu) -> tuple[BotCommand, ...]:
    """The menu as Telegram shows it, in its order."""
    found = wording.commands(menu, language)
    return tuple(BotCommand(name, description) for name, description in found.items())


async def update_profile(bot: Bot, wording: Wording) -> None:
    """Set each part that differs from Telegram's. Telegram limits how often a name changes, so a part that
    fails waits for the next start."""
    for language in wording.languages:
        # Telegram shows the entry "" to people whose language has none of its own.
        code = "" if language == wording.default else language[:2]
        for setting in (_commands, _group_commands, _old_commands, _name, _short_description, _description):
            try:
                await setting(bot, wording, language, code)
            except TelegramError as error:
                log.warning("the profile stays as it is", what=setting.__name__, error=type(error).__name__)


async def _commands(bot: Bot, wording: Wording, language: str, code: str) -> None:
    await _menu(bot, BotCommandScopeAllPrivateChats(), commands(language, wording), code)


async def _group_commands(bot: Bot, wording: Wording, language: str, code: str) -> None:
    """In a group the only command leads to the private chat."""
    way = BotCommand("start", wording.plain(Text("telegram-group-start"), language))
    await _menu(bot, BotCommandScopeAllGroupChats(), (way,), code)


async def _old_commands(bot: Bot, wording: Wording, language: str, code: str) -> None:
    """Earlier releases had one menu for all kinds of chats."""
    if await bot.get_my_commands(language_code=code or None):
        await bot.delete_my_commands(language_code=code or None)


async def _menu(bot: Bot, scope: BotCommandScope, wanted: tuple[BotCommand, ...], code: str) -> None:
    if tuple(await bot.get_my_commands(scope, language_code=code or None)) != wanted:
        await bot.set_my_commands(wanted, scope, language_code=code or None)
        log.info("commands set", scope=scope.type, language=code)


async def _name(bot: Bot, wording: Wording, language: str, code: str) -> None:
    await _text("name", bot.get_my_name, bot.set_my_name, wording, language, code)


async def _short_description(bot: Bot, wording: Wording, language: str, code: str) -> None:
    get, put = bot.get_my_short_description, bot.set_my_short_description
    await _text("short_description", get, put, wording, language, code)


async def _description(bot: Bot, wording: Wording, language: str, code: str) -> None:
    await _text("description", bot.get_my_description, bot.set_my_description, wording, language, code)


async def _text(
    what: str, get: Callable[..., Awaitable[Any]], put: Callable[..., Awaitable[bool]], wording: Wording,
    language: str, code: str,
) -> None:  # fmt: skip
    wanted = wording.plain(Text(f"telegram-bot-{what.replace('_', '-')}"), language)
    if getattr(await get(language_code=code or None), what) != wanted:
        await put(wanted, language_code=code or None)
        log.info("profile set", what=what, language=language)
