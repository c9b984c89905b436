"""Messages are spread around the chosen time, unless somebody wants them exactly then; all processes share
each platform's rate."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("persons", sa.Column("exactly", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "budgets",
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("free_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", name="pk_budgets"),
        sqlite_with_rowid=False,
    )
