"""What all tables share: their names for constraints, and the columns that many of them have."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData
from sqlalchemy import Enum as OneOf
from sqlalchemy.types import TypeEngine

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


def belongs_to(column: str, target: str, *, key: bool = False, index: bool = False) -> Column[int]:
    foreign = ForeignKey(f"{target}.id", ondelete="CASCADE")
    return Column(column, WHOLE, foreign, primary_key=key, nullable=False, index=index, autoincrement=False)
