"""Random walks through all flows, on the real service: nothing raises, nobody is stranded."""

from __future__ import annotations

import asyncio
import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.content.rendered import Message
from bot.core.calendar import timing
from bot.core.coach import COACH
from bot.core.model.inputs import (
    Account,
    ButtonPress,
    FormSubmission,
    Incoming,
    Input,
    SlashCommand,
    TypedText,
)
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.nudges.registry import NUDGE_CEILING
from tests.everything import EVERYTHING
from tests.world import World, library

PHRASES = [
    "done",
    "yes",
    "no",
    "skip",
    "later",
    "thanks",
    "hello",
    "45 min",
    "1h20",
    "half an hour",
    "7",
    "",
    "25:99",
    "22-8",
    "none",
    "mañana",
    "hecho",
    "sí",
    "2026-12-24",
    "24.12.",
    "mon wed fri",
    "Ljubljana",
    "Atlantis",
    "20:00",
    "3",
    "0",
    "-5",
    "٣",
    "²",
    "\x00\x1b[2J",
    "🙂" * 50,
    "شكرا جزيلا",
    "x" * 5000,
    "<b>&{ $x }</b>",
    "I want to die",
    "/",
    "/unknown",
    "a.b.c",
]
START = datetime(2026, 3, 20, 9, tzinfo=UTC)  # summer time begins on the way


class Walker:
    """Somebody who presses, types and waits at random; every message that comes is checked as it comes."""

    def __init__(self, world: World, dice: random.Random) -> None:
        self.world, self.dice = world, dice
        self.seen: list[str] = []
        self.forms: list[tuple[str, tuple[str, ...]]] = []
        self.said = 0
        self.days: list[datetime] = []
        self.person = 0

    async def does(self, said: Input) -> tuple[Message, ...]:
        self.said += 1
        incoming = Incoming(Account("console", "walker"), said, f"e{self.said}", "en", "Europe/Ljubljana")
        messages = await self.world.turn(incoming)
        for message in messages:
            self.seen.extend(b.token for b in message.buttons)
        return messages

    async def step(self) -> None:
        kind = self.dice.random()
        if kind < 0.55 and self.seen:  # mostly what is on the screen, sometimes what is long gone
            await self.does(ButtonPress(self.dice.choice(self.seen[-6:] if kind < 0.45 else self.seen)))
        elif kind < 0.62 and self.seen:
            await self.does(ButtonPress(self._forged()))
        elif kind < 0.75:
            await self.does(TypedText(self.dice.choice(PHRASES)))
        elif kind < 0.85:
            await self.does(SlashCommand(self.dice.choice([*COACH.by_name, "x"]), self.dice.choice(PHRASES)))
        elif kind < 0.88:
            values = {"note": self.dice.choice(PHRASES), "control": "4", "e1": "kept", "answer": "so"}
            form = self.dice.choice(["checkin.sent.2026-03-21", "reflect.sent.x", "x.y"])
            await self.does(FormSubmission(form, values))
        else:
            await self._wait(timedelta(hours=self.dice.choice([1, 5, 11, 24, 24 * 6])))

    def _forged(self) -> str:
        token = self.dice.choice(self.seen)
        parts = token.split(".")
        wrong = self.dice.choice(["", "999", "-1", "x", "²", "2026-99-99", "."])
        parts[self.dice.randrange(len(parts))] = wrong
        return ".".join(parts)[:64]

    async def _wait(self, how_long: timedelta) -> None:
        before = len(self.world.post.arrived)
        await self.world.pass_time(self.world.now + how_long)
        for at, _, message in self.world.post.arrived[before:]:
            self.seen.extend(b.token for b in message.buttons)
            await self._check(at)

    async def _check(self, at: datetime) -> None:
        snapshot = await self.snapshot()
        if snapshot.person.id != self.person:  # erased and begun anew: nobody remembers what was sent before
            self.person, self.days = snapshot.person.id, []
        last_kind = max(snapshot.sent, key=lambda sent: sent.at).kind if snapshot.sent else None
        if last_kind is NudgeKind.URGE:  # the end of two minutes that were asked for: an answer
            return
        assert not timing.in_quiet_hours(at, snapshot.person)
        self.days.append(at)
        last = timing.local_day(at, snapshot.person)
        days = [timing.local_day(moment, snapshot.person) for moment in self.days]
        assert sum(last - timedelta(days=7) < d <= last for d in days) <= snapshot.person.ceiling

    async def is_not_forgotten(self) -> None:
        """Whoever has a plan running and may be written to has something coming, however far away."""
        async with (await self.world.service()).database.read() as transaction:
            person_id = await transaction.people.find(Account("console", "walker"))
            if person_id is None:
                return
            snapshot = await transaction.snapshots.load_one(person_id, self.world.now, library(), EVERYTHING)
            planned = await transaction.nudges.planned(person_id)
        awake = snapshot.person.status is Status.ACTIVE and timing.pace(snapshot.person.ignored).every
        if awake and snapshot.running and NUDGE_CEILING.shares(snapshot.person)[NudgeKind.CHECKIN]:
            assert planned

    async def snapshot(self) -> Snapshot:
        async with (await self.world.service()).database.read() as transaction:
            person_id = await transaction.people.find(Account("console", "walker"))
            assert person_id is not None
            return await transaction.snapshots.load_one(person_id, self.world.now, library(), EVERYTHING)


async def walk(url: str, seed: int, steps: int) -> None:
    async with World.open(url, START, reloads=False) as world:
        walker = Walker(world, random.Random(seed))
        await walker.does(SlashCommand("start"))
        for _ in range(8 if seed % 3 else 0):  # two walks of three get through onboarding first
            await walker.does(ButtonPress(walker.seen[0] if len(walker.seen) < 4 else _first(walker)))
        for _ in range(steps):
            await walker.step()
            await walker.is_not_forgotten()
        assert await walker.does(TypedText("help"))
        assert await walker.does(TypedText("stop"))
        arrived = len(world.post.arrived)
        await world.pass_time(world.now + timedelta(days=30), step=timedelta(days=10))
        assert len(world.post.arrived) == arrived


def _first(walker: Walker) -> str:
    """The first button of what was shown last in onboarding: every default taken."""
    flow = walker.seen[-1].rpartition(".")[0]
    return next(t for t in walker.seen if t.startswith(flow))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a walk is a seed: it does not get simpler
)
@given(seed=st.integers(0, 10**6), steps=st.integers(10, 40))
def test_a_walk(ready_file: Path, seed: int, steps: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "walk.db"
        shutil.copy(ready_file, path)
        asyncio.run(walk(f"sqlite+aiosqlite:///{path}", seed, steps))
