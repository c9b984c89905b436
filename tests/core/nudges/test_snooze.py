"""The reminder of a check-in can be put off for twenty minutes, an hour, or until tonight."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.core.coach import COACH
from bot.core.model.effects import AskLater
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from tests.core.helpers import TODAY, Chat, facts_of


def at(hour: int, minute: int, **person: object) -> Snapshot:
    """Today at that time in London."""
    moment = datetime(TODAY.year, TODAY.month, TODAY.day, hour, minute, tzinfo=UTC)
    return replace(facts_of(zone="Europe/London", **person), now=moment)


@pytest.mark.parametrize(
    ("hour", "minute", "offered"),
    [(14, 0, ["20", "60", "tonight"]), (19, 30, ["20", "60", "tonight"]), (20, 0, ["20", "60"]),
     (21, 30, ["20"]), (21, 45, [])],
)  # fmt: skip
def test_a_reminder_offers_the_pauses_that_still_come_today(
    hour: int, minute: int, offered: list[str]
) -> None:
    message = schedule.message(NudgeKind.REMINDER, TODAY, at(hour, minute), COACH.opening)
    tokens = [button.token for button in message.replies[-1].buttons]
    assert [t.removeprefix(f"checkin.in.{TODAY}.") for t in tokens if ".in." in t] == offered
    assert not any(t.startswith("checkin.later") for t in tokens)


@pytest.mark.parametrize(("pause", "comes"), [("20", time(14, 20)), ("60", time(15)), ("tonight", time(21))])
def test_a_pause_is_kept_and_the_others_stay_within_reach(pause: str, comes: time) -> None:
    chat = Chat(at(14, 0))
    assert f"{comes:%H:%M}" in chat.forge(f"checkin.in.{TODAY}.{pause}")
    (later,) = (effect for effect in chat.effects if isinstance(effect, AskLater))
    assert (later.day, later.at.time()) == (TODAY, comes)
    assert len(chat.tokens) == 2
    assert f"checkin.in.{TODAY}.{pause}" not in chat.tokens


def test_a_pause_of_an_older_release_is_an_hour() -> None:
    chat = Chat(at(14, 0))
    assert "15:00" in chat.forge(f"checkin.in.{TODAY}.180")
