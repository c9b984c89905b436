"""Codes that join two accounts, and requests to join. A code is shown once and stored as a keyed hash."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)

from bot.core.account import linking
from bot.core.account.linking import Offer, Refusal
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Side
from bot.core.model.snapshot import PendingJoin
from bot.storage.accounts import Accounts, accounts
from bot.storage.engine.keys import keyed_hash
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import insert_or_update
from bot.storage.engine.types import (
    ROW_NUMBER,
    EncryptedText,
    Moment,
    belongs_to,
    metadata,
    row_number,
)
from bot.storage.people import persons

# At most one code for each person. `taken_by`: the account that typed it. `asked_at`: when its owner was
# asked. `keeps` and `writes` ("here", "there"): the choices of the side that typed it. `maker`, `taker`: the
# names that the platforms show of the two; deleted with the code, at the latest at the daily cleaning.
links = Table(
    "links",
    metadata,
    row_number(),
    belongs_to("person_id", "persons"),
    Column("code", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("taken_by", ROW_NUMBER, ForeignKey("accounts.id", ondelete="CASCADE"), index=True),
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

# Wrong codes of an account within an hour. `account` is a keyed hash, not the person, so that erasing does
# not reset the count.
link_tries = Table(
    "link_tries",
    metadata,
    Column("account", LargeBinary, primary_key=True),
    Column("wrong", SmallInteger, nullable=False),
    Column("since", Moment, nullable=False, index=True),
)

_L = links.c
_REQUESTS = select(_L.id.label("link"), _L.keeps, _L.writes, _L.taker, accounts).join(
    accounts, accounts.c.id == _L.taken_by
)


class JoinRequest(NamedTuple):
    """A request to be joined: the person who asks, from which account, and their choices."""

    person: int
    account: Account
    keeps: Side
    writes: Side


@dataclass
class Links(Repository):
    """Codes and requests to join."""

    accounts: Accounts

    async def offer(self, person_id: int, code: str, now: datetime, name: str = "") -> None:
        """Store a keyed hash of a person's new code, in place of an older code. `name`: shown to the person
        who types the code."""
        await self.connection.execute(delete(links).where(_L.person_id == person_id))
        row = {"person_id": person_id, "code": self._hash(code), "made_at": now, "maker": name}
        await self.connection.execute(insert(links), row)

    async def take(self, account: Account, typed: str, now: datetime) -> Offer | Refusal:
        """Take the code that an account typed: nobody else can take it any more, and the account may `ask`.

        A wrong code is counted. After five wrong ones, no code of this account is looked at for an hour.
        """
        tries = keyed_hash(self.lookup_key, "tries", account.platform, account.external_id)
        wrong = await self._wrong_tries(tries, now)
        if wrong >= linking.TRIES:
            return Refusal.OFTEN
        code = self._hash(linking.read(typed))
        row = (await self.connection.execute(select(links).where(_L.code == code))).first()
        # The index finds the row by a keyed hash, of which nobody can choose a part. The comparison takes the
        # same time for any code.
        known = row is not None and hmac.compare_digest(row.code, code) and now - row.made_at < linking.LASTS
        if row is None or not known or row.taken_by is not None:
            counted = {"account": tries, "wrong": wrong + 1, "since": now}
            await self.connection.execute(insert_or_update(link_tries, "wrong", "since"), counted)
            return Refusal.WRONG
        me = await self._me(account)
        refusal = await self._refusal(me.person_id, row.person_id, now)
        return refusal or await self._take(row, me.id, account.name, now)

    async def _take(self, row: Any, account_id: int, name: str, now: datetime) -> Offer | Refusal:
        """Take the code for the first account that typed it; the account gives up any other code."""
        await self.connection.execute(delete(links).where(_L.taken_by == account_id))
        free = update(links).where(_L.id == row.id, _L.taken_by.is_(None))
        taken = await self.connection.execute(free.values(taken_by=account_id, taken_at=now, taker=name))
        if not taken.rowcount:
            return Refusal.WRONG
        onboarded = await self.connection.scalar(
            select(persons.c.onboarded).where(persons.c.id == row.person_id)
        )
        owner = (await self.accounts.of_person(row.person_id))[0]
        return Offer(owner.platform, row.maker or owner.name, bool(onboarded))

    async def _refusal(self, mine: int, owner: int, now: datetime) -> Refusal | None:
        """The reason why these two people cannot be joined, if there is one."""
        if mine == owner:
            return Refusal.OWN
        if linking.clash(await self.accounts.of_person(mine), await self.accounts.of_person(owner)):
            return Refusal.SAME
        for person in (mine, owner):
            since = (await self.accounts.joined_since(person)).values()
            if any(now - moment < linking.GUARDED for moment in since):
                return Refusal.LATELY
        return None

    async def ask(self, account: Account, keeps: Side, writes: Side, now: datetime) -> tuple[int, int] | None:
        """Ask the owner of the code that this account took within the last half hour. `keeps`: whose settings
        stay; `writes`: which side gets the messages.

        Returns the number of the code and the person who is asked; None if there is no such code.
        """
        me = await self._me(account)
        recent = _L.taken_at > now - linking.DECIDE_WITHIN
        mine = (_L.taken_by == me.id) & recent & _L.asked_at.is_(None)
        asked = update(links).where(mine).values(asked_at=now, keeps=keeps, writes=writes)
        row = (await self.connection.execute(asked.returning(_L.id, _L.person_id))).first()
        return (row.id, row.person_id) if row else None

    async def pending(self, person_id: int, now: datetime) -> PendingJoin | None:
        """The request that this person got within the last half hour, to show it."""
        mine = _REQUESTS.where(_L.person_id == person_id, _is_open(now))
        row = (await self.connection.execute(mine)).first()
        return PendingJoin(row.link, _taker(row)) if row else None

    async def request(self, number: int, person_id: int, now: datetime) -> JoinRequest | Refusal:
        """The request with the code of that number, or the reason why it cannot be granted."""
        mine = _REQUESTS.where(_L.id == number, _L.person_id == person_id, _is_open(now))
        row = (await self.connection.execute(mine)).first()
        if row is None:
            return Refusal.GONE
        refusal = await self._refusal(person_id, row.person_id, now)
        return refusal or JoinRequest(row.person_id, _taker(row), Side(row.keeps), Side(row.writes))

    async def delete(self, number: int, person_id: int) -> None:
        """Delete that code of this person, and the request with it."""
        await self.connection.execute(delete(links).where(_L.id == number, _L.person_id == person_id))

    async def clean(self, now: datetime) -> int:
        """Delete counts of tries that are an hour old, and codes that nobody can take or answer any more.
        Returns how many."""
        tries = delete(link_tries).where(link_tries.c.since <= now - linking.TRIES_REST)
        codes = delete(links).where(_L.made_at <= now - linking.LASTS - 2 * linking.DECIDE_WITHIN)
        return sum([(await self.connection.execute(old)).rowcount for old in (tries, codes)])

    async def _me(self, account: Account) -> Any:
        found = keyed_hash(self.lookup_key, account.platform, account.external_id)
        mine = select(accounts).where(accounts.c.platform == account.platform, accounts.c.lookup == found)
        return (await self.connection.execute(mine)).one()

    async def _wrong_tries(self, tries: bytes, now: datetime) -> int:
        statement = select(link_tries).where(link_tries.c.account == tries)
        row = (await self.connection.execute(statement)).first()
        return row.wrong if row and now - row.since < linking.TRIES_REST else 0

    def _hash(self, code: str) -> bytes:
        return keyed_hash(self.lookup_key, "link", code)


def _taker(row: Any) -> Account:
    return Account(row.platform, row.external_id, row.address, row.taker or row.name)


def _is_open(now: datetime) -> ColumnElement[bool]:
    return _L.asked_at > now - linking.DECIDE_WITHIN
