"""Effects applied to a snapshot, as far as planning reads it, so that nothing has to be loaded again."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.model import rests
from bot.core.model.effects import (
    AddJournalEntry,
    AskAfterUrge,
    CancelAfterUrge,
    CountPromptAsked,
    DeleteDay,
    DeleteEntry,
    DeleteJournalEntry,
    Effect,
    EraseMe,
    ForgetMissedLines,
    MomentEffect,
    NoteMissedLine,
    RecordDay,
    RecordDecision,
    RecordEntry,
    UpdatePerson,
    UpdatePlan,
)
from bot.core.model.person import RestReason
from bot.core.model.snapshot import Snapshot

_UNPLANNED = (
    CountPromptAsked
    | RecordDecision
    | RecordDay
    | DeleteDay
    | DeleteJournalEntry
    | AddJournalEntry
    | AskAfterUrge
    | CancelAfterUrge
    | MomentEffect
    | NoteMissedLine
    | ForgetMissedLines
)
_DAY = frozenset({"zone", "day_start"})  # what says which day it is


def after(effects: Iterable[Effect], snapshot: Snapshot) -> Snapshot | None:
    """The facts once the store has carried out `effects`; None where only the store can tell."""
    for command in effects:
        match command:
            case UpdatePerson(changes) if not _DAY & set(changes):
                snapshot = snapshot.replace(person=snapshot.person.replace(**changes))
            case RecordEntry(entry) if any(entry.enrolment_id == plan.id for plan in snapshot.enrolments):
                snapshot = snapshot.with_entry(entry)
            case DeleteEntry(number, day):
                snapshot = snapshot.without_entry(number, day)
            case _ if not isinstance(command, _UNPLANNED):
                return None
    return snapshot


def ends(effects: Iterable[Effect]) -> bool:
    """Whether the person wants to hear nothing more: they stop, or are erased."""
    stops = (c.changes.get("rest") for c in effects if isinstance(c, UpdatePerson))
    return RestReason.STOPPED in stops or EraseMe() in effects


def noted(effects: Iterable[Effect], snapshot: Snapshot) -> tuple[Effect, ...]:
    """The same commands; those that begin or end a rest (see `rests`) also say on which day."""
    done: list[Effect] = []
    for command in effects:
        match command:
            case UpdatePerson(changes):
                changes = rests.of_person(snapshot.person, changes, snapshot.today)
                snapshot = snapshot.replace(person=snapshot.person.replace(**changes))
                done.append(UpdatePerson(changes))
            case UpdatePlan(number, changes) if plan := snapshot.enrolment(number):
                done.append(UpdatePlan(number, rests.of_plan(plan, changes, snapshot.today)))
            case _:
                done.append(command)
    return tuple(done)
