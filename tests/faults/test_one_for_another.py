"""What goes wrong with one person, one platform or one process is nobody else's trouble."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind
from bot.delivery import records
from bot.delivery.ports import TryLater
from bot.storage.database import Database
from bot.storage.nudges import nudges
from tests.crowd import FIRST_CHAT
from tests.faults.coach import HOUR, MINUTE, NOON, Coach, Heap, people


async def test_somebody_whose_row_is_damaged_keeps_nobody_back(database: Database) -> None:
    await people(database, 5)
    async with database.write() as transaction:
        damaged = "x'00112233'" if database.engine.dialect.name == "sqlite" else "'\\x00112233'::bytea"
        statement = f"UPDATE accounts SET external_id = {damaged} WHERE person_id = 2"  # noqa: S608
        await transaction.connection.exec_driver_sql(statement)
    heap = Heap()
    coach = Coach(database, heap)
    await coach.tick()
    assert sorted(heap.chats) == [str(FIRST_CHAT + n) for n in (0, 2, 3, 4)]
    assert await coach.states() == {"sent": 4, "dropped": 1}
    assert coach.watch.counts["no-account"] == 1  # it is not known where the message would go


async def test_what_cannot_be_planned_is_not_sent_again_and_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours, for one person, after the letter has gone out."""
    await people(database, 5)
    heap = Heap()
    coach = Coach(database, heap)
    wanted = records.wanted

    def fails_for_one(snapshot: Any, waiting: Any) -> Any:
        if snapshot.person.id == 2:
            raise KeyError("a mistake of ours")
        return wanted(snapshot, waiting)

    monkeypatch.setattr(records, "wanted", fails_for_one)
    for _ in range(4):
        await coach.tick(3 * MINUTE)
    assert (len(heap.chats), set(heap.chats.values())) == (5, {1})
    assert await coach.states() == {"sent": 5}


class Slow(Heap):
    """Takes ten minutes, of a lease of two; each begins when the lease was prolonged."""

    async def send(self, account: Account, message: Message) -> None:
        for _ in range(10):
            self.coach.clock.now += MINUTE
            async with asyncio.timeout(20):
                while await self._lease() < self.coach.clock.now + 2 * MINUTE:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            await self.second.tick()
        await super().send(account, message)

    async def _lease(self) -> datetime:
        async with self.coach.database.read() as transaction:
            return await transaction.claims.next_due() or self.coach.clock.now

    coach: Coach
    second: Coach


async def test_what_takes_long_is_not_taken_over(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram may ask for minutes of peace, and a letter waits them out: it stays with who holds it."""
    monkeypatch.setattr("bot.delivery.leases.RENEW_EVERY_SECONDS", 0.02)
    await people(database, 1)
    heap, slow = Heap(), Slow()
    slow.coach, slow.second = Coach(database, slow), Coach(database, heap)
    slow.second.service.clock = slow.coach.service.clock
    await slow.coach.tick()
    assert not heap.chats
    assert await slow.coach.states() == {"sent": 1}


async def test_who_was_frozen_sends_nothing_that_another_took_over(database: Database) -> None:
    """A virtual machine that is paused between claiming and sending."""
    await people(database, 3)
    frozen, other = Heap(), Heap()
    coach = Coach(database, frozen)
    take = coach.delivery.claims.take

    async def then_sleep(limit: int) -> Any:
        batch = await take(limit)
        coach.clock.now += 10 * MINUTE
        if batch.claimed and not other.chats:
            await Coach(database, other).tick(10 * MINUTE)
        return batch

    coach.delivery.claims = SimpleNamespace(take=then_sleep)  # type: ignore[assignment]
    await coach.tick()
    assert (sum(other.chats.values()), frozen.chats) == (3, {})
    assert await coach.states() == {"sent": 3}


class Half(Heap):
    """Takes the first part of a letter, and asks to wait with the second."""

    async def send(self, account: Account, message: Message) -> None:
        if self.chats[account.external_id] == 1:
            raise TryLater(1)
        await super().send(account, message)


async def test_half_a_letter_is_not_sent_twice(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await people(database, 1)
    half = Half()
    coach = Coach(database, half)
    shown = coach.service.wording.show
    monkeypatch.setattr(coach.service.wording, "show", lambda *given, **more: shown(*given, **more) * 2)
    for _ in range(5):
        await coach.tick(MINUTE)
        half.chats.update({str(FIRST_CHAT): 0})
    assert half.chats == {str(FIRST_CHAT): 1}
    assert await coach.states() == {"unknown": 1}


async def test_a_sent_slot_is_never_planned_again(database: Database) -> None:
    await people(database, 1)
    heap = Heap()
    coach = Coach(database, heap)
    await coach.tick()
    async with database.write() as transaction:
        mine = select(nudges.c.id).where(nudges.c.day == NOON.date(), nudges.c.kind == NudgeKind.CHECKIN)
        number = await transaction.connection.scalar(mine)
        await transaction.nudges.replan({1: [(NudgeKind.CHECKIN, NOON.date(), NOON + HOUR)]})
        assert await transaction.nudges.planned(1) == ()
        assert await transaction.connection.scalar(mine) == number
    assert heap.chats == Counter({str(FIRST_CHAT): 1})
