"""Effects: changes that a turn wants stored. The service hands each to the store, inside the turn's one
transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

from bot.core.model.checkin import CheckinEntry, DayRecord
from bot.core.model.community_effects import CommunityEffect
from bot.core.model.link_effects import LinkEffect
from bot.core.model.moment import TriedExercise
from bot.core.model.plan import OwnPlan, Phrase, StepChoice
from bot.core.model.reading import Asked


@dataclass(frozen=True, slots=True)
class UpdatePerson:
    """Change fields of `model.Person` (never `id`)."""

    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StartPlan:
    """Begin a plan of the catalogue at `step`, or an own one (`slug` "own", `own` set)."""

    slug: str
    version: int
    step: int
    day: date
    cue: Phrase | None = None
    action: Phrase | None = None
    own: OwnPlan | None = None


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """Change fields of a `model.Enrolment` (never `id`)."""

    enrolment_id: int
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """Set the day's entry of one plan; a second time it replaces the first."""

    entry: CheckinEntry


@dataclass(frozen=True, slots=True)
class RecordDay:
    """Set what was said of a whole day."""

    day: DayRecord


@dataclass(frozen=True, slots=True)
class DeleteEntry:
    """Delete the day's entry of one plan: the day is unanswered again."""

    enrolment_id: int
    day: date


@dataclass(frozen=True, slots=True)
class DeleteDay:
    """Delete what was said of a whole day. Its words stay in the journal."""

    day: date


@dataclass(frozen=True, slots=True)
class RecordDecision:
    enrolment_id: int
    day: date
    choice: StepChoice


@dataclass(frozen=True, slots=True)
class AddJournalEntry:
    """Keep words in the journal (see `model.Written`). Nothing that was written before is
    replaced."""

    day: date
    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class DeleteJournalEntry:
    """Delete one line of the journal."""

    written_id: int


@dataclass(frozen=True, slots=True)
class CountPromptAsked:
    """A prompt was asked."""

    prompt: str
    day: date


@dataclass(frozen=True, slots=True)
class AskLater:
    """Ask again for the check-in of `day` at the moment `at`."""

    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class AskAfterUrge:
    """Ask at the moment `at` how it went. An earlier such message that waits falls away. `day`: the local
    day."""

    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class CancelAfterUrge:
    """Do not ask how it went."""


@dataclass(frozen=True, slots=True)
class AddSwap:
    """Add words to the own list of things to do instead."""

    words: str


@dataclass(frozen=True, slots=True)
class RemoveSwap:
    """Take a line out of that list."""

    swap_id: int


@dataclass(frozen=True, slots=True)
class SaveExercise:
    """Set the record of one exercise."""

    tried: TriedExercise


@dataclass(frozen=True, slots=True)
class NoteMissedLine:
    """Count a line that was not understood, by the person's language, the question that was open and the
    local day. `line`: its words, which are kept; "" without the person's consent."""

    language: str
    asked: Asked
    day: date
    line: str = ""


@dataclass(frozen=True, slots=True)
class ForgetMissedLines:
    """Delete the kept lines of the person that were not understood. The counts stay."""


@dataclass(frozen=True, slots=True)
class Export:
    """Hand over everything that is stored of the person, as a document on the turn's last reply."""


@dataclass(frozen=True, slots=True)
class EraseMe:
    """Delete everything that is stored of the person."""


MomentEffect: TypeAlias = AddSwap | RemoveSwap | SaveExercise
Effect: TypeAlias = (
    UpdatePerson
    | StartPlan
    | UpdatePlan
    | RecordEntry
    | RecordDay
    | DeleteEntry
    | DeleteDay
    | RecordDecision
    | AddJournalEntry
    | DeleteJournalEntry
    | CountPromptAsked
    | AskLater
    | AskAfterUrge
    | CancelAfterUrge
    | MomentEffect
    | NoteMissedLine
    | ForgetMissedLines
    | Export
    | EraseMe
    | CommunityEffect
    | LinkEffect
)
