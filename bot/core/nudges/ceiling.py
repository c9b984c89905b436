"""How often the coach may write of its own accord: a published ceiling, and each kind's share of it.

The ceiling holds for any seven local days in a row. Everything counts that the person didn't just write for:
check-ins, reminders, "later"s, reflections and weekly summaries. Answers in a conversation do not.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from bot.core.calendar import timing
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits

WEEK = 7
Weekdays: TypeAlias = tuple[int, ...]  # 0 is Monday
EVERY_DAY: Weekdays = tuple(range(WEEK))


def shares(person: Person, days: int = WEEK) -> dict[NudgeKind, int]:
    """How many messages of each kind a week has room for in which a plan applies on so many `days`.

    The weekly summary comes first, unless one message is all, then reflections (a quarter of the rest at
    most), then check-ins up to one a day; what is left is for reminders and "later".

    >>> {str(kind): n for kind, n in shares(Person(1, ceiling=10)).items()}
    {'week': 1, 'reflection': 1, 'checkin': 7, 'reminder': 1}
    """
    week = 1 if person.ceiling > 1 else 0
    rest = person.ceiling - week
    reflections = min(person.reflections_a_week, rest // 4)
    checkins = min(days, rest - reflections)
    return {
        NudgeKind.WEEK: week,
        NudgeKind.REFLECTION: reflections,
        NudgeKind.CHECKIN: checkins,
        NudgeKind.REMINDER: rest - reflections - checkins,
    }


def weekdays(snapshot: Snapshot, day: date) -> tuple[Weekdays, ...]:
    """The weekdays of each plan that runs on a local day."""
    return tuple(
        e.own.on(day).weekdays if e.own else EVERY_DAY
        for e in snapshot.enrolments
        if e.started_on <= day and habits.active_on(e, day) and habits.known(snapshot, e)
    )


def of_week(snapshot: Snapshot, day: date | None = None) -> dict[NudgeKind, int]:
    """The shares of a week in which the plans run that run on `day` (today)."""
    applying = {weekday for plan in weekdays(snapshot, day or snapshot.today) for weekday in plan}
    return shares(snapshot.person, len(applying) or WEEK)


def asked_on(snapshot: Snapshot, day: date | None = None) -> Weekdays:
    """The weekdays of which check-ins ask, while the plans run that run on `day` (today)."""
    plans = weekdays(snapshot, day or snapshot.today)
    return spread(plans, shares(snapshot.person)[NudgeKind.CHECKIN])


@lru_cache(maxsize=4096)
def spread(plans: tuple[Weekdays, ...], times: int) -> Weekdays:
    """At most so many of the weekdays on which a plan applies: all, where there are no more. Of fewer each
    plan gets one if it can be, and they lie as evenly as they can.

    >>> spread(((0,),), 2), spread((EVERY_DAY, (0,)), 2), spread((EVERY_DAY,), 0)
    ((0,), (0, 3), ())
    """
    applying = sorted({day for plan in plans for day in plan})
    some = combinations(applying, min(times, len(applying)))
    return max(some, key=lambda days: _worth(days, plans))


def _worth(days: Weekdays, plans: tuple[Weekdays, ...]) -> tuple[int, int, int]:
    """The order of choices of weekdays, best first: plans that are asked about at all, then evenness
    (squares of the gaps, around the week), then the plans asked about in all."""
    asked = [len(set(days) & set(plan)) for plan in plans]
    gaps = [(after - day) % WEEK or WEEK for day, after in zip(days, days[1:] + days[:1], strict=True)]
    return sum(n > 0 for n in asked), -sum(gap * gap for gap in gaps), sum(asked)


def lately(snapshot: Snapshot, day: date | None = None) -> tuple[SentNudge, ...]:
    """What was sent in the seven local days that end with `day` (today)."""
    last = day or snapshot.today
    since = last - timedelta(days=WEEK)
    return tuple(s for s in snapshot.sent if since < timing.local_day(s.at, snapshot.person) <= last)


def room(snapshot: Snapshot, kind: NudgeKind = NudgeKind.LATER, day: date | None = None) -> int:
    """How many messages of that kind may still be sent on a local day (today), by what was sent until now.
    The summary's place is kept free for it."""
    sent = lately(snapshot, day)
    left = snapshot.person.ceiling - len(sent)
    if kind is NudgeKind.WEEK:
        return left
    share = of_week(snapshot, day) if kind is NudgeKind.REMINDER else shares(snapshot.person)
    if not any(s.kind is NudgeKind.WEEK for s in sent):
        left -= share[NudgeKind.WEEK]
    if kind is NudgeKind.LATER:
        return left
    return min(left, share[kind] - sum(_counts_as(s.kind) is kind for s in sent))


def _counts_as(kind: NudgeKind) -> NudgeKind:
    """A "later" uses up a reminder's place."""
    return NudgeKind.REMINDER if kind is NudgeKind.LATER else kind


def falls_on(day: date, times: int, phase: int = 0) -> bool:
    """Whether one of `times` evenly spread days a week falls on `day`: in any seven days exactly `times` do.

    >>> from datetime import date, timedelta
    >>> sum(falls_on(date(2026, 11, 23) + timedelta(days=n), 3) for n in range(7))
    3
    """
    return ((day.toordinal() + phase) * times) % WEEK < times
