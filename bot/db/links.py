"""Codes that join two accounts: shown once, kept as keyed hashes, tried five times."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core import linking
from bot.core.linking import Offer, Refusal
from bot.db.link_tables import link_tries, links
from bot.db.people import accounts_of
from bot.db.sql import put
from bot.db.tables import persons


async def make(connection: AsyncConnection, key: bytes, person_id: int, code: str, now: datetime) -> None:
    """See `Store.offer_link`."""
    await connection.execute(delete(links).where(links.c.person_id == person_id))
    new = links.insert().values(person_id=person_id, code=_hash(key, code), made_at=now)
    await connection.execute(new)


async def take(
    connection: AsyncConnection, key: bytes, person_id: int, typed: str, now: datetime
) -> Offer | Refusal:
    """See `Store.take_link`."""
    wrong = await _wrong(connection, person_id, now)
    if wrong >= linking.TRIES:
        return Refusal.OFTEN
    hashed = _hash(key, linking.read(typed))
    row = (await connection.execute(select(links).where(links.c.code == hashed))).first()
    # The index finds the row by a keyed hash, of which nobody can choose a part; the comparison takes the
    # same time however much of it is right.
    known = row is not None and hmac.compare_digest(row.code, hashed) and now - row.made_at < linking.LASTS
    if row is None or not known or not await _taken(connection, row.id, row.person_id, person_id, now):
        if row is not None and known and row.person_id == person_id:
            return Refusal.OWN
        await _count(connection, person_id, wrong + 1, now)
        return Refusal.WRONG
    return await _offer(connection, row.id, row.person_id)


async def _taken(connection: AsyncConnection, number: int, owner: int, person_id: int, now: datetime) -> bool:
    """The first who types it has it, and nobody else ever."""
    if owner == person_id:
        return False
    free = update(links).where(links.c.id == number, links.c.taken_by.is_(None))
    return (await connection.execute(free.values(taken_by=person_id, taken_at=now))).rowcount == 1


async def _offer(connection: AsyncConnection, number: int, owner: int) -> Offer:
    onboarded = await connection.scalar(select(persons.c.onboarded).where(persons.c.id == owner))
    account = (await accounts_of(connection, owner))[0]
    return Offer(number, account.platform, account.name, bool(onboarded))


async def taken_from(connection: AsyncConnection, number: int, person_id: int, now: datetime) -> int | None:
    """See `Store.link_of`."""
    since = now - linking.DECIDE_WITHIN
    mine = (links.c.id == number) & (links.c.taken_by == person_id) & (links.c.taken_at > since)
    owner: int | None = await connection.scalar(select(links.c.person_id).where(mine))
    return owner


async def _wrong(connection: AsyncConnection, person_id: int, now: datetime) -> int:
    """How many wrong codes the person typed lately."""
    row = (await connection.execute(select(link_tries).where(link_tries.c.person_id == person_id))).first()
    return row.wrong if row and now - row.since < linking.TRIES_REST else 0


async def _count(connection: AsyncConnection, person_id: int, wrong: int, now: datetime) -> None:
    await put(connection, link_tries, {"person_id": person_id, "wrong": wrong, "since": now})


def _hash(key: bytes, code: str) -> bytes:
    return hmac.digest(key, f"link\0{code}".encode(), hashlib.sha256)
