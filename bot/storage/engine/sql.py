"""SQL constructs that SQLAlchemy has only for one database, written once for SQLite and PostgreSQL.

Statements that run often are constants of the modules that use them: building one costs about as much as
running it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, ColumnElement, Table, bindparam
from sqlalchemy.dialects.postgresql import ARRAY, Insert, insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

# One parameter for any number of ids, so that the statement is always the same: a JSON text on SQLite, an
# array on PostgreSQL.
_IDS = bindparam("ids", type_=JSON().with_variant(ARRAY(BigInteger), "postgresql"))


class ids_in(FunctionElement[bool]):  # noqa: N801 -- used like a function
    """The condition that `column` is one of the integers in the parameter `ids`, a list."""

    inherit_cache = True
    name = "ids_in"
    type = Boolean()

    def __init__(self, column: ColumnElement[int]) -> None:
        super().__init__(column, _IDS)

    def self_group(self, against: Any = None) -> ids_in:
        """Itself: SQLAlchemy would otherwise compare it with 1, and SQLite would not use an index."""
        return self


@compiles(ids_in, "sqlite")
def _in_json(element: ids_in, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 -- a parameter


@compiles(ids_in, "postgresql")
def _in_array(element: ids_in, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY ({ids})"


# SQLite has adopted PostgreSQL's ON CONFLICT, and SQLAlchemy's construct for PostgreSQL compiles for both.


def upsert(table: Table) -> Insert:
    """An INSERT with the methods `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return insert(table)


def insert_new(table: Table) -> Insert:
    """Insert a row unless another one is in its way. `rowcount` of the result: 1 if it was inserted, or 0."""
    return insert(table).on_conflict_do_nothing()


def insert_or_update(table: Table, *names: str) -> Insert:
    """Insert a row, or overwrite the columns `names` of the row with the same primary key."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    changes = {name: statement.excluded[name] for name in names}
    return statement.on_conflict_do_update(index_elements=keys, set_=changes)
