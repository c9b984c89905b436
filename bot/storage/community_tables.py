"""A community's tables, and those of what people do in one. Whose part is whose is known by numbers alone."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.core.model.community import PostingTrouble, PostKind, Quotes, Review
from bot.storage.engine.columns import WHOLE, belongs_to, metadata, number, one_of
from bot.storage.engine.encrypted import EncryptedText, Moment
from bot.storage.tables import NudgeState

communities = Table(
    "communities",
    metadata,
    number(),
    Column("platform", String(16), nullable=False),
    Column("lookup", LargeBinary, nullable=False),
    Column("external_id", EncryptedText, nullable=False),
    Column("language", String(16), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("channel", EncryptedText, nullable=False),
    Column("week_day", SmallInteger, nullable=False),
    Column("hour", SmallInteger, nullable=False),
    Column("challenge", Boolean, nullable=False),
    Column("digest", Boolean, nullable=False),
    one_of("quotes", Quotes, "quotes", default=Quotes.OFF),
    one_of("trouble", PostingTrouble, "trouble"),
    Column("left_at", Moment, index=True),
    UniqueConstraint("platform", "lookup"),
    CheckConstraint("week_day BETWEEN 0 AND 6", name="week_day"),
    CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),
    sqlite_autoincrement=True,
)

# What is posted, planned and claimed like a person's nudges. `week`: the local date on which it began.
posts = Table(
    "posts",
    metadata,
    number(),
    belongs_to("community_id", "communities"),
    one_of("kind", PostKind, "kind"),
    Column("week", Date, nullable=False),
    Column("subject", String(128), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("next_at", Moment),
    one_of("state", NudgeState, "state"),
    Column("claimed_by", String(64)),
    Column("attempts", Integer, nullable=False),
    UniqueConstraint("community_id", "kind", "week"),
    CheckConstraint("(next_at IS NULL) = (state NOT IN ('due', 'claimed'))", name="next_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_posts_next_at",
    posts.c.next_at,
    sqlite_where=text("next_at IS NOT NULL"),
    postgresql_where=text("next_at IS NOT NULL"),
)

# A person's part in one week of a community: in its challenge (`joined`), or by an answer to its question.
parts = Table(
    "parts",
    metadata,
    belongs_to("community_id", "communities", key=True),
    belongs_to("person_id", "persons", key=True, index=True),
    Column("week", Date, primary_key=True),
    Column("joined", Boolean, nullable=False),
    Column("quote", EncryptedText, nullable=False),
    one_of("review", Review, "review", default=Review.NEW),
    sqlite_with_rowid=False,
)

part_days = Table(
    "part_days",
    metadata,
    Column("community_id", parts.c.community_id.type, primary_key=True, autoincrement=False),
    Column("person_id", parts.c.person_id.type, primary_key=True, autoincrement=False),
    Column("week", Date, primary_key=True),
    Column("day", Date, primary_key=True),
    ForeignKeyConstraint(
        ["community_id", "person_id", "week"],
        ["parts.community_id", "parts.person_id", "parts.week"],
        ondelete="CASCADE",
        name="fk_part_days_part",
    ),
    sqlite_with_rowid=False,
)

# A post in which somebody's line stands. `author_id`: whose, so that it goes with them: where nobody is
# named, it is to be taken out. `message`: what the platform finds the post by.
quotations = Table(
    "quotations",
    metadata,
    belongs_to("post_id", "posts", key=True),
    Column("author_id", WHOLE, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("message", EncryptedText),
    sqlite_with_rowid=False,
)

# Whose words are not quoted in a community: a keyed hash of an account, of this community alone. It tells
# nobody, and stands when the account's person is erased.
blocks = Table(
    "blocks",
    metadata,
    belongs_to("community_id", "communities", key=True),
    Column("author", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)
