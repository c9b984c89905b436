"""Data that are read before a turn's transaction, so that nothing waits for the writer's lock meanwhile: the
meaning of a typed line, a part of the journal, of which every line may have to be decrypted, and the files
with everything that is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.content.wording import Wording
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Snapshot
from bot.storage.database import Database
from bot.storage.journal import JournalPart
from bot.turns import handover
from bot.turns.typed import Understood

NOTHING = SnapshotNeeds()


class ReadFirst(Exception):
    """A turn needs what is read before its transaction. It begins again once that is read; nothing of the
    first try is stored."""

    def __init__(self, needs: SnapshotNeeds, snapshot: Snapshot) -> None:
        super().__init__("a part of what is needed is read before the transaction")
        self.needs, self.snapshot = needs, snapshot


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """The data that were read, and their needs. `files`: None for a person who was met in that very turn.
    `typed`: a typed line with its meaning, None for any other input."""

    needs: SnapshotNeeds = NOTHING
    journal: JournalPart = ((), None)
    files: handover.Files | None = None
    typed: Understood | None = None

    def covers(self, needs: SnapshotNeeds) -> bool:
        """Whether all that these needs name was read."""
        return needs.journal in (None, self.needs.journal) and (self.needs.export or not needs.export)


async def read(database: Database, wanted: ReadFirst, wording: Wording, before: ReadAhead) -> ReadAhead:
    """Everything that a turn wants read from the database, beside the line that was read `before`."""
    needs, snapshot = wanted.needs, wanted.snapshot
    journal, files = ReadAhead().journal, None
    async with database.read() as transaction:
        if needs.journal:
            ids = [snapshot.person.id]
            journal = (await transaction.snapshots.read_journal(ids, snapshot.now, needs.journal))[ids[0]]
        if needs.export and snapshot.account and await transaction.people.find_damaged(snapshot.account):
            files = await handover.files(transaction, snapshot, wording)
    return replace(before, needs=needs, journal=journal, files=files)
