"""The next moment at which the coach writes, as it is shown to a person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.core.calendar import timing
from bot.core.model.messages import Arg, Text
from bot.core.model.nudge import NudgeKind
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import ceiling, schedule
from bot.core.nudges.registry import NUDGE_CEILING, RULES
from bot.core.typed import weekdays


def next_message(snapshot: Snapshot, since: date, **changes: Any) -> dict[str, Arg] | None:
    """The first message on or after the local day `since`, if the person's fields were `changes`: its wall
    `day` and `time`, and `what` it is. None where nothing is planned.
    The person has just written, so the back-off is over.

    It is what is planned now: quiet hours, the ceiling or an answer given before can still change it.
    """
    person = snapshot.person.replace(**{"ignored": 0} | changes)
    snapshot = snapshot.replace(person=person)
    if since > snapshot.today:
        start = timing.moment(since, person.day_start, person)
        snapshot = snapshot.replace(today=since, now=start or snapshot.now)
    first = min(schedule.upcoming(snapshot), key=lambda planned: planned.chosen, default=None)
    if first is None:
        return None
    wall = timing.wall(first.chosen, person)
    return {"day": wall.date(), "time": wall.time(), "what": RULES[first.kind].what}


def next_checkin(snapshot: Snapshot) -> tuple[date, Arg, Arg] | None:
    """The day that is asked about next, and the wall day and time at which; None where nothing is planned.
    The person has just written, so the back-off is over."""
    snapshot = snapshot.replace(person=snapshot.person.replace(ignored=0))
    planned = schedule.next_of(NudgeKind.CHECKIN, snapshot)
    if planned is None:
        return None
    wall = timing.wall(planned.chosen, snapshot.person)
    return planned.day, wall.date(), wall.time()


def reminder(snapshot: Snapshot, **changes: Any) -> Text:
    """When the reminder of a check-in comes, if the person's fields were `changes`: so long after it, or,
    where quiet hours or the ceiling are in the way, at another time or not at all."""
    person = snapshot.person.replace(**changes)
    asked = timing.asked_at(snapshot.today, person)
    if person.reminder_after is None or asked is None:
        return Text("settings-reminder-none")
    if NUDGE_CEILING.of_week(snapshot.replace(person=person))[NudgeKind.REMINDER] < 1:
        return Text("settings-reminder-no-ceiling")
    asked = asked if person.exactly else timing.eased(asked, person)
    at = timing.reminded_at(asked, person)
    if at is None:
        return Text("settings-reminder-no-room")
    if at - asked == timedelta(minutes=person.reminder_after):
        return Text("settings-after", {"minutes": person.reminder_after})
    clock = timing.wall(at, person).time().replace(second=0, microsecond=0)
    return Text("settings-reminder-at", {"time": clock})


def fewer_days(snapshot: Snapshot, **changes: Any) -> Text | None:
    """The days of which check-ins ask, where the ceiling allows fewer than plans apply on; None else."""
    snapshot = snapshot.replace(person=snapshot.person.replace(**changes))
    asked = NUDGE_CEILING.asked_on(snapshot)
    applying = {day for plan in ceiling.weekdays(snapshot, snapshot.today) for day in plan}
    return weekdays.words(asked) if 0 < len(asked) < len(applying) else None


def asked_about(snapshot: Snapshot, enrolment: Enrolment) -> Text | None:
    """The days on which check-ins ask about a plan, where the ceiling allows fewer than it applies on; None
    where all are."""
    mine = enrolment.own.weekdays if enrolment.own else ceiling.EVERY_DAY
    asked = tuple(day for day in NUDGE_CEILING.asked_on(snapshot) if day in mine)
    if len(asked) == len(mine):
        return None
    return Text("plans-card-asked", {"days": weekdays.words(asked)}) if asked else Text("plans-card-unasked")


def ruled_out(snapshot: Snapshot, **changes: Any) -> tuple[Text, ...]:
    """How a change of the person's fields affects the reminder, reflections and summary, as far as quiet
    hours or the ceiling move them or leave no room for them as they did not before."""
    after = snapshot.person.replace(**changes)
    moved = reminder(snapshot, **changes)
    notes = []
    if moved.key not in ("settings-after", "settings-reminder-none") and moved != reminder(snapshot):
        notes.append(Text(f"{moved.key}-now", moved.args))
    if not after.ceiling:
        return ()
    before, shares = NUDGE_CEILING.shares(snapshot.person), NUDGE_CEILING.shares(after)
    if shares[NudgeKind.REFLECTION] < min(after.reflections_a_week, before[NudgeKind.REFLECTION]):
        notes.append(Text("settings-reflections-now", {"n": shares[NudgeKind.REFLECTION]}))
    if shares[NudgeKind.WEEK] < before[NudgeKind.WEEK]:
        notes.append(Text("settings-week-now"))
    return tuple(notes)
