"""The door below a line that nobody understands, by the hour and by what is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.guide.doors import door
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from tests.core.helpers import TODAY, Chat, facts_of

CHECKIN, PLANS, REFLECT, HELP, NIGHT = (
    "checkin.open",
    "plans.list",
    "reflect.now",
    "help.show",
    "topics.night",
)


@pytest.mark.parametrize(
    ("hour", "answered", "first", "second"),
    [
        (4, True, NIGHT, HELP),
        (7, False, PLANS, HELP),
        (10, False, PLANS, HELP),
        (11, False, HELP, PLANS),
        (16, False, HELP, PLANS),
        (18, False, REFLECT, HELP),
        (20, False, CHECKIN, REFLECT),
        (20, True, REFLECT, HELP),
        (23, False, CHECKIN, NIGHT),
        (23, True, NIGHT, HELP),
        (25, False, CHECKIN, NIGHT),
        (25, True, NIGHT, HELP),
    ],
)
def test_the_door(hour: int, answered: bool, first: str, second: str) -> None:
    """`hour`: in Berlin, on a day that begins at four; the check-in comes at eight in the evening."""
    now = datetime(2026, 11, 22, 23, 1, tzinfo=UTC) + timedelta(hours=hour)
    snapshot = facts_of().replace(now=now)
    if answered:
        snapshot = snapshot.with_entry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT))
    assert (door(snapshot, again=False).token, door(snapshot, again=True).token) == (first, second)


def test_the_door_of_the_night_leads_to_an_answer() -> None:
    chat = Chat(
        facts_of()
        .replace(now=datetime(2026, 11, 23, 22, 30, tzinfo=UTC))
        .with_entry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT))
    )
    chat.type("purple monkey dishwasher")
    chat.press(NIGHT)
    assert [reply.key for reply in chat.replies] == ["topic-night"]
