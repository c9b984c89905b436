"""The state of a person at the moment of the itch, its part of the day, and the day on which their reason was
last said back. People of older releases have not answered, and their reason was never said back. The moment
at which somebody came is no longer kept, since nothing used it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("persons", sa.Column("itch", sa.String(16), nullable=False, server_default=""))
    op.add_column("persons", sa.Column("daypart", sa.String(16), nullable=False, server_default=""))
    op.add_column("persons", sa.Column("why_said_on", sa.Date()))
    op.drop_column("persons", "created_at")
