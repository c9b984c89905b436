"""The part of a person's line that may be said back to them."""

from __future__ import annotations

import re

from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes

FEWEST, MOST, LONGEST = 3, 12, 80  # words of what is said back, and its characters
_CLAUSE_ENDS = re.compile(r"[.,;:!?…()]+(?=\s|$)|\n|\s[-–—]\s")
_PLAIN = re.compile(r"[\w\s'’]+")


def first_clause(text: str, snapshot: Snapshot) -> str:
    """The first clause of a line, "" where it is not to be said back: short or long, with signs or addresses,
    or hard on somebody (`harsh` in the lexicon)."""
    clause = next((part.strip() for part in _CLAUSE_ENDS.split(text) if part.strip()), "")
    fits = FEWEST <= len(clause.split()) <= MOST and len(clause) <= LONGEST and _PLAIN.fullmatch(clause)
    line = f" {lexemes.normal(clause)} "
    harsh = (word for words in snapshot.library.lexicon.values() for word in words.get("harsh", ()))
    return "" if not fits or any(f" {word} " in line for word in harsh) else clause
