"""A date of another year than this one shows its year, wherever it stands."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.core.model.inputs import ButtonPress, SlashCommand
from bot.turns.queries import Queries
from tests.journeys.people import Somebody
from tests.world import World


@pytest.fixture(params=["en", "es"])
async def ann(url: str, request: pytest.FixtureRequest) -> AsyncIterator[Somebody]:
    async with World.open(url, datetime(2026, 12, 31, 9, tzinfo=UTC), reloads=False) as world:
        who = Somebody(world, "ann", language=request.param)
        await who.begins("phone-leaves-bed")
        yield who


def text(who: Somebody) -> str:
    return "\n".join(message.html for message in who.last)


def of(who: Somebody, english: str, spanish: str) -> str:
    return english if who.language == "en" else spanish


async def test_a_day_of_the_next_year(ann: Somebody) -> None:
    await ann.does(SlashCommand("pause", "31.12."))
    assert of(ann, "31 December 2027", "31 de diciembre de 2027") in text(ann)
    await ann.does(ButtonPress("pause.until.2027-02-01"))
    await ann.does(SlashCommand("pause"))
    assert of(ann, "Monday, 1 February 2027", "lunes, 1 de febrero de 2027") in text(ann)
    await ann.does(SlashCommand("settings"))
    assert of(ann, "Monday, 1 February 2027", "lunes, 1 de febrero de 2027") in text(ann)
    await ann.does(ButtonPress("pause.off"))
    await ann.does(ButtonPress("plans.pause.1"))
    assert "2027" in "".join(b.label + b.token for m in ann.last for b in m.buttons)
    await ann.does(ButtonPress("plans.until.2027-01-03"))
    assert of(ann, "Sunday, 3 January 2027", "domingo, 3 de enero de 2027") in text(ann)


async def test_a_day_of_the_year_before(ann: Somebody) -> None:
    await ann.does(ButtonPress("plans.open.1"))
    assert "2026" not in text(ann)
    ann.world.now = datetime(2027, 1, 1, 9, tzinfo=UTC)
    december = of(ann, "Thursday, 31 December 2026", "jueves, 31 de diciembre de 2026")
    await ann.does(ButtonPress("plans.open.1"))
    assert december in text(ann)
    ann.world.now = datetime(2027, 1, 2, 9, tzinfo=UTC)
    await ann.does(ButtonPress("checkin.open.2026-12-31"))
    assert december in text(ann)
    service = await ann.world.service()
    reading = Queries(service.database, service.library, service.wording, service.clock)
    labels = [s.label for s in await reading.choices(ann.account, "checkin", "", ann.language)]
    assert any(december in label for label in labels)
    form = await reading.form(ann.account, "checkin.sent.2026-12-31", ann.language)
    assert form is not None
    assert december in form.title
    await ann.does(ButtonPress("plans.leave.1"))
    ann.world.now = datetime(2028, 1, 2, 9, tzinfo=UTC)
    await ann.does(ButtonPress("plans.earlier"))
    assert of(ann, "2 January 2027", "2 de enero de 2027") in text(ann)


async def test_what_comes_of_its_own_accord(ann: Somebody) -> None:
    """A first week over the turn of the year: its summary speaks of days of both."""
    await ann.does(ButtonPress("checkin.a.2026-12-31.1.kept"))
    await ann.does(ButtonPress("checkin.control.2026-12-31.5"))
    await ann.says("A long walk by the sea, and the phone stayed at home.")
    ann.world.post.arrived.clear()
    await ann.world.pass_time(datetime(2027, 1, 5, tzinfo=UTC))
    arrived = [message.html for _, _, message in ann.world.post.arrived]
    shown = [html for html in arrived if of(ann, "31 December", "31 de diciembre") in html]
    assert shown
    assert all("2026" in html for html in shown)
