"""The accounts of people on the platforms, and since when they are joined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    select,
    text,
    update,
)

from bot.core.model.inputs import Account
from bot.storage.engine.keys import keyed_hash
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in
from bot.storage.engine.types import (
    ROW_NUMBER,
    EncryptedText,
    Moment,
    UnreadableCell,
    belongs_to,
    metadata,
    row_number,
)

# `lookup`: a keyed hash by which an account is found, so that no row shows in clear who somebody is.
accounts = Table(
    "accounts",
    metadata,
    row_number(),
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

# A row for each account that was joined with another. `kept_id`: a person without accounts who holds a copy
# of everything that this account's side brought; deleted after `linking.GUARDED`.
joined = Table(
    "joined",
    metadata,
    belongs_to("account_id", "accounts", key=True),
    Column("since", Moment, nullable=False),
    Column("kept_id", ROW_NUMBER, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
)

_A = accounts.c
_PREFERRED = select(accounts).where(ids_in(_A.person_id), _A.preferred)


class Accounts(Repository):
    """The accounts of people."""

    async def of_person(self, person_id: int) -> tuple[Account, ...]:
        """All accounts of a person, the preferred one first."""
        theirs = select(accounts).where(_A.person_id == person_id)
        rows = await self.connection.execute(theirs.order_by(_A.preferred.desc(), _A.id))
        return tuple(account_of(row) for row in rows)

    async def preferred(self, ids: Sequence[int]) -> dict[int, Account]:
        """The account that each of these people is written to. A person is left out if the address of that
        account cannot be read: their messages must not go to another one."""
        rows = await self.connection.execute(_PREFERRED, {"ids": list(ids)})
        return {row.person_id: account_of(row) for row in rows if _has_address(row)}

    async def prefer(self, person_id: int, account: Account) -> None:
        """Send the messages to this account of the person from now on."""
        found = keyed_hash(self.lookup_key, account.platform, account.external_id)
        theirs = update(accounts).where(_A.person_id == person_id)
        await self.connection.execute(theirs.values(preferred=False))
        this_one = theirs.where(_A.platform == account.platform, _A.lookup == found)
        await self.connection.execute(this_one.values(preferred=True))

    async def joined_since(self, person_id: int) -> dict[Account, datetime]:
        """The moment since which each of a person's accounts is joined with the others, if it is known."""
        return {account_of(row): row.since for row in await self.rows(person_id) if row.since}

    async def rows(self, person_id: int) -> list[Any]:
        """A person's rows of `accounts`, the preferred one first, each with its `since` and `kept_id`."""
        theirs = select(accounts, joined.c.since, joined.c.kept_id).outerjoin(joined)
        theirs = theirs.where(_A.person_id == person_id)
        return list(await self.connection.execute(theirs.order_by(_A.preferred.desc(), _A.id)))


def account_of(row: Any) -> Account:
    return Account(row.platform, row.external_id, row.address, row.name)


def _has_address(row: Any) -> bool:
    return bool(row.external_id) and not isinstance(row.address, UnreadableCell)
