"""Telegram as a platform of the coach: it connects, sets the profile, receives, and finishes at shutdown."""

from __future__ import annotations

import asyncio
from functools import partial

import structlog

from bot.adapters.kit.tasks import BackgroundTasks
from bot.adapters.telegram import profile, webhook
from bot.adapters.telegram.chats import TelegramChats
from bot.adapters.telegram.dispatcher import Dispatcher
from bot.adapters.telegram.groups import Groups
from bot.adapters.telegram.http import client
from bot.adapters.telegram.polling import Polling, connect
from bot.adapters.telegram.rate_limiter import RateLimiter
from bot.adapters.telegram.sender import TelegramSender
from bot.adapters.telegram.turns import TelegramTurns
from bot.config.settings import Settings
from bot.delivery.ports import Outbox
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.telegram")

ANSWER_SECONDS = 5.0  # for answers that are under way at shutdown


class Telegram:
    """The port `bot.delivery.ports.Platform`. Raises ValueError if no token is set."""

    name = "telegram"

    def __init__(self, service: Service, settings: Settings) -> None:
        if settings.telegram_token is None:
            raise ValueError("no token")
        self._settings, self._service = settings, service
        self._token = settings.telegram_token.get_secret_value()
        limiter = RateLimiter(settings.telegram_per_second, settings.telegram_per_chat)
        self._bot = client(self._token, settings.telegram_api_url, limiter)
        chats = TelegramChats(TelegramSender(self._bot), service.wording)
        groups = Groups(chats.sender, service.wording, partial(service.is_new_event, self.name), limiter.room)
        self._tasks = BackgroundTasks()
        self._dispatcher = Dispatcher(TelegramTurns(service, chats, groups, self._tasks))
        self._chats = chats
        self.outbox: Outbox = chats

    def __repr__(self) -> str:
        return "Telegram()"

    async def serve(self) -> None:
        """Answer people until cancelled. Raises BotRefused."""
        try:
            await connect(self._bot)
            self._tasks.start(profile.update_profile(self._bot, self._service.wording))
            log.info("serving Telegram", username=self._bot.username)
            await self._receiver().run()
        finally:
            if left := await self._tasks.drain(ANSWER_SECONDS):
                log.warning("left without having sent everything", tasks=left)
            await asyncio.shield(self._bot.shutdown())

    async def work(self) -> None:
        """Only be able to send, until cancelled. Raises BotRefused."""
        try:
            await connect(self._bot)
            await asyncio.Event().wait()
        finally:
            await asyncio.shield(self._bot.shutdown())

    def _receiver(self) -> Polling | webhook.Webhook:
        url = self._settings.telegram_webhook_url
        if url is None:
            return Polling(self._bot, self._dispatcher.batch)
        chosen = self._settings.telegram_webhook_secret
        secret = webhook.secret_of(self._token, chosen.get_secret_value() if chosen else "")
        listen = webhook.listen_address(url, self._settings.telegram_webhook_listen)
        passed_over = partial(self._service.count_passed_over, self.name)
        return webhook.Webhook(self._bot, self._dispatcher.one, url, secret, listen, passed_over)
