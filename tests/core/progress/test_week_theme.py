"""The themes of the weeks after the first: one after the other, in weekly messages and in questions."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.journal import prompts, reflect
from bot.core.learn import lessons
from bot.core.model.library import Lesson, Theme, Track, WeekTheme
from bot.core.model.plan import PlanState
from bot.core.model.snapshot import Snapshot
from bot.core.progress import week_theme
from bot.core.week import week
from tests.core.helpers import PROMPTS
from tests.core.making import TODAY, days, make_facts, make_library, on

DAY = timedelta(days=1)
THEMES = tuple(WeekTheme(slug, (slug,), ("test-general-2",)) for slug in ("state", "place", "people"))
LESSONS = (
    Lesson("state", Theme.FEEDS, "source", (Track.TIME,)),
    Lesson("place", Theme.NIGHT, "source", (Track.PEOPLE,)),
    Lesson("mine", Theme.NIGHT, "source", (Track.TIME,)),
)


def begun(ago: int, *, week_day: int = 6, **more: object) -> Snapshot:
    """Somebody whose first plan began so many days ago."""
    library = replace(make_library(prompts=PROMPTS), week_themes=THEMES, lessons=LESSONS)
    since = TODAY - DAY * ago
    plan = on("calm", started_on=since, step_since=since)
    return make_facts(plan, library=library, week_day=week_day, **more)  # type: ignore[arg-type]


def theme_of(snapshot: Snapshot) -> str:
    theme = week_theme.of_week(snapshot)
    return theme.slug if theme else ""


@given(st.integers(0, 6))
def test_each_weekly_message_opens_the_next_theme(week_day: int) -> None:
    found = [theme_of(begun(n, week_day=week_day)) for n in range(40)]
    opened = [n for n in range(1, 40) if found[n] != found[n - 1]]
    assert list(dict.fromkeys(found)) == ["", "state", "place", "people"]
    assert 4 <= opened[0] <= 10
    assert [later - earlier for earlier, later in itertools.pairwise(opened)] == [7, 7, 7]


def test_the_day_of_the_message_counts_for_the_new_theme() -> None:
    monday = TODAY.weekday()
    assert [theme_of(begun(n, week_day=monday)) for n in (3, 4, 11, 18, 25)] == [
        "", "state", "place", "people", ""
    ]  # fmt: skip


def test_without_a_plan_that_runs_there_is_no_theme() -> None:
    snapshot = begun(12)
    over = snapshot.enrolments[0].replace(state=PlanState.FINISHED)
    assert theme_of(snapshot.replace(enrolments=(over,))) == ""
    assert theme_of(snapshot.replace(enrolments=())) == ""


def test_a_question_of_the_week_says_so() -> None:
    snapshot = begun(12).replace(asked={})
    assert prompts.themes(snapshot) == (prompts.WEEK,)
    reply = reflect.nudge(snapshot).replies[0]
    assert reply.args["prompt"].key == "prompt-test-general-2"  # type: ignore[union-attr]
    assert reply.args["why"].key == "reflect-why-week"  # type: ignore[union-attr]


def test_what_matters_to_the_person_and_a_lapse_come_before_it() -> None:
    assert prompts.themes(begun(12, focus="time").replace(asked={})) == ("time", "")
    missed = begun(12, entries=days("m")).replace(asked={})
    assert prompts.themes(missed) == (prompts.LAPSE,)


@pytest.mark.parametrize("focus", [Track.TIME, Track.PEOPLE])
@pytest.mark.parametrize("theme", THEMES[:2])
def test_the_lesson_serves_the_person_at_least_every_second_week(focus: Track, theme: WeekTheme) -> None:
    """A theme whose lessons do not serve them gives way in every second week."""
    facts = [begun(12, focus=focus).replace(asked={}, today=TODAY + DAY * 7 * n) for n in range(2)]
    chosen = [lesson for one in facts if (lesson := lessons.of_week(theme, one))]
    assert any(focus in lesson.tracks for lesson in chosen)
    assert theme.slug in {lesson.slug for lesson in chosen}


def test_the_weekly_message_names_the_theme_and_something_to_try() -> None:
    keys = [line.key for line in week.weekly(begun(12).replace(asked={})).replies[0].args["lines"]]  # type: ignore[union-attr]
    assert keys[-3:-1] == ["week-theme", "week-lesson"]
    keys = [line.key for line in week.weekly(begun(2).replace(asked={})).replies[0].args["lines"]]  # type: ignore[union-attr]
    assert "week-theme" not in keys
