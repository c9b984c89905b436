"""The line to the Bot API: what failed is told apart by whether Telegram can have carried it out.

The library wraps every failure in NetworkError or TimedOut. Telegram has no key against repeats, so a message
may be sent again only after NotSent; any other NetworkError leaves open whether it arrived.
"""

from __future__ import annotations

import json
import os
import ssl
from datetime import timedelta
from functools import cache
from typing import Any

import httpx
import structlog
from telegram import Bot, Update
from telegram.error import NetworkError, RetryAfter
from telegram.request import HTTPXRequest

log = structlog.get_logger("bot.adapters.telegram.http")

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else the library warns at each RetryAfter that it makes

GATEWAY_TIMEOUT = 504  # the one 5xx after which the work may have been done
BEFORE_SENDING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
READ, CONNECT, POOL = 15.0, 10.0, 30.0  # seconds
CONNECTIONS = 64


class NotSent(NetworkError):
    """Surely not carried out: the request never left, or Telegram answered that it failed."""


def asked(error: RetryAfter) -> float:
    """The seconds that Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class TelegramRequest(HTTPXRequest):
    """The library's HTTP client, with NotSent, and without logs of what came in."""

    __slots__ = ()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        try:
            code, payload = await super().do_request(*args, **kwargs)
        except NetworkError as error:
            if isinstance(error.__cause__, BEFORE_SENDING):
                raise NotSent(type(error.__cause__).__name__) from error
            raise
        except RuntimeError as error:
            raise NotSent("the line is closed") from error
        if code >= 500 and code != GATEWAY_TIMEOUT:
            raise NotSent(f"answered {code}")
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The library's own would log what it cannot read."""
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError
            raise NetworkError("answered with something that is no JSON") from None
        if not isinstance(answer, dict):
            raise NetworkError("answered with something that is no object")
        return answer


class UpdatesRequest(TelegramRequest):
    """The line for getUpdates: an update that the library cannot read arrives as an empty one."""

    __slots__ = ()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            answer = TelegramRequest.parse_json_payload(payload)
        except NetworkError:
            answer = TelegramRequest.parse_json_payload(shallow(payload))
        if isinstance(found := answer.get("result"), list):
            answer["result"] = [update for raw in found if (update := readable(raw))]
        return answer


def readable(raw: Any) -> dict[str, Any]:
    """The update as it came; nothing but its number where it is not what an update should be; empty where it
    has not even that.

    The library logs a whole batch with every word and gives up on it for one that it cannot read.
    """
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if not isinstance(number, int) or isinstance(number, bool):
        log.warning("an update without a number is passed over")
        return {}
    try:
        Update.de_json(raw, None)
    except Exception as error:  # whatever a malformed field leads to in there
        log.warning("an update that cannot be read is passed over", error=type(error).__name__)
        return {"update_id": number}
    return dict(raw)


DEEPEST = 200  # arrays and objects within one another; Telegram's own are some ten deep


def shallow(payload: bytes) -> bytes:
    """The same JSON without what is nested deeper than DEEPEST, which no parser here would take: `null`
    stands in its place. So one such update costs only itself."""
    kept, depth, start, quoted, escaped = bytearray(), 0, 0, False, False
    for at, byte in enumerate(payload):
        if quoted:
            quoted, escaped = escaped or byte != _QUOTE, not escaped and byte == _BACKSLASH
        elif byte == _QUOTE:
            quoted = True
        elif byte in b"[{":
            depth += 1
            if depth == DEEPEST + 1:
                kept += payload[start:at] + b"null"
        elif byte in b"]}":
            depth -= 1
            if depth == DEEPEST:
                start = at + 1
    return bytes(kept + payload[start:])


_QUOTE, _BACKSLASH = b'"'[0], b"\\"[0]


class TelegramBot(Bot):
    """The library's client; its `repr` would show the token."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Client(telegram)"


@cache
def trusted() -> ssl.SSLContext:
    """Whom TLS trusts, as the library has it: read once, since each line would take 40 ms for that."""
    return httpx.create_ssl_context()


def client(token: str, api_url: str) -> TelegramBot:
    """A client that is not connected yet. `api_url`: what stands in front of the token."""
    settings: dict[str, Any] = {"read_timeout": READ, "connect_timeout": CONNECT, "pool_timeout": POOL}
    settings["httpx_kwargs"] = {"verify": trusted()}
    return TelegramBot(
        token,
        base_url=api_url,
        request=TelegramRequest(connection_pool_size=CONNECTIONS, **settings),
        get_updates_request=UpdatesRequest(connection_pool_size=2, **settings),
    )
