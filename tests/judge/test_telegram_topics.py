"""Topics on a strict local Telegram, in private chats and in groups: the answer comes where it was asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.adapters.telegram.coach import Coach, coaching
from tests.judge.chatting import Talk

api = pytest.importorskip("telegram_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
TOKEN = "123:TEST"


@pytest.fixture
async def judge() -> AsyncIterator[Any]:
    async with api.TelegramJudge(token=TOKEN, private_topics=True) as judge:
        yield judge
        assert judge.violations == []
        assert [(c.method, c.description) for c in judge.calls if c.status >= 400] == []


@pytest.fixture
async def coach(url: str, judge: Any) -> AsyncIterator[Coach]:
    async with coaching(url, judge.base_url, token=TOKEN) as coach:
        yield coach


async def test_a_private_topic_is_answered_there(judge: Any, coach: Coach) -> None:
    talk = Talk(ann := judge.person("Ann", language_code="en"))
    await talk.begins()
    ann.unread()
    for topic, command in ((77, "/today"), (500, "/plans"), (None, "/today")):
        await (ann.in_topic(topic) if topic else ann).says(command)
        heard = await ann.hears(timeout=10)
        assert (heard.topic, "The phone leaves the bed" in heard.text) == (topic, True)


async def test_all_of_a_talk_stays_in_its_topic(judge: Any, coach: Coach) -> None:
    talk = Talk(ann := judge.person("Ann", language_code="en"))
    await talk.begins()
    ann.unread()
    there = ann.in_topic(77)
    await there.says("/checkin")
    asked = await ann.hears(timeout=10)
    await ann.presses("Not today", on=asked)
    await talk.until(lambda: talk.button("checkin.obstacle."), "what got in the way")
    obstacle, _ = talk.button("checkin.obstacle.")
    await there.says("the sofa after dinner")
    await talk.until(lambda: talk.button("checkin.f."), "end of the check-in")
    end, _ = talk.button("checkin.f.")
    assert (asked.topic, obstacle.topic, end.topic) == (77, 77, 77)


async def test_a_group_s_topic_is_answered_there_and_by_what_was_asked(judge: Any, coach: Coach) -> None:
    ann = judge.person("Ann", language_code="en")
    club = judge.group("Club", ann, forum=True)
    await ann.in_group(club).hears(timeout=10)  # who this is
    for topic, command in ((77, "/today"), ("Plans", "/plans@judged_bot"), (None, "/week")):
        there = ann.in_group(club, topic=topic) if topic else ann.in_group(club)
        await there.says(command)
        heard = await there.hears(timeout=10)
        number = club.topic(topic).id if isinstance(topic, str) else topic
        assert (heard.topic, "private chat" in heard.text) == (number, True)
        name = command[1:].partition("@")[0]
        assert heard.buttons[0][0].value == f"https://t.me/judged_bot?start=cmd_{name}"
    given = [c.params.get("reply_parameters") for c in judge.calls if c.method == "sendMessage"]
    assert sum(bool(one) for one in given) == 3
