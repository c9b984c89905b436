"""Journal entries, and the part of a journal that a turn reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NOTE, OBSTACLE = "note", "obstacle"  # what is in the journal beside answers to prompts


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """Own words kept in the journal. `prompt`: a prompt's slug, or NOTE (a line on the day), or OBSTACLE."""

    id: int
    day: date
    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """The part of a journal that a turn reads. `recent`: the lines of the last two months. Else one page with
    its neighbours: of the line with the id `at` (None: the newest), among the lines that hold `needle`."""

    at: int | None = None
    needle: str = ""
    recent: bool = False


@dataclass(frozen=True, slots=True)
class JournalPosition:
    """Where loaded lines stand: how many lines are `newer` than the first of them, of how many in `total` (of
    the whole journal, or of what a search finds), and how many the `whole` journal has."""

    newer: int
    total: int
    whole: int
