"""The random key that accounts are looked up by: kept encrypted, so it also tells the right secret key."""

from __future__ import annotations

import hashlib
import hmac
import secrets as random

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.engine.secret_keys import Secrets
from bot.storage.engine.sql import insert_new
from bot.storage.tables import meta

_LOOKUP = "lookup"


async def lookup_key(connection: AsyncConnection, secrets: Secrets) -> bytes:
    """The key; at the very first start it is drawn. Raises WrongKey."""
    sealed = secrets.encrypt(random.token_bytes(32))
    await insert_new(connection, meta, name=_LOOKUP, value=sealed)
    return secrets.decrypt(await sealed_key(connection))


async def sealed_key(connection: AsyncConnection) -> bytes:
    """The key as it is stored."""
    found = await connection.execute(select(meta.c.value).where(meta.c.name == _LOOKUP))
    return bytes(found.scalar_one())


def lookup(key: bytes, platform: str, external_id: str) -> bytes:
    """What an account is found by: 32 bytes that tell nothing without the key."""
    words = f"{platform}\0{external_id}".encode("utf-8", "surrogatepass")
    return hmac.digest(key, words, hashlib.sha256)
