"""What a person sees: questions, presses, edits, keyboards, and what cannot be read."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.adapters.telegram import turns
from bot.turns import handover
from tests.adapters.telegram.coach import Coach
from tests.adapters.telegram.server import ME, BotApi, Chat, shown
from tests.everything import EVERYTHING

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


async def begin(api: BotApi, chat: Chat) -> None:
    """Through onboarding, in eight presses."""
    api.says(chat, "/start")
    await api.hears(chat, "13 or older")
    presses = (
        "I'm 13 or older: let's start",
        "My time",
        "I'm bored",
        "In bed",
        "London · 09:00",
        "The phone leaves the bed",
    )
    for label in presses:
        await api.until(lambda label=label: any(label in chat.buttons(m) for m in chat.messages.values()))
        api.presses(chat, label)
    for words in ("When will it be", "what will you do"):
        question = await api.hears(chat, words)
        api.presses(chat, next(iter(chat.buttons(question))))
    await api.hears(chat, "I ask at 20:00")
    await api.hears(chat, "why does it matter")
    api.presses(chat, "Skip")
    await api.hears(chat, "a place for it in the settings")


async def test_a_question_shows_its_answer_and_loses_its_keyboard(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    api.says(ann, "/start")
    hello = await api.hears(ann, "13 or older")
    api.presses(ann, "I'm 13 or older: let's start")
    asked = await api.hears(ann, "What matters most")
    answered = ann.messages[hello["message_id"]]
    assert shown(answered).startswith(shown(hello))
    assert shown(answered).endswith("\n\n✓ I'm 13 or older: let's start")
    assert [(e["type"], e["offset"] == 0) for e in answered["entities"]] == [("bold", True), ("bold", False)]
    assert "reply_markup" not in answered
    assert asked["message_id"] > hello["message_id"]
    assert [query["callback_query_id"] for query in api.of("answerCallbackQuery")] == ["3"]


async def test_words_take_away_the_keyboard_that_they_answer(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    before = len(ann.said)
    api.says(ann, "/reflect")
    await api.until(lambda: len(ann.said) > before and ann.buttons())
    question = ann.last["message_id"]
    api.says(ann, "In the evening, mostly.")
    await api.until(lambda: "reply_markup" not in ann.messages[question])


async def test_a_question_answered_in_words_shows_them_in_the_place_of_its_keyboard(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    await begin(api, ann)
    await coach.pass_time(datetime(2026, 11, 23, 20, 30, tzinfo=UTC))
    asked = [await api.hears(ann, "bed: phone")]
    api.says(ann, "I did it")
    await api.hears(ann, "Noted.")
    before = len(ann.said)
    api.says(ann, "/reflect")
    await api.until(lambda: len(ann.said) > before and ann.buttons())
    asked.append(ann.last)
    api.says(ann, "A long walk,\nthen " + 20 * "reading ")
    await api.until(lambda: all("reply_markup" not in ann.messages[m["message_id"]] for m in asked))
    ends = [shown(ann.messages[m["message_id"]]).removeprefix(shown(m)) for m in asked]
    long = "A long walk, then " + 5 * "reading " + "r…"
    assert ends == ["\n\n✓ I did it", f"\n\n✓ {long}"]


async def test_words_that_answer_nothing_are_shown_nowhere(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    api.says(ann, "/checkin")
    await api.hears(ann, "bed: phone")
    for words, heard in (("qwertyuiop", "didn't understand"), ("thanks", "welcome")):
        api.says(ann, words)
        await api.hears(ann, heard)
    api.presses(ann, "Kept")
    await coach.pass_time(datetime(2026, 11, 24, 20, 30, tzinfo=UTC))
    await api.until(lambda: "Kept" in ann.buttons())
    api.presses(ann, "Kept")
    control = await api.hears(ann, "in control")
    for words in ("settings of what", "I want to die"):
        before = len(ann.said)
        api.says(ann, words)
        await api.until(lambda before=before: len(ann.said) > before)
    await api.until(lambda: "reply_markup" not in ann.messages[control["message_id"]])
    assert shown(ann.messages[control["message_id"]]) == shown(control)


async def test_a_typed_label_is_shown_as_a_pressed_one(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    api.says(ann, "/checkin")
    asked = await api.hears(ann, "bed: phone")
    api.says(ann, "partly")
    await api.hears(ann, "Noted.")
    await api.until(lambda: shown(ann.messages[asked["message_id"]]).endswith("\n\n✓ partly"))


async def test_a_day_is_corrected_in_place(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    api.says(ann, "/checkin")
    await api.hears(ann, "bed: phone")
    api.presses(ann, "Kept")
    whole = await api.hears(ann, "Noted.")
    for label, then in (("Change an answer", "to change?"), ("The phone leaves the bed", "bed: phone")):
        api.presses(ann, label)
        await api.until(lambda then=then: then in shown(ann.messages[whole["message_id"]]))
    api.presses(ann, "Partly")
    await api.until(lambda: "◐ The phone leaves the bed: partly" in shown(ann.messages[whole["message_id"]]))


async def test_pressing_twice_changes_nothing(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    api.says(ann, "/checkin")
    kept = ann.buttons(await api.hears(ann, "bed: phone"))["Kept"]
    for _ in range(3):
        api.presses(ann, data=kept)
    await api.until(lambda: not api.updates)
    assert await entries(coach) == [("kept", None)]


async def test_a_reply_to_an_older_question_is_about_its_day(api: BotApi, coach: Coach, ann: Chat) -> None:
    """The day stands in the buttons of the message, so the bot may have been started anew since."""
    await begin(api, ann)
    await coach.pass_time(datetime(2026, 11, 23, 20, 30, tzinfo=UTC))
    monday = await api.hears(ann, "bed: phone")
    await coach.pass_time(datetime(2026, 11, 24, 20, 30, tzinfo=UTC))
    await api.until(lambda: "checkin.a.2026-11-24.1.kept" in ann.buttons().values())
    await coach.stop()
    await coach.start()
    api.says(ann, "I did it", reply_to_message=monday)
    await api.hears(ann, "Noted.")
    async with coach.service.database.read() as transaction:
        snapshot = await transaction.snapshots.load_one(1, coach.moment, coach.service.library, EVERYTHING)
    assert [(day.day, str(e.kept)) for (_, day), e in snapshot.entries.items()] == [(23, "kept")]


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_label_means_the_same_day_with_and_without_a_restart(
    api: BotApi, coach: Coach, ann: Chat, restarted: bool
) -> None:
    await begin(api, ann)
    await coach.pass_time(datetime(2026, 11, 23, 20, 30, tzinfo=UTC))
    await api.hears(ann, "bed: phone")
    coach.moment = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
    if restarted:
        await coach.stop()
        await coach.start()
    api.says(ann, "Kept")
    await api.hears(ann, "Noted.")
    async with coach.service.database.read() as transaction:
        snapshot = await transaction.snapshots.load_one(1, coach.moment, coach.service.library, EVERYTHING)
    assert [day.day for _, day in snapshot.entries] == [23]


async def entries(coach: Coach) -> list[tuple[str, float | None]]:
    """What is recorded of the first person."""
    async with coach.service.database.read() as transaction:
        snapshot = await transaction.snapshots.load_one(1, coach.moment, coach.service.library, EVERYTHING)
    return [(str(entry.kept), entry.amount) for entry in snapshot.entries.values()]


async def test_pages_turn_in_place(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    for words in ("first thoughts", "second thoughts"):
        api.says(ann, "/reflect")
        api.says(ann, words)
    api.says(ann, "/journal")
    await api.until(lambda: "Older →" in ann.buttons())
    page = ann.last["message_id"]
    assert "second thoughts" in shown(ann.messages[page])
    api.presses(ann, "Older →")
    await api.until(lambda: "first thoughts" in shown(ann.messages[page]))


async def test_settings_are_one_message_with_a_tick_at_what_holds(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    await begin(api, ann)
    api.says(ann, "/settings")
    await api.until(lambda: "Quiet hours" in ann.buttons())
    panel, number = ann.last["message_id"], len(ann.messages)
    for press, shows in (
        ("When you ask", "✓ 20:00"),
        ("21:30", "✓ 21:30"),
        ("18:00", "✓ 18:00"),
        ("‹ Settings", "When we look back"),
        ("When we look back", "✓ Sunday"),
        ("Monday", "✓ 17:00"),
        ("19:00", "✓ 19:00"),
        ("‹ Settings", "Sound"),
    ):
        api.presses(ann, press)
        await api.until(lambda shows=shows: shows in ann.buttons(ann.messages[panel]))
    assert "I ask how it went: 18:00" in shown(ann.messages[panel])
    assert "We look back: Monday, 19:00" in shown(ann.messages[panel])
    assert len(ann.messages) == number


async def test_a_long_page_leaves_nothing_behind_when_it_is_turned(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    await begin(api, ann)
    for words in ("short thoughts", "very long thoughts " * 215):
        api.says(ann, "/reflect")
        api.says(ann, words)
    api.says(ann, "/journal")
    await api.until(lambda: "Older →" in ann.buttons())
    first, _ = parts(ann)
    assert ann.last["message_id"] != first["message_id"]
    api.presses(ann, "Older →")
    await api.until(lambda: first["message_id"] not in ann.messages)
    api.presses(ann, "← Newer")
    await api.until(lambda: "Older →" in ann.buttons())
    assert len(parts(ann)) == 2


def parts(chat: Chat) -> list[dict[str, Any]]:
    """The messages of the bot's that a long page is made of."""
    said = (m for m in chat.messages.values() if m["from"] == ME)
    return [m for m in said if "very long thoughts" in shown(m) and "✓" not in shown(m)]


