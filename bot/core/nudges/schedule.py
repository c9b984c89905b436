"""What the coach will send next, and whether a message that is due still makes sense.

`upcoming` is computed anew after every turn and every message; `verdict` has the last word when a moment has
come, because hours may lie between the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendar import timing
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import ceiling
from bot.core.progress import habits

HORIZON = 22  # days looked ahead: a fortnight of back-off and a week of days that don't apply
REMINDER_HOURS, WEEK_HOURS = 2, 36  # how late they still make sense
REFLECT_AT, REFLECT_ELSE = time(12, 30), time(18)
SETTLING = 2  # days after the first plan began, before the coach asks a reflection of its own accord
ASKING = (NudgeKind.CHECKIN, NudgeKind.REMINDER)
LATEST_HOURS = 8  # how late a check-in of the small hours still makes sense: as long as one of the evening
SUMMARIES_APART = 4  # days between two, where their day was changed
LOOKED_BACK = timedelta(days=14)  # after the last plan was over: two weekly moments, so that one has room


@dataclass(frozen=True, slots=True)
class PlannedNudge:
    """A message to come: `day` is the local day that it is about, `at` the moment (UTC), `chosen` the one
    that people know of, up to a few minutes before."""

    kind: NudgeKind
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


def upcoming(snapshot: Snapshot) -> tuple[PlannedNudge, ...]:
    """The next message of each kind, as it stands now. A "later" is the person's own and not among them."""
    if not snapshot.person.listens:
        return ()
    found = (_checkin(snapshot), _reminder(snapshot), _reflection(snapshot), _week(snapshot))
    return tuple(due for due in found if due is not None)


def verdict(kind: NudgeKind, day: date, due: datetime, snapshot: Snapshot) -> Verdict:
    """Whether a message that is due is sent now, later or never."""
    if not snapshot.person.listens or _paused(snapshot.today, snapshot):
        return Drop("resting")
    if _stale(kind, day, due, snapshot):
        return Drop("stale")
    if kind in (NudgeKind.CHECKIN, NudgeKind.REMINDER, NudgeKind.LATER) and not habits.unanswered(
        snapshot, day
    ):
        return Drop("answered")
    if kind is NudgeKind.WEEK and not snapshot.running and day not in _days_to_look_back(snapshot):
        return Drop("over")
    if timing.in_quiet_hours(snapshot.now, snapshot.person):
        quiet_until = timing.end_of_quiet(snapshot.now, snapshot.person)
        if not snapshot.person.exactly:
            quiet_until = timing.eased(quiet_until, snapshot.person)
        return Drop("quiet") if kind is NudgeKind.REMINDER else Postpone(quiet_until)
    if ceiling.room(snapshot, kind) < 1:
        return Drop("ceiling")
    if kind not in (NudgeKind.CHECKIN, NudgeKind.LATER) and _only_one(snapshot):
        return Drop("return")
    free = max((s.at + timing.APART for s in snapshot.sent), default=snapshot.now)
    waits = kind is not NudgeKind.LATER and not (kind in ASKING and _lost_by(free, snapshot))
    return Postpone(free) if waits and free > snapshot.now else Send()


def _lost_by(moment: datetime, snapshot: Snapshot) -> bool:
    """Whether a check-in or its reminder would not come at all if it waited until then: a summary can come
    just before the quiet hours begin."""
    here = snapshot.person
    return timing.in_quiet_hours(moment, here) or timing.local_day(moment, here) != snapshot.today


def arrived(kind: NudgeKind, day: date, snapshot: Snapshot) -> Snapshot:
    """The facts as they are once a message has been sent now."""
    person = snapshot.person
    if kind is NudgeKind.CHECKIN:
        person = person.replace(ignored=person.ignored + 1)
    return snapshot.replace(person=person, sent=(*snapshot.sent, SentNudge(kind, day, snapshot.now)))


