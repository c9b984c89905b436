"""What an update says: labels in replies, emoji below messages."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from bot.adapters.telegram.event import AddedReaction
from bot.adapters.telegram.parsing import parse
from bot.core.model.inputs import ButtonPress, TypedText

ANN = {"id": 7, "is_bot": False, "first_name": "Ann"}
BOT = {"id": 1, "is_bot": True, "first_name": "Coach"}
CHAT = {"id": 7, "type": "private"}


def said(content: dict[str, Any]) -> object:
    event = parse(Update.de_json({"update_id": 1, **content}, None))
    return event and event.said


def reply(text: str, *labels: str) -> object:
    """What a reply to a message with these buttons says; their tokens are t0, t1, ..."""
    rows = [[{"text": label, "callback_data": f"t{n}"}] for n, label in enumerate(labels)]
    to = {
        "message_id": 1,
        "date": 1,
        "chat": CHAT,
        "from": BOT,
        "text": "Which?",
        "reply_markup": {"inline_keyboard": rows},
    }
    message = {"message_id": 2, "date": 2, "chat": CHAT, "from": ANN, "text": text, "reply_to_message": to}
    return said({"message": message})


def test_a_reply_presses_the_only_label_that_it_is() -> None:
    assert reply("change", "Keep", "Change") == ButtonPress("t1")


@pytest.mark.parametrize("labels", [("Keep", "Keep!"), ("Change",), ()])
def test_a_reply_that_is_several_labels_or_none_is_read(labels: tuple[str, ...]) -> None:
    assert reply("keep", *labels) == TypedText("keep", tuple(f"t{n}" for n in range(len(labels))))


def emoji(sign: str) -> dict[str, str]:
    return {"type": "emoji", "emoji": sign}


CUSTOM = {"type": "custom_emoji", "custom_emoji_id": "5"}


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ([], [emoji("👍")], "👍"),
        ([emoji("👍")], [emoji("👎")], "👎"),
        ([emoji("👍")], [emoji("👍"), emoji("🎉")], "🎉"),
        ([CUSTOM], [emoji("👍"), CUSTOM], "👍"),
        ([emoji("👍")], [], ""),
        ([emoji("👍"), emoji("🎉")], [emoji("👍")], ""),
        ([], [CUSTOM], ""),
        ([], [emoji("👍"), emoji("👎")], ""),
        ([], [{"type": "paid"}], ""),
        ([], [{"type": "of a later release", "emoji": "👍"}], ""),
    ],
)
def test_only_an_emoji_that_was_added_is_said(old: list[Any], new: list[Any], sign: str) -> None:
    change = {"chat": CHAT, "message_id": 5, "user": ANN, "date": 1, "old_reaction": old, "new_reaction": new}
    assert said({"message_reaction": change}) == (AddedReaction(5, sign) if sign else None)
