"""Communities, and what people do in them; codes that join two accounts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
SEALED = sa.LargeBinary()
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _communities()
    _posts()
    _parts()
    _links()


def _communities() -> None:
    _create(
        "communities",
        _id(),
        _text("platform", 16),
        _must("lookup", sa.LargeBinary()),
        _must("external_id", SEALED),
        _text("language", 16),
        _text("zone", 64),
        _must("channel", SEALED),
        *(_must(name, sa.SmallInteger()) for name in ("week_day", "hour")),
        *(_must(name, sa.Boolean()) for name in ("challenge", "digest")),
        _text("trouble", 16),
        sa.Column("left_at", MOMENT),
        _one_of("communities", "trouble", "", "gone", "closed", "threads"),
        _check("communities", "week_day", "week_day BETWEEN 0 AND 6"),
        _check("communities", "hour", "hour BETWEEN 0 AND 23"),
        sa.UniqueConstraint("platform", "lookup", name="uq_communities_platform_lookup"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_communities_left_at", "communities", ["left_at"])


def _posts() -> None:
    _create(
        "posts",
        _id(),
        _belongs_to("posts", "community_id", "communities"),
        _text("kind", 16),
        _must("week", sa.Date()),
        _text("subject", 128),
        _must("due_at", MOMENT),
        sa.Column("next_at", MOMENT),
        _text("state", 16),
        sa.Column("claimed_by", sa.String(64)),
        _must("attempts", sa.Integer()),
        _one_of("posts", "kind", "digest", "prompt", "challenge"),
        _one_of("posts", "state", "due", "claimed", "sent", "dropped", "refused", "unknown"),
        _check("posts", "next_at", "(next_at IS NULL) = (state NOT IN ('due', 'claimed'))"),
        sa.UniqueConstraint("community_id", "kind", "week", name="uq_posts_community_id_kind_week"),
        sqlite_autoincrement=True,
    )
    waits = sa.text("next_at IS NOT NULL")
    op.create_index("ix_posts_next_at", "posts", ["next_at"], sqlite_where=waits, postgresql_where=waits)


def _parts() -> None:
    _create(
        "parts",
        _part_of("parts", "community_id", "communities"),
        _part_of("parts", "person_id", "persons"),
        _must("week", sa.Date(), primary_key=True),
        _must("joined", sa.Boolean()),
        _must("quote", SEALED),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_parts_person_id", "parts", ["person_id"])
    key = ("community_id", "person_id", "week")
    _create(
        "part_days",
        *(_must(name, NUMBER, primary_key=True, autoincrement=False) for name in key[:2]),
        *(_must(name, sa.Date(), primary_key=True) for name in ("week", "day")),
        sa.ForeignKeyConstraint(
            key, [f"parts.{name}" for name in key], ondelete="CASCADE", name="fk_part_days_part"
        ),
        sqlite_with_rowid=False,
    )


def _links() -> None:
    taker = sa.ForeignKey("persons.id", ondelete="CASCADE", name="fk_links_taken_by")
    _create(
        "links",
        _id(),
        _belongs_to("links", "person_id", "persons"),
        _must("code", sa.LargeBinary()),
        _must("made_at", MOMENT),
        sa.Column("taken_by", NUMBER, taker),
        sa.Column("taken_at", MOMENT),
        sa.UniqueConstraint("person_id", name="uq_links_person_id"),
        sa.UniqueConstraint("code", name="uq_links_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_links_taken_by", "links", ["taken_by"])
    _create(
        "link_tries",
        _part_of("link_tries", "person_id", "persons"),
        _must("wrong", sa.SmallInteger()),
        _must("since", MOMENT),
    )


# --- short words for what repeats


def _create(table: str, *parts: Any, **options: Any) -> None:
    keys = [part.name for part in parts if isinstance(part, sa.Column) and part.primary_key]
    op.create_table(table, *parts, sa.PrimaryKeyConstraint(*keys, name=f"pk_{table}"), **options)


def _must(name: str, kind: Any, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **options)


def _text(name: str, length: int) -> sa.Column[Any]:
    return _must(name, sa.String(length))


def _id() -> sa.Column[Any]:
    return sa.Column("id", NUMBER, primary_key=True)


def _belongs_to(table: str, column: str, target: str, **options: Any) -> sa.Column[Any]:
    foreign = sa.ForeignKey(f"{target}.id", ondelete="CASCADE", name=f"fk_{table}_{column}")
    return sa.Column(column, NUMBER, foreign, nullable=False, **options)


def _part_of(table: str, column: str, target: str) -> sa.Column[Any]:
    return _belongs_to(table, column, target, primary_key=True, autoincrement=False)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return _check(table, column, f"{column} IN ({allowed})")
