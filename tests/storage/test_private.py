"""What others could see of a person in the database: nothing; and what the person sees: everything."""

import json
import sqlite3
import traceback
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, make_url, select, text

from bot.core.model.effects import EraseMe
from bot.core.model.inputs import Account
from bot.storage.database import Database, metadata
from bot.storage.engine import connections
from bot.storage.engine.errors import WrongKey
from bot.storage.engine.keys import Secrets, new_key
from bot.storage.engine.types import EncryptedJSON, EncryptedText
from bot.storage.journal import journal
from bot.storage.rotate import rotate
from tests.everything import EVERYTHING
from tests.storage.life import SECRETS, ZOE, live
from tests.storage.samples import LIBRARY, NOW, TODAY, meet, snapshot


async def _raw(database: Database) -> bytes:
    """Every value of every row, as the database holds it."""
    values = []
    async with database.read() as transaction:
        for table in metadata.sorted_tables:
            for row in await transaction.connection.execute(text(f"SELECT * FROM {table.name}")):  # noqa: S608
                values += [v if isinstance(v, bytes) else str(v).encode() for v in row]
    return b"\n".join(values)


async def _files(database: Database) -> bytes:
    """The database as it lies on the disk: the file and what waits beside it to be written there."""
    if database.engine.dialect.name != "sqlite":
        return b""
    path = Path(str(make_url(database.url).database))
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


async def test_no_word_of_a_person_lies_in_clear(database: Database) -> None:
    await live(database)
    lies = await _raw(database) + await _files(database)
    assert b"Europe/Madrid" in lies  # so that it is known where to look
    assert [word for word in SECRETS if word.lower().encode() in lies.lower()] == []
    await database.engine.dispose()
    lies = await _files(database)
    assert [word for word in SECRETS if word.lower().encode() in lies.lower()] == []


async def test_everything_is_handed_over(database: Database) -> None:
    person = await live(database)
    async with database.read() as transaction:
        everything = await transaction.exports.of_person(person)
    told = json.dumps(everything, ensure_ascii=False)
    assert [word for word in SECRETS if word not in told] == []
    assert everything["person"]["checkin_at"] == "20:00:00"
    assert everything["person"]["seen_at"] == NOW.isoformat()
    assert everything["person"]["rests"] == [{"first": "2026-11-14", "until": "2026-11-16"}]
    assert everything["plans"][1]["own"]["earlier"] == [
        {"until": TODAY.isoformat(), "action": "ride to sierramorena", "weekdays": [5]}
    ]
    assert everything["accounts"] == [
        {
            "platform": "telegram",
            "external_id": ZOE.external_id,
            "address": ZOE.address,
            "name": ZOE.name,
            "preferred": True,
            "joined": NOW.isoformat(),
        }
    ]
    plan = everything["plans"][0]
    assert plan["cue"] == {"words": "I see windmills", "own": True}
    assert plan["entries"] == [{"day": TODAY.isoformat(), "kept": "partly", "amount": 12.5, "step": 0}]
    assert plan["decisions"] == [{"day": TODAY.isoformat(), "choice": "easier"}]
    assert everything["days"] == [{"day": TODAY.isoformat(), "control": 4, "obstacle": "mood"}]
    assert everything["journal"][0]["text"] == "a letter to sancho"
    assert {m["kind"]: m["state"] for m in everything["messages_of_the_coach"]} == {
        "checkin": "sent",
        "week": "due",
        "later": "due",
        "urge": "due",
    }
    assert everything["things_to_do_instead"] == [{"words": "polish the helmet of mambrino"}]
    assert everything["exercises_tried"] == [
        {"exercise": "habit-wave", "times": 2, "helped": 1, "last_at": NOW.isoformat(), "outcome": "passed"}
    ]
    assert everything["conversation"][0]["data"] == {"draft": "montesinos"}
    assert everything["person"]["shares_missed"] is True
    assert everything["lines_not_understood"] == [
        {"language": "es", "asked": "checkin", "day": TODAY.isoformat(), "text": "clavileño rides at dawn"}
    ]
    assert everything["questions_in_chats"] == [
        {"platform": "telegram", "message": "messageofzoe", "day": TODAY.isoformat()}
    ]
    [part] = everything["communities"]
    assert (part["community"], part["quote"]) == ("guildofmancha", "I missed dapple")
    assert (part["joined"], part["days"]) == (True, [TODAY.isoformat()])


# What is of platforms and servers, or a count, and tells of nobody once the person is erased.
OF_SERVERS = ("budgets", "communities", "posts", "quotations", "blocks", "missed_counts")


