"""What the coach will send next, and whether a message that is due still makes sense.

`upcoming` is computed anew after every turn and every message; `verdict` has the last word when a moment has
come, because hours may lie between the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.core.calendar import timing
from bot.core.model.nudge import Kind, Sent
from bot.core.model.snapshot import Facts
from bot.core.nudges import ceiling
from bot.core.progress import habits

HORIZON = 22  # days looked ahead: a fortnight of back-off and a week of days that don't apply
REMINDER_HOURS, WEEK_HOURS = 2, 36  # how late they still make sense
REFLECT_AT, REFLECT_ELSE = time(12, 30), time(18)
SETTLING = 2  # days after the first plan began, before the coach asks a reflection of its own accord
ASKING = (Kind.CHECKIN, Kind.REMINDER)
LATEST_HOURS = 8  # how late a check-in of the small hours still makes sense: as long as one of the evening
SUMMARIES_APART = 4  # days between two, where their day was changed
LOOKED_BACK = timedelta(days=14)  # after the last plan was over: two weekly moments, so that one has room


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
    if kind is Kind.WEEK and not facts.running and day not in _days_to_look_back(facts):
        return Drop("over")
    if timing.in_quiet_hours(facts.now, facts.person):
        quiet_until = timing.end_of_quiet(facts.now, facts.person)
        if not facts.person.exactly:
            quiet_until = timing.eased(quiet_until, facts.person)
        return Drop("quiet") if kind is Kind.REMINDER else Postpone(quiet_until)
    if ceiling.room(facts, kind) < 1:
        return Drop("ceiling")
    if kind not in (Kind.CHECKIN, Kind.LATER) and _only_one(facts):
        return Drop("return")
    free = max((s.at + timing.APART for s in facts.sent), default=facts.now)
    waits = kind is not Kind.LATER and not (kind in ASKING and _lost_by(free, facts))
    return Postpone(free) if waits and free > facts.now else Send()


def _lost_by(moment: datetime, facts: Facts) -> bool:
    """Whether a check-in or its reminder would not come at all if it waited until then: a summary can come
    just before the quiet hours begin."""
    here = facts.person
    return timing.in_quiet_hours(moment, here) or timing.local_day(moment, here) != facts.today


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
    if kind is Kind.REMINDER and late > timedelta(hours=REMINDER_HOURS):
        return True
    if kind in ASKING and facts.today == day + timing.DAY:
        return not timing.asks_next_day(facts.person) or late > timedelta(hours=LATEST_HOURS)
    return facts.today != day


def _only_one(facts: Facts) -> bool:
    """Whether this is a day of return, after a week without an answer in which hardly anything was sent: it
    brings a check-in and nothing else."""
    week_ago = facts.today - timedelta(days=ceiling.WEEK)
    if not any(e.started_on < week_ago for e in facts.running):
        return False
    if any(week_ago <= day < facts.today for _, day in facts.entries):
        return False
    return sum(week_ago <= timing.local_day(s.at, facts.person) < facts.today for s in facts.sent) <= 1


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


def _next(kind: Kind, moments: Iterable[tuple[date, datetime | None]], facts: Facts) -> Due | None:
    """The first of these days and moments that is still to come and has not been used."""
    used = _sent_on(kind, facts) | {day for one, day in facts.closed if one is kind}
    to_the_minute = facts.person.exactly and kind is not Kind.REFLECTION  # whose time nobody chose
    for day, chosen in moments:
        if chosen is None or day in used or chosen + timing.SPREAD <= facts.now:
            continue
        moment = chosen if to_the_minute else timing.eased(chosen, facts.person)
        if moment > facts.now:
            return Due(kind, day, moment, chosen)
    return None


def _checkin(facts: Facts) -> Due | None:
    every = timing.pace(facts.person.ignored).every
    if not every:
        return None
    last = max(_sent_on(Kind.CHECKIN, facts), default=date.min)
    moments = (
        (day, timing.asked_at(day, facts.person))
        for day in _days_to_ask_about(facts)
        if (day - last).days >= every and _is_asked_about(day, facts)
    )
    return _next(Kind.CHECKIN, moments, facts)


def _days_to_ask_about(facts: Facts) -> Iterator[date]:
    """The days ahead, and before them yesterday, where it is asked about in the small hours of today."""
    until = facts.person.paused_until
    if timing.asks_next_day(facts.person) and (until is None or until < facts.today):
        yield facts.today - timing.DAY
    yield from _days(facts)


def _is_asked_about(day: date, facts: Facts) -> bool:
    """Whether a check-in of that day is wanted, and allowed by what was sent until now."""
    if day.weekday() not in ceiling.asked_on(facts, day) or not habits.unanswered(facts, day):
        return False
    sent_on = day + timing.DAY if timing.asks_next_day(facts.person) else day
    return day in _sent_on(Kind.CHECKIN, facts) or ceiling.room(facts, Kind.CHECKIN, sent_on) > 0


def _reminder(facts: Facts) -> Due | None:
    """One, while the check-in that came today is open, and only at the daily pace."""
    asked = max((s for s in facts.sent if s.kind is Kind.CHECKIN), key=lambda s: s.at, default=None)
    if asked is None or timing.local_day(asked.at, facts.person) != facts.today or _only_one(facts):
        return None
    if any(s.kind in (Kind.LATER, Kind.REMINDER) and s.day == asked.day for s in facts.sent):
        return None
    if timing.pace(facts.person.ignored) is not timing.DAILY or not habits.unanswered(facts, asked.day):
        return None
    at = timing.reminded_at(asked.at, facts.person)
    return Due(Kind.REMINDER, asked.day, at, at) if at is not None and at > facts.now else None


def _reflection(facts: Facts) -> Due | None:
    times = ceiling.shares(facts.person)[Kind.REFLECTION]
    begun = min((e.started_on for e in facts.running), default=None)
    if not times or begun is None or timing.pace(facts.person.ignored) is not timing.DAILY:
        return None
    first = begun + timedelta(days=SETTLING)
    near = abs(facts.person.checkin_at.hour - REFLECT_AT.hour) < 2
    at = REFLECT_ELSE if near else REFLECT_AT
    days = (d for d in _days(facts) if d >= first and ceiling.falls_on(d, times, facts.person.id))
    moments = ((day, timing.moment(day, at, facts.person)) for day in days if _has_room(day, facts))
    return _next(Kind.REFLECTION, moments, facts)


def _week(facts: Facts) -> Due | None:
    """The summary, unless the person has been silent so long that only check-ins still come. It comes on its
    day of the calendar, also in the small hours that still count for the day before."""
    if timing.pace(facts.person.ignored) not in (timing.DAILY, timing.SECOND_DAY):
        return None
    at, early = facts.person.week_at, facts.person.week_at < facts.person.day_start
    last = max(_sent_on(Kind.WEEK, facts), default=date.min)
    moments = (
        (day, timing.moment(day, at, facts.person))
        for day in _days_to_sum_up(facts)
        if (day + timing.DAY if early else day).weekday() == facts.person.week_day
        and ((day - last).days >= SUMMARIES_APART or day == last)
        and _has_room(day, facts)
    )
    return _next(Kind.WEEK, moments, facts)


def _days_to_sum_up(facts: Facts) -> Iterator[date]:
    """The days ahead on which a summary may come; where no plan runs any more, one look back."""
    if facts.running:
        yield from _days(facts) if ceiling.shares(facts.person)[Kind.WEEK] else ()
        return
    wanted = _days_to_look_back(facts)
    yield from (day for day in _days(facts) if day in wanted and ceiling.room(facts, Kind.WEEK, day) > 0)


def over_since(facts: Facts) -> date | None:
    """The day on which the last plan was over; None while one runs, and where there never was one."""
    ends = [e.rests[-1].first for e in facts.enrolments if e.rests and e.rests[-1].until is None]
    return None if facts.running else max(ends, default=None)


def _days_to_look_back(facts: Facts) -> frozenset[date]:
    """The days on which one look back may come after the last plan; none once it came."""
    since = over_since(facts)
    if since is None or any(day > since for day in _sent_on(Kind.WEEK, facts)):
        return frozenset()
    return frozenset(since + timing.DAY * n for n in range(1, LOOKED_BACK.days + 1))


def _has_room(day: date, facts: Facts) -> bool:
    """Whether more than the check-in may come on that day."""
    return day != facts.today or not _only_one(facts)
