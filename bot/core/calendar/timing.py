"""When things are due: local days, moments, quiet hours, back-off. Pure; `now` is always an argument.

A *local day* is a date as the person lives it: it begins at `person.day_start` (04:00), not at midnight. A
moment is an aware UTC datetime, computed from the wall time by zoneinfo with `fold=0`, which is what
RFC 5545 §3.3.5 says: in a gap the offset before it (unless that leads out of the day or into quiet hours), of
a repeated hour the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zlib import crc32

from bot.core.model.localtime import zone
from bot.core.model.person import Person

DAY = timedelta(days=1)
SPREAD = timedelta(minutes=5)  # half a country asks for 20:00, and no platform takes so many at once
NIGHT_ENDS = time(6)  # a check-in before that hour is about the evening before, whenever the day begins
APART = timedelta(minutes=30)  # between two messages of the coach's own accord
BEFORE_QUIET = timedelta(minutes=5)  # so much earlier a reminder comes that quiet hours would swallow


@dataclass(frozen=True, slots=True)
class BackOff:
    """How often a check-in comes: every `every` days; 0 = not at all until the person writes."""

    name: str
    every: int


DAILY, SECOND_DAY = BackOff("daily", 1), BackOff("second-day", 2)
WEEKLY, FORTNIGHTLY, SILENT = BackOff("weekly", 7), BackOff("fortnightly", 14), BackOff("silent", 0)
# Check-ins in a row without any sign of the person, from which a pace holds. Twice weekly, weekly,
# fortnightly is what JOOL did (shared evidence); silence at the end is ours.
BACK_OFF = ((9, SILENT), (7, FORTNIGHTLY), (5, WEEKLY), (3, SECOND_DAY), (0, DAILY))


def pace(ignored: int) -> BackOff:
    """The pace after so many ignored check-ins.

    >>> [pace(n).name for n in (0, 2, 3, 5, 7, 9)]
    ['daily', 'daily', 'second-day', 'weekly', 'fortnightly', 'silent']
    """
    return next(p for least, p in BACK_OFF if ignored >= least)


def wall(now: datetime, person: Person) -> datetime:
    """The person's wall clock: a naive datetime."""
    return now.astimezone(zone(person.zone)).replace(tzinfo=None)


def local_day(now: datetime, person: Person) -> date:
    """The local day that `now` belongs to."""
    start = person.day_start
    return (wall(now, person) - timedelta(hours=start.hour, minutes=start.minute)).date()


def exists(day: date, person: Person) -> bool:
    """Whether the zone has that date at all: Apia has no 2011-12-30."""
    noon = datetime.combine(day, time(12), zone(person.zone))
    return noon.astimezone(UTC).astimezone(noon.tzinfo).date() == day


def moment(day: date, at: time, person: Person) -> datetime | None:
    """The moment (UTC) of the wall time `at` on a local day; None for a date that does not exist there.

    A time before the start of the day belongs to the night that ends it.
    """
    date_on_the_wall = day + DAY if at < person.day_start else day
    if not exists(date_on_the_wall, person):
        return None
    asked = datetime.combine(date_on_the_wall, at, zone(person.zone))
    found = asked.astimezone(UTC)
    return found if wall(found, person).time() == at else _in_gap(day, asked, person)


def asks_next_day(person: Person) -> bool:
    """Whether the check-in comes after the start of the day that follows the one it is about: at 02:00, for a
    day that ended at midnight."""
    return person.day_start <= person.checkin_at < NIGHT_ENDS


def asked_at(day: date, person: Person) -> datetime | None:
    """The moment (UTC) of the check-in about a local day, which is over or in its evening by then; None as in
    `moment`. Where a clock change moves it into quiet hours, it comes as they end."""
    found = moment(day + DAY if asks_next_day(person) else day, person.checkin_at, person)
    if found is None or is_quiet(person.checkin_at, person.quiet_from, person.quiet_to):
        return found
    return end_of_quiet(found, person)


