"""Finding a time zone: what a clock, an abbreviation, a distance from UTC and a place may mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import zones
from bot.core.model.library import City
from bot.core.model.messages import ZoneName
from bot.core.model.snapshot import Snapshot
from tests.core.making import make_facts

WINTER = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
MOMENTS = st.integers(0, 10 * 366 * 24 * 60).map(lambda minutes: WINTER + timedelta(minutes=minutes))
SUMMER = datetime(2026, 7, 15, 12, 0, tzinfo=UTC)


def asked(*cities: City, now: datetime = WINTER, hint: str = "") -> Snapshot:
    snapshot = make_facts()
    return replace(
        snapshot, now=now, zone_hint=hint, library=replace(snapshot.library, cities=lambda name: cities)
    )


def found(typed: str, *cities: City, now: datetime = WINTER, hint: str = "") -> list[str]:
    return [city.zone for city in zones.by_city(typed, asked(*cities, now=now, hint=hint))]


# --- abbreviations and distances


def test_every_abbreviation_means_zones_that_exist() -> None:
    for name, meant in zones.ABBREVIATIONS.items():
        assert name == name.upper()
        assert all(zones.known(zone) for zone in meant)
        assert len(set(meant)) == len(meant) <= zones.MOST


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("UTC", ["UTC"]),
        ("IST", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
        (" bst ", ["Europe/London", "Asia/Dhaka"]),
        ("JST", ["Asia/Tokyo"]),
        ("Europe/ljubljana", ["Europe/Ljubljana"]),
        ("America/New York", ["America/New_York"]),
    ],
)
def test_a_zone_by_its_name_or_abbreviation(typed: str, meant: list[str]) -> None:
    assert found(typed) == meant


def test_an_abbreviation_goes_before_codes_and_leaves_out_no_place_of_that_name() -> None:
    code = City("Utrecht", "NL", "Europe/Amsterdam", exact=False)
    assert found("UTC", code) == ["UTC"]
    assert found("UTC", City("Utc", "NL", "Europe/Amsterdam")) == ["UTC", "Europe/Amsterdam"]


@pytest.mark.parametrize("typed", ["UTC+5:30", "GMT+0530", "utc + 05:30", "UTC+5.30", "ＵＴＣ+５:３０"])
def test_a_distance_from_utc(typed: str) -> None:
    assert found(typed) == ["Asia/Kolkata", "Asia/Colombo"]


@pytest.mark.parametrize("typed", ["UTC+7:30", "UTC+99", "UTC+", "GMT5", "UTC+5:99"])
def test_a_distance_that_no_place_has(typed: str) -> None:
    assert found(typed) == []


def test_the_minus_of_a_keyboard_is_a_minus() -> None:
    assert found("UTC−3") == found("UTC-3") != []
    assert "America/Sao_Paulo" in found("UTC-3")


def test_a_distance_holds_now_or_as_the_standard_time() -> None:
    assert found("GMT-5", now=WINTER)[0] == "America/New_York"
    summer = found("GMT-5", now=SUMMER)
    assert summer[0] == "America/Chicago"
    assert "Europe/Berlin" in found("GMT+2", now=SUMMER)
    assert "Europe/Berlin" not in found("GMT+2", now=WINTER)


@given(st.integers(-12, 14), MOMENTS)
def test_every_whole_hour_has_a_place_all_year(hours: int, at: datetime) -> None:
    assert found(f"UTC{hours:+d}", now=at)


# --- places


def test_zones_of_a_country_with_the_same_clocks_are_one() -> None:
    places = (
        City("Mexico City", "MX", "America/Mexico_City"),
        City("Monterrey", "MX", "America/Monterrey"),
        City("Tijuana", "MX", "America/Tijuana"),
        City("Guatemala City", "GT", "America/Guatemala"),
    )
    assert found("some", *places) == ["America/Mexico_City", "America/Tijuana", "America/Guatemala"]


def test_clocks_that_differ_in_half_a_year_are_two() -> None:
    denver, phoenix = City("Denver", "US", "America/Denver"), City("Phoenix", "US", "America/Phoenix")
    assert found("some", denver, phoenix, now=WINTER) == ["America/Denver", "America/Phoenix"]
    assert found("some", denver, phoenix, now=SUMMER) == ["America/Denver", "America/Phoenix"]


def test_the_hinted_zone_comes_first() -> None:
    assert found("IST", hint="Europe/Dublin")[0] == "Europe/Dublin"
    assert found("IST", hint="Europe/Berlin")[0] == "Asia/Kolkata"


def test_a_place_is_told_with_its_state() -> None:
    shown = zones.place_label(City("Springfield", "US", "America/Chicago", "MO"), WINTER)
    assert shown.args == {"place": "Springfield, MO, US", "time": time(6)}
    assert zones.place_label(City("", "", "Asia/Kolkata"), WINTER).args["place"] == ZoneName("Asia/Kolkata")


# --- clocks

EVENING = datetime(2026, 11, 24, 2, 5, tzinfo=UTC)  # 21:05 in New York
NINE = (time(9, 5), time(21, 5))


def evening(hint: str = "") -> Snapshot:
    return asked(now=EVENING, hint=hint)


def test_a_clock_of_twelve_hours_is_read_both_ways() -> None:
    both = zones.by_clock(NINE, evening())
    assert {"America/New_York", "Asia/Jakarta"} <= set(both)
    assert "America/New_York" not in zones.by_clock(NINE[:1], evening())
    assert zones.by_clock(NINE, evening(hint="America/New_York"))[0] == "America/New_York"


def test_each_reading_keeps_its_likeliest() -> None:
    for hour in range(12):
        now = datetime(2026, 11, 24, hour, 0, tzinfo=UTC)
        one, other = time(hour), time(hour + 12)
        both = zones.by_clock((one, other), asked(now=now))
        for at in (one, other):
            assert set(both) & set(zones.by_clock((at,), asked(now=now)))


def test_a_hinted_zone_comes_first_where_its_clock_is_a_little_off() -> None:
    twelve_off = (time(21, 17),)
    assert zones.by_clock(twelve_off, evening(hint="America/New_York"))[0] == "America/New_York"
    assert "America/New_York" not in zones.by_clock((time(21, 30),), evening(hint="America/New_York"))


def test_where_no_clock_fits_the_nearest_are_offered() -> None:
    off = (time(21, 17),)
    assert zones.by_clock(off, evening()) == ()
    assert zones.nearest(off, evening())[0] == "America/New_York"


@given(st.times(), MOMENTS)
def test_the_nearest_are_near(clock: time, at: datetime) -> None:
    now = at
    there = now.astimezone(ZoneInfo(zones.nearest((clock,), asked(now=now))[0])).time()
    minutes = (clock.hour - there.hour) * 60 + clock.minute - there.minute
    assert min(minutes % 1440, -minutes % 1440) <= timedelta(hours=1) / timedelta(minutes=1)
