"""The metadata, the column types (encrypted text, encrypted JSON, UTC moments, date spans), and the columns
that many tables have.

The secret keys belong to an engine, not to the process: `use_secrets` gives a database its keys, so two
databases with different keys can be open at the same time.

An encrypted cell that cannot be decrypted reads as an empty `UnreadableCell` and is logged by table and
column; the rest of the row stays usable. `bot.storage.engine.keys` checks strictly whether the keys are right
at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from weakref import WeakKeyDictionary

import structlog
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.core.model.person import DateSpan
from bot.storage.engine.errors import WrongKey
from bot.storage.engine.keys import Secrets

log = structlog.get_logger("bot.storage")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_SECRETS: WeakKeyDictionary[Dialect, Secrets] = WeakKeyDictionary()
_LOGGED_PLACES: set[str] = set()  # "table.column" of unreadable cells that this process has logged


def use_secrets(dialect: Dialect, secrets: Secrets) -> None:
    """Let the encrypted columns read and write with these keys over this engine's dialect."""
    _SECRETS[dialect] = secrets


class UnreadableCell(str):
    """An empty text in place of a cell that is damaged or encrypted with another key.

    `place`: "table.column"; `sealed`: the stored bytes, which stay as they are when the cell is written back.
    """

    place: str
    sealed: bytes

    @classmethod
    def at(cls, place: str, sealed: bytes) -> UnreadableCell:
        cell = cls()
        cell.place, cell.sealed = place, sealed
        return cell


def decrypt_text(sealed: bytes | None, dialect: Dialect, place: str) -> str:
    """The plain text of an `EncryptedText` cell at `place` ("table.column"); "" if it cannot be read."""
    return str.__str__(_decrypt(sealed, dialect, place, str)) if sealed else ""


def _decrypt(sealed: bytes, dialect: Dialect, place: str, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(_SECRETS[dialect].decrypt(sealed).decode("utf-8", "surrogatepass"))
    except (WrongKey, ValueError, RecursionError):  # errors of decoding and of JSON are ValueErrors
        if place not in _LOGGED_PLACES:
            _LOGGED_PLACES.add(place)
            log.error("a stored value cannot be read and is left out", column=place)
        return UnreadableCell.at(place, sealed)


class _Encrypted(TypeDecorator[Any]):
    """The common part of encrypted columns. `place`: "table.column", set when a table gets the column."""

    impl = LargeBinary
    cache_ok = True
    place = ""


class EncryptedText(_Encrypted):
    """Encrypted words. An empty text is stored as empty bytes: it hides nothing, and most texts are empty."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        if isinstance(value, UnreadableCell):
            return value.sealed
        if not value:
            return None if value is None else b""
        return _SECRETS[dialect].encrypt(value.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        if not value:
            return None if value is None else ""
        text: str = _decrypt(value, dialect, self.place, str)
        return text


class EncryptedJSON(_Encrypted):
    """An encrypted JSON value. Dates, sets and infinite numbers raise TypeError or ValueError."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if isinstance(value, UnreadableCell):
            return value.sealed
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return _SECRETS[dialect].encrypt(text.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else _decrypt(value, dialect, self.place, json.loads)


@event.listens_for(Column, "after_parent_attach")
def _set_place(column: Column[Any], table: Any) -> None:
    if isinstance(column.type, _Encrypted) and isinstance(table, Table):
        column.type.place = f"{table.name}.{column.name}"


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored and read in UTC. A naive one raises ValueError."""

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


class Spans(TypeDecorator[tuple[DateSpan, ...]]):
    """Date spans in ISO 8601 ("2026-11-24/2026-11-27"), separated by commas; an open end is left out
    ("2026-12-01/")."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[DateSpan, ...] | None, dialect: Dialect) -> str:
        return ",".join(f"{span.first}/{span.until or ''}" for span in value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[DateSpan, ...]:
        return tuple(_span(*text.split("/")) for text in value.split(",")) if value else ()


def _span(first: str, until: str) -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(until) if until else None)


# SQLite numbers the rows by itself only if the column's type is exactly INTEGER.
ROW_NUMBER: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")


def row_number() -> Column[int]:
    """The column `id`, which the database numbers."""
    return Column("id", ROW_NUMBER, primary_key=True)


def belongs_to(column: str, target: str, *, key: bool = False, index: bool = False) -> Column[int]:
    """A foreign key to `target`.id; the row is deleted with its target. `key`: part of the primary key."""
    foreign = ForeignKey(f"{target}.id", ondelete="CASCADE")
    return Column(
        column, ROW_NUMBER, foreign, primary_key=key, nullable=False, index=index, autoincrement=False
    )


def one_of(name: str, kind: type[StrEnum], column: str, *, default: StrEnum | None = None) -> Column[StrEnum]:
    """A column with a value of an enumeration, checked by a constraint named `name`.

    `default`: the value that rows of an older release get when the column is added. Such a column has no
    constraint, because SQLite cannot add one to an existing table.
    """
    values = Enum(
        kind, native_enum=False, create_constraint=default is None, length=16, name=name,
        values_callable=lambda members: [member.value for member in members],
    )  # fmt: skip
    return Column(column, values, nullable=False, server_default=default and default.value)


def date_spans(column: str) -> Column[tuple[DateSpan, ...]]:
    return Column(column, Spans, nullable=False, server_default="")
