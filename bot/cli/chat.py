"""`scrollwise chat`: a conversation in this terminal, or through a pipe."""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from bot.adapters.console.adapter import Console
    from bot.adapters.console.render import Terminal
    from bot.app import App
    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser("chat", help="chat in this terminal, or through a pipe")
    parser.add_argument(
        "--as", dest="name", metavar="NAME", default="", help="who you are, where several share one machine"
    )
    parser.set_defaults(carry_out=carry_out)


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Runs until the person leaves; returns the exit code."""
    import asyncio

    return asyncio.run(_chat(settings, options.name))


async def _chat(settings: Settings, name: str) -> int:
    from bot import app
    from bot.adapters.console.adapter import Console, account_of
    from bot.config import machine

    async with app.build(settings) as built:
        gc.freeze()  # what is loaded by now stays: a search for garbage in it would only delay the end
        gc.enable()
        exports = settings.data_dir / "exports"
        console = Console(built.service, account_of(name), exports, machine.language(), machine.zone())
        if sys.stdin and sys.stdin.isatty() and sys.stdout.isatty():
            return await _in_terminal(built, console)
        from bot.adapters.console import pipe

        out = cast(TextIOWrapper, sys.stdout)
        out.reconfigure(encoding="utf-8", errors="replace")
        return await pipe.talk(console, sys.stdin.buffer if sys.stdin else BytesIO(), out)


async def _in_terminal(built: App, console: Console) -> int:
    """The greeting comes first, so that there is something to read while the prompt is loaded."""
    from bot.adapters.console import terminal_input
    from bot.adapters.console.render import Block, write

    out = cast(TextIOWrapper, sys.stdout)
    out.reconfigure(errors="replace")
    with terminal_input.kept_for_the_next_prompt():
        write(out, [Block(console.words("console-hint"), dimmed=True), *await console.start()], _terminal())
        from bot.adapters.console.screen import Screen

        screen = Screen(console, out, _terminal)
        scheduler = built.scheduler({"console": screen}, only=console.account)
        scheduler.start()
        try:
            await screen.talk()
        finally:
            await scheduler.end(1)
    return 0


def _terminal() -> Terminal:
    from bot.adapters.console.render import MAX_COLUMNS, Terminal
    from bot.config import machine

    width = min(shutil.get_terminal_size().columns, MAX_COLUMNS)
    return Terminal(width, styled=not machine.dumb_terminal(), coloured=machine.colours())
