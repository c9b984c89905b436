"""The conversation: what somebody did on Discord becomes a turn of the service, its messages the answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakValueDictionary

import discord
import structlog

from bot.adapters.discord import destinations
from bot.adapters.discord.answer import in_dm
from bot.adapters.discord.buttons import DestinationButton, Interaction
from bot.adapters.discord.destinations import AGAIN, DIRECT, NOWHERE, QUIET, THREAD, Openings
from bot.adapters.discord.render import DiscordMessage, DiscordRenderer, view
from bot.content.rendered import Message
from bot.core.model.inputs import Account, Incoming, Input, Site, SlashCommand, TypedText
from bot.storage.engine.errors import DatabaseError, Passing, StorageFull
from bot.turns.flood import Flood, Heard
from bot.turns.queries import PersonView, Queries
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.discord.turns")

TELL_OF_MESSAGES = frozenset({"start", "today", "settings"})  # commands whose answers say when the coach asks
AT_ONCE = 16  # turns under way; however many people come at once, each gets a first sign at once


def account(user: discord.abc.User, address: str = "") -> Account:
    """Who that is. Their name is not kept: nothing needs it."""
    return Account("discord", str(user.id), address)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did. `dm`: in their own channel with the bot. `id`: Discord's, for the event.
    `address`: where the coach shall write from now on, where that is what they chose by it. `site`: the
    community in whose midst it was done."""

    user: discord.User | discord.Member
    channel_id: int
    dm: bool
    said: Input
    id: str
    language: str = ""
    address: str = ""
    site: Site | None = None

    @property
    def starts(self) -> bool:
        return isinstance(self.said, SlashCommand) and self.said.name == "start"


def event(interaction: Interaction, said: Input) -> Event:
    channel_id, language = interaction.channel_id or 0, str(interaction.locale)
    where = site(interaction)
    return Event(
        interaction.user, channel_id, in_dm(interaction), said, str(interaction.id), language, site=where
    )


def site(interaction: Interaction) -> Site | None:
    """The community in whose midst something was done, where the bot is a member of it."""
    if interaction.guild_id is None or not interaction.is_guild_integration():
        return None
    language = str(interaction.guild_locale or "")
    return Site(str(interaction.guild_id), language, interaction.permissions.manage_guild)


@dataclass(frozen=True, slots=True)
class Answered:
    """What answers an event. `edits`: the first piece may take the place of the pressed message. `at_home`:
    it happened where the coach writes to them. `homeless`: no place is known yet where it could. `settles`:
    the pressed message needs its buttons no longer. `hint`: it only says that nothing came of the event."""

    pieces: list[DiscordMessage]
    edits: bool = False
    at_home: bool = False
    homeless: bool = False
    settles: bool = False
    hint: bool = False


def speaks(standing: PersonView | None, guess: str) -> str:
    return standing.snapshot.person.language if standing else guess


