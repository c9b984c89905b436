"""The shipped catalogue: complete, with a source for each claim, and a ladder in each plan.

These are rules for any plan and any prompt. No slug is named and nothing is counted exactly, so that plans
and prompts can come and go.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from bot.content import catalog
from bot.core.model.library import City, Library, Plan, StepKind, Theme, Track
from tests.content.reading import CONTENT

LONGEST_TOKEN = 64  # bytes of a button's token on Telegram

LIBRARY = catalog.load(CONTENT)
every_plan = pytest.mark.parametrize("plan", LIBRARY.plans.values(), ids=lambda plan: plan.slug)


@pytest.fixture
def library() -> Library:
    return LIBRARY


def test_the_content_has_no_fault() -> None:
    assert [str(problem) for problem in catalog.check(CONTENT)] == []


def test_every_track_has_a_plan(library: Library) -> None:
    assert {track for plan in library.plans.values() for track in plan.tracks} == set(Track)


@every_plan
def test_a_plan_can_get_easier_and_further(plan: Plan) -> None:
    assert 0 < plan.start < len(plan.steps) - 1


@every_plan
def test_minutes_get_fewer_from_step_to_step(plan: Plan) -> None:
    less = [step.less for step in plan.steps if step.less is not None]
    at_most = [step.at_most for step in plan.steps if step.at_most is not None]
    assert all(here < there for here, there in pairwise(less))
    assert all(here > there for here, there in pairwise(at_most))


def test_plans_lead_outward(library: Library) -> None:
    assert "social-support" in [plan.steps[-1].technique for plan in library.plans.values()]


def test_every_source_is_used(library: Library) -> None:
    """A source that nothing names is a left-over; `content check` reports one that is missing."""
    used = {step.source for plan in library.plans.values() for step in plan.steps}
    used |= {lesson.source for lesson in library.lessons}
    assert used | {plan.source for plan in library.plans.values()} == set(library.sources)


def test_lessons_are_enough_for_half_a_year_and_for_each_value(library: Library) -> None:
    """One a week, of which some are first for what matters to the person."""
    assert len(library.lessons) >= 26
    assert all(sum(track in one.tracks for one in library.lessons) >= 4 for track in Track)
    assert {one.theme for one in library.lessons} == set(Theme)


def test_each_value_has_three_plans_and_its_first_one_is_about_it(library: Library) -> None:
    for track in Track:
        about = [plan for plan in library.plans.values() if track in plan.tracks]
        assert len(about) >= 3, track
        assert about[0].tracks[0] is track


def test_plans_have_steps_of_all_kinds(library: Library) -> None:
    steps = [step for plan in library.plans.values() for step in plan.steps]
    assert {step.kind for step in steps} == set(StepKind)
    assert all(5 <= len(plan.steps) <= 8 for plan in library.plans.values())


def test_there_are_enough_questions(library: Library) -> None:
    """Enough for some months of a person's reflections, and of a community's weekly questions."""
    count = Counter(prompt.theme for prompt in library.prompts)
    assert count["general"] >= 8
    assert min(count["lapse"], count["good-week"]) >= 6
    assert min(count[track] for track in Track) >= 4


def test_tokens_with_slugs_stay_short(library: Library) -> None:
    for slug in (*library.plans, *(prompt.slug for prompt in library.prompts)):
        assert len(f"onboarding.plan.{slug}.2026-11-23") <= LONGEST_TOKEN


def test_languages_call_themselves_by_their_own_names(library: Library) -> None:
    assert library.languages.items() >= {"en": "English", "es": "Español"}.items()


def test_cities_come_with_the_library(library: Library) -> None:
    assert library.cities("Ljubljana") == (City("Ljubljana", "SI", "Europe/Ljubljana"),)
