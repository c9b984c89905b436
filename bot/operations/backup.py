"""`scrollwise backup` and `scrollwise restore`."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from sqlalchemy import make_url

from bot.config.settings import Settings
from bot.operations import progress
from bot.storage import backup_file
from bot.storage.engine import migrate, secret_keys
from bot.storage.engine.errors import UnsafeKey, reaching


def backup(chosen: Settings, options: argparse.Namespace) -> int:
    """Write one SQLite file with everything in it, while the bot goes on."""
    path = Path(options.file)
    with progress.shown("") as step:
        asyncio.run(backup_file.backup(make_url(chosen.database), path, step=step))
    print(f"Backup written and checked: {path} ({path.stat().st_size:,} bytes).")
    where = "SCROLLWISE_SECRET_KEYS" if chosen.keys else str(chosen.secret_file)
    print(
        f"The secret key is not in it: keep a copy of {where} elsewhere. Without the key nobody can read it."
    )
    return 0


def restore(chosen: Settings, options: argparse.Namespace) -> int:
    """Put a backup into the configured database."""
    path = Path(options.file)
    asyncio.run(_key_fits(chosen, path))
    with progress.shown() as step:
        work = backup_file.restore(path, make_url(chosen.database), step=step, replaces=options.replace)
        rows = asyncio.run(work)
    print(f"Restored and compared, row by row: {rows} rows. A bot that runs needs a new start now.")
    return 0


async def _key_fits(chosen: Settings, path: Path) -> None:
    """A backup that cannot be read here must not take the place of anything. No new key is made for it."""
    path.open("rb").close()  # OSError says why it cannot be read
    with reaching():
        found = await migrate.look(backup_file.url_of(path))
    if not found.sealed:
        return
    if not chosen.keys and not chosen.secret_file.exists():
        raise UnsafeKey(f"the backup needs its key: put the key file at {chosen.secret_file} first")
    secret_keys.load(",".join(chosen.keys), chosen.secret_file, chosen.data_dir).decrypt(found.sealed)
