import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.effects import StartPlan, UpdatePlan
from bot.core.model.plan import OwnPlan, Phrase, PlanState
from bot.core.progress import habits
from bot.core.typed import weekdays
from tests.core.making import TODAY, days, make_facts, on, own
from tests.core.planner import Planner

DAY = timedelta(days=1)


def named(**more: object) -> Planner:
    """Somebody who has said what, no moment, and the first step, and wants other days."""
    chat = Planner(make_facts(**more))  # type: ignore[arg-type]
    chat.slash("plans")
    chat.press("mine.new")
    assert chat.type("Tea first").startswith("Tea first: when is a good moment for it?")
    assert chat.press("mine.cue.none").startswith("Tea first: what is the first step?")
    assert "Days: every day" in chat.type("make tea\nbefore the phone")
    assert chat.press("mine.confirm.days").startswith("On which days?")
    return chat


def begun(plan: OwnPlan) -> StartPlan:
    return StartPlan("own", 1, 0, TODAY, own=plan)


def test_a_plan_of_ones_own_from_name_to_start() -> None:
    chat = named()
    assert chat.tokens == ["mine.days.every-day", "mine.days.weekdays", "mine.days.weekend"]
    shown = chat.press("mine.days.weekdays")
    assert shown == "Tea first\nmake tea before the phone\nDays: weekdays\nIs that right?"
    shown = chat.press("mine.confirm.start")
    assert shown == "You have started Tea first: make tea before the phone\nDays: weekdays"
    assert chat.effects == (begun(OwnPlan("Tea first", "make tea before the phone", (0, 1, 2, 3, 4))),)
    assert chat.waiting == ""
    chat.press("plans.list")
    assert chat.tokens[0] == "plans.open.1"


def test_its_moment_and_its_first_step_make_a_sentence() -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    chat.type("Tea first")
    assert chat.press("mine.cue.2").startswith("When I get home … what is the first step?")
    shown = chat.type("I will make tea.")
    assert shown == "Tea first\nWhen I get home, I will make tea.\nDays: every day\nIs that right?"
    chat.press("mine.confirm.start")
    plan = OwnPlan("Tea first", "make tea", tuple(range(7)))
    assert chat.effects == (replace(begun(plan), cue=Phrase("mine-cue-2", own=False)),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("mon wed fri", (0, 2, 4)), ("Fri, Mon & Wednesday!", (0, 2, 4)), ("every day", tuple(range(7))),
     ("weekdays", (0, 1, 2, 3, 4)), ("weekend and monday", (0, 5, 6)), ("mon-thu", (0, 1, 2, 3)),
     ("Friday – Monday", (0, 4, 5, 6)), ("monday to wednesday and sat", (0, 1, 2, 5)),
     ("on mondays, no, monday", (0,)), ("sun", (6,))],
)  # fmt: skip
def test_days_in_words(typed: str, found: tuple[int, ...]) -> None:
    chat = named()
    chat.type(typed)
    assert chat.waiting == "mine.confirm"
    chat.type("yes")
    assert chat.effects == (begun(OwnPlan("Tea first", "make tea before the phone", found)),)


@pytest.mark.parametrize("typed", ["whenever", "1", "25:99", "-", "x" * 100_000, "2026-12-24"])
def test_days_that_are_none_are_asked_again(typed: str) -> None:
    chat = named()
    assert chat.type(typed).startswith("I don't see which days you mean.")
    assert chat.forge("mine.days.never").startswith("I don't see which days you mean.")
    assert chat.waiting == "mine.days"


def test_days_in_spanish() -> None:
    snapshot = make_facts(language="es")
    assert weekdays.parse("lunes y miércoles", snapshot) == (0, 2)
    assert weekdays.parse("todos los lunes", snapshot) == (0,)
    assert weekdays.parse("Todos los días", snapshot) == tuple(range(7))
    assert weekdays.parse("mon", snapshot) is None


