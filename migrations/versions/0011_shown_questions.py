"""The messages that put a question of the check-in, so that a reaction to one answers it after a restart too.
Questions of an older release are answered by their buttons and in words."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "shown_questions",
        sa.Column("account_id", NUMBER, nullable=False, autoincrement=False),
        sa.Column("message", sa.String(64), nullable=False),
        sa.Column("enrolment_id", NUMBER, nullable=False, autoincrement=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], ondelete="CASCADE", name="fk_shown_questions_account_id"
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], ondelete="CASCADE", name="fk_shown_questions_enrolment_id"
        ),
        sa.PrimaryKeyConstraint("account_id", "message", name="pk_shown_questions"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shown_questions_enrolment_id", "shown_questions", ["enrolment_id"])
    op.create_index("ix_shown_questions_day", "shown_questions", ["day"])
