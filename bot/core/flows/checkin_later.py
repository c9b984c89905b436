""" "Later": the check-in asked for once more today, when the person says. It counts towards the ceiling."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core import ceiling, habits, timing
from bot.core.commands import Later
from bot.core.flow import Turn, say
from bot.core.messages import Button, Reply, Text, button
from bot.core.model import Facts, Kind

PAUSES = (60, 180)  # minutes


def pressed(value: str, facts: Facts) -> Turn:
    """`checkin.later.<day>`: yesterday's "later" is about yesterday, which simply stays open."""
    return later(facts.today, facts) if value == facts.today.isoformat() else say("checkin-later-past")


def moved(value: str, facts: Facts) -> Turn:
    """`checkin.in.<day>.<minutes>`: another pause than the first one."""
    day, _, minutes = value.partition(".")
    if day != facts.today.isoformat() or minutes not in map(str, PAUSES):
        return say("checkin-later-past")
    return later(facts.today, facts, int(minutes))


def later(day: date, facts: Facts, minutes: int = PAUSES[0]) -> Turn:
    """Come back in so many minutes, if that is still the same day, outside of quiet hours and allowed."""
    if not habits.unanswered(facts, day):
        return say("checkin-later-nothing")
    if any(s.kind is Kind.LATER and s.day == day for s in facts.sent):
        return say("checkin-later-once")
    if ceiling.room(facts) < 1:
        return say("checkin-later-ceiling", ceiling=facts.person.ceiling)
    if not _possible(minutes, facts):
        return say(
            "checkin-later-night", buttons=(button(f"checkin.open.{day.isoformat()}", "checkin-open"),)
        )
    at = facts.now + timedelta(minutes=minutes)
    clock = timing.wall(at, facts.person).time().replace(second=0, microsecond=0)
    reply = Reply("checkin-later-set", {"time": clock}, _others(day, minutes, facts))
    return Turn((reply,), (Later(day, at),))


def _possible(minutes: int, facts: Facts) -> bool:
    at = facts.now + timedelta(minutes=minutes)
    return timing.local_day(at, facts.person) == facts.today and not timing.in_quiet_hours(at, facts.person)


def _others(day: date, chosen: int, facts: Facts) -> tuple[Button, ...]:
    pauses = (m for m in PAUSES if m != chosen and _possible(m, facts))
    return tuple(
        Button(f"checkin.in.{day.isoformat()}.{m}", Text("checkin-in", {"hours": m // 60})) for m in pauses
    )