def _stale(kind: NudgeKind, day: date, due: datetime, snapshot: Snapshot) -> bool:
    late = snapshot.now - due
    if kind is NudgeKind.WEEK:
        return late > timedelta(hours=WEEK_HOURS)
    if kind is NudgeKind.REMINDER and late > timedelta(hours=REMINDER_HOURS):
        return True
    if kind in ASKING and snapshot.today == day + timing.DAY:
        return not timing.asks_next_day(snapshot.person) or late > timedelta(hours=LATEST_HOURS)
    return snapshot.today != day


def _only_one(snapshot: Snapshot) -> bool:
    """Whether this is a day of return, after a week without an answer in which hardly anything was sent: it
    brings a check-in and nothing else."""
    week_ago = snapshot.today - timedelta(days=ceiling.WEEK)
    if not any(e.started_on < week_ago for e in snapshot.running):
        return False
    if any(week_ago <= day < snapshot.today for _, day in snapshot.entries):
        return False
    return (
        sum(week_ago <= timing.local_day(s.at, snapshot.person) < snapshot.today for s in snapshot.sent) <= 1
    )


def _paused(day: date, snapshot: Snapshot) -> bool:
    return snapshot.person.paused_until is not None and day < snapshot.person.paused_until


def _days(snapshot: Snapshot) -> Iterator[date]:
    """The days ahead on which anything may come: from today, or from the end of a pause, however far it
    is."""
    begins = [e.paused_until or snapshot.today for e in snapshot.running]
    first = max(
        snapshot.today, snapshot.person.paused_until or snapshot.today, min(begins, default=snapshot.today)
    )
    return (first + timedelta(days=n) for n in range(HORIZON))


def _sent_on(kind: NudgeKind, snapshot: Snapshot) -> set[date]:
    return {s.day for s in snapshot.sent if s.kind is kind}


def _next(
    kind: NudgeKind, moments: Iterable[tuple[date, datetime | None]], snapshot: Snapshot
) -> PlannedNudge | None:
    """The first of these days and moments that is still to come and has not been used."""
    used = _sent_on(kind, snapshot) | {day for one, day in snapshot.closed if one is kind}
    to_the_minute = snapshot.person.exactly and kind is not NudgeKind.REFLECTION  # whose time nobody chose
    for day, chosen in moments:
        if chosen is None or day in used or chosen + timing.SPREAD <= snapshot.now:
            continue
        moment = chosen if to_the_minute else timing.eased(chosen, snapshot.person)
        if moment > snapshot.now:
            return PlannedNudge(kind, day, moment, chosen)
    return None


def _checkin(snapshot: Snapshot) -> PlannedNudge | None:
    every = timing.pace(snapshot.person.ignored).every
    if not every:
        return None
    last = max(_sent_on(NudgeKind.CHECKIN, snapshot), default=date.min)
    moments = (
        (day, timing.asked_at(day, snapshot.person))
        for day in _days_to_ask_about(snapshot)
        if (day - last).days >= every and _is_asked_about(day, snapshot)
    )
    return _next(NudgeKind.CHECKIN, moments, snapshot)


def _days_to_ask_about(snapshot: Snapshot) -> Iterator[date]:
    """The days ahead, and before them yesterday, where it is asked about in the small hours of today."""
    until = snapshot.person.paused_until
    if timing.asks_next_day(snapshot.person) and (until is None or until < snapshot.today):
        yield snapshot.today - timing.DAY
    yield from _days(snapshot)


def _is_asked_about(day: date, snapshot: Snapshot) -> bool:
    """Whether a check-in of that day is wanted, and allowed by what was sent until now."""
    if day.weekday() not in ceiling.asked_on(snapshot, day) or not habits.unanswered(snapshot, day):
        return False
    sent_on = day + timing.DAY if timing.asks_next_day(snapshot.person) else day
    return (
        day in _sent_on(NudgeKind.CHECKIN, snapshot) or ceiling.room(snapshot, NudgeKind.CHECKIN, sent_on) > 0
    )


