"""An own list of things to do instead, the exercises of two minutes that were tried, and the message
that comes after them. People of older releases have neither list nor exercises."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
COLUMNS = "id, person_id, kind, day, due_at, next_at, state, claimed_by, attempts, sent_at"
STATES = ("due", "claimed", "sent", "dropped", "refused", "unknown")
KINDS = ("checkin", "reminder", "later", "reflection", "week", "urge")


def upgrade() -> None:
    _swaps()
    _tried_exercises()
    if op.get_bind().dialect.name == "sqlite":
        _rebuild_nudges()
    else:
        op.drop_constraint(op.f("ck_nudges_kind"), "nudges", type_="check")
        op.create_check_constraint(op.f("ck_nudges_kind"), "nudges", _one_of("kind", *KINDS))


def _rebuild_nudges() -> None:
    """SQLite changes no constraint in place. Row numbers go on where they were: none is used twice."""
    for index in ("ix_nudges_next_at", "ix_nudges_closed"):
        op.drop_index(index, "nudges")
    op.rename_table("nudges", "nudges_before")
    _nudges()
    op.execute(f"INSERT INTO nudges ({COLUMNS}) SELECT {COLUMNS} FROM nudges_before")  # noqa: S608
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'nudges'")
    op.execute("UPDATE sqlite_sequence SET name = 'nudges' WHERE name = 'nudges_before'")
    op.drop_table("nudges_before")
    for index, column, is_closed in (("next_at", "next_at", "NOT NULL"), ("closed", "due_at", "NULL")):
        where = sa.text(f"next_at IS {is_closed}")
        op.create_index(f"ix_nudges_{index}", "nudges", [column], sqlite_where=where)


def _nudges() -> None:
    op.create_table(
        "nudges",
        sa.Column("id", NUMBER, nullable=False),
        _of_a_person("nudges"),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("claimed_by", sa.String(64)),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.CheckConstraint(_one_of("kind", *KINDS), name=op.f("ck_nudges_kind")),
        sa.CheckConstraint(_one_of("state", *STATES), name=op.f("ck_nudges_state")),
        sa.CheckConstraint(
            "(next_at IS NULL) = (state NOT IN ('due', 'claimed'))", name=op.f("ck_nudges_next_at")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_nudges"),
        sa.UniqueConstraint("person_id", "kind", "day", name="uq_nudges_person_id_kind_day"),
        sqlite_autoincrement=True,
    )


def _one_of(column: str, *values: str) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def _swaps() -> None:
    op.create_table(
        "swaps",
        sa.Column("id", NUMBER, nullable=False),
        _of_a_person("swaps"),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_swaps"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_swaps_person_id", "swaps", ["person_id"])


def _tried_exercises() -> None:
    op.create_table(
        "tried_exercises",
        _of_a_person("tried_exercises"),
        sa.Column("exercise", sa.String(32), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("helped", sa.Integer(), nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "exercise", name="pk_tried_exercises"),
        sqlite_with_rowid=False,
    )


def _of_a_person(table: str) -> sa.Column[int]:
    foreign = sa.ForeignKey("persons.id", ondelete="CASCADE", name=f"fk_{table}_person_id")
    return sa.Column("person_id", NUMBER, foreign, nullable=False, autoincrement=False)
