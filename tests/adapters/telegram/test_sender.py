"""What Telegram does to a message: refuses it, breaks, takes it and says nothing, asks for patience."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from io import StringIO

import pytest

from bot.adapters.telegram import http
from bot.content.rendered import Message, ShownButton
from bot.core.model.inputs import Account
from bot.core.model.person import RestReason
from bot.delivery.ports import Blocked, TryLater, Unknown
from tests.adapters.telegram.coach import Coach, coaching
from tests.adapters.telegram.server import TOKEN, BotApi, Chat, shown
from tests.everything import EVERYTHING

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

ANN = Account("telegram", "1001")
NUDGE = Message("Your <b>check-in</b>", (ShownButton("checkin.open", "Today"),), language="en")


async def rest(coach: Coach) -> RestReason:
    async with coach.service.database.read() as transaction:
        return (
            await transaction.snapshots.load_one(1, coach.moment, coach.service.library, EVERYTHING)
        ).person.rest


# --- of the coach's own accord: one try, and a word for what became of it


@pytest.mark.parametrize(
    ("fault", "raised", "arrived"),
    [
        ("403", Blocked, 0),
        ("400:chat not found", Blocked, 0),
        ("400:user is deactivated", Blocked, 0),
        ("500", TryLater, 0),
        ("429:7", TryLater, 0),
        ("late", Unknown, 1),
        ("drop", Unknown, 0),
        ("400:can't parse entities", Unknown, 0),
    ],
)
async def test_what_became_of_a_message(
    api: BotApi, coach: Coach, ann: Chat, fault: str, raised: type[Exception], arrived: int
) -> None:
    api.faults["sendMessage"].append(fault)
    with pytest.raises(raised) as error:
        await coach.telegram.outbox.send(ANN, NUDGE)
    assert len(ann.said) == arrived
    assert getattr(error.value, "seconds", 7) == (7 if fault == "429:7" else 0 if raised is TryLater else 7)


@pytest.mark.parametrize("silent", [True, False])
async def test_a_message_makes_a_sound_unless_that_was_chosen(
    api: BotApi, coach: Coach, ann: Chat, silent: bool
) -> None:
    await coach.telegram.outbox.send(ANN, replace(NUDGE, silent=silent))
    [sent] = api.of("sendMessage")
    assert sent.get("disable_notification") == ("true" if silent else None)


async def test_a_timeout_leaves_open_whether_it_arrived(
    url: str, api: BotApi, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "READ_SECONDS", 0.3)
    async with coaching(url, api.url) as coach:
        api.faults["sendMessage"].append("slow:0.6")
        with pytest.raises(Unknown):
            await coach.telegram.outbox.send(ANN, NUDGE)
        await api.until(lambda: len(ann.said) == 1)


async def test_a_server_that_is_not_there_means_later(url: str, unused_port: int) -> None:
    async with coaching(url, f"http://127.0.0.1:{unused_port}/bot") as coach:
        with pytest.raises(TryLater):
            await coach.telegram.outbox.send(ANN, NUDGE)


async def test_after_the_end_nothing_is_sent_and_nothing_lost(api: BotApi, coach: Coach, ann: Chat) -> None:
    await api.until(lambda: bool(api.of("getUpdates")))
    await coach.stop()
    with pytest.raises(TryLater):
        await coach.telegram.outbox.send(ANN, NUDGE)
    assert ann.said == []


async def test_a_long_message_is_never_half_repeated(api: BotApi, coach: Coach, ann: Chat) -> None:
    """Its second part fails: sent again, the first would come twice."""
    api.faults["sendMessage"].extend(["", "500"])
    with pytest.raises(Unknown):
        await coach.telegram.outbox.send(ANN, Message("word " * 1500))
    assert len(ann.said) == 1


async def test_a_picture_has_a_caption(api: BotApi, coach: Coach, ann: Chat) -> None:
    from bot.core.model.messages import Document

    await coach.telegram.outbox.send(ANN, Message("Your <i>week</i>", document=Document("week.png", b"PNG")))
    (photo,) = api.of("sendPhoto")
    assert (photo["photo"]["content"], photo["caption"]) == (b"PNG", "Your week")
    assert photo["caption_entities"] == [{"type": "italic", "offset": 5, "length": 4}]


# --- answers to people: patiently, but never twice


@pytest.mark.parametrize(("fault", "pause"), [("500", 0.05), ("429:1", 1)])
async def test_an_answer_is_sent_again_where_it_surely_did_not_arrive(
    api: BotApi, coach: Coach, ann: Chat, fault: str, pause: float
) -> None:
    api.faults["sendMessage"].append(fault)
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    first, second = (call.at for call in api.calls if call.method == "sendMessage")
    assert second - first >= 0.95 * pause
    assert len(ann.said) == 1


@pytest.mark.parametrize(("fault", "arrived"), [("late", 1), ("drop", 0)])
async def test_an_answer_whose_fate_is_unknown_is_not_sent_again(
    api: BotApi, coach: Coach, ann: Chat, fault: str, arrived: int
) -> None:
    api.faults["sendMessage"].append(fault)
    api.says(ann, "/start")
    api.says(ann, "/privacy")
    await api.hears(ann, "I store your settings, check-ins")
    await api.until(lambda: len(ann.said) == arrived + 2)  # below the answer to /privacy it is asked again
    assert sum(shown(m).startswith("An evening that is yours") for m in ann.said) == arrived + 1


async def test_an_edit_is_repeated_until_it_is_done(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    api.faults["editMessageText"].extend(["late", "500"])
    api.presses(ann, "Español")
    await api.hears(ann, "Soy Scrollwise")
    assert sum("✓ Español" in shown(m) for m in ann.said) == 1


async def test_a_message_that_is_gone_is_answered_below(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    api.faults["editMessageText"].append("400:message to edit not found")
    api.presses(ann, "Español")
    await api.hears(ann, "Soy Scrollwise")


async def test_a_query_too_old_and_a_lost_typing_sign_do_no_harm(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    api.faults["answerCallbackQuery"].append("400:query is too old and response timeout expired")
    api.presses(ann, "I'm 13 or older: let's start")
    await api.hears(ann, "What matters most")


# --- who can't be reached


async def test_who_blocks_the_bot_is_left_in_peace_until_they_write(
    api: BotApi, coach: Coach, ann: Chat
) -> None:
    api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    api.member(ann, "member", "kicked")
    await api.until(lambda: not api.updates)
    assert await rest(coach) is RestReason.UNREACHABLE
    api.member(ann, "kicked", "member")
    await api.until(lambda: not api.updates)
    assert await rest(coach) is RestReason.UNREACHABLE
    before = len(ann.said)
    api.says(ann, "hello")
    await api.until(lambda: len(ann.said) > before)
    assert await rest(coach) is RestReason.NO


async def test_who_said_stop_stays_stopped_through_a_block(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.says(ann, "/start")
    api.says(ann, "/stop")
    await api.hears(ann, "I write nothing more")
    api.member(ann, "member", "kicked")
    api.member(ann, "kicked", "member")
    await api.until(lambda: not api.updates)
    assert await rest(coach) is RestReason.STOPPED


async def test_an_answer_to_somebody_who_just_blocked(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.faults["sendMessage"].append("403")
    api.says(ann, "/start")
    await api.until(lambda: not api.updates and api.of("sendMessage"))
    for _ in range(50):
        if await rest(coach) is RestReason.UNREACHABLE:
            break
        await asyncio.sleep(0.05)
    assert await rest(coach) is RestReason.UNREACHABLE


async def test_a_strangers_block_meets_nobody(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.member(ann, "member", "kicked")
    await api.until(lambda: not api.updates)
    async with coach.service.database.read() as transaction:
        assert await transaction.people.find(ANN) is None


# --- the token


async def test_the_token_is_nowhere_to_be_seen(api: BotApi, coach: Coach, ann: Chat, log: StringIO) -> None:
    api.faults["sendMessage"].extend(["500", "403", "400:why", "late"])
    api.faults["getUpdates"].extend(["401"])
    for _ in range(4):
        api.says(ann, "/start")
    await asyncio.gather(*[coach.serving] if coach.serving else [], return_exceptions=True)
    post = coach.telegram.outbox
    seen = [log.getvalue(), repr(coach.telegram), repr(post), repr(vars(post)), repr(coach.settings)]
    assert not any(TOKEN.partition(":")[2] in text for text in seen)
