"""Joining two people into one, parting them again, and erasing.

At a join each side is copied, row by row, into a person without accounts, who is never found and never
written to. Such a copy needs no mark of origin at each row, cannot be changed from the other side, and is
moved, migrated and encrypted again like all other rows. It is deleted after `linking.GUARDED`.

- Parting gives each side a copy of what both have. While a side is guarded, what it brought and the copy
  lacks is restored.
- Erasing deletes the person. While the other side is guarded, it goes on as the person that it was before the
  join.

Both delete the joined person: a transaction that waits for that row finds nothing and looks again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, tuple_, update

from bot.core.account import linking
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Side
from bot.core.nudges.registry import REQUESTED
from bot.storage.accounts import Accounts, accounts, joined
from bot.storage.communities import communities
from bot.storage.copies import Copies
from bot.storage.engine.keys import keyed_hash
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import insert_or_update
from bot.storage.merging import Merger
from bot.storage.nudges import NudgeState, nudges
from bot.storage.parts import part_days, parts
from bot.storage.people import persons
from bot.storage.posts import posts, quotations

# All tables with the column `person_id` that `Copies` does not copy: they go with the accounts, or are
# deleted.
MOVED = frozenset({"accounts", "parts", "part_days"})
DELETED = frozenset({"links", "missed_lines"})


@dataclass
class Joins(Repository):
    """Joined people."""

    accounts: Accounts
    copies: Copies
    merger: Merger

    async def join(self, here: int, there: int, keeps: Side, now: datetime) -> None:
        """Make one person of two: everything of `there` becomes `here`'s. `keeps`: whose answers stay where
        both have some for the same day. The caller says afterwards which account is preferred."""
        for person in (here, there):
            await self.keep(person, now)
        await self.merger.merge(here, there, keeps)

    async def keep(self, person_id: int, now: datetime) -> None:
        """Keep a copy of a person as what their accounts bring into a join."""
        await self._delete_kept(person_id)
        kept = await self.copies.copy(person_id)
        for row in await self.accounts.rows(person_id):
            new = {"account_id": row.id, "since": now, "kept_id": kept}
            await self.connection.execute(insert_or_update(joined, "since", "kept_id"), new)

    async def part(self, person_id: int, account: Account, now: datetime) -> tuple[int, ...]:
        """Part this account from the others; while it is guarded, together with those that came with it. Each
        side gets a copy of everything, and `person_id` is deleted.

        Returns the two new people, that of this account first; () if nothing is joined.
        """
        mine, others = await self._sides(person_id, account, now)
        if not others:
            return ()
        people = []
        for side in (mine, others):
            person = await self.copies.copy(person_id, with_conversation=True)
            if _is_guarded(side[0], now):
                await self.copies.restore(side[0].kept_id, person, now)
            await self._move_side(person_id, person, side)
            people.append(person)
        await self._delete(person_id, (*mine, *others))
        return tuple(people)

    async def erase(self, person_id: int, account: Account, now: datetime) -> tuple[int, ...]:
        """Delete everything of the person. While the other side of a join is guarded, it goes on with what it
        brought: returns the number of that person, or ()."""
        mine, others = await self._sides(person_id, account, now)
        if not others or not _is_guarded(others[0], now):
            await self._delete(person_id, (*mine, *others))
            return ()
        before = int(others[0].kept_id)
        await self._move_side(person_id, before, others)
        await self._delete(person_id, mine)
        return (before,)

    async def erase_everything(self, person_id: int) -> None:
        """Delete everything of the person, including what all sides brought into a join."""
        await self._delete_kept(person_id)
        await self.connection.execute(delete(persons).where(persons.c.id == person_id))

    async def kept_of(self, account: Account) -> int | None:
        """The number of the person who holds what this account's side brought into a join, if it is kept."""
        found = keyed_hash(self.lookup_key, account.platform, account.external_id)
        mine = (accounts.c.platform == account.platform) & (accounts.c.lookup == found)
        statement = select(joined.c.kept_id).join(accounts).where(mine)
        kept: int | None = await self.connection.scalar(statement)
        return kept

    async def clean(self, now: datetime) -> int:
        """Delete copies that were kept for `linking.GUARDED`. Returns how many."""
        old = select(joined.c.kept_id).where(joined.c.since <= now - linking.GUARDED)
        return (await self.connection.execute(delete(persons).where(persons.c.id.in_(old)))).rowcount

    async def _delete_kept(self, person_id: int) -> None:
        theirs = select(joined.c.kept_id).join(accounts).where(accounts.c.person_id == person_id)
        await self.connection.execute(delete(persons).where(persons.c.id.in_(theirs)))

    async def _sides(self, person_id: int, account: Account, now: datetime) -> tuple[list[Any], list[Any]]:
        """The rows of this account and those that came with it, and the other rows. After the guarded time,
        the first side is this account alone."""
        rows = await self.accounts.rows(person_id)
        found = keyed_hash(self.lookup_key, account.platform, account.external_id)
        me = next(row for row in rows if (row.platform, row.lookup) == (account.platform, found))
        together = [
            row for row in rows if row.id == me.id or (_is_guarded(me, now) and row.kept_id == me.kept_id)
        ]
        return together, [row for row in rows if row not in together]

    async def _move_side(self, source: int, person: int, side: list[Any]) -> None:
        """Give these accounts, and the parts in communities of their platforms, to `person`."""
        ids, platforms = [row.id for row in side], {row.platform for row in side}
        await self.connection.execute(delete(joined).where(joined.c.account_id.in_(ids)))
        for preferred, which in ((False, ids[1:]), (True, ids[:1])):
            theirs = update(accounts).where(accounts.c.id.in_(which))
            await self.connection.execute(theirs.values(person_id=person, preferred=preferred))
        where = select(communities.c.id).where(communities.c.platform.in_(platforms))
        for table in (parts, part_days):
            there = (table.c.person_id == source) & table.c.community_id.in_(where)
            await self.copies.copy_rows(table, there, person_id=person)
        their_posts = select(posts.c.id).where(posts.c.community_id.in_(where))
        quoted = update(quotations).where(
            quotations.c.author_id == source, quotations.c.post_id.in_(their_posts)
        )
        await self.connection.execute(quoted.values(author_id=person))
        if any(row.preferred for row in side):
            await self._move_requested(source, person)

    async def _move_requested(self, source: int, person: int) -> None:
        """Give the due nudges that the person requested to the side that messages were sent to so far."""
        n = nudges.c
        there = select(n.kind, n.day).where(n.person_id == person)
        due = n.kind.in_(REQUESTED) & (n.state == NudgeState.DUE) & tuple_(n.kind, n.day).not_in(there)
        moved = update(nudges).where(n.person_id == source, due)
        await self.connection.execute(moved.values(person_id=person))

    async def _delete(self, person_id: int, rows: Iterable[Any]) -> None:
        """Delete the joined person and the copies that are kept for these accounts."""
        gone = {person_id, *(row.kept_id for row in rows if row.kept_id is not None)}
        await self.connection.execute(delete(persons).where(persons.c.id.in_(gone)))


def _is_guarded(row: Any, now: datetime) -> bool:
    return row.kept_id is not None and now - row.since < linking.GUARDED
