"""Every kind of nudge has its rules, its flow's opening and its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.coach import COACH
from bot.core.model.library import StepKind, Track
from bot.core.model.messages import Text
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import Person
from bot.core.nudges import registry
from tests.content.reading import LANGUAGES, entries
from tests.core.making import TODAY, make_facts, make_library, on, plan, step


def test_a_kind_without_rules_and_one_with_two_are_refused() -> None:
    rules = list(registry.RULES.values())
    with pytest.raises(ValueError, match=f"without rules: {rules[0].kind}"):
        registry.by_kind(rules[1:])
    with pytest.raises(ValueError, match="twice"):
        registry.by_kind([*rules, replace(rules[0], requested=True)])


@pytest.mark.parametrize("kind", NudgeKind)
def test_a_kind_begins_a_flow_and_says_why_it_comes(kind: NudgeKind) -> None:
    rules = registry.RULES[kind]
    assert rules.opening in COACH.flows[rules.flow].openings
    assert kind in registry.beginning(rules.flow)
    for person in (Person(1, reminder_after=90), Person(1, reminder_after=None)):
        for text in (rules.what, rules.why(person)):
            assert all(text.key in entries(language) for language in LANGUAGES)


@pytest.mark.parametrize("ceiling", range(22))
def test_the_shares_never_exceed_the_ceiling(ceiling: int) -> None:
    for days in range(1, 8):
        shares = registry.NUDGE_CEILING.shares(Person(1, ceiling=ceiling, reflections_a_week=2), days)
        assert sum(shares.values()) == ceiling
        assert min(shares.values()) >= 0


@pytest.mark.parametrize("kind", StepKind)
def test_only_a_step_of_each_day_is_reminded_of(kind: StepKind) -> None:
    """One that is done once, or some times a week, is asked about again on another day."""
    library = make_library(plan("some", Track.TIME, replace(step("one"), kind=kind, times=2)))
    here = on("some", started_on=TODAY - timedelta(days=3), step_since=TODAY - timedelta(days=3))
    facts = make_facts(here, library=library, reminder_after=90)
    asked = SentNudge(NudgeKind.CHECKIN, TODAY, facts.now)
    planned = registry.RULES[NudgeKind.REMINDER].plan(facts.replace(sent=(asked,)), registry.NUDGE_CEILING)
    assert (planned is not None) is (kind in (StepKind.DAILY, StepKind.EVENT))


@pytest.mark.parametrize(("ignored", "warm"), [(0, True), (30, False)])
def test_after_a_rest_the_check_in_begins_with_a_warm_line(ignored: int, warm: bool) -> None:
    """Not to a person who leaves everything unanswered: each message would begin with it."""
    here = on("calm", started_on=TODAY - timedelta(days=60))
    facts = make_facts(here, ignored=ignored)
    rules = registry.RULES[NudgeKind.CHECKIN]
    said = rules.words(COACH.flows["checkin"].openings["day"](TODAY, facts), facts)
    lines = said.replies[0].args["lines"]
    assert isinstance(lines, tuple)
    assert any(isinstance(line, Text) and line.key.startswith("nudge-return") for line in lines) is warm
