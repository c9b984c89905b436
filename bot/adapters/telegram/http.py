"""HTTP to the Bot API: the library's plugs for transport, and what a failure means.

The library wraps every failure in NetworkError or TimedOut. Telegram has no key against repeats, so a message
may be sent again only after NotSent; any other NetworkError leaves open whether it arrived.
"""

from __future__ import annotations

import json
import os
import ssl
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from typing import Any

import httpx
import structlog
from telegram import Update
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.delivery.ports import Blocked, TryLater, Unknown

log = structlog.get_logger("bot.adapters.telegram.http")

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else the library warns at each RetryAfter that it makes

GATEWAY_TIMEOUT = 504  # the one 5xx after which the work may have been done
BEFORE_SENDING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
READ_SECONDS, CONNECT_SECONDS, POOL_SECONDS = 15.0, 10.0, 30.0
MAX_CONNECTIONS = 64
MAX_DEPTH = 200  # arrays and objects within one another; Telegram's own are some ten deep
MAX_REASON_CHARACTERS = 80
UNREACHABLE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.MESSAGE_REACTION,
)
_QUOTE, _BACKSLASH = b'"'[0], b"\\"[0]


# --- failures


class NotSent(NetworkError):
    """The call had no effect: the request never left, or Telegram answered that it failed."""


class Rejected(Exception):
    """Telegram will never take this call. `reason`: Telegram's words, cut before anything that it quotes."""

    def __init__(self, error: TelegramError) -> None:
        self.reason = error.message.partition("'")[0].partition('"')[0][:MAX_REASON_CHARACTERS]
        super().__init__(self.reason)


def delivery_error(error: TelegramError) -> Exception:
    """The library's error as one of the delivery's (Blocked, TryLater, Unknown), else Rejected."""
    match error:
        case RetryAfter():
            return TryLater(retry_after_seconds(error))
        case Forbidden():
            return Blocked()
        case BadRequest() if any(words in error.message.lower() for words in UNREACHABLE):
            return Blocked()
        case BadRequest():
            return Rejected(error)
        case NotSent() | InvalidToken():
            return TryLater()
        case NetworkError():
            return Unknown()
        case _:
            return Rejected(error)


def retry_after_seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


# --- requests


class TelegramRequest(HTTPXRequest):
    """The library's HTTP client (a `BaseRequest`), which raises NotSent and logs nothing of an answer."""

    __slots__ = ()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        try:
            code, payload = await super().do_request(*args, **kwargs)
        except NetworkError as error:
            if isinstance(error.__cause__, BEFORE_SENDING):
                raise NotSent(type(error.__cause__).__name__) from error
            raise
        except RuntimeError as error:
            raise NotSent("the client is closed") from error
        if code >= 500 and code != GATEWAY_TIMEOUT:
            raise NotSent(f"answered {code}")
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dictionary. The library's own method would log an answer that it cannot read."""
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError
            raise NetworkError("answered with something that is no JSON") from None
        if not isinstance(answer, dict):
            raise NetworkError("answered with something that is no object")
        return answer


class UpdatesRequest(TelegramRequest):
    """The client for getUpdates: a value that is nested too deeply for the parser costs only itself."""

    __slots__ = ()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            return TelegramRequest.parse_json_payload(payload)
        except NetworkError:
            return TelegramRequest.parse_json_payload(without_depths(payload))


def without_depths(payload: bytes) -> bytes:
    """The same JSON with `null` in place of each value that is nested deeper than MAX_DEPTH."""
    kept, depth, start, quoted, escaped = bytearray(), 0, 0, False, False
    for at, byte in enumerate(payload):
        if quoted:
            quoted, escaped = escaped or byte != _QUOTE, not escaped and byte == _BACKSLASH
        elif byte == _QUOTE:
            quoted = True
        elif byte in b"[{":
            depth += 1
            if depth == MAX_DEPTH + 1:
                kept += payload[start:at] + b"null"
        elif byte in b"]}":
            depth -= 1
            if depth == MAX_DEPTH:
                start = at + 1
    return bytes(kept + payload[start:])


# --- the client


class TelegramBot(ExtBot[int]):
    """The library's client. Its `repr` would show the token."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "TelegramBot()"

    async def updates(self, offset: int | None, wait_seconds: int) -> Sequence[Update]:
        """Updates from number `offset` on; Telegram waits for one up to `wait_seconds`. Each is parsed by
        itself: `get_updates` gives up on a whole batch for one that it cannot read, and logs every word of
        it. Raises TelegramError."""
        data = {"offset": offset, "timeout": wait_seconds, "allowed_updates": ALLOWED_UPDATES}
        found = await self._post("getUpdates", data, read_timeout=READ_SECONDS + wait_seconds)
        if not isinstance(found, list):
            raise NetworkError("answered with something that is no list")
        return [update for raw in found if (update := parsed(raw))]


def parsed(raw: Any) -> Update | None:
    """The update; one without content where the library cannot read it; None where it has no number."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if not isinstance(number, int) or isinstance(number, bool):
        log.warning("an update without a number is passed over")
        return None
    try:
        return Update.de_json(raw, None)
    except Exception as error:  # a malformed field can lead to any
        log.warning("an update that cannot be read is passed over", error=type(error).__name__)
        return Update(number)


@cache
def tls_context() -> ssl.SSLContext:
    """The certificates that the library trusts, read once: each client would take 40 ms for that."""
    return httpx.create_ssl_context()


def client(token: str, api_url: str, limiter: BaseRateLimiter[int]) -> TelegramBot:
    """A client that is not connected yet. `api_url`: the part of the address before the token."""
    settings: dict[str, Any] = {
        "read_timeout": READ_SECONDS,
        "connect_timeout": CONNECT_SECONDS,
        "pool_timeout": POOL_SECONDS,
        "httpx_kwargs": {"verify": tls_context()},
    }
    return TelegramBot(
        token,
        base_url=api_url,
        request=TelegramRequest(connection_pool_size=MAX_CONNECTIONS, **settings),
        get_updates_request=UpdatesRequest(connection_pool_size=2, **settings),
        rate_limiter=limiter,
    )
