"""The daily check-in: the question how a day went with the plans, at the time that the person chose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from bot.core.calendar import timing
from bot.core.conversation.flow import StepResult
from bot.core.model.messages import Text
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import candidates
from bot.core.nudges.asking import ASKING_NEEDS, around_question, is_next_day_over, lost_by_waiting
from bot.core.nudges.candidates import returns_today
from bot.core.nudges.ceiling import Ceiling, Share
from bot.core.nudges.rules import NudgeRules, PlannedNudge
from bot.core.progress import habits, taper

RETURNS = 3  # wordings of the line after a long silence


def plan(snapshot: Snapshot, ceiling: Ceiling) -> PlannedNudge | None:
    """The next day that is asked about, at the pace of the back-off."""
    every = timing.pace(snapshot.person.ignored).every
    if not every or taper.tapers(snapshot.person):
        return None
    last = max(candidates.days_sent(NudgeKind.CHECKIN, snapshot), default=date.min)
    moments = (
        (day, timing.asked_at(day, snapshot.person))
        for day in _days(snapshot)
        if (day - last).days >= every and _is_asked_about(day, snapshot, ceiling)
    )
    return candidates.first_free(NudgeKind.CHECKIN, moments, snapshot)


def _days(snapshot: Snapshot) -> Iterator[date]:
    """The days ahead, and before them yesterday, where it is asked about in the small hours of today."""
    until = snapshot.person.paused_until
    if timing.asks_next_day(snapshot.person) and (until is None or until < snapshot.today):
        yield snapshot.today - timing.DAY
    yield from candidates.days_ahead(snapshot)


def _is_asked_about(day: date, snapshot: Snapshot, ceiling: Ceiling) -> bool:
    """Whether a check-in of that day is wanted, and allowed by what was sent until now."""
    if day.weekday() not in ceiling.asked_on(snapshot, day) or not habits.unanswered(snapshot, day):
        return False
    sent_on = day + timing.DAY if timing.asks_next_day(snapshot.person) else day
    return (
        day in candidates.days_sent(NudgeKind.CHECKIN, snapshot)
        or ceiling.room(snapshot, NudgeKind.CHECKIN, sent_on) > 0
    )


def obsolete(day: date, due_at: datetime, snapshot: Snapshot) -> str:
    """Stale once the day is over, answered once no plan waits for an answer."""
    if is_next_day_over(day, due_at, snapshot):
        return "stale"
    return "" if habits.unanswered(snapshot, day) else "answered"


def words(opening: StepResult, snapshot: Snapshot) -> StepResult:
    """The question; with a warm line on a day of return; with the check-in after which the coach asks less
    often, it says so."""
    now, then = timing.pace(snapshot.person.ignored), timing.pace(snapshot.person.ignored + 1)
    slower = Text(f"nudge-slower-{then.name}") if now is not then else None
    return around_question(opening, above=_welcome(snapshot), below=slower)


def _welcome(snapshot: Snapshot) -> Text | None:
    """The warm line after a rest or a long quiet time; none to a person who has not answered since."""
    if timing.pace(snapshot.person.ignored) is not timing.DAILY or not returns_today(snapshot):
        return None
    return Text(f"nudge-return-{snapshot.today.toordinal() % RETURNS + 1}")


def why(person: Person) -> Text:
    return Text("why-checkin", {"time": person.checkin_at})


RULES = NudgeRules(
    NudgeKind.CHECKIN,
    flow="checkin",
    opening="day",
    needs=ASKING_NEEDS,
    share=Share(lambda person, left, days: min(days, left)),
    plan=plan,
    obsolete=obsolete,
    waits=lambda until, snapshot: not lost_by_waiting(until, snapshot),
    words=words,
    why=why,
    on_return=True,
    counts_unanswered=True,
    daily=True,
)
