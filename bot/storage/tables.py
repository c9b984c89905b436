"""The tables. Scores, rhythms and texts are computed, never stored; a person's own words are encrypted.

Deleting a person deletes everything of theirs by cascade. Ids are never used twice (a button of a year ago
must not mean somebody's new line).
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Time,
    UniqueConstraint,
    false,
    text,
)

from bot.core.model.checkin import CheckinAnswer
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import RestReason
from bot.core.model.plan import PlanState, StepChoice
from bot.storage.engine.columns import belongs_to, metadata, number, one_of, spans
from bot.storage.engine.encrypted import EncryptedJSON, EncryptedText, Moment


class NudgeState(StrEnum):
    """DUE: waits for its moment. CLAIMED: a process is sending it. UNKNOWN: sent, and no answer came.
    DROPPED: it no longer made sense. REFUSED: the platform will not deliver it."""

    DUE = "due"
    CLAIMED = "claimed"
    SENT = "sent"
    DROPPED = "dropped"
    REFUSED = "refused"
    UNKNOWN = "unknown"


# One row: the random key for `accounts.lookup`, itself encrypted: so it also tells the right secret key.
meta = Table(
    "meta",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

persons = Table(
    "persons",
    metadata,
    number(),
    Column("language", String(16), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("onboarded", Boolean, nullable=False, default=False),
    one_of("rest", RestReason, "rest"),
    Column("day_start", Time, nullable=False),
    Column("checkin_at", Time, nullable=False),
    Column("exactly", Boolean, nullable=False, server_default=false()),
    Column("reminder_after", Integer),
    Column("quiet_from", Time, nullable=False),
    Column("quiet_to", Time, nullable=False),
    Column("ceiling", Integer, nullable=False),
    Column("week_day", SmallInteger, nullable=False),
    Column("week_at", Time, nullable=False),
    Column("reflections_a_week", SmallInteger, nullable=False),
    Column("focus", String(32), nullable=False),
    Column("why", EncryptedText, nullable=False),
    Column("name", EncryptedText, nullable=False),
    Column("paused_until", Date),
    spans("rests"),
    Column("ignored", Integer, nullable=False),
    Column("agreed", Boolean, nullable=False, server_default=false()),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    CheckConstraint("week_day BETWEEN 0 AND 6", name="week_day"),
    sqlite_autoincrement=True,
)

# Who somebody is on a platform is found by a keyed hash (`lookup`), so that no row names it in clear.
accounts = Table(
    "accounts",
    metadata,
    number(),
    belongs_to("person_id", "persons", index=True),
    Column("platform", String(16), nullable=False),
    Column("lookup", LargeBinary, nullable=False),
    Column("external_id", EncryptedText, nullable=False),
    Column("address", EncryptedText, nullable=False),
    Column("name", EncryptedText, nullable=False),
    Column("preferred", Boolean, nullable=False),
    UniqueConstraint("platform", "lookup"),
    sqlite_autoincrement=True,
)
Index(
    "uq_accounts_preferred",
    accounts.c.person_id,
    unique=True,
    sqlite_where=text("preferred"),
    postgresql_where=text("preferred"),
)

events = Table(
    "events",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("event_id", String(128), primary_key=True),
    Column("seen_at", Moment, nullable=False, index=True),
    sqlite_with_rowid=False,
)

dialogues = Table(
    "dialogues",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("frames", EncryptedJSON, nullable=False),
)

enrolments = Table(
    "enrolments",
    metadata,
    number(),
    belongs_to("person_id", "persons", index=True),
    Column("slug", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("step", Integer, nullable=False),
    Column("step_since", Date, nullable=False),
    one_of("state", PlanState, "state"),
    Column("paused_until", Date),
    Column("cue", EncryptedJSON),
    Column("action", EncryptedJSON),
    Column("own", EncryptedJSON),
    Column("offered_on", Date),
    spans("rests"),
    sqlite_autoincrement=True,
)

entries = Table(
    "entries",
    metadata,
    belongs_to("enrolment_id", "enrolments", key=True),
    Column("day", Date, primary_key=True),
    one_of("kept", CheckinAnswer, "kept"),
    Column("amount", Float),
    Column("step", Integer, nullable=False),
    sqlite_with_rowid=False,
)

days = Table(
    "days",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("day", Date, primary_key=True),
    Column("control", SmallInteger),
    Column("obstacle", String(16), nullable=False),
    CheckConstraint("control BETWEEN 1 AND 5", name="control"),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    belongs_to("enrolment_id", "enrolments", key=True),
    Column("day", Date, primary_key=True),
    one_of("choice", StepChoice, "choice"),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    metadata,
    number(),
    belongs_to("person_id", "persons"),
    Column("day", Date, nullable=False),
    Column("prompt", String(64), nullable=False),
    Column("text", EncryptedText, nullable=False),
    Index(None, "person_id", "day"),
    sqlite_autoincrement=True,
)

asked = Table(
    "asked",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("prompt", String(64), primary_key=True),
    Column("times", Integer, nullable=False),
    Column("last_day", Date, nullable=False),
    sqlite_with_rowid=False,
)

# `due_at` is what was promised and stays; `next_at` is when a process may take the row: the due moment, after
# a passing failure a later one, the end of the lease while somebody holds it, and NULL once it is over. So
# one narrow index answers "what is due now", however many rows there are, and another what may be forgotten.
nudges = Table(
    "nudges",
    metadata,
    number(),
    belongs_to("person_id", "persons"),
    one_of("kind", NudgeKind, "kind"),
    Column("day", Date, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("next_at", Moment),
    one_of("state", NudgeState, "state"),
    Column("claimed_by", String(64)),
    Column("attempts", Integer, nullable=False),
    Column("sent_at", Moment),
    UniqueConstraint("person_id", "kind", "day"),
    CheckConstraint("(next_at IS NULL) = (state NOT IN ('due', 'claimed'))", name="next_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_nudges_next_at",
    nudges.c.next_at,
    sqlite_where=text("next_at IS NOT NULL"),
    postgresql_where=text("next_at IS NOT NULL"),
)
Index(
    "ix_nudges_closed",
    nudges.c.due_at,
    sqlite_where=text("next_at IS NULL"),
    postgresql_where=text("next_at IS NULL"),
)

# How far each platform's rate is used up: microseconds since 1970.
budgets = Table(
    "budgets",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("free_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
