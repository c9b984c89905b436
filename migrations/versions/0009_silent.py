"""What the coach sends unasked can come without a sound. For people of older releases it comes as before."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("persons", sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false()))
