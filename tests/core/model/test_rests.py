import doctest
import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import projection, rests
from bot.core.model.effects import Effect, UpdatePerson, UpdatePlan
from bot.core.model.person import DateSpan, RestReason
from bot.core.model.plan import PlanState
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits
from bot.core.week import summary
from tests.core.making import MONTH_AGO, TODAY, days, make_facts, on, own

DAY = timedelta(days=1)
LENGTH = 40  # days that a life below lasts


def test_its_examples_hold() -> None:
    assert doctest.testmod(rests).failed == 0


def carried_out(snapshot: Snapshot, *commands: Effect) -> Snapshot:
    """The facts once the store has carried out what a turn wants."""
    for command in projection.noted(commands, snapshot):
        match command:
            case UpdatePerson(changes):
                snapshot = replace(snapshot, person=replace(snapshot.person, **changes))
            case UpdatePlan(number, changes):
                plans = (replace(e, **changes) if e.id == number else e for e in snapshot.enrolments)
                snapshot = replace(snapshot, enrolments=tuple(plans))
    return snapshot


def change(name: str, today: date, length: int) -> Effect:
    """What the flows ask for when a person pauses, ends or takes up something."""
    until = today + DAY * length
    match name:
        case "pause a plan":
            return UpdatePlan(1, {"state": PlanState.PAUSED, "paused_until": until})
        case "finish" | "leave":
            over = PlanState.FINISHED if name == "finish" else PlanState.LEFT
            return UpdatePlan(1, {"state": over})
        case "take a plan up":
            return UpdatePlan(1, {"state": PlanState.ACTIVE, "paused_until": None})
        case "pause all":
            return UpdatePerson({"paused_until": until})
        case "stop":
            return UpdatePerson({"rest": RestReason.STOPPED})
        case _:
            return UpdatePerson({"rest": RestReason.NO, "paused_until": None})


CHANGES = ("pause a plan", "finish", "leave", "take a plan up", "pause all", "stop", "go on")
LIVES = st.lists(
    st.tuples(st.integers(0, LENGTH), st.sampled_from(CHANGES), st.integers(1, 20)), min_size=1, max_size=12
)


def status(snapshot: Snapshot, day: date) -> tuple[bool, bool]:
    """Whether a day can be answered, and whether it is counted and offered as one that is missing."""
    return bool(habits.applying(snapshot, day)), bool(habits.missing(snapshot, day))


@given(LIVES, st.text("kpms.", min_size=0, max_size=LENGTH), st.sets(st.integers(0, 6), min_size=1))
def test_whatever_begins_or_ends_leaves_the_days_before_as_they_were(
    life: list[tuple[int, str, int]], said: str, weekdays: set[int]
) -> None:
    first = TODAY - DAY * LENGTH
    plan = own(weekdays=tuple(weekdays), started_on=first, step_since=first)
    snapshot = make_facts(plan, entries=days(said), today=first)
    for at, name, length in sorted(life):
        today = first + DAY * at
        snapshot = replace(snapshot, today=today)
        before = {day: status(snapshot, day) for n in range(at) if (day := first + DAY * n)}
        snapshot = carried_out(snapshot, change(name, today, length))
        assert {day: status(snapshot, day) for day in before} == before
        for level in (snapshot.person.rests, snapshot.enrolments[0].rests):
            assert all(span.until is None or span.first < span.until for span in level)
            assert list(level) == sorted(level, key=lambda span: span.first)
            assert all(one.until is not None and one.until < other.first
                       for one, other in itertools.pairwise(level))  # fmt: skip


@pytest.mark.parametrize("end", ["finish", "leave", "pause a plan", "pause all", "stop"])
def test_a_day_within_a_rest_is_neither_offered_nor_counted(end: str) -> None:
    snapshot = make_facts(on("calm"), entries=days("kkk", until=TODAY - DAY * 4), today=TODAY - DAY * 2)
    snapshot = carried_out(snapshot, change(end, snapshot.today, 14))
    snapshot = replace(snapshot, today=TODAY)
    snapshot = carried_out(snapshot, change("take a plan up", TODAY, 0), change("go on", TODAY, 0))
    missing = [bool(habits.missing(snapshot, TODAY - DAY * n)) for n in range(5)]
    assert missing == [True, False, False, True, False]
    assert [plan.unknown for plan in summary.week(snapshot).plans] == [2]  # the day before, and the eighth


def test_what_is_taken_up_again_on_the_same_day_never_rested() -> None:
    snapshot = make_facts(on("calm"))
    assert carried_out(snapshot, change("leave", TODAY, 0), change("take a plan up", TODAY, 0)) == snapshot


def test_another_date_for_a_pause_is_the_same_pause() -> None:
    snapshot = carried_out(make_facts(on("calm")), change("pause all", TODAY, 3))
    later = carried_out(replace(snapshot, today=TODAY + DAY), change("pause all", TODAY + DAY, 9))
    assert later.person.rests == (DateSpan(TODAY, TODAY + DAY * 10),)


def test_an_answered_day_can_be_corrected_though_the_plan_is_over() -> None:
    snapshot = make_facts(on("calm"), entries=days("kk"))
    snapshot = carried_out(snapshot, change("finish", TODAY, 0))
    assert [bool(habits.applying(snapshot, TODAY - DAY * n)) for n in range(-1, 3)] == [
        False,
        True,
        True,
        True,
    ]


SPANS = st.lists(st.tuples(st.integers(0, 30), st.none() | st.integers(1, 9)), max_size=5)


@given(SPANS, SPANS)
def test_two_peoples_rests_become_the_days_of_either(
    some: list[tuple[int, int | None]], others: list[tuple[int, int | None]]
) -> None:
    def made(found: list[tuple[int, int | None]]) -> rests.Spans:
        spans: rests.Spans = ()
        for first, length in sorted(found, key=lambda one: one[0]):
            day = MONTH_AGO + DAY * first
            spans = rests.begun(spans, day, day + DAY * length if length else None)
        return spans

    both = rests.joined(made(some), made(others))
    for n in range(-1, 45):
        day = MONTH_AGO + DAY * n
        assert rests.holds(both, day) == (rests.holds(made(some), day) or rests.holds(made(others), day))
