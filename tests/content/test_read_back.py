"""What the wording shows as a value, typed again, is read as the same value, in every language."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.content import catalog
from bot.content.wording import Wording
from bot.core.model.messages import Arg, Text, WithYear
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.preferences import amounts as amount
from bot.core.preferences import pause
from bot.core.preferences import times as hours
from bot.core.preferences.setting import Setting
from bot.core.typed import dates, understand, weekdays
from tests.content.reading import CONTENT, LANGUAGES

LIBRARY = catalog.load(CONTENT)
WORDING = Wording(CONTENT, LIBRARY.default_language, strict=True)
languages = pytest.mark.parametrize("language", LANGUAGES)
SETTINGS = (hours.CHECKIN, hours.QUIET, hours.DAY_START, amount.REMINDER, amount.CEILING,
            amount.WEEK, amount.WEEK_AT, amount.REFLECTIONS)  # fmt: skip


def facts_of(language: str, today: date = date(2026, 11, 23)) -> Snapshot:
    return Snapshot(Person(1, language=language), datetime(2026, 11, 23, 18, tzinfo=UTC), today, LIBRARY)


def shown(value: Arg, language: str) -> str:
    return typed(Text("own-words", {"words": value}), language)


def typed(text: Text, language: str) -> str:
    return WORDING.plain(text, language)


def units(name: str, language: str) -> list[str]:
    """The words of a unit in the grammar ("minute"); none where a language does without."""
    return sorted(LIBRARY.grammar[language].get(name, ()))


@languages
@given(at=st.times(timezones=st.none()).map(lambda t: t.replace(second=0, microsecond=0)))
def test_times(language: str, at: time) -> None:
    assert understand.clock(shown(at, language), facts_of(language)) == at


@languages
@given(first=st.integers(0, 1439), length=st.integers(1, 1439))
def test_hours(language: str, first: int, length: int) -> None:
    ends = tuple(time(m // 60, m % 60) for m in (first, (first + length) % 1440))
    said = typed(Text("settings-hours", {"from": ends[0], "to": ends[1]}), language)
    assert understand.span(said, facts_of(language)) == ends


@languages
@given(today=st.dates(date(2001, 1, 1), date(2090, 1, 1)), ahead=st.integers(1, 366))
@example(today=date(2026, 12, 31), ahead=365)
@example(today=date(2027, 3, 1), ahead=365)  # a leap day
def test_dates(language: str, today: date, ahead: int) -> None:
    """As they are shown: with the year where it is another one, and always in a question about a far day."""
    day, snapshot = today + timedelta(ahead), facts_of(language, today)
    in_passing = WORDING.plain(Text("own-words", {"words": day}), language, today)
    for said in (in_passing, shown(WithYear(day), language)):
        assert dates.typed_day(said, snapshot) == day, said


@languages
@given(today=st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_lengths_of_a_pause(language: str, today: date) -> None:
    for days in pause.DAYS:
        for key in ("pause-days", f"plans-pause-{days}"):
            said = typed(Text(key, {"days": days}), language)
            assert dates.typed_day(said, facts_of(language, today)) == today + timedelta(days), said


@languages
@given(days=st.integers(1, 366))
def test_days_in_a_question(language: str, days: int) -> None:
    today = date(2026, 11, 23)
    for unit in units("day", language):
        said = f"{shown(days, language)} {unit}"
        assert dates.typed_day(said, facts_of(language, today)) == today + timedelta(days), said


@languages
@given(days=st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found))))
def test_weekdays(language: str, days: tuple[int, ...]) -> None:
    snapshot = facts_of(language)
    assert weekdays.parse(typed(weekdays.words(days), language), snapshot) == days
    assert weekdays.parse(typed(amount.weekday(days[0]), language), snapshot) == days[:1]


@languages
@given(minutes=st.integers(0, 1440), whole=st.booleans())
def test_minutes(language: str, minutes: int, whole: bool) -> None:
    said = shown(minutes if whole else float(minutes), language)
    for unit in ("", *units("minute", language)):
        assert understand.minutes(f"{said} {unit}", facts_of(language)) == minutes, said


@languages
@given(minutes=st.integers(amount.SOONEST, amount.LATEST))
def test_lengths_after_the_check_in(language: str, minutes: int) -> None:
    said = typed(Text("settings-after", {"minutes": minutes}), language)
    assert amount.REMINDER.read(said, facts_of(language)) == {"reminder_after": minutes}


@languages
@given(number=st.integers(0, 9999), whole=st.booleans())
def test_counts(language: str, number: int, whole: bool) -> None:
    said = shown(number if whole else float(number), language)
    for unit in ("", *units("times", language)):
        assert understand.count(f"{said} {unit}", facts_of(language)) == number, said


@languages
@pytest.mark.parametrize("place", range(1, 6))
def test_places_on_the_scale(language: str, place: int) -> None:
    said = typed(Text("checkin-number", {"n": place}), language)
    assert understand.scale(said, facts_of(language), 5) == place


@languages
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_labels_of_settings(language: str, setting: Setting) -> None:
    """A label that is typed sets what its press sets."""
    snapshot = facts_of(language)
    for value, label in setting.values(snapshot).items():
        assert setting.read(typed(label, language), snapshot) == setting.read(value, snapshot), label
