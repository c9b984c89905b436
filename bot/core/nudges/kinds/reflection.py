"""The question to reflect on: some days a week, around noon or in the early evening."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.core.calendar import timing
from bot.core.model.library import Daypart
from bot.core.model.messages import Text
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import candidates
from bot.core.nudges.ceiling import Ceiling, Share, falls_on
from bot.core.nudges.rules import NudgeRules, PlannedNudge
from bot.core.progress import taper

AT, AT_ELSE = time(12, 30), time(18)
NEAR_HOURS = 2  # a check-in so close to AT moves the question to AT_ELSE
SETTLING_DAYS = 1  # after the first plan began, before the first question comes
SHARE_OF_REST = 4  # at most one of so many nudges


def plan(snapshot: Snapshot, ceiling: Ceiling) -> PlannedNudge | None:
    """On days that are spread evenly over the week, at the daily pace only."""
    times = ceiling.shares(snapshot.person)[NudgeKind.REFLECTION]
    begun = min((e.started_on for e in snapshot.running), default=None)
    if not times or begun is None or timing.pace(snapshot.person.ignored) is not timing.DAILY:
        return None
    if taper.tapers(snapshot.person):
        return None
    first = begun + timedelta(days=SETTLING_DAYS)
    at = _at(snapshot.person)
    moments = (
        (day, timing.moment(day, at, snapshot.person))
        for day in candidates.days_ahead(snapshot)
        if day >= first and falls_on(day, times, snapshot.person.id) and candidates.takes_more(day, snapshot)
    )
    return candidates.first_free(NudgeKind.REFLECTION, moments, snapshot, to_the_minute=False)


def _at(person: Person) -> time:
    """Before the part of the day in which the phone pulls, unless the check-in is near."""
    late = person.daypart in (Daypart.EVENING, Daypart.NIGHT)
    first, second = (AT_ELSE, AT) if late else (AT, AT_ELSE)
    return second if abs(person.checkin_at.hour - first.hour) < NEAR_HOURS else first


def share(person: Person, left: int, days: int) -> int:
    """As many as the person chose, a quarter of what is left at most."""
    return min(person.reflections_a_week, left // SHARE_OF_REST)


def obsolete(day: date, due_at: datetime, snapshot: Snapshot) -> str:
    """Stale once the day is over."""
    return "" if snapshot.today == day else "stale"


RULES = NudgeRules(
    NudgeKind.REFLECTION,
    flow="reflect",
    opening="question",
    share=Share(share),
    plan=plan,
    obsolete=obsolete,
    why=lambda person: Text("why-reflection", {"times": person.reflections_a_week}),
    needs=SnapshotNeeds(history=True, prompts=True),
)
