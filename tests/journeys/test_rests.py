"""What is paused, ended, stopped and taken up again, as it is stored: each day stays what it was."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.model.checkin import CheckinAnswer
from bot.core.model.inputs import ButtonPress, SlashCommand
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits
from tests.everything import EVERYTHING
from tests.journeys.people import Somebody, tokens
from tests.world import World

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
async def ann(url: str) -> AsyncIterator[Somebody]:
    """Somebody who began on Monday and has not answered yet. It is Tuesday, eight in the morning."""
    async with World.open(url, datetime(2026, 11, 23, 9, tzinfo=UTC), reloads=False) as world:
        who = Somebody(world, "ann")
        await who.begins("phone-leaves-bed")
        await world.pass_time(datetime(2026, 11, 24, 7, tzinfo=UTC))
        yield who


async def snapshot(who: Somebody) -> Snapshot:
    async with (await who.world.service()).database.read() as transaction:
        person = await transaction.people.find(who.account)
        assert person
        return await transaction.snapshots.load_one(
            person, who.world.now, (await who.world.service()).library, EVERYTHING
        )


async def waits(who: Somebody, days: int) -> None:
    await who.world.pass_time(who.world.now + DAY * days)


BEGINS = {
    "pause a plan": (ButtonPress("plans.pause.1"), ButtonPress("plans.until.2026-12-24")),
    "finish": (ButtonPress("plans.finish.1"),),
    "leave": (ButtonPress("plans.leave.1"),),
    "pause": (SlashCommand("pause", "14"),),
    "stop": (SlashCommand("stop"),),
}
ENDS = {
    "pause a plan": "plans.resume.1",
    "finish": "plans.again.1",
    "leave": "plans.again.1",
    "pause": "pause.off",
    "stop": "rest.on",
}


@pytest.mark.parametrize("rest", BEGINS)
async def test_a_rest_closes_no_day_before_it_and_opens_none_within(ann: Somebody, rest: str) -> None:
    for step in BEGINS[rest]:
        await ann.does(step)
    if rest != "stop":  # at rest nothing is answered, yet nothing is lost
        await ann.does(ButtonPress(f"checkin.a.{MONDAY}.1.kept"))
        assert (await snapshot(ann)).entries[1, MONDAY].kept is CheckinAnswer.KEPT
    await waits(ann, 2)
    await ann.does(ButtonPress(ENDS[rest]))
    await ann.says("/today")
    offered = {t.split(".")[2] for m in ann.last for t in tokens(m, "checkin.open.")}
    assert not offered & {str(MONDAY + DAY), str(MONDAY + DAY * 2)}
    known = await snapshot(ann)
    missing = [bool(habits.missing(known, MONDAY + DAY * n)) for n in range(4)]
    assert missing == [rest == "stop", False, False, True]
