"""Answers at any moment of the days after a question: they belong to what was asked last, or it is
asked which day is meant. The real service on a real database, begun anew between any two turns."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.model.inputs import SlashCommand, TypedText
from tests.everything import EVERYTHING
from tests.journeys.people import Somebody, tokens
from tests.world import World

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OPEN_DAYS = 3
NUMBERS = itertools.count()


class Ann(Somebody):
    """Somebody with one plan. `asked`: the day that she was asked about last; `sent`: the same, of the
    coach's own accord. `reflects`: a question for a reflection has arrived."""

    asked: date | None = None
    sent: date | None = None
    reflects: bool = False

    async def waits(self, hours: int) -> None:
        """Time passes; what arrives meanwhile asks."""
        before = len(self.world.post.arrived)
        await self.world.pass_time(self.world.now + timedelta(hours=hours))
        for _, account, message in self.world.post.arrived[before:]:
            if account.external_id != self.name:
                continue
            self.reflects |= bool(tokens(message, "reflect."))
            if shown := tokens(message, "checkin.a."):
                self._sees(shown)
                self.sent = self.asked

    async def opens(self, days_ago: int) -> None:
        await self.says(f"/checkin {days_ago}")
        self._sees([t for m in self.last for t in tokens(m, "checkin.a.")])

    def _sees(self, shown: list[str]) -> None:
        if shown:
            self.asked = date.fromisoformat(shown[0].split(".")[2])

    async def entries(self) -> set[date]:
        """The days that are answered."""
        async with (await self.world.service()).database.read() as transaction:
            person = await transaction.people.find(self.account)
            assert person is not None
            snapshot = await transaction.snapshots.load_one(
                person, self.world.now, (await self.world.service()).library, EVERYTHING
            )
        return {day for _, day in snapshot.entries}


MOVES = st.one_of(
    st.tuples(st.just("wait"), st.integers(1, 40)),
    st.tuples(st.just("open"), st.integers(1, 2)),
    st.tuples(st.just("say"), st.sampled_from(("done", "partly", "not today", "skip", "45 min"))),
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(MOVES, min_size=3, max_size=8))
async def test_the_day_is_that_of_the_question(url: str, moves: list[tuple[str, object]]) -> None:
    async with World.open(url, START) as world:
        ann = Ann(world, f"ann{next(NUMBERS)}", zone="Europe/London")
        await ann.begins("ten-minutes-less")
        for move, what in moves:
            if move == "wait":
                await ann.waits(int(str(what)))
            elif move == "open":
                await ann.opens(int(str(what)))
            else:
                await says(ann, str(what))


async def says(ann: Ann, words: str) -> None:
    before = await ann.entries()
    first = ann.today - timedelta(days=OPEN_DAYS)
    waits = [day for day in (ann.asked, ann.sent) if day and first < day and day not in before]
    await ann.does(TypedText(words))
    new = await ann.entries() - before
    if ann.reflects and any(message.answers.startswith("reflect.") for message in ann.last):
        assert new <= {*waits[:1], ann.today}  # the reflection may take the words itself; never another day
    elif waits and waits[0] < ann.today - timedelta(days=1) and not new:
        # The question is about a day before yesterday: the coach asks which day is meant.
        which = [t for m in ann.last for t in tokens(m, "checkin.") if str(waits[0]) in t]
        await ann.presses(which[0])
        assert await ann.entries() - before == {waits[0]}
    elif waits:
        assert new == {waits[0]}
    elif new:
        assert new == {ann.today}  # nothing was asked: only in the middle of the day, and never silently else
    await skips(ann)


async def skips(ann: Ann) -> None:
    """What follows an answer is left out, until the day is whole."""
    for _ in range(4):
        ends = [t for m in ann.last for b in m.buttons if (t := b.token).endswith(".skip")]
        if not ends:
            return
        await ann.presses(ends[0])


@pytest.mark.parametrize("typed", ["journal", "week"])
async def test_words_for_a_page_read_it_while_a_check_in_is_open(url: str, typed: str) -> None:
    async with World.open(url) as world:
        ann = Somebody(world, "ann")
        await ann.begins("phone-leaves-bed")
        await ann.does(SlashCommand("reflect"))
        await ann.does(TypedText("words to be found again"))
        await world.pass_time(world.now + timedelta(hours=30))
        assert any("checkin" in b.token for _, _, m in world.post.arrived for b in m.buttons)
        assert "to be found again" in (await ann.does(TypedText(typed)))[0].html
