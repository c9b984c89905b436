"""What commands make of a person's facts, as far as planning looks at them: nothing has to be read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.model import rests
from bot.core.model.effects import (
    Asked,
    Command,
    Decide,
    EraseMe,
    RecordDay,
    RecordEntry,
    TakeBackDay,
    TakeBackEntry,
    Unwrite,
    UpdatePerson,
    UpdatePlan,
    Write,
)
from bot.core.model.person import Rest
from bot.core.model.snapshot import Facts

_UNPLANNED = Asked | Decide | RecordDay | TakeBackDay | Unwrite | Write
_DAY = frozenset({"zone", "day_start"})  # what says which day it is


def after(commands: Iterable[Command], facts: Facts) -> Facts | None:
    """The facts once the store has carried out `commands`; None where only the store can tell."""
    for command in commands:
        match command:
            case UpdatePerson(changes) if not _DAY & set(changes):
                facts = replace(facts, person=replace(facts.person, **changes))
            case RecordEntry(entry) if any(entry.enrolment_id == plan.id for plan in facts.enrolments):
                facts = facts.with_entry(entry)
            case TakeBackEntry(number, day):
                facts = facts.without_entry(number, day)
            case _ if not isinstance(command, _UNPLANNED):
                return None
    return facts


def ends(commands: Iterable[Command]) -> bool:
    """Whether the person wants to hear nothing more: they stop, or are erased."""
    stops = (c.changes.get("rest") for c in commands if isinstance(c, UpdatePerson))
    return Rest.STOPPED in stops or EraseMe() in commands


def noted(commands: Iterable[Command], facts: Facts) -> tuple[Command, ...]:
    """The same commands; those that begin or end a rest (see `rests`) also say on which day."""
    done: list[Command] = []
    for command in commands:
        match command:
            case UpdatePerson(changes):
                changes = rests.of_person(facts.person, changes, facts.today)
                facts = replace(facts, person=replace(facts.person, **changes))
                done.append(UpdatePerson(changes))
            case UpdatePlan(number, changes) if plan := facts.enrolment(number):
                done.append(UpdatePlan(number, rests.of_plan(plan, changes, facts.today)))
            case _:
                done.append(command)
    return tuple(done)
