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

from bot.adapters.discord.destinations import IN_THREAD, TOO_FAST, channel_of
from bot.adapters.discord.render import DiscordMessage, DiscordRenderer
from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.delivery.ports import Blocked, TryLater, Unknown

log = structlog.get_logger("bot.adapters.discord.sender")

LONGEST = (
    20.0  # seconds for one try; the library waits and repeats within it for a limit or a fault of Discord's
)
PAUSES = (1.0, 3.0, 9.0)  # seconds before each further try
NOT_YET = 15.0  # seconds until there may be a connection
SPREAD = 0.05  # seconds between two messages of the coach's own accord: 20 a second, of 50 that Discord takes
TOKEN_GONE, BANNED_FOR_NOW = 3600.0, 600.0  # seconds to stay away
NOT_NOW = (20016, 40004, 40062, 130000)  # slow mode, sending is off for a while, a limit, overload
UNFIT = (40005, 50006, 50035, 50045)  # too large, empty, not valid: the fault is in the message
A_CODE = 10_000  # from here on a code is one of Discord's own
NEVER_LEFT = (aiohttp.ClientConnectorError,)
BROKEN = (OSError, aiohttp.ClientError, TimeoutError)


class Unfit(Unknown):
    """The message itself was refused: a mistake of this program, and nobody's closed door."""


async def post(
    client: discord.Client, channel_id: int, piece: DiscordMessage, nonce: str, *, previews: bool = True
) -> discord.Message:
    """Send one piece. `previews`: links in it may be shown as pictures. Raises Blocked, TryLater or Unknown;
    Unfit is one of the last."""
    for pause in (0.0, *PAUSES):
        await asyncio.sleep(pause)
        try:
            async with asyncio.timeout(LONGEST):
                return await _send(client.get_partial_messageable(channel_id), piece, nonce, previews)
        except NEVER_LEFT:
            raise TryLater from None
        except discord.RateLimited as limited:
            raise TryLater(limited.retry_after) from None
        except discord.HTTPException as error:
            told(error)
        except BROKEN as error:
            log.info("a message broke on the way", error=type(error).__name__)
    raise Unknown


async def _send(
    channel: discord.PartialMessageable, piece: DiscordMessage, nonce: str, previews: bool
) -> discord.Message:
    optional: dict[str, Any] = {"view": piece.view, "file": piece.file}
    given = {name: value for name, value in optional.items() if value is not None}
    return await channel.send(piece.content, nonce=nonce, suppress_embeds=not previews, **given)


def told(error: discord.HTTPException) -> NoReturn:
    """What Discord's refusal means for a message.

    Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes. Each with a code is final,
    whatever its status: closed direct messages, no shared server, a channel that is gone, closed to the bot
    or of another kind, a locked thread. Not so what is refused for now only, or for the message's own sake.
    """
    log.info("refused", status=error.status, code=error.code)
    if error.status == 401:
        raise TryLater(TOKEN_GONE) from None
    if error.status == 429 or error.code in (TOO_FAST, *NOT_NOW):
        raise TryLater(BANNED_FOR_NOW) from None
    if error.status >= 500:
        raise TryLater from None
    if error.status in (403, 404) or (error.code >= A_CODE and error.code not in UNFIT):
        raise Blocked from None
    log.error("a message was not valid", status=error.status, code=error.code)
    raise Unfit from None


class DiscordSender:
    """The port of `bot.delivery.worker` for Discord. `client` tells the client that is connected, None for
    none."""

    def __init__(self, render: DiscordRenderer, client: Callable[[], discord.Client | None]) -> None:
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
        in_thread = account.address.startswith(IN_THREAD)
        if in_thread:
            await _is_there(client, channel_id, account.external_id)
        pieces = self.render.pieces(message, typed=not in_thread)
        await send_all(client, channel_id, pieces, message.key, self._spread)

    async def _spread(self) -> None:
        async with self._next:
            await asyncio.sleep(SPREAD)


async def _is_there(client: discord.Client, thread: int, person: str) -> None:
    """A private thread is read by its person only while they are a member of the server and of the thread.
    Raises Blocked where they are not, TryLater or Unknown."""
    try:
        found = await client.http.get_channel(thread)
        await client.http.get_member(str(found.get("guild_id", 0)), int(person))
        await client.http.get_thread_member(thread, int(person))
    except discord.RateLimited as limited:
        raise TryLater(limited.retry_after) from None
    except discord.HTTPException as error:
        told(error)
    except BROKEN:
        raise TryLater from None


async def send_all(
    client: discord.Client,
    channel_id: int,
    pieces: Sequence[DiscordMessage],
    key: str,
    before_each: Callable[[], Any] | None = None,
) -> None:
    """Send pieces in their order, each under its own nonce. Raises Blocked, TryLater or Unknown."""
    for number, piece in enumerate(pieces):
        if before_each:
            await before_each()
        await post(client, channel_id, piece, f"{key}/{number}")
