"""A label that is typed in direct messages presses its button: of the message replied to, else the newest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.adapters.discord.coach import until
from tests.judge.town import Person, Town, town

discord_api = pytest.importorskip("discord_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


async def asked(here: Town) -> tuple[Person, Any]:
    """Somebody whom the coach has just asked about the day in direct messages, and the question."""
    ann = Person(here, here.judge.member("Ann", here.guild, locale="en-US"), "dm")
    await ann.begins()
    ann.member.unread.clear()
    await here.evening()
    question = next(h for h in ann.member.unread if "checkin.a." in str(h.message.wire["components"]))
    ann.member.unread.clear()
    return ann, question


async def answered(here: Town, ann: Person) -> None:
    await until(lambda: ann.member.unread)
    await here.calm()


async def entries(here: Town) -> dict[str, str]:
    """All that is stored: day → answer."""
    async with here.coach.service.database.read() as transaction:
        plans = (await transaction.exports.of_person(1))["plans"]
    return {entry["day"]: entry["kept"] for plan in plans for entry in plan["entries"]}


async def test_a_label_presses_the_newest_question(url: str, tmp_path: Path) -> None:
    """Nothing reads words here, and "doesn't apply" is no phrase of the lexicon."""
    async with town(discord_api.DiscordJudge(token="labels"), url, tmp_path) as here:
        ann, _ = await asked(here)
        await ann.member.writes("doesn't apply", in_="dm")
        await answered(here, ann)
        assert await entries(here) == {here.coach.now.date().isoformat(): "skipped"}


async def test_a_label_in_a_reply_presses_that_message_s_button(url: str, tmp_path: Path) -> None:
    """After a restart too, and with another question in between."""
    async with town(discord_api.DiscordJudge(token="labels"), url, tmp_path) as here:
        ann, monday = await asked(here)
        then = here.coach.now.date().isoformat()
        await here.evening(1)
        await here.restart()
        ann.member.unread.clear()
        await ann.member.writes("doesn't apply", in_="dm", reply_to=monday)
        await answered(here, ann)
        assert await entries(here) == {then: "skipped"}


async def test_a_label_of_no_question_stays_own_words(url: str, tmp_path: Path) -> None:
    async with town(discord_api.DiscordJudge(token="labels"), url, tmp_path) as here:
        ann, _ = await asked(here)
        await ann.member.writes("kept it, doesn't apply", in_="dm")
        await answered(here, ann)
        assert await entries(here) == {}
