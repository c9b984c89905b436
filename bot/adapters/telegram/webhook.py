"""A webhook that answers 200 only after all that an update led to is stored."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram import Update
from telegram.error import BadRequest

from bot.adapters.telegram.http import ALLOWED_UPDATES, TelegramBot, parsed
from bot.adapters.telegram.polling import ConnectionRetries, until_answered
from bot.delivery.ports import BotRefused
from bot.storage.engine.errors import Passing

log = structlog.get_logger("bot.adapters.telegram.webhook")

MAX_UPDATE_BYTES = 1 << 20
MAX_CONNECTIONS = 40  # over which Telegram may send updates
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
DEFAULT_PORT = 8443

StoreOne = Callable[[Update], Awaitable[None]]


def secret_of(token: str, chosen: str) -> str:
    """The secret that comes with each update: the chosen one, else one derived from the token."""
    return chosen or hmac.digest(token.encode(), b"scrollwise webhook", hashlib.sha256).hex()


def listen_address(url: str, listen: str) -> tuple[str, int]:
    """The host and port to listen on: `listen` ("host:port") if it is set, else those of `url` if that is
    plain HTTP, else a local port for a proxy in front."""
    parts = urlsplit(f"//{listen}" if listen else url)
    if listen or parts.scheme == "http":
        return parts.hostname or "127.0.0.1", parts.port or DEFAULT_PORT
    return "127.0.0.1", DEFAULT_PORT


class Webhook:
    """The listener. `store` returns when all that an update led to is stored, or raises Passing."""

    def __init__(
        self,
        bot: TelegramBot,
        store: StoreOne,
        url: str,
        secret: str,
        listen: tuple[str, int],
        passed_over: Callable[[], None] = lambda: None,
    ) -> None:
        self._bot, self._store, self._passed_over = bot, store, passed_over
        self._url, self._secret, self._listen = url, secret, listen

    async def run(self) -> None:
        """Listen until cancelled. The webhook stays set, so that updates wait at Telegram. Raises
        BotRefused."""
        app = web.Application(client_max_size=MAX_UPDATE_BYTES)
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
        try:
            await until_answered(self._set_webhook, ConnectionRetries())
        except BadRequest as error:
            raise BotRefused(f"Telegram does not take the webhook's address: {error.message}") from None

    async def _set_webhook(self) -> None:
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=MAX_CONNECTIONS,
        )

    async def _take(self, request: web.Request) -> web.Response:
        secret = request.headers.get(SECRET_HEADER, "")
        shown = secret.encode("utf-8", "surrogateescape")  # any bytes can come
        if not hmac.compare_digest(shown, self._secret.encode()):
            return web.Response(status=403)
        update = read(await request.read())
        if update is None:
            self._passed_over()
            return web.Response(status=200)  # Telegram need not bring it again: it stays unreadable
        try:
            await self._store(update)
        except Passing:
            return web.Response(status=503)  # Telegram brings it again
        return web.Response(status=200)


def read(body: bytes) -> Update | None:
    """The update in a request; None for anything else, however deeply it is nested."""
    try:
        return parsed(json.loads(body))
    except (ValueError, RecursionError) as error:
        log.warning("what came to the webhook is no update", error=type(error).__name__)
        return None
