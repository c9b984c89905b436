"""Six people, simulated months: what came when, the ceiling, the back-off, growth, the week's figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.content.rendered import Message
from bot.core.model import limits
from bot.core.model.inputs import ButtonPress, SlashCommand, TypedText
from tests.journeys.people import Reaction, Somebody, live, tokens
from tests.world import World

SOON = timedelta(minutes=7)
START = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)  # a Monday


def answering(pattern: str) -> object:
    """Answers each check-in as the pattern says: k(ept), p(artly), m(issed), s(kipped), `.` silence."""
    words = {"k": "kept", "p": "partly", "m": "missed", "s": "skipped"}

    def behaves(who: Somebody, message: Message) -> Iterable[Reaction]:
        if asked := tokens(message, "checkin.a."):
            _, _, day, _, _ = asked[0].split(".")
            letter = pattern[len(who.heard) % len(pattern)] if pattern else "."
            if letter in words:
                who.diary[date.fromisoformat(day)] = words[letter]
                return [(SOON, ButtonPress(next(t for t in asked if t.endswith(words[letter]))))]
        if asked := tokens(message, "checkin.control."):
            day = date.fromisoformat(asked[0].split(".")[2])
            who.control[day] = 3 + day.toordinal() % 3
            return [(SOON, ButtonPress(next(t for t in asked if t.endswith(f".{who.control[day]}"))))]
        skips = [t for t in tokens(message, "checkin.") if t.endswith(".skip")]
        return [(SOON, ButtonPress(skips[0]))] if skips else []

    return behaves


def days_of(who: Somebody) -> list[date]:
    zone = ZoneInfo(who.zone)
    return [(at.astimezone(zone) - timedelta(hours=4)).date() for at, _ in who.heard]


def hold_the_promises(who: Somebody, ceiling: int = 10) -> None:
    days = days_of(who)
    for last in days:
        assert sum(last - timedelta(days=7) < d <= last for d in days) <= ceiling
    clocks = [at.astimezone(ZoneInfo(who.zone)).time() for at, _ in who.heard]
    assert all(8 <= clock.hour < 22 for clock in clocks)


async def test_the_keen_one(url: str) -> None:
    """Answers every evening: hears daily, is offered to grow, reaches the last step, finishes."""
    async with World.open(url, START, reloads=False) as world:
        ann = Somebody(world, "ann", answering("k"))
        grown: list[str] = []

        def behaves(who: Somebody, message: Message) -> Iterable[Reaction]:
            if further := tokens(message, "grow.further."):
                grown.append(further[0])
                return [(SOON, ButtonPress(further[0]))]
            if finish := tokens(message, "plans.finish."):
                return [(SOON, ButtonPress(finish[0]))]
            return answering("k")(who, message)  # type: ignore[operator]

        ann.behaves = behaves
        await ann.begins("phone-leaves-bed")
        await live(world, [ann], START + timedelta(days=45))
        hold_the_promises(ann)
        weeks = [m for _, m in ann.heard if "Your last seven days" in m.html]
        assert len(grown) >= 2
        first = min(days_of(ann))
        assert all(days_of(ann).count(first + timedelta(days=n)) >= 1 for n in range(14))
        assert len(weeks) >= 2
        async with (await world.service()).database.read() as transaction:
            state = await transaction.exports.of_person(1)
        assert "finished" in str(state)


async def test_the_forgetful_one(url: str) -> None:
    """Answers two evenings of three: never slowed down, reminded within the ceiling, no reproach."""
    async with World.open(url, START, reloads=False) as world:
        bob = Somebody(world, "bob", answering("k.k"))
        await bob.begins("think-then-post", "19:00")
        await live(world, [bob], START + timedelta(days=30))
        hold_the_promises(bob)
        checkins = [d for d, k in zip(days_of(bob), bob.kinds(), strict=True) if k == "checkin"]
        assert len(set(checkins)) >= 29
        assert not any("every second day" in m.html for _, m in bob.heard)


async def test_the_lapsing_one(url: str) -> None:
    """Misses a fortnight: met with a question and a smaller step, offered to shrink, never grows."""
    async with World.open(url, START, reloads=False) as world:
        cas = Somebody(world, "cas", answering("mmmmkm"))
        offers: list[Message] = []
        lapses: list[Message] = []

        def behaves(who: Somebody, message: Message) -> Iterable[Reaction]:
            if tokens(message, "checkin.obstacle."):
                lapses.append(message)
            elif tokens(message, "grow.") and "Your last seven days" not in message.html:
                offers.append(message)
            return answering("mmmmkm")(who, message)  # type: ignore[operator]

        cas.behaves = behaves
        await cas.begins("call-not-scroll")
        await live(world, [cas], START + timedelta(days=16))
        hold_the_promises(cas)
        assert len(lapses) >= 8
        assert all(tokens(m, "grow.easier.") for m in lapses)
        assert offers
        assert all(tokens(m, "grow.easier.") for m in offers)
        assert not any(tokens(m, "grow.further.") for m in offers)


async def test_the_silent_one(url: str) -> None:
    """Never writes after day three: daily, every second day, weekly, fortnightly, silence; told once each."""
    async with World.open(url, START, reloads=False) as world:
        dan = Somebody(world, "dan")
        dan.behaves = lambda who, m: answering("k")(who, m) if who.today < date(2026, 9, 10) else ()  # type: ignore[operator]
        await dan.begins("ten-minutes-less")
        await live(world, [dan], START + timedelta(days=120))
        hold_the_promises(dan)
        assert days_of(dan)[-1] < date(2026, 11, 10)
        told = [m.html for _, m in dan.heard]
        for words in ("every second day", "once a week", "every two weeks", "my last message"):
            assert sum(words in html for html in told) == 1
        before = len(dan.heard)
        await dan.does(TypedText("hello"))
        await live(world, [dan], world.now + timedelta(days=3))
        assert len(dan.heard) > before


async def test_the_traveller(url: str) -> None:
    """Ljubljana → New York → Sydney → New York, over clock changes in both directions: 20:00 is where they
    are."""
    async with World.open(url, datetime(2026, 10, 22, 9, tzinfo=UTC), reloads=False) as world:
        eve = Somebody(world, "eve", answering("k"))
        await eve.begins("phone-leaves-bed")
        for zone, until in (
            ("Europe/Ljubljana", datetime(2026, 10, 27, 12, tzinfo=UTC)),  # winter time began on the 25th
            ("America/New_York", datetime(2026, 11, 3, 12, tzinfo=UTC)),  # and there on November 1st
            ("Australia/Sydney", datetime(2026, 11, 7, 12, tzinfo=UTC)),
        ):
            await _stays(eve, zone, until)
        await eve.does(SlashCommand("stop"))
        world.now = datetime(2027, 3, 11, 12, tzinfo=UTC)
        await eve.does(SlashCommand("start"))
        await _stays(
            eve, "America/New_York", datetime(2027, 3, 18, 12, tzinfo=UTC)
        )  # summer time: March 14th
        days = [tokens(m, "checkin.a.")[0].split(".")[2] for _, m in eve.heard if tokens(m, "checkin.a.")]
        assert len(days) == len(set(days))
        for last in days_of(eve):
            assert sum(last - timedelta(days=7) < d <= last for d in days_of(eve)) <= 11  # a zone's day more


async def _stays(eve: Somebody, zone: str, until: datetime) -> None:
    """In a zone, and asked there at the same minute every day."""
    if zone != eve.zone:
        eve.zone = zone
        await eve.does(ButtonPress("settings.zone"))
        await eve.does(TypedText(zone))
        await eve.presses("settings.")
    mark = len(eve.heard)
    await live(eve.world, [eve], until)
    asked = [at for at, m in eve.heard[mark:] if tokens(m, "checkin.a.")]
    clocks = {at.astimezone(ZoneInfo(zone)).strftime("%H:%M") for at in asked}
    assert len(asked) > 2, (zone, asked)
    assert len(clocks) == 1, (zone, clocks)  # spread or not
    assert clocks <= {f"20:0{n}" for n in range(5)}


async def test_the_weeks_figures(url: str) -> None:
    """Each summary says what an independent count of the answers says."""
    async with World.open(url, START, reloads=False) as world:
        fay = Somebody(world, "fay", answering("kkmkpks"))
        await fay.begins("phone-leaves-bed")
        await live(world, [fay], START + timedelta(days=36))
        weeks = [(at, m) for at, m in fay.heard if "Your last seven days" in m.html]
        assert len(weeks) == 5
        means = 0
        for at, message in weeks[1:]:
            today = at.astimezone(ZoneInfo(fay.zone)).date()
            answers = Counter(fay.diary.get(today - timedelta(days=n)) for n in range(1, 8))
            applied = answers["kept"] + answers["partly"] + answers["missed"]
            assert f"kept {answers['kept']} of {applied}" in message.html
            days = [today - timedelta(days=n) for n in range(1, 8)]
            kept = {d: fay.control.get(d, 0) for d in days if fay.diary.get(d) == "kept"}
            best = [d for d in kept if kept[d] == max(kept.values())]
            shown = re.search(r"Best day: \w+, (\d+) \w+", message.html)
            assert ([d.day for d in best] == [int(shown[1])]) if shown else len(best) > 1
            felt = [fay.control[d] for d in days if d in fay.control]
            if not shown:
                mean = re.search(r"In control: ([\d.,]+) of 5", message.html)
                assert mean
                assert abs(float(mean[1].replace(",", ".")) - sum(felt) / len(felt)) < 0.06
                means += 1
        assert means


async def test_what_is_more_than_a_day_s_worth_is_said_and_the_next_day_has_room(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LINES_A_DAY", 3)
    async with World.open(url, reloads=False) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        answers = []
        for number in range(5):
            await ann.does(SlashCommand("reflect"))
            answers.append((await ann.does(TypedText(f"thought number {number}")))[0].html)
        assert ["more than I keep in one day" in answer for answer in answers] == [False] * 3 + [True] * 2
        assert "1 of 3" in (await ann.does(SlashCommand("journal")))[0].html
        world.now += timedelta(days=1)
        await ann.does(SlashCommand("reflect"))
        await ann.does(TypedText("another day"))
        assert "1 of 4" in (await ann.does(SlashCommand("journal")))[0].html
