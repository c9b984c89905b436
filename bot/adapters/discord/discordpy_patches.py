"""What the library keeps in classes and decides by itself, set as it is wanted here."""

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

NUMBERS = re.compile(r"\d{15,}|(?<=/)[A-Za-z0-9_-]{60,}")  # ids, and the tokens of interactions
LONGEST_BACKOFF = 6  # as a power of two, in seconds: a minute; the library would wait for up to 17
AWAY = (OSError, aiohttp.ClientError, TimeoutError, discord.DiscordException)


def point_at(api_url: str) -> None:
    """Where the HTTP API is. The library keeps it in a class, and makes every address from it."""
    Route.BASE = api_url.rstrip("/")


def point_gateway_at(url: str) -> None:
    """Where new sessions are begun."""
    DiscordWebSocket.DEFAULT_GATEWAY = URL(url)


def stay_close(client: discord.AutoShardedClient, shard_id: int, *, gateway_is_set: bool) -> None:
    """A connection that is lost is sought again once a minute at least. Where a gateway is set, its session
    is resumed there too, and not where Discord says."""
    shard = client.get_shard(shard_id)
    if shard is None:
        return
    shard._parent._backoff._max = LONGEST_BACKOFF
    if gateway_is_set:
        shard._parent.ws.gateway = DiscordWebSocket.DEFAULT_GATEWAY


def quieten() -> None:
    """No warning about voice, and no page of trace at each try while Discord is away: a line says it."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    for name in ("discord.client", "discord.shard"):
        logger = logging.getLogger(name)
        if brief not in logger.filters:
            logger.addFilter(brief)
    http = logging.getLogger("discord.http")
    if without_numbers not in http.filters:
        http.addFilter(without_numbers)


def pass_over_unreadable(client: discord.AutoShardedClient, passed_over: Callable[[], None]) -> None:
    """An event in which something is missing costs itself alone. The library would end the connection, begin
    a new one, be sent the same again, and so on, with all servers dark meanwhile. What begins a session is
    left to it."""
    parsers = client._connection.parsers
    for name, parse in parsers.items():
        if name not in ("READY", "RESUMED"):
            parsers[name] = _surviving(name, parse, passed_over)


def _surviving(
    name: str, parse: Callable[[Any], Any], passed_over: Callable[[], None]
) -> Callable[[Any], Any]:
    def survive(data: Any) -> Any:
        try:
            return parse(data)
        except Exception:
            log.exception("an event of Discord's that cannot be read is passed over", kind=name)
            passed_over()
            return None

    return survive


def without_numbers(record: logging.LogRecord) -> bool:
    """Take the numbers of channels and people out of the addresses in a record."""
    record.msg, record.args = NUMBERS.sub("\u2026", record.getMessage()), ()
    return True


def brief(record: logging.LogRecord) -> bool:
    """Take the trace of an expected error out of a record."""
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if isinstance(error, AWAY):
        record.msg, record.args = f"{record.getMessage()} ({type(error).__name__})", ()
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True
