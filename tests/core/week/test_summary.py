from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.checkin import OBSTACLES, DayRecord
from bot.core.model.journal import NOTE, OBSTACLE, JournalEntry
from bot.core.model.plan import PlanState
from bot.core.model.snapshot import Snapshot
from bot.core.week import summary
from tests.core.making import TODAY, days, make_facts, on, own
from tests.world import library

DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY
FIRST = TODAY - DAY * 7


def felt(*controls: int | None, until: object = YESTERDAY) -> list[DayRecord]:
    return [DayRecord(until - DAY * (len(controls) - 1 - n), c) for n, c in enumerate(controls)]  # type: ignore[operator]


def wrote(number: int, days_ago: int, text: str, prompt: str = NOTE) -> JournalEntry:
    return JournalEntry(number, TODAY - DAY * days_ago, prompt, text)


# --- plans --------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from("kpms."), min_size=15, max_size=15).map("".join))
def test_a_plans_days_are_counted_from_a_week_ago_to_yesterday(said: str) -> None:
    week = summary.week(make_facts(on("calm"), entries=days(said)))
    told = said[-8:-1]
    counts = {
        name: told.count(a)
        for a, name in zip("kpms.", ("kept", "partly", "missed", "skipped", "unknown"), strict=True)
    }
    (plan,) = week.plans
    assert {name: getattr(plan, name) for name in counts} == counts
    assert plan.applied == 7 - counts["skipped"] - counts["unknown"]
    assert (week.first, week.last, week.answered) == (FIRST, YESTERDAY, 7 - counts["unknown"])


def test_only_days_on_which_a_plan_applied_are_unknown() -> None:
    week = summary.week(make_facts(own(1, weekdays=(0, 1)), on("calls", 2, started_on=YESTERDAY)))
    assert [p.unknown for p in week.plans] == [2, 1]


def test_a_plan_that_neither_applied_nor_was_answered_is_not_told() -> None:
    over = on("calm", 1, state=PlanState.LEFT)
    resting = on("calls", 2, state=PlanState.PAUSED, paused_until=TODAY + DAY)
    assert summary.week(make_facts(over, resting, on("garden", 3, started_on=TODAY))).plans == ()


def test_a_plan_that_was_left_this_week_still_counts_with_its_answers() -> None:
    left = on("calm", state=PlanState.LEFT)
    (plan,) = summary.week(make_facts(left, entries=days("kk", until=TODAY - DAY * 4))).plans
    assert (plan.kept, plan.unknown) == (2, 0)


def test_a_figure_of_a_day_that_did_not_apply_counts_nowhere() -> None:
    entries = [*days("s", until=YESTERDAY, amount=900), *days("k", until=TODAY - DAY * 2, amount=60)]
    (plan,) = summary.week(make_facts(on("minutes"), entries=entries)).plans
    assert plan.minutes == 60


def test_minutes_are_means_of_recorded_days_of_steps_in_minutes() -> None:
    entries = [*days("kk", until=YESTERDAY, amount=40), *days("k", until=TODAY - DAY * 4, amount=70),
               *days("k", until=TODAY - DAY * 5), *days("kk", until=TODAY - DAY * 8, amount=90)]  # fmt: skip
    (plan,) = summary.week(make_facts(on("minutes"), entries=entries)).plans
    assert (plan.minutes, plan.minutes_before) == (50, 90)
    (counted,) = summary.week(make_facts(on("posts"), entries=days("kk", amount=3))).plans
    assert (counted.minutes, counted.minutes_before) == (None, None)


@pytest.mark.parametrize(("answer", "little"), [("k", False), ("m", False), ("s", False), ("", True)])
def test_one_answered_day_is_all_of_a_week_in_which_one_applied(answer: str, little: bool) -> None:
    monday = own(weekdays=(0,))
    week = summary.week(make_facts(monday, entries=days(answer, until=TODAY - DAY * 7)))
    assert week.little is little
    assert [p.only for p in week.plans] == [TODAY - DAY * 7 if answer in tuple("km") else None]


