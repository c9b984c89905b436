"""Telegram as a platform of the coach: connect, set the profile, receive, and leave nothing half done."""

from __future__ import annotations

import asyncio
from functools import partial

import structlog
from telegram import Bot

from bot.adapters.kit.tasks import BackgroundTasks
from bot.adapters.telegram import profile, webhook
from bot.adapters.telegram.adapter import Adapter
from bot.adapters.telegram.api_calls import Calls
from bot.adapters.telegram.dispatcher import Dispatcher
from bot.adapters.telegram.http import client
from bot.adapters.telegram.polling import Polling, connect
from bot.adapters.telegram.rate_limiter import RateLimiter
from bot.adapters.telegram.sender import TelegramSender
from bot.config.settings import Settings
from bot.delivery.ports import Outbox
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.telegram")

TO_ANSWER = 5.0  # seconds that answers still have at the end


class Telegram:
    """The port `bot.delivery.worker.Platform`. Raises ValueError where no token is set."""

    name = "telegram"

    def __init__(self, service: Service, settings: Settings) -> None:
        if settings.telegram_token is None:
            raise ValueError("no token")
        self._settings, self._service = settings, service
        self._token = settings.telegram_token.get_secret_value()
        self._bot: Bot = client(self._token, settings.telegram_api_url)
        pace = RateLimiter(settings.telegram_per_second, settings.telegram_per_chat)
        self._post = TelegramSender(self._bot, Calls(pace), service.wording)
        self._tasks = BackgroundTasks()
        self._intake = Dispatcher(Adapter(service, self._post, self._tasks))
        self.outbox: Outbox = self._post

    def __repr__(self) -> str:
        return "Telegram()"

    async def serve(self) -> None:
        """Answer people until cancelled. Raises Refused."""
        try:
            await connect(self._bot)
            self._tasks.start(profile.put_in_order(self._bot, self._service.wording))
            log.info("serving Telegram", username=self._bot.username)
            await self._receiver().run()
        finally:
            if left := await self._tasks.drain(TO_ANSWER):
                log.warning("left without having sent everything", tasks=left)
            await asyncio.shield(self._bot.shutdown())

    async def work(self) -> None:
        """Only send, until cancelled. Raises Refused."""
        try:
            await connect(self._bot)
            await asyncio.Event().wait()
        finally:
            await asyncio.shield(self._bot.shutdown())

    def _receiver(self) -> Polling | webhook.Webhook:
        url = self._settings.telegram_webhook_url
        if url is None:
            return Polling(self._bot, self._intake.batch)
        chosen = self._settings.telegram_webhook_secret
        secret = webhook.secret_of(self._token, chosen.get_secret_value() if chosen else "")
        listen = webhook.where(url, self._settings.telegram_webhook_listen)
        passed_over = partial(self._service.passed_over, self.name)
        return webhook.Webhook(self._bot, self._intake.one, url, secret, listen, passed_over)
