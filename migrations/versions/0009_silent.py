"""Messages of the coach's own accord can come without a sound; for people of older releases they have one."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("persons", sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false()))
