"""Notices to accounts about something that another account of the person did.

A turn writes them in its transaction, and the process that serves the account's platform takes them. A taken
notice is sent once, and perhaps not at all. Nothing depends on it: `/link` shows a request to join again, and
`/privacy` the joined accounts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Column, String, Table, delete, exists, insert, select

from bot.core.account.linking import LinkNotice
from bot.core.model.inputs import Account
from bot.storage.engine.repository import Repository
from bot.storage.engine.types import (
    EncryptedJSON,
    EncryptedText,
    Moment,
    UnreadableCell,
    metadata,
    row_number,
)

NOTICES_KEPT = timedelta(hours=1)  # if no process takes them

# A row names the account itself, because a notice about erasing goes to accounts that are no longer stored.
# It is deleted when it is taken, or after NOTICES_KEPT.
notices = Table(
    "notices",
    metadata,
    row_number(),
    Column("platform", String(16), nullable=False, index=True),
    Column("external_id", EncryptedText, nullable=False),
    Column("address", EncryptedText, nullable=False),
    Column("language", String(16), nullable=False),
    Column("what", String(16), nullable=False),
    Column("about", EncryptedJSON, nullable=False),
    Column("made_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


class AccountNotice(NamedTuple):
    """A notice to `account`, in its language: what the account `by` did. `link`: the number of the code that
    it is about, or 0."""

    number: int
    account: Account
    language: str
    what: LinkNotice
    by: Account
    link: int


class Notices(Repository):
    """Notices that are not sent yet."""

    async def add(
        self,
        to: Iterable[Account],
        language: str,
        what: LinkNotice,
        by: Account,
        now: datetime,
        *,
        link: int = 0,
    ) -> None:
        """Add a notice to each of these accounts: the account `by` did `what`. `link`: the number of the code
        that it is about."""
        about = {"platform": by.platform, "name": by.name, "link": link}
        for account in to:
            where = {"external_id": account.external_id, "address": account.address}
            new = {"language": language, "what": what, "about": about, "made_at": now}
            await self.connection.execute(insert(notices).values(platform=account.platform, **where, **new))

    async def exist(self, platforms: Collection[str]) -> bool:
        """Whether there are notices to accounts of these platforms."""
        statement = select(exists().where(notices.c.platform.in_(platforms)))
        return bool(await self.connection.scalar(statement))

    async def take(self, platforms: Collection[str], now: datetime) -> list[AccountNotice]:
        """Take all notices to accounts of these platforms, which the caller then sends."""
        await self.clean(now)
        mine = delete(notices).where(notices.c.platform.in_(platforms)).returning(notices)
        rows = sorted(await self.connection.execute(mine), key=lambda row: row.id)
        return [_notice(row) for row in rows if _is_readable(row)]

    async def clean(self, now: datetime) -> int:
        """Delete notices that no process took in time. Returns how many."""
        old = delete(notices).where(notices.c.made_at <= now - NOTICES_KEPT)
        return (await self.connection.execute(old)).rowcount


def _is_readable(row: Any) -> bool:
    return not any(isinstance(cell, UnreadableCell) for cell in (row.external_id, row.address, row.about))


def _notice(row: Any) -> AccountNotice:
    by = Account(row.about["platform"], "", name=row.about["name"])
    account = Account(row.platform, row.external_id, row.address)
    return AccountNotice(row.id, account, row.language, LinkNotice(row.what), by, row.about["link"])
