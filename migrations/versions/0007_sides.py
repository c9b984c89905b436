"""Both sides decide about a join, wrong codes count for the account, what each side of a join brought is kept
for a time, and other accounts are told. Codes last for minutes, tries for an hour: they begin anew."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.drop_table("link_tries")
    op.drop_table("links")
    _links()
    _tries()
    _joined()
    _notices()


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("id", NUMBER, nullable=False),
        _refers("links", "person_id", "persons", "CASCADE", nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        _refers("links", "taken_by", "accounts", "CASCADE"),
        sa.Column("taken_at", MOMENT),
        sa.Column("asked_at", MOMENT),
        sa.Column("keeps", sa.String(8), nullable=False, server_default=""),
        sa.Column("writes", sa.String(8), nullable=False, server_default=""),
        sa.Column("maker", sa.LargeBinary(), nullable=False),
        sa.Column("taker", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("person_id", name="uq_links_person_id"),
        sa.UniqueConstraint("code", name="uq_links_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_links_taken_by", "links", ["taken_by"])


def _tries() -> None:
    op.create_table(
        "link_tries",
        sa.Column("account", sa.LargeBinary(), nullable=False),
        sa.Column("wrong", sa.SmallInteger(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account", name="pk_link_tries"),
    )
    op.create_index("ix_link_tries_since", "link_tries", ["since"])


def _joined() -> None:
    op.create_table(
        "joined",
        _refers("joined", "account_id", "accounts", "CASCADE", nullable=False, autoincrement=False),
        sa.Column("since", MOMENT, nullable=False),
        _refers("joined", "kept_id", "persons", "SET NULL"),
        sa.PrimaryKeyConstraint("account_id", name="pk_joined"),
    )
    op.create_index("ix_joined_kept_id", "joined", ["kept_id"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("external_id", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_platform", "notices", ["platform"])


def _refers(table: str, column: str, target: str, ends: str, **options: bool) -> sa.Column[int]:
    foreign = sa.ForeignKey(f"{target}.id", ondelete=ends, name=f"fk_{table}_{column}")
    return sa.Column(column, NUMBER, foreign, **options)