EXCEPTIONS = [
    ("en", "every day but sunday", (0, 1, 2, 3, 4, 5)),
    ("en", "not monday", (1, 2, 3, 4, 5, 6)),
    ("en", "weekdays except friday", (0, 1, 2, 3)),
    ("en", "all but sunday", (0, 1, 2, 3, 4, 5)),
    ("en", "every day except saturday and sunday", (0, 1, 2, 3, 4)),
    ("en", "mondays but not fridays", (0,)),
    ("en", "mon–fri", (0, 1, 2, 3, 4)),
    ("en", "sunday to thursday", (0, 1, 2, 3, 6)),
    ("en", "monday not", None),
    ("en", "every other day", None),
    ("en", "every second monday", None),
    ("es", "todos los días menos el domingo", (0, 1, 2, 3, 4, 5)),
    ("es", "todos menos domingo", (0, 1, 2, 3, 4, 5)),
    ("es", "de lunes a viernes", (0, 1, 2, 3, 4)),
    ("es", "lunes a viernes excepto el miércoles", (0, 1, 3, 4)),
    ("es", "no los lunes", (1, 2, 3, 4, 5, 6)),
    ("es", "los lunes no", None),
    ("es", "cada dos días", None),
]


@pytest.mark.parametrize(("language", "typed", "days"), EXCEPTIONS)
def test_days_with_exceptions(language: str, typed: str, days: tuple[int, ...] | None) -> None:
    assert weekdays.parse(typed, make_facts(language=language)) == days


@given(st.text(), st.sampled_from(["en", "es", "xx"]))
def test_any_words_are_days_or_none(text: str, language: str) -> None:
    found = weekdays.parse(text, make_facts(language=language))
    assert found is None or (found and set(found) <= set(range(7)) and list(found) == sorted(found))


@given(st.sets(st.integers(0, 6), min_size=1))
def test_named_days_are_found_again(chosen: set[int]) -> None:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    assert weekdays.parse(", ".join(names[day] for day in chosen), make_facts()) == tuple(sorted(chosen))


@pytest.mark.parametrize(
    ("days", "shown"),
    [((0, 1, 2, 3, 4, 5, 6), "every day"), ((5, 6), "the weekend"), ((3,), "Thursday"),
     ((1, 3), "Tuesday and Thursday"), ((0, 1, 2, 6), "Monday, Tuesday, Wednesday and Sunday")],
)  # fmt: skip
def test_days_are_told_in_words(days: tuple[int, ...], shown: str) -> None:
    assert f"Days: {shown}\n" in Planner(make_facts(own(weekdays=days))).forge("plans.open.1")


@pytest.mark.parametrize(("typed", "most"), [("x" * 61, 60), (" ".join("ab" * 50), 60)])
def test_a_long_name_is_asked_again(typed: str, most: int) -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    assert f"{most} characters at most" in chat.type(typed)
    assert chat.waiting == "mine.name"
    chat.type("x" * most)
    chat.press("mine.cue.none")
    assert "120 characters at most" in chat.type("y" * 121)
    assert chat.waiting == "mine.action"


@pytest.mark.parametrize("step", ["name", "cue", "action", "confirm"])
def test_it_can_be_given_up_at_any_step(step: str) -> None:
    for typed in (True, False):
        chat = Planner(make_facts())
        chat.forge("mine.new")
        said = ("Tea", "I get home", "drink tea")
        for words in said[: ("name", "cue", "action", "confirm").index(step)]:
            chat.type(words)
        assert chat.waiting == f"mine.{step}"
        if typed and step == "cue":  # a "no" to the moment is no moment
            continue
        chat.type("no") if typed else chat.press(f"mine.{step}.stop")
        assert (chat.effects, chat.waiting) == ((), "")
        assert "mine.new" in chat.tokens


def test_it_can_be_written_again() -> None:
    for how in ("again", "press"):
        chat = named()
        chat.press("mine.days.weekend")
        chat.press("mine.confirm.again") if how == "press" else chat.type("again")
        assert chat.waiting == "mine.name"


