"""Whole journeys through the strict local Telegram, by polling and by webhook, in English and in Spanish."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.model.messages import Text
from tests.adapters.telegram.coach import Coach, coaching
from tests.judge.chatting import Talk
from tests.world import wording

api = pytest.importorskip("telegram_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
TOKEN = "123:TEST"
ZONES = {"en": "Europe/London", "es": "Europe/Madrid"}
EVENING = {"en": datetime(2026, 11, 23, 20, 0, tzinfo=UTC), "es": datetime(2026, 11, 23, 19, 0, tzinfo=UTC)}
DAY = timedelta(days=1)


@pytest.fixture
async def judge() -> AsyncIterator[Any]:
    async with api.TelegramJudge(token=TOKEN) as judge:
        yield judge
        assert judge.violations == []
        assert [(c.method, c.description) for c in judge.calls if c.status >= 400] == []
        assert [p for p in judge.pressed.values() if not p.answered] == []


@pytest.fixture(params=["polling", "webhook"])
async def coach(request: Any, url: str, judge: Any) -> AsyncIterator[Coach]:
    more = {}
    if request.param == "webhook":
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            more = {"telegram_webhook_url": f"http://127.0.0.1:{probe.getsockname()[1]}/hook"}
    async with coaching(url, judge.base_url, token=TOKEN, **more) as coach:
        yield coach


@pytest.fixture(params=["en", "es"])
def ann(request: Any, judge: Any) -> Talk:
    return Talk(judge.person("Ann", language_code=request.param))


def language(talk: Talk) -> str:
    return str(talk.who.user["language_code"])


async def test_a_week(coach: Coach, judge: Any, ann: Talk) -> None:
    await ann.begins()
    evening = EVENING[language(ann)]
    await _mondays_button_on_tuesday(coach, ann, evening)
    await _first_days(coach, ann, evening)
    await _snoozes(coach, ann, evening + 3 * DAY)
    await _yesterday(coach, ann, evening + 3 * DAY)
    await _reflects(coach, ann)
    await coach.pass_time(evening + 6 * DAY - timedelta(hours=1))
    summary = await ann.until(lambda: ann.button("week."), "weekly summary")
    assert re.search(r"\b1 (of|de) 3\b", summary[0].text)
    await ann.presses("week." if ann.button("week.keep") else "grow.keep")
    await ann.quiet()


async def _mondays_button_on_tuesday(coach: Coach, ann: Talk, monday: datetime) -> None:
    """Monday's question is answered by its own button when Tuesday's has come: Monday is answered by that."""
    await coach.pass_time(monday + timedelta(minutes=20))
    await ann.until(lambda: ann.button(_answer(monday, "kept")), "Monday's check-in")
    await coach.pass_time(monday + DAY + timedelta(minutes=20))
    await ann.until(lambda: ann.button(_answer(monday + DAY, "kept")), "Tuesday's check-in")
    await ann.presses(_answer(monday, "kept"))
    await ann.until(lambda: ann.button(f"checkin.f.{monday.date()}"), "end of the check-in")
    await ann.says("Una tarde tranquila, a calm evening")
    assert await _entries(coach) == {str(monday.date()): "kept"}
    assert ann.button(_answer(monday + DAY, "kept"))


async def _entries(coach: Coach) -> dict[str, str]:
    """What is stored: day → kept."""
    async with coach.service.database.read() as transaction:
        plans = (await transaction.exports.of_person(1))["plans"]
    return {entry["day"]: entry["kept"] for plan in plans for entry in plan["entries"]}


async def _first_days(coach: Coach, ann: Talk, evening: datetime) -> None:
    """A lapse with its reason; skipped."""
    for number, kept in enumerate(("missed", "skipped"), 1):
        day = evening + number * DAY
        await coach.pass_time(day + timedelta(minutes=20))
        await ann.presses(_answer(day, kept))
        if number == 1:
            await ann.presses("checkin.control.")
        if kept == "missed":
            await ann.presses("checkin.obstacle.")
        await ann.until(lambda day=day: ann.button(f"checkin.f.{day.date()}"), "end of the check-in")


def _answer(day: datetime, kept: str) -> str:
    return f"checkin.a.{day.date()}.1.{kept}"


async def _snoozes(coach: Coach, ann: Talk, evening: datetime) -> None:
    """Once more in an hour, as was asked for, in a message of its own that says why it comes."""
    await coach.pass_time(evening + timedelta(minutes=20))
    asked = await ann.presses(f"checkin.later.{evening.date()}")
    assert "21:20" in asked.text
    await ann.quiet()
    heard = ann.who.chat.heard_count
    await coach.pass_time(coach.moment + timedelta(minutes=59))
    assert ann.who.chat.heard_count == heard
    await coach.pass_time(coach.moment + timedelta(minutes=2))
    again = await ann.until(lambda: ann.button(_answer(evening, "kept")), "check-in once more")
    assert again[0].message_id > asked.message_id
    assert again[0].text.startswith(wording().plain(Text("nudge-later"), language(ann)))


async def _yesterday(coach: Coach, ann: Talk, evening: datetime) -> None:
    """Left open all the same, and looked up on the day after."""
    await coach.pass_time(evening + DAY - timedelta(hours=8))
    await ann.says(f"/checkin {evening.date()}")
    await ann.presses(_answer(evening, "partly"))
    await ann.until(lambda: "◐" in ann.shown()[0].text, "yesterday's answer")
    assert (await _entries(coach))[str(evening.date())] == "partly"


async def _reflects(coach: Coach, ann: Talk) -> None:
    await ann.says("/reflect")
    await ann.says("Words of any length, palabras de cualquier longitud. " * 70)
    page = await ann.says("/journal")
    assert page.text.count("palabras") > 50
    await ann.presses("journal.page")
    await ann.until(lambda: "tranquila" in ann.shown()[0].text, "older page in the same message")
    assert ann.shown()[0].message_id == page.message_id


async def test_settings_export_stop_back_and_erase(coach: Coach, judge: Any, ann: Talk) -> None:
    await ann.begins("ten-minutes-less")
    await ann.says("/settings")
    await ann.presses("settings.page.checkin")
    await ann.presses("settings.checkin.")
    await ann.until(lambda: ann.button("settings.show"), "the setting kept")
    await ann.says("/privacy")
    await ann.presses("privacy.export")
    exported = await ann.until(lambda: ann.shown()[0].document_bytes, "export")
    assert ZONES[language(ann)] in json.dumps(json.loads(exported))
    await ann.says("/stop")
    quiet = ann.who.chat.heard_count
    await coach.pass_time(coach.moment + 5 * DAY)
    assert ann.who.chat.heard_count == quiet
    await ann.says("hola, hello")
    await ann.presses("rest.on")
    await ann.until(lambda: ann.button("checkin.open"), "back")
    await coach.pass_time(coach.moment + 2 * DAY)
    await ann.until(lambda: ann.button("checkin.a."), "check-in")
    await ann.says("/privacy")
    await ann.presses("privacy.erase")
    await ann.presses("privacy.sure.yes")
    await ann.quiet()
    assert not ann.button("privacy.")
    async with coach.service.database.read() as transaction:
        with pytest.raises(LookupError):
            await transaction.exports.of_person(1)
    await ann.says("/start")
    await ann.until(lambda: ann.button("onboarding.hello.ok"), "beginning")


async def test_a_deep_link_carries_a_plan_and_a_language(coach: Coach, judge: Any) -> None:
    talk = Talk(judge.person("Bea", language_code="fr"))
    first = await talk.says("/start lang_es")
    assert "Soy Scrollwise" in first.text
    other = Talk(judge.person("Cy", language_code="en"))
    await other.begins(start="/start plan_think-then-post")
    assert any("Think, then post" in (m.text or "") for m in other.shown())
