"""On which days a step of each kind is asked about: a letter for each answer, "." for a day without one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.library import About, StepKind, Track
from bot.core.progress import due, habits
from tests.core.making import ANSWERS, TODAY, days, make_facts, make_library, on, plan, step

DAY = timedelta(days=1)
SINCE = TODAY - DAY * 40


def asked(answers: str, kind: StepKind, *, times: int = 0, about: About = About.DAY) -> str:
    """What a person answers whenever they are asked: the answers in turn, on days from the first day on."""
    this = replace(step("this"), kind=kind, times=times, about=about)
    here = on("some", step=1, started_on=SINCE, step_since=SINCE)
    facts = make_facts(here, library=make_library(plan("some", Track.TIME, step("small"), this)))
    said, waiting = "", list(answers)
    for n in range(30):
        if not waiting:
            break
        day = SINCE + DAY * n
        if habits.unanswered(facts, day):
            said += (one := waiting.pop(0))
            facts = facts.with_entry(CheckinEntry(1, day, ANSWERS[one], None, 1))
        else:
            said += "."
    return said


@pytest.mark.parametrize(
    ("kind", "answers", "days_asked"),
    [
        (StepKind.DAILY, "kmskp", "kmskp"),
        (StepKind.ONCE, "mpkk", "m.p.k......k"),
        (StepKind.EVENT, "kmskssk", "kms.ks.s.k"),
        (StepKind.WEEKLY, "kmkk", "...k......m..k......k"),
    ],
)
def test_each_kind_has_its_days(kind: StepKind, answers: str, days_asked: str) -> None:
    assert asked(answers, kind) == days_asked


def test_some_times_a_week_are_asked_about_until_they_are_reached() -> None:
    assert asked("kmkmmmk", StepKind.TIMES, times=2) == "kmk....mmmk"


def test_a_night_is_asked_about_on_the_day_after_it() -> None:
    assert asked("kk", StepKind.DAILY, about=About.NIGHT) == ".kk"


@given(st.text("kpms", max_size=8), st.sampled_from(StepKind))
def test_no_kind_is_silent_for_more_than_a_week(answers: str, kind: StepKind) -> None:
    said = asked(answers, kind, times=1)
    assert (
        max(
            (
                len(gap)
                for gap in said.replace("k", "x")
                .replace("m", "x")
                .replace("p", "x")
                .replace("s", "x")
                .split("x")
            ),
            default=0,
        )
        < 7
    )


def test_days_before_the_step_follow_the_one_that_was_answered() -> None:
    kinds = (step("daily"), replace(step("rare"), kind=StepKind.WEEKLY))
    library = make_library(plan("some", Track.TIME, *kinds))
    here = on("some", step=1, started_on=date.min, step_since=TODAY)
    daily = make_facts(here, entries=days("k..", step=0), library=library)
    assert due.is_due(here, TODAY - DAY, daily)
    back = here.replace(step=0)
    assert not due.is_due(back, TODAY - DAY, make_facts(back, entries=days("k..", step=1), library=library))


def test_an_answer_stands_on_whichever_day_it_was_given() -> None:
    library = make_library(plan("some", Track.TIME, replace(step("rare"), kind=StepKind.WEEKLY)))
    here = on("some", started_on=SINCE, step_since=SINCE)
    facts = make_facts(here, entries=days("kk"), library=library)
    assert habits.applying(facts, TODAY) == (here,)
    assert facts.entries[1, TODAY].kept is CheckinAnswer.KEPT
