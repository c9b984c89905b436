"""People who live with the coach for months, on simulated time: each has a way of reacting to a message.

Everything goes through the real service, the real delivery and a real database. What somebody did is kept in
a diary of the test's own, to count against what the coach says.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.content.rendered import Message
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from tests.world import World

Reaction = tuple[timedelta, Input]  # after how long, and what
Behaviour = Callable[["Somebody", Message], Iterable[Reaction]]


@dataclass
class Somebody:
    """One person. `diary`: local date → what was answered; `heard`: what arrived of its own accord."""

    world: World
    name: str
    behaves: Behaviour = lambda who, message: ()
    zone: str = "Europe/Ljubljana"
    language: str = "en"
    diary: dict[date, str] = field(default_factory=dict)
    control: dict[date, int] = field(default_factory=dict)
    heard: list[tuple[datetime, Message]] = field(default_factory=list)
    last: tuple[Message, ...] = ()
    _numbers = itertools.count()

    @property
    def account(self) -> Account:
        return Account("console", self.name)

    @property
    def today(self) -> date:
        """The local day, which begins at 04:00."""
        return (self.world.now.astimezone(ZoneInfo(self.zone)) - timedelta(hours=4)).date()

    async def does(self, said: Input) -> tuple[Message, ...]:
        event = f"e{next(self._numbers)}"
        incoming = Incoming(self.account, said, event, self.language, self.zone)
        self.last = await self.world.turn(incoming)
        return self.last

    async def says(self, text: str) -> tuple[Message, ...]:
        return await self.does(SlashCommand(text[1:]) if text.startswith("/") else TypedText(text))

    async def presses(self, start: str) -> tuple[Message, ...]:
        """Press the first button on the last answer whose token begins so."""
        tokens = [b.token for m in self.last for b in m.buttons]
        return await self.does(ButtonPress(next(t for t in tokens if t.startswith(start))))

    async def begins(self, plan: str, at: str = "20:00") -> None:
        """Through onboarding, with one plan and a time for the check-in."""
        await self.does(SlashCommand("start", f"plan_{plan}"))
        for step in ("hello.ok", "focus.time", "itch.skip", "daypart.skip"):
            await self.presses(f"onboarding.{step}")
        await self.does(TypedText(self.zone))
        for token in ("onboarding.zone", "onboarding.cue.1", "onboarding.action.1", "settings.why.skip"):
            await self.presses(token)
        if at != "20:00":
            await self.does(SlashCommand("settings", "checkin"))
            await self.does(TypedText(at))

    def kinds(self) -> list[str]:
        """What arrived, by the flow of its first button: "checkin", "reflect", "week" …"""
        return [m.buttons[0].token.split(".")[0] if m.buttons else "" for _, m in self.heard]


def tokens(message: Message, start: str) -> list[str]:
    return [b.token for b in message.buttons if b.token.startswith(start)]


async def live(world: World, people: list[Somebody], until: datetime) -> None:
    """Let time pass: deliver what falls due, let everybody react, in the order in which it happens."""
    plans: list[tuple[datetime, int, Somebody, Input]] = []
    number = itertools.count()
    by_name = {p.name: p for p in people}
    seen = len(world.post.arrived)
    while world.now < until:
        await world.tick()
        for at, account, message in world.post.arrived[seen:]:
            who = by_name[account.external_id]
            who.heard.append((at, message))
            for after, said in who.behaves(who, message):
                heapq.heappush(plans, (at + after, next(number), who, said))
        seen = len(world.post.arrived)
        while plans and plans[0][0] <= world.now:
            _, _, who, said = heapq.heappop(plans)
            answers = await who.does(said)
            for message in answers:
                for after, then in who.behaves(who, message):
                    heapq.heappush(plans, (world.now + after, next(number), who, then))
        async with (await world.service()).database.read() as transaction:
            due = await transaction.claims.next_due()
        ahead = [m for m in (due, plans[0][0] if plans else None) if m is not None and m > world.now]
        world.now = min([*ahead, until])
