"""Transactions: nothing lost, nothing by halves, and plain words for what goes wrong."""

import asyncio
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import exc, make_url, text

from bot.core.conversation.flow import Frame
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import AddJournalEntry, RecordDay, RecordEntry, StartPlan, UpdatePerson
from bot.storage.database import Database
from bot.storage.engine.errors import StorageAway, StorageBroken, StorageFull, translate
from bot.storage.engine.keys import Secrets, new_key
from tests.everything import EVERYTHING
from tests.storage.samples import ADA, LIBRARY, NOW, TODAY, do, meet, snapshot

SQLITE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
POSTGRESQL = pytest.mark.parametrize("url", ["postgresql"], indirect=True)


async def _one_more(database: Database, times: int = 1) -> None:
    """Read a number and write one more, as a turn of one of several chats of the same person does."""
    for _ in range(times):
        async with database.write() as transaction:
            person = await transaction.people.find(ADA)
            assert person
            known = await transaction.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)
            await transaction.effects.apply(person, UpdatePerson({"ignored": known.person.ignored + 1}), NOW)


async def test_80_at_once_have_80_effects(database: Database) -> None:
    person = await meet(database)
    await asyncio.gather(*(_one_more(database) for _ in range(80)))
    assert (await snapshot(database, person)).person.ignored == 80


async def test_nothing_said_at_once_is_lost_from_a_conversation(database: Database) -> None:
    """Where the conversation stands is read before the facts: who is known to write is alone from then on."""
    await meet(database)

    async def one_more(number: int) -> None:
        async with database.write() as transaction:
            person = await transaction.people.find(ADA)
            assert person
            said = [
                line
                for frame in await transaction.conversations.frames(person)
                for line in frame.data["said"]
            ]
            await transaction.conversations.save(
                {person: (Frame("checkin", "line", {"said": [*said, number]}, TODAY),)}
            )

    await asyncio.gather(*(one_more(number) for number in range(40)))
    async with database.write() as transaction:
        [frame] = await transaction.conversations.frames(await transaction.people.find(ADA) or 0)
    assert sorted(frame.data["said"]) == list(range(40))


async def test_several_processes_lose_nothing_either(database: Database, url: str, key: str) -> None:
    """Four engines on one database know nothing of one another, as four processes don't."""
    person = await meet(database)
    several = [Database(url, Secrets([key])) for _ in range(4)]
    for one in several:
        await one.start()
    await asyncio.gather(*(_one_more(one, 20) for one in several))
    for one in several:
        await one.close()
    assert (await snapshot(database, person)).person.ignored == 80


async def test_what_is_raised_undoes_the_whole_turn(database: Database) -> None:
    person = await meet(database)

    async def fails() -> None:
        async with database.write() as transaction:
            await transaction.conversations.is_repeated("console", "1", NOW)
            await transaction.effects.apply(person, UpdatePerson({"ceiling": 3}), NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    async with database.write() as transaction:
        assert not await transaction.conversations.is_repeated("console", "1", NOW)
    assert (await snapshot(database, person)).person.ceiling == 10


async def test_a_cancelled_turn_leaves_nothing_and_nobody_waiting(database: Database) -> None:
    person = await meet(database)
    held = asyncio.Event()

    async def hangs() -> None:
        async with database.write() as transaction:
            await transaction.effects.apply(person, UpdatePerson({"ceiling": 3}), NOW)
            held.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(hangs())
    await held.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(_one_more(database), 5)
    assert (await snapshot(database, person)).person.ceiling == 10


async def test_reading_waits_for_nobody_and_sees_one_state(database: Database) -> None:
    person = await meet(database)
    async with database.read() as reader:
        assert (await reader.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)).person.ceiling == 10
        async with database.write() as writer:
            await writer.effects.apply(person, UpdatePerson({"ceiling": 3}), NOW)
        assert (await reader.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)).person.ceiling == 10
    assert (await snapshot(database, person)).person.ceiling == 3


async def test_a_naive_moment_is_refused(database: Database) -> None:
    with pytest.raises(exc.StatementError, match="time zone"):
        async with database.write() as transaction:
            await transaction.conversations.is_repeated("console", "1", datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    "command",
    [
        RecordDay(DayRecord(TODAY, 6)),
        RecordDay(DayRecord(TODAY, 0)),
        UpdatePerson({"week_day": 7, "name": "Ada's secret", "why": "Ada's why"}),
    ],
)
async def test_what_cannot_be_is_not_stored_nor_told(database: Database, command: object) -> None:
    person = await meet(database)
    with pytest.raises(exc.IntegrityError) as refused:
        await do(database, person, command)
    assert "Ada's" not in str(refused.value)


async def test_nothing_belongs_to_nobody(database: Database) -> None:
    with pytest.raises(exc.IntegrityError):
        await do(database, 12345, RecordDay(DayRecord(TODAY, 3)))


# --- what goes wrong ---------------------------------------------------------------------------------------


