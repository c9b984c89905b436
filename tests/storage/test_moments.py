"""Own lists of things to do instead and tried exercises: nobody reaches another person's, and none is lost by
a join or a parting."""

from __future__ import annotations

from datetime import timedelta

from bot.core.model.effects import AddSwap, AskAfterUrge, CancelAfterUrge, RemoveSwap, SaveExercise
from bot.core.model.link_effects import Side
from bot.core.model.moment import TriedExercise, UrgeOutcome
from bot.core.model.nudge import NudgeKind
from bot.storage.database import Database
from bot.storage.nudges import NudgeState
from tests.storage.samples import ADA, BOB, DAY, LEASE, NOW, TODAY, do, meet, snapshot

WAVE = TriedExercise("habit-wave", 3, 2, NOW, UrgeOutcome.PASSED)
LATER = NOW + timedelta(minutes=2)


async def _words(database: Database, person: int) -> list[str]:
    return [swap.words for swap in (await snapshot(database, person)).swaps]


async def test_a_list_is_its_persons_own(database: Database) -> None:
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    await do(database, ada, AddSwap("row"), AddSwap("bake"))
    row, bake = (await snapshot(database, ada)).swaps
    await do(database, bob, RemoveSwap(row.id))
    assert await _words(database, ada) == ["row", "bake"]
    await do(database, ada, RemoveSwap(row.id))
    assert (await snapshot(database, ada)).swaps == (bake,)


async def test_an_exercise_has_one_record_and_the_last_one_stands_at_the_end(database: Database) -> None:
    ada = await meet(database, ADA)
    door = TriedExercise("habit-door", 1, 0, NOW - DAY)
    await do(database, ada, SaveExercise(WAVE), SaveExercise(door))
    assert (await snapshot(database, ada)).tried == (door, WAVE)
    again = TriedExercise("habit-door", 2, 1, NOW + DAY, UrgeOutcome.WENT_IN)
    await do(database, ada, SaveExercise(again))
    assert (await snapshot(database, ada)).tried == (WAVE, again)


async def test_a_join_and_a_parting_lose_nothing(database: Database) -> None:
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    await do(database, ada, AddSwap("row"), SaveExercise(WAVE))
    await do(database, bob, AddSwap("bake"), SaveExercise(WAVE))
    async with database.write() as transaction:
        await transaction.joins.join(ada, bob, Side.HERE, NOW)
    joined = await snapshot(database, ada)
    assert [swap.words for swap in joined.swaps] == ["row", "bake"]
    assert [(one.times, one.helped) for one in joined.tried] == [(6, 4)]
    await do(database, ada, RemoveSwap(joined.swaps[1].id))
    async with database.write() as transaction:
        theirs, mine = await transaction.joins.part(ada, BOB, NOW)
    assert await _words(database, mine) == ["row"]
    assert sorted(await _words(database, theirs)) == ["bake", "row"]  # what Bob brought, Ada cannot take away


async def test_one_message_at_most_waits(database: Database) -> None:
    ada = await meet(database, ADA)
    await do(
        database, ada, AskAfterUrge(TODAY - DAY, NOW), AskAfterUrge(TODAY, NOW), AskAfterUrge(TODAY, LATER)
    )
    async with database.read() as transaction:
        assert await transaction.nudges.planned(ada) == ((NudgeKind.URGE, TODAY, LATER),)
    await do(database, ada, CancelAfterUrge())
    async with database.read() as transaction:
        assert await transaction.nudges.planned(ada) == ()


async def test_one_that_is_being_sent_is_left_to_its_process(database: Database) -> None:
    ada = await meet(database, ADA)
    await do(database, ada, AskAfterUrge(TODAY, NOW))
    async with database.write() as transaction:
        [claimed] = await transaction.claims.take(NOW, limit=1, lease=LEASE, by="me")
    await do(database, ada, AskAfterUrge(TODAY, LATER), CancelAfterUrge())
    async with database.write() as transaction:
        await transaction.claims.close("me", {claimed.id: NudgeState.SENT}, NOW)
    [sent] = (await snapshot(database, ada)).sent
    assert (sent.kind, sent.at) == (NudgeKind.URGE, NOW)
