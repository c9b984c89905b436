"""Age and consent are kept, so that a community's post keeps nothing of anybody before."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("persons", sa.Column("agreed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(sa.text("UPDATE persons SET agreed = onboarded"))