class DiscordTurns:
    """Takes turns. One person's events keep their order; different people are served side by side."""

    def __init__(self, service: Service) -> None:
        self.service, self.reading = service, Queries(service)
        self.render = DiscordRenderer(service.wording)
        self.openings = Openings()
        self._flood = Flood()
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._order: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def turn(self, it: Event) -> Answered:
        """Take one turn. Never raises: what goes wrong is said in a kind line."""
        if (refused := self._too_much(it)) is not None:
            return refused
        with self.service.under_way.one():
            async with self._order.setdefault(it.user.id, asyncio.Lock()), self._at_once:
                return await self._turn(it)

    async def _turn(self, it: Event) -> Answered:
        try:
            standing = await self.reading.standing(account(it.user))
            messages = await self._said(it, standing)
        except Passing as error:
            log.warning("no answer", error=type(error).__name__)
            full = isinstance(error, StorageFull)
            return self.sorry("full" if full else "away", it.language)
        except Exception:  # what does not pass must not leave somebody without a word
            log.exception("no answer")
            self.service.passed_over("discord")
            return self.sorry("mistake", it.language)
        pieces = [piece for m in messages for piece in self.render.pieces(m, typed=it.dm)]
        if not it.dm and it.said == SlashCommand("help"):
            pieces.insert(0, DiscordMessage(self.render.words("discord-help", speaks(standing, it.language))))
        pieces += self._about_places(it, standing)
        pieces += await self._about_posts(it, speaks(standing, it.language))
        address = standing.address if standing else ""
        at_home = address == destinations.thread_address(it.channel_id)
        edits = bool(messages) and messages[0].edits
        homeless = not it.dm and standing is not None and not address
        hint = bool(messages) and all(message.hint for message in messages)
        return Answered(pieces, edits, at_home, homeless, settles=True, hint=hint)

    def _about_places(self, it: Event, standing: PersonView | None) -> list[DiscordMessage]:
        """What a command in a server asks whom no message reaches; and what is told about the coming ones to
        whom wanted none. Who chooses by this very event is neither asked nor told."""
        language = speaks(standing, it.language)
        if it.address or not isinstance(it.said, SlashCommand):
            return []
        if destinations.out_of_reach(standing) and not it.dm:
            return [self.offer(language)]
        if destinations.silent(standing) and it.said.name in TELL_OF_MESSAGES and not (it.dm and it.starts):
            again = DestinationButton(AGAIN, self.render.label("discord-place-again", language))
            return [DiscordMessage(self.render.words("discord-place-quiet-now", language), view([again]))]
        return []

    async def _about_posts(self, it: Event, language: str) -> list[DiscordMessage]:
        """Whoever manages the server is told with any command there that its posts do not arrive."""
        site = it.site
        if (
            site is None
            or not site.manages
            or not isinstance(it.said, SlashCommand)
            or it.said.name == "community"
        ):
            return []
        try:
            here = await self.reading.community("discord", site.external_id)
        except DatabaseError:
            return []
        troubled = here is not None and here.channel and here.trouble
        return [DiscordMessage(self.render.words("discord-posts-fail", language))] if troubled else []

    def _too_much(self, it: Event) -> Answered | None:
        """The answer to somebody who sends more than is taken of one person: once, or where Discord waits for
        one. None for all others."""
        heard = self._flood.heard(it.user.id, time.time())
        if heard is Heard.YES or self.service.urgent(it.said):
            return None
        silent = heard is Heard.NO and it.dm and isinstance(it.said, TypedText)
        return Answered([]) if silent else self.sorry("flood", it.language)

    async def _said(self, it: Event, standing: PersonView | None) -> Sequence[Message]:
        address, reachable = destinations.whereabouts(it.channel_id, standing, dm=it.dm, starts=it.starts)
        if it.address:
            address, reachable = it.address, it.address != NOWHERE
        return await self.service.turn(
            Incoming(
                account(it.user, address),
                it.said,
                it.id,
                it.language,
                reachable=reachable,
                site=it.site,
                name=it.user.display_name,
            )
        )

    async def settle(self, it: Event) -> DiscordMessage | None:
        """Open the direct message of somebody who has just told the coach in a server when to write: that is
        their own action. Where it can't be opened now, the next thing they do there is the next chance.
        Returns what tells them so, once."""
        try:
            standing = await self.reading.standing(account(it.user))
            chose = standing is not None and standing.snapshot.person.listens and not standing.address
            if chose and (address := await self.openings.open(it.user)):
                await self.service.note(account(it.user, address))
                return DiscordMessage(
                    self.render.words("discord-place-opened", speaks(standing, it.language))
                )
        except DatabaseError as error:
            log.warning("no place noted", error=type(error).__name__)
        return None

    async def language(self, user: discord.User | discord.Member, guess: str = "") -> str:
        """The language that somebody chose; a guess where nothing is known."""
        try:
            return speaks(await self.reading.standing(account(user)), guess)
        except DatabaseError:
            return guess

    def offer(
        self, language: str, key: str = "discord-place-offer", *, threads: bool = True
    ) -> DiscordMessage:
        """Direct messages are closed: where else, or not at all? `threads`: one can be made there."""
        offered = (THREAD, QUIET, DIRECT) if threads else (QUIET, DIRECT)
        buttons = [
            DestinationButton(place, self.render.label(f"discord-place-{place}", language))
            for place in offered
        ]
        return DiscordMessage(self.render.words(key, language), view(buttons))

    def sorry(self, key: str, language: str) -> Answered:
        return Answered([DiscordMessage(self.render.words(f"discord-{key}", language))])
