"""Events of an account that no turn answers: whether messages arrive there, and where they go."""

from __future__ import annotations

from bot.config.clock import Clock
from bot.core.model.effects import UpdatePerson
from bot.core.model.inputs import Account
from bot.core.model.library import Library
from bot.core.model.person import RestReason
from bot.storage.database import Database
from bot.turns import next_nudges


class AccountEvents:
    """Records what platforms report of accounts. Every method may raise
    `bot.storage.engine.errors.DatabaseError`; nothing of the event is stored then."""

    def __init__(self, database: Database, library: Library, clock: Clock) -> None:
        self._database, self._library, self._clock = database, library, clock

    async def mark_unreachable(self, account: Account, event_id: str = "") -> None:
        """Messages no longer arrive: the person rests until they are heard from. Nothing changes for people
        who rest for another reason, or whose messages go to another account. `event_id`: the platform's own,
        for an event that may come twice."""
        now = self._clock()
        async with self._database.write() as transaction:
            if event_id and await transaction.conversations.is_repeated(account.platform, event_id, now):
                return
            if (person_id := await transaction.people.find(account)) is None:
                return
            snapshot = await transaction.snapshots.load_one(person_id, now, self._library)
            home = (await transaction.accounts.of_person(person_id))[0]
            there = (home.platform, home.external_id) == (account.platform, account.external_id)
            if snapshot.person.rest is RestReason.NO and there:
                unreachable = UpdatePerson({"rest": RestReason.UNREACHABLE})
                await transaction.effects.apply(person_id, unreachable, now)
                changed = snapshot.person.replace(**unreachable.changes)
                await next_nudges.replan(transaction, {person_id: snapshot.replace(person=changed)})

    async def is_new_event(self, platform: str, event_id: str) -> bool:
        """Whether this event is new; it is known from now on."""
        async with self._database.write() as transaction:
            return not await transaction.conversations.is_repeated(platform, event_id, self._clock())

    async def store_address(self, account: Account) -> None:
        """Keep where messages to a person go from now on (`account.address`). Never creates a person."""
        async with self._database.write() as transaction:
            await transaction.people.find(account)
