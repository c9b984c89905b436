"""What adapters may look up without a turn: who somebody is, a form to open, what completes a command."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.rendered import ShownButton, ShownForm
from bot.core.calendar.timing import local_day
from bot.core.conversation import engine
from bot.core.conversation.stack import Stack
from bot.core.guide import choices
from bot.core.model.community import Community
from bot.core.model.inputs import Account, Site
from bot.core.model.messages import Form
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.typed import understand
from bot.turns import context
from bot.turns.service import Service


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody as they are known. `address`: where their messages go on that platform, "" for nowhere yet."""

    snapshot: Snapshot
    address: str


class Queries:
    """Answers from one state of the database, in milliseconds, and waits for nobody who writes."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def standing(self, account: Account) -> PersonView | None:
        """Who that is; None for somebody new."""
        async with self._service.database.read() as store:
            person_id = await store.person_of(account)
            if person_id is None:
                return None
            snapshot = await store.snapshot(person_id, self._service.clock(), self._service.library)
            known = await store.accounts(person_id)
        mine = (a for a in known if (a.platform, a.external_id) == (account.platform, account.external_id))
        return PersonView(snapshot, next((a.address for a in mine), ""))

    async def community(self, platform: str, external_id: str) -> Community | None:
        """A community by its id on the platform; None if nothing is stored of it."""
        async with self._service.database.read() as store:
            return await store.community(platform, external_id)

    async def form(
        self, account: Account, token: str, language: str = "", site: Site | None = None
    ) -> ShownForm | None:
        """A form as it is to be filled in now; None where there is nothing (any more) to ask, or where it is
        not theirs to fill in. `language`: that of somebody new. `site`: where they ask for it."""
        snapshot = await self._facts(account, language)
        if site is not None:
            async with self._service.database.read() as store:
                snapshot = snapshot.replace(
                    venue=await context.venue(store, account.platform, site, snapshot)
                )
        return self._shown(engine.form(token, snapshot), snapshot)

    async def form_of(self, account: Account, command: str, argument: str) -> ShownForm | None:
        """The form that is all of a command's answer; None where there is more to say, or to store."""
        snapshot = await self._facts(account, "")
        stack: Stack = ()
        if snapshot.person.id:
            async with self._service.database.read() as store:
                stack = await store.frames(snapshot.person.id)
        return self._shown(engine.form_of(command, argument, stack, snapshot), snapshot)

    def _shown(self, form: Form | None, snapshot: Snapshot) -> ShownForm | None:
        if form is None:
            return None
        return self._service.wording.form(form, snapshot.person.language, snapshot.today)

    async def choices(
        self, account: Account, command: str, typed: str, language: str
    ) -> tuple[ShownButton, ...]:
        """What can be said with a command, label and value, as far as it holds what is `typed` so far."""
        snapshot = await self._facts(account, language)
        needle = understand.normal(typed[:100])
        wording, speaks = self._service.wording, snapshot.person.language
        found = (
            ShownButton(b.token, wording.label(b.label, speaks, snapshot.today))
            for b in choices.choices(command, snapshot)
        )
        return tuple(shown for shown in found if needle in understand.normal(shown.label))

    async def _facts(self, account: Account, language: str) -> Snapshot:
        standing = await self.standing(account)
        return standing.snapshot if standing else self._new(language)

    def _new(self, language: str) -> Snapshot:
        now = self._service.clock()
        person = Person(0, language=self._service.wording.match(language))
        return Snapshot(person, now, local_day(now, person), self._service.library)
