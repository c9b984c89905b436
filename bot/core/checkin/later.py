""" "Later": the check-in asked for once more today, when the person says. It counts towards the ceiling."""

from __future__ import annotations

from datetime import date

from bot.core.calendar import timing
from bot.core.checkin import view
from bot.core.conversation.flow import StepResult, reply_with, say
from bot.core.model.effects import AskLater
from bot.core.model.localtime import iso_day
from bot.core.model.messages import Reply, button
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split
from bot.core.nudges import schedule, snooze
from bot.core.nudges.registry import NUDGE_CEILING
from bot.core.progress import habits


def pressed(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.later.<day>`: yesterday's "later" is about yesterday, which simply stays open."""
    return (
        later(snapshot.today, snapshot)
        if value == snapshot.today.isoformat()
        else past(iso_day(value), snapshot)
    )


def moved(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.in.<day>.<pause>`: another pause than the first one."""
    day, pause = split(value, 2)
    if day != snapshot.today.isoformat():
        return past(iso_day(day), snapshot)
    known = pause in (*snooze.PAUSES, snooze.TONIGHT)
    return later(snapshot.today, snapshot, pause if known else snooze.HOUR)


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


def later(day: date, snapshot: Snapshot, pause: str = snooze.HOUR) -> StepResult:
    """Come back after that pause, if that is still the same day, outside of quiet hours and allowed."""
    if not habits.unanswered(snapshot, day):
        return say("checkin-later-nothing")
    if any(s.kind is NudgeKind.LATER and s.day == day for s in snapshot.sent):
        return say("checkin-later-once")
    if NUDGE_CEILING.room(snapshot, NudgeKind.LATER) < 1:
        return say("checkin-later-ceiling", ceiling=snapshot.person.ceiling)
    at = snooze.moments(snapshot).get(pause)
    if at is None:
        return _sooner(day, snapshot)
    clock = timing.wall(at, snapshot.person).time().replace(second=0, microsecond=0)
    reply = Reply("checkin-later-set", {"time": clock}, snooze.buttons(day, snapshot, but=pause), edits=True)
    return reply_with(reply).doing(AskLater(day, at))


def _sooner(day: date, snapshot: Snapshot) -> StepResult:
    """Where that is too late: the pauses that still come, if there are any; else why none does."""
    buttons = snooze.buttons(day, snapshot)
    key = "checkin-later-sooner" if buttons else "checkin-later-night"
    return say(key, buttons=(*buttons, button(Token("checkin", "open", day), "checkin-open")))
