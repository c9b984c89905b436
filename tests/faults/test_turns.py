"""Turns that go wrong, or come twice, or all at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.model.effects import UpdatePerson
from bot.core.model.inputs import ButtonPress, Incoming, SlashCommand, TypedText
from bot.core.model.snapshot import Snapshot
from bot.delivery.ports import Blocked, TryLater, Unknown
from bot.storage.engine.errors import StorageFull
from tests.everything import EVERYTHING
from tests.journeys.people import Somebody
from tests.world import World, library


async def facts_of(world: World, who: Somebody) -> Snapshot:
    async with (await world.service()).database.read() as transaction:
        person_id = await transaction.people.find(who.account)
        assert person_id is not None
        return await transaction.snapshots.load_one(person_id, world.now, library(), EVERYTHING)


async def test_80_answers_at_once_have_80_effects(url: str) -> None:
    """Two chats as the same person, and more: each question that was asked is counted."""
    async with World.open(url, reloads=False) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        turns = (Incoming(ann.account, SlashCommand("reflect"), f"at-once-{n}") for n in range(80))
        answers = await asyncio.gather(*(world.turn(t) for t in turns))
        assert all(answers)
        assert sum((await facts_of(world, ann)).asked.values()) == 80


async def test_an_event_that_comes_twice_has_one_effect(url: str) -> None:
    async with World.open(url) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        await ann.says("/reflect")
        said = Incoming(ann.account, TypedText("An answer of mine"), "the-same")
        first, second = await world.turn(said), await world.turn(said)
        assert first
        assert second == ()
        assert len((await facts_of(world, ann)).journal) == 1


async def test_pressing_twice_changes_nothing(url: str) -> None:
    async with World.open(url) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        await ann.says("/checkin")
        token = next(b.token for m in ann.last for b in m.buttons if b.token.endswith(".kept"))
        await ann.does(ButtonPress(token))
        once = (await facts_of(world, ann)).entries
        await ann.does(ButtonPress(token))
        assert (await facts_of(world, ann)).entries == once


async def test_mondays_button_pressed_on_tuesday_is_mondays_and_too_old_a_week_later(url: str) -> None:
    async with World.open(url) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        await ann.says("/checkin")
        monday = ann.today
        token = next(b.token for m in ann.last for b in m.buttons if b.token.endswith(".kept"))
        world.now += timedelta(days=1)
        await ann.does(ButtonPress(token))
        assert [day for _, day in (await facts_of(world, ann)).entries] == [monday]
        world.now += timedelta(days=365)
        await ann.does(ButtonPress(token.replace(".kept", ".missed")))
        assert "too far back" in ann.last[0].html


async def test_somebody_elses_button_does_nothing(url: str) -> None:
    async with World.open(url) as world:
        ann, bob = Somebody(world, "ann"), Somebody(world, "bob")
        for who in (ann, bob):
            await who.begins("phone-leaves-bed")
        number = (await facts_of(world, ann)).enrolments[0].id
        await bob.does(ButtonPress(f"checkin.a.{bob.today}.{number}.missed"))
        await bob.does(ButtonPress(f"plans.leave.{number}"))
        assert not (await facts_of(world, ann)).entries
        assert not (await facts_of(world, bob)).entries
        assert (await facts_of(world, ann)).running


async def _write_until_it_breaks(who: Somebody) -> None:
    for _ in range(50):
        await who.says("/reflect")
        await who.says("long words " * 5000)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_full_disk_leaves_no_half_day(url: str) -> None:
    async with World.open(url, reloads=False) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        await ann.says("/reflect")
        before = await facts_of(world, ann)
        engine = (await world.service()).database.engine
        async with engine.connect() as connection:
            pages = await connection.scalar(text("PRAGMA page_count"))
            await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(StorageFull):
            await _write_until_it_breaks(ann)
        after = await facts_of(world, ann)
        assert all(len(w.text) > 50_000 for w in after.journal)  # each is whole, or not there at all
        assert len(after.journal) <= sum(after.asked.values()) - sum(before.asked.values()) + 1


async def test_what_a_platform_says_decides_what_becomes_of_a_message(url: str) -> None:
    async with World.open(url, reloads=False) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        async with (await world.service()).database.write() as transaction:
            person_id = await transaction.people.find(ann.account)
            assert person_id
            await transaction.effects.apply(
                person_id, UpdatePerson({"reminder_after": None, "ceiling": 7}), world.now
            )
        evening = world.now.replace(hour=19, minute=30)
        world.post.fails = [TryLater(120)]
        await world.pass_time(evening, step=timedelta(minutes=30))
        assert len(world.post.arrived) == 1  # tried again, and arrived
        assert world.post.arrived[0][0] >= evening.replace(hour=19, minute=2)
        world.post.fails = [Unknown()]
        await world.pass_time(evening + timedelta(days=1), step=timedelta(minutes=30))
        assert len(world.post.arrived) == 1  # perhaps it came; it isn't sent twice
        world.post.fails = [Blocked()]
        await world.pass_time(evening + timedelta(days=6), step=timedelta(hours=6))
        assert len(world.post.arrived) == 1  # refused for good: the coach is at rest
        await ann.says("hello")
        await world.pass_time(evening + timedelta(days=8), step=timedelta(hours=6))
        assert len(world.post.arrived) > 1


async def test_everything_can_be_erased(url: str) -> None:
    async with World.open(url) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        await ann.says("/privacy")
        await ann.presses("privacy.erase")
        await ann.presses("privacy.")
        async with (await world.service()).database.read() as transaction:
            assert await transaction.people.find(ann.account) is None
            assert await transaction.claims.next_due() is None
