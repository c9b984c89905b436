"""Things that a conversation keeps aside, beside the questions that wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.model.reading import Asked


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that may mean several things. `asked`: the question to which it was said; `line`: its words, ""
    where they may not be kept."""

    asked: Asked
    line: str


@dataclass(frozen=True, slots=True)
class Aside:
    """`held_words`: a line that was not understood; a button can keep it on the same day. `choices`: tokens
    of the buttons that the very next typed line may press, by its intent. `calm_until`: words of doubtful
    danger were called an expression, and others are not asked about before then. `doubt`: the line that was
    asked back just before."""

    held_words: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    calm_until: datetime | None = None
    doubt: Doubt | None = None


NOTHING_ASIDE = Aside()
