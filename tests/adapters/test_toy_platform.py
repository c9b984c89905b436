"""docs/adding-a-platform.md is enough: a platform made by it alone leads people through their days."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.core.model.person import RestReason
from bot.core.model.snapshot import Snapshot
from bot.delivery.worker import Delivery
from tests.adapters.toy import NAME, Somebody, ToyPlatform
from tests.everything import EVERYTHING
from tests.pictures.charts import WEEK, message
from tests.world import World

ONBOARDING = (
    "I'm 13", "My time", "I'm bored", "In bed", "London", "The phone leaves", "I brush", "charge the phone",
    "Skip",
)  # fmt: skip


@pytest.fixture
async def world(url: str) -> AsyncIterator[World]:
    async with World.open(url, reloads=False) as world:
        yield world


@pytest.fixture
async def toy(world: World) -> AsyncIterator[ToyPlatform]:
    platform = ToyPlatform(await world.service())
    serving = asyncio.create_task(platform.serve())
    yield platform
    serving.cancel()
    await asyncio.wait([serving])


@pytest.fixture
async def ann(toy: ToyPlatform) -> Somebody:
    """Somebody after onboarding."""
    ann = Somebody(toy, "ann")
    await ann.says("/start")
    for label in ONBOARDING:
        await ann.presses(label)
    return ann


async def until_something_is_due(world: World, platform: ToyPlatform) -> int:
    """Move the clock to the next nudge and deliver it; returns how many rows were claimed."""
    service = await world.service()
    async with service.database.read() as transaction:
        world.now = await transaction.claims.next_due() or world.now
    return await Delivery(service, {NAME: platform.outbox}).tick()


async def stored(world: World, who: Somebody) -> Snapshot:
    service = await world.service()
    async with service.database.read() as transaction:
        person = await transaction.people.find(who.account)
        assert person is not None
        return await transaction.snapshots.load_one(person, world.now, service.library, EVERYTHING)


async def test_onboarding_a_nudge_and_a_check_in(world: World, toy: ToyPlatform, ann: Somebody) -> None:
    assert "One thing works at once" in ann.last.text
    assert await until_something_is_due(world, toy) == 1
    assert "bed: phone" in ann.last.text
    await ann.presses("Kept")
    assert [day for _, day in (await stored(world, ann)).entries] == [world.now.date()]


async def test_a_button_works_after_a_restart(world: World, ann: Somebody) -> None:
    """Another platform object on the same database: nothing that a press needs was in the first one."""
    again = ToyPlatform(await world.service())
    serving = asyncio.create_task(again.serve())
    await ann.says("/settings")
    again.shown[ann.name] = [ann.last]
    successor = Somebody(again, ann.name)
    await successor.presses("Quiet hours")
    assert "When shall I never write?" in successor.last.text
    serving.cancel()
    await asyncio.wait([serving])


async def test_a_repeated_event_has_no_second_effect(world: World, toy: ToyPlatform, ann: Somebody) -> None:
    await ann.says("/settings")
    await ann.presses("Quiet hours", "event 1")
    before, seen = (await stored(world, ann)).person.quiet_from, len(toy.shown[ann.name])
    await ann.presses("none", "event 1")
    assert (await stored(world, ann)).person.quiet_from == before
    assert len(toy.shown[ann.name]) == seen


async def test_two_people_side_by_side(toy: ToyPlatform, ann: Somebody) -> None:
    bob = Somebody(toy, "bob")
    await asyncio.gather(ann.says("/today"), bob.says("/start"))
    assert bob.last.text.startswith("An evening that is yours")
    assert ann.last.text.startswith("Today, Monday")


async def test_a_person_who_blocks_the_bot_is_at_rest(world: World, toy: ToyPlatform, ann: Somebody) -> None:
    toy.blocked_by.add(ann.name)
    assert await until_something_is_due(world, toy) == 1
    assert (await stored(world, ann)).person.rest is RestReason.UNREACHABLE


async def test_an_export_is_a_file(ann: Somebody) -> None:
    await ann.says("/privacy export")
    assert ann.last.file.endswith(".json")


async def test_a_picture_is_said(toy: ToyPlatform, ann: Somebody) -> None:
    await toy.outbox.send(ann.account, message())
    assert ann.last.text == f"Your week\n\n{WEEK.alt}"