def reminded_at(asked: datetime, person: Person) -> datetime | None:
    """When the reminder of a check-in that came at `asked` comes: `reminder_after` minutes later (APART at
    least). Where quiet hours or the end of the day would swallow it: shortly before them, else as they end;
    None where neither fits into the same day, and without a reminder."""
    if person.reminder_after is None:
        return None
    wish = asked + max(timedelta(minutes=person.reminder_after), APART)
    day = local_day(asked, person)
    choices = (wish, _before(wish, asked, person), end_of_quiet(wish, person))
    fits = (m for m in choices if m - asked >= APART and local_day(m, person) == day)
    return next((m for m in fits if not in_quiet_hours(m, person)), None)


def _before(wish: datetime, asked: datetime, person: Person) -> datetime:
    """The last moment before `wish` that is well before the quiet hours and the end of the day."""
    starts = {person.day_start} | ({person.quiet_from} if person.quiet_from != person.quiet_to else set())
    here, today = zone(person.zone), wall(asked, person).date()
    ends = (datetime.combine(today + DAY * n, at, here).astimezone(UTC) for n in (0, 1) for at in starts)
    return min((end - BEFORE_QUIET for end in ends if asked < end <= wish), default=wish)


def _in_gap(day: date, asked: datetime, person: Person) -> datetime:
    """For a wall time that a clock change leaves out: as much later as the clock jumps. Where that is the
    next day or in quiet hours (and would be dropped): as much earlier, or as quiet hours end before it."""
    later, earlier = (asked.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    choices = (later, earlier, min(later, end_of_quiet(earlier, person)))
    fits = (m for m in choices if local_day(m, person) == day and not in_quiet_hours(m, person))
    return next(fits, later)


def in_quiet_hours(now: datetime, person: Person) -> bool:
    """Whether nothing is to be sent now. Equal ends mean: no quiet hours."""
    return is_quiet(wall(now, person).time(), person.quiet_from, person.quiet_to)


def is_quiet(at: time, quiet_from: time, quiet_to: time) -> bool:
    """Whether a wall time lies in the hours from `quiet_from` up to `quiet_to`, over midnight or not.

    >>> is_quiet(time(23), time(22), time(8)), is_quiet(time(8), time(22), time(8))
    (True, False)
    """
    if quiet_from <= quiet_to:
        return quiet_from <= at < quiet_to
    return at >= quiet_from or at < quiet_to


def end_of_quiet(now: datetime, person: Person) -> datetime:
    """The next moment at which the quiet hours are over; `now` itself outside of them."""
    if not in_quiet_hours(now, person):
        return now
    here = zone(person.zone)
    today = wall(now, person).date()
    ends = (datetime.combine(today + DAY * n, person.quiet_to, here).astimezone(UTC) for n in (0, 1, 2))
    return next(end for end in ends if end > now)


def fit_quiet(at: time, quiet_from: time, quiet_to: time) -> tuple[time, time]:
    """Quiet hours shrunk so that a message at the wall time `at` is outside of them: the nearer end moves.

    >>> fit_quiet(time(22, 30), time(22), time(8))
    (datetime.time(23, 0), datetime.time(8, 0))
    """
    if not is_quiet(at, quiet_from, quiet_to):
        return quiet_from, quiet_to
    since, until = _minutes(at) - _minutes(quiet_from), _minutes(quiet_to) - _minutes(at)
    if since % 1440 < until % 1440:
        later = (_minutes(at) + 30) % 1440
        if not is_quiet(at, moved := time(later // 60, later % 60), quiet_to) and moved != quiet_to:
            return moved, quiet_to
    return quiet_from, at


def eased(moment: datetime, person: Person) -> datetime:
    """A moment that many choose, put off by up to SPREAD: always as much for the same person, so that they
    hear at the same minute every day, but never into their quiet hours or their next day."""
    quiet, day = in_quiet_hours(moment, person), local_day(moment, person)
    seconds = crc32(str(person.id).encode()) % int(SPREAD.total_seconds())
    while seconds:
        later = moment + timedelta(seconds=seconds)
        if in_quiet_hours(later, person) == quiet and local_day(later, person) == day:
            return later
        seconds //= 2
    return moment


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
