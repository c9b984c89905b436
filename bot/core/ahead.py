"""Telling when the coach writes next of its own accord."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.core import ceiling, schedule, timing, weekdays
from bot.core.messages import Arg, Text
from bot.core.model import Facts


def next_message(facts: Facts, since: date, **changes: Any) -> dict[str, Arg] | None:
    """The first message on or after the local day `since`, if the person's fields were `changes`: its wall
    `day` and `time`, and `what` it is. None where nothing is planned. Whoever asks is not silent any more.

    It is what is planned now: quiet hours, the ceiling or an answer given before can still change it.
    """
    person = replace(facts.person, **{"ignored": 0} | changes)
    facts = replace(facts, person=person)
    if since > facts.today:
        start = timing.moment(since, person.day_start, person)
        facts = replace(facts, today=since, now=start or facts.now)
    first = min(schedule.upcoming(facts), key=lambda due: due.chosen, default=None)
    if first is None:
        return None
    wall = timing.wall(first.chosen, person)
    return {"day": wall.date(), "time": wall.time(), "what": Text(f"why-what-{first.kind}")}


def reminder(facts: Facts, **changes: Any) -> Text:
    """When the reminder of a check-in comes, if the person's fields were `changes`: so long after it, or,
    where quiet hours are in the way, at another time or not at all."""
    person = replace(facts.person, **changes)
    asked = timing.asked_at(facts.today, person)
    if person.reminder_after is None or asked is None:
        return Text("settings-reminder-none")
    asked = asked if person.exactly else timing.eased(asked, person)
    at = timing.reminded_at(asked, person)
    if at is None:
        return Text("settings-reminder-no-room")
    if at - asked == timedelta(minutes=person.reminder_after):
        return Text("settings-after", {"minutes": person.reminder_after})
    clock = timing.wall(at, person).time().replace(second=0, microsecond=0)
    return Text("settings-reminder-at", {"time": clock})


def fewer_days(facts: Facts, **changes: Any) -> Text | None:
    """The days of which check-ins ask, where the ceiling allows fewer than plans apply on; None else."""
    facts = replace(facts, person=replace(facts.person, **changes))
    asked = ceiling.asked_on(facts)
    applying = {day for plan in ceiling.weekdays(facts, facts.today) for day in plan}
    return weekdays.words(asked) if 0 < len(asked) < len(applying) else None
