from datetime import timedelta

import pytest

from bot.core.model.effects import RecordDecision, UpdatePlan
from bot.core.model.plan import Earlier, OwnPlan, PlanState, StepChoice
from bot.core.plans import offering
from bot.core.progress import habits
from tests.core.making import TODAY, days, make_facts, on, own
from tests.core.planner import Planner

DAY = timedelta(days=1)


def offered(snapshot: object) -> Planner:
    """What the coach offers after a check-in, as if it had just been said."""
    chat = Planner(snapshot)  # type: ignore[arg-type]
    turn = offering.offer_turn(chat.snapshot, chat.plan())
    assert turn is not None
    assert turn.effects == (UpdatePlan(1, {"offered_on": TODAY}),)
    assert turn.step is None
    chat.say(turn)
    return chat


# --- what is offered ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "said", "begins", "tokens"),
    [
        (on("calm", step=1), "kkkkkmm", "calm name: kept on 5 of the last 7 days. If you like, it can go",
         ["grow.further.1.1", "grow.keep.1.1", "grow.easier.1.1"]),
        (on("calm"), "kkkkk", "calm name: kept on 5 of the last 5 days.",
         ["grow.further.1.0", "grow.keep.1.0"]),
        (on("calm", step=2), "kkkkkkk", "calm name: kept on 7 of the last 7 days, on the last step there is.",
         ["plans.finish.1", "grow.keep.1.2"]),
        (own(), "kkkkkkk", "Tea first: kept on 7 of the last 7 days. Would you like to make it a bit bigger",
         ["grow.further.1.0", "grow.keep.1.0", "plans.finish.1"]),
        (on("calm", step=1), "mmmmmkm", "calm name: the last 7 days were hard going",
         ["grow.easier.1.1", "grow.keep.1.1", "plans.ifthen.1"]),
        (on("calm"), "mmmmmmm", "calm name: the last 3 days were hard going, and this is the smallest step",
         ["plans.ifthen.1", "plans.switch.1", "grow.keep.1.0"]),
        (own(), "mmmmmmm", "Tea first: the last 3 days were hard going, so the step may be too big. Shall we",
         ["grow.easier.1.0", "grow.keep.1.0", "plans.ifthen.1"]),
    ],
)  # fmt: skip
def test_what_is_offered(plan: object, said: str, begins: str, tokens: list[str]) -> None:
    chat = offered(make_facts(plan, entries=days(said, step=plan.step)))  # type: ignore[arg-type, attr-defined]
    assert chat.shown.startswith(begins)
    assert chat.tokens == tokens


def test_the_offer_names_the_step_there_would_be() -> None:
    assert offered(make_facts(on("calm", step=1), entries=days("kkkkk", step=1))).shown.endswith(
        "\ncalm step full"
    )
    assert offered(make_facts(on("calm", step=1), entries=days("mmmmmmm", step=1))).shown.endswith(
        "\ncalm step tiny"
    )


def test_without_a_reason_nothing_is_offered() -> None:
    snapshot = make_facts(on("calm"), entries=days("kkkk"))
    assert offering.offer_turn(snapshot, snapshot.enrolments[0]) is None


# --- what is decided ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("choice", "step"), [(StepChoice.FURTHER, 2), (StepChoice.EASIER, 0)])
def test_a_step_further_and_a_step_easier(choice: StepChoice, step: int) -> None:
    chat = Planner(make_facts(on("calm", step=1)))
    chat.forge(f"grow.{choice}.1.1")
    moved = UpdatePlan(1, {"step": step, "step_since": TODAY})
    assert chat.effects == (moved, RecordDecision(1, TODAY, choice))
    assert chat.replies[0].edits


def test_a_choice_on_the_weekly_summary_leaves_the_summary_there() -> None:
    chat = Planner(make_facts(on("calm", step=1)))
    chat.forge("grow.further.1.1.w")
    assert chat.plan().step == 2
    assert not chat.replies[0].edits


def test_keeping_it_is_a_decision_and_twice_is_once() -> None:
    chat = Planner(make_facts(on("calm", step=1)))
    assert chat.forge("grow.keep.1.1") == "calm name stays as it is:\ncalm step small"
    assert chat.effects == (RecordDecision(1, TODAY, StepChoice.KEEP),)
    chat.forge("grow.keep.1.1")
    assert chat.effects == ()


