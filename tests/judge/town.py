"""A server on the strict Discord, the bot in it, and somebody who acts by what stands in the custom_ids."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.turns.flood import Flood
from tests.adapters.discord.coach import Coach, running, settings, until

PLAN = "phone-leaves-bed"


@dataclass
class Town:
    judge: Any
    coach: Coach
    guild: Any

    async def calm(self) -> None:
        """Wait until the bot has answered everything."""
        await until(lambda: not self.coach.discord.handlers.busy, 10)

    async def restart(self) -> None:
        await self.coach.stop()
        await self.coach.start()
        await self.judge.connected()
        self.weeks_in_seconds()

    def weeks_in_seconds(self) -> None:
        """Let one person do in a minute what takes weeks by the test's clock."""
        self.coach.discord.handlers.turns._flood = Flood(burst=1000)

    async def evening(self, days: int = 0) -> None:
        """The next one, or so many days later, an hour and a half after the check-in; what is due arrives."""
        now = self.coach.now
        then = (now + timedelta(days=days + (now.hour >= 20))).replace(hour=21, minute=30)
        await self.coach.pass_time(then)


@asynccontextmanager
async def town(judge: Any, url: str, folder: Path, **more: Any) -> AsyncIterator[Town]:
    """The bot at work in a new server. At the end nothing may be wrong, nobody left without an answer."""
    async with judge:
        guild = judge.guild("Quiet Corner", ["general", "check-ins"], **more)
        chosen = settings(folder, judge.api_url, judge.token)
        async with running(url, chosen, judge.connected) as coach:
            here = Town(judge, coach, guild)
            here.weeks_in_seconds()
            yield here
            await here.calm()
        assert judge.violations == []
        assert judge.unfinished == []


class Person:
    """Somebody of the judge's. `where`: the channel in which they use the bot."""

    def __init__(self, here: Town, member: Any, where: str = "dm", *, restarts: bool = False) -> None:
        self.here, self.member, self.where, self.restarts = here, member, where, restarts

    async def runs(self, command: str, **options: Any) -> Any:
        await self._ready()
        self.member.unread.clear()
        used = await self.member.runs(command, in_=self.where, **options)
        await self.here.calm()
        return used

    async def presses(self, start: str) -> Any:
        """Press the newest button whose custom_id begins so."""
        await self._ready()
        self.member.unread.clear()
        used = await self.member.clicks(self.custom_id(start))
        await self.here.calm()
        return used

    async def submits(self, **values: Any) -> Any:
        await self._ready()
        self.member.unread.clear()
        used = await self.member.submits(values)
        await self.here.calm()
        return used

    async def writes(self, text: str) -> None:
        """Words: typed in the direct message, where they are read, and in a modal elsewhere."""
        if self.where != "dm":
            await self.presses("s1w:")
            await self.submits(words=text)
            return
        await self._ready()
        self.member.unread.clear()
        seen = len(self.here.judge.recent)
        await self.member.writes(text, in_="dm")
        await until(lambda: len(self.here.judge.recent) > seen, 10)
        await self.here.calm()

    async def _ready(self) -> None:
        if self.restarts:
            await self.here.restart()

    def custom_id(self, start: str) -> str:
        for message in self.member._visible():
            for part in message.parts:
                if str(part.get("custom_id", "")).startswith(start):
                    return str(part["custom_id"])
        raise AssertionError(f"no button {start!r}; the newest: {self.member.newest()}")

    def heard(self) -> str:
        """Everything unread, as one text."""
        return "\n".join(h.everything for h in self.member.unread)

    async def begins(self) -> None:
        """Through onboarding with all defaults, in the words of nobody's language."""
        await self.runs("/start")
        for start in (
            "hello.ok",
            "focus.time",
            "itch.skip",
            "daypart.skip",
            "zone.",
            f"plan.{PLAN}",
            "cue.1",
        ):
            await self.presses(f"s1:onboarding.{start}")
        await self.presses("s1:onboarding.action.1")
        await self.writes("@everyone **sleep** <@1>")
