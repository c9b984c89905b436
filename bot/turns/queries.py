"""Lookups of adapters without a turn: who a person is, a form to open, completions of a command."""

from __future__ import annotations

from dataclasses import dataclass

from bot.config.clock import Clock
from bot.content.rendered import Message, ShownButton, ShownForm
from bot.content.wording import Wording
from bot.core.calendar.timing import local_day
from bot.core.coach import ENGINE
from bot.core.conversation.stack import Stack
from bot.core.model.checkin import Question
from bot.core.model.community import Community
from bot.core.model.inputs import Account, FormSubmission, Input, Site, SlashCommand
from bot.core.model.library import Library
from bot.core.model.messages import Form
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Person
from bot.core.model.reading import Meaning
from bot.core.model.snapshot import Snapshot
from bot.core.typed import understand
from bot.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as they are known, with no more loaded than `snapshot.person`. `address`: where their messages
    go on that platform, "" for nowhere yet."""

    snapshot: Snapshot
    address: str


class Queries:
    """Answers from one state of the database, in milliseconds, and waits for no writer."""

    def __init__(self, database: Database, library: Library, wording: Wording, clock: Clock) -> None:
        self._database, self._library, self._wording, self._clock = database, library, wording, clock

    async def person(self, account: Account) -> PersonView | None:
        """The person whose account it is; None for somebody new."""
        async with self._database.read() as transaction:
            if (snapshot := await self._person(transaction, account)) is None:
                return None
            known = await transaction.accounts.of_person(snapshot.person.id)
        mine = (a for a in known if (a.platform, a.external_id) == (account.platform, account.external_id))
        return PersonView(snapshot, next((a.address for a in mine), ""))

    async def community(self, platform: str, external_id: str) -> Community | None:
        """A community by its id on the platform; None if nothing is stored of it."""
        async with self._database.read() as transaction:
            return await transaction.communities.find(platform, external_id)

    async def met(self, account: Account, language: str) -> tuple[Snapshot, Stack]:
        """A snapshot with the person only, and what waits of their conversation. `language`: that of somebody
        new."""
        async with self._database.read() as transaction:
            return await self._met(transaction, account, language)

    async def current_question(self, account: Account) -> tuple[Message, ...]:
        """The waiting question, or else the day: for an answer that perhaps never arrived. Never creates
        a person; nothing for somebody new."""
        async with self._database.read() as transaction:
            if (known := await self._person(transaction, account)) is None:
                return ()
            stack = await transaction.conversations.frames(known.person.id)
            snapshot = await _completed(transaction, known, SlashCommand("today"), stack)
        result = ENGINE.current_question(stack, snapshot)
        return self._wording.show(result.replies, snapshot.person.language, snapshot.today, asks=result.asks)

    async def form(
        self, account: Account, token: str, language: str = "", site: Site | None = None
    ) -> ShownForm | None:
        """A form as it is to be filled in now; None where there is nothing (any more) to ask, or where it is
        not theirs to fill in. `language`: that of somebody new. `site`: where they ask for it."""
        snapshot, _ = await self._snapshot(account, FormSubmission(token, {}), language, site)
        return self._shown(ENGINE.form(token, snapshot), snapshot)

    async def form_of(self, account: Account, command: str, argument: str) -> ShownForm | None:
        """The form that is all of a command's answer; None where there is more to say, or to store."""
        snapshot, stack = await self._snapshot(account, SlashCommand(command, argument))
        return self._shown(ENGINE.form_for_command(command, argument, stack, snapshot), snapshot)

    def _shown(self, form: Form | None, snapshot: Snapshot) -> ShownForm | None:
        if form is None:
            return None
        return self._wording.form(form, snapshot.person.language, snapshot.today)

    async def answer(self, account: Account, meaning: Meaning, question: Question) -> str | None:
        """The token of the button by which a meaning answers a question of the person; None where it adds
        nothing to it, and for somebody new."""
        async with self._database.read() as transaction:
            if (known := await self._person(transaction, account)) is None:
                return None
            number = known.person.id
            found = await transaction.snapshots.complete({number: known}, SnapshotNeeds())
        return ENGINE.pressed_by(meaning, question, found[number])

    async def choices(
        self, account: Account, command: str, typed: str, language: str
    ) -> tuple[ShownButton, ...]:
        """The arguments of a command, as far as their labels hold what is `typed` so far."""
        snapshot, _ = await self._snapshot(account, SlashCommand(command), language)
        needle, speaks = understand.normal(typed[:100]), snapshot.person.language
        found = (
            ShownButton(b.token, self._wording.label(b.label, speaks, snapshot.today))
            for b in ENGINE.choices(command, snapshot)
        )
        return tuple(shown for shown in found if needle in understand.normal(shown.label))

    async def _snapshot(
        self, account: Account, said: Input, language: str = "", site: Site | None = None
    ) -> tuple[Snapshot, Stack]:
        """The snapshot of a turn that gets `said`, and its stack; `language`: that of somebody new."""
        async with self._database.read() as transaction:
            known, stack = await self._met(transaction, account, language)
            return await _completed(transaction, known, said, stack, site), stack

    async def _met(self, transaction: Transaction, account: Account, language: str) -> tuple[Snapshot, Stack]:
        known = await self._person(transaction, account) or self._new(account, language)
        return known, await transaction.conversations.frames(known.person.id)

    async def _person(self, transaction: Transaction, account: Account) -> Snapshot | None:
        """A snapshot with the person only; None for somebody new."""
        if (person_id := await transaction.people.find(account)) is None:
            return None
        found = await transaction.snapshots.load_people(
            [person_id], self._clock(), self._library, account=account
        )
        return found.get(person_id)

    def _new(self, account: Account, language: str) -> Snapshot:
        now = self._clock()
        person = Person(0, language=self._wording.match(language))
        return Snapshot(person, now, local_day(now, person), self._library, account=account)


async def _completed(
    transaction: Transaction, known: Snapshot, said: Input, stack: Stack, site: Site | None = None
) -> Snapshot:
    """The snapshot with what answering `said` needs."""
    needs = ENGINE.needs(said, stack, known)
    return (await transaction.snapshots.complete({known.person.id: known}, needs, site=site))[known.person.id]
