"""`scrollwise move --from URL --to URL`: carry a whole database to another, empty one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.cli.exits import DONE

if TYPE_CHECKING:
    from sqlalchemy import URL

    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser("move", help="carry everything from one database to another, empty one")
    for option, name in (("--from", "source"), ("--to", "target")):
        parser.add_argument(
            option, dest=name, metavar="URL", required=True, help="sqlite:///PATH or postgresql://HOST/NAME"
        )
    parser.set_defaults(carry_out=carry_out)


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `DatabaseError` for a wrong address, or if the rows differ at the end."""
    import asyncio

    from bot.cli import progress
    from bot.storage.engine.errors import DatabaseError
    from bot.storage.transfer import carry

    source, target = _url("--from", options.source), _url("--to", options.target)
    if source == target:
        raise DatabaseError("--from and --to are the same database")
    with progress.shown() as step:
        rows = asyncio.run(carry(source, target, step=step))
    print(f"Moved and compared, row by row: {rows} rows.")
    print("What is encrypted was carried as it is: the secret key stays the same, keep it.")
    print(
        "What the bot wrote to the old database meanwhile was not carried. Next: set SCROLLWISE_DATABASE_URL."
    )
    return DONE


def _url(option: str, value: str) -> URL:
    from pydantic import SecretStr
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    from bot.config.settings import database_address
    from bot.storage.engine.errors import DatabaseError

    try:
        return make_url(database_address(SecretStr(value)).get_secret_value())
    except (ValueError, ArgumentError) as error:
        why = str(error) if isinstance(error, ValueError) else "is no address"
        raise DatabaseError(f"{option} {why}") from None
