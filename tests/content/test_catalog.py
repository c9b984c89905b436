"""The catalogue as it is: complete, honest about its sources, and a ladder in each plan."""

from __future__ import annotations

from collections import Counter

import pytest

from bot import catalog
from bot.core.library import City, Library, Track
from tests.content.reading import CONTENT, LANGUAGES, entries


@pytest.fixture(scope="module")
def library() -> Library:
    return catalog.load(CONTENT)


def test_the_content_has_no_fault():
    assert [str(problem) for problem in catalog.check(CONTENT)] == []


def test_the_four_plans_are_there_in_their_order(library):
    assert list(library.plans) == [
        "ten-minutes-less",
        "phone-leaves-bed",
        "think-then-post",
        "call-not-scroll",
    ]


def test_every_track_has_a_plan(library):
    served = {track for plan in library.plans.values() for track in plan.tracks}
    assert served == set(Track)


def test_every_plan_can_get_easier_and_further(library):
    for plan in library.plans.values():
        assert 0 < plan.start < len(plan.steps) - 1, plan.slug


def test_plans_lead_outward(library):
    last = [plan.steps[-1].technique for plan in library.plans.values()]
    assert "social-support" in last


def test_sources_are_used_and_named_where_claims_are_made(library):
    used = {step.source for plan in library.plans.values() for step in plan.steps}
    assert used | {plan.source for plan in library.plans.values()} == set(library.sources)
    for plan in library.plans.values():
        surname, year = plan.source.split("-")[0], plan.source.split("-")[-1]
        for language in LANGUAGES:
            about = str(entries(language)[f"plan-{plan.slug}-about"].node.value.elements[0].value)
            assert surname in about.lower(), plan.slug
            assert year in about, plan.slug


def test_there_are_enough_questions(library):
    count = Counter(prompt.theme for prompt in library.prompts)
    assert count["general"] >= 8
    assert min(count["lapse"], count["good-week"]) >= 6
    assert min(count[track] for track in Track) >= 4
    assert len({prompt.slug for prompt in library.prompts}) == len(library.prompts)


def test_languages_call_themselves_by_their_own_names(library):
    assert library.languages == {"en": "English", "es": "Español"}


def test_tokens_with_slugs_stay_short(library):
    for slug in (*library.plans, *(prompt.slug for prompt in library.prompts)):
        assert len(f"onboarding.plan.{slug}.2026-11-23") <= 64


def test_cities_come_with_the_library(library):
    assert library.cities("Ljubljana") == (City("Ljubljana", "SI", "Europe/Ljubljana"),)