def test_anything_else_at_the_end_is_asked_again() -> None:
    chat = named()
    chat.press("mine.days.weekend")
    for attempt in (lambda: chat.type("perhaps"), lambda: chat.forge("mine.confirm.x")):
        assert attempt().startswith("Please press one of the buttons.")
        assert (chat.effects, chat.waiting) == ((), "mine.confirm")


def test_forged_presses_are_no_names() -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    chat.forge("mine.name.Mallory")
    assert chat.waiting == "mine.name"
    chat.type("Tea")
    chat.forge("mine.cue.x")
    assert chat.waiting == "mine.cue"
    chat.press("mine.cue.none")
    chat.forge("mine.action.x")
    assert chat.waiting == "mine.action"


def test_a_fourth_plan_is_not_begun_even_when_the_third_came_meanwhile() -> None:
    chat = named()
    chat.press("mine.days.weekend")
    chat.snapshot = make_facts(on("calm", 1), on("calls", 2), own(3))
    assert chat.press("mine.confirm.start").startswith("3 plans at a time")
    assert chat.effects == ()
    assert chat.forge("mine.new").startswith("3 plans at a time")


def test_an_own_plan_instead_of_a_running_one() -> None:
    chat = Planner(make_facts(on("calm", 1), on("calls", 2), own(3)))
    chat.forge("plans.switch.2")
    chat.press("mine.new.2")
    for words in ("Walk", "no", "once around the house", "sat"):
        chat.type(words)
    chat.press("mine.confirm.start")
    walk = OwnPlan("Walk", "once around the house", (5,))
    assert chat.effects == (UpdatePlan(2, {"state": PlanState.LEFT}), begun(walk))


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=150))
def test_any_words_keep_the_state_plain_json(name: str, action: str) -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    chat.type(name)
    chat.type(action)
    chat.type(action)
    assert all(json.loads(json.dumps(f.data)) == f.data for f in chat.stack)
    assert chat.replies


# --- a name -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["\u200b", "\u2800", "\u3164", "\u200f", "\u0301\u0308", "\ufe0f", " \u2060\t"]
)
def test_words_of_which_nothing_can_be_seen_are_none(name: str) -> None:
    chat = Planner(make_facts())
    chat.slash("plans")
    chat.press("mine.new")
    assert chat.type(name).startswith("That message arrived empty.")
    assert chat.waiting == "mine.name"
    chat.type("Tea first")
    assert chat.type(name).startswith("That message arrived empty.")
    assert chat.waiting == "mine.cue"


@pytest.mark.parametrize("name", ["🙂", "👩‍👩‍👧", "1️⃣", "हिन्दी", "تنفّس", "é", "c̄", "§"])
def test_a_name_in_any_script_is_one(name: str) -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    assert name in chat.type(name)
    assert chat.waiting == "mine.cue"


@pytest.mark.parametrize(("name", "other"), [("Tea first", " tea  FIRST "), ("🙂", "🙂"), ("café", "Cafe")])
def test_two_running_plans_never_have_one_name(name: str, other: str) -> None:
    chat = Planner(
        make_facts(own(1, words=OwnPlan(name, "a", (0,))), own(2, words=OwnPlan("Else", "b", (0,))))
    )
    chat.forge("mine.new")
    assert chat.type(other).startswith("You already have a plan called")
    assert chat.waiting == "mine.name"
    chat.forge("mine.rename.2")
    assert chat.type(other).startswith("You already have a plan called")
    assert chat.waiting == "mine.newname"


def test_a_plan_instead_of_another_may_have_its_name() -> None:
    chat = Planner(make_facts(own(1)))
    chat.forge("mine.new.1")
    assert chat.type("Tea first").startswith("Tea first: when is a good moment for it?")


def test_a_name_that_was_taken_meanwhile_is_asked_anew() -> None:
    chat = named()
    chat.press("mine.days.weekdays")
    chat.snapshot = replace(chat.snapshot, enrolments=(own(1),))
    assert chat.press("mine.confirm.start").startswith("You already have a plan called Tea first.")
    assert (chat.effects, chat.waiting) == ((), "mine.name")


