"""Messages that the coach sends unasked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NudgeKind(StrEnum):
    """Kinds of nudges."""

    CHECKIN = "checkin"
    REMINDER = "reminder"  # the check-in is still open
    LATER = "later"  # the person asked for it
    REFLECTION = "reflection"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class SentNudge:
    """A nudge that was sent; `day` is the local date that it counts for."""

    kind: NudgeKind
    day: date
    at: datetime
