from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.library import StepKind, Track
from bot.core.model.plan import Decision, Enrolment, PlanState, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.core.progress import offers
from tests.core.making import TODAY, days, make_facts, make_library, on, plan, step

DAY = timedelta(days=1)
answers = st.lists(st.sampled_from("kpms."), max_size=60).map("".join)


def choice(snapshot: Snapshot, enrolment: Enrolment) -> StepChoice | None:
    found = offers.offer(snapshot, enrolment)
    return found.choice if found else None


# --- steps that are done day by day -------------------------------------------------------------------


def test_a_plan_that_the_catalogue_no_longer_has_is_offered_nothing() -> None:
    assert offers.offer(make_facts(on("gone"), entries=days("kkkkkkk")), on("gone")) is None


def test_three_misses_in_a_row_speak_for_themselves() -> None:
    found = offers.offer(make_facts(on("calm"), entries=days("kkkmmm")), on("calm"))
    assert found
    assert len(found.because) == 3


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("", None), ("kkkk", None), ("kkkkk", StepChoice.FURTHER), ("kkkkkmm", StepChoice.FURTHER),
        ("kkkkmmp", None), ("mkkkkkm", StepChoice.FURTHER), ("kkkkkmmm", StepChoice.EASIER),
        ("kkkkkppp", None),
        ("k.k.k.s.k.k", StepChoice.FURTHER), ("mm", None), ("mmpmm", None), ("msm.m", StepChoice.EASIER),
        ("kmmpmpk", StepChoice.EASIER), ("kkmpmkm", None), ("ppppppp", StepChoice.EASIER),
    ],
)  # fmt: skip
def test_a_change_is_offered_when_the_rule_says(said: str, offered: StepChoice | None) -> None:
    assert choice(make_facts(on("calm"), entries=days(said)), on("calm")) is offered


@given(answers)
def test_offers_follow_the_count_of_the_last_seven(said: str) -> None:
    last = said.replace("s", "").replace(".", "")[-7:]
    kept, shrinks = last.count("k"), last.endswith("mmm") or (len(last) == 7 and last.count("k") <= 2)
    expected = StepChoice.FURTHER if kept >= 5 else StepChoice.EASIER if shrinks else None
    here = on("calm", started_on=date.min, step_since=date.min)
    assert choice(make_facts(here, entries=days(said)), here) is expected


@given(st.integers(0, 20), st.integers(0, 20))
def test_nothing_is_offered_within_a_week_of_an_offer_or_a_decision(offered: int, decided: int) -> None:
    here = on("calm", offered_on=TODAY - DAY * offered)
    decisions = [Decision(1, TODAY - DAY * decided, StepChoice.EASIER), Decision(2, TODAY, StepChoice.EASIER)]
    snapshot = make_facts(here, entries=days("kkkkkkk"), decisions=decisions)
    assert (offers.offer(snapshot, here) is not None) == (offered >= 7 and decided >= 7)


@pytest.mark.parametrize("sundays", [1, 6])
def test_keep_on_sundays_never_ends_the_offers(sundays: int) -> None:
    here = on("calm")
    kept = [Decision(1, TODAY - DAY * (7 * n + 1), StepChoice.KEEP) for n in range(sundays)]
    snapshot = make_facts(here, entries=days("kkkkkkk"), decisions=kept)
    assert choice(snapshot, here) is StepChoice.FURTHER


@given(st.text("kpms.", min_size=30, max_size=60))
def test_two_offers_are_never_within_seven_days(said: str) -> None:
    here, entries, made = on("calm", started_on=date.min, step_since=date.min), days(said), []
    for n in range(len(said)):
        today = TODAY - DAY * (len(said) - 1 - n)
        snapshot = make_facts(here, today=today, entries=[e for e in entries if e.day <= today])
        if offers.offer(snapshot, here):
            here = replace(here, offered_on=today)
            made.append(today)
    assert all(later - earlier >= DAY * 7 for earlier, later in pairwise(made))


def test_a_plan_that_rests_is_offered_nothing() -> None:
    for change in ({"state": PlanState.LEFT}, {"state": PlanState.PAUSED, "paused_until": TODAY + DAY}):
        here = on("calm", **change)
        assert offers.offer(make_facts(here, entries=days("kkkkkkk")), here) is None


# --- the other kinds ----------------------------------------------------------------------------------


def of_kind(said: str, kind: StepKind, *, times: int = 0, here: Enrolment | None = None) -> StepChoice | None:
    """What is offered after these days, on a step of that kind with one before and one after it."""
    steps = (step("small"), replace(step("this"), kind=kind, times=times), step("big"))
    here = here or on("some", step=1, started_on=date.min, step_since=TODAY - DAY * 30)
    library = make_library(plan("some", Track.TIME, *steps))
    return choice(make_facts(here, entries=days(said, step=1), library=library), here)


@pytest.mark.parametrize(
    ("kind", "said", "offered"),
    [
        (StepKind.ONCE, "k", StepChoice.FURTHER), (StepKind.ONCE, "kkkm", None), (StepKind.ONCE, "p", None),
        (StepKind.ONCE, "m.m.m", StepChoice.EASIER), (StepKind.ONCE, "m.m.k", StepChoice.FURTHER),
        (StepKind.WEEKLY, "k......k", StepChoice.FURTHER), (StepKind.WEEKLY, "k", None),
        (StepKind.WEEKLY, "m..m..m", StepChoice.EASIER), (StepKind.WEEKLY, "k......m..k", StepChoice.FURTHER),
        (StepKind.EVENT, "kskkskk", StepChoice.FURTHER), (StepKind.EVENT, "ssssss", None),
        (StepKind.EVENT, "msmsm", StepChoice.EASIER),
    ],
)  # fmt: skip
def test_each_kind_has_its_rule(kind: StepKind, said: str, offered: StepChoice | None) -> None:
    assert of_kind(said, kind) is offered


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("mkmkmk", StepChoice.FURTHER), ("kkmkmmkmmkmmmm", None),
        ("mmmkmmmmmkmmmk", StepChoice.EASIER),
        ("mmmmmkkkmmmmmmm", StepChoice.EASIER), ("kmkmkkm" + "mmkmkmm", None),
    ],
)  # fmt: skip
def test_some_times_a_week_are_counted_in_weeks(said: str, offered: StepChoice | None) -> None:
    assert of_kind(said, StepKind.TIMES, times=3) is offered


def test_a_step_that_is_done_once_leads_on_though_the_one_before_was_offered_yesterday() -> None:
    moved = on("some", step=1, started_on=date.min, step_since=TODAY - DAY, offered_on=TODAY - DAY)
    assert of_kind("k", StepKind.ONCE, here=moved) is StepChoice.FURTHER
    asked = on("some", step=1, started_on=date.min, step_since=TODAY - DAY * 2, offered_on=TODAY - DAY)
    assert of_kind("kk", StepKind.ONCE, here=asked) is None
