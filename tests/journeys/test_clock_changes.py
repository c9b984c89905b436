"""Check-ins over both clock changes of a year, at an ordinary hour, at one that the clock leaves out, and at
one that it shows twice: one each local day, at the hour on the wall. And Apia's day that never was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.content.rendered import Message
from bot.core.model.inputs import ButtonPress, SlashCommand
from tests.journeys.people import Reaction, Somebody, live, tokens
from tests.world import World

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # by half an hour
    "America/Santiago",  # at midnight
    "Asia/Beirut",  # at midnight
]
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
SPREAD = timedelta(minutes=5)


def changes(zone: str, year: int) -> Iterator[tuple[datetime, timedelta]]:
    """When the clock is changed (UTC), and by how much it goes forward."""
    here, at = ZoneInfo(zone), datetime(year, 1, 1, tzinfo=UTC)
    while at.year == year:
        before, after = at.astimezone(here).utcoffset(), (at + HOUR).astimezone(here).utcoffset()
        if before is not None and after is not None and before != after:
            yield at + HOUR, after - before
        at += HOUR


def keeps(who: Somebody, message: Message) -> Iterable[Reaction]:
    """Answers each check-in a minute later, so that the coach does not slow down."""
    return [(MINUTE, ButtonPress(t)) for t in tokens(message, "checkin.a.") if t.endswith(".kept")]


def checkins(who: Somebody) -> list[tuple[date, datetime]]:
    """The local day that each was about, and when it came."""
    found = [(tokens(message, "checkin.a."), at) for at, message in who.heard]
    return [(date.fromisoformat(asked[0].split(".")[2]), at) for asked, at in found if asked]


def day_of(at: datetime, zone: str) -> date:
    """It begins at four."""
    return (at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - 4 * HOUR).date()


@pytest.mark.parametrize("zone", ZONES)
async def test_one_check_in_a_day_at_the_hour_on_the_wall(url: str, zone: str) -> None:
    here, both = ZoneInfo(zone), list(changes(zone, 2026))
    assert sorted(by > timedelta() for _, by in both) == [False, True]
    async with World.open(url, both[0][0] - 3 * DAY, reloads=False) as world:
        for change, by in both:
            world.now = change - 2 * DAY
            odd = (change + abs(by) / 2).astimezone(here) - (by if by > timedelta() else timedelta())
            hours = [time(20), odd.time()]
            people = [Somebody(world, f"{change:%b}-{at:%H%M}", keeps, zone) for at in hours]
            for who, at in zip(people, hours, strict=True):
                await who.begins("phone-leaves-bed", f"{at:%H:%M}")
            await live(world, people, change + 2 * DAY)
            for who, at in zip(people, hours, strict=True):
                since = day_of(change, zone) - DAY
                heard = [(day, when) for day, when in checkins(who) if 0 <= (day - since).days < 3]
                assert [day for day, _ in heard] == [since + n * DAY for n in range(3)], (zone, at)
                assert all(day_of(when, zone) == day for day, when in heard)
                for _, when in heard:
                    wall = when.astimezone(here)
                    late = (datetime.combine(wall, wall.time()) - datetime.combine(wall, at)) % DAY
                    if abs(when - change) > abs(by) + SPREAD:
                        assert late < SPREAD, (zone, at, wall)
                    elif by > timedelta():  # the clock does not show it: as much later, or earlier
                        assert late < by + SPREAD or late >= DAY - by, (zone, at, wall)
                    else:
                        assert late < SPREAD, (zone, at, wall)
                        assert wall.fold == 0
            for who in people:
                await who.does(SlashCommand("stop"))


async def test_the_day_that_apia_left_out(url: str) -> None:
    """On 2011-12-29 it went to bed east of the date line, and got up on the 31st west of it."""
    start = datetime(2011, 12, 26, 22, tzinfo=UTC)
    async with World.open(url, start, reloads=False) as world:
        people = [Somebody(world, f"ann-{at}", keeps, "Pacific/Apia") for at in ("20:00", "09:15")]
        for who in people:
            await who.begins("phone-leaves-bed", who.name[4:])
        await live(world, people, start + 8 * DAY)
        for who in people:
            days = [day for day, _ in checkins(who)]
            assert date(2011, 12, 30) not in days
            expected = [date(2011, 12, 27) + n * DAY for n in range(7) if n != 3]
            assert [d for d in days if d in expected] == expected
            assert len(days) == len(set(days))
            at = time.fromisoformat(who.name[4:])
            walls = [when.astimezone(ZoneInfo("Pacific/Apia")) for _, when in checkins(who)]
            assert {(w.hour, w.minute // 10) for w in walls} == {(at.hour, at.minute // 10)}
            assert all(day_of(when, "Pacific/Apia") == day for day, when in checkins(who))
