"""People: settings and consent, and how they are found by their accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    SmallInteger,
    String,
    Table,
    Time,
    bindparam,
    delete,
    false,
    insert,
    select,
    update,
)

from bot.core.model.inputs import Account
from bot.core.model.person import Person, RestReason
from bot.storage.accounts import accounts
from bot.storage.engine.keys import keyed_hash
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in, insert_new
from bot.storage.engine.types import EncryptedText, Moment, date_spans, metadata, one_of, row_number

# Deleting a person deletes all their rows by cascade. Row numbers are never reused: a button of a year ago
# must not mean somebody's new line.
persons = Table(
    "persons",
    metadata,
    row_number(),
    Column("language", String(16), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("onboarded", Boolean, nullable=False, default=False),
    one_of("rest", RestReason, "rest"),
    Column("day_start", Time, nullable=False),
    Column("checkin_at", Time, nullable=False),
    Column("exactly", Boolean, nullable=False, server_default=false()),
    Column("silent", Boolean, nullable=False, server_default=false()),
    Column("reminder_after", Integer),
    Column("quiet_from", Time, nullable=False),
    Column("quiet_to", Time, nullable=False),
    Column("ceiling", Integer, nullable=False),
    Column("week_day", SmallInteger, nullable=False),
    Column("week_at", Time, nullable=False),
    Column("reflections_a_week", SmallInteger, nullable=False),
    Column("focus", String(32), nullable=False),
    Column("why", EncryptedText, nullable=False),
    Column("itch", String(16), nullable=False, server_default=""),
    Column("daypart", String(16), nullable=False, server_default=""),
    Column("why_said_on", Date),
    Column("name", EncryptedText, nullable=False),
    Column("paused_until", Date),
    date_spans("rests"),
    Column("tapers_since", Date),
    Column("ignored", Integer, nullable=False),
    Column("agreed", Boolean, nullable=False, server_default=false()),
    Column("shares_missed", Boolean, nullable=False, server_default=false()),
    Column("seen_at", Moment, nullable=False),
    CheckConstraint("week_day BETWEEN 0 AND 6", name="week_day"),
    sqlite_autoincrement=True,
)

PERSON_FIELDS = tuple(field.name for field in fields(Person) if field.name != "id")
OWN_WORDS = ("name", "why")  # encrypted columns
SEEN_AT_RESOLUTION = timedelta(hours=1)

_P = persons.c
_HAS_ACCOUNT = (
    accounts.c.platform == bindparam("platform"),
    accounts.c.lookup == bindparam("lookup_hash", type_=accounts.c.lookup.type),
)
_BY_ACCOUNT = select(accounts, _P.seen_at).join(persons).where(*_HAS_ACCOUNT)
_BY_ACCOUNT_LOCKED = _BY_ACCOUNT.with_for_update(of=persons)
# Ordered, so that two transactions that lock several people never wait for each other.
_PLAIN = [persons.c[name] for name in ("id", *PERSON_FIELDS) if name not in OWN_WORDS]
_READ = select(*_PLAIN).where(ids_in(_P.id)).order_by(_P.id)
_READ_LOCKED = _READ.with_for_update()
_READ_OWN_WORDS = select(_P.id, *(persons.c[name] for name in OWN_WORDS)).where(ids_in(_P.id))
_LOCK = select(_P.id).where(ids_in(_P.id)).order_by(_P.id).with_for_update()
_COUNT_IGNORED = update(persons).where(ids_in(_P.id)).values(ignored=_P.ignored + 1)
_COUNT_IGNORED = _COUNT_IGNORED.returning(_P.id, _P.ignored)


class People(Repository):
    """The rows of people."""

    async def find(self, account: Account, now: datetime | None = None) -> int | None:
        """The number of the person with this account; None for a new one.

        In a writing transaction the person's row is locked, and a changed name or address is stored. `now`:
        store that the person was here (to the hour).
        """
        statement = _BY_ACCOUNT_LOCKED if self.writes else _BY_ACCOUNT
        row = (await self.connection.execute(statement, self._has(account))).first()
        if row is None:
            return None
        if self.writes:
            await self._refresh(row, account)
            if now and abs(now - row.seen_at) >= SEEN_AT_RESOLUTION:
                seen = update(persons).where(_P.id == row.person_id).values(seen_at=now)
                await self.connection.execute(seen)
        return int(row.person_id)

    def _has(self, account: Account) -> dict[str, Any]:
        found = keyed_hash(self.lookup_key, account.platform, account.external_id)
        return {"platform": account.platform, "lookup_hash": found}

    async def _refresh(self, row: Any, account: Account) -> None:
        """Store a changed name or address; an empty one says nothing new. The keyed hash has shown that the
        id is right, so a stored id that cannot be read is repaired."""
        current = {"external_id": account.external_id, "address": account.address, "name": account.name}
        changed = {name: value for name, value in current.items() if value and value != getattr(row, name)}
        if changed:
            await self.connection.execute(update(accounts).where(accounts.c.id == row.id).values(changed))

    async def find_damaged(self, account: Account) -> tuple[int, str] | None:
        """The number and language of the person with this account, read without any column that may be
        damaged; None for a new one. In a writing transaction the person's row is locked."""
        statement = select(_P.id, _P.language).join(accounts).where(*_HAS_ACCOUNT)
        if self.writes:
            statement = statement.with_for_update(of=persons)
        row = (await self.connection.execute(statement, self._has(account))).first()
        return (int(row.id), str(row.language)) if row else None

    async def create(self, account: Account, language: str, now: datetime) -> int:
        """The number of a new person with this account as the preferred one. If another transaction creates
        the same person at this moment, that person's number."""
        person = Person(0, language=language, name=account.name)
        values = {name: getattr(person, name) for name in PERSON_FIELDS}
        new = insert(persons).values(**values, seen_at=now).returning(_P.id)
        person_id = int((await self.connection.execute(new)).scalar_one())
        row = {name: getattr(account, name) for name in ("platform", "external_id", "address", "name")}
        row |= {"person_id": person_id, "preferred": True, "lookup": self._has(account)["lookup_hash"]}
        if (await self.connection.execute(insert_new(accounts), row)).rowcount:
            return person_id
        await self.connection.execute(delete(persons).where(_P.id == person_id))
        other = await self.find(account)
        return await self.create(account, language, now) if other is None else other

    async def read(self, ids: Sequence[int]) -> list[Any]:
        """The rows of these people without their own words, by number. A writing transaction locks them."""
        statement = _READ_LOCKED if self.writes else _READ
        return list(await self.connection.execute(statement, {"ids": list(ids)}))

    async def own_words(self, ids: Sequence[int]) -> dict[int, dict[str, str]]:
        """The decrypted OWN_WORDS of each of these people."""
        rows = await self.connection.execute(_READ_OWN_WORDS, {"ids": list(ids)})
        return {row.id: {name: getattr(row, name) for name in OWN_WORDS} for row in rows}

    async def language(self, person_id: int) -> str:
        """The language of a person. Raises sqlalchemy.exc.NoResultFound for a number of nobody."""
        found = await self.connection.execute(select(_P.language).where(_P.id == person_id))
        return str(found.scalar_one())

    async def lock(self, ids: Sequence[int]) -> None:
        """Lock the rows of these people until the end of the transaction, in the order of their numbers."""
        await self.connection.execute(_LOCK, {"ids": list(ids)})

    async def count_ignored(self, ids: Sequence[int]) -> dict[int, int]:
        """Count one more check-in without an answer for each of these people (whose rows are locked
        already). Returns the new count of each."""
        rows = await self.connection.execute(_COUNT_IGNORED, {"ids": list(ids)})
        return {row.id: row.ignored for row in rows}

    async def update(self, person_id: int, changes: Mapping[str, Any]) -> None:
        """Change fields of a person. Raises ValueError for a field that does not exist."""
        if unknown := set(changes) - set(PERSON_FIELDS):
            raise ValueError(f"no such fields of a person: {', '.join(sorted(unknown))}")
        if changes:
            await self.connection.execute(update(persons).where(_P.id == person_id).values(**changes))

    async def delete(self, person_id: int) -> None:
        """Delete a person with all their rows."""
        await self.connection.execute(delete(persons).where(_P.id == person_id))
