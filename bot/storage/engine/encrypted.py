"""Column types: encrypted words, encrypted JSON, and moments in UTC.

The keys belong to an engine, not to the process: a database is given its `Secrets` by `use`, and two
databases with different keys can be open side by side.

A cell that cannot be read costs only itself: it reads as `Unreadable`, which is empty, and is logged by table
and column. Whether the keys are right at all is told by `bot.storage.engine.lookup_keys`, which is strict.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

import structlog
from sqlalchemy import Column, DateTime, Dialect, LargeBinary, Table, event
from sqlalchemy.types import TypeDecorator

from bot.storage.engine.errors import WrongKey
from bot.storage.engine.secret_keys import Secrets

log = structlog.get_logger("bot.storage")

_SECRETS: WeakKeyDictionary[Dialect, Secrets] = WeakKeyDictionary()


def use(dialect: Dialect, secrets: Secrets) -> None:
    """Encrypted columns read and written over this engine's dialect use these keys."""
    _SECRETS[dialect] = secrets


class Unreadable(str):
    """A damaged cell, or one of another key: empty words. `place`: "table.column"; `sealed`: what is stored.
    Written back, it leaves the stored bytes as they are."""

    place: str
    sealed: bytes

    @classmethod
    def at(cls, place: str, sealed: bytes) -> Unreadable:
        found = cls()
        found.place, found.sealed = place, sealed
        return found


_TOLD: set[str] = set()  # places that were logged by this process


def opened(sealed: bytes | None, dialect: Dialect, place: str) -> str:
    """The words of an encrypted text, as the column at `place` ("table.column") holds it."""
    return str.__str__(_read(sealed, dialect, place, str)) if sealed else ""


def _read(sealed: bytes, dialect: Dialect, place: str, made: Callable[[str], Any]) -> Any:
    try:
        return made(_SECRETS[dialect].decrypt(sealed).decode("utf-8", "surrogatepass"))
    except (WrongKey, ValueError, RecursionError):  # errors of decoding and of JSON are ValueErrors
        if place not in _TOLD:
            _TOLD.add(place)
            log.error("a stored value cannot be read and is left out", column=place)
        return Unreadable.at(place, sealed)


class _Sealed(TypeDecorator[Any]):
    """What is common to encrypted columns. `place`: "table.column", set when a table gets the column."""

    impl = LargeBinary
    cache_ok = True
    place = ""


class EncryptedText(_Sealed):
    """Words. An empty text is stored as empty bytes: it hides nothing, and most are empty."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        if isinstance(value, Unreadable):
            return value.sealed
        if not value:
            return None if value is None else b""
        return _SECRETS[dialect].encrypt(value.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        if not value:
            return None if value is None else ""
        words: str = _read(value, dialect, self.place, str)
        return words


class EncryptedJSON(_Sealed):
    """What JSON can hold; dates, sets and infinite numbers are refused."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if isinstance(value, Unreadable):
            return value.sealed
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return _SECRETS[dialect].encrypt(text.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else _read(value, dialect, self.place, json.loads)


@event.listens_for(Column, "after_parent_attach")
def _placed(column: Column[Any], table: Any) -> None:
    if isinstance(column.type, _Sealed) and isinstance(table, Table):
        column.type.place = f"{table.name}.{column.name}"


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
