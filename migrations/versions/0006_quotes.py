"""Quotes are off until somebody who manages the community turns them on; each can be passed, taken out, also
after it was posted, and its author be blocked."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    for table, column, old in (("communities", "quotes", "off"), ("parts", "review", "new")):
        op.add_column(table, sa.Column(column, sa.String(16), nullable=False, server_default=old))
    op.create_table(
        "quotations",
        _number("post_id", "posts", "CASCADE", nullable=False),
        _number("author_id", "persons", "SET NULL", nullable=True),
        sa.Column("message", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("post_id", name="pk_quotations"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quotations_author_id", "quotations", ["author_id"])
    op.create_table(
        "blocks",
        _number("community_id", "communities", "CASCADE", nullable=False, table="blocks"),
        sa.Column("author", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("community_id", "author", name="pk_blocks"),
        sqlite_with_rowid=False,
    )


def _number(
    column: str, target: str, ends: str, *, nullable: bool, table: str = "quotations"
) -> sa.Column[int]:
    foreign = sa.ForeignKey(f"{target}.id", ondelete=ends, name=f"fk_{table}_{column}")
    return sa.Column(column, NUMBER, foreign, nullable=nullable, autoincrement=False)
