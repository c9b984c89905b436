"""What completes a command is what the command understands."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.coach import COACH, ENGINE
from bot.core.model.effects import Export
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from tests.core.making import TODAY, make_facts, on, own


def values(command: str, snapshot: Snapshot) -> list[str]:
    return [b.token for b in ENGINE.choices(command, snapshot)]


def keys(command: str, argument: str, snapshot: Snapshot) -> tuple[str, ...]:
    answer = COACH.by_name[command].answer
    return tuple(reply.key for reply in answer(argument, snapshot).replies)


def test_plans_are_the_running_ones_and_the_others_of_the_catalogue() -> None:
    snapshot = make_facts(on("calm", 3), own(8), on("garden", 9, state="left"))
    assert values("plans", snapshot) == ["3", "8", "minutes", "posts", "calls", "garden"]
    assert {keys("plans", value, snapshot) for value in ("3", "8")} == {("plans-card",)}
    assert keys("plans", "minutes", snapshot) == ("plans-see",)
    assert keys("plans", "calm", snapshot) == ("plans-card",)  # running already
    assert keys("plans", "no such plan", snapshot) == keys("plans", "", snapshot)


def test_days_are_the_open_ones() -> None:
    snapshot = make_facts(on("calm"))
    assert values("checkin", snapshot) == [(TODAY - timedelta(days=n)).isoformat() for n in range(3)]
    assert values("checkin", make_facts(on("calm", started_on=TODAY))) == [TODAY.isoformat()]
    assert values("checkin", make_facts()) == []


@pytest.mark.parametrize(("paused", "expected"), [(None, []), (TODAY + timedelta(days=5), ["off"])])
def test_pauses_can_be_set_and_ended(paused: object, expected: list[str]) -> None:
    snapshot = make_facts(on("calm"), paused_until=paused)
    assert values("pause", snapshot) == [*expected, "3", "7", "14"]
    assert keys("pause", "7", snapshot)[0].startswith("pause-set")


def test_each_setting_asks_for_itself() -> None:
    snapshot = make_facts()
    asked = {keys("settings", value, snapshot) for value in values("settings", snapshot)}
    assert len(asked) == len(values("settings", snapshot)) > 5


def test_data_can_be_had_or_erased_by_whoever_has_any() -> None:
    snapshot = make_facts()
    assert values("privacy", snapshot) == ["export", "erase"]
    assert Export() in COACH.by_name["privacy"].answer("export", snapshot).effects
    assert values("privacy", Snapshot(Person(0), snapshot.now, snapshot.today, snapshot.library)) == []


def test_other_commands_have_no_list() -> None:
    assert not values("today", make_facts())
