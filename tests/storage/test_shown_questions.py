"""The check-in's questions as they stand in chats: found by account and message, kept for a time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.model.checkin import Question
from bot.core.model.effects import EraseMe, StartPlan
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Side
from bot.core.model.plan import Phrase
from bot.storage.database import Database
from bot.storage.shown_questions import QUESTIONS_KEPT, ShownQuestion
from tests.storage.samples import ADA, BOB, DAY, NOW, TODAY, do, meet, snapshot

CUE = Phrase("plan-bed-cue-1", own=False)


async def planning(database: Database, account: Account) -> tuple[int, int]:
    """Somebody new with a plan: their number and the plan's."""
    person = await meet(database, account)
    await do(database, person, StartPlan("bed", 1, 0, TODAY, CUE, CUE))
    return person, (await snapshot(database, person)).enrolments[0].id


async def note(database: Database, *shown: ShownQuestion) -> None:
    async with database.write() as transaction:
        await transaction.shown_questions.note(shown)


async def find(database: Database, account: Account, message: str = "7") -> Question | None:
    async with database.read() as transaction:
        return await transaction.shown_questions.find(account, message)


async def test_a_message_asks_what_it_asked_last(database: Database) -> None:
    _, plan = await planning(database, ADA)
    await note(database, ShownQuestion(ADA, "7", Question(TODAY - DAY, plan)))
    await note(database, ShownQuestion(ADA, "7", Question(TODAY, plan)))
    assert await find(database, ADA) == Question(TODAY, plan)
    assert await find(database, ADA, "8") is None
    async with database.write() as transaction:
        await transaction.shown_questions.forget(ADA, "8")
        assert await transaction.shown_questions.find(ADA, "7")
        await transaction.shown_questions.forget(ADA, "7")
    assert await find(database, ADA) is None


async def test_a_message_of_one_chat_is_none_of_another(database: Database) -> None:
    """Platforms count messages by chat, so two chats have the same ids."""
    (_, hers), (_, his) = await planning(database, ADA), await planning(database, BOB)
    await note(
        database, *(ShownQuestion(who, "7", Question(TODAY, plan)) for who, plan in ((ADA, hers), (BOB, his)))
    )
    assert await find(database, ADA) == Question(TODAY, hers)
    assert await find(database, BOB) == Question(TODAY, his)
    async with database.write() as transaction:
        await transaction.shown_questions.forget(ADA, "7")
    assert await find(database, BOB)


async def test_nothing_is_noted_about_another_ones_plan(database: Database) -> None:
    (_, _), (_, his) = await planning(database, ADA), await planning(database, BOB)
    stranger = Account(ADA.platform, "nobody")
    await note(database, *(ShownQuestion(who, "7", Question(TODAY, his)) for who in (ADA, stranger)))
    assert await find(database, ADA) is None


async def test_questions_go_with_the_person(database: Database) -> None:
    person, plan = await planning(database, ADA)
    await note(database, ShownQuestion(ADA, "7", Question(TODAY, plan)))
    await do(database, person, EraseMe())
    assert await find(database, ADA) is None


async def test_joined_accounts_keep_their_questions(database: Database) -> None:
    (ada, hers), (bob, his) = await planning(database, ADA), await planning(database, BOB)
    await note(
        database, *(ShownQuestion(who, "7", Question(TODAY, plan)) for who, plan in ((ADA, hers), (BOB, his)))
    )
    async with database.write() as transaction:
        await transaction.joins.join(ada, bob, Side.HERE, NOW)
    assert await find(database, ADA) == Question(TODAY, hers)
    assert await find(database, BOB) == Question(TODAY, his)


@pytest.mark.parametrize(("after", "left"), [(QUESTIONS_KEPT, True), (QUESTIONS_KEPT + DAY, False)])
async def test_questions_are_kept_for_a_time(database: Database, after: timedelta, left: bool) -> None:
    _, plan = await planning(database, ADA)
    await note(database, ShownQuestion(ADA, "7", Question(NOW.date(), plan)))
    async with database.write() as transaction:
        await transaction.upkeep.clean(NOW + after)
    assert (await find(database, ADA) is not None) is left


async def test_a_question_of_a_clock_that_was_ahead_is_not_kept_longer(database: Database) -> None:
    _, plan = await planning(database, ADA)
    await note(database, ShownQuestion(ADA, "7", Question(TODAY + 400 * DAY, plan)))
    async with database.write() as transaction:
        await transaction.upkeep.rewind_others(NOW)
    assert await find(database, ADA) is None
