"""`scrollwise restore FILE`: put a backup into the configured database."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.exits import DONE

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser("restore", help="put a backup into the configured database")
    parser.add_argument("--replace", action="store_true", help="erase what the database holds now")
    parser.add_argument("file", metavar="FILE")
    parser.set_defaults(carry_out=carry_out)


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `DatabaseError` and OSError; the database is as it was then."""
    import asyncio

    from sqlalchemy import make_url

    from bot.cli import progress
    from bot.storage import backup_file

    path = Path(options.file)
    asyncio.run(_key_fits(settings, path))
    with progress.shown() as step:
        work = backup_file.restore(path, make_url(settings.database), step=step, replaces=options.replace)
        rows = asyncio.run(work)
    print(f"Restored and compared, row by row: {rows} rows. A bot that runs needs a new start now.")
    return DONE


async def _key_fits(settings: Settings, path: Path) -> None:
    """Raises `UnsafeKey` or `WrongKey` for a backup that the configured key cannot open. Makes no new key."""
    from bot.storage import backup_file
    from bot.storage.engine import keys, migrate
    from bot.storage.engine.connections import connecting
    from bot.storage.engine.errors import UnsafeKey

    path.open("rb").close()  # OSError says why it cannot be read
    with connecting():
        found = await migrate.state(backup_file.url_of(path))
    if not found.encrypted_lookup_key:
        return
    if not settings.keys and not settings.secret_file.exists():
        raise UnsafeKey(f"the backup needs its key: put the key file at {settings.secret_file} first")
    secrets = keys.load(",".join(settings.keys), settings.secret_file, settings.data_dir)
    secrets.decrypt(found.encrypted_lookup_key)
