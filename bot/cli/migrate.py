"""`scrollwise migrate`: bring the database up to date."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.cli.exits import DONE

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command."""
    parser = commands.add_parser("migrate", help="bring the database up to date (a start does so too)")
    parser.set_defaults(carry_out=carry_out)


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code."""
    import asyncio

    asyncio.run(_migrate(settings))
    print("The database is up to date.")
    return DONE


async def _migrate(settings: Settings) -> None:
    from bot import app

    async with app.build(settings):
        pass  # building it migrates
