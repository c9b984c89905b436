"""The core at work on a database, as adapters and delivery reach it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.config.clock import Clock
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.account import link
from bot.core.model.inputs import Account, Incoming, Input
from bot.core.model.library import Library
from bot.storage.database import Database
from bot.storage.notices import AccountNotice
from bot.turns.account_events import AccountEvents
from bot.turns.in_flight import UnderWay
from bot.turns.ports import AnswerCount, LineReader, Notify, NullTurnMetrics, TurnMetrics, no_notices
from bot.turns.queries import Queries
from bot.turns.reactions import Reactions
from bot.turns.turn import Turns


class Service:
    """Answers events, and knows what platforms report of accounts. Safe for many tasks at once and for many
    processes. Every method that is awaited may raise `bot.storage.engine.errors.DatabaseError`; nothing is
    stored then.

    `metrics`: counts and times the turns. `answered` and `under_way` count answers and events at work.
    `queries`: what is known without a turn. `reactions`: the presses that reactions stand for.
    """

    turns = Turns

    def __init__(
        self,
        database: Database,
        library: Library,
        wording: Wording,
        clock: Clock,
        metrics: TurnMetrics | None = None,
        reader: LineReader | None = None,
    ) -> None:
        self.database, self.library, self.wording, self.clock = database, library, wording, clock
        self.answered, self.under_way = AnswerCount(), UnderWay()
        self.queries = Queries(database, library, wording, clock)
        self.reactions = Reactions(database, self.queries, reader)
        self._notify: Notify = no_notices
        self._metrics = metrics or NullTurnMetrics()
        self._events = AccountEvents(database, library, clock)
        self._turns = self.turns(
            database,
            library,
            wording,
            clock,
            notify=lambda: self._notify(),
            metrics=self._metrics,
            answered=self.answered,
            reader=reader,
        )

    def call_when_notices_wait(self, notify: Notify) -> None:
        """Register the one listener that is called after a turn whose notices to other accounts wait."""
        self._notify = notify

    def count_passed_over(self, platform: str) -> None:
        """Count an event of that platform that could not be read or handled."""
        self._metrics.passed_over(platform)

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]:
        """Answer one event. A repeated `event_id` has no second effect and no answer."""
        return await self._turns.answer(incoming)

    async def take_notices(self, platforms: Collection[str]) -> list[tuple[Account, Message]]:
        """Messages that notify accounts of these platforms of an act of another account. Each is returned
        once, to one of all processes."""
        async with self.database.read() as transaction:
            if not await transaction.notices.exist(platforms):
                return []
        async with self.database.write() as transaction:
            taken = await transaction.notices.take(platforms, self.clock())
        return [(told.account, self._notice(told)) for told in taken]

    def _notice(self, told: AccountNotice) -> Message:
        shown = self.wording.message(link.notice(told.what, told.by, told.link), told.language)
        return replace(shown, key=f"n{told.number}")

    def is_urgent(self, said: Input) -> bool:
        """Whether this input is answered however many messages its sender sends."""
        return self._turns.is_urgent(said)

    async def current_question(self, account: Account) -> tuple[Message, ...]:
        """The question that waits for an answer of this account, once more; empty without one."""
        return await self.queries.current_question(account)

    async def mark_unreachable(self, account: Account, event_id: str = "") -> None:
        """Messages no longer arrive at this account: its person rests until they are heard from. `event_id`:
        the platform's own, for an event that may come twice."""
        await self._events.mark_unreachable(account, event_id)

    async def is_new_event(self, platform: str, event_id: str) -> bool:
        """Whether this event was not seen before; from now on it was."""
        return await self._events.is_new_event(platform, event_id)

    async def store_address(self, account: Account) -> None:
        """Store where messages to a known account go from now on (`account.address`)."""
        await self._events.store_address(account)
