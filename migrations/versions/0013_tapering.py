"""The day since which the coach writes to a person less and less. People of older releases have none."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("persons", sa.Column("tapers_since", sa.Date()))
