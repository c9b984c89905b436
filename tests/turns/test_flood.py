"""One person's flood: so much at once, then so much a minute, told once, and nobody else's affair."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.coach import ENGINE
from bot.core.model.inputs import ButtonPress, Input, SharedLocation, SlashCommand, TypedText
from bot.turns.flood import Flood, Heard
from tests.core.making import make_facts

TIMES = st.lists(st.floats(0, 600), max_size=300).map(sorted)


@given(TIMES)
def test_never_more_than_the_burst_and_the_rate(times: list[float]) -> None:
    flood = Flood(burst=5, per_second=0.5)
    heard = [at for at in times if flood.heard("ann", at) is Heard.YES]
    for first in range(len(heard)):
        for last in range(first, len(heard)):
            assert last - first + 1 <= 5 + (heard[last] - heard[first]) * 0.5 + 1e-6


@given(TIMES)
def test_told_once_for_each_flood(times: list[float]) -> None:
    flood = Flood(burst=5, per_second=0.5)
    told = [at for at in times if flood.heard("ann", at) is Heard.NOTIFIED]
    assert all(later - earlier >= 3 for earlier, later in pairwise(told))


def test_others_are_heard_and_few_are_remembered() -> None:
    flood = Flood(burst=2, per_second=0, people=3)
    assert [flood.heard("ann", 0) for _ in range(4)] == [Heard.YES, Heard.YES, Heard.NOTIFIED, Heard.NO]
    assert flood.heard("bob", 0) is Heard.YES
    for number in range(100):
        flood.heard(number, 0)
    assert len(flood._buckets) == 3


@pytest.mark.parametrize(
    "said",
    [
        TypedText("stop"),
        TypedText("PARAR"),
        SlashCommand("stop"),
        TypedText("I will end my life"),
        TypedText("/stop"),
    ],
)
def test_what_is_always_heard(said: Input) -> None:
    assert ENGINE.is_urgent(said, make_facts())


@pytest.mark.parametrize(
    "said",
    [TypedText("hello"), SlashCommand("today"), ButtonPress("rest.on"), SharedLocation("Europe/Lisbon")],
)
def test_what_is_not(said: Input) -> None:
    assert not ENGINE.is_urgent(said, make_facts())
