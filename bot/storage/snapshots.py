"""Snapshots of people, loaded as far as they are needed: three statements for any number of people, and one
or more for each part that few turns need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.calendar.timing import local_day
from bot.core.model.community import Community, Venue
from bot.core.model.inputs import Account, Site
from bot.core.model.journal import JournalQuery
from bot.core.model.library import Library
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import GuessedLanguage, Person
from bot.core.model.snapshot import Snapshot
from bot.storage import communities, enrolments, history, join_copies, journal, links, people
from bot.storage import tables as t
from bot.storage.history import among, numbers
from bot.storage.journal import JournalPart

OWN_WORDS = ("name", "why")  # encrypted columns of a person
ALWAYS = SnapshotNeeds()


class Snapshots:
    """Reads snapshots within one transaction. One that writes locks the rows of the people until its end."""

    def __init__(self, connection: AsyncConnection, lookup: bytes, *, writes: bool) -> None:
        self._connection, self._lookup, self._writes = connection, lookup, writes

    async def load(
        self, ids: Sequence[int], now: datetime, library: Library, needs: SnapshotNeeds = ALWAYS
    ) -> dict[int, Snapshot]:
        """Snapshots of these people with what is needed. People who are not stored are left out."""
        return await self.complete(await self.people(ids, now, library), needs)

    async def load_one(
        self, person_id: int, now: datetime, library: Library, needs: SnapshotNeeds = ALWAYS
    ) -> Snapshot:
        """The same of one person. Raises LookupError for a person who is not stored (any more)."""
        found = await self.load([person_id], now, library, needs)
        if person_id not in found:
            raise LookupError(f"no person {person_id}")
        return found[person_id]

    async def people(
        self,
        ids: Sequence[int],
        now: datetime,
        library: Library,
        *,
        account: Account | None = None,
        zone_hint: str = "",
    ) -> dict[int, Snapshot]:
        """Snapshots of which only the person is loaded: enough to tell what answering needs."""
        dialect = self._connection.dialect.name
        rows = await self._connection.execute(_persons(dialect, self._writes), numbers(dialect, ids))
        found = {}
        for person in (_person(row, library) for row in rows):
            found[person.id] = Snapshot.loaded(
                person=person, now=now, today=local_day(now, person), library=library,
                account=account, zone_hint=zone_hint, question=None,
            )  # fmt: skip
        return found

    async def complete(
        self, known: Mapping[int, Snapshot], needs: SnapshotNeeds, *, site: Site | None = None
    ) -> dict[int, Snapshot]:
        """The snapshots of `people` with what is needed of the rest. `site`: where the turn takes place."""
        if not known:
            return {}
        ids, now = list(known), next(iter(known.values())).now
        plans = await enrolments.of_people(self._connection, ids, own_words=needs.own_words)
        told = await history.fetch(self._connection, ids, now, needs)
        found = {
            i: snapshot.replace(enrolments=plans[i], **history.fields(snapshot, plans[i], told, needs))
            for i, snapshot in known.items()
        }
        if needs.own_words:
            found = await self._with_own_words(found)
        if needs.journal:
            found = await self._with_journal(found, needs.journal)
        if needs.accounts:
            found = {i: await self.with_accounts(snapshot) for i, snapshot in found.items()}
        if needs.venue:
            found = {
                i: snapshot.replace(venue=await self._venue(snapshot, site)) for i, snapshot in found.items()
            }
        return found

    async def read_journal(
        self, ids: Sequence[int], now: datetime, query: JournalQuery
    ) -> dict[int, JournalPart]:
        """What `query` asks for of these people's journals. A search decrypts every line."""
        if not query.recent:
            return {i: await journal.look(self._connection, i, query) for i in ids}
        lines = await journal.recent(self._connection, ids, now.date())
        return {i: (lines.get(i, ()), None) for i in ids}

    async def with_accounts(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with all accounts of the person, since when they are joined, and who asks to be."""
        person_id = snapshot.person.id
        return snapshot.replace(
            accounts=await people.accounts_of(self._connection, person_id),
            since=await join_copies.since(self._connection, person_id),
            asking=await links.asking(self._connection, person_id, snapshot.now),
        )

    async def _with_own_words(self, known: Mapping[int, Snapshot]) -> dict[int, Snapshot]:
        dialect = self._connection.dialect.name
        rows = await self._connection.execute(_own_words(dialect), numbers(dialect, list(known)))
        words = {row.id: {name: getattr(row, name) for name in OWN_WORDS} for row in rows}
        return {i: known[i].replace(person=known[i].person.replace(**words.get(i, {}))) for i in known}

    async def _with_journal(self, known: Mapping[int, Snapshot], query: JournalQuery) -> dict[int, Snapshot]:
        now = next(iter(known.values())).now
        parts = await self.read_journal(list(known), now, query)
        return {i: known[i].replace(journal=lines, position=at) for i, (lines, at) in parts.items()}

    async def _venue(self, snapshot: Snapshot, site: Site | None) -> Venue | None:
        """The community in which a turn takes place. One that is not stored yet has the language of its
        server, as far as the catalogue has words in it."""
        if site is None or snapshot.account is None:
            return None
        connection, key, platform = self._connection, self._lookup, snapshot.account.platform
        found = await communities.find(connection, key, platform, site.external_id, locks=self._writes)
        if found is None:
            known, default = snapshot.library.languages, snapshot.library.default_language
            language = next((code for code in _codes(site.language) if code in known), default)
            here = Venue(Community(0, platform, site.external_id, language), manages=site.manages)
        else:
            person_id, now = snapshot.person.id, snapshot.now
            here = await communities.venue(connection, key, found, person_id, now, manages=site.manages)
        return replace(here, ground=site.ground)


@cache
def _persons(dialect: str, locks: bool) -> Select[Any]:
    """People without their own words, in the order of their numbers, so that two who lock several of them
    never wait for each other."""
    columns = [t.persons.c[name] for name in ("id", *people.PERSON_FIELDS) if name not in OWN_WORDS]
    found = select(*columns).where(among(dialect, t.persons.c.id)).order_by(t.persons.c.id)
    return found.with_for_update() if locks else found


@cache
def _own_words(dialect: str) -> Select[Any]:
    columns = [t.persons.c[name] for name in ("id", *OWN_WORDS)]
    return select(*columns).where(among(dialect, t.persons.c.id))


def _person(row: Row[Any], library: Library) -> Person:
    person = Person.loaded(**row._mapping)
    return person if person.language else person.replace(language=GuessedLanguage(library.default_language))


def _codes(locale: str) -> tuple[str, str]:
    return locale, locale.partition("-")[0]
