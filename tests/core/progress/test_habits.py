import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.library import Track
from bot.core.model.messages import Text
from bot.core.model.messages import own as own_words
from bot.core.model.plan import Decision, OwnPlan, PlanState, StepChoice
from bot.core.progress import habits
from tests.core.making import (
    ANSWERS,
    MINUTES,
    MONTH_AGO,
    TODAY,
    days,
    make_facts,
    make_library,
    on,
    own,
    plan,
    step,
)

DAY = timedelta(days=1)
answers = st.lists(st.sampled_from("kpms."), max_size=60).map("".join)


def test_its_examples_hold() -> None:
    assert doctest.testmod(habits).failed == 0


# --- what applies -------------------------------------------------------------------------------------


def test_an_own_plan_applies_on_its_own_days() -> None:
    snapshot = make_facts(own(weekdays=(0, 4)))
    week = [day for n in range(7) if habits.applying(snapshot, day := TODAY + DAY * n)]
    assert [d.weekday() for d in week] == [0, 4]


def test_no_plan_applies_before_it_began_or_once_it_is_over() -> None:
    over = [on("calm", n, state=state) for n, state in enumerate((PlanState.FINISHED, PlanState.LEFT), 1)]
    snapshot = make_facts(*over, on("calls", 3, started_on=TODAY))
    assert [e.id for e in habits.applying(snapshot, TODAY)] == [3]
    assert habits.applying(snapshot, TODAY - DAY) == ()


def test_a_pause_is_over_by_itself_on_its_date() -> None:
    paused = on("calm", state=PlanState.PAUSED, paused_until=TODAY + DAY * 3)
    applies = [bool(habits.applying(make_facts(paused), TODAY + DAY * n)) for n in range(5)]
    assert applies == [False, False, False, True, True]
    for_good = on("calm", state=PlanState.PAUSED)
    assert habits.applying(make_facts(for_good), TODAY + DAY * 900) == ()


def test_a_plan_that_the_catalogue_no_longer_has_is_never_asked_about() -> None:
    gone = make_facts(on("gone"))
    assert habits.applying(gone, TODAY) == ()
    assert not any(habits.can_go(gone, on("gone"), choice) for choice in StepChoice)
    assert (habits.step_of(gone, on("gone")), habits.target(gone, on("gone"))) == (None, None)


def test_unanswered_are_the_plans_without_an_entry_on_that_day() -> None:
    snapshot = make_facts(on("calm", 1), on("calls", 2), entries=days("s", 1))
    assert [e.id for e in habits.unanswered(snapshot, TODAY)] == [2]
    assert [e.id for e in habits.unanswered(snapshot, TODAY - DAY)] == [1, 2]


# --- rhythm -------------------------------------------------------------------------------------------


@given(answers)
def test_a_rhythm_is_between_nothing_and_all(said: str) -> None:
    assert 0 <= habits.rhythm(days(said)) <= 1


@given(answers, st.lists(st.integers(0, 59), max_size=8))
def test_skipped_and_unknown_days_change_nothing(said: str, places: list[int]) -> None:
    for place in places:
        said = said[:place] + "s" + said[place:]
    told = [e for e in days(said) if e.kept is not CheckinAnswer.SKIPPED]
    assert habits.rhythm(days(said)) == habits.rhythm(told)
    assert habits.rhythm(days(said)) == habits.rhythm(days(said.replace("s", ".")))


@given(answers)
def test_a_miss_lowers_a_rhythm_and_never_zeroes_it(said: str) -> None:
    before, after = habits.rhythm(days(said)), habits.rhythm(days(said + "m"))
    assert 0 < after < before if before else after == 0


@given(answers)
def test_a_kept_day_never_lowers_a_rhythm(said: str) -> None:
    assert habits.rhythm(days(said + "k")) >= habits.rhythm(days(said))


@given(answers, st.randoms())
def test_a_rhythm_does_not_hang_on_the_order_that_entries_come_in(said: str, random: object) -> None:
    entries = days(said)
    random.shuffle(mixed := list(entries))  # type: ignore[attr-defined]
    assert habits.rhythm(mixed) == habits.rhythm(entries)


def test_one_miss_after_a_good_month_is_hardly_felt() -> None:
    assert habits.rhythm(days("k" * 30 + "m")) > 0.85
    assert habits.rhythm(days("p" * 60)) == pytest.approx(0.5, abs=0.01)


# --- the window and the offer -------------------------------------------------------------------------


