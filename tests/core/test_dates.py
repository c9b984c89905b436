from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.dates import LONGEST_AHEAD, parse_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        (" 2026-12-4 ", date(2026, 12, 4)),
        ("24.12.", date(2026, 12, 24)),
        ("24.12", date(2026, 12, 24)),
        ("24. 12. 2026", date(2026, 12, 24)),
        ("24/12", date(2026, 12, 24)),
        ("24/12/26", date(2026, 12, 24)),
        ("12/24", date(2026, 12, 24)),
        ("4/12", date(2026, 12, 4)),
        ("1.2.", date(2027, 2, 1)),
        ("23.11.", date(2027, 11, 23)),
        ("1", date(2026, 11, 24)),
        ("10", date(2026, 12, 3)),
        ("366", TODAY + timedelta(days=366)),
    ],
)
def test_days_that_are_understood(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "0", "367", "999", "2026-11-23", "2026-11-22", "2028-01-01", "30.2.", "31/11", "13/13", "0/5", "-3",
     "tomorrow", "2026-13-01", "9999-12-31", "0000-00-00", "24.12.2025", "1.5", "²"],
)  # fmt: skip
def test_days_that_are_not(text: str) -> None:
    expected = date(2027, 5, 1) if text == "1.5" else None
    assert parse_day(text, TODAY) == expected


def test_a_leap_day_is_found_only_within_a_year() -> None:
    assert parse_day("29.2.", date(2027, 6, 1)) == date(2028, 2, 29)
    assert parse_day("29.2.", date(2025, 6, 1)) is None


@given(st.text(), st.dates())
def test_any_text_gives_a_day_ahead_or_nothing(text: str, today: date) -> None:
    found = parse_day(text, today)
    assert found is None or timedelta(0) < found - today <= LONGEST_AHEAD


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9990, 1, 1)), st.integers(1, 366))
def test_a_written_day_ahead_is_read_back(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    assert parse_day(day.isoformat(), today) == day
    assert parse_day(str(days), today) == day
