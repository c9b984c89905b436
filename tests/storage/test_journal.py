"""The journal as turns read it: the right lines, few of them, and nobody waits meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import insert

from bot.core.journal import pages
from bot.core.model.inputs import Account, Incoming, SlashCommand, TypedText
from bot.core.model.journal import NOTE, JournalEntry, JournalQuery
from bot.core.week import summary
from bot.storage import journal as stored
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
from bot.storage.journal import journal
from tests.conftest import KEY
from tests.journeys.people import Somebody
from tests.storage.samples import NOW, TODAY, meet, snapshot
from tests.world import World

WORDS = ("calm", "a train", "café", "the sea", "nothing much")


async def write(database: Database, person: int, days: Sequence[int]) -> tuple[JournalEntry, ...]:
    """A line on each of these days before today; all lines, newest first."""
    rows = [
        {"person_id": person, "day": TODAY - timedelta(n), "prompt": NOTE, "text": f"{WORDS[i % 5]} {i}"}
        for i, n in enumerate(days)
    ]
    async with database.write() as transaction:
        await transaction.connection.execute(insert(journal), rows)
    async with database.read() as transaction:
        found = await transaction.connection.execute(journal.select())
        mine = [JournalEntry(r.id, r.day, r.prompt, r.text) for r in found if r.person_id == person]
    return tuple(sorted(mine, key=lambda w: (w.day, w.id), reverse=True))


async def read(database: Database, person: int, query: JournalQuery) -> pages.Page | None:
    async with database.read() as transaction:
        parts = await transaction.snapshots.read_journal([person], NOW, query)
    lines, position = parts[person]
    assert len(lines) <= 3
    return pages.page(lines, query.at, position)


async def test_a_page_is_what_it_is_among_all_lines(database: Database) -> None:
    other = await meet(database)
    await write(database, other, range(7))
    person = await meet(database)
    lines = await write(database, person, [5, 0, 3, 3, 400, 1, 0, 90, 2])
    ids = [line.id for line in lines]
    for at in (None, *ids, 0, 1, max(ids) + 9, *(n - 1 for n in ids)):
        assert await read(database, person, JournalQuery(at)) == pages.page(lines, at), at
        for needle in ("calm", "train", "cafe", "1", "nowhere"):
            found = await read(database, person, JournalQuery(at, needle))
            assert found == pages.page(pages.holding(needle, lines), at), (at, needle)


async def test_an_empty_journal(database: Database) -> None:
    person = await meet(database)
    assert await read(database, person, JournalQuery()) is None
    assert await read(database, person, JournalQuery(needle="x")) is None


async def test_lines_of_late_are_those_of_two_months(database: Database) -> None:
    person = await meet(database)
    lines = await write(database, person, [0, 5, 59, 60, 70, 400])
    known = await snapshot(database, person)
    assert known.journal == lines[:4]


class Counting(Secrets):
    """Secrets that count what they open."""

    opened = 0

    def decrypt(self, token: bytes) -> bytes:
        self.opened += 1
        return super().decrypt(token)


async def test_a_page_opens_no_more_lines_however_many_there_are(url: str) -> None:
    opened = []
    for many in (10, 1000):
        database = Database(url, secrets := Counting([KEY]))
        await database.start()
        person = await meet(database, Account("console", f"{many}"))
        lines = await write(database, person, range(many))
        before = secrets.opened
        for query in (JournalQuery(), JournalQuery(lines[many // 2].id)):
            await read(database, person, query)
        opened.append(secrets.opened - before)
        await database.close()
    assert opened[0] == opened[1]


async def test_nobody_waits_while_a_journal_is_searched(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with World.open(url, reloads=False) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        service = await world.service()
        await ann.does(SlashCommand("reflect"))
        await ann.does(TypedText("words to be found again"))
        searching, go_on, real = threading.Event(), threading.Event(), stored.decrypt_text

        def slowly(*given: object) -> str:
            searching.set()
            assert go_on.wait(30)
            return real(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(stored, "decrypt_text", slowly)
        search = asyncio.create_task(ann.does(SlashCommand("journal", "found")))
        assert await asyncio.to_thread(searching.wait, 30)
        try:
            bob = Incoming(Account("console", "bob"), SlashCommand("start"), "bob-1", "en")
            assert await asyncio.wait_for(service.turn(bob), 30)
        finally:
            go_on.set()
        assert "to be found again" in (await search)[0].html


@pytest.mark.parametrize("typed", ["journal", "my journal", "/journal", "week"])
async def test_plain_words_read_what_the_command_reads(url: str, typed: str) -> None:
    async with World.open(url, reloads=False) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        await ann.does(SlashCommand("reflect"))
        await ann.does(TypedText("words to be found again"))
        world.now += timedelta(days=1)
        assert "to be found again" in (await ann.does(TypedText(typed)))[0].html


def test_two_months_are_more_than_a_summary_looks_back() -> None:
    assert stored.RECENT > summary.REREAD_WITHIN
