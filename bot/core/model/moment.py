"""The moment of the itch: a person's own list of things to do instead, and the exercises that they tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UrgeOutcome(StrEnum):
    """How two minutes ended. OPEN: the person has not said so."""

    OPEN = ""
    PASSED = "passed"
    WENT_IN = "went-in"


@dataclass(frozen=True, slots=True)
class Swap:
    """A line of the person's own list of things to do instead."""

    id: int
    words: str


@dataclass(frozen=True, slots=True)
class TriedExercise:
    """An exercise that a person has begun. `times`: how often; `helped`: after how many of these the urge
    passed; `last_at`: the moment (UTC) of the last time, and `outcome` how that one ended."""

    exercise: str
    times: int
    helped: int
    last_at: datetime
    outcome: UrgeOutcome = UrgeOutcome.OPEN
