"""Changes to discord.py in places where it offers no option.

They rely on private parts of the library. So its minor version is pinned in pyproject.toml, and each of them
has a test in tests/adapters/discord/test_discordpy_patches.py.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

import aiohttp
import discord
import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

log = structlog.get_logger("bot.adapters.discord.discordpy_patches")

IDS_AND_TOKENS = re.compile(r"\d{15,}|(?<=/)[A-Za-z0-9_-]{60,}")  # the tokens are those of interactions
MAX_BACKOFF_EXPONENT = 6  # 2 ** 6 seconds; the library would wait for up to 17 minutes
LIBRARY_ERRORS = (OSError, aiohttp.ClientError, TimeoutError, discord.DiscordException)


def set_api_url(api_url: str) -> None:
    """Set the URL of the HTTP API. The library keeps it in a class attribute."""
    Route.BASE = api_url.rstrip("/")


def set_gateway_url(url: str) -> None:
    """Set the URL at which new sessions begin."""
    DiscordWebSocket.DEFAULT_GATEWAY = URL(url)


def limit_reconnect_pauses(client: discord.AutoShardedClient, shard_id: int, *, keeps_gateway: bool) -> None:
    """Make a shard reconnect at least once a minute. `keeps_gateway`: resume sessions at the URL that
    `set_gateway_url` set instead of the one that Discord names."""
    shard = client.get_shard(shard_id)
    if shard is None:
        return
    shard._parent._backoff._max = MAX_BACKOFF_EXPONENT
    if keeps_gateway:
        shard._parent.ws.gateway = DiscordWebSocket.DEFAULT_GATEWAY


def quieten() -> None:
    """Silence the warnings about voice, shorten the traces of connection errors to one line, and remove ids
    from logged URLs."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    for name in ("discord.client", "discord.shard"):
        logger = logging.getLogger(name)
        if without_trace not in logger.filters:
            logger.addFilter(without_trace)
    http = logging.getLogger("discord.http")
    if without_ids not in http.filters:
        http.addFilter(without_ids)


def skip_unreadable_events(client: discord.AutoShardedClient, count: Callable[[], None]) -> None:
    """Skip events that the library cannot parse, and `count` them.

    Without this the library ends the connection at such an event, begins a session, receives the same event
    again, and so on, while all servers wait. READY and RESUMED, which begin a session, are left to it.
    """
    parsers = client._connection.parsers
    for name, parse in parsers.items():
        if name not in ("READY", "RESUMED"):
            parsers[name] = _guarded(name, parse, count)


def _guarded(name: str, parse: Callable[[Any], Any], count: Callable[[], None]) -> Callable[[Any], Any]:
    def guarded(data: Any) -> Any:
        try:
            return parse(data)
        except Exception:
            log.exception("an event of Discord's that cannot be read is passed over", kind=name)
            count()
            return None

    return guarded


def without_ids(record: logging.LogRecord) -> bool:
    """A logging filter that removes the ids of channels and people from URLs."""
    record.msg, record.args = IDS_AND_TOKENS.sub("\u2026", record.getMessage()), ()
    return True


def without_trace(record: logging.LogRecord) -> bool:
    """A logging filter that removes the trace of an expected error."""
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if isinstance(error, LIBRARY_ERRORS):
        record.msg, record.args = f"{record.getMessage()} ({type(error).__name__})", ()
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True
