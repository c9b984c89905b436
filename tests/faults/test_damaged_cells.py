"""A cell that cannot be read costs its own words, and nobody anything else: every encrypted column, damaged
in several ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from sqlalchemy import Column, LargeBinary, delete, false, insert, select, text, type_coerce, update

from bot.content.rendered import Message
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.delivery.worker import Delivery
from bot.storage import dump
from bot.storage.database import Database, metadata
from bot.storage.engine.keys import Secrets, new_key
from bot.storage.engine.types import EncryptedJSON, EncryptedText
from bot.storage.export import UNREADABLE
from bot.storage.links import links
from bot.storage.people import persons
from bot.turns.service import Service
from tests.conftest import KEY
from tests.crowd import FIRST_CHAT, crowd
from tests.faults.coach import Heap
from tests.storage.life import ZOE, live
from tests.storage.samples import MINUTE, NOW
from tests.world import library, wording

BEN = Account("telegram", str(FIRST_CHAT))
SEALED = [c for t in metadata.sorted_tables for c in t.c if isinstance(c.type, EncryptedText | EncryptedJSON)]
_OURS = Secrets([KEY])
WAYS: dict[str, Callable[[bytes], bytes]] = {
    "a bit flipped": lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]),
    "another key": lambda sealed: Secrets([new_key()]).encrypt(b"[]"),
    "neither text nor JSON": lambda sealed: _OURS.encrypt(b"\xff[{"),
    "JSON of another shape": lambda sealed: _OURS.encrypt(b'[{"flow": 1}, 2]'),
    "cut short": lambda sealed: sealed[:7],
}
Rows = Mapping[str, Iterable[Mapping[str, Any]]]


async def _all(database: Database) -> Rows:
    async with database.read() as transaction:
        return {
            table.name: list((await transaction.connection.execute(select(table))).mappings())
            for table in dump.tables()
        }


async def _back(database: Database, rows: Rows) -> None:
    """Everything as it was."""
    async with database.write() as transaction:
        for table in reversed(dump.tables()):
            await transaction.connection.execute(delete(table))
        for table in dump.tables():
            if some := list(rows[table.name]):
                await transaction.connection.execute(insert(table), [dict(row) for row in some])


async def _damage(database: Database, column: Column[Any], way: Callable[[bytes], bytes]) -> int:
    """In every row that has anything there, but for Ben's; returns in how many."""
    table, keys = column.table, list(column.table.primary_key)
    sealed = type_coerce(column, LargeBinary).label("sealed")
    async with database.write() as transaction:
        rows = list(await transaction.connection.execute(select(*keys, sealed)))
        ben = await transaction.people.find(BEN)
        if "person_id" in table.c:
            theirs = select(*keys).where(table.c.person_id == ben)
        else:
            theirs = select(*keys).where(keys[0] == ben if table is persons else false())
        bens = {tuple(row) for row in await transaction.connection.execute(theirs)}
        mine = [row for row in rows if row.sealed and tuple(row)[:-1] not in bens]
        for row in mine:
            same = [key == row[n] for n, key in enumerate(keys)]
            value = type_coerce(way(bytes(row.sealed)), LargeBinary)
            await transaction.connection.execute(update(table).where(*same).values({column.name: value}))
    return len(mine)


class Talk:
    def __init__(self, service: Service) -> None:
        self.service, self._number = service, 0

    async def __call__(self, account: Account, said: Input) -> tuple[Message, ...]:
        self._number += 1
        return await self.service.turn(Incoming(account, said, f"e{self._number}", language="en"))


@pytest.fixture
def talk(database: Database) -> Talk:
    return Talk(Service(database, library(), wording(), lambda: NOW + MINUTE))


async def _two(database: Database) -> None:
    await crowd(database, 1, [NOW + MINUTE], now=NOW, days=3)
    await live(database)
    async with database.write() as transaction:
        await transaction.connection.execute(update(links).values(maker="Zoe", taker="Sancho"))


