"""What the coach will send next, and whether a message that is due still makes sense.

`upcoming` is computed anew after every turn and every message; `verdict` has the last word when a moment has
come, because hours may lie between the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.core import ceiling, habits, timing
from bot.core.model import Facts, Kind, Sent

HORIZON = 22  # days looked ahead: a fortnight of back-off and a week of days that don't apply
REMINDER_HOURS, WEEK_HOURS = 2, 36  # how late they still make sense
APART = timedelta(minutes=30)  # between two messages of the coach's own accord
REFLECT_AT, REFLECT_ELSE = time(12, 30), time(18)
SETTLING = 2  # days after the first plan began, before the coach asks a reflection of its own accord


@dataclass(frozen=True, slots=True)
class Due:
    """A message to come: `day` is the local day that it is about, `at` the moment (UTC), `chosen` the one
    that people know of, up to a few minutes before."""

    kind: Kind
    day: date
    at: datetime
    chosen: datetime


@dataclass(frozen=True, slots=True)
class Send:
    """Send it now."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Never send it; `reason` is a word for logs and metrics."""

    reason: str


@dataclass(frozen=True, slots=True)
class Postpone:
    """Look again at that moment (UTC)."""

    until: datetime


Verdict = Send | Drop | Postpone


def upcoming(facts: Facts) -> tuple[Due, ...]:
    """The next message of each kind, as it stands now. A "later" is the person's own and not among them."""
    if not facts.person.listens:
        return ()
    found = (_checkin(facts), _reminder(facts), _reflection(facts), _week(facts))
    return tuple(due for due in found if due is not None)


def verdict(kind: Kind, day: date, due: datetime, facts: Facts) -> Verdict:
    """Whether a message that is due is sent now, later or never."""
    if not facts.person.listens or _paused(facts.today, facts):
        return Drop("resting")
    if _stale(kind, day, due, facts):
        return Drop("stale")
    if kind in (Kind.CHECKIN, Kind.REMINDER, Kind.LATER) and not habits.unanswered(facts, day):
        return Drop("answered")
    if timing.in_quiet_hours(facts.now, facts.person):
        quiet_until = timing.end_of_quiet(facts.now, facts.person)
        if not facts.person.exactly:
            quiet_until = timing.eased(quiet_until, facts.person)
        return Drop("quiet") if kind is Kind.REMINDER else Postpone(quiet_until)
    if ceiling.room(facts, kind) < 1:
        return Drop("ceiling")
    last = max((s.at for s in facts.sent), default=None)
    if last is not None and last + APART > facts.now:
        return Postpone(last + APART)
    return Send()


def arrived(kind: Kind, day: date, facts: Facts) -> Facts:
    """The facts as they are once a message has been sent now."""
    person = facts.person
    if kind is Kind.CHECKIN:
        person = replace(person, ignored=person.ignored + 1)
    return replace(facts, person=person, sent=(*facts.sent, Sent(kind, day, facts.now)))


def _stale(kind: Kind, day: date, due: datetime, facts: Facts) -> bool:
    late = facts.now - due
    if kind is Kind.WEEK:
        return late > timedelta(hours=WEEK_HOURS)
    return facts.today != day or (kind is Kind.REMINDER and late > timedelta(hours=REMINDER_HOURS))


def _paused(day: date, facts: Facts) -> bool:
    return facts.person.paused_until is not None and day < facts.person.paused_until


def _days(facts: Facts) -> Iterator[date]:
    """The days ahead on which anything may come: from today, or from the end of a pause, however far it
    is."""
    begins = [e.paused_until or facts.today for e in facts.running]
    first = max(facts.today, facts.person.paused_until or facts.today, min(begins, default=facts.today))
    return (first + timedelta(days=n) for n in range(HORIZON))


def _sent_on(kind: Kind, facts: Facts) -> set[date]:
    return {s.day for s in facts.sent if s.kind is kind}


def _next(kind: Kind, days: Iterator[date], at: time, facts: Facts) -> Due | None:
    """The first of `days` whose moment is still to come and has not been used."""
    used = _sent_on(kind, facts) | {day for one, day in facts.closed if one is kind}
    to_the_minute = facts.person.exactly and kind is not Kind.REFLECTION  # whose time nobody chose
    for day in days:
        chosen = timing.moment(day, at, facts.person)
        if chosen is None or day in used or chosen + timing.SPREAD <= facts.now:
            continue
        moment = chosen if to_the_minute else timing.eased(chosen, facts.person)
        if moment > facts.now:
            return Due(kind, day, moment, chosen)
    return None


def _checkin(facts: Facts) -> Due | None:
    every = timing.pace(facts.person.ignored).every
    times = ceiling.shares(facts.person)[Kind.CHECKIN]
    if not every or not times:
        return None
    last = max(_sent_on(Kind.CHECKIN, facts), default=date.min)
    days = (
        day
        for day in _days(facts)
        if (day - last).days >= every and ceiling.falls_on(day, times) and habits.unanswered(facts, day)
    )
    return _next(Kind.CHECKIN, days, facts.person.checkin_at, facts)


def _reminder(facts: Facts) -> Due | None:
    """One, while today's check-in was asked and is open, and only at the daily pace."""
    after = facts.person.reminder_after
    asked = [s.at for s in facts.sent if s.kind is Kind.CHECKIN and s.day == facts.today]
    later = any(s.kind is Kind.LATER and s.day == facts.today for s in facts.sent)
    if after is None or not asked or later or facts.today in _sent_on(Kind.REMINDER, facts):
        return None
    if timing.pace(facts.person.ignored) is not timing.DAILY or not habits.unanswered(facts, facts.today):
        return None
    at = asked[0] + timedelta(minutes=after)
    return Due(Kind.REMINDER, facts.today, at, at) if at > facts.now else None


def _reflection(facts: Facts) -> Due | None:
    times = ceiling.shares(facts.person)[Kind.REFLECTION]
    begun = min((e.started_on for e in facts.running), default=None)
    if not times or begun is None or timing.pace(facts.person.ignored) is not timing.DAILY:
        return None
    first = begun + timedelta(days=SETTLING)
    days = (d for d in _days(facts) if d >= first and ceiling.falls_on(d, times, facts.person.id))
    near = abs(facts.person.checkin_at.hour - REFLECT_AT.hour) < 2
    return _next(Kind.REFLECTION, days, REFLECT_ELSE if near else REFLECT_AT, facts)


def _week(facts: Facts) -> Due | None:
    """The summary, unless the person has been silent so long that only check-ins still come."""
    if not ceiling.shares(facts.person)[Kind.WEEK] or not facts.running:
        return None
    if timing.pace(facts.person.ignored) not in (timing.DAILY, timing.SECOND_DAY):
        return None
    days = (day for day in _days(facts) if day.weekday() == facts.person.week_day)
    return _next(Kind.WEEK, days, facts.person.week_at, facts)
