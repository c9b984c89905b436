"""A community for tests: the real service and posting on a real database, and a poster that records."""

from __future__ import annotations

import itertools
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.content.rendered import Message
from bot.core.model.community import ChannelProblem, ChannelState, Community, PostKind, Venue
from bot.core.model.inputs import Account, ButtonPress, FormSubmission, Incoming, Input, Site, SlashCommand
from bot.delivery import community_posts
from tests.world import World

GUILD, CHANNEL = "9000", "77"
MONDAY = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
MO = Account("discord", "1")


@dataclass
class RecordingPoster:
    """What was posted, and the `changes` in it. `fails`: raised instead. `left`: accounts of who is no member
    any more; `asked`: who was looked up."""

    posts: list[tuple[PostKind, Message, Community]] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    changes: list[tuple[str, str]] = field(default_factory=list)
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def publish(self, community: Community, kind: PostKind, message: Message) -> str:
        if self.fails:
            raise self.fails.pop(0)
        self.posts.append((kind, message, community))
        return str(next(self.numbers))

    async def edit(self, community: Community, post: str, message: Message) -> None:
        if self.fails:
            raise self.fails.pop(0)
        self.changes.append((post, message.html))

    async def departed(self, community: Community, accounts: Iterable[str]) -> AsyncGenerator[str, None]:
        for number in accounts:
            self.asked.append(number)
            if number in self.left:
                yield number

    def take(self) -> list[tuple[PostKind, Message]]:
        taken, self.posts = [(kind, message) for kind, message, _ in self.posts], []
        return taken


@dataclass
class Town:
    """One community. `language`: the server's and its members'. `posted`: the newest post of each kind;
    `digests`: the words of all digests."""

    world: World
    guild: str = GUILD
    language: str = "en-US"
    poster: RecordingPoster = field(default_factory=RecordingPoster)
    ground: ChannelProblem | None = ChannelProblem.NONE
    posted: dict[PostKind, Message] = field(default_factory=dict)
    digests: list[str] = field(default_factory=list)
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def does(self, who: Account, said: Input, *, manages: bool = False) -> tuple[Message, ...]:
        """What somebody does there. Asked for their age the first time, they say that they are old enough."""
        answer = await self.does_once(who, said, manages=manages)
        if not (asked := [b.token for m in answer for b in m.buttons if b.token.startswith("age.ok.")]):
            return answer
        answer = await self.does_once(who, ButtonPress(asked[0]), manages=manages)
        return (
            await self.does_once(who, said, manages=manages) if isinstance(said, FormSubmission) else answer
        )

    async def does_once(self, who: Account, said: Input, *, manages: bool = False) -> tuple[Message, ...]:
        site = Site(self.guild, self.language, manages, self.ground_of(said))
        event = f"{self.guild}-{next(self.numbers)}"
        return await self.world.turn(Incoming(who, said, event, self.language, reachable=False, site=site))

    def ground_of(self, said: Input) -> ChannelState | None:
        """What the platform says of a channel that is chosen, or of the one that is there (`ground`)."""
        chosen = said.token if isinstance(said, ButtonPress) else ""
        channel = chosen.removeprefix("community.set.channel.") if "set.channel." in chosen else CHANNEL
        return ChannelState(channel, self.ground) if self.ground else None

    async def sets(self, *settings: str) -> str:
        """The admin's settings, after `/community`; the words of the last answer."""
        answer = await self.does(MO, SlashCommand("community"), manages=True)
        for setting in settings:
            answer = await self.does(MO, ButtonPress(f"community.set.{setting}"), manages=True)
        return answer[-1].html

    async def presses(self, who: Account, name: str) -> str:
        """A button of the newest posts, by the name in its token."""
        buttons = [b.token for message in self.posted.values() for b in message.buttons]
        token = next(token for token in buttons if token.startswith(name))
        return (await self.does(who, ButtonPress(token)))[-1].html

    async def answers(self, who: Account, words: str) -> tuple[Message, ...]:
        """A private answer to the newest question."""
        token = next(b.token for b in self.posted[PostKind.PROMPT].buttons if "answer" in b.token)
        return await self.does(who, FormSubmission(token, {"words": words}))

    async def post(self) -> list[PostKind]:
        """What is due now is posted; which kinds, in their order."""
        await community_posts.CommunityPosting(await self.world.service(), {"discord": self.poster}).tick()
        taken = self.poster.take()
        self.posted |= dict(taken)
        self.digests += [message.html for kind, message in taken if kind is PostKind.DIGEST]
        return [kind for kind, _ in taken]

    async def community(self) -> Community | None:
        async with (await self.world.service()).database.read() as transaction:
            return await transaction.communities.find("discord", self.guild)

    async def venue(self) -> Venue:
        async with (await self.world.service()).database.read() as transaction:
            found = await transaction.communities.find("discord", self.guild)
            assert found
            return await transaction.venues.get(found, 0, self.world.now, manages=False)


@asynccontextmanager
async def town(url: str, *, reloads: bool = False) -> AsyncIterator[Town]:
    """A community that posts on Mondays at 18:00 UTC, and it is Monday noon."""
    async with World.open(url, MONDAY.replace(hour=12), reloads=reloads) as world:
        here = Town(world)
        await here.sets(f"channel.{CHANNEL}")
        yield here


def people(number: int) -> list[Account]:
    return [Account("discord", str(9_876_543_210_000 + n)) for n in range(number)]
