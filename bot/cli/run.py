"""`scrollwise run`: serve each platform that has a token; with no token, chat in this terminal."""

from __future__ import annotations

import argparse
import gc
from typing import TYPE_CHECKING

from bot.cli import chat
from bot.cli.exits import DONE, complain

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "run", help="start what is configured; with no token, the chat in this terminal"
    )
    parser.add_argument(
        "--role",
        choices=("all", "gateway", "worker"),
        default="all",
        help="gateway: only answer people; worker: only send what is due; many of each share one PostgreSQL",
    )
    parser.set_defaults(carry_out=carry_out)


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Runs until SIGINT or SIGTERM; returns the exit code."""
    import asyncio

    if settings.serves:
        return asyncio.run(_serve(settings, options.role))
    return chat.carry_out(settings, argparse.Namespace(name=""))


async def _serve(settings: Settings, role: str) -> int:
    from bot import app, serving
    from bot.delivery.ports import BotRefused

    async with app.build(settings) as built:
        gc.enable()
        try:
            await serving.serve(built, app.platforms(built), serving.Role(role))
        except BotRefused as refused:
            return complain(str(refused))
    return DONE
