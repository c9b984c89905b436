"""The coach on Discord: connects, stays connected, and says plainly when that can never work."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress

import discord
import structlog

from bot.adapters.discord.channel_posts import DiscordCommunityPoster
from bot.adapters.discord.client import DiscordClient
from bot.adapters.discord.discordpy_patches import AWAY, point_at
from bot.adapters.discord.handlers import DiscordHandlers
from bot.adapters.discord.sender import DiscordSender
from bot.adapters.discord.turns import DiscordTurns
from bot.config.settings import Settings
from bot.delivery import worker
from bot.delivery.ports import BotRefused
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.discord")

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 60.0  # seconds between two tries to connect
GOODBYE = 3.0  # seconds for Discord to answer a goodbye
NONSENSE = (KeyError, TypeError)  # what the library makes of an answer that is none of Discord's
UNKNOWN = "SCROLLWISE_DISCORD_TOKEN is wrong: Discord does not know it. Copy it again, or reset it there."
TOKEN_REVOKED, NEVER_AGAIN = 4004, (4010, 4011, 4012, 4013, 4014)  # codes that close the gateway


class Discord:
    """A `bot.delivery.worker.Platform`."""

    name = "discord"

    def __init__(self, service: Service, settings: Settings) -> None:
        self._settings = settings
        self.hearing = DiscordHandlers(DiscordTurns(service))
        self._client: DiscordClient | None = None
        self.render = self.hearing.talk.render
        self.outbox: worker.Outbox = DiscordSender(self.render, lambda: self._client)
        self.community_poster = DiscordCommunityPoster(self.render, service.wording, lambda: self._client)

    async def serve(self) -> None:
        """Serve until cancelled. While Discord is away it is tried again and again. Raises Refused."""
        await self._again_and_again(receives=True)

    async def work(self) -> None:
        """Only send, until cancelled: without a connection to the gateway. Raises Refused."""
        await self._again_and_again(receives=False)

    async def _again_and_again(self, *, receives: bool) -> None:
        token = self._token()
        point_at(self._settings.discord_api_url)
        pause = FIRST_PAUSE
        while True:
            try:
                await self._connected(token, receives=receives)
                pause = FIRST_PAUSE
            except (*AWAY, *NONSENSE) as error:
                log.warning("Discord is away", error=type(error).__name__, again_in_seconds=pause)
            await asyncio.sleep(pause * random.uniform(0.8, 1.2))  # noqa: S311 - no secret
            pause = min(pause * 2, LONGEST_PAUSE)

    def _token(self) -> str:
        """The token as a header can hold it."""
        secret = self._settings.discord_token
        token = secret.get_secret_value().strip() if secret else ""
        if not token or not token.isascii() or not token.isprintable() or " " in token:
            raise BotRefused(UNKNOWN)
        return token

    async def _connected(self, token: str, *, receives: bool) -> None:
        """One connection, from the first call to the last. The library reconnects and resumes within it."""
        client = DiscordClient(self.hearing, self._settings)
        try:
            await client.login(token)
            self._client = client
            log.info("connected", shards=client.shard_count)
            await (self._until_the_end(client) if receives else asyncio.Event().wait())
        except discord.LoginFailure:
            raise BotRefused(UNKNOWN) from None
        except discord.ConnectionClosed as closed:
            if closed.code == TOKEN_REVOKED:
                raise BotRefused(UNKNOWN) from None
            if closed.code in NEVER_AGAIN:
                raise BotRefused(f"Discord closed the connection for good (code {closed.code}).") from None
            log.warning("the connection was closed", code=closed.code)
        finally:
            self._client = None
            await _close(client)

    async def _until_the_end(self, client: DiscordClient) -> None:
        """Who leaves lets the answers that are under way out first. While it reconnects, the library swallows
        a cancellation, so that is not relied on: closing ends the connection."""
        connection = asyncio.create_task(client.connect())
        try:
            await asyncio.shield(connection)
        finally:
            await self.hearing.finish()
            await _close(client)
            connection.cancel()
            await asyncio.wait([connection], timeout=GOODBYE)


async def _close(client: DiscordClient) -> None:
    """Say goodbye, but don't wait for somebody who is no longer there."""
    with suppress(TimeoutError):
        async with asyncio.timeout(GOODBYE):
            await client.close()
    await client.http.close()
