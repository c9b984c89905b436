"""Nudges: planned once a slot, claimed by one, closed once; what is due now is found by an index."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from bot.core.model.effects import AskLater
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.storage.claims import ClaimedNudge
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
from bot.storage.nudges import NudgeSlot, NudgeState, nudges
from tests.storage.samples import ADA, BOB, DAY, LEASE, MINUTE, NOW, TODAY, do, meet, snapshot

CLOSED = (NudgeState.SENT, NudgeState.DROPPED, NudgeState.REFUSED, NudgeState.UNKNOWN)


async def _plan(database: Database, person: int, *wanted: NudgeSlot) -> None:
    async with database.write() as transaction:
        await transaction.nudges.replan({person: wanted})


async def _planned(database: Database, person: int) -> tuple[NudgeSlot, ...]:
    async with database.read() as transaction:
        return await transaction.nudges.planned(person)


async def _claim(
    database: Database, now: datetime = NOW, by: str = "me", **options: Any
) -> list[ClaimedNudge]:
    async with database.write() as transaction:
        return await transaction.claims.take(now, **{"limit": 100, "lease": LEASE, "by": by, **options})


async def _mark(database: Database, claimed: ClaimedNudge, state: NudgeState, by: str = "me") -> bool:
    async with database.write() as transaction:
        return await transaction.claims.close(by, {claimed.id: state}, NOW) == {claimed.id}


async def _rows(database: Database) -> list[Any]:
    async with database.read() as transaction:
        return list(await transaction.connection.execute(select(nudges).order_by(nudges.c.id)))


def _slot(kind: NudgeKind = NudgeKind.CHECKIN, day: int = 0, at: timedelta = timedelta()) -> NudgeSlot:
    return kind, TODAY + day * DAY, NOW + at


# --- planning


async def test_a_plan_is_what_is_wanted_and_nothing_else(database: Database) -> None:
    person, other = await meet(database, ADA), await meet(database, BOB)
    await _plan(database, other, _slot())
    await _plan(database, person, _slot(), _slot(NudgeKind.WEEK, at=-DAY))
    assert await _planned(database, person) == (_slot(NudgeKind.WEEK, at=-DAY), _slot())
    await _plan(database, person, _slot(at=MINUTE), _slot(day=1, at=DAY))
    assert await _planned(database, person) == (_slot(at=MINUTE), _slot(day=1, at=DAY))
    await _plan(database, person)
    assert await _planned(database, person) == ()
    assert await _planned(database, other) == (_slot(),)


_slots = st.tuples(st.sampled_from([NudgeKind.CHECKIN, NudgeKind.LATER, NudgeKind.WEEK]), st.integers(0, 2))
_wanted = st.dictionaries(_slots, st.integers(-60, 60), max_size=7)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(there=st.dictionaries(_slots, st.sampled_from(NudgeState), max_size=7), wanted=_wanted)
async def test_only_what_waits_is_planned_anew(
    database: Database,
    there: dict[tuple[NudgeKind, int], NudgeState],
    wanted: dict[tuple[NudgeKind, int], int],
) -> None:
    person = await meet(database)
    async with database.write() as transaction:
        await transaction.connection.execute(nudges.delete())
        for (kind, day), state in there.items():
            row = _row(person, *_slot(kind, day), state)
            await transaction.connection.execute(insert(nudges).values(row))
    before = {(r.kind, r.day): r for r in await _rows(database)}
    slots = {_slot(kind, day)[:2]: NOW + minutes * MINUTE for (kind, day), minutes in wanted.items()}
    await _plan(database, person, *((*slot, at) for slot, at in slots.items()))
    after = {(r.kind, r.day): r for r in await _rows(database)}
    taken = {slot: row for slot, row in before.items() if row.state is not NudgeState.DUE}
    assert {slot: row for slot, row in after.items() if row.state is not NudgeState.DUE} == taken
    due = {slot: row.due_at for slot, row in after.items() if row.state is NudgeState.DUE}
    assert due == {slot: at for slot, at in slots.items() if slot not in taken}


def _row(person: int, kind: NudgeKind, day: Any, at: datetime, state: NudgeState) -> dict[str, Any]:
    over = state in CLOSED
    return {
        "person_id": person, "kind": kind, "day": day, "state": state, "due_at": at, "attempts": 0,
        "next_at": None if over else at, "claimed_by": "me" if state is NudgeState.CLAIMED else None,
        "sent_at": at if state in (NudgeState.SENT, NudgeState.UNKNOWN) else None,
    }  # fmt: skip


async def test_later_moves_what_waits_and_repeats_nothing(database: Database) -> None:
    person = await meet(database)
    await do(database, person, AskLater(TODAY, NOW), AskLater(TODAY, NOW + MINUTE))
    assert await _planned(database, person) == (_slot(NudgeKind.LATER, at=MINUTE),)
    [claimed] = await _claim(database, NOW + MINUTE)
    await do(database, person, AskLater(TODAY, NOW + 2 * MINUTE))  # it is just being sent
    assert await _planned(database, person) == ()
    assert await _mark(database, claimed, NudgeState.SENT)
    await do(database, person, AskLater(TODAY, NOW + 3 * MINUTE), AskLater(TODAY + DAY, NOW + DAY))
    assert await _planned(database, person) == (_slot(NudgeKind.LATER, 1, DAY),)


async def test_later_gives_what_never_came_another_chance(database: Database) -> None:
    person = await meet(database)
    for state in (NudgeState.DROPPED, NudgeState.REFUSED):
        await do(database, person, AskLater(TODAY, NOW))
        [claimed] = await _claim(database)
        assert claimed.attempts == 1
        assert await _mark(database, claimed, state)
    await do(database, person, AskLater(TODAY, NOW + MINUTE))
    assert await _planned(database, person) == (_slot(NudgeKind.LATER, at=MINUTE),)


# --- claiming


async def test_what_is_due_is_claimed_the_oldest_first(database: Database) -> None:
    person, other = await meet(database, ADA), await meet(database, BOB)
    await _plan(database, person, _slot(at=-MINUTE), _slot(NudgeKind.WEEK, at=-DAY), _slot(day=1, at=MINUTE))
    await _plan(database, other, _slot(at=-2 * MINUTE))
    first = await _claim(database, limit=2)
    assert [(n.person_id, n.kind, n.due_at) for n in first] == [
        (person, NudgeKind.WEEK, NOW - DAY),
        (other, NudgeKind.CHECKIN, NOW - 2 * MINUTE),
    ]
    second = await _claim(database)
    assert [(n.person_id, n.kind, n.day, n.attempts) for n in second] == [
        (person, NudgeKind.CHECKIN, TODAY, 1)
    ]
    assert await _claim(database) == []
    assert len(await _claim(database, NOW + MINUTE)) == 1


async def test_a_claim_can_be_narrowed(database: Database) -> None:
    console, telegram = await meet(database, ADA), await meet(database, BOB)
    third = await meet(database, Account("discord", "7"))
    for person in (console, telegram, third):
        await _plan(database, person, _slot())

    async def found(**options: Any) -> set[int]:
        async with database.read() as transaction:
            due = await transaction.claims.next_due(**options)
        claimed = await _claim(database, **options)
        assert (due is None) == (not claimed)
        async with database.write() as transaction:
            for one in claimed:
                await transaction.claims.release("me", {one.id: NOW})
        return {one.person_id for one in claimed}

    assert await found(platforms=["telegram", "discord"]) == {telegram, third}
    assert await found(platforms=["signal"]) == set()
    assert await found(platforms=[]) == set()
    assert await found(person_id=console) == {console}
    assert await found(person_id=console, platforms=["telegram"]) == set()
    assert await found() == {console, telegram, third}


async def test_people_are_written_to_where_they_prefer(database: Database) -> None:
    person, other = await meet(database, ADA), await meet(database, BOB)
    async with database.write() as transaction:
        joined = text("UPDATE accounts SET person_id = :p, preferred = false WHERE person_id = :o")
        await transaction.connection.execute(joined, {"p": person, "o": other})
    await _plan(database, person, _slot())
    assert await _claim(database, platforms=["telegram"]) == []
    assert len(await _claim(database, platforms=["console"])) == 1


async def test_500_due_at_once_are_claimed_once_each(database: Database, url: str, key: str) -> None:
    person = await meet(database)
    async with database.write() as transaction:
        rows = [_row(person, NudgeKind.CHECKIN, TODAY + n * DAY, NOW, NudgeState.DUE) for n in range(500)]
        await transaction.connection.execute(insert(nudges), rows)
    several = [Database(url, Secrets([key])) for _ in range(2)]
    for one in several:
        await one.start()

    async def work(name: int) -> list[int]:
        mine: list[int] = []
        while claimed := await _claim(several[name % 2], by=f"worker {name}", limit=17):
            assert len(claimed) <= 17
            mine += [n.id for n in claimed]
        return mine

    claimed = await asyncio.gather(*(work(name) for name in range(8)))
    for one in several:
        await one.close()
    counts = Counter(number for mine in claimed for number in mine)
    assert (len(counts), set(counts.values())) == (500, {1})
    assert {row.attempts for row in await _rows(database)} == {1}


async def test_a_lease_that_ran_out_is_taken_over(database: Database) -> None:
    person = await meet(database)
    await _plan(database, person, _slot())
    [mine] = await _claim(database, by="me")
    async with database.read() as transaction:
        assert await transaction.claims.next_due() == NOW + LEASE
    assert await _claim(database, NOW + LEASE - MINUTE, by="another") == []
    [theirs] = await _claim(database, NOW + LEASE, by="another")
    assert (theirs.id, theirs.due_at, theirs.attempts) == (mine.id, NOW, 2)
    assert not await _mark(database, mine, NudgeState.DROPPED, by="me")
    async with database.write() as transaction:
        await transaction.claims.release("me", {mine.id: NOW})
    assert await _mark(database, theirs, NudgeState.SENT, by="another")
    assert not await _mark(database, theirs, NudgeState.SENT, by="another")
    assert await _claim(database, NOW + DAY) == []


@pytest.mark.parametrize("state", CLOSED)
async def test_what_is_closed_stays_closed(database: Database, state: NudgeState) -> None:
    person = await meet(database)
    await _plan(database, person, _slot())
    [claimed] = await _claim(database)
    assert await _mark(database, claimed, state)
    [row] = await _rows(database)
    arrived = state in (NudgeState.SENT, NudgeState.UNKNOWN)
    assert (row.state, row.next_at, row.claimed_by) == (state, None, None)
    assert row.sent_at == (NOW if arrived else None)
    sent = (SentNudge(NudgeKind.CHECKIN, TODAY, NOW),) if arrived else ()
    assert (await snapshot(database, person)).sent == sent
    await _plan(database, person, _slot(at=DAY))
    assert await _planned(database, person) == ()
    assert await _claim(database, NOW + 9 * DAY) == []


async def test_a_nudge_given_back_comes_again_later_and_keeps_its_promise(database: Database) -> None:
    person = await meet(database)
    await _plan(database, person, _slot())
    [claimed] = await _claim(database)
    async with database.write() as transaction:
        await transaction.claims.release("me", {claimed.id: NOW + MINUTE})
    await _plan(database, person, _slot())  # planned anew as before: the pause holds
    assert await _claim(database) == []
    [again] = await _claim(database, NOW + MINUTE)
    assert (again.due_at, again.attempts) == (NOW, 2)
    async with database.write() as transaction:
        await transaction.claims.release("me", {again.id: NOW + DAY})
    await _plan(database, person, _slot(at=2 * MINUTE))  # another moment: it starts afresh
    [moved] = await _claim(database, NOW + 2 * MINUTE)
    assert (moved.due_at, moved.attempts) == (NOW + 2 * MINUTE, 1)


@pytest.mark.parametrize("state", [NudgeState.DUE, NudgeState.CLAIMED])
async def test_a_nudge_is_closed_or_given_back(database: Database, state: NudgeState) -> None:
    with pytest.raises(ValueError, match="release"):
        await _mark(database, ClaimedNudge(1, 1, NudgeKind.WEEK, TODAY, NOW, 1), state)


# --- afterwards


async def test_only_the_last_days_messages_are_known(database: Database) -> None:
    person = await meet(database)
    async with database.write() as transaction:
        for days in (0, 3, 14, 16):
            row = _row(person, NudgeKind.CHECKIN, TODAY - days * DAY, NOW - days * DAY, NudgeState.SENT)
            await transaction.connection.execute(insert(nudges).values(row))
    assert [s.day for s in (await snapshot(database, person)).sent] == [TODAY - d * DAY for d in (14, 3, 0)]


async def test_what_is_old_and_over_is_forgotten(database: Database) -> None:
    person = await meet(database)
    old = NOW - 61 * DAY
    async with database.write() as transaction:
        await transaction.conversations.is_repeated("console", "old", NOW - 4 * DAY)
        await transaction.conversations.is_repeated("console", "new", NOW - 2 * DAY)
        for place, state in enumerate(NudgeState):
            for at in (old, NOW):
                row = _row(person, NudgeKind.CHECKIN, at.date() + place * DAY, at, state)
                await transaction.connection.execute(insert(nudges).values(row))
        assert [await transaction.upkeep.clean(NOW, limit=3) for _ in range(3)] == [4, 1, 0]
        assert await transaction.conversations.is_repeated("console", "new", NOW)
        assert not await transaction.conversations.is_repeated("console", "old", NOW)
    left = Counter(row.state for row in await _rows(database) if row.due_at == old)
    assert left == {NudgeState.DUE: 1, NudgeState.CLAIMED: 1}
    assert len(await _rows(database)) == len(NudgeState) + 2


async def test_what_is_due_now_is_found_by_its_index(database: Database) -> None:
    sqlite = database.engine.dialect.name == "sqlite"
    due = "SELECT id FROM nudges WHERE next_at <= '2026-11-23' ORDER BY next_at LIMIT 10"
    old = "SELECT id FROM nudges WHERE next_at IS NULL AND due_at < '2026-11-23' LIMIT 10"
    async with database.read() as transaction:
        if not sqlite:
            await transaction.connection.execute(text("SET LOCAL enable_seqscan = off"))
        for query, index in ((due, "ix_nudges_next_at"), (old, "ix_nudges_closed")):
            plan = await transaction.connection.execute(text(f"EXPLAIN {'QUERY PLAN' * sqlite} {query}"))
            told = " ".join(str(row) for row in plan)
            assert index in told
            assert "SORT" not in told.upper()
            assert "B-TREE" not in told.upper()
