"""One event is one transaction, from top to bottom: seen before? → whose is it? → what does the answer need?
→ the engine → its effects → what comes next. Nothing is sent, rendered, drawn or understood inside of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.config.clock import Clock
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.calendar.timing import local_day
from bot.core.coach import ENGINE
from bot.core.conversation.stack import Stack, TurnResult
from bot.core.model import limits, projection
from bot.core.model.effects import AddJournalEntry, Effect, EraseMe, Export, StartPlan, UpdatePerson
from bot.core.model.inputs import Incoming, Input
from bot.core.model.library import Library
from bot.core.model.link_effects import LinkEffect
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import GuessedLanguage, Person, RestReason
from bot.core.model.snapshot import Snapshot
from bot.storage.database import Database, Transaction
from bot.storage.engine.errors import Collision
from bot.turns import account_linking, handover, next_nudges, own_data, read_ahead, rescue
from bot.turns.carried_out import CarriedOut
from bot.turns.ports import AnswerCount, LineReader, Notify, NullTurnMetrics, TurnMetrics, no_notices
from bot.turns.queries import Queries
from bot.turns.read_ahead import ReadAhead, ReadFirst
from bot.turns.typed import Listening, NotYetRead


@dataclass(frozen=True, slots=True)
class Met:
    """The person of an event; `snapshot`: with no more. `changed`: the event itself changed something."""

    snapshot: Snapshot
    stack: Stack
    changed: bool


class Turns:
    """Answers events. Safe for many tasks at once and for many processes."""

    def __init__(
        self,
        database: Database,
        library: Library,
        wording: Wording,
        clock: Clock,
        *,
        notify: Notify = no_notices,
        metrics: TurnMetrics | None = None,
        answered: AnswerCount | None = None,
        reader: LineReader | None = None,
    ) -> None:
        self._database, self._library, self._wording, self._clock = database, library, wording, clock
        self._notify, self._metrics = notify, metrics or NullTurnMetrics()
        self._answered = answered or AnswerCount()
        self._listening = Listening(Queries(database, library, wording, clock), library, reader)

    async def answer(self, incoming: Incoming) -> tuple[Message, ...]:
        """Answer one event. A repeated `event_id` has no second effect and no answer.

        Raises `bot.storage.engine.errors.Passing`; nothing of the turn is stored then. A person whose rows
        cannot be read is answered too, see `rescue`.
        """
        with self._metrics.turn(incoming.account.platform):
            incoming = await self._listening.with_danger(incoming)
            ahead = ReadAhead(typed=await self._listening.ahead(incoming))
            while True:
                try:
                    return await self._tried(incoming, ahead)
                except NotYetRead as wanted:
                    ahead = replace(ahead, typed=await self._listening.read(wanted.line))
                except ReadFirst as wanted:
                    ahead = await read_ahead.read(self._database, wanted, self._wording, ahead)
                except rescue.Damaged as error:
                    return await self._rescued(incoming, error)

    async def _tried(self, incoming: Incoming, ahead: ReadAhead) -> tuple[Message, ...]:
        """One try. If it collides with another turn, that one is stored by now, and this one is repeated."""
        try:
            return await self._turn(incoming, ahead)
        except Collision:
            return await self._turn(incoming, ahead)

    async def _turn(self, incoming: Incoming, ahead: ReadAhead) -> tuple[Message, ...]:
        now = self._clock()
        async with self._database.write() as transaction:
            if await transaction.conversations.is_repeated(incoming.account.platform, incoming.event_id, now):
                return ()
            with rescue.reading():
                met = await self._met(transaction, incoming, now)
            if met is None:
                return self._to_nobody(incoming, now)
            if incoming.message:
                await transaction.shown_questions.forget(incoming.account, incoming.message)
            incoming = self._listening.understood(incoming, met.stack, met.snapshot, ahead.typed)
            needs = ENGINE.needs(incoming.said, met.stack, met.snapshot)
            if not ahead.covers(needs):
                raise ReadFirst(needs, met.snapshot)
            with rescue.reading():
                snapshot = await _loaded(transaction, met.snapshot, needs, incoming, ahead)
            result = ENGINE.turn(incoming.said, met.stack, snapshot)
            done = await self._carried_out(transaction, result, snapshot, ahead)
            await self._planned(transaction, done, snapshot, changed=met.changed)
        done.count_missed(self._metrics)
        return self._shown(incoming, done, snapshot)

    # --- whose is it?

    async def _met(self, transaction: Transaction, incoming: Incoming, now: datetime) -> Met | None:
        """The person, who is stored now if they are new; None for somebody new whose answer keeps nothing."""
        person_id = await transaction.people.find(incoming.account, now)
        if person_id is None and ENGINE.stores_nothing(incoming.said):
            return None
        if person_id is None:
            language = self._wording.match(incoming.language) if incoming.language else ""
            person_id = await transaction.people.create(incoming.account, language, now)
        stack = await transaction.conversations.frames(person_id)
        account = replace(incoming.account, name=incoming.account.name or incoming.name)
        found = await transaction.snapshots.load_people(
            [person_id], now, self._library, account=account, zone_hint=incoming.zone
        )
        return await self._noticed(transaction, Met(found[person_id], stack, changed=False), incoming)

    async def _noticed(self, transaction: Transaction, met: Met, incoming: Incoming) -> Met:
        """Changes of the person that follow from the event: messages arrive again, or a first language,
        which holds until the person chooses one."""
        person, changes = met.snapshot.person, dict[str, object]()
        if incoming.reachable and person.rest is RestReason.UNREACHABLE:
            await transaction.accounts.prefer(person.id, incoming.account)
            changes["rest"] = RestReason.NO
        if incoming.language and isinstance(person.language, GuessedLanguage):
            changes["language"] = self._wording.match(incoming.language)
        if not changes:
            return met
        await transaction.effects.apply(person.id, UpdatePerson(changes), met.snapshot.now)
        return Met(met.snapshot.replace(person=person.replace(**changes)), met.stack, changed=True)

    def _to_nobody(self, incoming: Incoming, now: datetime) -> tuple[Message, ...]:
        """The answer to somebody new of whom nothing is kept."""
        snapshot = self._nobody(self._wording.match(incoming.language), now)
        result = ENGINE.turn(incoming.said, (), snapshot)
        return self._wording.show(result.replies, snapshot.person.language, snapshot.today, asks=result.asks)

    def _nobody(self, language: str, now: datetime) -> Snapshot:
        person = Person(0, language=language)
        return Snapshot(person, now, local_day(now, person), self._library)

    # --- the effects, and what comes next

    async def _carried_out(
        self, transaction: Transaction, result: TurnResult, snapshot: Snapshot, ahead: ReadAhead
    ) -> CarriedOut:
        """Store what the turn wants stored. The database can change its replies."""
        result = await _within_limits(transaction, result, snapshot)
        done = CarriedOut(result, snapshot.person.id)
        if any(isinstance(effect, LinkEffect) for effect in result.effects):
            done = await account_linking.carry_out(transaction, done, snapshot)
        if Export() in result.effects:
            files = ahead.files or await handover.files(transaction, snapshot, self._wording)
            done = await own_data.export(transaction, done, snapshot, files)
        if EraseMe() in result.effects:
            done = await own_data.notify_of_erasing(transaction, done, snapshot)
            return await own_data.erase(transaction, done, snapshot)
        alive = (UpdatePerson({"ignored": 0}),) if snapshot.person.ignored else ()  # this ends the back-off
        stored = (effect for effect in done.result.effects if not isinstance(effect, Export))
        effects = projection.noted((*stored, *alive), snapshot)
        for effect in effects:
            await transaction.effects.apply(done.person_id, effect, snapshot.now)
        await transaction.conversations.save({done.person_id: done.result.stack})
        return replace(done, result=replace(done.result, effects=effects))

    async def _planned(
        self, transaction: Transaction, done: CarriedOut, snapshot: Snapshot, *, changed: bool
    ) -> None:
        """Plan the next nudges: from the snapshot where the effects can be applied to it, else from the
        database."""
        known, again = dict[int, Snapshot](), list(done.replan)
        effects = done.result.effects
        if EraseMe() not in effects and done.person_id not in again and (effects or changed):
            after = projection.after(effects, snapshot)
            known = {done.person_id: after} if after else {}
            again += [] if after else [done.person_id]
        if again:
            known |= await transaction.snapshots.load(again, snapshot.now, self._library)
        if known:
            await next_nudges.replan(transaction, known)

    def _shown(self, incoming: Incoming, done: CarriedOut, snapshot: Snapshot) -> tuple[Message, ...]:
        """The answer in words. Others are notified only now, when everything is stored."""
        result = done.result
        self._answered.add(incoming.account.platform, len(result.replies))
        if done.notifies:
            self._notify()
        language = _language(result.effects, snapshot)
        shown = self._wording.show(result.replies, language, snapshot.today, asks=result.asks)
        ends = projection.ends(result.effects)
        return tuple(replace(m, hint=result.hint, ends=ends, answers=result.answers) for m in shown)

    async def _rescued(self, incoming: Incoming, error: rescue.Damaged) -> tuple[Message, ...]:
        """The answer to a person whose rows cannot be read."""
        now = self._clock()
        async with self._database.write() as transaction:
            if await transaction.conversations.is_repeated(incoming.account.platform, incoming.event_id, now):
                return ()
            snapshot = await rescue.person(transaction, incoming, error, self._nobody("", now))
            done = await rescue.carry_out(transaction, incoming, snapshot, self._wording)
        return self._shown(incoming, done, snapshot)

    # --- beside turns

    def is_urgent(self, said: Input) -> bool:
        """Whether this is answered however many messages a person sends."""
        return ENGINE.is_urgent(said, self._nobody(self._library.default_language, self._clock()))


async def _loaded(
    transaction: Transaction, known: Snapshot, needs: SnapshotNeeds, incoming: Incoming, ahead: ReadAhead
) -> Snapshot:
    """The snapshot with what is needed; what was read before the transaction is not read again."""
    inside = replace(needs, journal=None)
    found = await transaction.snapshots.complete({known.person.id: known}, inside, site=incoming.site)
    snapshot = found[known.person.id]
    if needs.journal is None:
        return snapshot
    lines, position = ahead.journal
    return snapshot.replace(journal=lines, position=position)


async def _within_limits(transaction: Transaction, result: TurnResult, snapshot: Snapshot) -> TurnResult:
    """Nobody stores more in a day than a hand can write."""
    if not any(isinstance(effect, AddJournalEntry | StartPlan) for effect in result.effects):
        return result
    about = next((e.day for e in result.effects if isinstance(e, AddJournalEntry)), snapshot.today)
    stored = await transaction.journal.stored_on(snapshot.person.id, about)
    refused = limits.without_room(result.effects, stored, snapshot)
    return ENGINE.without_room(result, refused, snapshot) if refused else result


def _language(effects: Iterable[Effect], snapshot: Snapshot) -> str:
    """The language of the answer: the one just chosen, if one was."""
    for effect in effects:
        if isinstance(effect, UpdatePerson) and "language" in effect.changes:
            return str(effect.changes["language"])
    return snapshot.person.language
