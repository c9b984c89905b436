"""What all tables share: their names for constraints, and the columns that many of them have."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Integer, MetaData, Text
from sqlalchemy import Enum as OneOf
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.core.model.person import DateSpan

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def one_of(name: str, kind: type[StrEnum], column: str, *, default: StrEnum | None = None) -> Column[StrEnum]:
    """A value of an enumeration. `default`: what rows of an older release have, for a column that was added
    later, which the database does not check (SQLite cannot add a check to a table)."""
    values = OneOf(
        kind, native_enum=False, create_constraint=default is None, length=16, name=name,
        values_callable=lambda members: [member.value for member in members],
    )  # fmt: skip
    return Column(column, values, nullable=False, server_default=default and default.value)


# SQLite numbers its rows by itself for a column that is exactly INTEGER.
WHOLE: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")


def number() -> Column[int]:
    return Column("id", WHOLE, primary_key=True)


class Spans(TypeDecorator[tuple[DateSpan, ...]]):
    """Spans of days as ISO 8601 writes them, "2026-11-24/2026-11-27", parted by commas; without an end where
    none is known ("2026-12-01/")."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[DateSpan, ...] | None, dialect: Dialect) -> str:
        return ",".join(f"{span.first}/{span.until or ''}" for span in value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[DateSpan, ...]:
        return tuple(_span(*text.split("/")) for text in value.split(",")) if value else ()


def _span(first: str, until: str) -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(until) if until else None)


def spans(column: str) -> Column[tuple[DateSpan, ...]]:
    return Column(column, Spans, nullable=False, server_default="")


def belongs_to(column: str, target: str, *, key: bool = False, index: bool = False) -> Column[int]:
    foreign = ForeignKey(f"{target}.id", ondelete="CASCADE")
    return Column(column, WHOLE, foreign, primary_key=key, nullable=False, index=index, autoincrement=False)
