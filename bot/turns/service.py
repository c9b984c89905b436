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
from bot.turns.ports import AnswerCount, LineReader, Notify, no_notices
from bot.turns.queries import Queries
from bot.turns.turn import Turns


class Service:
    """Safe for many tasks at once and for many processes."""

    turns = Turns

    def __init__(
        self,
        database: Database,
        library: Library,
        wording: Wording,
        clock: Clock,
        reader: LineReader | None = None,
    ) -> None:
        parts = (database, library, wording, clock)
        self.database, self.library, self.wording, self.clock = parts
        self.answered, self.under_way = AnswerCount(), UnderWay()
        self.tells: Notify = no_notices
        self._turns = self.turns(*parts, notify=lambda: self.tells(), answered=self.answered, reader=reader)
        self._events, self.queries = AccountEvents(database, library, clock), Queries(*parts)

    def passed_over(self, platform: str) -> None:
        pass

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]:
        return await self._turns.answer(incoming)

    async def notices(self, platforms: Collection[str]) -> list[tuple[Account, Message]]:
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

    def urgent(self, said: Input) -> bool:
        return self._turns.urgent(said)

    async def standing(self, account: Account) -> tuple[Message, ...]:
        return await self.queries.standing(account)

    async def unreachable(self, account: Account, event_id: str = "") -> None:
        await self._events.unreachable(account, event_id)

    async def first(self, platform: str, event_id: str) -> bool:
        return await self._events.first(platform, event_id)

    async def note(self, account: Account) -> None:
        await self._events.note(account)
