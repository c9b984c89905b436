"""Codes that join two accounts, as keyed hashes; how often an account typed a wrong one; which accounts are
joined since when; and what accounts are to be told."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

from bot.storage.engine.columns import WHOLE, belongs_to, metadata, number
from bot.storage.engine.encrypted import EncryptedJSON, EncryptedText, Moment

# One for each person. `taken_by`: the account that typed it. `asked_at`: when its owner was asked; `keeps`
# and `writes` (here, there) are what was chosen where it was typed. `maker`, `taker`: how their platforms
# show the two, for each other; gone with the code, at the daily cleaning at the latest.
links = Table(
    "links",
    metadata,
    number(),
    belongs_to("person_id", "persons"),
    Column("code", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("taken_by", WHOLE, ForeignKey("accounts.id", ondelete="CASCADE"), index=True),
    Column("taken_at", Moment),
    Column("asked_at", Moment),
    Column("keeps", String(8), nullable=False, server_default=""),
    Column("writes", String(8), nullable=False, server_default=""),
    Column("maker", EncryptedText, nullable=False),
    Column("taker", EncryptedText),
    UniqueConstraint("person_id"),
    UniqueConstraint("code"),
    sqlite_autoincrement=True,
)

# By a keyed hash of the account, not by the person: an erase makes nobody's tries anew. For an hour.
link_tries = Table(
    "link_tries",
    metadata,
    Column("account", LargeBinary, primary_key=True),
    Column("wrong", SmallInteger, nullable=False),
    Column("since", Moment, nullable=False, index=True),
)

# One for each account that was joined with another. `kept_id`: a person without accounts, who has a copy of
# what this account's side brought; gone after `linking.GUARDED`.
joined = Table(
    "joined",
    metadata,
    belongs_to("account_id", "accounts", key=True),
    Column("since", Moment, nullable=False),
    Column("kept_id", WHOLE, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
)

# What accounts are told of what was done from another: for whichever process serves that platform. It names
# the account itself, for an erase is told to accounts that are stored no longer. Gone as soon as it is sent,
# or after `notices.LASTS`.
notices = Table(
    "notices",
    metadata,
    number(),
    Column("platform", String(16), nullable=False, index=True),
    Column("external_id", EncryptedText, nullable=False),
    Column("address", EncryptedText, nullable=False),
    Column("language", String(16), nullable=False),
    Column("what", String(16), nullable=False),
    Column("about", EncryptedJSON, nullable=False),
    Column("made_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
