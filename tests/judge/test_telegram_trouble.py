"""What a strict local Telegram makes of groups, strange messages, limits, failures and a killed process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.telegram import http
from bot.content.rendered import Message, ShownButton
from bot.core.model.inputs import Account
from bot.delivery.ports import TryLater, Unknown
from tests.adapters.telegram.coach import Coach, coaching
from tests.adapters.telegram.crowd import kept, prepare, running, words
from tests.judge.chatting import Talk

api = pytest.importorskip("telegram_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
TOKEN = "123:TEST"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf"
    "c0f01f0005050102cf68cf0e0000000049454e44ae426082"
)


@pytest.fixture
async def judge() -> AsyncIterator[Any]:
    async with api.TelegramJudge(token=TOKEN) as judge:
        yield judge
        assert [violation for violation in judge.violations if not _cut_by_a_kill(violation)] == []


def _cut_by_a_kill(violation: Any) -> bool:
    """Tell whether a killed process closed its connection while the judge was still reading the call.

    The judge notes that as a failure of its own. No rule of the platform is broken by it.
    """
    return "ConnectionResetError" in violation.why


@pytest.fixture
async def coach(url: str, judge: Any) -> AsyncIterator[Coach]:
    async with coaching(url, judge.base_url, token=TOKEN) as coach:
        yield coach


async def test_a_group_hears_once_who_this_is_and_then_only_the_way(judge: Any, coach: Coach) -> None:
    ann = judge.person("Ann", language_code="es")
    for admin in (False, True):
        there = ann.in_group(judge.group("Team", ann, bot_is_admin=admin))
        hello = await there.hears(timeout=10)
        assert "Soy Scrollwise" in hello.text
        assert hello.buttons[0][0].value == "https://t.me/judged_bot"
        await there.says("hola a todos")
        await there.says("/help@other_bot")
        await there.says("/plans")
        assert "chat privado" in (await there.hears(timeout=10)).text
        await there.silence(0.5)
    async with coach.service.database.read() as transaction:
        with pytest.raises(LookupError):
            await transaction.exports.of_person(1)


async def test_all_that_is_no_words(judge: Any, coach: Coach) -> None:
    talk = Talk(ann := judge.person("Ann", language_code="en"))
    await talk.begins()
    for sends, heard in (
        (ann.sends_sticker, "words and buttons"),
        (ann.sends_voice, "recordings"),
        (lambda: ann.sends_photo(PNG), "pictures"),
        (lambda: ann.sends_document("a.pdf", b"%PDF"), "files"),
        (lambda: ann.sends_location(48.2, 16.4), "Vienna"),
    ):
        await sends()
        await talk.until(lambda heard=heard: any(heard in (m.text or "") for m in talk.shown()[:2]), heard)
    await ann.edits(await ann.says("thanks"), "no thanks")
    await talk.until(lambda: "as you first send it" in talk.shown()[0].text, "word on edits")
    judge.raw_update({"message": "malformed"})
    judge.raw_update({"callback_query": {"id": "1"}})
    assert "Your day:" in (await talk.says("/help")).text


async def test_forged_and_old_buttons(judge: Any, coach: Coach) -> None:
    talk = Talk(ann := judge.person("Ann", language_code="en"))
    await talk.begins()
    for data in (
        "checkin.a.2026-11-23.999.kept",
        "x",
        "privacy.sure.yes",
        "settings.zone.Mars/Olympus",
        "." * 64,
    ):
        await talk.says("/today")
        press = await ann.presses(data=data)
        await press.answer()
        await talk.quiet()
    async with coach.service.database.read() as transaction:
        assert await transaction.exports.of_person(1)


async def test_its_limits_are_kept_and_answers_come_first(url: str) -> None:
    """Ninety letters are on their way when somebody asks something."""
    async with (
        api.TelegramJudge(token=TOKEN, limits=api.Limits()) as judge,
        coaching(url, judge.base_url, token=TOKEN, telegram_per_second=30, telegram_per_chat=1) as coach,
    ):
        crowd = [judge.person(f"P{n}") for n in range(90)]
        for person in crowd:
            person.chat.started = True
        letter = Message("Your check-in", (ShownButton("checkin.open", "Today"),))
        accounts = [Account("telegram", str(person.id)) for person in crowd]
        bulk = asyncio.gather(*(coach.telegram.outbox.send(account, letter) for account in accounts))
        await asyncio.sleep(0.5)
        ann = judge.person("Ann", language_code="en")
        await ann.says("/start")
        await ann.hears(timeout=20)
        assert sum(person.chat.heard_count for person in crowd) <= 65
        await bulk
        assert [len(person.unread()) for person in crowd] == [1] * 90
        assert judge.rates()["per_second"] <= 30
        assert (judge.throttled, judge.violations) == (0, [])


@pytest.mark.parametrize(
    ("kind", "raised", "times"),
    [
        ("429", TryLater, 0), ("500", TryLater, 0), ("502 html", TryLater, 0), ("slow", None, 1),
        ("drop before delivery", Unknown, 0), ("drop after delivery", Unknown, 1),
        ("timeout after delivery", Unknown, 1),
    ],
)  # fmt: skip
async def test_what_became_of_a_letter(
    url: str, judge: Any, monkeypatch: pytest.MonkeyPatch, kind: str, raised: Any, times: int
) -> None:
    monkeypatch.setattr(http, "READ_SECONDS", 1.5)
    async with coaching(url, judge.base_url, token=TOKEN) as coach:
        ann = judge.person("Ann")
        ann.chat.started = True
        judge.fault("sendMessage", kind=kind, seconds=3 if kind.startswith("timeout") else 1)
        sending = coach.telegram.outbox.send(Account("telegram", str(ann.id)), Message("Hello"))
        if raised:
            with pytest.raises(raised):
                await sending
        else:
            await sending
        assert len(ann.unread()) == times


async def test_answers_survive_bad_weather(judge: Any, coach: Coach) -> None:
    talk = Talk(judge.person("Ann", language_code="en"))
    for method, kind in (
        ("sendMessage", "429"), ("editMessageText", "500"), ("answerCallbackQuery", "500"),
        ("getUpdates", "502 html"), ("editMessageText", "drop after delivery"), ("sendMessage", "500"),
        ("getUpdates", "drop before delivery"),
    ):  # fmt: skip
        judge.fault(method, kind=kind)
    await talk.begins()
    assert [m.text for m in talk.shown()].count(talk.shown()[0].text) == 1


async def test_who_blocks_is_left_alone(judge: Any, coach: Coach) -> None:
    talk = Talk(ann := judge.person("Ann", language_code="en"))
    await talk.begins()
    await ann.blocks_bot()
    await asyncio.sleep(0.5)
    heard = ann.chat.heard_count
    for _ in range(3):
        await coach.tick(hours=24)
    assert [c for c in judge.calls if c.status == 403] == []
    await ann.unblocks_bot()
    await coach.tick(hours=24)
    assert ann.chat.heard_count == heard
    await talk.says("hello")
    await coach.pass_time(coach.moment.replace(hour=20, minute=20))
    await talk.until(lambda: talk.button("checkin.a."), "check-in")


async def test_a_second_poller_is_named(url: str, judge: Any, coach: Coach, tmp_path: Path) -> None:
    with running(tmp_path, url, judge.base_url, TOKEN) as second:
        await asyncio.to_thread(_line_with, second, "somebody else receives this bot's messages")


def _line_with(process: Any, words: str) -> None:
    assert any(words in line for line in process.stderr)


async def test_two_hundred_answer_at_once_and_the_process_is_killed(
    url: str, judge: Any, tmp_path: Path
) -> None:
    people = [judge.person(f"P{n}") for n in range(200)]
    await prepare(url, [person.id for person in people])
    for person in people:
        await person.says(words(person.id))
    with running(tmp_path, url, judge.base_url, TOKEN) as process:
        await _until(lambda: sum(person.chat.heard_count for person in people) >= 120)
        process.kill()
        process.wait()
    waiting = {update["message"]["from"]["id"] for update in judge.updates.pending.values()}
    stored = await kept(url)
    assert {words(person.id) for person in people if person.id not in waiting} <= set(stored)
    assert 0 < len(waiting) < 200
    with running(tmp_path, url, judge.base_url, TOKEN):
        await _until(lambda: not judge.updates.pending)
        for person in people:
            await Talk(person).until(lambda person=person: person.chat.heard_count, "answer")
    assert await kept(url) == {words(person.id): 1 for person in people}
    # The judge counts it as its own failure when a caller is killed while it writes the answer.
    judge.violations[:] = [v for v in judge.violations if "Connection lost" not in v.why]


async def _until(condition: Any) -> None:
    """Wait until something is the case, for a minute at most."""
    for _ in range(3000):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it took more than a minute")
