"""Finding lines in the journal: neighbours of one, and those that hold some words."""

from __future__ import annotations

import binascii
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.model.journal import JournalEntry, JournalPosition

NEEDLE_BYTES = 27  # of the words searched for: so a button's token holds them, beside an id of ten digits


@dataclass(frozen=True, slots=True)
class Page:
    """One line of the journal, and where it stands: `number` of `total`, 1 = the newest."""

    line: JournalEntry
    number: int
    total: int
    newer: int | None
    older: int | None


def page(
    lines: Sequence[JournalEntry], at: int | None = None, position: JournalPosition | None = None
) -> Page | None:
    """The page of the line with the id `at`; of the next one written before it where it is gone; the newest
    for None. `position`: where the lines stand, if they are but a part.

    None where there are no lines. `newer` and `older` are ids.
    """
    order = sorted(lines, key=lambda w: (w.day, w.id), reverse=True)
    if not order:
        return None
    index = 0 if at is None else _index(order, at)
    newer = order[index - 1].id if index > 0 else None
    older = order[index + 1].id if index + 1 < len(order) else None
    before, total = (position.newer, position.total) if position else (0, len(order))
    return Page(order[index], before + index + 1, total, newer, older)


def _index(order: Sequence[JournalEntry], at: int) -> int:
    near = max((w.id for w in order if w.id <= at), default=order[-1].id)
    return next(i for i, w in enumerate(order) if w.id == near)


def fold(text: str) -> str:
    """Text for comparing: without accents, case and runs of blanks.

    >>> fold(" Mañana  CAFÉ")
    'manana cafe'
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def needle(words: str) -> str:
    """The needle of a search: the words, folded, cut to NEEDLE_BYTES of UTF-8. "" when nothing is left."""
    return fold(fold(words).encode()[:NEEDLE_BYTES].decode(errors="ignore"))


def holding(needle: str, lines: Sequence[JournalEntry]) -> tuple[JournalEntry, ...]:
    """The lines whose words hold a needle."""
    return tuple(w for w in lines if needle in fold(w.text))


def packed(needle: str) -> str:
    """A needle as ASCII, for a token."""
    return urlsafe_b64encode(needle.encode()).decode().rstrip("=")


def unpacked(text: str) -> str:
    """The needle of a token, "" for anything else."""
    try:
        return needle(urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode())
    except (binascii.Error, ValueError):
        return ""
