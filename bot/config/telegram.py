"""Telegram's section of the settings, and how its values must look."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr

from bot.config.fields import Rate, Section, WebAddress

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


def bot_token(value: SecretStr) -> SecretStr:
    """A bot's number and its key."""
    token = value.get_secret_value().strip()
    if not re.fullmatch(r"\d+:[\w-]+", token, re.ASCII):
        raise ValueError("must look like 123456:ABC-DEF, as @BotFather tells it")
    return SecretStr(token)


def api_address(value: str) -> str:
    """The part of an address in front of the token; the bare address of a server is completed."""
    bare = value.rstrip("/")
    return bare if bare.endswith("/bot") else f"{bare}/bot"


def webhook_address(value: str) -> str:
    """The address to which Telegram sends updates: encrypted, except on this machine."""
    parts = urlsplit(value)
    if parts.scheme == "http" and parts.hostname not in LOCAL_HOSTS:
        raise ValueError("must begin with https://")
    return value


def listen_address(value: str) -> str:
    """A host and a port, or nothing."""
    parts = urlsplit(f"//{value}")
    if value and not (parts.hostname and parts.port):  # `port` itself raises ValueError for a wrong one
        raise ValueError("must be like 127.0.0.1:8443")
    return value


def secret_token(value: SecretStr) -> SecretStr:
    """The characters that Telegram allows, and enough of them."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
        raise ValueError("must be 16 to 256 of the characters A-Z, a-z, 0-9, _ and -")
    return value


class TelegramSection(Section):
    """`telegram_per_second`, `telegram_per_chat`: messages a second, of all processes together."""

    telegram_token: Annotated[SecretStr, AfterValidator(bot_token)] | None = None
    telegram_api_url: Annotated[WebAddress, AfterValidator(api_address)] = "https://api.telegram.org/bot"
    telegram_webhook_url: Annotated[WebAddress, AfterValidator(webhook_address)] | None = None
    telegram_webhook_listen: Annotated[str, AfterValidator(listen_address)] = ""
    telegram_webhook_secret: Annotated[SecretStr, AfterValidator(secret_token)] | None = None
    telegram_per_second: Rate = 30
    telegram_per_chat: Rate = 1
