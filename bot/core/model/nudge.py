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
    URGE = "urge"  # two minutes after /urge: the end of an answer

    @property
    def ends_answer(self) -> bool:
        """Whether it ends an answer that the person asked for just before. It counts towards no ceiling, and
        comes in quiet hours and during a pause too."""
        return self is NudgeKind.URGE


@dataclass(frozen=True, slots=True)
class SentNudge:
    """A nudge that was sent; `day` is the local date that it counts for."""

    kind: NudgeKind
    day: date
    at: datetime

    @property
    def counts(self) -> bool:
        """Whether it was a message of the coach's own accord, which counts towards the ceiling."""
        return not self.kind.ends_answer
