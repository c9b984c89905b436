"""One person on a strict Telegram and a strict Discord, and the one program that serves both."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import app, serving
from bot.app import platforms
from bot.config.settings import Settings
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand
from bot.turns.service import Service
from tests.catalogue import compose
from tests.conftest import KEY
from tests.judge.chatting import Talk

telegram = pytest.importorskip("telegram_api")
discord = pytest.importorskip("discord_api")
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 20, 20, tzinfo=UTC)
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")


class Both:
    """`now` is the program's clock."""

    def __init__(self, phone: Any, desk: Any) -> None:
        self.phone, self.desk, self.now = phone, desk, MORNING
        self.service: Service

    @asynccontextmanager
    async def served(self, folder: Path) -> AsyncIterator[None]:
        """The program as `scrollwise run` has it, with a clock of the test's."""
        chosen = Settings(
            _env_file=None, content_dir=compose(folder / "content"), data_dir=folder,
            secret_keys=KEY, tick_seconds=0.1,
            telegram_token=self.phone.token, telegram_api_url=self.phone.base_url, telegram_per_chat=100,
            discord_token=self.desk.token, discord_api_url=self.desk.api_url,
        )  # type: ignore[call-arg]  # fmt: skip
        async with app.build(chosen, lambda: self.now) as built:
            self.service = built.service
            program = asyncio.create_task(serving.serve(built, platforms(built)))
            try:
                await self.desk.connected()
                yield
            finally:
                program.cancel()
                await asyncio.wait([program])


async def test_one_history_on_two_platforms(tmp_path: Path) -> None:
    async with telegram.TelegramJudge(token="123:TEST") as phone, discord.DiscordJudge(token="T") as desk:
        both = Both(phone, desk)
        ann = Talk(phone.person("Ann", language_code="en"))
        at_desk = desk.member("Ann", desk.guild("Quiet Corner"), locale="en-US")
        async with both.served(tmp_path):
            await _begins(both, ann)
            await ann.says("/checkin")
            await ann.says("done")
            await ann.says("A walk instead")
            await _joins(ann, at_desk)
            await at_desk.runs("/journal", in_="dm")
            assert "A walk instead" in (await at_desk.hears(in_="dm")).text
            await _goes_on_there(both, ann, at_desk)
            await _parts(ann, at_desk)
        assert (phone.violations, desk.violations, desk.unfinished) == ([], [], [])
        assert [p for p in phone.pressed.values() if not p.answered] == []


async def _begins(both: Both, ann: Talk) -> None:
    """The first talk, which other journeys look at."""
    who = Account("telegram", str(ann.who.user["id"]))
    presses = ("hello.ok", "focus.time", "itch.skip", "daypart.skip", "zone.Europe/London",
               "plan.phone-leaves-bed", "cue.1", "action.1")  # fmt: skip
    said: list[Input] = [SlashCommand("start"), *(ButtonPress(f"onboarding.{press}") for press in presses)]
    for number, this in enumerate(said):
        await both.service.turn(Incoming(who, this, f"begins{number}", "en"))


async def _joins(ann: Talk, at_desk: Any) -> None:
    """The code is made on Discord and typed on Telegram; Discord is asked, says yes, and is chosen for
    messages."""
    await at_desk.runs("/link", in_="dm")
    code = CODE.findall((await at_desk.hears(containing="Your code")).text)[0]
    assert "Is that account yours too" in (await ann.says(f"/link {code}")).text
    await ann.presses("link.confirm.yes")
    assert "Now I ask on Discord" in (await ann.presses("link.side.there")).text
    asked = await at_desk.hears(containing="Somebody typed your code")
    assert (asked.channel, "Telegram (Ann" in asked.text) == ("dm", True)
    await at_desk.clicks("Yes, that is me")
    await at_desk.hears(containing="I write to you on Discord")
    await _reads(ann, "Joined: this chat")


async def _reads(ann: Talk, words: str) -> None:
    await ann.until(lambda: any(words in (m.text or "") for m in ann.shown()), words)


async def _goes_on_there(both: Both, ann: Talk, at_desk: Any) -> None:
    """What the coach writes of its own accord comes to Discord; what is answered there is known here."""
    before = ann.who.chat.heard_count
    both.now = EVENING.replace(day=24)
    await at_desk.hears(containing="phone charging across", in_="dm", timeout=10)
    await at_desk.clicks("Kept")
    await at_desk.hears(containing="How much in control")
    assert ann.who.chat.heard_count == before
    shown = await ann.says("/today")
    assert "● The phone leaves the bed" in shown.text


async def _parts(ann: Talk, at_desk: Any) -> None:
    """Each side has a copy."""
    await at_desk.runs("/unlink", in_="dm")
    await at_desk.hears(containing="Part this one?")
    await at_desk.clicks("Yes, part them")
    await at_desk.hears(containing="Parted")
    await _reads(ann, "was parted from this chat")
    assert "● The phone leaves the bed" in (await ann.says("/today")).text
    await at_desk.runs("/today", in_="dm")
    await at_desk.hears(containing="● The phone leaves the bed")
