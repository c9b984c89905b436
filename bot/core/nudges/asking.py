"""The rules that nudges with the check-in's question share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.calendar import timing
from bot.core.conversation.flow import StepResult
from bot.core.model.messages import Text
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Snapshot

ASKING_NEEDS = SnapshotNeeds(decisions=True)
LATEST_HOURS = 8  # how late a question of the small hours still makes sense: as long as one of the evening


def is_next_day_over(day: date, due_at: datetime, snapshot: Snapshot) -> bool:
    """Whether it is too late for the question about `day`: the day is over, or, for a person who is asked in
    the small hours after it, these are."""
    if snapshot.today == day + timing.DAY:
        late = snapshot.now - due_at
        return not timing.asks_next_day(snapshot.person) or late > timedelta(hours=LATEST_HOURS)
    return snapshot.today != day


def lost_by_waiting(until: datetime, snapshot: Snapshot) -> bool:
    """Whether the question would not come at all if it waited until then: a summary can come just before the
    quiet hours begin."""
    person = snapshot.person
    return timing.in_quiet_hours(until, person) or timing.local_day(until, person) != snapshot.today


def around_question(
    opening: StepResult, *, above: Text | None = None, below: Text | None = None
) -> StepResult:
    """The check-in's own question, with a line that says why it comes now, and one on what comes of it."""
    question = opening.replies[-1]
    lines = tuple(line for line in (above, question.text, below) if line)
    asked = replace(question, key="nudge-lines", args={"lines": lines}, edits=False)
    return replace(opening, replies=(asked,))
