"""An emoji below the check-in's question answers it, after a restart too; any other emoji says nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.storage.database import Database
from bot.turns.service import Service
from tests.adapters.telegram.coach import Coach, coaching
from tests.judge.chatting import Talk
from tests.judge.town import Person, town
from tests.world import reader

telegram_api = pytest.importorskip("telegram_api")
discord_api = pytest.importorskip("discord_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
EVENING = datetime(2026, 11, 23, 20, 20, tzinfo=UTC)
TOKEN = "123:TEST"


async def entries(database: Database) -> dict[str, str]:
    """All that is stored: day → answer."""
    async with database.read() as transaction:
        plans = (await transaction.exports.of_person(1))["plans"]
    return {entry["day"]: entry["kept"] for plan in plans for entry in plan["entries"]}


# --- Telegram


@pytest.fixture
async def judge() -> AsyncIterator[Any]:
    async with telegram_api.TelegramJudge(token=TOKEN) as judge:
        yield judge
        assert judge.violations == []


@pytest.fixture
async def coach(url: str, judge: Any) -> AsyncIterator[Coach]:
    async with coaching(url, judge.base_url, token=TOKEN) as coach:
        listen(coach.service)
        yield coach


def listen(service: Service) -> None:
    """Let the service read what emoji mean."""
    service.reactions._reader = reader()


async def restart(coach: Coach) -> None:
    await coach.stop()
    await coach.start()
    listen(coach.service)


async def asked(coach: Coach, judge: Any) -> tuple[Talk, Any]:
    """Somebody whom the coach has just asked about the day, and the question."""
    talk = Talk(judge.person("Ann", language_code="en"))
    await talk.begins()
    await coach.pass_time(EVENING)
    message, _ = await talk.until(lambda: talk.button("checkin.a."), "check-in")
    return talk, message


@pytest.mark.parametrize("restarts", [False, True])
async def test_on_telegram_a_thumb_answers(coach: Coach, judge: Any, *, restarts: bool) -> None:
    talk, question = await asked(coach, judge)
    if restarts:
        await restart(coach)
    await talk.who.reacts("👍", to=question)
    await talk.until(lambda: talk.button("checkin.f."), "end of the check-in")
    assert await entries(coach.service.database) == {"2026-11-23": "kept"}
    stands = next(m for m in talk.shown() if m.message_id == question.message_id)
    assert stands.buttons == []
    assert stands.text.startswith(question.text)  # the question can still be read
    await talk.who.reacts("👎", to=question)  # another mind
    await talk.until(lambda: talk.shown()[0].message_id > question.message_id + 1, "answer")
    await talk.quiet()
    assert await entries(coach.service.database) == {"2026-11-23": "missed"}


async def test_on_telegram_another_emoji_says_nothing(coach: Coach, judge: Any) -> None:
    talk, question = await asked(coach, judge)
    heard = talk.who.chat.heard_count
    for sign in ("❤", "🔥", "😢", None):
        await talk.who.reacts(sign, to=question)
    other = next(m for m in talk.shown() if m.message_id != question.message_id)
    await talk.who.reacts("👍", to=other)
    await talk.quiet()
    assert talk.who.chat.heard_count == heard
    assert await entries(coach.service.database) == {}
    assert talk.button("checkin.a.")


async def test_on_telegram_an_answered_message_asks_nothing_any_more(coach: Coach, judge: Any) -> None:
    """The text of a pressed message can be another one's by then."""
    talk, question = await asked(coach, judge)
    await talk.presses("checkin.a.2026-11-23.1.missed")
    await talk.quiet()
    heard = talk.who.chat.heard_count
    await talk.who.reacts("👍", to=question)
    await talk.quiet()
    await restart(coach)
    await talk.who.reacts("🎉", to=question)
    await talk.quiet()
    assert talk.who.chat.heard_count == heard
    assert await entries(coach.service.database) == {"2026-11-23": "missed"}


async def test_on_telegram_a_question_in_an_answer_is_found_after_a_restart(coach: Coach, judge: Any) -> None:
    talk = Talk(judge.person("Ann", language_code="en"))
    await talk.begins()
    question = await talk.says("/checkin")
    await restart(coach)
    await talk.who.reacts("👌", to=question)
    await talk.until(lambda: talk.button("checkin.f."), "end of the check-in")
    assert await entries(coach.service.database) == {"2026-11-23": "kept"}


# --- Discord


@pytest.mark.parametrize(
    ("sign", "kept"), [("👍🏽", "kept"), ("✅", "kept"), ("❌", "missed"), ("👎", "missed")]
)
async def test_on_discord_an_emoji_in_direct_messages_answers(
    url: str, tmp_path: Path, sign: str, kept: str
) -> None:
    judge = discord_api.DiscordJudge(token="react")
    async with town(judge, url, tmp_path) as here:
        ann = Person(here, judge.member("Ann", here.guild, locale="en-US"), "dm")
        await ann.begins()
        ann.member.unread.clear()
        await here.evening()
        question = next(h for h in ann.member.unread if "checkin.a." in str(h.message.wire["components"]))
        await here.restart()
        listen(here.coach.service)
        ann.member.unread.clear()
        for nothing in ("🔥", "❤️"):
            await ann.member.reacts(nothing, to=question)
        await ann.member.reacts(sign, to=question)
        await ann.member.reacts(sign, to=question, remove=True)
        await asyncio.sleep(0.2)
        await here.calm()
        assert len(ann.member.unread) == 1
        assert await entries(here.coach.service.database) == {here.coach.now.date().isoformat(): kept}
        assert [c for c in judge.calls if c.status >= 400] == []