# --- the days -----------------------------------------------------------------------------------------


def test_control_is_told_for_this_week_and_the_one_before() -> None:
    week = summary.week(make_facts(days=felt(1, 2, None, 5, 4, 3, 5, None, 3, 4, 5, 4, 4, 4)))
    assert week.control == pytest.approx(4.0)
    assert week.control_before == pytest.approx(20 / 6)


def test_without_data_there_is_no_mean_and_no_best_day() -> None:
    week = summary.week(make_facts(on("calm"), days=felt(None)))
    assert (week.control, week.control_before, week.best, week.obstacle, week.reread) == (
        None,
        None,
        None,
        "",
        None,
    )
    assert week.little
    assert week.answered == 0


def test_today_and_eight_days_ago_are_outside() -> None:
    entries = [*days("k", until=TODAY), *days("k", until=TODAY - DAY * 8)]
    week = summary.week(
        make_facts(on("calm"), entries=entries, days=[DayRecord(TODAY, 5), DayRecord(TODAY - DAY * 8, 1)])
    )
    assert (week.answered, week.control, week.plans[0].kept) == (0, None, 0)
    assert week.control_before == 1


def test_the_best_day_has_most_kept_and_then_most_control() -> None:
    two = [*days("kmk", 1, until=YESTERDAY), *days("kkm", 2, until=YESTERDAY)]
    snapshot = [on("calm", 1), on("calls", 2)]
    assert summary.week(make_facts(*snapshot, entries=two)).best == TODAY - DAY * 3
    equal = days("kmk", until=YESTERDAY)
    assert summary.week(make_facts(on("calm"), entries=equal)).best is None
    decided = felt(2, None, 4)
    assert summary.week(make_facts(on("calm"), entries=equal, days=decided)).best == YESTERDAY


@pytest.mark.parametrize("said", ["", "k", "mm", "pp", "ss", "sk"])
def test_no_best_day_where_nothing_was_kept_or_nothing_can_be_compared(said: str) -> None:
    snapshot = make_facts(on("calm"), entries=days(said, until=YESTERDAY), days=felt(1, 5))
    assert summary.week(snapshot).best is None


@pytest.mark.parametrize(
    ("answered", "little"), [("", True), ("k", True), ("s", True), ("km", False), ("ss", False)]
)
def test_fewer_than_two_answered_days_are_little(answered: str, little: bool) -> None:
    assert summary.week(make_facts(on("calm"), entries=days(answered, until=YESTERDAY))).little is little


# --- what got in the way ------------------------------------------------------------------------------


def test_the_most_frequent_obstacle_and_of_equals_the_latest() -> None:
    found = [
        DayRecord(TODAY - DAY * n, 3, code)
        for n, code in enumerate(("mood", "time", "time", "mood", "forgot"), 1)
    ]
    assert summary.week(make_facts(days=found)).obstacle == "mood"
    assert summary.week(make_facts(days=found[1:])).obstacle == "time"
    assert summary.week(make_facts(days=found[2:])).obstacle == "time"
    assert (
        summary.week(
            make_facts(days=[DayRecord(TODAY, 3, "mood"), DayRecord(TODAY - DAY * 8, 3, "mood")])
        ).obstacle
        == ""
    )


def test_own_words_about_an_obstacle_count_like_a_press() -> None:
    journal = [
        wrote(3, 1, "The train", OBSTACLE),
        wrote(2, 2, "the train!", OBSTACLE),
        wrote(1, 4, "work", OBSTACLE),
    ]
    week = summary.week(make_facts(journal=journal, days=[DayRecord(TODAY - DAY * 3, 2, "mood")]))
    assert (week.obstacle, week.obstacle_words) == ("", "The train")
    week = summary.week(make_facts(journal=journal[2:], days=[DayRecord(TODAY - DAY * 3, 2, "mood")]))
    assert (week.obstacle, week.obstacle_words) == ("mood", "")