async def _rows(database: Database) -> dict[str, int]:
    """Without what is of platforms and servers, and what is of accounts, for an hour at most."""
    async with database.read() as transaction:
        return {
            table.name: await transaction.connection.scalar(select(func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
            if table.name not in OF_SERVERS and table.name not in ("link_tries", "notices")
        }


async def test_everything_is_erased(database: Database) -> None:
    """A table added later must not be forgotten: the person has something in each."""
    other = await meet(database)
    before = await _rows(database)
    person = await live(database)
    assert [name for name, rows in (await _rows(database)).items() if rows == before[name] != 1] == []
    async with database.write() as transaction:
        await transaction.effects.apply(person, EraseMe(), NOW)
    assert await _rows(database) == before | {"events": 1}  # a platform's number of an event
    async with database.write() as transaction:
        assert await transaction.people.find(ZOE) is None
        assert await transaction.people.create(ZOE, "en", NOW) > max(
            person, other
        )  # a number is never used twice


async def _sealed(database: Database) -> set[bytes]:
    """Every encrypted value that is long enough to be told from others."""
    found: set[bytes] = set()
    async with database.read() as transaction:
        for table in metadata.sorted_tables:
            names = [c.name for c in table.c if isinstance(c.type, EncryptedText | EncryptedJSON)]
            for name in names:
                values = await transaction.connection.execute(text(f"SELECT {name} FROM {table.name}"))  # noqa: S608
                found |= {bytes(value) for value in values.scalars() if value and len(value) > 40}
    return found


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_what_is_erased_is_overwritten(database: Database) -> None:
    """In the file itself, once what waits beside it is written there."""
    others = await _sealed(database)
    person = await live(database)
    sealed = await _sealed(database) - others
    assert len(sealed) > 10
    await database.engine.dispose()
    lies = await _files(database)
    assert [value for value in sealed if value not in lies] == []
    async with database.write() as transaction:
        await transaction.effects.apply(person, EraseMe(), NOW)
    left = await _sealed(database)
    await database.engine.dispose()
    lies = await _files(database)
    assert [value for value in sealed - left if value in lies] == []


def test_overwriting_does_not_depend_on_how_sqlite_was_built() -> None:
    """Some builds of SQLite overwrite by default, so that the test above cannot fail there."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA secure_delete=OFF")
        connections._connected(connection, None)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


async def test_an_error_of_the_database_tells_nobody_s_words(database: Database) -> None:
    person, word = await live(database), "".join(("bara", "taria"))  # a traceback quotes source lines
    wrong = insert(journal).values(person_id=person, day=TODAY, prompt=word, text="x")
    with pytest.raises(Exception, match=r"(?i)unique|constraint") as raised:
        await _twice(database, wrong)
    told = "".join(traceback.format_exception(raised.value))
    assert "INSERT INTO journal" in told
    assert word not in told


async def _twice(database: Database, wrong: Any) -> None:
    async with database.write() as transaction:
        number = await transaction.connection.scalar(select(journal.c.id))
        await transaction.connection.execute(wrong.values(id=number))


async def test_nobody_s_export(database: Database) -> None:
    async with database.read() as transaction:
        with pytest.raises(LookupError):
            await transaction.exports.of_person(12345)


# --- another key


async def _known(url: str, *keys: str) -> tuple[str, tuple[str, ...]]:
    """What a process that has these keys can read."""
    database = Database(url, Secrets(keys))
    try:
        await database.start()
        async with database.write() as transaction:
            person = await transaction.people.find(ZOE)
            assert person
            known = await transaction.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)
            await transaction.conversations.frames(person)
            return known.person.why, tuple(w.text for w in known.journal)
    finally:
        await database.close()


async def test_a_key_can_be_changed(database: Database, url: str, key: str) -> None:
    await live(database)
    new = new_key()
    with pytest.raises(WrongKey):
        await _known(url, new)
    before = await _known(url, key)
    assert await _known(url, new, key) == before
    with pytest.raises(WrongKey):  # until all is encrypted anew
        await _known(url, new)
    both = Database(url, Secrets([new, key]))
    await both.start()
    assert await rotate(both) > 0
    assert await rotate(both) == 0
    await both.close()
    assert await _known(url, new) == before
    with pytest.raises(WrongKey):
        await _known(url, key)


async def test_many_rows_change_their_key(
    database: Database, url: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.rotate.ROWS_PER_TRANSACTION", 2)
    person = await live(database)
    async with database.write() as transaction:
        for number in range(5):
            await transaction.people.create(Account("console", str(number), name=f"name {number}"), "en", NOW)
    before = await snapshot(database, person)
    new = new_key()
    both = Database(url, Secrets([new, key]))
    await both.start()
    changed = await rotate(both)
    await both.close()
    # people, accounts, plans, lines (of one all as it was before a join, too), the conversation, a notice, a
    # line that was not understood, a community, a quote and its post, the look-up key, own things to do
    # instead (again of both)
    assert changed == 7 + 6 + 4 + 6 + 1 + 1 + 1 + 3 + 1 + 2
    alone = Database(url, Secrets([new]))
    await alone.start()
    assert await snapshot(alone, person) == before
    await alone.close()