async def test_each_column_damaged(database: Database, talk: Talk) -> None:
    await _two(database)
    before = await _all(database)
    for column in SEALED:
        assert await _damage(database, column, WAYS["a bit flipped"]), f"nobody has anything in {column}"
        await _is_served(database, talk, column)
        await _back(database, before)


async def test_each_column_damaged_in_each_way(database: Database, talk: Talk) -> None:
    """One after the other, and in the end all at once."""
    await _two(database)
    for name, way in WAYS.items():
        for column in SEALED:
            await _damage(database, column, way)
        assert await talk(ZOE, SlashCommand("today")), name
        *_, handed = await talk(ZOE, SlashCommand("privacy", "export"))
        assert handed.document, name
        json.loads(handed.document.content)
        assert await talk(BEN, SlashCommand("today")), name


async def _is_served(database: Database, talk: Talk, column: Column[Any]) -> None:
    heap = Heap()
    assert await talk(BEN, SlashCommand("today")), column
    for said in (
        SlashCommand("today"),
        SlashCommand("privacy"),
        SlashCommand("plans"),
        SlashCommand("journal"),
        TypedText("hola"),
    ):
        assert await talk(ZOE, said), column
    *_, handed = await talk(ZOE, SlashCommand("privacy", "export"))
    assert handed.document, column
    told = json.loads(handed.document.content)
    assert told["plans"], column
    if column.table.name in ("persons", "enrolments", "journal"):
        left_out = told[UNREADABLE][0]
        assert (left_out["table"], left_out["column"]) == (column.table.name, column.name)
        assert "dañado" in handed.html
    await Delivery(talk.service, {"telegram": heap}).tick()
    assert heap.chats[BEN.external_id] == 1, column
    await talk(ZOE, SlashCommand("privacy", "erase"))
    await talk(ZOE, TypedText("sí"))
    async with database.read() as transaction:
        assert await transaction.people.find(ZOE) is None, column


async def test_nothing_is_written_over_damaged_words(database: Database, talk: Talk) -> None:
    """Not by turns about other things; once the cell can be read again, all is there."""
    await _two(database)
    before = await _all(database)
    kept = [c for c in SEALED if c.table.name in ("persons", "enrolments", "journal", "parts", "communities")]
    for column in kept:
        await _damage(database, column, WAYS["a bit flipped"])
    damaged = await _all(database)
    for said in (
        SlashCommand("today"),
        SlashCommand("pause", "3"),
        SlashCommand("journal"),
        TypedText("hola"),
        SlashCommand("week"),
    ):
        await talk(ZOE, said)
    after = await _all(database)
    for column in kept:
        name, key = column.table.name, column.table.primary_key.columns.keys()
        cells = {tuple(row[k] for k in key): row[column.name] for row in after[name]}
        assert all(cells[tuple(row[k] for k in key)] == row[column.name] for row in damaged[name]), column
    assert damaged != before


async def test_rows_that_cannot_be_read_at_all(database: Database, talk: Talk) -> None:
    """A value that is none of its column's: the person is told, gets the rest, and can erase it."""
    await _two(database)
    async with database.write() as transaction:
        zoe = await transaction.people.find(ZOE)
        broken = text("UPDATE persons SET rests = 'no day' WHERE id = :zoe")
        await transaction.connection.execute(broken, {"zoe": zoe})
    [told] = await talk(ZOE, SlashCommand("today"))
    assert "dañado" in told.html
    assert [button.token for button in told.buttons] == ["privacy.export", "privacy.erase"]
    *_, handed = await talk(ZOE, ButtonPress("privacy.export"))
    assert handed.document
    content = json.loads(handed.document.content)
    assert content["journal"]
    assert content["person"] is None
    assert content[UNREADABLE] == [{"table": "person"}]
    assert await talk(BEN, SlashCommand("today"))
    await talk(ZOE, ButtonPress("privacy.erase"))
    [kept] = await talk(ZOE, TypedText("no"))
    assert "No se borró" in kept.html
    await talk(ZOE, SlashCommand("privacy", "erase"))
    await talk(ZOE, ButtonPress("privacy.sure.yes"))
    async with database.read() as transaction:
        assert await transaction.people.find(ZOE) is None
