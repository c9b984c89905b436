"""Column types: encrypted words, encrypted JSON, and moments in UTC.

The keys belong to an engine, not to the process: a database is given its `Secrets` by `use`, and two
databases with different keys can be open side by side.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import DateTime, Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from bot.db.secrets import Secrets

_SECRETS: WeakKeyDictionary[Dialect, Secrets] = WeakKeyDictionary()


def use(dialect: Dialect, secrets: Secrets) -> None:
    """Encrypted columns read and written over this engine's dialect use these keys."""
    _SECRETS[dialect] = secrets


def opened(sealed: bytes | None, dialect: Dialect) -> str:
    """The words of an encrypted text, as the column holds it. Raises WrongKey."""
    return _SECRETS[dialect].decrypt(sealed).decode("utf-8", "surrogatepass") if sealed else ""


class EncryptedText(TypeDecorator[str]):
    """Words. An empty text is stored as empty bytes: it hides nothing, and most are empty."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        if not value:
            return None if value is None else b""
        return _SECRETS[dialect].encrypt(value.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else opened(value, dialect)


class EncryptedJSON(TypeDecorator[Any]):
    """What JSON can hold; dates, sets and infinite numbers are refused."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return _SECRETS[dialect].encrypt(text.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return json.loads(_SECRETS[dialect].decrypt(value).decode("utf-8", "surrogatepass"))


class Moment(TypeDecorator[datetime]):
    """A moment, always aware: stored in UTC, read in UTC. A naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
