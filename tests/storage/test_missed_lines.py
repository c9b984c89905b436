"""Lines that were not understood, as they are stored: with consent for a time, and as counts of nobody."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import make_url, text

from bot.core.model.effects import EraseMe, ForgetMissedLines, NoteMissedLine, UpdatePerson
from bot.core.model.inputs import Account
from bot.core.model.limits import MISSED_LINES_A_DAY, MISSED_LINES_KEPT
from bot.core.model.link_effects import Side
from bot.core.model.reading import Asked
from bot.storage.database import Database
from bot.storage.engine.connections import build
from bot.storage.engine.keys import Secrets
from bot.storage.missed_lines import COUNTS_KEPT, MissedCount, MissedLine
from tests.conftest import KEY
from tests.storage.life import ZOE, live
from tests.storage.samples import ADA, BOB, DAY, NOW, TODAY, do, meet, snapshot


def _missed(line: str = "", **more: Any) -> NoteMissedLine:
    return NoteMissedLine(**{"language": "en", "asked": Asked.CHECKIN, "day": TODAY, "line": line} | more)


async def _texts(database: Database, language: str = "", asked: Asked | None = None) -> list[str | None]:
    async with database.read() as transaction:
        return sorted(line.text or "" for line in await transaction.missed_lines.kept(language, asked))


async def _counts(database: Database, language: str = "", asked: Asked | None = None) -> list[MissedCount]:
    async with database.read() as transaction:
        return await transaction.missed_lines.counts(language, asked)


async def test_a_line_without_words_is_only_counted(database: Database) -> None:
    for person in (await meet(database, ADA), await meet(database, BOB)):
        await do(database, person, _missed(), _missed(language="es"), _missed(asked=Asked.NOTHING))
    assert await _texts(database) == []
    assert await _counts(database) == [
        MissedCount("en", "checkin", TODAY, 2),
        MissedCount("en", "nothing", TODAY, 2),
        MissedCount("es", "checkin", TODAY, 2),
    ]
    assert [c.asked for c in await _counts(database, "en", Asked.NOTHING)] == ["nothing"]


async def test_a_kept_line_comes_with_the_names_that_are_to_be_hidden(database: Database) -> None:
    ada = await meet(database, ADA)
    await do(database, ada, _missed("plonk"), _missed("plink", language="es"))
    async with database.read() as transaction:
        kept = await transaction.missed_lines.kept("en")
    assert kept == [MissedLine("en", "checkin", "plonk", ("Ada Lovelace",))]
    assert await _texts(database, asked=Asked.CHECKIN) == ["plink", "plonk"]
    assert await _texts(database, asked=Asked.TIME) == []


async def test_a_line_that_cannot_be_read_is_told_as_such(database: Database) -> None:
    ada = await meet(database, ADA)
    await do(database, ada, _missed("plonk"), _missed("plink"))
    async with database.write() as transaction:
        broken = text("UPDATE missed_lines SET text = :bad WHERE id = (SELECT min(id) FROM missed_lines)")
        await transaction.connection.execute(broken, {"bad": b"broken"})
        kept = await transaction.missed_lines.kept()
    assert {line.text for line in kept} == {None, "plink"}


async def test_forgetting_takes_one_s_own_lines_and_no_count(database: Database) -> None:
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    await do(database, ada, _missed("of Ada"))
    await do(database, bob, _missed("of Bob"))
    await do(database, ada, ForgetMissedLines())
    assert await _texts(database) == ["of Bob"]
    await do(database, bob, EraseMe())
    assert await _texts(database) == []
    assert await _counts(database) == [MissedCount("en", "checkin", TODAY, 2)]


async def test_a_day_holds_so_many_lines_and_counts_all(database: Database) -> None:
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    await do(database, ada, *(_missed(f"line {n}") for n in range(MISSED_LINES_A_DAY + 3)))
    await do(database, ada, _missed("tomorrow", day=TODAY + DAY))
    await do(database, bob, _missed("of Bob"))
    assert len(await _texts(database)) == MISSED_LINES_A_DAY + 2
    assert sum(count.lines for count in await _counts(database)) == MISSED_LINES_A_DAY + 5


async def test_lines_and_counts_go_after_their_time(database: Database) -> None:
    ada = await meet(database, ADA)
    await do(database, ada, _missed("plonk"))
    for after, left in (
        (MISSED_LINES_KEPT, (1, 1)),
        (MISSED_LINES_KEPT + DAY, (0, 1)),
        (COUNTS_KEPT + DAY, (0, 0)),
    ):
        async with database.write() as transaction:
            await transaction.upkeep.clean(NOW + after)
        assert (len(await _texts(database)), len(await _counts(database))) == left


async def test_a_line_of_a_clock_that_was_ahead_is_not_kept_longer(database: Database) -> None:
    ada = await meet(database, ADA)
    await do(database, ada, _missed("now"), _missed("ahead", day=TODAY + timedelta(days=400)))
    async with database.write() as transaction:
        await transaction.upkeep.rewind_others(NOW)
    assert await _texts(database) == ["now"]


async def test_an_older_database_keeps_nothing_and_nobody_has_agreed(url: str) -> None:
    """A database of before, with somebody in it, is brought up to date."""
    database = Database(url, Secrets([KEY]))
    await database.start()
    person = await live(database)
    await database.close()
    await _as_before(url)
    await database.start()
    assert not (await snapshot(database, person)).person.shares_missed
    await do(database, person, _missed("plonk"))
    assert await _texts(database) == ["plonk"]
    async with database.read() as transaction:
        assert await transaction.people.find(ZOE) == person
    await database.close()


async def _as_before(url: str) -> None:
    engine = build(make_url(url))
    async with engine.begin() as connection:
        for statement in (
            "DROP TABLE swaps",
            "DROP TABLE tried_exercises",
            "DELETE FROM nudges WHERE kind = 'urge'",
            "DROP TABLE shown_questions",
            "DROP TABLE missed_lines",
            "DROP TABLE missed_counts",
            "ALTER TABLE persons DROP COLUMN shares_missed",
            *(
                f"ALTER TABLE persons DROP COLUMN {name}"
                for name in ("silent", "itch", "daypart", "why_said_on", "tapers_since")
            ),
            "ALTER TABLE persons ADD COLUMN created_at TIMESTAMP",
            "UPDATE alembic_version SET version_num = '0007'",
        ):
            await connection.execute(text(statement))
    await engine.dispose()


async def test_at_a_join_both_sides_lines_are_deleted(database: Database) -> None:
    """Afterwards nobody could tell which side agreed to keep a line."""
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    for person in (ada, bob):
        await do(database, person, _missed("plonk"))
    async with database.write() as transaction:
        await transaction.joins.join(ada, bob, Side.HERE, NOW)
    assert await _texts(database) == []


@pytest.mark.parametrize(("mine", "theirs"), [(True, True), (True, False), (False, True), (False, False)])
async def test_joined_both_sides_must_have_agreed(database: Database, mine: bool, theirs: bool) -> None:
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    for person, shares in ((ada, mine), (bob, theirs)):
        await do(database, person, UpdatePerson({"shares_missed": shares}))
    async with database.write() as transaction:
        await transaction.joins.join(ada, bob, Side.HERE, NOW)
    assert (await snapshot(database, ada)).person.shares_missed is (mine and theirs)


@pytest.mark.parametrize("later", [DAY, DAY * 30])
async def test_at_a_parting_the_lines_of_both_are_deleted(database: Database, later: timedelta) -> None:
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    async with database.write() as transaction:
        await transaction.joins.join(ada, bob, Side.HERE, NOW)
    await do(database, ada, _missed("plonk"))
    async with database.write() as transaction:
        assert len(await transaction.joins.part(ada, BOB, NOW + later)) == 2
    assert await _texts(database) == []


async def test_lines_that_come_at_once_are_all_counted(database: Database) -> None:
    people = [await meet(database, Account("console", str(n))) for n in range(12)]
    await asyncio.gather(*(do(database, person, _missed(f"line {person}")) for person in people))
    assert [count.lines for count in await _counts(database)] == [12]
    assert len(await _texts(database)) == 12
