"""Whole journeys through the strict local Telegram, by polling and by webhook, in English and in Spanish."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.judge.chatting import Talk
from tests.telegram.coach import Coach, coaching

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
    await _first_days(coach, ann, evening)
    await _later_and_yesterday(coach, ann, evening + 3 * DAY)
    await _reflects(coach, ann)
    await coach.pass_time(evening + 6 * DAY - timedelta(hours=1))
    summary = await ann.until(lambda: ann.button("week."), "weekly summary")
    assert "5" in summary[0].text
    await ann.presses("week." if ann.button("week.keep") else "grow.keep")
    await ann.quiet()


async def _first_days(coach: Coach, ann: Talk, evening: datetime) -> None:
    """Kept with a line; a lapse with its reason; skipped."""
    for number, kept in enumerate(("kept", "missed", "skipped")):
        day = evening + number * DAY
        await coach.pass_time(day + timedelta(minutes=20))
        await ann.presses(_answer(day, kept))
        await ann.presses("checkin.control.")
        if kept == "kept":
            await ann.until(lambda: ann.button("checkin.note.skip"), "question for a line")
            await ann.says("Una tarde tranquila, a calm evening")
        else:
            await ann.presses("checkin.obstacle." if kept == "missed" else "checkin.note.skip")
        await ann.until(lambda day=day: ann.button(f"checkin.f.{day.date()}"), "end of the check-in")


def _answer(day: datetime, kept: str) -> str:
    return f"checkin.a.{day.date()}.1.{kept}"


async def _later_and_yesterday(coach: Coach, ann: Talk, evening: datetime) -> None:
    """Snoozed and asked again; then left open, and answered on the day after by the old button."""
    await coach.pass_time(evening + timedelta(minutes=20))
    asked = await ann.presses(f"checkin.later.{evening.date()}")
    assert "✓" in asked.text
    await coach.pass_time(evening + DAY - timedelta(hours=8))
    await ann.until(lambda: ann.shown()[0].message_id > asked.message_id + 1, "second asking")
    await ann.says(f"/checkin {evening.date()}")
    await ann.presses(_answer(evening, "partly"))
    await ann.until(lambda: "◐" in ann.shown()[0].text, "yesterday's answer")


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
    await ann.presses("settings.open")
    await ann.presses("settings.open.checkin")
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
    async with coach.service.database.read() as store:
        with pytest.raises(LookupError):
            await store.export(1)
    await ann.says("/start")
    await ann.until(lambda: ann.button("onboarding.hello.ok"), "beginning")


async def test_a_deep_link_carries_a_plan_and_a_language(coach: Coach, judge: Any) -> None:
    talk = Talk(judge.person("Bea", language_code="fr"))
    first = await talk.says("/start lang_es")
    assert "Soy Scrollwise" in first.text
    other = Talk(judge.person("Cy", language_code="en"))
    await other.begins(start="/start plan_think-then-post")
    assert any("Think, then post" in (m.text or "") for m in other.shown())
