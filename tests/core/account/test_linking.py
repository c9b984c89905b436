"""What becomes of two people's settings and plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import linking
from bot.core.model.link_effects import Side
from bot.core.model.person import DateSpan, RestReason
from bot.core.model.plan import Enrolment, PlanState
from tests.core.making import TODAY, make_facts, on, own

DAY = timedelta(days=1)

HERE = make_facts(on("calm", 1), on("calls", 2), checkin_at=time(8), why="", name="Ann", language="en")
THERE = make_facts(on("calm", 11), on("posts", 12), on("garden", 13), checkin_at=time(21), why="sleep",
                   language="es", itch="bored", why_said_on=TODAY - DAY)  # fmt: skip


@pytest.mark.parametrize(("keeps", "at", "language"), [(Side.HERE, 8, "en"), (Side.THERE, 21, "es")])
def test_settings_come_from_the_side_that_goes_on(keeps: Side, at: int, language: str) -> None:
    changes = linking.merge(HERE, THERE, keeps).changes
    assert (changes["checkin_at"].hour, changes["language"]) == (at, language)
    assert (changes["why"], changes["name"]) == ("sleep", "Ann")  # what is empty is filled from the other
    assert (changes["itch"], changes["why_said_on"]) == ("bored", TODAY - DAY)
    assert "id" not in changes


def test_three_plans_run_and_none_twice() -> None:
    assert linking.merge(HERE, THERE, Side.HERE).left == (11, 13)
    assert linking.merge(HERE, THERE, Side.THERE).left == (1, 2)


def named(number: int, name: str) -> Enrolment:
    plan = own(number)
    assert plan.own is not None
    return replace(plan, own=replace(plan.own, name=name))


@pytest.mark.parametrize(
    ("name", "left"), [("A walk", ()), ("Book", (2,)), (" book! ", (2,)), ("Bóok", (2,)), ("calm", ())]
)
def test_of_two_own_plans_of_one_name_one_goes_on(name: str, left: tuple[int, ...]) -> None:
    here, there = make_facts(named(1, "Book"), on("calm", 3)), make_facts(named(2, name))
    assert linking.merge(here, there, Side.HERE).left == left


def test_plans_that_do_not_run_stay_as_they_are() -> None:
    done = make_facts(on("calm", 1, state=PlanState.FINISHED))
    assert linking.merge(done, make_facts(on("calm", 2)), Side.HERE).left == ()


def test_who_is_not_through_onboarding_decides_nothing() -> None:
    new = make_facts(onboarded=False)
    assert linking.merge(new, THERE, Side.HERE).keeps is Side.THERE
    assert linking.merge(HERE, new, Side.THERE).keeps is Side.HERE
    assert linking.merge(new, THERE, Side.HERE).changes["onboarded"]


@pytest.mark.parametrize(
    ("first", "second", "rest"),
    [(RestReason.NO, RestReason.CARE, RestReason.CARE), (RestReason.CARE, RestReason.NO, RestReason.CARE),
    (RestReason.STOPPED, RestReason.NO, RestReason.STOPPED),
     (RestReason.NO, RestReason.STOPPED, RestReason.NO), (RestReason.UNREACHABLE, RestReason.NO,
     RestReason.NO)],
)  # fmt: skip
def test_rest(first: RestReason, second: RestReason, rest: RestReason) -> None:
    here = replace(HERE, person=replace(HERE.person, rest=first))
    there = replace(THERE, person=replace(THERE.person, rest=second))
    assert linking.merge(here, there, Side.HERE).changes["rest"] is rest


@given(st.text(alphabet=linking.ALPHABET, min_size=8, max_size=8))
def test_a_code_is_read_as_it_is_written(code: str) -> None:
    shown = linking.written(code)
    assert linking.read(shown) == linking.read(f"  {shown.lower().replace('-', ' - ')} ") == code
    assert linking.read(shown.replace("0", "O").replace("1", "l")) == code


@given(st.text(max_size=60))
def test_anything_typed_is_a_code_or_nothing(typed: str) -> None:
    read = linking.read(typed)
    assert read == "" or (len(read) == 8 and set(read) <= set(linking.ALPHABET))


@pytest.mark.parametrize("second", [RestReason.STOPPED, RestReason.CARE])
def test_the_days_on_which_either_rested_stay_so(second: RestReason) -> None:
    """From today on it is as the side that goes on has it; rest after words of self-harm holds for both."""
    paused, stopped = DateSpan(TODAY - DAY * 9, TODAY + DAY * 2), DateSpan(TODAY - DAY * 20, None)
    here = replace(HERE, person=replace(HERE.person, rests=(paused,), paused_until=TODAY + DAY * 2))
    there = replace(THERE, person=replace(THERE.person, rests=(stopped,), rest=second))
    until = None if second is RestReason.CARE else TODAY + DAY * 2
    assert linking.merge(here, there, Side.HERE).changes["rests"] == (DateSpan(TODAY - DAY * 20, until),)
