"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
SEALED = sa.LargeBinary()
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create("meta", _text("name", 32, primary_key=True), _must("value", SEALED))
    _people()
    _plans()
    _said()
    _nudges()


def _people() -> None:
    _create(
        "persons",
        _id(),
        _text("language", 16),
        _text("zone", 64),
        _must("onboarded", sa.Boolean()),
        _text("rest", 16),
        *(_must(name, sa.Time()) for name in ("day_start", "checkin_at")),
        sa.Column("reminder_after", sa.Integer()),
        *(_must(name, sa.Time()) for name in ("quiet_from", "quiet_to")),
        _must("ceiling", sa.Integer()),
        _must("week_day", sa.SmallInteger()),
        _must("week_at", sa.Time()),
        _must("reflections_a_week", sa.SmallInteger()),
        _text("focus", 32),
        *(_must(name, SEALED) for name in ("why", "name")),
        sa.Column("paused_until", sa.Date()),
        _must("ignored", sa.Integer()),
        *(_must(name, MOMENT) for name in ("created_at", "seen_at")),
        _one_of("persons", "rest", "", "stopped", "unreachable", "care"),
        _check("persons", "week_day", "week_day BETWEEN 0 AND 6"),
        sqlite_autoincrement=True,
    )
    _create(
        "accounts",
        _id(),
        _belongs_to("accounts", "person_id", "persons"),
        _text("platform", 16),
        _must("lookup", sa.LargeBinary()),
        *(_must(name, SEALED) for name in ("external_id", "address", "name")),
        _must("preferred", sa.Boolean()),
        sa.UniqueConstraint("platform", "lookup", name="uq_accounts_platform_lookup"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_accounts_person_id", "accounts", ["person_id"])
    _partial_index("uq_accounts_preferred", "accounts", "person_id", "preferred", unique=True)
    _create(
        "events",
        _text("platform", 16, primary_key=True),
        _text("event_id", 128, primary_key=True),
        _must("seen_at", MOMENT),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_events_seen_at", "events", ["seen_at"])
    _create("dialogues", _part_of("dialogues", "person_id", "persons"), _must("frames", SEALED))


def _plans() -> None:
    _create(
        "enrolments",
        _id(),
        _belongs_to("enrolments", "person_id", "persons"),
        _text("slug", 64),
        _must("version", sa.Integer()),
        _must("started_on", sa.Date()),
        _must("step", sa.Integer()),
        _must("step_since", sa.Date()),
        _text("state", 16),
        sa.Column("paused_until", sa.Date()),
        *(sa.Column(name, SEALED) for name in ("cue", "action", "own")),
        sa.Column("offered_on", sa.Date()),
        _one_of("enrolments", "state", "active", "paused", "finished", "left"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_enrolments_person_id", "enrolments", ["person_id"])
    _create(
        "entries",
        _part_of("entries", "enrolment_id", "enrolments"),
        _must("day", sa.Date(), primary_key=True),
        _text("kept", 16),
        sa.Column("amount", sa.Float()),
        _must("step", sa.Integer()),
        _one_of("entries", "kept", "kept", "partly", "missed", "skipped"),
        sqlite_with_rowid=False,
    )
    _create(
        "decisions",
        _part_of("decisions", "enrolment_id", "enrolments"),
        _must("day", sa.Date(), primary_key=True),
        _text("choice", 16),
        _one_of("decisions", "choice", "keep", "further", "easier"),
        sqlite_with_rowid=False,
    )


def _said() -> None:
    _create(
        "days",
        _part_of("days", "person_id", "persons"),
        _must("day", sa.Date(), primary_key=True),
        sa.Column("control", sa.SmallInteger()),
        _text("obstacle", 16),
        _check("days", "control", "control BETWEEN 1 AND 5"),
        sqlite_with_rowid=False,
    )
    _create(
        "journal",
        _id(),
        _belongs_to("journal", "person_id", "persons"),
        _must("day", sa.Date()),
        _text("prompt", 64),
        _must("text", SEALED),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_person_id_day", "journal", ["person_id", "day"])
    _create(
        "asked",
        _part_of("asked", "person_id", "persons"),
        _text("prompt", 64, primary_key=True),
        _must("times", sa.Integer()),
        _must("last_day", sa.Date()),
        sqlite_with_rowid=False,
    )


def _nudges() -> None:
    _create(
        "nudges",
        _id(),
        _belongs_to("nudges", "person_id", "persons"),
        _text("kind", 16),
        _must("day", sa.Date()),
        _must("due_at", MOMENT),
        sa.Column("next_at", MOMENT),
        _text("state", 16),
        sa.Column("claimed_by", sa.String(64)),
        _must("attempts", sa.Integer()),
        sa.Column("sent_at", MOMENT),
        _one_of("nudges", "kind", "checkin", "reminder", "later", "reflection", "week"),
        _one_of("nudges", "state", "due", "claimed", "sent", "dropped", "refused", "unknown"),
        _check("nudges", "next_at", "(next_at IS NULL) = (state NOT IN ('due', 'claimed'))"),
        sa.UniqueConstraint("person_id", "kind", "day", name="uq_nudges_person_id_kind_day"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_nudges_next_at", "nudges", "next_at", "next_at IS NOT NULL")
    _partial_index("ix_nudges_closed", "nudges", "due_at", "next_at IS NULL")


# --- short words for what repeats


def _create(table: str, *parts: Any, **options: Any) -> None:
    keys = [part.name for part in parts if isinstance(part, sa.Column) and part.primary_key]
    op.create_table(table, *parts, sa.PrimaryKeyConstraint(*keys, name=f"pk_{table}"), **options)


def _must(name: str, kind: Any, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **options)


def _text(name: str, length: int, **options: Any) -> sa.Column[Any]:
    return _must(name, sa.String(length), **options)


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


def _partial_index(name: str, table: str, column: str, where: str, *, unique: bool = False) -> None:
    only = sa.text(where)
    op.create_index(name, table, [column], unique=unique, sqlite_where=only, postgresql_where=only)
