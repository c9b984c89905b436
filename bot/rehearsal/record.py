"""The record of a rehearsal: all that was said, in order, and the state of the coaching day by day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.rehearsal.personas import Persona


class Speaker(StrEnum):
    """UNASKED: the coach of itself. COACH: its answers. NOTE: the rehearsal's own remarks."""

    UNASKED = "unasked"
    COACH = "coach"
    PERSON = "person"
    NOTE = "note"


@dataclass(slots=True)
class Utterance:
    """One message. `at`: local and aware; `day`: the person's own day. `kind`: of a nudge its kind, of the
    person "press", "type" or "command". `sitting`: the number of the run of messages that it belongs to.
    `in_place`: it took the place of the message whose button was pressed. `missed`: a line that the coach
    did not understand. `asked_back`: a line whose meaning the coach asked back. `answers_day`: an input that
    says how a day went."""

    at: datetime
    day: date
    speaker: Speaker
    text: str
    buttons: tuple[str, ...] = ()
    kind: str = ""
    sitting: int = 0
    in_place: bool = False
    missed: bool = False
    asked_back: bool = False
    answers_day: bool = False


@dataclass(frozen=True, slots=True)
class DayState:
    """One local day. `steps`: (plan, step) of the plans that run. `coaches`: messages are due as usual: it
    neither rests nor is paused, nor writes less often because nobody answers."""

    day: date
    steps: frozenset[tuple[int, int]]
    coaches: bool


@dataclass(slots=True)
class Rehearsal:
    """The days that one person lived with the coach, in one language."""

    persona: Persona
    language: str
    first: date
    said: list[Utterance] = field(default_factory=list)
    days: list[DayState] = field(default_factory=list)

    def number(self, day: date) -> int:
        """The number of a day; the first is 0."""
        return (day - self.first).days

    def of(self, speaker: Speaker) -> list[Utterance]:
        """All that one of them said, in order."""
        return [one for one in self.said if one.speaker is speaker]
