"""Snapshots of people with as much as a turn needs: three statements for any number of people, and one or
more for each part that few turns need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.core.calendar.timing import local_day
from bot.core.model.community import Community, Venue
from bot.core.model.inputs import Account, Site
from bot.core.model.journal import JournalQuery
from bot.core.model.library import Library
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import GuessedLanguage, Person
from bot.core.model.snapshot import Snapshot
from bot.storage.accounts import Accounts
from bot.storage.communities import Communities
from bot.storage.history import History, fields_of
from bot.storage.journal import Journal, JournalPart
from bot.storage.links import Links
from bot.storage.moments import Moments
from bot.storage.people import People
from bot.storage.plans import Plans
from bot.storage.venues import Venues

ALWAYS = SnapshotNeeds()


@dataclass
class Snapshots:
    """Snapshots of people. A writing transaction locks the rows of the people."""

    people: People
    plans: Plans
    history: History
    journal: Journal
    moments: Moments
    accounts: Accounts
    links: Links
    communities: Communities
    venues: Venues

    async def load(
        self, ids: Sequence[int], now: datetime, library: Library, needs: SnapshotNeeds = ALWAYS
    ) -> dict[int, Snapshot]:
        """Snapshots of these people with what is needed. People who are not stored are left out."""
        return await self.complete(await self.load_people(ids, now, library), needs)

    async def load_one(
        self, person_id: int, now: datetime, library: Library, needs: SnapshotNeeds = ALWAYS
    ) -> Snapshot:
        """The same of one person. Raises LookupError for a person who is not stored (any more)."""
        found = await self.load([person_id], now, library, needs)
        if person_id not in found:
            raise LookupError(f"no person {person_id}")
        return found[person_id]

    async def load_people(
        self,
        ids: Sequence[int],
        now: datetime,
        library: Library,
        *,
        account: Account | None = None,
        zone_hint: str = "",
    ) -> dict[int, Snapshot]:
        """Snapshots of which only the person is loaded: enough to tell what answering needs."""
        rows = await self.people.read(ids)
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
        """The snapshots of `load_people` with everything else that is needed. `site`: where the turn takes
        place."""
        if not known:
            return {}
        ids, now = list(known), next(iter(known.values())).now
        plans = await self.plans.of_people(ids, own_words=needs.own_words)
        rows = await self.history.read(ids, now, needs)
        found = {
            i: snapshot.replace(enrolments=plans[i], **fields_of(snapshot, plans[i], rows, needs))
            for i, snapshot in known.items()
        }
        if needs.own_words:
            found = await self._with_own_words(found)
        if needs.journal:
            found = await self._with_journal(found, needs.journal)
        if needs.moment:
            swaps, tried = await self.moments.swaps(ids), await self.moments.tried(ids)
            found = {i: one.replace(swaps=swaps[i], tried=tried[i]) for i, one in found.items()}
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
        """The lines that `query` asks for, of these people's journals. A search decrypts every line."""
        if not query.recent:
            return {i: await self.journal.page(i, query) for i in ids}
        lines = await self.journal.recent(ids, now.date())
        return {i: (lines.get(i, ()), None) for i in ids}

    async def with_accounts(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with all accounts of the person, since when they are joined, and who asks to be."""
        person_id = snapshot.person.id
        return snapshot.replace(
            accounts=await self.accounts.of_person(person_id),
            since=await self.accounts.joined_since(person_id),
            asking=await self.links.pending(person_id, snapshot.now),
        )

    async def _with_own_words(self, known: Mapping[int, Snapshot]) -> dict[int, Snapshot]:
        words = await self.people.own_words(list(known))
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
        platform = snapshot.account.platform
        found = await self.communities.find(platform, site.external_id)
        if found is None:
            known, default = snapshot.library.languages, snapshot.library.default_language
            language = next((code for code in _codes(site.language) if code in known), default)
            here = Venue(Community(0, platform, site.external_id, language), manages=site.manages)
        else:
            person_id, now = snapshot.person.id, snapshot.now
            here = await self.venues.get(found, person_id, now, manages=site.manages)
        return replace(here, ground=site.ground)


def _person(row: Row[Any], library: Library) -> Person:
    person = Person.loaded(**row._mapping)
    return person if person.language else person.replace(language=GuessedLanguage(library.default_language))


def _codes(locale: str) -> tuple[str, str]:
    return locale, locale.partition("-")[0]
