""" "Later": the check-in asked for once more today, when the person says. It counts towards the ceiling."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.calendar import timing
from bot.core.checkin import view
from bot.core.conversation.flow import StepResult, reply_with, say
from bot.core.model.effects import AskLater
from bot.core.model.localtime import iso_day
from bot.core.model.messages import Button, Reply, Text, button
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split
from bot.core.nudges import schedule
from bot.core.nudges.registry import NUDGE_CEILING
from bot.core.progress import habits

PAUSES, SHORTER = (60, 180), (30, 15)  # minutes; SHORTER: where quiet hours or the day's end are near
MARGIN = timedelta(minutes=2)  # before them: a message takes a moment


def pressed(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.later.<day>`: yesterday's "later" is about yesterday, which simply stays open."""
    return (
        later(snapshot.today, snapshot)
        if value == snapshot.today.isoformat()
        else past(iso_day(value), snapshot)
    )


def moved(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.in.<day>.<minutes>`: another pause than the first one."""
    day, minutes = split(value, 2)
    if day != snapshot.today.isoformat() or minutes not in map(str, (*PAUSES, *SHORTER)):
        return past(iso_day(day), snapshot)
    return later(snapshot.today, snapshot, int(minutes))


def by_words(asked: date | None, snapshot: Snapshot) -> StepResult:
    """The word alone: about the day that was asked last (`asked`); where none was and today's check-in is
    still to come, it comes when it always does."""
    if asked is not None:
        return later(asked, snapshot) if asked == snapshot.today else past(asked, snapshot)
    planned = schedule.next_of(NudgeKind.CHECKIN, snapshot)
    if planned is not None and planned.day == snapshot.today:
        clock = timing.wall(planned.chosen, snapshot.person).time().replace(second=0, microsecond=0)
        return say("checkin-later-coming", time=clock)
    return later(snapshot.today, snapshot)


def past(day: date | None, snapshot: Snapshot) -> StepResult:
    """A day that is over is not asked about again; it can be filled in while it is open."""
    ways = view.earlier(snapshot, but=snapshot.today)
    this = tuple(b for b in ways if day and b.token.endswith(day.isoformat()))
    buttons = this or ways
    return say("checkin-later-past" if buttons else "checkin-later-over", buttons=buttons)


def later(day: date, snapshot: Snapshot, minutes: int = PAUSES[0]) -> StepResult:
    """Come back in so many minutes, if that is still the same day, outside of quiet hours and allowed."""
    if not habits.unanswered(snapshot, day):
        return say("checkin-later-nothing")
    if any(s.kind is NudgeKind.LATER and s.day == day for s in snapshot.sent):
        return say("checkin-later-once")
    if NUDGE_CEILING.room(snapshot, NudgeKind.LATER) < 1:
        return say("checkin-later-ceiling", ceiling=snapshot.person.ceiling)
    if not _possible(minutes, snapshot):
        return _sooner(day, snapshot)
    at = snapshot.now + timedelta(minutes=minutes)
    clock = timing.wall(at, snapshot.person).time().replace(second=0, microsecond=0)
    reply = Reply("checkin-later-set", {"time": clock}, _others(day, minutes, snapshot))
    return reply_with(reply).doing(AskLater(day, at))


def _sooner(day: date, snapshot: Snapshot) -> StepResult:
    """Where that is too late: shorter pauses that still come, if there are any; else why none does."""
    buttons = tuple(_in_minutes(day, m) for m in SHORTER if _possible(m, snapshot))
    key = "checkin-later-sooner" if buttons else "checkin-later-night"
    return say(key, buttons=(*buttons, button(Token("checkin", "open", day), "checkin-open")))


def _in_minutes(day: date, minutes: int) -> Button:
    return button(Token("checkin", "in", day, minutes), "checkin-in-minutes", minutes=minutes)


def _possible(minutes: int, snapshot: Snapshot) -> bool:
    last = snapshot.now + timedelta(minutes=minutes) + MARGIN
    same = timing.local_day(last, snapshot.person) == snapshot.today
    return same and not timing.in_quiet_hours(last, snapshot.person)


def _others(day: date, chosen: int, snapshot: Snapshot) -> tuple[Button, ...]:
    pauses = (m for m in PAUSES if m != chosen and _possible(m, snapshot))
    return tuple(
        Button(Token("checkin", "in", day, m), Text("checkin-in", {"hours": m // 60})) for m in pauses
    )
