"""Lines that were not understood are kept where the person agreed to that, and counted without anybody. The
consent is off for everybody of an older release."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    consent = sa.Column("shares_missed", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("persons", consent)
    op.create_table(
        "missed_lines",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False, autoincrement=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("asked", sa.String(16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], ondelete="CASCADE", name="fk_missed_lines_person_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_missed_lines"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_missed_lines_person_id", "missed_lines", ["person_id"])
    op.create_index("ix_missed_lines_day", "missed_lines", ["day"])
    op.create_table(
        "missed_counts",
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("asked", sa.String(16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("language", "asked", "day", name="pk_missed_counts"),
        sqlite_with_rowid=False,
    )
