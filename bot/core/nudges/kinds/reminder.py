"""The reminder: once, while the check-in that came today is open, and only at the daily pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.calendar import timing
from bot.core.conversation.flow import StepResult
from bot.core.model.library import StepKind
from bot.core.model.messages import Text
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.nudges import snooze
from bot.core.nudges.asking import ASKING_NEEDS, around_question, is_next_day_over, lost_by_waiting
from bot.core.nudges.candidates import returns_today
from bot.core.nudges.ceiling import Ceiling, Share
from bot.core.nudges.rules import NudgeRules, PlannedNudge
from bot.core.progress import habits, offers

LATEST_HOURS = 2  # how late it still makes sense
DAILY_KINDS = (StepKind.DAILY, StepKind.EVENT)
INSTEAD = (NudgeKind.LATER, NudgeKind.REMINDER)  # one of these about the same day is enough


def plan(snapshot: Snapshot, ceiling: Ceiling) -> PlannedNudge | None:
    """So long after today's check-in as the person chose."""
    asked = max((s for s in snapshot.sent if s.kind is NudgeKind.CHECKIN), key=lambda s: s.at, default=None)
    if asked is None or timing.local_day(asked.at, snapshot.person) != snapshot.today:
        return None
    if returns_today(snapshot) or any(s.kind in INSTEAD and s.day == asked.day for s in snapshot.sent):
        return None
    if timing.pace(snapshot.person.ignored) is not timing.DAILY or not _daily(asked.day, snapshot):
        return None
    at = timing.reminded_at(asked.at, snapshot.person)
    if at is None or at <= snapshot.now:
        return None
    return PlannedNudge(NudgeKind.REMINDER, asked.day, at, at)


def _daily(day: date, snapshot: Snapshot) -> bool:
    """Whether a step of each day waits for an answer: one that is done once, or some times a week, is asked
    about again on another day."""
    waiting = habits.unanswered(snapshot, day)
    return any(offers.kind_of(snapshot, habits.as_of(snapshot, e, day)) in DAILY_KINDS for e in waiting)


def obsolete(day: date, due_at: datetime, snapshot: Snapshot) -> str:
    """Stale two hours after its moment or once the day is over, answered once no plan waits for an answer."""
    late = snapshot.now - due_at > timedelta(hours=LATEST_HOURS)
    if late or is_next_day_over(day, due_at, snapshot):
        return "stale"
    return "" if habits.unanswered(snapshot, day) else "answered"


def words(opening: StepResult, snapshot: Snapshot) -> StepResult:
    """The question, with short pauses to choose from in the place of a mere "later"."""
    asked = around_question(opening, above=Text("nudge-reminder"))
    question = asked.replies[-1]
    later = next((b for b in question.buttons if b.token.startswith(Token("checkin", "later", ""))), None)
    if later is None:
        return asked
    kept = tuple(b for b in question.buttons if b is not later)
    pauses = snooze.buttons(snapshot.today, snapshot)
    return replace(asked, replies=(replace(question, buttons=(*kept, *pauses)),))


def why(person: Person) -> Text:
    if person.reminder_after is None:
        return Text("why-reminder-then")
    return Text("why-reminder", {"minutes": person.reminder_after})


RULES = NudgeRules(
    NudgeKind.REMINDER,
    flow="checkin",
    opening="day",
    needs=ASKING_NEEDS,
    share=Share(lambda person, left, days: left, is_rest=True),
    plan=plan,
    obsolete=obsolete,
    waits=lambda until, snapshot: not lost_by_waiting(until, snapshot),
    words=words,
    why=why,
    waits_out_quiet_hours=False,
)
