"""What accounts are told of what was done from another: written in that turn's transaction, and taken by
whichever process serves the platform. What is taken is sent once, and perhaps not at all: nothing depends on
it, for `/link` shows again who asks, and `/privacy` what is joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.account.linking import LinkNotice
from bot.core.model.inputs import Account
from bot.storage.engine.encrypted import Unreadable
from bot.storage.link_tables import notices

LASTS = timedelta(hours=1)  # of what no process has sent


class Told(NamedTuple):
    """A notice to `account`, in its language: what `by` did. `link`: the code that it is about."""

    number: int
    account: Account
    language: str
    what: LinkNotice
    by: Account
    link: int


async def tell(
    connection: AsyncConnection,
    to: Iterable[Account],
    language: str,
    told: tuple[LinkNotice, Account, int],
    now: datetime,
) -> None:
    """See `Store.tell`."""
    what, by, link = told
    about = {"platform": by.platform, "name": by.name, "link": link}
    for account in to:
        where = {"external_id": account.external_id, "address": account.address}
        new = {"language": language, "what": what, "about": about, "made_at": now}
        await connection.execute(insert(notices).values(platform=account.platform, **where, **new))


async def waits(connection: AsyncConnection, platforms: Collection[str]) -> bool:
    """See `Store.notice_waits`."""
    return bool(await connection.scalar(select(exists().where(notices.c.platform.in_(platforms)))))


async def take(connection: AsyncConnection, platforms: Collection[str], now: datetime) -> list[Told]:
    """See `Store.take_notices`."""
    await forget(connection, now)
    mine = delete(notices).where(notices.c.platform.in_(platforms)).returning(notices)
    rows = sorted(await connection.execute(mine), key=lambda row: row.id)
    return [
        Told(
            row.id,
            Account(row.platform, row.external_id, row.address),
            row.language,
            LinkNotice(row.what),
            Account(row.about["platform"], "", name=row.about["name"]),
            row.about["link"],
        )
        for row in rows
        if not any(isinstance(cell, Unreadable) for cell in (row.external_id, row.address, row.about))
    ]


async def forget(connection: AsyncConnection, now: datetime) -> int:
    """What nobody sent in time is not sent any more."""
    old = delete(notices).where(notices.c.made_at <= now - LASTS)
    return (await connection.execute(old)).rowcount
