from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.typed import dates
from bot.core.typed.dates import LONGEST_AHEAD
from tests.core.making import make_facts

TODAY = date(2026, 11, 23)


def parse_day(text: str, today: date, language: str = "en") -> date | None:
    return dates.typed_day(text, make_facts(today=today, language=language))


WORDS = [
    ("en", "27 November", date(2026, 11, 27)),
    ("en", "Friday, 27 November", date(2026, 11, 27)),
    ("en", "Friday, 1 January 2027", date(2027, 1, 1)),
    ("en", "Nov 27", date(2026, 11, 27)),
    ("en", "november 27th, 2026", date(2026, 11, 27)),
    ("en", "until the 27th of november", date(2026, 11, 27)),
    ("en", "the 27th", date(2026, 11, 27)),
    ("en", "friday 27", date(2026, 11, 27)),
    ("en", "tomorrow", date(2026, 11, 24)),
    ("en", "the day after tomorrow", date(2026, 11, 25)),
    ("en", "next monday", date(2026, 11, 30)),
    ("en", "Friday", date(2026, 11, 27)),
    ("en", "next week", date(2026, 11, 30)),
    ("en", "next month", date(2026, 12, 1)),
    ("en", "a week", date(2026, 11, 30)),
    ("en", "Two weeks", date(2026, 12, 7)),
    ("en", "two weeks from Saturday", date(2026, 12, 12)),
    ("en", "for 10 days starting on Friday", date(2026, 12, 7)),
    ("es", "dos semanas a partir del sábado", date(2026, 12, 12)),
    ("en", "for 3 days", date(2026, 11, 26)),
    ("en", "a month", date(2026, 12, 23)),
    ("en", "until christmas", date(2026, 12, 25)),
    ("en", "２４.１２.", date(2026, 12, 24)),
    ("en", "١٠", date(2026, 12, 3)),
    ("en", "Thursday, 27 November", None),
    ("en", "a while", None),
    ("en", "today", None),
    ("es", "27 de noviembre", date(2026, 11, 27)),
    ("es", "viernes, 27 de noviembre", date(2026, 11, 27)),
    ("es", "el viernes 27", date(2026, 11, 27)),
    ("es", "hasta el 27", date(2026, 11, 27)),
    ("es", "mañana", date(2026, 11, 24)),
    ("es", "pasado mañana", date(2026, 11, 25)),
    ("es", "una semana", date(2026, 11, 30)),
    ("es", "dos semanas", date(2026, 12, 7)),
    ("es", "el próximo lunes", date(2026, 11, 30)),
    ("es", "el lunes que viene", date(2026, 11, 30)),
    ("es", "hasta navidad", date(2026, 12, 25)),
    ("es", "dentro de 3 días", date(2026, 11, 26)),
]


@pytest.mark.parametrize(("language", "text", "day"), WORDS)
def test_days_in_words(language: str, text: str, day: date | None) -> None:
    assert parse_day(text, TODAY, language) == day


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 12))
def test_months_on_never_leave_the_calendar(today: date, months: int) -> None:
    found = parse_day(f"{months} months", today)
    assert found is not None or months == 12


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
     "yesterday", "2026-13-01", "9999-12-31", "0000-00-00", "24.12.2025", "1.5", "²"],
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
