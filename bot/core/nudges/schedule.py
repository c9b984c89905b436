"""The nudges that are to come, whether one that is due still makes sense, and its message.

`upcoming` is computed after every turn and after every nudge. `verdict` decides when a nudge is due, because
hours may lie between the two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from bot.core.calendar import timing
from bot.core.conversation.flow import StepResult
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.snapshot import Snapshot
from bot.core.nudges.candidates import returns_today
from bot.core.nudges.registry import NUDGE_CEILING, RULES
from bot.core.nudges.rules import NudgeRules, PlannedNudge

Opening: TypeAlias = Callable[[str, str, date, Snapshot], StepResult]
"""Finds the opening of a flow, by the names of both, and begins it about a local day."""


@dataclass(frozen=True, slots=True)
class Send:
    """Send it now."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Never send it. `reason`: a word for logs and metrics."""

    reason: str


@dataclass(frozen=True, slots=True)
class Postpone:
    """Decide again at that moment (UTC)."""

    until: datetime


Verdict: TypeAlias = Send | Drop | Postpone


def upcoming(snapshot: Snapshot) -> tuple[PlannedNudge, ...]:
    """The next nudge of each kind, as planned now. A kind that the person requests is not among them."""
    if not snapshot.person.listens:
        return ()
    found = (RULES[kind].plan(snapshot, NUDGE_CEILING) for kind in NudgeKind)
    return tuple(planned for planned in found if planned is not None)


def next_of(kind: NudgeKind, snapshot: Snapshot) -> PlannedNudge | None:
    """The next nudge of one kind, as planned now; None where none is to come."""
    return RULES[kind].plan(snapshot, NUDGE_CEILING) if snapshot.person.listens else None


def verdict(kind: NudgeKind, day: date, due_at: datetime, snapshot: Snapshot) -> Verdict:
    """Whether a nudge about `day` that was due at `due_at` (UTC) is sent now, later or never."""
    rules, person = RULES[kind], snapshot.person
    paused = person.paused_until is not None and snapshot.today < person.paused_until
    if not person.listens or (paused and not kind.ends_answer):
        return Drop("resting")
    if reason := rules.obsolete(day, due_at, snapshot):
        return Drop(reason)
    if kind.ends_answer:
        return Send()
    if timing.in_quiet_hours(snapshot.now, person):
        return _in_quiet_hours(rules, snapshot)
    if NUDGE_CEILING.room(snapshot, kind) < 1:
        return Drop("ceiling")
    if not rules.on_return and returns_today(snapshot):
        return Drop("return")
    free = max((s.at + timing.APART for s in snapshot.sent), default=snapshot.now)
    return Postpone(free) if free > snapshot.now and rules.waits(free, snapshot) else Send()


def _in_quiet_hours(rules: NudgeRules, snapshot: Snapshot) -> Verdict:
    if not rules.waits_out_quiet_hours:
        return Drop("quiet")
    until = timing.end_of_quiet(snapshot.now, snapshot.person)
    return Postpone(until if snapshot.person.exactly else timing.eased(until, snapshot.person))


def message(kind: NudgeKind, day: date, snapshot: Snapshot, opening: Opening) -> StepResult:
    """The conversation that a nudge about `day` begins. Its words say why it comes."""
    rules = RULES[kind]
    return rules.words(opening(rules.flow, rules.opening, day, snapshot), snapshot)


def after_sending(kind: NudgeKind, day: date, snapshot: Snapshot) -> Snapshot:
    """The snapshot as it is once a nudge about `day` was sent now."""
    person = snapshot.person
    if RULES[kind].counts_unanswered:
        person = person.replace(ignored=person.ignored + 1)
    return snapshot.replace(person=person, sent=(*snapshot.sent, SentNudge(kind, day, snapshot.now)))
