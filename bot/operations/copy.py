"""`scrollwise move`: a whole database to another place."""

from __future__ import annotations

import argparse
import asyncio

from pydantic import SecretStr
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.config.settings import Settings, database_address
from bot.operations import progress
from bot.storage.engine.errors import DatabaseError
from bot.storage.transfer import carry


class NoAddress(DatabaseError):
    """What was given is no address of a database."""


def run(chosen: Settings, options: argparse.Namespace) -> int:
    """Carry everything `--from` one database `--to` another."""
    source, target = _url("--from", options.source), _url("--to", options.target)
    if source == target:
        raise NoAddress("--from and --to are the same database")
    with progress.shown() as step:
        rows = asyncio.run(carry(source, target, step=step))
    print(f"Moved and compared, row by row: {rows} rows.")
    print("What is encrypted was carried as it is: the secret key stays the same, keep it.")
    print(
        "What the bot wrote to the old database meanwhile was not carried. Next: set SCROLLWISE_DATABASE_URL."
    )
    return 0


def _url(option: str, value: str) -> URL:
    try:
        return make_url(database_address(SecretStr(value)).get_secret_value())
    except (ValueError, ArgumentError) as error:
        why = str(error) if isinstance(error, ValueError) else "is no address"
        raise NoAddress(f"{option} {why}") from None
