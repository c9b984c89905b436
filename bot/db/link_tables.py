"""Codes that join two accounts, as keyed hashes, and how often somebody typed a wrong one."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, LargeBinary, SmallInteger, Table, UniqueConstraint

from bot.db.columns import WHOLE, belongs_to, metadata, number
from bot.db.encrypted import Moment

# One for each person. `taken_by`: who typed it, and may now decide.
links = Table(
    "links",
    metadata,
    number(),
    belongs_to("person_id", "persons"),
    Column("code", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("taken_by", WHOLE, ForeignKey("persons.id", ondelete="CASCADE"), index=True),
    Column("taken_at", Moment),
    UniqueConstraint("person_id"),
    UniqueConstraint("code"),
    sqlite_autoincrement=True,
)

link_tries = Table(
    "link_tries",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("wrong", SmallInteger, nullable=False),
    Column("since", Moment, nullable=False),
)
