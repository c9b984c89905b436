"""A webhook: Telegram brings updates, and hears 200 only after what they led to is stored."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram import Bot, Update
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.adapters.telegram.http import readable
from bot.adapters.telegram.polling import ALLOWED, TOKEN, PollingPauses
from bot.delivery.ports import BotRefused
from bot.storage.engine.errors import Passing

log = structlog.get_logger("bot.adapters.telegram.webhook")

LARGEST = 1 << 20  # bytes of an update
AT_ONCE = 40  # updates that Telegram may bring side by side
HEADER = "X-Telegram-Bot-Api-Secret-Token"
DEFAULT_PORT = 8443

One = Callable[[Update], Awaitable[None]]


def secret_of(token: str, chosen: str) -> str:
    """What Telegram shows with each update: the chosen one, or one that only who knows the token can tell."""
    return chosen or hmac.digest(token.encode(), b"scrollwise webhook", hashlib.sha256).hex()


def where(url: str, listen: str) -> tuple[str, int]:
    """The host and port to listen on: "host:port" as set, or what the webhook's own address says where that
    is this machine, or a port for a proxy to pass on to."""
    parts = urlsplit(f"//{listen}" if listen else url)
    if listen or parts.scheme == "http":
        return parts.hostname or "127.0.0.1", parts.port or DEFAULT_PORT
    return "127.0.0.1", DEFAULT_PORT


class Webhook:
    """The listener. `one` returns when all that an update led to is stored, or raises Passing."""

    def __init__(
        self,
        bot: Bot,
        one: One,
        url: str,
        secret: str,
        listen: tuple[str, int],
        passed_over: Callable[[], None] = lambda: None,
    ) -> None:
        self._bot, self._one, self._passed_over = bot, one, passed_over
        self._url, self._secret, self._listen = url, secret, listen

    async def run(self) -> None:
        """Until cancelled. The webhook stays: what comes meanwhile waits at Telegram. Raises Refused."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post(urlsplit(self._url).path or "/", self._take)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=10)
        await runner.setup()
        try:
            await self._open(runner)
            await self._announce()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _open(self, runner: web.AppRunner) -> None:
        host, port = self._listen
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise BotRefused(f"Cannot listen for Telegram's webhook on {host}:{port}: {why}.") from None

    async def _announce(self) -> None:
        pauses = PollingPauses()
        while True:
            try:
                await self._bot.set_webhook(
                    self._url, secret_token=self._secret, allowed_updates=ALLOWED, max_connections=AT_ONCE
                )
            except InvalidToken:
                raise BotRefused(TOKEN) from None
            except BadRequest as error:
                raise BotRefused(f"Telegram does not take the webhook's address: {error.message}") from None
            except TelegramError as error:
                await pauses.after(error)
            else:
                return

    async def _take(self, request: web.Request) -> web.Response:
        shown = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")  # any bytes can come
        if not hmac.compare_digest(shown, self._secret.encode()):
            return web.Response(status=403)
        update = read(await request.read())
        if update is None:
            self._passed_over()
            return web.Response(status=200)  # it will never be better: Telegram need not bring it again
        try:
            await self._one(update)
        except Passing:
            return web.Response(status=503)  # Telegram brings it again
        return web.Response(status=200)


def read(body: bytes) -> Update | None:
    """The update in a request; None for anything that is none, however deeply it is nested."""
    try:
        raw = readable(json.loads(body))
        return Update.de_json(raw, None) if raw else None
    except (ValueError, RecursionError) as error:
        log.warning("what came to the webhook is no update", error=type(error).__name__)
        return None