def test_a_press_and_words_of_the_same_day_are_one() -> None:
    journal = [wrote(1, 1, "the train", OBSTACLE)]
    pressed = [DayRecord(YESTERDAY, 2, "time")]
    assert summary.week(make_facts(journal=journal, days=pressed)).obstacle == "time"
    journal.append(wrote(2, 3, "the train", OBSTACLE))
    assert summary.week(make_facts(journal=journal, days=pressed)).obstacle == "time"


# --- worth re-reading ---------------------------------------------------------------------------------


def reread(*journal: JournalEntry) -> int | None:
    found = summary.week(make_facts(journal=journal)).reread
    return found.id if found else None


def test_a_reflection_of_this_week_comes_before_a_longer_old_one() -> None:
    old, short, long = (
        wrote(1, 20, "an old and very long reflection " * 5),
        wrote(2, 3, "a few words"),
        wrote(3, 5, "quite a few words"),
    )
    assert [reread(old), reread(short, old), reread(short, long, old)] == [1, 2, 3]


def test_beyond_a_certain_length_the_latest_counts() -> None:
    assert reread(wrote(2, 2, "long words " * 50), wrote(1, 4, "longer words " * 5000)) == 2


def test_what_says_nothing_is_too_old_of_today_or_an_obstacle_is_left() -> None:
    obstacle = wrote(1, 2, "words about an obstacle", OBSTACLE)
    today, old = wrote(2, 0, "words of today, many"), wrote(3, 61, "words of two months ago")
    assert reread(wrote(4, 1, "ok, fine"), old, today, obstacle) is None
    assert reread(wrote(3, 60, "words of two months ago")) == 3


def test_words_of_danger_hurt_shame_and_names_are_never_brought_up_again() -> None:
    for dark in (
        "I want to end my life, it is all too much for me",
        "so tired of everything, every single day",
        "had a long call about it with Ana Maria",
    ):
        assert reread(wrote(2, 1, dark), wrote(1, 2, "a walk by the river")) == 1
        week = summary.week(make_facts(journal=[wrote(1, 1, dark, OBSTACLE)]))
        assert (week.obstacle, week.obstacle_words) == ("", "")
    ashamed = make_facts(
        journal=[wrote(1, 1, "forty minutes of reels again, I feel stupid")], library=library()
    )
    assert summary.week(ashamed).reread is None


@st.composite
def anybodys(draw: st.DrawFn) -> Snapshot:
    said = st.lists(st.sampled_from("kpms."), max_size=20).map("".join)
    enrolments = [
        on("minutes", 1, step=draw(st.integers(0, 5))),
        own(2),
        on("gone", 3, state=draw(st.sampled_from(PlanState))),
    ]
    entries = [e for n in (1, 2, 3) for e in days(draw(said), n, amount=draw(st.none() | st.floats(0, 1440)))]
    controls = draw(st.lists(st.none() | st.integers(1, 5), max_size=15))
    obstacles = draw(st.lists(st.sampled_from(("", *OBSTACLES)), min_size=15, max_size=15))
    whole = [
        DayRecord(TODAY - DAY * n, c, o) for n, (c, o) in enumerate(zip(controls, obstacles, strict=False))
    ]
    texts = draw(
        st.lists(st.tuples(st.text(max_size=40), st.sampled_from((NOTE, OBSTACLE, "walk"))), max_size=6)
    )
    journal = [JournalEntry(n, TODAY - DAY * (n % 9), prompt, text) for n, (text, prompt) in enumerate(texts)]
    return make_facts(*enrolments, entries=entries, days=whole, journal=journal)


@given(anybodys())
def test_any_week_is_counted_alike_twice_and_within_bounds(snapshot: Snapshot) -> None:
    week = summary.week(snapshot)
    assert week == summary.week(snapshot)
    assert all(0 <= p.kept <= p.applied <= 7 and p.applied + p.skipped + p.unknown <= 7 for p in week.plans)
    assert week.control is None or 1 <= week.control <= 5
    assert week.best is None or week.first <= week.best <= week.last
    assert not (week.obstacle and week.obstacle_words)
