"""What a platform's settings must look like: each returns the value, or raises ValueError and says why."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import SecretStr

HERE = ("127.0.0.1", "localhost", "::1")


def telegram_token(value: SecretStr) -> SecretStr:
    """A bot's number and its key."""
    token = value.get_secret_value().strip()
    if not re.fullmatch(r"\d+:[\w-]+", token, re.ASCII):
        raise ValueError("must look like 123456:ABC-DEF, as @BotFather tells it")
    return SecretStr(token)


def telegram_api(value: str) -> str:
    """What stands in front of the token; the bare address of a server will do."""
    bare = value.rstrip("/")
    return bare if bare.endswith("/bot") else f"{bare}/bot"


def webhook(value: str) -> str:
    """Where Telegram brings updates: never in the open, but for a server on this machine."""
    parts = urlsplit(value)
    if parts.scheme == "http" and parts.hostname not in HERE:
        raise ValueError("must begin with https://")
    return value


def listen(value: str) -> str:
    """A host and a port, or nothing."""
    parts = urlsplit(f"//{value}")
    if value and not (parts.hostname and parts.port):  # to read a port that is none raises ValueError too
        raise ValueError("must be like 127.0.0.1:8443")
    return value


def webhook_secret(value: SecretStr) -> SecretStr:
    """The characters that Telegram allows, and enough of them."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
        raise ValueError("must be 16 to 256 of the characters A-Z, a-z, 0-9, _ and -")
    return value


class Shards(NamedTuple):
    """Which shards this process connects, of how many in all."""

    mine: range
    all: int


def shards(value: str) -> Shards | None:
    """ "0-3/16": the shards 0 to 3 of 16; "" for all that Discord recommends."""
    if not value:
        return None
    found = re.fullmatch(r"(\d{1,5})(?:-(\d{1,5}))?/(\d{1,5})", value)
    if found is None:
        raise ValueError("must be like 0-3/16: which shards, of how many")
    first, last, count = int(found[1]), int(found[2] or found[1]), int(found[3])
    if not first <= last < count:
        raise ValueError("must be like 0-3/16: shards count from 0, and there are fewer than that")
    return Shards(range(first, last + 1), count)
