"""Databases saved by earlier releases: today's opens them, brings them up to date, and reads every word."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.core.conversation.flow import Frame
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import AddJournalEntry
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import DateSpan
from bot.core.model.plan import Decision, Enrolment, OwnPlan, Phrase, StepChoice
from bot.storage.database import Database
from bot.storage.engine import migrate
from bot.storage.engine.keys import Secrets
from tests.everything import EVERYTHING
from tests.storage.life import EARLIER, ZOE
from tests.storage.samples import DAY, LIBRARY, NOW, TODAY, do, snapshot

SAVED = sorted((Path(__file__).parent / "saved").glob("*.sql"))


def test_every_version_was_saved() -> None:
    assert [file.stem for file in SAVED] == list(migrate.versions())


@pytest.fixture(params=SAVED, ids=lambda file: file.stem)
async def saved(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """The saved database, in a file of its own, not yet started."""
    dump = request.param.read_text()
    connection = sqlite3.connect(tmp_path / "saved.db")
    connection.executescript(dump)
    connection.close()
    key = dump.partition("\n")[0].removeprefix("-- ")
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'saved.db'}", Secrets([key]))
    yield database
    await database.close()


async def test_a_saved_database_is_read_to_the_last_word(saved: Database) -> None:
    await saved.start()
    async with saved.read() as transaction:
        person = await transaction.people.find(ZOE)
        assert person
        known = await transaction.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)
        assert await transaction.accounts.of_person(person) == (ZOE,)
        frame = Frame("reflect", "words", {"draft": "montesinos"}, TODAY)
        assert await transaction.conversations.frames(person) == (frame,)
        planned = {kind for kind, _, _ in await transaction.nudges.planned(person)}
        assert planned - {NudgeKind.URGE} == {NudgeKind.WEEK, NudgeKind.LATER}
    since_moments = NudgeKind.URGE in planned  # older releases know none
    assert [swap.words for swap in known.swaps] == ["polish the helmet of mambrino"] * since_moments
    assert [one.helped for one in known.tried] == [1] * since_moments
    assert (known.person.why, known.person.name, known.person.zone) == (
        "for Dulcinea",
        "Don Quixote",
        "Europe/Madrid",
    )
    bed, own = known.enrolments
    assert bed == Enrolment(
        bed.id, "bed", 1, TODAY, 0, TODAY,
        cue=Phrase("I see windmills", own=True), action=Phrase("plan-bed-action-1", own=False),
    )  # fmt: skip
    assert own.own
    assert replace(own.own, earlier=()) == OwnPlan("Feed Rocinante", "go to barataria", (0, 6))
    assert own.own.earlier in ((), EARLIER)  # none in older releases
    assert known.entries == {(bed.id, TODAY): CheckinEntry(bed.id, TODAY, CheckinAnswer.PARTLY, 12.5)}
    assert known.days == {TODAY: DayRecord(TODAY, 4, "mood")}
    assert known.decisions == (Decision(bed.id, TODAY, StepChoice.EASIER),)
    assert known.asked == {"evening": 1}
    assert known.sent == (SentNudge(NudgeKind.CHECKIN, TODAY, NOW),)
    assert [w.text for w in known.journal] == [
        "the road to toboso",
        "lamancha at night",
        "a letter to sancho",
    ]


@pytest.fixture
async def before_rests(tmp_path: Path) -> AsyncIterator[Database]:
    """A database of a release that did not keep since when something rests, where nearly everything does."""
    dump = (SAVED[0].parent / "0004.sql").read_text()
    connection = sqlite3.connect(tmp_path / "saved.db")
    connection.executescript(dump)
    connection.executescript("""
        UPDATE enrolments SET state = 'left' WHERE slug = 'bed';
        UPDATE enrolments SET state = 'paused', paused_until = '2026-12-24' WHERE slug = 'own';
        UPDATE persons SET paused_until = '2026-11-30';
    """)
    connection.close()
    database = Database(
        f"sqlite+aiosqlite:///{tmp_path / 'saved.db'}",
        Secrets([dump.partition("\n")[0].removeprefix("-- ")]),
    )
    yield database
    await database.close()


async def test_what_rested_before_rests_were_kept_has_done_so_since_it_was_last_answered(
    before_rests: Database,
) -> None:
    await before_rests.start()
    async with before_rests.read() as transaction:
        person = await transaction.people.find(ZOE)
        assert person
        known = await transaction.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)
    bed, own = known.enrolments
    assert bed.rests == (DateSpan(TODAY + DAY, None),)  # it has an answer of today
    assert own.rests == (DateSpan(TODAY, date(2026, 12, 24)),)
    assert known.person.rests == (DateSpan(TODAY, date(2026, 11, 30)),)


async def test_a_saved_database_goes_on(saved: Database) -> None:
    await saved.start()
    async with saved.read() as transaction:
        person = await transaction.people.find(replace(ZOE, name="", address=""))
    assert person
    await do(saved, person, AddJournalEntry(TODAY, "note", "and another"))
    assert (await snapshot(saved, person)).journal[0].text == "and another"
