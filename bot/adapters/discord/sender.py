"""Messages into a channel: answers to direct messages, and nudges.

Each message carries a nonce. Discord recognises a repeated nonce for some minutes, so a message whose
connection broke is sent again under the same one. Failures are raised as the errors of delivery.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import aiohttp
import discord
import structlog

from bot.adapters.discord.api_errors import CONNECTION_ERRORS, as_delivery_errors, delivery_error
from bot.adapters.discord.destinations import IN_THREAD, channel_of
from bot.adapters.discord.render import DiscordMessage, DiscordRenderer
from bot.adapters.kit.features import DISCORD
from bot.adapters.kit.labels import OfferedButtons
from bot.adapters.kit.outgoing import prepared
from bot.config.backoff import Backoff
from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.delivery.ports import Blocked, TryLater, Unknown

log = structlog.get_logger("bot.adapters.discord.sender")

ATTEMPT_DEADLINE_SECONDS = 20.0  # the library itself waits and repeats within it, for limits and faults
MAX_ATTEMPTS = 4
RETRY_BACKOFF = Backoff(first_seconds=2, longest_seconds=8)
NOT_CONNECTED_RETRY_SECONDS = 15.0
NUDGE_INTERVAL_SECONDS = 0.05  # 20 a second of the 50 requests that Discord allows


async def post(
    client: discord.Client,
    channel_id: int,
    message: DiscordMessage,
    nonce: str,
    *,
    previews: bool = True,
    silent: bool = False,
) -> discord.Message:
    """Send one message. `previews`: links in it may be shown as pictures. `silent`: it makes no sound.

    Raises Blocked, TryLater, InvalidMessage, or Unknown if it may have arrived.
    """
    for attempt in range(MAX_ATTEMPTS):
        if attempt:
            await asyncio.sleep(RETRY_BACKOFF.seconds(attempt))
        try:
            async with asyncio.timeout(ATTEMPT_DEADLINE_SECONDS):
                channel = client.get_partial_messageable(channel_id)
                return await _send(channel, message, nonce, previews=previews, silent=silent)
        except aiohttp.ClientConnectorError:  # nothing was sent
            raise TryLater from None
        except discord.RateLimited as limited:
            raise TryLater(limited.retry_after) from None
        except discord.HTTPException as error:
            raise delivery_error(error) from None
        except CONNECTION_ERRORS as error:
            log.info("the connection broke", error=type(error).__name__)
    raise Unknown


async def _send(
    channel: discord.PartialMessageable, message: DiscordMessage, nonce: str, *, previews: bool, silent: bool
) -> discord.Message:
    optional: dict[str, Any] = {"view": message.view, "files": message.files, "silent": silent}
    options = {name: value for name, value in optional.items() if value}
    return await channel.send(message.content, nonce=nonce, suppress_embeds=not previews, **options)


async def send_all(
    client: discord.Client,
    channel_id: int,
    messages: Sequence[DiscordMessage],
    key: str,
    before_each: Callable[[], Awaitable[None]] | None = None,
    *,
    silent: bool = False,
) -> None:
    """Send messages in their order, each under a nonce of its own. Raises as `post` does."""
    for number, message in enumerate(messages):
        if before_each:
            await before_each()
        await post(client, channel_id, message, f"{key}/{number}", silent=silent)


class DiscordSender:
    """The `Outbox` of Discord. `client` returns the connected client, None while not connected. `offered`:
    the buttons whose labels can be typed."""

    def __init__(
        self,
        render: DiscordRenderer,
        client: Callable[[], discord.Client | None],
        offered: OfferedButtons,
    ) -> None:
        self.render, self._client, self._offered = render, client, offered
        self._interval = asyncio.Lock()

    async def send(self, account: Account, message: Message) -> None:
        """Send it to the person's destination. Raises Blocked, TryLater or Unknown."""
        channel_id = channel_of(account.address)
        if channel_id is None:
            raise Blocked
        client = self._client()
        if client is None or client.is_closed():
            raise TryLater(NOT_CONNECTED_RETRY_SECONDS)
        in_thread = account.address.startswith(IN_THREAD)
        if in_thread:
            await _check_membership(client, channel_id, account.external_id)
        pieces = self.render.pieces(await prepared(message, DISCORD), typed=not in_thread)
        await send_all(client, channel_id, pieces, message.key, self._wait_interval, silent=message.silent)
        if message.buttons and not in_thread:
            self._offered.note(channel_id, message)

    async def _wait_interval(self) -> None:
        async with self._interval:
            await asyncio.sleep(NUDGE_INTERVAL_SECONDS)


async def _check_membership(client: discord.Client, thread: int, person: str) -> None:
    """Check that the person can read a private thread: they must be a member of it and of its server. Raises
    Blocked if they are not, TryLater or InvalidMessage."""
    with as_delivery_errors():
        found = await client.http.get_channel(thread)
        await client.http.get_member(str(found.get("guild_id", 0)), int(person))
        await client.http.get_thread_member(thread, int(person))
