"""Local days and moments: clock changes, missing days, quiet hours, the back-off."""

import itertools
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.calendar import timing
from bot.core.model import localtime
from bot.core.model.person import Person

ZONES = ["Europe/Ljubljana", "America/New_York", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia",
         "America/St_Johns", "Asia/Kathmandu", "UTC", "Africa/Casablanca", "Pacific/Kiritimati"]  # fmt: skip
moments = st.integers(1293840000, 1924992000).map(lambda s: datetime.fromtimestamp(s, UTC))
dates = st.dates(date(2011, 1, 1), date(2031, 1, 1))
clocks = st.times().map(lambda t: t.replace(second=0, microsecond=0))
people = st.builds(
    Person,
    st.just(1),
    zone=st.sampled_from(ZONES),
    day_start=st.sampled_from([time(0), time(4), time(6)]),
    quiet_from=clocks,
    quiet_to=clocks,
)


def at(zone: str, day: date, clock: time) -> str:
    return timing.moment(day, clock, Person(1, zone=zone)).isoformat()  # type: ignore[union-attr]


def test_a_time_in_the_gap_uses_the_offset_before_it() -> None:
    # Berlin has no 02:30 on 2026-03-29; RFC 5545 reads it with +01:00. It belongs to the night of the 28th.
    assert at("Europe/Berlin", date(2026, 3, 28), time(2, 30)) == "2026-03-29T01:30:00+00:00"


def test_a_time_in_the_gap_stays_in_its_day_and_out_of_quiet_hours() -> None:
    night = Person(1, zone="Europe/Berlin", quiet_from=time(3), quiet_to=time(10))
    assert timing.moment(date(2026, 3, 28), time(2, 30), night) == datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    # Helsinki goes from 03:00 to 04:00, which is when the next day begins.
    late = Person(1, zone="Europe/Helsinki", quiet_from=time(9), quiet_to=time(17))
    due = timing.moment(date(2026, 3, 28), time(3, 30), late)
    assert due == datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert timing.local_day(due, late) == date(2026, 3, 28)


def test_a_time_that_comes_twice_is_its_first() -> None:
    assert at("Europe/Berlin", date(2026, 10, 24), time(2, 30)) == "2026-10-25T00:30:00+00:00"


def test_midnight_that_is_skipped_still_comes_once() -> None:
    person = Person(1, zone="Asia/Beirut", day_start=time(0))
    due = timing.moment(date(2026, 3, 29), time(0, 30), person)
    assert due == datetime(2026, 3, 28, 22, 30, tzinfo=UTC)


def test_a_day_that_a_zone_left_out_has_no_moment() -> None:
    apia = Person(1, zone="Pacific/Apia")
    days = [date(2011, 12, 29) + timedelta(days=n) for n in range(3)]
    assert [timing.moment(d, time(20), apia) is not None for d in days] == [True, False, True]


def test_the_day_begins_at_its_own_hour() -> None:
    person = Person(1, zone="Europe/Ljubljana")
    night = datetime(2026, 11, 24, 2, 59, tzinfo=UTC)  # 03:59 there
    assert timing.local_day(night, person) == date(2026, 11, 23)
    assert timing.local_day(night + timedelta(minutes=1), person) == date(2026, 11, 24)


@given(people, dates, clocks)
def test_a_moment_lies_in_its_local_day(person: Person, day: date, clock: time) -> None:
    due = timing.moment(day, clock, person)
    assume(due is not None)
    # A gap can move a time over the start of the day, never further.
    assert abs((timing.local_day(due, person) - day).days) <= 1  # type: ignore[arg-type]
    if timing.wall(due, person).time() == clock:  # type: ignore[arg-type]
        assert timing.local_day(due, person) == day  # type: ignore[arg-type]


@given(people, moments)
def test_quiet_hours_end(person: Person, now: datetime) -> None:
    end = timing.end_of_quiet(now, person)
    assert now <= end <= now + timedelta(hours=25)
    if not timing.in_quiet_hours(now, person):
        assert end == now


@given(clocks, clocks, clocks)
def test_quiet_hours_are_shrunk_so_that_a_time_fits(clock: time, start: time, end: time) -> None:
    moved = timing.fit_quiet(clock, start, end)
    assert not timing.is_quiet(clock, *moved)
    if not timing.is_quiet(clock, start, end):
        assert moved == (start, end)


def test_the_pace_only_slows_down() -> None:
    paces = [timing.pace(n) for n in range(12)]
    steps = [p.every or 99 for p in paces]
    assert steps == sorted(steps)
    assert {p.name for p in paces} == {"daily", "second-day", "weekly", "fortnightly", "silent"}


def test_an_unknown_zone_is_utc() -> None:
    assert localtime.zone("Mars/Olympus") == localtime.zone("UTC")


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_of_evenings_has_one_moment_a_day(zone: str) -> None:
    person = Person(1, zone=zone)
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    dues = [timing.moment(d, time(20), person) for d in days]
    gaps = {(b - a) for a, b in itertools.pairwise(dues)}  # type: ignore[operator]
    assert all(timedelta(hours=23) <= gap <= timedelta(hours=25) for gap in gaps)
