"""Merging the rows of two people into one, without losing anything."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, delete, exists, select, tuple_, update

from bot.core.model.journal import NOTE, OBSTACLE
from bot.core.model.link_effects import Side
from bot.core.nudges.registry import REQUESTED
from bot.storage.accounts import accounts
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import insert_new, upsert
from bot.storage.engine.types import UnreadableCell
from bot.storage.journal import asked, journal
from bot.storage.links import links
from bot.storage.missed_lines import missed_lines
from bot.storage.moments import swaps, tried_exercises
from bot.storage.nudges import ARRIVED, NudgeState, nudges
from bot.storage.parts import part_days, parts
from bot.storage.people import persons
from bot.storage.plans import days, enrolments
from bot.storage.posts import quotations

# All tables with the column `person_id`: merged, or deleted because they are of no use after a join.
MERGED = frozenset(
    {"accounts", "enrolments", "days", "journal", "asked", "nudges", "parts", "swaps", "tried_exercises"}
)
DELETED = frozenset({"dialogues", "links", "missed_lines"})


class Merger(Repository):
    """Merges two people."""

    async def merge(self, here: int, there: int, keeps: Side) -> None:
        """Move all rows of the person `there` to the person `here` and delete `there`. `keeps`: whose row
        stays where both have one for the same day. No account of `there` stays preferred."""
        await self._merge_consent(here, there)
        await self._merge_days(here, there, keeps)
        await self._merge_notes(here, there, keeps)
        await self._merge_asked(here, there)
        await self._merge_tried(here, there)
        await self._merge_nudges(here, there)
        await self._merge_parts(here, there)
        for table in (links, missed_lines):  # of a line nobody could tell later from which side it was
            await self.connection.execute(delete(table).where(table.c.person_id.in_((here, there))))
        await self._move(accounts, here, there, preferred=False)
        for table in (enrolments, journal, swaps):
            await self._move(table, here, there)
        await self.connection.execute(delete(persons).where(persons.c.id == there))

    async def _move(self, table: Table, here: int, there: int, **values: Any) -> None:
        theirs = update(table).where(table.c.person_id == there)
        await self.connection.execute(theirs.values(person_id=here, **values))

    async def _merge_consent(self, here: int, there: int) -> None:
        """Joined, only what both sides agreed to goes on."""
        refused = select(persons.c.id).where(persons.c.id == there, ~persons.c.shares_missed)
        mine = update(persons).where(persons.c.id == here, exists(refused))
        await self.connection.execute(mine.values(shares_missed=False))

    async def _merge_days(self, here: int, there: int, keeps: Side) -> None:
        loser, winner = (there, here) if keeps is Side.HERE else (here, there)
        both = select(days.c.day).where(days.c.person_id == winner)
        await self.connection.execute(delete(days).where(days.c.person_id == loser, days.c.day.in_(both)))
        await self._move(days, here, there)

    async def _merge_notes(self, here: int, there: int, keeps: Side) -> None:
        """A day has one note, and one line on the obstacle. Join two of them into one text; an unreadable one
        stays a line of its own."""
        kinds = journal.c.prompt.in_((NOTE, OBSTACLE))
        both = select(journal).where(journal.c.person_id.in_((here, there)), kinds)
        found = await self.connection.execute(both.order_by(journal.c.id))
        rows = [row for row in found if not isinstance(row.text, UnreadableCell)]
        mine = {(r.day, r.prompt): r for r in rows if r.person_id == here}
        for other in (r for r in rows if r.person_id == there and (r.day, r.prompt) in mine):
            one = mine[other.day, other.prompt]
            texts = (one.text, other.text) if keeps is Side.HERE else (other.text, one.text)
            joined = update(journal).where(journal.c.id == one.id).values(text="\n".join(texts))
            await self.connection.execute(joined)
            await self.connection.execute(delete(journal).where(journal.c.id == other.id))

    async def _merge_asked(self, here: int, there: int) -> None:
        for row in await self._rows(asked, there):
            new = upsert(asked).values(
                person_id=here, prompt=row.prompt, times=row.times, last_day=row.last_day
            )
            more = {"times": asked.c.times + row.times}
            await self.connection.execute(
                new.on_conflict_do_update(index_elements=["person_id", "prompt"], set_=more)
            )

    async def _merge_tried(self, here: int, there: int) -> None:
        """Exercises that both tried are counted together; the person `here` says how the last one ended."""
        for row in await self._rows(tried_exercises, there):
            new = upsert(tried_exercises).values(**{**row._mapping, "person_id": here})
            t = tried_exercises.c
            more = {"times": t.times + row.times, "helped": t.helped + row.helped}
            keys = ["person_id", "exercise"]
            await self.connection.execute(new.on_conflict_do_update(index_elements=keys, set_=more))

    async def _merge_nudges(self, here: int, there: int) -> None:
        """Move the nudges that were sent, and those that the person requested. Delete the other due ones,
        which are planned again. A claimed nudge may well arrive, so it counts as UNKNOWN."""
        n = nudges.c
        planned = (n.state == NudgeState.DUE) & n.kind.not_in(REQUESTED)
        await self.connection.execute(delete(nudges).where(n.person_id == there, planned))
        claimed = update(nudges).where(n.person_id == there, n.state == NudgeState.CLAIMED)
        ended = {"state": NudgeState.UNKNOWN, "next_at": None, "claimed_by": None}
        await self.connection.execute(claimed.values(sent_at=n.due_at, **ended))
        for other, mine, which in ((there, here, ARRIVED), (here, there, tuple(NudgeState))):
            slots = select(n.kind, n.day).where(n.person_id == other, n.state.in_(which))
            in_the_way = (n.person_id == mine) & tuple_(n.kind, n.day).in_(slots)
            lesser = n.state.not_in(ARRIVED) if other == there else n.person_id == there
            await self.connection.execute(delete(nudges).where(in_the_way, lesser))
        await self._move(nudges, here, there)

    async def _merge_parts(self, here: int, there: int) -> None:
        """Two parts in the same week become one."""
        kept_days = await self._rows(part_days, there)
        for row in await self._rows(parts, there):
            new = {**row._mapping, "person_id": here}
            if not (await self.connection.execute(insert_new(parts), new)).rowcount and row.joined:
                same = (parts.c.person_id == here) & (parts.c.community_id == row.community_id)
                mine = update(parts).where(same, parts.c.week == row.week)
                await self.connection.execute(mine.values(joined=True))
        for day in kept_days:
            await self.connection.execute(insert_new(part_days), {**day._mapping, "person_id": here})
        theirs = update(quotations).where(quotations.c.author_id == there)
        await self.connection.execute(theirs.values(author_id=here))

    async def _rows(self, table: Table, person_id: int) -> list[Any]:
        return list(await self.connection.execute(select(table).where(table.c.person_id == person_id)))
