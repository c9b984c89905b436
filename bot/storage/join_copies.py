"""What each side of a join brought, kept while it is guarded; and parting and erasing, which rely on it.

At a join each side is copied, row by row, into a person without accounts, whom nobody meets and nothing is
sent to. A copy of rows needs no origin at each row and cannot be changed from the other side. It moves,
migrates and changes its key like everything else, and goes after `linking.GUARDED`, at the daily cleaning.

- Parting gives each side a copy of what both have. While it is guarded, what a side brought and the copy
  lacks is put back.
- An erase takes all there is of the person. While it is guarded, the other side goes on as the person that it
  was before the join.

Either way the joined person is no more: whoever waits for its row finds nobody there, and looks again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.account import linking
from bot.core.model.inputs import Account
from bot.core.nudges.registry import REQUESTED
from bot.storage import row_copies
from bot.storage import tables as t
from bot.storage.community_tables import communities, part_days, parts, posts, quotations
from bot.storage.engine.lookup_keys import lookup
from bot.storage.engine.sql import put
from bot.storage.link_tables import joined

# With the rows that `row_copies` knows, all that names a person: it goes where the accounts go, or is over.
MOVED = frozenset({"accounts", "parts", "part_days"})
DROPPED = frozenset({"links"})


async def since(connection: AsyncConnection, person_id: int) -> dict[Account, datetime]:
    """See `Store.joined_since`."""
    rows = await _accounts(connection, person_id)
    return {Account(r.platform, r.external_id, r.address, r.name): r.since for r in rows if r.since}


async def keep(connection: AsyncConnection, people: Iterable[int], now: datetime) -> None:
    """A copy of each of these people, as what their accounts bring into a join."""
    for person in people:
        await forget_kept(connection, person)
        kept = await row_copies.copy(connection, person)
        for row in await _accounts(connection, person):
            await put(connection, joined, {"account_id": row.id, "since": now, "kept_id": kept})


async def kept(connection: AsyncConnection, key: bytes, account: Account) -> int | None:
    """The number under which is kept what this account's side brought."""
    mine = _is(key, account)
    found: int | None = await connection.scalar(select(joined.c.kept_id).join(t.accounts).where(mine))
    return found


async def forget_kept(connection: AsyncConnection, person_id: int) -> None:
    """Nothing is kept any more of what a person's accounts brought."""
    theirs = select(joined.c.kept_id).join(t.accounts).where(t.accounts.c.person_id == person_id)
    await connection.execute(delete(t.persons).where(t.persons.c.id.in_(theirs)))


async def forget_old(connection: AsyncConnection, now: datetime) -> int:
    """What was kept long enough is gone."""
    old = select(joined.c.kept_id).where(joined.c.since <= now - linking.GUARDED)
    return (await connection.execute(delete(t.persons).where(t.persons.c.id.in_(old)))).rowcount


# --- parting and erasing


async def part(
    connection: AsyncConnection, key: bytes, person_id: int, account: Account, now: datetime
) -> tuple[int, ...]:
    """See `Store.part`."""
    mine, others = await _sides(connection, key, person_id, account, now)
    if not others:
        return ()
    people = []
    for side in (mine, others):
        person = await row_copies.copy(connection, person_id, talks=True)
        if _is_guarded(side[0], now):
            await row_copies.put_back(connection, side[0].kept_id, person, now)
        await _goes_on(connection, person_id, person, side)
        people.append(person)
    await _end(connection, person_id, (*mine, *others))
    return tuple(people)


async def erase(
    connection: AsyncConnection, key: bytes, person_id: int, account: Account, now: datetime
) -> tuple[int, ...]:
    """See `Store.erase`."""
    mine, others = await _sides(connection, key, person_id, account, now)
    if not others or not _is_guarded(others[0], now):
        await _end(connection, person_id, (*mine, *others))
        return ()
    before = int(others[0].kept_id)
    await _goes_on(connection, person_id, before, others)
    await _end(connection, person_id, mine)
    return (before,)


async def _sides(
    connection: AsyncConnection, key: bytes, person_id: int, account: Account, now: datetime
) -> tuple[list[Any], list[Any]]:
    """The accounts that came together with this one, and the others; longer after a join, this one alone."""
    rows = await _accounts(connection, person_id)
    found = lookup(key, account.platform, account.external_id)
    me = next(row for row in rows if (row.platform, row.lookup) == (account.platform, found))
    together = [
        row for row in rows if row.id == me.id or (_is_guarded(me, now) and row.kept_id == me.kept_id)
    ]
    return together, [row for row in rows if row not in together]


def _is_guarded(row: Any, now: datetime) -> bool:
    return row.kept_id is not None and now - row.since < linking.GUARDED


async def _accounts(connection: AsyncConnection, person_id: int) -> list[Any]:
    """A person's accounts, the preferred one first, each with since when it is joined and what is kept."""
    theirs = select(t.accounts, joined.c.since, joined.c.kept_id).outerjoin(joined)
    theirs = theirs.where(t.accounts.c.person_id == person_id)
    return list(await connection.execute(theirs.order_by(t.accounts.c.preferred.desc(), t.accounts.c.id)))


async def _goes_on(connection: AsyncConnection, source: int, person: int, side: list[Any]) -> None:
    """These accounts, and what belongs to their platforms, are `person`'s from now on."""
    accounts, platforms = [row.id for row in side], {row.platform for row in side}
    await connection.execute(delete(joined).where(joined.c.account_id.in_(accounts)))
    for preferred, which in ((False, accounts[1:]), (True, accounts[:1])):
        theirs = update(t.accounts).where(t.accounts.c.id.in_(which))
        await connection.execute(theirs.values(person_id=person, preferred=preferred))
    where = select(communities.c.id).where(communities.c.platform.in_(platforms))
    for table in (parts, part_days):
        there = (table.c.person_id == source) & table.c.community_id.in_(where)
        await row_copies.again(connection, table, there, person_id=person)
    of_theirs = select(posts.c.id).where(posts.c.community_id.in_(where))
    quoted = update(quotations).where(quotations.c.author_id == source, quotations.c.post_id.in_(of_theirs))
    await connection.execute(quoted.values(author_id=person))
    if any(row.preferred for row in side):
        await _later(connection, source, person)


async def _later(connection: AsyncConnection, source: int, person: int) -> None:
    """What somebody asked for comes where messages went so far."""
    n = t.nudges.c
    there = select(n.kind, n.day).where(n.person_id == person)
    waits = n.kind.in_(REQUESTED) & (n.state == t.NudgeState.DUE) & tuple_(n.kind, n.day).not_in(there)
    moved = update(t.nudges).where(n.person_id == source, waits)
    await connection.execute(moved.values(person_id=person))


async def _end(connection: AsyncConnection, person_id: int, rows: Iterable[Any]) -> None:
    """The joined person is no more, nor what is kept for these accounts."""
    gone = {person_id, *(row.kept_id for row in rows if row.kept_id is not None)}
    await connection.execute(delete(t.persons).where(t.persons.c.id.in_(gone)))


def _is(key: bytes, account: Account) -> ColumnElement[bool]:
    found = lookup(key, account.platform, account.external_id)
    return (t.accounts.c.platform == account.platform) & (t.accounts.c.lookup == found)
