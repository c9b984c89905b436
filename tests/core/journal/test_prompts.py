from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.journal import prompts
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.snapshot import Snapshot
from tests.core.helpers import PROMPTS, TODAY, facts_of


def entries(snapshot: Snapshot, *days: tuple[int, CheckinAnswer]) -> Snapshot:
    """The facts with entries so many days ago."""
    for ago, kept in days:
        snapshot = snapshot.with_entry(CheckinEntry(1, TODAY - timedelta(days=ago), kept))
    return snapshot


def asked(snapshot: Snapshot, slug: str) -> Snapshot:
    return replace(snapshot, asked={**snapshot.asked, slug: snapshot.asked.get(slug, 0) + 1})


def ask(snapshot: Snapshot, times: int, theme: str | None = None) -> list[prompts.Prompt]:
    found = []
    for _ in range(times):
        prompt = prompts.choose(snapshot, theme)
        assert prompt is not None
        found.append(prompt)
        snapshot = asked(snapshot, prompt.slug)
    return found


@pytest.mark.parametrize(("ago", "theme"), [(0, "lapse"), (2, "lapse"), (3, "general")])
def test_after_a_lapse(ago: int, theme: str) -> None:
    snapshot = entries(
        facts_of(prompts=PROMPTS), (ago, CheckinAnswer.MISSED), *((n, CheckinAnswer.KEPT) for n in (4, 5, 6))
    )
    assert ask(snapshot, 1)[0].theme == theme


@pytest.mark.parametrize(("kept", "theme"), [(5, "good-week"), (4, "general")])
def test_after_a_good_week(kept: int, theme: str) -> None:
    snapshot = entries(
        facts_of(prompts=PROMPTS), *((n, CheckinAnswer.KEPT) for n in range(kept)), (7, CheckinAnswer.KEPT)
    )
    assert ask(snapshot, 1)[0].theme == theme


def test_else_life_in_general_and_the_plans_by_turns() -> None:
    assert [p.theme for p in ask(facts_of(prompts=PROMPTS), 4)] == ["general", "time", "general", "time"]
    assert {p.theme for p in ask(facts_of(prompts=PROMPTS, plan=False), 4)} == {"general"}


def test_a_track_without_prompts_gives_way() -> None:
    few = tuple(p for p in PROMPTS if p.theme == "general")
    assert {p.theme for p in ask(facts_of(prompts=few), 4)} == {"general"}


@given(st.integers(1, 10_000), st.integers(1, 12), st.sampled_from(["general", "lapse", "good-week", "time"]))
def test_none_repeats_before_its_theme_is_used_up(person: int, times: int, theme: str) -> None:
    snapshot = facts_of(prompts=PROMPTS)
    snapshot = replace(snapshot, person=replace(snapshot.person, id=person))
    counts = Counter(p.slug for p in ask(snapshot, times, theme))
    assert set(counts) <= {p.slug for p in PROMPTS if p.theme == theme}
    assert sum(counts.values()) == times
    assert max(counts.values()) - (min(counts.values()) if len(counts) == 3 else 0) <= 1


def test_the_order_begins_elsewhere_for_another_person() -> None:
    snapshot = facts_of(prompts=PROMPTS)
    firsts = set()
    for number in (1, 2, 3):
        other = replace(snapshot, person=replace(snapshot.person, id=number))
        firsts.add(ask(other, 1)[0].slug)
    assert len(firsts) == 3


def test_another_than_the_one_just_seen() -> None:
    snapshot = facts_of(prompts=PROMPTS)
    first = prompts.choose(snapshot)
    assert first is not None
    second = prompts.choose(snapshot, but=first.slug)
    assert second is not None
    assert second != first


def test_without_any_prompts_there_is_none() -> None:
    assert prompts.choose(facts_of()) is None
