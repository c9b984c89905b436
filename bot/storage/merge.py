"""Two people become one. Nobody loses anything on the way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model.inputs import Account
from bot.core.model.journal import NOTE, OBSTACLE
from bot.core.model.link_effects import Side
from bot.core.nudges.registry import REQUESTED
from bot.storage import join_copies
from bot.storage import tables as t
from bot.storage.community_tables import part_days, parts, quotations
from bot.storage.engine.encrypted import Unreadable
from bot.storage.engine.lookup_keys import lookup
from bot.storage.engine.sql import insert_into, insert_new
from bot.storage.link_tables import links
from bot.storage.posts import POSTED as ARRIVED

# Each of these belongs to a person and is joined here, or is of no use afterwards.
JOINED = frozenset({"accounts", "enrolments", "days", "journal", "asked", "nudges", "parts"})
DROPPED = frozenset({"dialogues", "links"})


async def join(connection: AsyncConnection, here: int, there: int, keeps: Side, now: datetime) -> None:
    """See `Store.join`."""
    await join_copies.keep(connection, (here, there), now)
    await _days(connection, here, there, keeps)
    await _notes(connection, here, there, keeps)
    await _asked(connection, here, there)
    await _nudges(connection, here, there)
    await _parts(connection, here, there)
    for number in (here, there):
        await connection.execute(delete(links).where(links.c.person_id == number))
    await _all(connection, t.accounts, here, there, preferred=False)
    for table in (t.enrolments, t.journal):
        await _all(connection, table, here, there)
    await connection.execute(delete(t.persons).where(t.persons.c.id == there))


async def _all(connection: AsyncConnection, table: Table, here: int, there: int, **values: Any) -> None:
    theirs = update(table).where(table.c.person_id == there)
    await connection.execute(theirs.values(person_id=here, **values))


async def _days(connection: AsyncConnection, here: int, there: int, keeps: Side) -> None:
    """Where both have the same day, that of the side which goes on counts."""
    loser, winner = (there, here) if keeps is Side.HERE else (here, there)
    twice = select(t.days.c.day).where(t.days.c.person_id == winner)
    await connection.execute(delete(t.days).where(t.days.c.person_id == loser, t.days.c.day.in_(twice)))
    await _all(connection, t.days, here, there)


async def _notes(connection: AsyncConnection, here: int, there: int, keeps: Side) -> None:
    """A day has one note, and one on what got in the way: two become one, one below the other."""
    kinds = t.journal.c.prompt.in_((NOTE, OBSTACLE))
    both = select(t.journal).where(t.journal.c.person_id.in_((here, there)), kinds)
    found = await connection.execute(both.order_by(t.journal.c.id))
    rows = [row for row in found if not isinstance(row.text, Unreadable)]  # such a one stays beside the other
    mine = {(r.day, r.prompt): r for r in rows if r.person_id == here}
    for other in (r for r in rows if r.person_id == there and (r.day, r.prompt) in mine):
        one = mine[other.day, other.prompt]
        texts = (one.text, other.text) if keeps is Side.HERE else (other.text, one.text)
        joined = update(t.journal).where(t.journal.c.id == one.id).values(text="\n".join(texts))
        await connection.execute(joined)
        await connection.execute(delete(t.journal).where(t.journal.c.id == other.id))


async def _asked(connection: AsyncConnection, here: int, there: int) -> None:
    for row in await _rows(connection, t.asked, there):
        values = {"prompt": row.prompt, "times": row.times, "last_day": row.last_day}
        more = {"times": t.asked.c.times + row.times}
        new = insert_into(connection, t.asked).values(person_id=here, **values)
        await connection.execute(new.on_conflict_do_update(index_elements=["person_id", "prompt"], set_=more))


async def _nudges(connection: AsyncConnection, here: int, there: int) -> None:
    """What was sent counts on; what is pending is planned again, unless the person requested it. A nudge that
    is being sent at this moment may well arrive, and is not sent again."""
    n = t.nudges.c
    waits = (n.state == t.NudgeState.DUE) & n.kind.not_in(REQUESTED)
    await connection.execute(delete(t.nudges).where(n.person_id == there, waits))
    under_way = update(t.nudges).where(n.person_id == there, n.state == t.NudgeState.CLAIMED)
    gone = {"state": t.NudgeState.UNKNOWN, "next_at": None, "claimed_by": None}
    await connection.execute(under_way.values(sent_at=n.due_at, **gone))
    for other, mine, which in ((there, here, ARRIVED), (here, there, tuple(t.NudgeState))):
        slots = select(n.kind, n.day).where(n.person_id == other, n.state.in_(which))
        in_the_way = (n.person_id == mine) & tuple_(n.kind, n.day).in_(slots)
        lesser = n.state.not_in(ARRIVED) if other == there else n.person_id == there
        await connection.execute(delete(t.nudges).where(in_the_way, lesser))
    await _all(connection, t.nudges, here, there)


async def _parts(connection: AsyncConnection, here: int, there: int) -> None:
    """Who took part in the same week twice took part once."""
    days = await _rows(connection, part_days, there)
    for row in await _rows(connection, parts, there):
        values = {"community_id": row.community_id, "week": row.week}
        if not await insert_new(
            connection, parts, person_id=here, joined=row.joined, quote=row.quote, review=row.review, **values
        ):
            await _one_part(connection, here, row)
    for day in days:
        await insert_new(connection, part_days, **{**day._mapping, "person_id": here})
    theirs = update(quotations).where(quotations.c.author_id == there)
    await connection.execute(theirs.values(author_id=here))


async def _one_part(connection: AsyncConnection, here: int, row: Any) -> None:
    same = (parts.c.person_id == here) & (parts.c.community_id == row.community_id)
    mine = update(parts).where(same, parts.c.week == row.week)
    if row.joined:
        await connection.execute(mine.values(joined=True))


async def _rows(connection: AsyncConnection, table: Table, person_id: int) -> Iterable[Any]:
    return list(await connection.execute(select(table).where(table.c.person_id == person_id)))


# --- accounts


async def prefer(connection: AsyncConnection, key: bytes, person_id: int, account: Account) -> None:
    """See `Store.prefer`."""
    theirs = t.accounts.c.person_id == person_id
    await connection.execute(update(t.accounts).where(theirs).values(preferred=False))
    await connection.execute(update(t.accounts).where(theirs, _is(key, account)).values(preferred=True))


def _is(key: bytes, account: Account) -> ColumnElement[bool]:
    found = lookup(key, account.platform, account.external_id)
    return (t.accounts.c.platform == account.platform) & (t.accounts.c.lookup == found)