@given(answers, st.integers(1, 9))
def test_the_window_is_the_last_days_that_applied(said: str, most: int) -> None:
    found = habits.window(make_facts(on("calm"), entries=days(said)), on("calm", step_since=date.min), most)
    told = [e for e in days(said) if e.kept is not CheckinAnswer.SKIPPED]
    assert list(found) == told[-most:]


def test_the_window_holds_the_current_step_only() -> None:
    here = on("calm", step=1, step_since=TODAY - DAY)
    entries = [*days("kkkkk", step=0), *days("k", step=1, until=TODAY)]
    assert habits.window(make_facts(here, entries=entries), here) == tuple(days("k", step=1))


def test_an_earlier_time_on_the_same_step_is_over() -> None:
    back = on("calm", step=0, step_since=TODAY - DAY * 2)
    assert habits.window(make_facts(back, entries=days("kkkkkm")), back) == tuple(days("kkm"))


def test_the_day_on_which_the_step_changed_belongs_to_the_step_it_was_made_on() -> None:
    here = on("calm", step=1, step_since=TODAY)
    assert habits.window(make_facts(here, entries=days("kkkkk", step=0)), here) == ()


def test_easier_in_a_row_ends_at_any_other_decision() -> None:
    def row(choices: str) -> int:
        kinds = {"e": StepChoice.EASIER, "k": StepChoice.KEEP, "f": StepChoice.FURTHER}
        made = [Decision(1, TODAY - DAY * (20 - n), kinds[c]) for n, c in enumerate(choices)]
        return habits.easier_in_a_row(make_facts(decisions=reversed(made)), on("calm"))

    assert [row(c) for c in ("", "e", "ee", "eek", "eekeee", "eef", "fe")] == [0, 1, 2, 0, 3, 0, 1]


def test_two_decisions_on_one_day_are_one_and_the_later_counts() -> None:
    made = [
        Decision(1, TODAY - DAY, StepChoice.EASIER),
        Decision(1, TODAY, StepChoice.KEEP),
        Decision(1, TODAY, StepChoice.EASIER),
    ]
    assert habits.easier_in_a_row(make_facts(decisions=made), on("calm")) == 2


# --- steps and amounts --------------------------------------------------------------------------------


def test_a_ladder_ends_at_both_ends() -> None:
    snapshot = make_facts()
    can = [(habits.can_go(snapshot, on("calm", step=n), StepChoice.EASIER),
            habits.can_go(snapshot, on("calm", step=n), StepChoice.FURTHER)) for n in range(3)]  # fmt: skip
    assert can == [(False, True), (True, True), (True, False)]
    assert all(habits.can_go(snapshot, own(), choice) for choice in StepChoice)


def test_a_step_beyond_a_shorter_new_version_is_the_last_one() -> None:
    snapshot = make_facts()
    beyond = on("calm", step=9)
    assert (found := habits.step_of(snapshot, beyond)) is not None
    assert found.slug == "full"
    assert habits.step_towards(snapshot, beyond, StepChoice.EASIER) == 1
    assert habits.step_towards(snapshot, beyond, StepChoice.FURTHER) is None


def test_the_words_of_a_step() -> None:
    snapshot = make_facts()
    assert habits.step_text(snapshot, on("calm", step=1)) == Text("plan-calm-step-small")
    assert habits.step_text(snapshot, own(words=OwnPlan("a", "drink tea", (0,)))) == own_words("drink tea")
    assert habits.step_text(snapshot, on("gone")) == Text("plans-gone-step")


def test_less_goes_by_the_first_figure_of_the_person() -> None:
    entries = [*days("kkk", until=TODAY - DAY * 9, amount=90), *days("k", until=TODAY - DAY * 8, amount=300),
               *days("kk", until=TODAY - DAY * 5, step=1, amount=50)]  # fmt: skip
    snapshot = make_facts(on("minutes", step=2), entries=entries)
    assert habits.target(snapshot, on("minutes", step=0)) is None
    assert habits.target(snapshot, on("minutes", step=1)) == 80
    assert (
        habits.target(snapshot, on("minutes", step=2)) == 70
    )  # of the first step, not of what was achieved since
    assert habits.target(snapshot, on("minutes", step=3)) == 60