def test_the_same_button_twice_moves_once_and_says_how_it_stands() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("grow.further.1.0")
    assert chat.forge("grow.further.1.0") == "That has changed since. calm name is now at: calm step small"
    assert chat.effects == ()
    assert chat.plan().step == 1
    assert chat.tokens == ["plans.open.1"]


def test_further_than_the_last_step_is_finished() -> None:
    chat = Planner(make_facts(on("calm", step=2)))
    assert chat.forge("grow.further.1.2").startswith("calm name is on its last step already:")
    assert chat.effects == ()
    assert chat.tokens == ["plans.finish.1", "plans.open.1"]


def test_easier_than_the_easiest_is_another_moment_or_another_plan() -> None:
    chat = Planner(make_facts(on("calm")))
    assert chat.forge("grow.easier.1.0").startswith("calm name is at its smallest step already:")
    assert chat.effects == (RecordDecision(1, TODAY, StepChoice.EASIER),)
    assert chat.tokens == ["plans.ifthen.1", "plans.switch.1", "plans.open.1"]
    chat.forge("grow.easier.1.0")
    assert chat.effects == ()


def test_at_the_third_easier_choice_in_a_row_the_coach_says_so_and_only_then() -> None:
    chat = Planner(make_facts(on("minutes", step=3)))
    said = []
    for _ in range(5):
        said.append("third time in a row" in chat.forge(f"grow.easier.1.{chat.plan().step}"))
        chat.wait(7)
    assert said == [False, False, True, False, False]
    assert chat.plan().step == 0


def test_the_third_choice_asks_whether_to_keep_or_to_plan_anew() -> None:
    chat = Planner(make_facts(on("minutes", step=3)))
    for _ in range(3):
        chat.wait(7)
        chat.forge(f"grow.easier.1.{chat.plan().step}")
    assert chat.tokens == ["grow.keep.1.0", "plans.ifthen.1", "plans.switch.1"]
    chat.wait(1)
    assert chat.press("grow.keep.1.0").startswith("minutes name stays as it is")
    chat.wait(7)
    assert "third" not in chat.forge("grow.easier.1.0")


def test_a_third_choice_at_the_smallest_step_counts_too_and_one_day_counts_once() -> None:
    chat = Planner(make_facts(on("calm", step=2)))
    said = []
    for days_later in (0, 0, 1, 0, 1, 0):
        chat.wait(days_later)
        said.append("third time in a row" in chat.forge(f"grow.easier.1.{chat.plan().step}"))
    assert said == [False, False, False, False, True, False]


def test_on_the_day_of_the_third_choice_a_fourth_is_not_told_again() -> None:
    chat = Planner(make_facts(own()))
    said = []
    for number, days_later in enumerate((0, 1, 1, 0)):
        chat.wait(days_later)
        chat.forge(f"grow.easier.1.{number}")
        said.append("third time in a row" in chat.type(f"tiny thing {number}"))
    assert said == [False, False, True, False]


def test_another_choice_between_begins_the_row_anew() -> None:
    chat = Planner(make_facts(on("minutes", step=3)))
    said = []
    for choice in ("easier", "easier", "further", "easier", "easier", "easier"):
        chat.wait(7)
        said.append("third time" in chat.forge(f"grow.{choice}.1.{chat.plan().step}"))
    assert said == [False, False, False, False, False, True]


@pytest.mark.parametrize(
    "value", ["", "1", "1.", "1.9", "1.x", "9.0", "x.0", "1.-1", "1.0.0.0.0.0", "²", "." * 40, "9" * 60]
)
@pytest.mark.parametrize("choice", list(StepChoice))
def test_a_forged_choice_of_a_step_that_is_not_changes_nothing(choice: StepChoice, value: str) -> None:
    chat = Planner(make_facts(on("calm", step=1)))
    chat.forge(f"grow.{choice}.{value}"[:64])
    assert chat.effects == ()
    assert chat.plan().step == 1


