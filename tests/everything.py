"""Needs with which a test reads all that a snapshot holds of a person."""

from __future__ import annotations

from bot.core.model.journal import JournalQuery
from bot.core.model.needs import SnapshotNeeds

EVERYTHING = SnapshotNeeds(
    history=True, decisions=True, prompts=True, own_words=True, journal=JournalQuery(recent=True), moment=True
)
