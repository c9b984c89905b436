"""Turns taken on Discord: an event becomes a turn of the service, and its messages become the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import discord
import structlog

from bot.adapters.discord import destinations
from bot.adapters.discord.buttons import DestinationButton
from bot.adapters.discord.destinations import ASK_AGAIN, DIRECT, NOWHERE, QUIET, THREAD, DirectMessages
from bot.adapters.discord.events import PLATFORM, Event, EventAnswer, account_of
from bot.adapters.discord.render import DiscordMessage, DiscordRenderer, view
from bot.adapters.kit.features import DISCORD
from bot.adapters.kit.labels import OfferedButtons
from bot.adapters.kit.outgoing import prepared
from bot.adapters.kit.tasks import Lanes
from bot.config.clock import system_clock
from bot.content.rendered import Message
from bot.core.model.inputs import Incoming, SlashCommand
from bot.storage.engine.errors import DatabaseError, Passing, StorageFull
from bot.turns.flood import Flood, Heard
from bot.turns.queries import PersonView
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.discord.turns")

SCHEDULE_COMMANDS = frozenset({"start", "today", "settings"})  # their answers say when the coach writes
MAX_CHATS = 10_000  # direct messages whose newest buttons are remembered
MAX_CONCURRENT_TURNS = 16  # acknowledgements do not wait for them


def language_of(person: PersonView | None, guess: str) -> str:
    return person.snapshot.person.language if person else guess


class DiscordTurns:
    """Takes turns. The events of one person keep their order; people do not wait for each other."""

    def __init__(self, service: Service) -> None:
        self.service, self.queries = service, service.queries
        self.render = DiscordRenderer(service.wording)
        self.direct_messages = DirectMessages()
        self.offered = OfferedButtons(MAX_CHATS)
        self._flood = Flood()
        self._turn_slots = asyncio.Semaphore(MAX_CONCURRENT_TURNS)
        self._lanes = Lanes()

    async def turn(self, event: Event) -> EventAnswer:
        """Take one turn. Never raises: a failure is answered by an apology."""
        if (refused := self._flood_answer(event)) is not None:
            return refused
        with self.service.under_way.one():
            async with self._lanes.turn(event.user.id):
                return await self._turn(event)

    async def _turn(self, event: Event) -> EventAnswer:
        try:
            async with self._turn_slots:
                person = await self.queries.person(account_of(event.user))
                messages = await self._take(event, person)
            messages = [await prepared(message, DISCORD) for message in messages]
        except Passing as error:
            log.warning("no answer", error=type(error).__name__)
            return self.apology("full" if isinstance(error, StorageFull) else "away", event.language)
        except Exception:  # a bug must not leave a person without an answer
            log.exception("no answer")
            self.service.count_passed_over(PLATFORM)
            return self.apology("mistake", event.language)
        return await self._answer(event, person, messages)

    async def _take(self, event: Event, person: PersonView | None) -> Sequence[Message]:
        address, reachable = destinations.destination_of(
            event.channel_id, person, dm=event.dm, starts=event.starts
        )
        if event.address:
            address, reachable = event.address, event.address != NOWHERE
        return await self.service.turn(
            Incoming(
                account_of(event.user, address),
                event.said,
                event.id,
                event.language,
                reachable=reachable,
                site=event.site,
                name=event.user.display_name,
            )
        )

    async def _answer(
        self, event: Event, person: PersonView | None, messages: Sequence[Message]
    ) -> EventAnswer:
        """The turn's messages, followed by what this platform adds to them."""
        language = language_of(person, event.language)
        if event.dm:
            self._offer(event.channel_id, messages)
        shown = [piece for m in messages for piece in self.render.pieces(m, typed=event.dm)]
        if not event.dm and event.said == SlashCommand("help"):
            shown.insert(0, DiscordMessage(self.render.words("discord-help", language)))
        shown += self._about_destination(event, person)
        shown += await self._about_failing_posts(event, language)
        address = person.address if person else ""
        return EventAnswer(
            shown,
            edits=bool(messages) and messages[0].edits,
            in_own_channel=address == destinations.thread_address(event.channel_id),
            lacks_destination=not event.dm and person is not None and not address,
            settles=True,
            hint=bool(messages) and all(message.hint for message in messages),
        )

    def _offer(self, channel: int, messages: Sequence[Message]) -> None:
        """Note the buttons whose labels can be typed now."""
        self.offered.forget(channel)
        for message in messages:
            if message.buttons:
                self.offered.note(channel, message)

    def _about_destination(self, event: Event, person: PersonView | None) -> list[DiscordMessage]:
        """A question for people whom no message reaches, if they run a command in a server; a reminder for
        those who chose to get none, if the answer speaks of nudges. An event that makes the choice itself
        gets neither."""
        language = language_of(person, event.language)
        if event.address or not isinstance(event.said, SlashCommand):
            return []
        if destinations.out_of_reach(person) and not event.dm:
            return [self.destination_question(language)]
        is_about_schedule = event.said.name in SCHEDULE_COMMANDS and not (event.dm and event.starts)
        if destinations.is_silent(person) and is_about_schedule:
            again = DestinationButton(ASK_AGAIN, self.render.label("discord-place-again", language))
            return [DiscordMessage(self.render.words("discord-place-quiet-now", language), view([again]))]
        return []

    async def _about_failing_posts(self, event: Event, language: str) -> list[DiscordMessage]:
        """A line for managers of a server whose posts do not arrive, with every command but `/community`."""
        site = event.site
        if site is None or not site.manages:
            return []
        if not isinstance(event.said, SlashCommand) or event.said.name == "community":
            return []
        try:
            community = await self.queries.community(PLATFORM, site.external_id)
        except DatabaseError:
            return []
        fails = community is not None and community.channel and community.trouble
        return [DiscordMessage(self.render.words("discord-posts-fail", language))] if fails else []

    def _flood_answer(self, event: Event) -> EventAnswer | None:
        """The answer to people who exceed the rate: once, or each time if Discord waits for an answer. None
        for all others."""
        heard = self._flood.heard(event.user.id, system_clock().timestamp())
        if heard is Heard.YES or self.service.is_urgent(event.said):
            return None
        silent = heard is Heard.NO and not event.awaits
        return EventAnswer([]) if silent else self.apology("flood", event.language)

    async def open_direct_message(self, event: Event) -> DiscordMessage | None:
        """Open the direct messages of a person who has just set in a server when the coach writes, which is
        an action of their own. If they cannot be opened now, the person's next action is the next attempt.

        Returns the confirmation to show, once.
        """
        try:
            person = await self.queries.person(account_of(event.user))
            chose = person is not None and person.snapshot.person.listens and not person.address
            if chose and (address := await self.direct_messages.open(event.user)):
                await self.service.store_address(account_of(event.user, address))
                language = language_of(person, event.language)
                return DiscordMessage(self.render.words("discord-place-opened", language))
        except DatabaseError as error:
            log.warning("no destination stored", error=type(error).__name__)
        return None

    async def language(self, user: discord.User | discord.Member, guess: str = "") -> str:
        """The language that a person chose; `guess` if they are not known."""
        try:
            return language_of(await self.queries.person(account_of(user)), guess)
        except DatabaseError:
            return guess

    def destination_question(
        self, language: str, key: str = "discord-place-offer", *, threads: bool = True
    ) -> DiscordMessage:
        """Ask where nudges shall go now that direct messages are closed. `threads`: a private thread can be
        made here."""
        offered = (THREAD, QUIET, DIRECT) if threads else (QUIET, DIRECT)
        buttons = [
            DestinationButton(name, self.render.label(f"discord-place-{name}", language)) for name in offered
        ]
        return DiscordMessage(self.render.words(key, language), view(buttons))

    def apology(self, key: str, language: str) -> EventAnswer:
        return EventAnswer([DiscordMessage(self.render.words(f"discord-{key}", language))])
