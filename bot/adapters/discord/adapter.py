"""The platform Discord: connects, stays connected, and raises BotRefused if that can never work."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import discord
import structlog

from bot.adapters.discord.channel_posts import DiscordCommunityPoster
from bot.adapters.discord.client import DiscordClient
from bot.adapters.discord.discordpy_patches import LIBRARY_ERRORS, set_api_url
from bot.adapters.discord.events import PLATFORM
from bot.adapters.discord.handlers import DiscordHandlers
from bot.adapters.discord.sender import DiscordSender
from bot.adapters.discord.turns import DiscordTurns
from bot.config.backoff import Backoff
from bot.config.settings import Settings
from bot.delivery.ports import BotRefused, Outbox
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.discord")

CONNECT_BACKOFF = Backoff(first_seconds=2, longest_seconds=60, jitter=0.2)
CLOSE_TIMEOUT_SECONDS = 3.0
MALFORMED_REPLY_ERRORS = (KeyError, TypeError)  # raised by the library for replies that are not Discord's
UNKNOWN_TOKEN = (
    "SCROLLWISE_DISCORD_TOKEN is wrong: Discord does not know it. Copy it again, or reset it there."  # noqa: S105
)
TOKEN_REVOKED, FATAL_CLOSE_CODES = 4004, (4010, 4011, 4012, 4013, 4014)  # of the gateway


class Discord:
    """The `Platform` of Discord, on which the bot also posts to communities."""

    name = PLATFORM

    def __init__(self, service: Service, settings: Settings) -> None:
        self._settings = settings
        self.handlers = DiscordHandlers(DiscordTurns(service))
        self._client: DiscordClient | None = None
        render = self.handlers.turns.render
        offered = self.handlers.turns.offered
        self.outbox: Outbox = DiscordSender(render, lambda: self._client, offered)
        self.community_poster = DiscordCommunityPoster(render, service.wording, lambda: self._client)

    async def serve(self) -> None:
        """Serve until cancelled, reconnecting whenever the connection ends. Raises BotRefused."""
        await self._stay_connected(receives=True)

    async def work(self) -> None:
        """Be able to send until cancelled, without a connection to the gateway. Raises BotRefused."""
        await self._stay_connected(receives=False)

    async def _stay_connected(self, *, receives: bool) -> None:
        token = self._token()
        set_api_url(self._settings.discord_api_url)
        failures = 0
        while True:
            failures += 1
            pause = CONNECT_BACKOFF.seconds(failures)
            try:
                await self._connect(token, receives=receives)
                failures, pause = 0, CONNECT_BACKOFF.seconds(1)
            except (*LIBRARY_ERRORS, *MALFORMED_REPLY_ERRORS) as error:
                log.warning("Discord is away", error=type(error).__name__, again_in_seconds=round(pause, 1))
            await asyncio.sleep(pause)

    def _token(self) -> str:
        """The token, if an HTTP header can hold it. Raises BotRefused."""
        secret = self._settings.discord_token
        token = secret.get_secret_value().strip() if secret else ""
        if not token or not token.isascii() or not token.isprintable() or " " in token:
            raise BotRefused(UNKNOWN_TOKEN)
        return token

    async def _connect(self, token: str, *, receives: bool) -> None:
        """Log in and stay until the connection ends. The library resumes sessions within it."""
        client = DiscordClient(self.handlers, self._settings)
        try:
            await client.login(token)
            self._client = client
            log.info("connected", shards=client.shard_count)
            await (self._receive(client) if receives else asyncio.Event().wait())
        except discord.LoginFailure:
            raise BotRefused(UNKNOWN_TOKEN) from None
        except discord.ConnectionClosed as closed:
            if closed.code == TOKEN_REVOKED:
                raise BotRefused(UNKNOWN_TOKEN) from None
            if closed.code in FATAL_CLOSE_CODES:
                raise BotRefused(f"Discord closed the connection for good (code {closed.code}).") from None
            log.warning("the connection was closed", code=closed.code)
        finally:
            self._client = None
            await _close(client)

    async def _receive(self, client: DiscordClient) -> None:
        """Receive events until the connection ends. When cancelled, let the answers in progress finish first.

        The library swallows a cancellation while it reconnects, so the connection is closed as well.
        """
        connection = asyncio.create_task(client.connect())
        try:
            await asyncio.shield(connection)
        finally:
            await self.handlers.finish()
            await _close(client)
            connection.cancel()
            await asyncio.wait([connection], timeout=CLOSE_TIMEOUT_SECONDS)


async def _close(client: DiscordClient) -> None:
    """Close the connection without waiting long for a Discord that no longer answers."""
    with suppress(TimeoutError):
        async with asyncio.timeout(CLOSE_TIMEOUT_SECONDS):
            await client.close()
    await client.http.close()
