"""Codes that join two accounts: shown once, kept as keyed hashes, tried five times; and who asks to be
joined."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.account import linking
from bot.core.account.linking import Offer, Refusal
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Side
from bot.core.model.snapshot import PendingJoin
from bot.storage import join_copies
from bot.storage.engine.lookup_keys import lookup
from bot.storage.engine.sql import put
from bot.storage.link_tables import link_tries, links
from bot.storage.people import accounts_of
from bot.storage.tables import accounts, persons


class JoinRequest(NamedTuple):
    """Who asks to be joined: the person, from which account, and what they chose."""

    person: int
    account: Account
    keeps: Side
    writes: Side


async def make(
    connection: AsyncConnection, key: bytes, person_id: int, code: tuple[str, str], now: datetime
) -> None:
    """See `Store.offer_link`."""
    await connection.execute(delete(links).where(links.c.person_id == person_id))
    text, maker = code
    new = links.insert().values(person_id=person_id, code=_hash(key, text), made_at=now, maker=maker)
    await connection.execute(new)


# --- the side that types the code


async def take(
    connection: AsyncConnection, key: bytes, account: Account, typed: str, now: datetime
) -> Offer | Refusal:
    """See `Store.take_link`."""
    tries = _tries(key, account)
    wrong = await _wrong(connection, tries, now)
    if wrong >= linking.TRIES:
        return Refusal.OFTEN
    hashed = _hash(key, linking.read(typed))
    row = (await connection.execute(select(links).where(links.c.code == hashed))).first()
    # The index finds the row by a keyed hash, of which nobody can choose a part; the comparison takes the
    # same time however much of it is right.
    known = row is not None and hmac.compare_digest(row.code, hashed) and now - row.made_at < linking.LASTS
    if row is None or not known or row.taken_by is not None:
        await put(connection, link_tries, {"account": tries, "wrong": wrong + 1, "since": now})
        return Refusal.WRONG
    me = await _me(connection, key, account)
    return await _refusal(connection, me.person_id, row.person_id, now) or await _taken(
        connection, row, me, (account.name, now)
    )


async def _taken(
    connection: AsyncConnection, row: Any, me: Any, taker: tuple[str, datetime]
) -> Offer | Refusal:
    """The first who types it has it, and nobody else ever; whatever else they had taken is over."""
    mine = links.c.taken_by == me.id
    await connection.execute(delete(links).where(mine))
    free = update(links).where(links.c.id == row.id, links.c.taken_by.is_(None))
    name, now = taker
    if not (await connection.execute(free.values(taken_by=me.id, taken_at=now, taker=name))).rowcount:
        return Refusal.WRONG
    onboarded = await connection.scalar(select(persons.c.onboarded).where(persons.c.id == row.person_id))
    owner = (await accounts_of(connection, row.person_id))[0]
    return Offer(owner.platform, row.maker or owner.name, bool(onboarded))


async def _refusal(connection: AsyncConnection, mine: int, owner: int, now: datetime) -> Refusal | None:
    """Why these two people cannot be joined, if so."""
    if mine == owner:
        return Refusal.OWN
    if linking.clash(await accounts_of(connection, mine), await accounts_of(connection, owner)):
        return Refusal.SAME
    for person in (mine, owner):
        since = (await join_copies.since(connection, person)).values()
        if any(now - moment < linking.GUARDED for moment in since):
            return Refusal.LATELY
    return None


async def ask(
    connection: AsyncConnection, key: bytes, account: Account, chosen: tuple[Side, Side], now: datetime
) -> tuple[int, int] | None:
    """See `Store.ask_link`."""
    me = await _me(connection, key, account)
    recent = links.c.taken_at > now - linking.DECIDE_WITHIN
    mine = (links.c.taken_by == me.id) & recent & links.c.asked_at.is_(None)
    keeps, writes = chosen
    asked = update(links).where(mine).values(asked_at=now, keeps=keeps, writes=writes)
    row = (await connection.execute(asked.returning(links.c.id, links.c.person_id))).first()
    return (row.id, row.person_id) if row else None


# --- the side that made it


async def asking(connection: AsyncConnection, person_id: int, now: datetime) -> PendingJoin | None:
    """See `Store.asking`."""
    wants = select(links.c.id.label("link"), links.c.taker, accounts).join(
        accounts, accounts.c.id == links.c.taken_by
    )
    row = (await connection.execute(wants.where(links.c.person_id == person_id, _waits(now)))).first()
    return PendingJoin(row.link, _taker(row)) if row else None


async def asked(
    connection: AsyncConnection, number: int, person_id: int, now: datetime
) -> JoinRequest | Refusal:
    """See `Store.asked_by`."""
    wants = select(links.c.keeps, links.c.writes, links.c.taker, accounts).join(
        accounts, accounts.c.id == links.c.taken_by
    )
    mine = (links.c.id == number) & (links.c.person_id == person_id) & _waits(now)
    row = (await connection.execute(wants.where(mine))).first()
    if row is None:
        return Refusal.GONE
    refused = await _refusal(connection, person_id, row.person_id, now)
    return refused or JoinRequest(row.person_id, _taker(row), Side(row.keeps), Side(row.writes))


async def language(connection: AsyncConnection, person_id: int) -> str:
    """See `Store.language`."""
    found = await connection.execute(select(persons.c.language).where(persons.c.id == person_id))
    return str(found.scalar_one())


async def over(connection: AsyncConnection, number: int, person_id: int) -> None:
    """See `Store.end_link`."""
    await connection.execute(delete(links).where(links.c.id == number, links.c.person_id == person_id))


def _taker(row: Any) -> Account:
    return Account(row.platform, row.external_id, row.address, row.taker or row.name)


def _waits(now: datetime) -> ColumnElement[bool]:
    return links.c.asked_at > now - linking.DECIDE_WITHIN


# --- what both need


async def _me(connection: AsyncConnection, key: bytes, account: Account) -> Any:
    found = lookup(key, account.platform, account.external_id)
    mine = select(accounts).where(accounts.c.platform == account.platform, accounts.c.lookup == found)
    return (await connection.execute(mine)).one()


async def _wrong(connection: AsyncConnection, tries: bytes, now: datetime) -> int:
    """How many wrong codes the account typed lately."""
    row = (await connection.execute(select(link_tries).where(link_tries.c.account == tries))).first()
    return row.wrong if row and now - row.since < linking.TRIES_REST else 0


async def forget(connection: AsyncConnection, now: datetime) -> int:
    """Tries of more than an hour ago are over, and so are codes that nobody can use or answer any more."""
    tries = delete(link_tries).where(link_tries.c.since <= now - linking.TRIES_REST)
    over = now - linking.LASTS - 2 * linking.DECIDE_WITHIN
    codes = delete(links).where(links.c.made_at <= over)
    return sum([(await connection.execute(old)).rowcount for old in (tries, codes)])


def _tries(key: bytes, account: Account) -> bytes:
    return lookup(key, f"tries\0{account.platform}", account.external_id)


def _hash(key: bytes, code: str) -> bytes:
    return hmac.digest(key, f"link\0{code}".encode(), hashlib.sha256)
