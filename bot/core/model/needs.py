"""The parts of a snapshot that a flow or a kind of nudge declares it reads, so that they are loaded."""

from __future__ import annotations

from dataclasses import dataclass, fields

from bot.core.model.journal import JournalQuery


@dataclass(frozen=True, slots=True)
class SnapshotNeeds:
    """The parts to load beside those of every snapshot: the person, the plans, the entries and days of the
    last eleven days, and the nudges of the last fifteen.

    `history`: entries and days of the whole window, and each plan's first figures. `decisions`: all decisions
    about steps. `prompts`: how often each prompt was asked (`Snapshot.asked`). `own_words`: the person's
    `name` and `why`, and the `cue` and `action` of their plans, which are stored encrypted. `journal`: this
    part of the journal. `venue`: the community in which the turn takes place. `accounts`: all accounts of the
    person, since when they are joined, and who asks to be joined with them.
    `moment`: the own list of things to do instead, and the exercises that were tried.
    `export`: everything that is stored of the person, which is handed over as files and no field here.
    """

    history: bool = False
    decisions: bool = False
    prompts: bool = False
    own_words: bool = False
    journal: JournalQuery | None = None
    venue: bool = False
    accounts: bool = False
    moment: bool = False
    export: bool = False

    def __or__(self, other: SnapshotNeeds) -> SnapshotNeeds:
        """The union of both. Of two parts of the journal the one of `self` is read."""
        return SnapshotNeeds(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))
