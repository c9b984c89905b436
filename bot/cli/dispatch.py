"""What the commands do. Settings come first, so that a wrong one is told before anything is touched."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import shutil
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, cast

from bot.config import logs, settings
from bot.config.settings import Settings

if TYPE_CHECKING:
    from bot.adapters.console.adapter import Console
    from bot.adapters.console.render import Look
    from bot.app import App
    from bot.delivery.ports import Platform

DONE, FAILED, WRONG_USE = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Carry out a parsed command; returns the exit code."""
    try:
        chosen = settings.load()
    except settings.SettingsError as wrong:
        return _complain(*wrong.lines, code=FAILED if options.command == "doctor" else WRONG_USE)
    for line in settings.unknown_variables():
        print(f"scrollwise: {line}", file=sys.stderr)
    _set_up_logs(chosen, chatting=_chats(chosen, options))
    commands: dict[str, Callable[[Settings, argparse.Namespace], int]] = {
        "run": _run, "chat": _chat, "migrate": _migrate, "content": _check_content,
        "move": _operate, "backup": _operate, "restore": _operate, "doctor": _operate,
    }  # fmt: skip
    return _plainly(lambda: commands[options.command](chosen, options))


def _chats(chosen: Settings, options: argparse.Namespace) -> bool:
    return options.command == "chat" or (options.command == "run" and not chosen.serves)


def _complain(*lines: str, code: int = FAILED) -> int:
    for line in lines:
        print(f"scrollwise: {line}", file=sys.stderr)
    return code


def _set_up_logs(chosen: Settings, *, chatting: bool) -> None:
    """In a chat only what went wrong is logged: the screen belongs to the conversation."""
    level = "WARNING" if chatting and chosen.log_level in ("DEBUG", "INFO") else chosen.log_level
    logs.configure(level, chosen.log_format == "json" and not sys.stderr.isatty(), chosen.secrets())


def _plainly(command: Callable[[], int]) -> int:
    """What can be mended outside of the program is said in a line, without a trace."""
    from bot.content.catalog import CatalogError
    from bot.storage.engine.errors import DatabaseError

    try:
        return command()
    except CatalogError as error:
        print(error, file=sys.stderr)  # file:line: reason, as editors read it
        return FAILED
    except DatabaseError as error:
        return _complain(str(error))
    except BrokenPipeError:  # whoever was reading has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _complain(str(error))


def _run(chosen: Settings, options: argparse.Namespace) -> int:
    if chosen.serves:
        return asyncio.run(_serving(chosen, options.role))
    return _chat(chosen, argparse.Namespace(name=""))


async def _serving(chosen: Settings, role: str) -> int:
    from bot import app, serving
    from bot.delivery.ports import BotRefused

    async with app.build(chosen) as built:
        gc.enable()
        try:
            await serving.serve(built, _platforms(built), serving.Role(role))
        except BotRefused as refused:
            return _complain(str(refused))
    return DONE


def _platforms(built: App) -> list[Platform]:
    """Each platform whose token is set; the libraries of the others are not even loaded."""
    platforms: list[Platform] = []
    if built.settings.telegram_token:
        from bot.adapters.telegram.platform import Telegram

        platforms.append(Telegram(built.service, built.settings))
    if built.settings.discord_token:
        from bot.adapters.discord.adapter import Discord

        platforms.append(Discord(built.service, built.settings))
    return platforms


def _chat(chosen: Settings, options: argparse.Namespace) -> int:
    return asyncio.run(_chatting(chosen, options.name))


async def _chatting(chosen: Settings, name: str) -> int:
    from bot import app
    from bot.adapters.console.adapter import Console, account

    async with app.build(chosen) as built:
        gc.freeze()  # nor is it looked at later, least of all when the person has said goodbye
        gc.enable()
        exports = chosen.data_dir / "exports"
        console = Console(built.service, account(name), exports, settings.language(), settings.zone())
        if sys.stdin and sys.stdin.isatty() and sys.stdout.isatty():
            return await _in_terminal(built, console)
        from bot.adapters.console import pipe

        out = cast(TextIOWrapper, sys.stdout)
        out.reconfigure(encoding="utf-8", errors="replace")
        return await pipe.talk(console, sys.stdin.buffer if sys.stdin else BytesIO(), out)


async def _in_terminal(built: App, console: Console) -> int:
    """The greeting comes first, so that there is something to read while the prompt is loaded."""
    from bot.adapters.console import keyboard
    from bot.adapters.console.render import Block, write

    out = cast(TextIOWrapper, sys.stdout)
    out.reconfigure(errors="replace")
    with keyboard.patient():
        write(out, [Block(console.words("console-hint"), aside=True), *await console.start()], _look())
        from bot.adapters.console.screen import Screen

        screen = Screen(console, out, _look)
        scheduler = built.scheduler({"console": screen}, only=console.who)
        scheduler.start()
        try:
            await screen.talk()
        finally:
            await scheduler.end(1)
    return DONE


def _look() -> Look:
    from bot.adapters.console.render import WIDEST, Look

    width = min(shutil.get_terminal_size().columns, WIDEST)
    return Look(width, styled=not settings.dumb_terminal(), coloured=settings.colours())


def _migrate(chosen: Settings, options: argparse.Namespace) -> int:
    async def build() -> None:
        from bot import app

        async with app.build(chosen):
            print("The database is up to date.")

    asyncio.run(build())
    return DONE


def _check_content(chosen: Settings, options: argparse.Namespace) -> int:
    from bot.content import catalog

    library = catalog.load(chosen.content_dir)
    print(
        f"The content is in order: {len(library.plans)} plans, {len(library.prompts)} prompts, "
        f"{len(library.languages)} languages."
    )
    return DONE


def _operate(chosen: Settings, options: argparse.Namespace) -> int:
    from bot.operations import commands

    return commands.run(chosen, options)
