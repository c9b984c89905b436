"""`scrollwise backup FILE`: write all that is stored into one file, while the bot runs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.exits import DONE

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "backup", help="write all that is stored into a new file, while the bot runs"
    )
    parser.add_argument("file", metavar="FILE")
    parser.set_defaults(carry_out=carry_out)


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `DatabaseError` and OSError; no half-written file is left then."""
    import asyncio

    from sqlalchemy import make_url

    from bot.cli import progress
    from bot.storage import backup_file

    path = Path(options.file)
    with progress.shown("") as step:
        asyncio.run(backup_file.backup(make_url(settings.database), path, step=step))
    print(f"Backup written and checked: {path} ({path.stat().st_size:,} bytes).")
    where = "SCROLLWISE_SECRET_KEYS" if settings.keys else str(settings.secret_file)
    print(
        f"The secret key is not in it: keep a copy of {where} elsewhere. Without the key nobody can read it."
    )
    return DONE
