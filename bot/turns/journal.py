"""A journal is read before the turn's transaction: nobody waits for the writer's lock meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.model.journal import JournalQuery
from bot.core.model.snapshot import Facts
from bot.storage.engine.database import Database
from bot.storage.journal import JournalPart


class ReadFirst(Exception):
    """The turn needs a part of the journal. It is begun anew once that is read; nothing of it is stored."""

    def __init__(self, query: JournalQuery, facts: Facts) -> None:
        super().__init__("a part of the journal is to be read first")
        self.query, self.facts = query, facts


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, and for which query."""

    query: JournalQuery
    part: JournalPart


async def read(database: Database, needed: ReadFirst) -> Read:
    """The part of the journal that a turn asked for."""
    async with database.read() as store:
        return Read(needed.query, await store.read_journal(needed.query, needed.facts))


def with_part(facts: Facts, query: JournalQuery | None, read: Read | None) -> Facts:
    """The facts with the part of the journal that `query` is about. Raises ReadFirst if it was not read."""
    if query is None:
        return facts
    if read is None or read.query != query:
        raise ReadFirst(query, facts)
    lines, position = read.part
    return replace(facts, journal=lines, position=position)