def _reminder(snapshot: Snapshot) -> PlannedNudge | None:
    """One, while the check-in that came today is open, and only at the daily pace."""
    asked = max((s for s in snapshot.sent if s.kind is NudgeKind.CHECKIN), key=lambda s: s.at, default=None)
    if asked is None or timing.local_day(asked.at, snapshot.person) != snapshot.today or _only_one(snapshot):
        return None
    if any(s.kind in (NudgeKind.LATER, NudgeKind.REMINDER) and s.day == asked.day for s in snapshot.sent):
        return None
    if timing.pace(snapshot.person.ignored) is not timing.DAILY or not habits.unanswered(snapshot, asked.day):
        return None
    at = timing.reminded_at(asked.at, snapshot.person)
    return (
        PlannedNudge(NudgeKind.REMINDER, asked.day, at, at) if at is not None and at > snapshot.now else None
    )


def _reflection(snapshot: Snapshot) -> PlannedNudge | None:
    times = ceiling.shares(snapshot.person)[NudgeKind.REFLECTION]
    begun = min((e.started_on for e in snapshot.running), default=None)
    if not times or begun is None or timing.pace(snapshot.person.ignored) is not timing.DAILY:
        return None
    first = begun + timedelta(days=SETTLING)
    near = abs(snapshot.person.checkin_at.hour - REFLECT_AT.hour) < 2
    at = REFLECT_ELSE if near else REFLECT_AT
    days = (d for d in _days(snapshot) if d >= first and ceiling.falls_on(d, times, snapshot.person.id))
    moments = ((day, timing.moment(day, at, snapshot.person)) for day in days if _has_room(day, snapshot))
    return _next(NudgeKind.REFLECTION, moments, snapshot)


def _week(snapshot: Snapshot) -> PlannedNudge | None:
    """The summary, unless the person has been silent so long that only check-ins still come. It comes on its
    day of the calendar, also in the small hours that still count for the day before."""
    if timing.pace(snapshot.person.ignored) not in (timing.DAILY, timing.SECOND_DAY):
        return None
    at, early = snapshot.person.week_at, snapshot.person.week_at < snapshot.person.day_start
    last = max(_sent_on(NudgeKind.WEEK, snapshot), default=date.min)
    moments = (
        (day, timing.moment(day, at, snapshot.person))
        for day in _days_to_sum_up(snapshot)
        if (day + timing.DAY if early else day).weekday() == snapshot.person.week_day
        and ((day - last).days >= SUMMARIES_APART or day == last)
        and _has_room(day, snapshot)
    )
    return _next(NudgeKind.WEEK, moments, snapshot)


def _days_to_sum_up(snapshot: Snapshot) -> Iterator[date]:
    """The days ahead on which a summary may come; where no plan runs any more, one look back."""
    if snapshot.running:
        yield from _days(snapshot) if ceiling.shares(snapshot.person)[NudgeKind.WEEK] else ()
        return
    wanted = _days_to_look_back(snapshot)
    yield from (
        day for day in _days(snapshot) if day in wanted and ceiling.room(snapshot, NudgeKind.WEEK, day) > 0
    )


def over_since(snapshot: Snapshot) -> date | None:
    """The day on which the last plan was over; None while one runs, and where there never was one."""
    ends = [e.rests[-1].first for e in snapshot.enrolments if e.rests and e.rests[-1].until is None]
    return None if snapshot.running else max(ends, default=None)


def _days_to_look_back(snapshot: Snapshot) -> frozenset[date]:
    """The days on which one look back may come after the last plan; none once it came."""
    since = over_since(snapshot)
    if since is None or any(day > since for day in _sent_on(NudgeKind.WEEK, snapshot)):
        return frozenset()
    return frozenset(since + timing.DAY * n for n in range(1, LOOKED_BACK.days + 1))


def _has_room(day: date, snapshot: Snapshot) -> bool:
    """Whether more than the check-in may come on that day."""
    return day != snapshot.today or not _only_one(snapshot)
