"""How often the coach may write of its own accord: a published ceiling, and each kind's share of it.

The ceiling holds for any seven local days in a row. Everything counts that the person didn't just write for:
check-ins, reminders, "later"s, reflections and weekly summaries. Answers in a conversation do not.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.core import timing
from bot.core.model import Facts, Kind, Person, Sent

WEEK = 7


def shares(person: Person) -> dict[Kind, int]:
    """How many messages of each kind a week of seven days has room for.

    The weekly summary comes first, then reflections (a quarter of the rest at most), then check-ins up to
    one a day; what is left is for reminders and "later".

    >>> {str(kind): n for kind, n in shares(Person(1, ceiling=10)).items()}
    {'week': 1, 'reflection': 1, 'checkin': 7, 'reminder': 1}
    """
    week = min(1, person.ceiling)
    rest = person.ceiling - week
    reflections = min(person.reflections_a_week, rest // 4)
    checkins = min(WEEK, rest - reflections)
    return {
        Kind.WEEK: week,
        Kind.REFLECTION: reflections,
        Kind.CHECKIN: checkins,
        Kind.REMINDER: rest - reflections - checkins,
    }


def lately(facts: Facts, day: date | None = None) -> tuple[Sent, ...]:
    """What was sent in the seven local days that end with `day` (today)."""
    last = day or facts.today
    since = last - timedelta(days=WEEK)
    return tuple(s for s in facts.sent if since < timing.local_day(s.at, facts.person) <= last)


def room(facts: Facts, kind: Kind = Kind.LATER) -> int:
    """How many messages of that kind may still be sent today. The summary's place is kept free for it."""
    sent = lately(facts)
    left = facts.person.ceiling - len(sent)
    if kind is Kind.WEEK:
        return left
    share = shares(facts.person)
    if not any(s.kind is Kind.WEEK for s in sent):
        left -= share[Kind.WEEK]
    if kind is Kind.LATER:
        return left
    return min(left, share[kind] - sum(_counts_as(s.kind) is kind for s in sent))


def _counts_as(kind: Kind) -> Kind:
    """A "later" uses up a reminder's place."""
    return Kind.REMINDER if kind is Kind.LATER else kind


def falls_on(day: date, times: int, phase: int = 0) -> bool:
    """Whether one of `times` evenly spread days a week falls on `day`: in any seven days exactly `times` do.

    >>> from datetime import date, timedelta
    >>> sum(falls_on(date(2026, 11, 23) + timedelta(days=n), 3) for n in range(7))
    3
    """
    return ((day.toordinal() + phase) * times) % WEEK < times
