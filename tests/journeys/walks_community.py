"""A walk through each flow of a community that speaks the made-up language."""

from __future__ import annotations

from datetime import timedelta

from bot.core.model.community import PostKind
from bot.core.model.inputs import Account, ButtonPress, FormSubmission, Input, SlashCommand
from tests import madeup
from tests.journeys.speaker import Speaker
from tests.journeys.town import CHANNEL, MO, MONDAY, Town
from tests.madeup import made_up

ANN = Account("discord", "22")


class Here(Town):
    """A community that speaks the made-up language; a Monday noon on its own clock."""

    def __init__(self, who: Speaker) -> None:
        super().__init__(who.world, language=madeup.CODE)
        self.who, self.world.now = who, MONDAY.replace(hour=12)

    async def said(self, account: Account, *said: Input, manages: bool = False) -> None:
        for one in said:
            self.who.note(one)
            self.who.look_at(await self.does_once(account, one, manages=manages))

    async def opened(self) -> None:
        await self.said(MO, SlashCommand("community"), manages=True)
        settings = ("set.channel." + CHANNEL, "set.zone.Europe/Warsaw", "quotes.set.on", "show")
        await self.said(MO, *(ButtonPress(f"community.{setting}") for setting in settings), manages=True)
        self.world.now = MONDAY
        await self.reads_posts()

    async def reads_posts(self) -> None:
        await self.post()
        self.who.look_at(tuple(self.posted.values()))

    async def pressed(self, account: Account, *names: str) -> None:
        for name in names:
            tokens = [b.token for message in self.posted.values() for b in message.buttons]
            tokens += [b.token for message in self.who.last for b in message.buttons]
            await self.said(account, ButtonPress(next(token for token in tokens if token.startswith(name))))


async def community(who: Speaker) -> None:
    here = Here(who)
    await here.opened()
    assert (await here.community()).language == madeup.CODE  # type: ignore[union-attr]
    who.own.add("Nowhereville")
    await here.said(MO, FormSubmission("community.city", {"city": "Nowhereville"}), manages=True)
    await here.said(
        MO, *(ButtonPress(f"community.{name}") for name in ("city", "now", "quotes")), manages=True
    )
    await here.said(ANN, ButtonPress("community.begin"))


async def age(who: Speaker) -> None:
    here = Here(who)
    await here.opened()
    await here.pressed(ANN, "challenge.join", "age.young")
    await here.pressed(ANN, "challenge.join", "age.ok")


async def challenge(who: Speaker) -> None:
    here = Here(who)
    await here.opened()
    await here.pressed(ANN, "challenge.join", "age.ok", "challenge.kept", "challenge.slip", "challenge.leave")
    here.world.now += timedelta(days=7)
    await here.reads_posts()
    assert PostKind.DIGEST in here.posted


async def quote(who: Speaker) -> None:
    here = Here(who)
    await here.opened()
    await here.pressed(ANN, "challenge.join", "age.ok")
    token = next(b.token for b in here.posted[PostKind.PROMPT].buttons if "answer" in b.token)
    await here.said(ANN, FormSubmission(token, {"words": made_up("a walk before breakfast")}))
    await here.pressed(ANN, "quote.share", "quote.back")