@pytest.mark.parametrize("plan", [on("calm", state=PlanState.LEFT), on("gone")])
def test_nothing_moves_in_a_plan_that_is_over_or_gone(plan: object) -> None:
    for choice in StepChoice:
        chat = Planner(make_facts(plan))  # type: ignore[arg-type]
        chat.forge(f"grow.{choice}.1.0")
        assert (chat.effects, chat.waiting) == ((), "")


# --- an own plan --------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [StepChoice.FURTHER, StepChoice.EASIER])
def test_an_own_plan_is_put_in_other_words(choice: StepChoice) -> None:
    chat = Planner(make_facts(own()))
    assert "Today it is: “make tea before the phone”." in chat.forge(f"grow.{choice}.1.0")
    assert (chat.effects, chat.waiting) == ((), "grow.words")
    shown = chat.type("boil the\nwater")
    every = tuple(range(7))
    new = OwnPlan("Tea first", "boil the water", every, (Earlier(TODAY, "make tea before the phone", every),))
    assert chat.effects == (
        UpdatePlan(1, {"step": 1, "step_since": TODAY, "own": new}),
        RecordDecision(1, TODAY, choice),
    )
    assert shown.startswith("Tea first, from today:\nboil the water")
    assert chat.waiting == ""
    assert "That has changed since" in chat.forge(f"grow.{choice}.1.0")


def test_a_second_step_on_one_day_is_asked_about() -> None:
    chat = Planner(make_facts(on("calm", step=0)))
    chat.forge("grow.further.1.0")
    chat.press("plans.open.1")
    shown = chat.press("grow.further.1.1")
    assert "Go one further already?" in shown
    assert (chat.effects, chat.plan().step) == ((), 1)
    chat.press("grow.keep.1.1")
    assert chat.plan().step == 1
    chat.forge("grow.further.1.1.sure")
    assert chat.plan().step == 2


def test_yesterday_keeps_its_step_through_several_changes_on_one_day() -> None:
    chat = Planner(make_facts(on("calm", step=0), entries=days("k", until=TODAY - DAY * 2)))
    for token in ("grow.further.1.0", "grow.further.1.1.sure", "grow.easier.1.2"):
        chat.forge(token)
        assert habits.as_of(chat.snapshot, chat.plan(), TODAY - DAY).step == 0


def test_a_step_further_pressed_twice_is_one() -> None:
    chat = Planner(make_facts(on("calm", step=0)))
    chat.forge("grow.further.1.0")
    assert "That has changed since" in chat.forge("grow.further.1.0")
    assert "That has changed since" in chat.forge("grow.further.1.0.sure")
    assert chat.plan().step == 1


@pytest.mark.parametrize("how", ["no", "skip", "press"])
def test_an_own_plan_may_stay_as_it_is(how: str) -> None:
    chat = Planner(make_facts(own()))
    chat.forge("grow.easier.1.0")
    chat.press("grow.words.keep") if how == "press" else chat.type(how)
    assert chat.effects == (RecordDecision(1, TODAY, StepChoice.KEEP),)
    assert chat.waiting == ""


def test_too_many_words_are_asked_again() -> None:
    chat = Planner(make_facts(own()))
    chat.forge("grow.further.1.0")
    assert "120 characters at most" in chat.type("x" * 121)
    assert (chat.effects, chat.waiting) == ((), "grow.words")


def test_words_for_a_plan_that_changed_meanwhile_change_nothing() -> None:
    for now in (own(step=1), own(state=PlanState.LEFT), on("calm")):
        chat = Planner(make_facts(own()))
        chat.forge("grow.further.1.0")
        chat.snapshot = make_facts(now)
        chat.type("drink two cups")
        assert (chat.effects, chat.waiting) == ((), "")
        assert chat.replies


def test_a_question_left_for_another_plan_does_not_come_back() -> None:
    chat = Planner(make_facts(own(1)))
    chat.forge("grow.further.1.0")
    assert chat.waiting == "grow.words"
    chat.slash("plans")
    chat.forge("plans.start.garden")
    while chat.waiting:
        assert chat.waiting.startswith("plans.")
        chat.type("skip")
    assert [reply.key for reply in chat.replies] == ["plans-started"]
