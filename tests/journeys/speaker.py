"""Somebody who speaks the made-up language with the real service, and reads every word of the answers."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import timedelta

from bot.content.rendered import Message
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.core.model.snapshot import Snapshot
from tests import madeup
from tests.everything import EVERYTHING
from tests.madeup import made_up
from tests.world import World

ME = Account("console", "1", name="Qann")
THERE = Account("telegram", "2", name="Qann")


@dataclass
class Speaker:
    """One person. `waited`: the steps that waited for an answer, as "flow.step"; `pressed`: the buttons that
    were pressed, as "flow.name"; `own`: names that may stand in an answer as they are; `last`: the newest
    answer; `arrived`: how many messages of the outbox were looked at."""

    world: World
    account: Account = ME
    waited: set[str] = field(default_factory=set)
    pressed: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=lambda: {"Ljubljana"})
    last: tuple[Message, ...] = ()
    arrived: int = 0
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    def on(self, account: Account) -> Speaker:
        """The same speaker on another account; what was reached is noted together."""
        return Speaker(self.world, account, self.waited, self.pressed)

    async def does(self, said: Input) -> tuple[Message, ...]:
        account, event = self.account, f"{self.account.platform}-{next(self.numbers)}"
        incoming = Incoming(account, said, event, madeup.CODE, "Europe/Ljubljana", name=account.name)
        self.look_at(await self.world.turn(incoming))
        self.note(said)
        async with (await self.world.service()).database.read() as transaction:
            person = await transaction.people.find(self.account)
            frames = await transaction.conversations.frames(person) if person else ()
        self.waited |= {f"{frame.flow}.{frame.step}" for frame in frames}
        return self.last

    def note(self, said: Input) -> None:
        if isinstance(said, ButtonPress):
            self.pressed.add(".".join(said.token.split(".")[:2]))

    def look_at(self, messages: tuple[Message, ...]) -> None:
        """Fails where a message holds a word of another language."""
        self.last = messages
        known = {*self.own, *self.world.library.languages.values()}
        for text in (text for message in messages for text in madeup.shown(message)):
            assert madeup.foreign(text, known) == [], text

    async def types(self, *english: str) -> str:
        """Type lines in the made-up language, given in English; the last answer's words."""
        for line in english:
            await self.does(TypedText(made_up(line)))
        return " ".join(message.html for message in self.last)

    async def runs(self, name: str, argument: str = "") -> None:
        await self.does(SlashCommand(name, made_up(argument)))

    async def presses(self, *starts: str) -> None:
        """Press the first button of the last answer whose token begins so."""
        for start in starts:
            tokens = [button.token for message in self.last for button in message.buttons]
            found = [token for token in tokens if token.startswith(start)]
            assert found, (start, tokens)
            await self.does(ButtonPress(found[0]))

    async def waits(self, **time: float) -> None:
        """Let time pass; what arrives is read."""

        await self.world.pass_time(self.world.now + timedelta(**time))
        arrived = self.world.post.arrived[self.arrived :]
        self.arrived += len(arrived)
        if arrived:
            self.look_at(tuple(message for _, _, message in arrived))

    async def snapshot(self) -> Snapshot:
        async with (await self.world.service()).database.read() as transaction:
            person = await transaction.people.find(self.account)
            assert person is not None
            return await transaction.snapshots.load_one(
                person, self.world.now, self.world.library, EVERYTHING
            )

    async def names(self, place: str) -> None:
        """Type the name of a place, which no text has to translate."""
        self.own.add(place)
        await self.does(TypedText(place))

    async def opens(self, plan: int) -> None:
        """The page of a plan, by its number."""
        await self.runs("plans")
        await self.presses(f"plans.open.{plan}")

    def kinds(self) -> set[str]:
        """The flows of the buttons below the messages that arrived by themselves."""
        messages = (message for _, _, message in self.world.post.arrived)
        return {button.token.partition(".")[0] for message in messages for button in message.buttons}
