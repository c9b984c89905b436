"""Messages into a channel: answers to what was typed, and what the coach writes of its own accord.

Each carries a nonce by which Discord tells, for some minutes, that it has it already: what broke on the way
is tried again under the same one. What failed is said in the delivery's words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import aiohttp
import discord
import structlog

from bot.core.messages import Account
from bot.delivery import Blocked, TryLater, Unknown
from bot.discord.places import IN_THREAD, TOO_FAST, channel_of
from bot.discord.render import Piece, Render
from bot.wording import Message

log = structlog.get_logger("bot.discord.post")

LONGEST = (
    20.0  # seconds for one try; the library waits and repeats within it for a limit or a fault of Discord's
)
PAUSES = (1.0, 3.0, 9.0)  # seconds before each further try
NOT_YET = 15.0  # seconds until there may be a connection
SPREAD = 0.05  # seconds between two messages of the coach's own accord: 20 a second, of 50 that Discord takes
TOKEN_GONE, BANNED_FOR_NOW = 3600.0, 600.0  # seconds to stay away
NEVER_LEFT = (aiohttp.ClientConnectorError,)
BROKEN = (OSError, aiohttp.ClientError, TimeoutError)


async def post(client: discord.Client, channel_id: int, piece: Piece, nonce: str) -> discord.Message:
    """Send one piece. Raises Blocked, TryLater or Unknown."""
    for pause in (0.0, *PAUSES):
        await asyncio.sleep(pause)
        try:
            async with asyncio.timeout(LONGEST):
                return await _send(client.get_partial_messageable(channel_id), piece, nonce)
        except NEVER_LEFT:
            raise TryLater from None
        except discord.RateLimited as limited:
            raise TryLater(limited.retry_after) from None
        except discord.HTTPException as error:
            _told(error)
        except BROKEN as error:
            log.info("a message broke on the way", error=type(error).__name__)
    raise Unknown


async def _send(channel: discord.PartialMessageable, piece: Piece, nonce: str) -> discord.Message:
    optional: dict[str, Any] = {"view": piece.view, "file": piece.file}
    given = {name: value for name, value in optional.items() if value is not None}
    return await channel.send(piece.content, nonce=nonce, **given)


def _told(error: discord.HTTPException) -> NoReturn:
    """What Discord's refusal means for a message.

    Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes. 403 and 404 are final: closed
    direct messages, no shared server, a channel that is gone or closed to the bot. Not so 40003.
    """
    log.info("refused", status=error.status, code=error.code)
    if error.code == TOO_FAST:
        raise TryLater(BANNED_FOR_NOW) from None
    if error.status in (403, 404):
        raise Blocked from None
    if error.status == 401:
        raise TryLater(TOKEN_GONE) from None
    if error.status == 429:
        raise TryLater(BANNED_FOR_NOW) from None
    if error.status >= 500:
        raise TryLater from None
    raise Unknown from None


class Outbox:
    """The port of `bot.delivery` for Discord. `client` tells the client that is connected, None for none."""

    def __init__(self, render: Render, client: Callable[[], discord.Client | None]) -> None:
        self.render, self._client = render, client
        self._next = asyncio.Lock()

    async def send(self, account: Account, message: Message) -> None:
        """Send it to where the person wants it. Raises Blocked, TryLater or Unknown."""
        channel_id = channel_of(account.address)
        if channel_id is None:
            raise Blocked
        client = self._client()
        if client is None or client.is_closed():
            raise TryLater(NOT_YET)
        pieces = self.render.pieces(message, typed=not account.address.startswith(IN_THREAD))
        await send_all(client, channel_id, pieces, message.key, self._spread)

    async def _spread(self) -> None:
        async with self._next:
            await asyncio.sleep(SPREAD)


async def send_all(
    client: discord.Client,
    channel_id: int,
    pieces: Sequence[Piece],
    key: str,
    before_each: Callable[[], Any] | None = None,
) -> None:
    """Send pieces in their order, each under its own nonce. Raises Blocked, TryLater or Unknown."""
    for number, piece in enumerate(pieces):
        if before_each:
            await before_each()
        await post(client, channel_id, piece, f"{key}/{number}")
