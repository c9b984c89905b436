"""Pauses between tries."""

from __future__ import annotations

import pytest

from bot.config.backoff import Backoff


def test_pauses_double_up_to_the_longest() -> None:
    backoff = Backoff(0.5, 3)
    assert [backoff.seconds(failures) for failures in (1, 2, 3, 4, 5, 10_000)] == [0.5, 1, 2, 3, 3, 3]


@pytest.mark.parametrize(("asked", "waited"), [(0, 1), (0.2, 1), (90, 90)])
def test_a_wait_that_was_asked_for_is_kept_however_long(asked: float, waited: float) -> None:
    assert Backoff(1, 30).seconds(1, at_least=asked) == waited


def test_jitter_spreads_the_pauses_and_stays_within_its_fraction() -> None:
    found = {Backoff(10, 10, jitter=0.2).seconds(1) for _ in range(200)}
    assert len(found) > 100
    assert 8 <= min(found) < 9.5 < 10.5 < max(found) <= 12