async def test_a_large_export_comes_in_parts(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(api, ann)
    monkeypatch.setattr(handover, "LARGEST", 1000)
    api.says(ann, "/privacy export")
    await api.hears(ann, "Part 2 of")
    many = int(shown(await api.hears(ann, "Part 1 of")).rpartition(" ")[2].rstrip("."))
    await api.hears(ann, f"Part {many} of")
    parts = [json.loads(sent["document"]["content"])["part"] for sent in api.of("sendDocument")]
    assert parts == [f"{n} of {many}" for n in range(1, many + 1)]


async def test_an_export_is_a_file(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    api.says(ann, "/privacy")
    await api.hears(ann, "Export or erase")
    api.presses(ann, "Export everything")
    await api.hears(ann, "as a JSON file")
    (sent,) = api.of("sendDocument")
    assert sent["document"]["name"] == "scrollwise-2026-11-23.json"
    assert b"phone-leaves-bed" in sent["document"]["content"]
    assert "as a JSON file" in sent["caption"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"sticker": {"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
                      "is_animated": False, "is_video": False}}, "words and buttons"),
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}}, "listen to recordings"),
        ({"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}, "pictures or videos"),
        ({"document": {"file_id": "f", "file_unique_id": "u"}}, "can't read files"),
        ({"text": "Buy this!", "forward_origin": {"type": "hidden_user", "date": 0, "sender_user_name": "X"}},
         "what you write yourself"),
        ({"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
                   "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
                   "allows_revoting": False, "members_only": False}}, "vote in polls"),
        ({"contact": {"phone_number": "1", "first_name": "Bob"}}, "Words and buttons work"),
    ],
)  # fmt: skip
async def test_what_cannot_be_read_gets_a_kind_answer(
    api: BotApi, coach: Coach, ann: Chat, content: dict, words: str
) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    api.says(ann, **content)
    await api.hears(ann, words)
    await api.until(lambda: "13 or older" in shown(ann.last))  # and the question is asked again


