"""For the moment of the itch: the person's own list of things to do instead, and the exercises they tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Column, Integer, String, Table, delete, insert, select

from bot.core.model.effects import AddSwap, MomentEffect, RemoveSwap, SaveExercise
from bot.core.model.moment import Swap, TriedExercise, UrgeOutcome
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in, insert_or_update
from bot.storage.engine.types import EncryptedText, Moment, belongs_to, metadata, row_number

swaps = Table(
    "swaps",
    metadata,
    row_number(),
    belongs_to("person_id", "persons", index=True),
    Column("words", EncryptedText, nullable=False),
    sqlite_autoincrement=True,
)
# A row for each exercise that a person has begun, see `TriedExercise`.
tried_exercises = Table(
    "tried_exercises",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("exercise", String(32), primary_key=True),
    Column("times", Integer, nullable=False),
    Column("helped", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("outcome", String(16), nullable=False),
    sqlite_with_rowid=False,
)

_READ_SWAPS = select(swaps).where(ids_in(swaps.c.person_id)).order_by(swaps.c.id)
_READ_TRIED = select(tried_exercises).where(ids_in(tried_exercises.c.person_id))
_READ_TRIED = _READ_TRIED.order_by(tried_exercises.c.last_at, tried_exercises.c.exercise)
_SAVE_TRIED = insert_or_update(tried_exercises, "times", "helped", "last_at", "outcome")


class Moments(Repository):
    """Own lists of things to do instead, and tried exercises."""

    async def swaps(self, ids: Sequence[int]) -> dict[int, tuple[Swap, ...]]:
        """The own lists of these people, the oldest line first. Damaged lines are left out."""
        found = defaultdict[int, list[Swap]](list)
        for row in await self.connection.execute(_READ_SWAPS, {"ids": list(ids)}):
            if row.words:
                found[row.person_id].append(Swap(row.id, row.words))
        return {i: tuple(found[i]) for i in ids}

    async def tried(self, ids: Sequence[int]) -> dict[int, tuple[TriedExercise, ...]]:
        """The exercises that these people have tried, the last one at the end."""
        found = defaultdict[int, list[TriedExercise]](list)
        for row in await self.connection.execute(_READ_TRIED, {"ids": list(ids)}):
            known = row.outcome in tuple(UrgeOutcome)
            outcome = UrgeOutcome(row.outcome) if known else UrgeOutcome.OPEN
            one = TriedExercise(row.exercise, row.times, row.helped, row.last_at, outcome)
            found[row.person_id].append(one)
        return {i: tuple(found[i]) for i in ids}

    async def apply(self, person_id: int, effect: MomentEffect) -> None:
        """Carry out one effect of a person's turn."""
        match effect:
            case AddSwap(words):
                new = insert(swaps).values(person_id=person_id, words=words)
                await self.connection.execute(new)
            case RemoveSwap(number):
                mine = (swaps.c.id == number) & (swaps.c.person_id == person_id)
                await self.connection.execute(delete(swaps).where(mine))
            case SaveExercise(tried):
                row = {"person_id": person_id, **asdict(tried)}
                await self.connection.execute(_SAVE_TRIED, row | {"outcome": tried.outcome.value})
