"""A reply with a picture and with buttons that have a meaning, as Telegram shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.content.rendered import Message
from bot.core.model.inputs import Account, Incoming
from bot.pictures import drawing
from bot.pictures.drawing import Painter
from tests.adapters.telegram.coach import Coach
from tests.adapters.telegram.server import BotApi, Chat, shown
from tests.pictures import renderers
from tests.pictures.charts import WEEK, message

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
ANN = Account("telegram", "1001")
PNG = b"\x89PNG\r\n\x1a\n"
LONG = "A week of many words. " * 60
Answers = Callable[..., None]


@pytest.fixture
def answers(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Sets the messages that each turn from then on leads to."""

    def answers(*messages: Message) -> None:
        async def turn(incoming: Incoming) -> tuple[Message, ...]:
            return messages

        monkeypatch.setattr(coach.service, "turn", turn)

    return answers


def styles(given: dict[str, Any]) -> dict[str, str | None]:
    rows = given["reply_markup"]["inline_keyboard"]
    return {button["text"]: button.get("style") for row in rows for button in row}


async def test_a_nudge_is_a_picture_with_its_words_and_keyboard(api: BotApi, coach: Coach) -> None:
    await coach.telegram.outbox.send(ANN, message())
    (photo,) = api.of("sendPhoto")
    assert photo["photo"]["content"].startswith(PNG)
    assert photo["caption"] == "Your week"
    assert styles(photo) == {
        "Neutral": None, "Suggested": "primary", "Positive": "success", "Danger": "danger",
    }  # fmt: skip
    assert api.of("sendMessage") == []


async def test_words_too_long_for_a_caption_stand_below(api: BotApi, coach: Coach, ann: Chat) -> None:
    await coach.telegram.outbox.send(ANN, message(LONG))
    picture, text = ann.said
    assert (bool(picture["photo"]), shown(picture), ann.buttons(picture)) == (True, "", {})
    assert shown(text) == LONG.strip()
    assert ann.buttons(text)["Danger"] == "toy.danger"


async def test_a_picture_comes_below_the_pressed_message(
    api: BotApi, coach: Coach, ann: Chat, answers: Answers
) -> None:
    answers(message("First", chart=False))
    api.says(ann, "/week")
    first = await api.hears(ann, "First")
    answers(message(edits=True))
    api.presses(ann, "Positive")
    picture = await api.hears(ann, "Your week")
    await api.hears(ann, "✓ Positive")
    assert picture["message_id"] > first["message_id"]
    assert picture["photo"]


async def test_a_pressed_picture_keeps_its_words_and_loses_its_keyboard(
    api: BotApi, coach: Coach, ann: Chat, answers: Answers
) -> None:
    answers(message())
    api.says(ann, "/week")
    picture = await api.hears(ann, "Your week")
    answers(message("Next", chart=False, edits=True))
    api.presses(ann, "Danger")
    after = await api.hears(ann, "Next")
    await api.until(lambda: "reply_markup" not in ann.messages[picture["message_id"]])
    assert (after["message_id"] > picture["message_id"], shown(picture)) == (True, "Your week")


async def test_the_picture_above_a_long_text_goes_when_that_is_replaced(
    api: BotApi, coach: Coach, ann: Chat, answers: Answers
) -> None:
    answers(message(LONG))
    api.says(ann, "/week")
    await api.hears(ann, LONG.strip())
    picture, text = ann.said[-2:]
    answers(message("Next", chart=False, edits=True))
    api.presses(ann, "Neutral")
    after = await api.hears(ann, "Next")
    assert after["message_id"] == text["message_id"]
    await api.until(lambda: picture["message_id"] not in ann.messages)


async def test_a_picture_that_cannot_be_drawn_is_said(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "painter", Painter(renderers.refuse))
    await coach.telegram.outbox.send(ANN, message())
    assert [shown(it) for it in ann.said] == [f"Your week\n\n{WEEK.alt}"]
    assert "Danger" in ann.buttons()