# --- changes ------------------------------------------------------------------------------------------


def test_a_name_can_be_changed_and_the_history_stays() -> None:
    chat = Planner(make_facts(own(1), entries=days("kkk")))
    chat.forge("plans.open.1")
    chat.press("mine.edit.1")
    chat.press("mine.rename.1")
    assert chat.type("Walk").startswith("It is called Walk now.")
    assert chat.plan().own == OwnPlan("Walk", "make tea before the phone", tuple(range(7)))
    assert "Kept on 3 of 3 days" in chat.press("plans.open.1")


def test_days_can_be_changed_and_the_days_before_stay_as_they_were() -> None:
    chat = Planner(make_facts(own(1, weekdays=(0, 6)), entries=days("k", until=TODAY - DAY * 7)))
    past = [TODAY - DAY * n for n in range(1, 15)]
    before = [habits.missing(chat.snapshot, day) != () for day in past]
    chat.forge("mine.redays.1")
    assert chat.waiting == "mine.newdays"
    assert "from today: Tuesday" in chat.type("tuesday")
    assert [habits.missing(chat.snapshot, day) != () for day in past] == before
    week = [habits.applies(chat.snapshot, chat.plan(), TODAY + DAY * n) for n in range(7)]
    assert week == [False, True, False, False, False, False, False]
    chat.wait(1)
    chat.forge("mine.redays.1")
    chat.press("mine.newdays.weekend")
    assert [habits.missing(chat.snapshot, day) != () for day in past] == before
    assert not habits.applies(chat.snapshot, chat.plan(), TODAY)


@given(st.lists(st.tuples(st.integers(0, 5), st.sets(st.integers(0, 6), min_size=1)), max_size=6))
def test_any_row_of_changes_leaves_each_day_what_it_was(changes: list[tuple[int, set[int]]]) -> None:
    plan, today, seen = OwnPlan("a", "b", (0,)), TODAY, {}
    for wait, weekdays_ in changes:
        seen |= {today + DAY * n: plan.weekdays for n in range(wait)}
        today += DAY * wait
        plan = plan.changed(today, weekdays=tuple(sorted(weekdays_)))
        assert all(plan.on(day).weekdays == then for day, then in seen.items())
        assert plan.on(today).weekdays == plan.weekdays


@pytest.mark.parametrize("token", ["mine.edit", "mine.rename", "mine.redays"])
@pytest.mark.parametrize("value", ["9", "2", "3", "x", ""])
def test_nothing_is_changed_of_a_plan_that_is_no_running_own_one(token: str, value: str) -> None:
    chat = Planner(make_facts(own(1), on("calm", 2), own(3, state=PlanState.LEFT)))
    assert chat.forge(f"{token}.{value}").startswith("That plan isn't among yours")
    assert (chat.effects, chat.waiting) == ((), "")


@pytest.mark.parametrize("step", ["rename", "redays"])
def test_a_change_can_be_left(step: str) -> None:
    chat = Planner(make_facts(own(1)))
    chat.forge(f"mine.{step}.1")
    chat.press(chat.tokens[-1])
    assert (chat.effects, chat.waiting) == ((), "")


def test_a_moment_typed_for_the_subject_is_kept() -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    assert chat.type("when dinner is over").startswith(
        "When dinner is over: that is a good moment. I keep it."
    )
    assert chat.type("call my sister").startswith("When dinner is over … what is the first step?")
    assert "When dinner is over, I will send her a message." in chat.type("send her a message")


def test_the_first_step_typed_for_the_moment_is_kept() -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    chat.type("Tea first")
    assert chat.type("I will make tea").startswith("“make tea”: that is what you will do.")
    assert "When dinner is over, I will make tea." in chat.type("when dinner is over")


@pytest.mark.parametrize("typed", ["lol", "yes", "Done!"])
def test_what_is_said_to_the_coach_names_no_plan(typed: str) -> None:
    chat = Planner(make_facts())
    chat.forge("mine.new")
    assert "A plan of your own" in chat.type(typed)
    assert chat.waiting == "mine.name"