def test_less_without_an_earlier_figure_goes_by_this_steps_first() -> None:
    here = on("minutes", step=1)
    assert habits.target(make_facts(here), here) is None
    assert habits.judged(make_facts(here), here, 500) is CheckinAnswer.KEPT
    entries = [*days("k", until=TODAY - DAY * 2, step=1, amount=60), *days("kk", step=1, amount=30)]
    assert habits.target(make_facts(here, entries=entries), here) == 50


def test_a_figure_of_a_day_that_did_not_apply_is_no_first_figure() -> None:
    here = on("minutes", step=1)
    entries = [*days("s", until=TODAY - DAY * 2, step=1, amount=900), *days("k", step=1, amount=60)]
    assert habits.target(make_facts(here, entries=entries), here) == 50


@given(
    st.lists(st.tuples(st.sampled_from("kpms."), st.integers(1, 900)), min_size=1, max_size=200),
    st.integers(0, 3),
    st.integers(0, 200),
)
def test_a_goal_never_moves_once_the_next_step_has_a_figure(
    said: list[tuple[str, int]], begins: int, moves: int
) -> None:
    """Whatever is recorded afterwards, on whatever step: the first figures are what they were."""
    first = TODAY - DAY * 200
    entries = [
        CheckinEntry(1, first + DAY * n, ANSWERS[answer], float(amount), begins if n < moves else 1 + n % 3)
        for n, (answer, amount) in enumerate(said)
        if answer != "."
    ]
    here = on("minutes", step=2, started_on=first)
    known = [habits.target(make_facts(here, entries=entries[:n]), here) for n in range(len(entries) + 1)]
    counted = [e for e in entries if e.kept is not CheckinAnswer.SKIPPED]
    told = next((e.day for e in counted if e.step != counted[0].step or counted[0].step in (1, 2)), None)
    later = {goal for e, goal in zip(entries, known[1:], strict=True) if told and e.day >= told}
    assert len(later) <= 1


def test_less_asks_for_half_at_least() -> None:
    here = on("minutes", step=2)
    assert habits.target(make_facts(here, entries=days("k", amount=12)), here) == 6


def test_a_figure_of_another_measure_is_no_baseline() -> None:
    mixed = plan("mixed", Track.TIME, step("one"), step("less", MINUTES, less=10))
    here = on("mixed", step=1)
    snapshot = make_facts(here, entries=days("k", amount=5), library=make_library(mixed))
    assert habits.target(snapshot, here) is None


@pytest.mark.parametrize(
    ("slug", "number", "amount", "kept"),
    [
        ("posts", 0, 4, CheckinAnswer.KEPT), ("posts", 0, 5, CheckinAnswer.PARTLY), ("posts", 0, 6,
        CheckinAnswer.MISSED),
        ("posts", 1, 2, CheckinAnswer.KEPT), ("posts", 1, 1, CheckinAnswer.PARTLY), ("posts", 1, 0,
        CheckinAnswer.MISSED),
        ("minutes", 1, 80, CheckinAnswer.KEPT), ("minutes", 1, 81, CheckinAnswer.PARTLY), ("minutes", 1,
        90, CheckinAnswer.MISSED),
        ("minutes", 3, 60, CheckinAnswer.KEPT), ("minutes", 3, 75, CheckinAnswer.PARTLY), ("minutes", 3,
        76, CheckinAnswer.MISSED),
        ("minutes", 0, 900, CheckinAnswer.KEPT), ("calm", 0, 1, CheckinAnswer.KEPT), ("gone", 0, 1,
        CheckinAnswer.KEPT),
    ],
)  # fmt: skip
def test_what_an_amount_means(slug: str, number: int, amount: float, kept: CheckinAnswer) -> None:
    here = on(slug, step=number)
    snapshot = make_facts(here, entries=days("k", amount=90) if slug == "minutes" else ())
    assert habits.judged(snapshot, here, amount) is kept


@given(st.lists(st.floats(0, 1440), max_size=10), st.integers(-3, 9), st.floats(0, 1440))
def test_any_amount_is_judged_and_less_is_never_worse(
    amounts: list[float], number: int, amount: float
) -> None:
    entries = [
        CheckinEntry(1, MONTH_AGO + DAY * n, CheckinAnswer.KEPT, a, n % 4) for n, a in enumerate(amounts)
    ]
    here = on("minutes", step=number)
    snapshot, order = (
        make_facts(here, entries=entries),
        (CheckinAnswer.MISSED, CheckinAnswer.PARTLY, CheckinAnswer.KEPT),
    )
    more, less = (order.index(habits.judged(snapshot, here, a)) for a in (amount, amount / 2))
    assert less >= more
