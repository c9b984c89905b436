"""One turn is one transaction. Nothing is sent inside of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot.config.clock import Clock
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.account import link
from bot.core.calendar.timing import local_day
from bot.core.conversation import engine, routing
from bot.core.conversation.stack import TurnResult
from bot.core.model import limits, projection
from bot.core.model.effects import AddJournalEntry, Effect, EraseMe, Export, StartPlan, UpdatePerson
from bot.core.model.inputs import Account, Incoming, Input, TypedText
from bot.core.model.library import Library
from bot.core.model.messages import Reply
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import GuessedLanguage, Person, RestReason
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from bot.storage.engine.database import Database
from bot.storage.engine.errors import Collision
from bot.storage.notices import Told
from bot.storage.planning import NudgeSlot, PendingNudge
from bot.storage.store import Store
from bot.turns import account_linking, context, handover, journal, rescue
from bot.turns.in_flight import UnderWay

Tells: TypeAlias = Callable[[], None]  # says that there may be notices to send, and waits for nothing


def tells_nobody() -> None:
    """Where one answers and nothing is sent."""


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """What was read before a turn's transaction. `handed`: whether it was looked for what is handed over."""

    journal: journal.JournalRead | None = None
    files: handover.Files | None = None
    handed: bool = False


class Service:
    """The core at work on a database. Safe for many tasks at once and for many processes."""

    def __init__(self, database: Database, library: Library, wording: Wording, clock: Clock) -> None:
        self.answered: Counter[str] = Counter()  # messages, by platform, since somebody looked
        self.database, self.library, self.wording, self.clock = database, library, wording, clock
        self.tells: Tells = tells_nobody
        self.under_way = UnderWay()

    def passed_over(self, platform: str) -> None:
        """An event that cannot be read or handled was passed over. Counted where metrics are shown."""

    # --- answering ------------------------------------------------------------------------------------

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]:
        """Answer one event. A repeated `event_id` has no second effect and no answer.

        Raises `bot.storage.engine.errors.Passing`; nothing of the turn is stored then. Of whom the rows
        cannot be read is
        answered too, see `rescue`.
        """
        read = ReadAhead()
        while True:
            try:
                return await self._turn(incoming, read)
            except journal.JournalNeeded as needed:
                read = replace(read, journal=await journal.read(self.database, needed))
            except handover.FilesNeeded as wanted:
                files = await handover.read(self.database, wanted, self.library, self.wording)
                read = replace(read, files=files, handed=True)
            except rescue.Damaged as error:
                return await rescue.turn(self, incoming, error)

    async def _turn(self, incoming: Incoming, read: ReadAhead) -> tuple[Message, ...]:
        """One try. Where it collides with another's, the other's is stored by then, and it begins again."""
        try:
            return await self._once(incoming, read)
        except Collision:
            return await self._once(incoming, read)

    async def _once(self, incoming: Incoming, read: ReadAhead) -> tuple[Message, ...]:
        now = self.clock()
        async with self.database.write() as store:
            if await store.seen(incoming.account.platform, incoming.event_id, now):
                return ()
            with rescue.reading():
                if (person_id := await self._known(store, incoming, now)) is None:
                    return self._to_nobody(incoming, now)
                stack = await store.frames(person_id)
                snapshot = await store.snapshot(person_id, now, self.library, zone_hint=incoming.zone)
            snapshot = journal.with_part(
                snapshot, routing.reads(incoming.said, stack, snapshot), read.journal
            )
            if incoming.reachable and snapshot.person.rest is RestReason.UNREACHABLE:
                snapshot = await self._reached(store, snapshot, incoming.account)
            snapshot = await self._speaks(store, snapshot, incoming.language)
            snapshot = await context.look(store, incoming, stack, snapshot)
            outcome = await self._within_limits(store, engine.turn(incoming.said, stack, snapshot), snapshot)
            settled = await account_linking.settle(store, outcome, snapshot)
            outcome, person_id = settled.outcome, settled.person
            replies = await self._carry_out(store, person_id, outcome, snapshot, now, read)
            for person in settled.anew:
                await self._replan(store, person, now)
            language = _language(outcome.effects, snapshot)
        self.answered[incoming.account.platform] += len(replies)
        if settled.told:
            self.tells()
        shown = self.wording.show(replies, language, snapshot.today, asks=outcome.asks)
        ends = projection.ends(outcome.effects)
        return tuple(replace(m, hint=outcome.hint, ends=ends, answers=outcome.answers) for m in shown)

    async def notices(self, platforms: Collection[str]) -> list[tuple[Account, Message]]:
        """What accounts of these platforms are to be told of what was done from another. Each is handed out
        once, of all processes to one."""
        async with self.database.read() as store:
            if not await store.notice_waits(platforms):
                return []
        async with self.database.write() as store:
            taken = await store.take_notices(platforms, self.clock())
        return [(told.account, self._notice(told)) for told in taken]

    def _notice(self, told: Told) -> Message:
        shown = self.wording.message(link.notice(told.what, told.by, told.link), told.language)
        return replace(shown, key=f"n{told.number}")

    def urgent(self, said: Input) -> bool:
        """Whether this is to be heard however much somebody sends."""
        nobody, now = Person(0, language=self.library.default_language), self.clock()
        return routing.urgent(said, Snapshot(nobody, now, local_day(now, nobody), self.library))

    async def _reached(self, store: Store, snapshot: Snapshot, account: Account) -> Snapshot:
        """A sign of life from where messages arrive: from now on they are sent again, and there."""
        await store.prefer(snapshot.person.id, account)
        await store.apply(snapshot.person.id, UpdatePerson({"rest": RestReason.NO}), snapshot.now)
        await self._replan(store, snapshot.person.id, snapshot.now)
        return snapshot.replace(person=snapshot.person.replace(rest=RestReason.NO))

    async def _speaks(self, store: Store, snapshot: Snapshot, language: str) -> Snapshot:
        """The first language that a platform tells holds until the person chooses one."""
        if not language or not isinstance(snapshot.person.language, GuessedLanguage):
            return snapshot
        told = self.wording.match(language)
        await store.apply(snapshot.person.id, UpdatePerson({"language": told}), snapshot.now)
        return snapshot.replace(person=snapshot.person.replace(language=told))

    async def standing(self, account: Account) -> tuple[Message, ...]:
        """Where things stand, for an answer that perhaps never arrived. It changes nothing; nobody is met."""
        async with self.database.read() as store:
            if (person_id := await store.person_of(account)) is None:
                return ()
            stack = await store.frames(person_id)
            snapshot = await store.snapshot(person_id, self.clock(), self.library)
            if query := routing.reads(TypedText(""), stack, snapshot):
                part = await store.read_journal(query, snapshot)
                snapshot = journal.with_part(snapshot, query, journal.JournalRead(query, part))
        outcome = engine.standing(stack, snapshot)
        return self.wording.show(outcome.replies, snapshot.person.language, snapshot.today, asks=outcome.asks)

    async def unreachable(self, account: Account, event_id: str = "") -> None:
        """The platform says that messages no longer arrive: at rest until a sign of life. Who rests for
        another reason goes on doing so, and who has messages sent elsewhere gets them. `event_id`: the
        platform's own, for an event that may come twice."""
        now = self.clock()
        async with self.database.write() as store:
            if event_id and await store.seen(account.platform, event_id, now):
                return
            if (person_id := await store.person_of(account)) is not None:
                snapshot = await store.snapshot(person_id, now, self.library)
                home = (await store.accounts(person_id))[0]
                there = (home.platform, home.external_id) == (account.platform, account.external_id)
                if snapshot.person.rest is RestReason.NO and there:
                    await store.apply(person_id, UpdatePerson({"rest": RestReason.UNREACHABLE}), now)
                    await self._replan(store, person_id, now)

    async def first(self, platform: str, event_id: str) -> bool:
        """Whether this event was not here before; from now on it was."""
        async with self.database.write() as store:
            return not await store.seen(platform, event_id, self.clock())

    async def note(self, account: Account) -> None:
        """Keep where messages to somebody go from now on (`account.address`). Nobody new is met by it."""
        async with self.database.write() as store:
            await store.person_of(account)

    def _to_nobody(self, incoming: Incoming, now: datetime) -> tuple[Message, ...]:
        """The answer to somebody new of whom nothing is kept."""
        person = Person(0, language=self.wording.match(incoming.language))
        snapshot = Snapshot(person, now, local_day(now, person), self.library)
        outcome = engine.turn(incoming.said, (), snapshot)
        return self.wording.show(outcome.replies, person.language, snapshot.today, asks=outcome.asks)

    async def _known(self, store: Store, incoming: Incoming, now: datetime) -> int | None:
        """Who that is, met now if need be; None for somebody new of whom the answer keeps nothing."""
        person_id = await store.person_of(incoming.account, now)
        if person_id is None and routing.keeps_nothing(incoming.said):
            return None
        if person_id is None:
            language = self.wording.match(incoming.language) if incoming.language else ""
            person_id = await store.meet(incoming.account, language, now)
        return person_id

    async def _carry_out(
        self,
        store: Store,
        person_id: int,
        outcome: TurnResult,
        snapshot: Snapshot,
        now: datetime,
        read: ReadAhead,
    ) -> tuple[Reply, ...]:
        if Export() in outcome.effects:
            files = await self._files(store, person_id, snapshot, read)
            outcome = replace(outcome, replies=handover.replies(outcome.replies, files))
        if EraseMe() in outcome.effects:
            for other in await self._erased(store, person_id, snapshot, now):
                await self._replan(store, other, now)
            return outcome.replies
        sign = (
            [UpdatePerson({"ignored": 0})] if snapshot.person.ignored else []
        )  # of life: it ends the back-off
        effects = projection.noted((*outcome.effects, *sign), snapshot)
        await self._apply(store, person_id, effects, now)
        await store.save_frames(person_id, outcome.stack)
        if effects:
            await self._replan(store, person_id, now, projection.after(effects, snapshot))
        return outcome.replies

    async def _erased(
        self, store: Store, person_id: int, snapshot: Snapshot, now: datetime
    ) -> tuple[int, ...]:
        """Who goes on alone, if a join was undone by it."""
        if snapshot.account:
            return await store.erase(person_id, snapshot.account, now)
        await store.apply(person_id, EraseMe(), now)
        return ()

    async def _within_limits(self, store: Store, outcome: TurnResult, snapshot: Snapshot) -> TurnResult:
        """Nobody stores more in a day than a hand can write."""
        if not any(isinstance(command, AddJournalEntry | StartPlan) for command in outcome.effects):
            return outcome
        about = next((c.day for c in outcome.effects if isinstance(c, AddJournalEntry)), snapshot.today)
        stored = await store.stored_about(snapshot.person.id, about)
        refused = limits.without_room(outcome.effects, stored, snapshot)
        return engine.without_room(outcome, refused, snapshot) if refused else outcome

    async def _apply(self, store: Store, person_id: int, effects: Iterable[Effect], now: datetime) -> None:
        for command in effects:
            if not isinstance(command, Export):
                await store.apply(person_id, command, now)

    async def _files(
        self, store: Store, person_id: int, snapshot: Snapshot, read: ReadAhead
    ) -> handover.Files:
        if not read.handed:
            raise handover.FilesNeeded(person_id, snapshot)
        if read.files is not None:
            return read.files
        return await handover.files(store, person_id, snapshot, self.library, self.wording)

    async def _replan(
        self, store: Store, person_id: int, now: datetime, known: Snapshot | None = None
    ) -> None:
        """Plan what comes next. `known`: the facts as they are by now, if that can be told."""
        if known is None:
            found = await store.facts_of([person_id], now, self.library, brief=True)
        else:
            found = {person_id: known}
        there = await store.waiting([person_id])
        await store.replan({i: wanted(snapshot, there.get(i, ())) for i, snapshot in found.items()}, there)


def wanted(snapshot: Snapshot, waiting: Iterable[PendingNudge]) -> list[NudgeSlot]:
    """What is to wait for somebody. A "later" is the person's own wish and stays as it is; what is due
    already stays until it is looked at, so that nobody's answer to something else makes a message vanish."""
    kept = (w.slot for w in waiting if not w.held and (w.kind is NudgeKind.LATER or w.due_at <= snapshot.now))
    return [*kept, *((due.kind, due.day, due.at) for due in schedule.upcoming(snapshot))]


def _language(effects: Iterable[Effect], snapshot: Snapshot) -> str:
    """The language of the answer: the one just chosen, if one was."""
    for command in effects:
        if isinstance(command, UpdatePerson) and "language" in command.changes:
            return str(command.changes["language"])
    return snapshot.person.language