async def _half_a_day(database: Database, person: int) -> None:
    """A turn that records an entry, and then words too long for what is left of the disk."""
    number = (await snapshot(database, person)).enrolments[0].id
    entry = RecordEntry(CheckinEntry(number, TODAY, CheckinAnswer.KEPT))
    await do(database, person, entry, AddJournalEntry(TODAY, "note", "words " * 200_000))


async def _nothing_of_it(database: Database, person: int) -> None:
    known = await snapshot(database, person)
    assert (known.entries, known.journal) == ({}, ())


@contextmanager
def _files_no_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@SQLITE
async def test_a_full_disk(database: Database) -> None:
    person = await meet(database)
    await do(database, person, StartPlan("less", 1, 0, TODAY))
    with pytest.raises(StorageFull, match="disk"), _files_no_larger_than(400_000):
        await _half_a_day(database, person)
    await _nothing_of_it(database, person)
    await _half_a_day(database, person)  # and with room again, all goes on
    assert len((await snapshot(database, person)).journal) == 1


@SQLITE
async def test_a_full_database(database: Database) -> None:
    person = await meet(database)
    await do(database, person, StartPlan("less", 1, 0, TODAY))
    async with database.write() as transaction:
        pages = await transaction.connection.scalar(text("PRAGMA page_count"))
        await transaction.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StorageFull, match="disk is full"):
        await _half_a_day(database, person)
    await _nothing_of_it(database, person)


async def test_no_room_at_the_first_start(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}", Secrets([new_key()]))
    with _files_no_larger_than(2_000), pytest.raises(StorageFull):
        await database.start()
    await database.start()
    await database.close()


@SQLITE
async def test_a_database_that_another_process_keeps_locked(
    url: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.database.LOCK_TIMEOUT_SECONDS", 0.1)
    database = Database(url, Secrets([key]))
    await database.start()
    other = sqlite3.connect(str(make_url(url).database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageAway, match="locked"):
        await meet(database)
    other.execute("COMMIT")
    assert await meet(database)
    other.close()
    await database.close()


@pytest.fixture
def nonsense(tmp_path: Path) -> Path:
    path = tmp_path / "nonsense"
    path.write_bytes(b"something else entirely " * 200)
    return path


async def test_a_file_that_is_no_database(nonsense: Path, tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{nonsense}", Secrets([new_key()]))
    with pytest.raises(StorageBroken):
        await database.start()
    await database.close()
    folder = Database(f"sqlite+aiosqlite:///{tmp_path}", Secrets([new_key()]))
    with pytest.raises(StorageAway, match="directory"):
        await folder.start()
    await folder.close()
    with pytest.raises(ValueError, match="needs a file"):
        await Database("sqlite+aiosqlite:///:memory:", Secrets([new_key()])).start()


@POSTGRESQL
async def test_a_connection_that_is_cut(database: Database) -> None:
    person = await meet(database)

    async def is_cut() -> None:
        async with database.write() as transaction:
            await transaction.effects.apply(person, UpdatePerson({"ceiling": 3}), NOW)
            await transaction.connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(StorageAway):
        await is_cut()
    assert (await snapshot(database, person)).person.ceiling == 10


@POSTGRESQL
async def test_connections_cut_while_they_rest(database: Database) -> None:
    person = await meet(database)
    async with database.write() as transaction:
        others = "pid <> pg_backend_pid() AND datname = current_database()"
        cut = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"  # noqa: S608
        async with database.write(), database.write():
            pass
        await transaction.connection.execute(text(cut))
    await asyncio.gather(*(_one_more(database) for _ in range(5)))
    assert (await snapshot(database, person)).person.ignored == 5


@POSTGRESQL
@pytest.mark.parametrize(
    ("state", "kind"), [("53100", StorageFull), ("57P01", StorageAway), ("40P01", StorageAway)]
)
async def test_what_the_server_says(database: Database, state: str, kind: type[Exception]) -> None:
    says = text(f"DO $$ BEGIN RAISE EXCEPTION 'told' USING ERRCODE = '{state}'; END $$")

    async def told() -> None:
        async with database.write() as transaction:
            await transaction.connection.execute(says)

    with pytest.raises(kind):
        await told()


@POSTGRESQL
async def test_a_server_that_is_not_there_or_does_not_want_us(url: str, tmp_path: Path) -> None:
    for bad in (url.replace("/t", "/no"), f"postgresql+asyncpg://postgres@/postgres?host={tmp_path}"):
        database = Database(bad, Secrets([new_key()]))
        with pytest.raises(StorageAway):
            await database.start()
        with pytest.raises(StorageAway):
            await meet(database)
        await database.close()


def test_too_many_at_once_is_told_as_such() -> None:
    assert isinstance(translate(exc.TimeoutError()), StorageAway)
    mistake = exc.ArgumentError("a mistake in the program")
    assert translate(mistake) is mistake
