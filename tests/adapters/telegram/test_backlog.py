"""What waits to be said in a chat: no more than is still wanted, and one person's holds up nobody else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.turns.flood import BURST
from tests.adapters.telegram.coach import Coach
from tests.adapters.telegram.server import BotApi, Chat, shown
from tests.adapters.telegram.test_turns import begin
from tests.everything import EVERYTHING

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


def texts(chat: Chat, words: str) -> int:
    return sum(words in shown(m) for m in chat.said)


async def test_a_hint_and_its_question_are_one_message(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    before = len(ann.messages)
    api.says(ann, photo=[{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}])
    hint = await api.hears(ann, "look at pictures")
    await api.until(lambda: not api.updates)
    assert "13 or older" in shown(hint)
    assert ann.buttons(hint)
    assert len(ann.messages) == before + 2


async def test_older_hints_are_dropped_and_the_last_is_kept(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    await api.until(lambda: not api.updates)
    api.faults["sendMessage"].append("slow:0.5")
    for number in range(12):
        api.says(ann, f"qwertyuiop {number}")
    api.says(ann, "/week")
    await api.hears(ann, "last seven days")
    api.says(ann, "qwertyuiop again")
    await api.until(lambda: "beyond me too" in shown(ann.last))
    assert texts(ann, "didn't understand") + texts(ann, "beyond me too") <= 4


async def test_a_stop_clears_what_waits(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    await api.until(lambda: not api.updates)
    api.faults["sendMessage"].append("slow:2")
    before, sent = len(ann.said), len(api.of("sendMessage"))
    for _ in range(10):
        api.says(ann, "/plans")
    await api.until(lambda: len(api.of("sendMessage")) > sent)
    api.says(ann, "stop")
    await api.hears(ann, "I write nothing more")
    await asyncio.sleep(0.2)
    assert len(ann.said) <= before + 2
    assert "I write nothing more" in shown(ann.last)


async def test_one_persons_flood_is_told_once_and_delays_nobody(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    for number in range(300):
        api.says(ann, f"qwertyuiop {number}")
    api.says(bob := api.chat(1002), "/start")
    await api.hears(bob, "13 or older", seconds=2)
    await api.until(lambda: not api.updates)
    await api.hears(ann, "more at once than I can read")
    assert texts(ann, "more at once than I can read") == 1
    assert texts(ann, "didn't understand") <= BURST
    api.says(ann, "stop")
    await api.hears(ann, "I write nothing more", seconds=5)


async def test_what_waited_while_the_bot_was_away_is_no_flood(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    for number in range(100):
        api.says(ann, f"qwertyuiop {number}", date=1_800_000_000 + 60 * number)
    await api.until(lambda: not api.updates)
    api.says(ann, "/plans", date=1_800_010_000)
    await api.hears(ann, "Your plans")
    assert texts(ann, "more at once than I can read") == 0


async def test_an_answer_comes_in_the_topic_where_it_was_asked(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    here: dict[str, Any] = {"message_thread_id": 12, "is_topic_message": True}
    for text, heard in (("/plans", "Your plans"), ("/privacy", "Export or erase")):
        api.says(ann, text, **here)
        await api.hears(ann, heard)
        assert ann.last["message_thread_id"] == 12
    api.presses(ann, "Export everything")
    await api.hears(ann, "as a JSON file")
    assert ann.last["message_thread_id"] == 12
    api.says(ann, "/plans")
    await api.until(lambda: "message_thread_id" not in ann.last)
    api.faults["sendMessage"].append("400:message thread not found")
    api.says(ann, "/week", **here)
    assert "message_thread_id" not in await api.hears(ann, "last seven days")


async def test_a_location_out_of_the_blue_is_asked_about(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)

    async def zone() -> str:
        async with coach.service.database.read() as transaction:
            return (
                await transaction.snapshots.load_one(1, coach.moment, coach.service.library, EVERYTHING)
            ).person.zone

    api.says(ann, location={"latitude": 38.72, "longitude": -9.14})
    await api.hears(ann, "You seem to be in Lisbon")
    assert await zone() == "Europe/London"
    api.presses(ann, "No")
    await api.hears(ann, "It stays as it is")
    api.says(ann, location={"latitude": 38.72, "longitude": -9.14}, venue={
        "location": {"latitude": 38.72, "longitude": -9.14}, "title": "Bar", "address": "Rua"})  # fmt: skip
    await api.until(lambda: "You seem to be in Lisbon" in shown(ann.last))
    api.says(ann, "yes")
    await api.hears(ann, "Noted: Lisbon")
    assert await zone() == "Europe/Lisbon"


async def test_a_location_at_rest_or_at_the_first_question_changes_and_claims_nothing(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    api.says(ann, location={"latitude": 38.72, "longitude": -9.14})
    await api.hears(ann, "as soon as these few questions are done")
    await begin(api, bob := api.chat(1002))
    api.says(bob, "/stop")
    await api.hears(bob, "I write nothing more")
    api.says(bob, location={"latitude": 38.72, "longitude": -9.14})
    await api.hears(bob, "I'm resting")
    said = " ".join(shown(m) for chat in (ann, bob) for m in chat.said)
    assert "time zone from it" not in said
    assert "Lisbon" not in said
