"""Who can't be written to is left in peace, answered as ever, and written to again once they are reached."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.model.inputs import ButtonPress, Incoming, SlashCommand, TypedText
from bot.core.model.person import RestReason
from bot.delivery.ports import Blocked
from bot.storage.nudges import NudgeState
from tests.everything import EVERYTHING
from tests.journeys.people import Somebody
from tests.world import World

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


async def unreachable(world: World) -> Somebody:
    """Somebody through onboarding whose first check-in was refused for good."""
    ann = Somebody(world, "ann")
    await ann.begins("phone-leaves-bed")
    world.post.fails.append(Blocked())
    await world.pass_time(world.now + timedelta(hours=12))
    assert (await rest(ann), world.post.fails) == (RestReason.UNREACHABLE, [])
    return ann


async def rest(who: Somebody) -> RestReason:
    service = await who.world.service()
    async with service.database.read() as transaction:
        person_id = await transaction.people.find(who.account)
        assert person_id is not None
        return (
            await transaction.snapshots.load_one(person_id, who.world.now, service.library, EVERYTHING)
        ).person.rest


async def planned(world: World) -> datetime | None:
    async with (await world.service()).database.read() as transaction:
        return await transaction.claims.next_due()


async def test_nothing_is_sent_to_somebody_out_of_reach(url: str) -> None:
    async with World.open(url) as world:
        await unreachable(world)
        await world.pass_time(world.now + timedelta(days=10))
        assert (await planned(world), world.post.arrived) == (None, [])


async def test_a_sign_of_life_ends_it(url: str) -> None:
    async with World.open(url) as world:
        ann = await unreachable(world)
        [answer] = await ann.does(SlashCommand("today"))
        assert "checkin.open" in answer.buttons[0].token  # the ordinary answer
        assert await rest(ann) is RestReason.NO
        await world.pass_time(world.now + timedelta(days=1))
        assert world.post.arrived


async def test_who_comes_where_messages_do_not_arrive_is_answered_and_left_in_peace(url: str) -> None:
    async with World.open(url) as world:
        ann = await unreachable(world)
        incoming = Incoming(ann.account, SlashCommand("today"), "elsewhere", reachable=False)
        [answer] = await world.turn(incoming)
        assert "checkin.open" in answer.buttons[0].token
        assert (await rest(ann), await planned(world)) == (RestReason.UNREACHABLE, None)


async def test_a_later_hour_after_todays_was_dropped_is_tomorrows(url: str) -> None:
    async with World.open(url) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        due = await planned(world)
        assert due is not None
        world.now = due
        async with (await world.service()).database.write() as transaction:
            [claimed] = await transaction.claims.take(due, limit=5, lease=timedelta(minutes=2), by="me")
            await transaction.claims.close("me", {claimed.id: NudgeState.DROPPED}, due)
        await ann.does(ButtonPress("settings.open.checkin"))
        await ann.does(TypedText("21:30"))
        following = await planned(world)
        assert following is not None
        assert following.date() == due.date() + timedelta(days=1)