async def test_an_album_gets_one_answer_and_a_picture_s_words_are_read(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    await begin(api, ann)
    picture = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
    for _ in range(4):
        api.says(ann, media_group_id="1", **picture)
    api.says(ann, caption="help", **picture)
    await api.hears(ann, "Your day:")
    assert sum("pictures or videos" in shown(m) for m in ann.said) == 1


async def test_an_edited_message_has_no_second_effect(api: BotApi, coach: Coach, ann: Chat) -> None:
    await begin(api, ann)
    api.says(ann, "/stop")
    await api.hears(ann, "I write nothing more")
    message = {
        **next(m for m in ann.messages.values() if m.get("text") == "/stop"),
        "edit_date": 1,
        "text": "/start",
    }
    api.put({"edited_message": message})
    await api.hears(ann, "I read each message once")


async def test_a_repeated_update_is_answered_once(api: BotApi, coach: Coach, ann: Chat) -> None:
    number = api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    again = {"update_id": number, "message": {**ann.messages[1], "text": "/help"}}
    api.confirmed = 0
    api.updates = [again]
    api.says(ann, "/privacy")
    await api.hears(ann, "I store your settings, check-ins")
    assert not any("Your day:" in shown(m) for m in ann.said)


async def test_a_location_gives_the_zone_and_its_keyboard_goes(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    for label in ("I'm 13 or older: let's start", "My time", "I'm bored", "In bed", "Find it by my location"):
        await api.until(lambda label=label: any(label in ann.buttons(m) for m in ann.messages.values()))
        api.presses(ann, label)
    await api.hears(ann, "send your location once")
    assert ann.keyboard[0][0] == {"text": "Send my location", "request_location": True}
    api.says(ann, location={"latitude": -33.45, "longitude": -70.66})
    await api.hears(ann, "kept nowhere")
    assert ann.keyboard is None
    await api.hears(ann, "Which one would you like")
    async with coach.service.database.read() as transaction:
        everything = str(await transaction.exports.of_person(1))
    assert "America/Santiago" in everything
    assert "33.4" not in everything


async def test_without_a_location_is_fine_too(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    for label in ("I'm 13 or older: let's start", "My time", "I'm bored", "In bed", "Find it by my location"):
        await api.until(lambda label=label: any(label in ann.buttons(m) for m in ann.messages.values()))
        api.presses(ann, label)
    await api.hears(ann, "send your location once")
    api.says(ann, "Without a location")
    await api.hears(ann, "All right, without it")
    assert ann.keyboard is None
    api.says(ann, "9:00")
    await api.hears(ann, "which place is nearest to you?")


async def test_a_typing_sign_for_what_takes_long(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is still on its way when the answer arrives, and is not cut off by that."""
    monkeypatch.setattr(turns, "BUSY_AFTER_SECONDS", 0.1)
    api.faults["sendMessage"].append("slow:0.4")
    api.faults["sendChatAction"].append("slow:0.6")
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    assert [sign["action"] for sign in api.of("sendChatAction")] == ["typing"]
    await api.until(lambda: "sendChatAction" in api.ended)
    assert api.cut == []


async def offered(coach: Coach, chat: Chat, label: str) -> None:
    """Wait until the coach knows that its question with this button has arrived."""
    for _ in range(2000):
        if coach.telegram._chats.typed_token(chat.id, label):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"no question with {label!r}")


async def test_a_label_typed_out_is_its_button(api: BotApi, coach: Coach, ann: Chat) -> None:
    """Not kept as words of their own, as any other answer to this question would be."""
    api.says(ann, "/start")
    await offered(coach, ann, "I'm younger")
    api.says(ann, "i'm 13 or OLDER, let's start")
    question = await api.hears(ann, "What matters most")
    await offered(coach, ann, "My time")
    api.says(ann, "my time")
    await api.hears(ann, "When your hand goes to the phone")
    await api.until(lambda: not ann.buttons(ann.messages[question["message_id"]]))
    await offered(coach, ann, "I'm bored")
    api.says(ann, "My time")  # no button of this question
    await api.hears(ann, "press what comes nearest")
    async with coach.service.database.read() as transaction:
        person = (await transaction.exports.of_person(1))["person"]
    assert (person["focus"], person["why"]) == ("time", "")


async def test_a_menu_s_label_can_be_typed_too_until_something_else_is_said(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    await begin(api, ann)
    api.says(ann, "/help")
    await offered(coach, ann, "Settings")
    api.says(ann, "settings!")
    await offered(coach, ann, "Quiet hours")
    api.says(ann, "thanks")
    await api.hears(ann, "You're welcome")
    assert not coach.telegram._chats.typed_token(ann.id, "Quiet hours")
