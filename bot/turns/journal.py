"""A journal is read before the turn's transaction: nobody waits for the writer's lock meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.model.journal import JournalQuery
from bot.core.model.snapshot import Snapshot
from bot.storage.engine.database import Database
from bot.storage.journal import JournalPart


class JournalNeeded(Exception):
    """The turn needs a part of the journal. It is begun anew once that is read; nothing of it is stored."""

    def __init__(self, query: JournalQuery, snapshot: Snapshot) -> None:
        super().__init__("a part of the journal is to be read first")
        self.query, self.snapshot = query, snapshot


@dataclass(frozen=True, slots=True)
class JournalRead:
    """What was read, and for which query."""

    query: JournalQuery
    part: JournalPart


async def read(database: Database, needed: JournalNeeded) -> JournalRead:
    """The part of the journal that a turn asked for."""
    async with database.read() as store:
        return JournalRead(needed.query, await store.read_journal(needed.query, needed.snapshot))


def with_part(snapshot: Snapshot, query: JournalQuery | None, read: JournalRead | None) -> Snapshot:
    """The facts with the part of the journal that `query` is about. Raises ReadFirst if it was not read."""
    if query is None:
        return snapshot
    if read is None or read.query != query:
        raise JournalNeeded(query, snapshot)
    lines, position = read.part
    return snapshot.replace(journal=lines, position=position)
