"""Help in the moment with the real service: the two minutes are a row, and nothing of a draft is stored."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import func, make_url, select, text
from structlog.testing import capture_logs

from bot.content.rendered import Message
from bot.core.model.effects import UpdatePerson
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.storage.database import metadata
from bot.storage.nudges import NudgeState, nudges
from tests.everything import EVERYTHING
from tests.world import World

ANN = Account("console", "ann")
AT_NIGHT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
TWO_MINUTES = timedelta(minutes=2)


class Ann:
    """Somebody through onboarding, in UTC, whose quiet hours are from 22:00 to 8:00."""

    def __init__(self, world: World) -> None:
        self.world, self.numbers = world, count()
        self.last: tuple[Message, ...] = ()

    async def does(self, said: Input) -> str:
        self.last = await self.world.turn(Incoming(ANN, said, f"e{next(self.numbers)}", "en"))
        return " ".join(message.html for message in self.last)

    async def presses(self, start: str) -> str:
        tokens = [button.token for message in self.last for button in message.buttons]
        return await self.does(ButtonPress(next(token for token in tokens if token.startswith(start))))

    async def snapshot(self) -> Snapshot:
        async with (await self.world.service()).database.read() as transaction:
            person = await transaction.people.find(ANN)
            assert person
            known = self.world.library
            return await transaction.snapshots.load_one(person, self.world.now, known, EVERYTHING)

    async def waiting(self) -> int:
        """How many messages after two minutes wait."""
        due = (nudges.c.kind == NudgeKind.URGE) & (nudges.c.state == NudgeState.DUE)
        async with (await self.world.service()).database.read() as transaction:
            found = await transaction.connection.scalar(select(func.count()).select_from(nudges).where(due))
        return int(found or 0)


@pytest.fixture
async def ann(url: str) -> AsyncIterator[Ann]:
    async with World.open(url, AT_NIGHT) as world:
        someone = Ann(world)
        await someone.does(SlashCommand("start"))
        async with (await world.service()).database.write() as transaction:
            person = await transaction.people.find(ANN)
            assert person
            ready = UpdatePerson({"onboarded": True, "agreed": True, "shares_missed": True, "ceiling": 0})
            await transaction.effects.apply(person, ready, world.now)
        yield someone


async def test_two_minutes_outlast_a_restart_and_end_in_quiet_hours(ann: Ann) -> None:
    await ann.does(SlashCommand("urge", "habit"))
    await ann.world.service(anew=True)
    await ann.world.pass_time(AT_NIGHT + TWO_MINUTES - timedelta(seconds=1))
    assert ann.world.post.arrived == []
    await ann.world.pass_time(AT_NIGHT + TWO_MINUTES)
    [(at, _, message)] = ann.world.post.arrived
    assert at == AT_NIGHT + TWO_MINUTES
    assert message.silent
    ann.last = (message,)
    await ann.presses("urge.passed")
    [tried] = (await ann.snapshot()).tried
    assert (tried.times, tried.helped) == (1, 1)
    again = await ann.does(SlashCommand("urge", "habit"))
    assert "This one helped you last time" in again
    assert (await ann.snapshot()).tried[-1].exercise == tried.exercise


async def test_each_one_of_a_day_ends_with_its_message_and_no_two_wait(ann: Ann) -> None:
    for _ in range(3):
        await ann.does(SlashCommand("urge", "bored"))
        await ann.presses("urge.other")
        assert await ann.waiting() == 1
    for round_trip in range(2):
        await ann.world.pass_time(ann.world.now + TWO_MINUTES)
        assert (len(ann.world.post.arrived), await ann.waiting()) == (round_trip + 1, 0)
        await ann.does(SlashCommand("urge", "bored"))
    keys = [message.key for _, _, message in ann.world.post.arrived]
    assert len(set(keys)) == 2  # no platform takes the second one for the first one


async def test_a_new_day_begins_between_and_still_no_two_wait(ann: Ann) -> None:
    ann.world.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    await ann.does(SlashCommand("urge", "sleepless"))
    ann.world.now = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    await ann.does(SlashCommand("urge", "sleepless"))
    assert await ann.waiting() == 1


@pytest.mark.parametrize("end", ["urge.cancel", "urge.passed"])
async def test_it_can_be_called_off(ann: Ann, end: str) -> None:
    await ann.does(SlashCommand("urge", "lonely"))
    await ann.presses(end)
    assert await ann.waiting() == 0
    await ann.world.pass_time(AT_NIGHT + TWO_MINUTES)
    assert ann.world.post.arrived == []


async def test_a_stop_before_it_is_kept_to(ann: Ann) -> None:
    await ann.does(SlashCommand("urge", "lonely"))
    await ann.does(SlashCommand("stop"))
    await ann.world.pass_time(AT_NIGHT + TWO_MINUTES)
    assert ann.world.post.arrived == []


async def test_what_a_dead_process_had_claimed_is_sent_by_the_next_one(ann: Ann) -> None:
    await ann.does(SlashCommand("urge", "stressed"))
    ann.world.now = AT_NIGHT + TWO_MINUTES
    async with (await ann.world.service()).database.write() as transaction:
        lease = timedelta(minutes=2)
        assert await transaction.claims.take(ann.world.now, limit=1, lease=lease, by="dead")
    await ann.world.pass_time(AT_NIGHT + timedelta(minutes=5))
    assert len(ann.world.post.arrived) == 1


async def test_the_own_list_is_exported_and_erased(ann: Ann) -> None:
    await ann.does(SlashCommand("swap", "add play the mandolin"))
    await ann.does(SlashCommand("urge", "bored"))
    assert "play the mandolin" in await ann.does(SlashCommand("swap"))
    async with (await ann.world.service()).database.read() as transaction:
        person = await transaction.people.find(ANN)
        assert person
        everything = json.dumps(await transaction.exports.of_person(person))
    assert "play the mandolin" in everything
    await ann.does(SlashCommand("privacy", "erase"))
    await ann.presses("privacy.sure.yes")
    async with (await ann.world.service()).database.read() as transaction:
        assert await transaction.people.find(ANN) is None
        for table in ("swaps", "tried_exercises", "nudges"):
            rows = await transaction.connection.scalar(
                select(func.count()).select_from(metadata.tables[table])
            )
            assert rows == 0, table


async def test_no_byte_of_a_draft_is_stored(ann: Ann, caplog: pytest.LogCaptureFixture) -> None:
    word = "quixotenburg"
    caplog.set_level("DEBUG")
    with capture_logs() as logs:
        await ann.does(SlashCommand("draft"))
        await ann.does(TypedText(f"{word} is run by fools"))
        await ann.does(TypedText(f"and {word} should know it"))
        await ann.presses("draft.kind.angry")
        await ann.does(TypedText(f"so: {word}"))
        await ann.presses("draft.post")
        await ann.does(SlashCommand("draft", f"{word} once more"))
    service = await ann.world.service()
    async with service.database.read() as transaction:
        person = await transaction.people.find(ANN)
        assert person
        frames = repr(await transaction.conversations.frames(person))
        exported = json.dumps(await transaction.exports.of_person(person))  # decrypted
        rows = [
            repr(row)
            for table in metadata.sorted_tables
            for row in await transaction.connection.execute(text(f"SELECT * FROM {table.name}"))  # noqa: S608
        ]
    assert "draft" in frames
    assert word not in frames + exported + "".join(rows) + caplog.text + repr(logs)
    url = make_url(service.database.url)
    if url.get_backend_name() == "sqlite":
        path = Path(str(url.database))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint")
        assert all(word.encode() not in file.read_bytes() for file in path.parent.glob(path.name + "*"))
