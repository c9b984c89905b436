"""One person on a strict Discord: the whole loop, in direct messages and in a server, in two languages."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.judge.town import Person, Town, town

api = pytest.importorskip("discord_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
LOCALES = {"en": "en-US", "es": "es-ES"}


def judge(**options: Any) -> Any:
    return api.DiscordJudge(token="journey", **options)


@pytest.mark.parametrize(("language", "where"), [("en", "dm"), ("es", "general")])
async def test_the_personal_loop(url: str, tmp_path: Path, language: str, where: str) -> None:
    async with town(judge(), url, tmp_path) as here:
        member = here.judge.member("Ann", here.guild, locale=LOCALES[language])
        ann = Person(here, member, where)
        await ann.begins()
        assert here.judge.dms_opened <= 1
        await a_week_of_checkins(here, ann)
        await thoughts(ann, language)
        await a_week_in_summary(here, ann)
        await settings_and_pause(here, ann)
        await data(here, ann)
        assert [c for c in here.judge.calls if c.status >= 400] == []


CONTROLS = (1, 4)  # days of it that ask how in control they felt


async def a_week_of_checkins(here: Town, ann: Person) -> None:
    """By buttons on even days, by the modal on odd ones, always on the message that came in the evening."""
    ann.member.unread.clear()
    for day in range(6):
        await here.evening()
        asked = next(h for h in ann.member.unread if "checkin." in str(h.message.wire["components"]))
        assert (asked.channel, asked.ephemeral, asked.pings) == ("dm", False, frozenset())
        await (by_buttons if day % 2 == 0 else by_modal)(ann, missed=day == 3, control=day in CONTROLS)
        assert not ann.member.newest("dm").text.startswith("…")


async def by_buttons(ann: Person, *, missed: bool, control: bool) -> None:
    await ann.presses("s1:checkin.a.")
    assert ann.member.unread[0].edited
    if control:
        await ann.presses("s1:checkin.control.")


async def by_modal(ann: Person, *, missed: bool, control: bool) -> None:
    await ann.presses("s1f:checkin.sent.")
    assert ann.member.modal is not None
    felt = {"control": ["4"]} if control else {}
    await ann.submits(e1="missed" if missed else "kept", note="A walk, and # no feed.", **felt)
    if missed:
        await ann.presses("s1:checkin.obstacle.")


async def thoughts(ann: Person, language: str) -> None:
    await ann.runs("/reflect")
    await ann.presses("s1f:reflect.sent.")
    await ann.submits(words="@here *This* is mine.\n\n- and a list")
    await ann.runs("/journal")
    [page] = ann.member.unread
    assert "@here *This* is mine." in page.text.replace("\\", "")
    assert (page.pings, page.ephemeral) == (frozenset(), ann.where != "dm")
    option = {"en": "words", "es": "palabras"}[language]
    await ann.runs("/journal", **{option: "no such words"})
    assert "no such words" in ann.heard()


async def a_week_in_summary(here: Town, ann: Person) -> None:
    ann.member.unread.clear()
    await here.evening()
    summary = [h for h in ann.member.unread if "week.keep" in str(h.message.wire["components"])]
    assert [h.channel for h in summary] == ["dm"]
    await ann.runs("/week")
    await ann.presses("s1:grow.")
    assert ann.member.unread[0].text


async def settings_and_pause(here: Town, ann: Person) -> None:
    await ann.runs("/settings")
    await ann.presses("s1:settings.page.checkin")
    await ann.writes("19:15")
    await ann.runs("/settings", setting="ceiling")
    await ann.presses("s1:settings.ceiling.5")
    await ann.runs("/pause", until="3")
    ann.member.unread.clear()
    await here.coach.pass_time(here.coach.now + timedelta(days=2))
    assert ann.member.unread == []
    await ann.presses("s1:pause.off")
    await ann.runs("/why")
    await ann.runs("/plans", plan=(await ann.member.completes("/plans", plan=""))[0]["value"])
    await ann.runs("/checkin", day=here.coach.now.date().isoformat())


async def data(here: Town, ann: Person) -> None:
    """Export, stop and back, erase; nothing comes afterwards."""
    await ann.runs("/privacy")
    await ann.presses("s1:privacy.export")
    [file] = ann.member.unread[0].files
    assert "@everyone **sleep** <@1>" in json.dumps(json.loads(file.data), ensure_ascii=False)
    assert file.description
    await ann.runs("/stop")
    ann.member.unread.clear()
    await here.evening(days=5)
    assert ann.member.unread == []
    await ann.runs("/start")
    ann.member.unread.clear()
    await here.evening(days=1)
    assert ann.member.unread
    await ann.runs("/privacy", wish="erase")
    await ann.presses("s1:privacy.sure.yes")
    ann.member.unread.clear()
    await here.evening(days=3)
    assert ann.member.unread == []
    await ann.runs("/start")
    assert ann.custom_id("s1:onboarding.hello.ok")


@pytest.mark.parametrize("where", ["dm", "general"])
async def test_a_restart_between_any_two_presses(url: str, tmp_path: Path, where: str) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = Person(here, here.judge.member("Ann", here.guild), where, restarts=True)
        await ann.begins()
        await ann.runs("/today")
        await ann.presses("s1:checkin.open.")
        await ann.presses("s1f:checkin.sent.")
        await ann.submits(e1="kept")
        assert "●" in ann.heard()
        registered = [c for c in here.judge.calls if (c.method, c.path.count("/")) == ("PUT", 3)]
        assert len(registered) == 1


async def test_plain_words_in_the_direct_message(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = Person(here, here.judge.member("Ann", here.guild))
        await ann.begins()
        for words, expected in (
            ("done", "Noted"), ("the sofa was the hard place", "/journal"),
            ("thanks", "You're welcome"),
            ("/plans", "The phone leaves the bed"), ("stop", "I write nothing more"), ("hm", "I'm resting"),
            ("start", "we go on"), ("@everyone # big", "/journal"),
        ):  # fmt: skip
            await ann.writes(words)
            assert expected in ann.heard()
            assert not any(h.pings for h in ann.member.unread)
        await ann.member.writes("done", in_="general")
        await asyncio.sleep(0.1)
        assert not any(h.channel == "general" for h in ann.member.unread)


async def test_who_installed_it_uses_it_anywhere(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        bob = Person(here, here.judge.user_installed("Bob"), "private")
        place = bob.member.place("private")
        bob.where = place
        await bob.begins()
        assert all(h.ephemeral for h in bob.member.unread)
        await bob.runs("/checkin")
        assert bob.member.modal is not None
        await bob.submits(e1="partly", note="On the train.")
        assert "◐ The phone leaves the bed" in bob.heard()
        await bob.runs("/settings")
        bob.member.unread.clear()
        await here.evening(days=1)
        assert bob.member.unread[0].channel == "dm"


async def test_own_words_ping_nobody_and_style_nothing(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = Person(here, here.judge.member("Ann", here.guild), "general")
        await ann.begins()
        await ann.runs("/plans")
        await ann.presses("s1:plans.add")
        await ann.presses("s1:mine.new")
        await ann.writes("@everyone **Read** <@1>")
        await ann.writes("@here # ten pages")
        await ann.writes("one page")
        await ann.presses("s1:mine.confirm.start")
        await ann.runs("/today")
        assert r"@everyone \*\*Read\*\* \<@1>" in ann.heard()
        assert all(h.pings == frozenset() for h in ann.member.unread)
