from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.coach import COACH
from bot.core.model.checkin import CheckinAnswer
from bot.core.model.effects import StartPlan, UpdatePlan
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import RestReason
from bot.core.model.plan import Phrase, PlanState
from bot.core.nudges import schedule
from bot.core.plans import plans
from tests.core.making import TODAY, days, make_facts, make_library, on, own
from tests.core.planner import Planner

DAY = timedelta(days=1)
THREE = (on("calm", 1, step=1), on("minutes", 2), own(3))


def shows(chat: Planner, token: str) -> str:
    """What a press of the last turn shows; it changes nothing."""
    shown = chat.press(token)
    assert chat.effects == ()
    return shown


# --- the list and a card ------------------------------------------------------------------------------


def test_without_a_plan_there_are_two_ways_to_one() -> None:
    chat = Planner(make_facts())
    assert chat.slash("plans").startswith("You have no plan running")
    assert chat.tokens == ["plans.add", "mine.new"]


def test_the_list_tells_each_plan_in_words() -> None:
    calm = on("calm", 1, cue=Phrase("plan-calm-cue-2", own=False), action=Phrase("open a book", own=True))
    chat = Planner(make_facts(calm, own(2), entries=days("kkkkkkk")))
    assert chat.slash("plans").splitlines() == [
        "Your plans",
        "• calm name: calm step tiny",
        "When calm cue 2, I will open a book.",
        "Rhythm: taking shape",
        "• Tea first: make tea before the phone",
    ]
    assert chat.tokens == ["plans.open.1", "plans.open.2", "plans.add", "mine.new"]


@pytest.mark.parametrize(
    ("said", "rhythm"),
    [("kkkkkk", None), ("kkkkkks", None), ("mmmmmmm", "quiet just now"), ("mkmkmkmk", "it comes and goes"),
     ("k" * 14, "steady")],
)  # fmt: skip
def test_a_rhythm_is_told_from_seven_answers_on(said: str, rhythm: str | None) -> None:
    shown = Planner(make_facts(on("calm"), entries=days(said))).slash("plans")
    assert (f"Rhythm: {rhythm}" in shown) if rhythm else ("Rhythm" not in shown)


def test_three_plans_are_enough() -> None:
    chat = Planner(make_facts(*THREE))
    chat.slash("plans")
    assert chat.tokens == ["plans.open.1", "plans.open.2", "plans.open.3"]
    for token in ("plans.add", "plans.start.calls", "mine.new"):
        assert chat.forge(token).startswith("3 plans at a time is plenty")
        assert (chat.effects, chat.waiting) == ((), "")


def test_a_card_tells_the_step_since_when_and_how_it_went() -> None:
    entries = [*days("kkk", until=TODAY - DAY * 4, amount=90), *days("kms", step=1)]
    chat = Planner(make_facts(on("minutes", step=1, step_since=date(2026, 11, 20)), entries=entries))
    chat.slash("plans")
    assert chat.press("plans.open.1").splitlines() == [
        "minutes name",
        "Step: minutes step ten",
        "Counts as kept: up to 80 minutes",
        "Since Friday, 20 November",
        "Kept on 1 of 2 days",
    ]
    assert chat.tokens == [
        "grow.further.1.1", "grow.easier.1.1", "plans.ifthen.1", "plans.pause.1", "plans.switch.1",
        "plans.finish.1", "plans.leave.1", "plans.why.1", "plans.list",
    ]  # fmt: skip


def test_a_card_at_either_end_of_the_ladder_offers_only_what_there_is() -> None:
    for step, absent in ((0, "grow.easier.1.0"), (2, "grow.further.1.2")):
        chat = Planner(make_facts(on("calm", step=step)))
        assert "No answers on this step yet" in chat.forge("plans.open.1")
        assert absent not in chat.tokens


def test_a_card_of_an_own_plan_tells_its_days() -> None:
    chat = Planner(make_facts(own(weekdays=(0, 2, 4))))
    assert "Days: Monday, Wednesday and Friday" in chat.forge("plans.open.1")


def test_why_it_works_names_the_source() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.open.1")
    assert (
        shows(chat, "plans.why.1")
        == "calm name\ncalm about\nHunt and others, 2018 (https://example.org/hunt)"
    )
    assert chat.tokens == ["plans.open.1"]


def test_a_plan_that_is_gone_from_the_catalogue_still_shows_and_can_be_left() -> None:
    chat = Planner(make_facts(on("gone", cue=Phrase("plan-gone-cue-1", own=False))))
    assert "A plan that is no longer offered" in chat.slash("plans")
    chat.press("plans.open.1")
    assert chat.tokens == ["plans.switch.1", "plans.leave.1", "plans.list"]
    chat.press("plans.leave.1")
    assert chat.plan().state is PlanState.LEFT
    assert chat.tokens == ["plans.add", "mine.new", "plans.earlier", "plans.rest"]
    assert "This is how things stand" in chat.forge("plans.again.1")
    assert chat.plan().state is PlanState.LEFT


# --- choosing and starting ----------------------------------------------------------------------------


def test_a_plan_is_looked_at_chosen_and_begun_with_its_if_then() -> None:
    chat = Planner(make_facts(on("calm"), focus="feed"))
    chat.slash("plans")
    shown = shows(chat, "plans.add")
    assert "• garden name: garden pitch" in shown
    assert chat.tokens == ["plans.see.garden", "plans.see.minutes", "plans.see.posts", "plans.add.3",
                           "mine.new", "plans.list"]  # fmt: skip
    assert shows(chat, "plans.see.garden") == "garden name\ngarden about"
    assert shows(chat, "plans.start.garden").startswith("garden name: garden step one\nWhich moment")
    assert chat.tokens == ["plans.cue.1", "plans.cue.2", "plans.cue.3", "plans.cue.skip"]
    assert shows(chat, "plans.cue.2").startswith("When garden cue 2 … what will you do?")
    assert chat.press("plans.action.3").splitlines() == [
        "You have started garden name.", "Step: garden step one", "When garden cue 2, I will garden action 3."
    ]  # fmt: skip
    cue, action = Phrase("plan-garden-cue-2", own=False), Phrase("plan-garden-action-3", own=False)
    assert chat.effects == (StartPlan("garden", 1, 0, TODAY, cue, action),)
    assert chat.waiting == ""


def test_a_plan_begins_at_its_own_start() -> None:
    chat = Planner(make_facts())
    chat.forge("plans.start.calm")
    chat.press("plans.cue.skip")
    assert chat.effects == (StartPlan("calm", 1, 1, TODAY, None, None),)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("I get home", "I get home"), ("When I get home.", "I get home"), ("when", "when"),
     ("  when\n I   get home ", "I get home"), ("2", "plan-garden-cue-2"),
     ("¿cuándo? <b>😀 سلام</b>", "¿cuándo? <b>😀 سلام</b>")],
)  # fmt: skip
def test_a_moment_in_own_words(typed: str, kept: str) -> None:
    chat = Planner(make_facts())
    chat.forge("plans.start.garden")
    chat.type(typed)
    assert chat.waiting == "plans.action"
    chat.type("I will breathe")
    cue, action = chat.effects[0].cue, chat.effects[0].action  # type: ignore[union-attr]
    assert (cue.words, cue.own) == (kept, not kept.startswith("plan-"))
    assert action == Phrase("breathe", own=True)


@pytest.mark.parametrize("typed", ["skip", "no", "later"])
def test_without_a_moment_in_words(typed: str) -> None:
    chat = Planner(make_facts())
    chat.forge("plans.start.garden")
    chat.type("at noon")
    chat.type(typed)
    assert chat.effects == (StartPlan("garden", 1, 0, TODAY, None, None),)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *(
            ("x" * 201, "Please put it in a few words: 200"),
            ("x " * 50_000, "Please put it in a few words: 200"),
        ),
        *((typed, "Press one of the buttons, please, or") for typed in ("...", "…", "yes", "Done!")),
    ],
)
def test_too_many_words_or_none_are_asked_again(typed: str, said: str) -> None:
    chat = Planner(make_facts())
    chat.forge("plans.start.garden")
    assert chat.type(typed).startswith(said)
    assert chat.waiting == "plans.cue"


def test_an_action_typed_for_the_moment_is_kept_and_not_asked_again() -> None:
    chat = Planner(make_facts())
    chat.forge("plans.start.garden")
    assert chat.type("I will call my sister").startswith("“call my sister”: that is what you will do.")
    chat.type("When I get home")
    cue, action = Phrase("I get home", own=True), Phrase("call my sister", own=True)
    assert chat.effects == (StartPlan("garden", 1, 0, TODAY, cue, action),)


def test_both_halves_in_one_line_begin_the_plan() -> None:
    chat = Planner(make_facts())
    chat.forge("plans.start.garden")
    chat.type("when I get home, I will call my sister")
    cue, action = Phrase("I get home", own=True), Phrase("call my sister", own=True)
    assert chat.effects == (StartPlan("garden", 1, 0, TODAY, cue, action),)


def test_a_forged_choice_is_asked_again() -> None:
    chat = Planner(make_facts())
    chat.forge("plans.start.garden")
    for token in ("plans.cue.4", "plans.cue.0", "plans.cue.", "plans.cue.x"):
        assert chat.forge(token).startswith("Please press one of the buttons.")
        assert chat.waiting == "plans.cue"


def test_what_runs_already_is_shown_instead_of_begun() -> None:
    chat = Planner(make_facts(on("calm")))
    assert chat.forge("plans.start.calm").startswith("calm name\nStep")
    assert (chat.effects, chat.waiting) == ((), "")


def test_a_start_that_became_too_much_in_the_meantime_changes_nothing() -> None:
    chat = Planner(make_facts(on("calm", 1)))
    chat.forge("plans.start.garden")
    chat.type("at noon")
    chat.snapshot = make_facts(*THREE)
    assert chat.type("breathe").startswith("3 plans at a time")
    assert (chat.effects, chat.waiting) == ((), "")


def test_the_catalogue_comes_in_pages() -> None:
    chat = Planner(make_facts())
    chat.forge("plans.add")
    first = chat.tokens
    chat.press("plans.add.3")
    assert first[:4] == ["plans.see.calm", "plans.see.minutes", "plans.see.posts", "plans.add.3"]
    assert chat.tokens[:3] == ["plans.see.calls", "plans.see.garden", "plans.add.0"]
    assert chat.press("plans.add.0")
    assert chat.tokens == first


def test_a_catalogue_of_nothing_else_says_so() -> None:
    calm = make_library().plans["calm"]
    chat = Planner(make_facts(on("calm"), library=make_library(calm)))
    assert chat.forge("plans.add").startswith("You have all the plans there are.")
    assert chat.tokens == ["mine.new", "plans.list"]


def test_suggestions_put_what_matters_first_and_leave_out_what_runs() -> None:
    def slugs(focus: str, *running: str) -> list[str]:
        snapshot = make_facts(*(on(slug, n) for n, slug in enumerate(running)))
        return [p.slug for p in plans.suggest(snapshot, focus)]

    assert slugs("people") == ["calls", "calm", "minutes"]
    assert slugs("time", "calm") == ["minutes", "posts", "calls"]
    assert slugs("") == slugs("nonsense") == ["calm", "minutes", "posts"]
    over = make_facts(on("calls", state=PlanState.LEFT))
    assert [p.slug for p in plans.suggest(over, "people", 1)] == ["calls"]


# --- another moment, another plan ---------------------------------------------------------------------


def test_a_new_if_then_for_a_running_plan() -> None:
    chat = Planner(make_facts(on("calm", cue=Phrase("at noon", own=True), action=Phrase("rest", own=True))))
    chat.forge("plans.open.1")
    chat.press("plans.ifthen.1")
    assert chat.tokens[-1] == "plans.cue.skip"
    chat.press("plans.cue.1")
    assert chat.type("I'll stretch") == "When calm cue 1, I will stretch."
    new = {"cue": Phrase("plan-calm-cue-1", own=False), "action": Phrase("stretch", own=True)}
    assert chat.effects == (UpdatePlan(1, new),)


def test_leaving_the_if_then_as_it_is_changes_nothing() -> None:
    chat = Planner(make_facts(on("calm", cue=Phrase("at noon", own=True), action=Phrase("rest", own=True))))
    chat.forge("plans.ifthen.1")
    assert "When at noon, I will rest." in shows(chat, "plans.cue.skip")


def test_an_own_plan_needs_a_moment_only() -> None:
    chat = Planner(make_facts(own()))
    chat.forge("plans.ifthen.1")
    assert chat.press("plans.cue.2") == "When I get home, I will make tea before the phone."
    assert "When I get home" in chat.slash("plans")
    chat.forge("plans.ifthen.1")
    assert chat.forge("plans.cue.7").startswith("Please press one of the buttons.")
    assert chat.type("when the kettle sings") == "When the kettle sings, I will make tea before the phone."


def test_switching_leaves_a_plan_only_when_the_other_begins() -> None:
    chat = Planner(make_facts(*THREE))
    chat.forge("plans.open.1")
    shows(chat, "plans.switch.1")
    assert chat.tokens == [
        "plans.see.posts.1",
        "plans.see.calls.1",
        "plans.see.garden.1",
        "mine.new.1",
        "plans.list",
    ]
    shows(chat, "plans.see.calls.1")
    assert chat.tokens == ["plans.start.calls.1", "plans.switch.1"]
    shows(chat, "plans.start.calls.1")
    chat.press("plans.cue.skip")
    assert chat.effects == (
        UpdatePlan(1, {"state": PlanState.LEFT}),
        StartPlan("calls", 1, 0, TODAY, None, None),
    )
    assert [e.id for e in chat.snapshot.running] == [2, 3, 4]


# --- pausing, finishing, leaving ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "until"),
    [("2026-12-24", date(2026, 12, 24)), ("24.12.", date(2026, 12, 24)), ("24/12", date(2026, 12, 24)),
     ("1.2.", date(2027, 2, 1)), ("23.2.", date(2027, 2, 23)), ("friday", date(2026, 11, 27))],
)  # fmt: skip
def test_a_pause_until_a_typed_date(typed: str, until: date) -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.pause.1")
    chat.type(typed)
    assert chat.effects == (UpdatePlan(1, {"state": PlanState.PAUSED, "paused_until": until}),)
    assert chat.waiting == ""


@pytest.mark.parametrize("answer", ["press", "yes"])
def test_a_pause_until_a_day_far_ahead_is_asked_about_first(answer: str) -> None:
    """Today's date, typed without a year, would be a year of silence."""
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.pause.1")
    assert chat.type("23.11.").startswith("That is Tuesday, 23 November 2027, 365 days from now.")
    assert (chat.effects, chat.tokens) == ((), ["plans.until.2027-11-23", "plans.open.1"])
    said = chat.press("plans.until.2027-11-23") if answer == "press" else chat.type("yes")
    until = date(2027, 11, 23)
    assert chat.effects == (UpdatePlan(1, {"state": PlanState.PAUSED, "paused_until": until}),)
    assert "back on Tuesday, 23 November 2027" in said
    assert "Paused until Tuesday, 23 November 2027" in chat.slash("plans")


def test_no_pause_until_a_day_far_ahead() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.pause.1")
    chat.type("366")
    assert chat.type("no").startswith("calm name")
    assert (chat.effects, chat.waiting) == ((), "")


def test_a_pause_by_a_press_and_its_early_end() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.open.1")
    chat.press("plans.pause.1")
    assert chat.tokens == ["plans.until.2026-11-26", "plans.until.2026-11-30", "plans.until.2026-12-07"]
    assert "back on Monday, 30 November" in chat.press("plans.until.2026-11-30")
    assert "Paused until Monday, 30 November" in chat.slash("plans")
    chat.press("plans.open.1")
    assert "plans.pause.1" not in chat.tokens
    assert chat.press("plans.resume.1") == "calm name goes on.\nStep: calm step tiny"
    assert chat.effects == (UpdatePlan(1, {"state": PlanState.ACTIVE, "paused_until": None}),)
    assert chat.forge("plans.resume.1").startswith("calm name\nStep")
    assert chat.effects == ()


def test_a_pause_that_is_over_is_not_told_any_more() -> None:
    chat = Planner(make_facts(on("calm", state=PlanState.PAUSED, paused_until=TODAY)))
    assert "Paused" not in chat.forge("plans.open.1")
    assert "plans.pause.1" in chat.tokens


@pytest.mark.parametrize("typed", ["yesterday", "2026-11-23", "2020-01-01", "99.99.", "x" * 1000])
def test_a_date_that_is_none_is_asked_again(typed: str) -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.pause.1")
    assert chat.type(typed).startswith("I don't know that date.")
    assert (chat.effects, chat.waiting) == ((), "plans.until")
    assert chat.type("no").startswith("calm name")
    assert chat.waiting == ""


@pytest.mark.parametrize(("how", "state"), [("finish", PlanState.FINISHED), ("leave", PlanState.LEFT)])
def test_an_end_is_one_press_and_so_is_the_way_back(how: str, state: PlanState) -> None:
    chat = Planner(make_facts(on("calm", step=1)))
    chat.forge("plans.open.1")
    chat.press(f"plans.{how}.1")
    assert chat.effects == (UpdatePlan(1, {"state": state}),)
    assert chat.tokens == ["plans.again.1", "plans.add", "mine.new", "plans.rest"]
    assert chat.press("plans.again.1").startswith("calm name is back")
    assert (chat.plan().state, chat.plan().step) == (PlanState.ACTIVE, 1)


def test_after_the_last_plan_there_is_a_look_back_and_a_choice() -> None:
    chat = Planner(make_facts(on("calm"), own(2), entries=days("kkmk")))
    assert "No plan is running" not in chat.forge("plans.leave.2"), "another one still runs"
    assert chat.forge("plans.finish.1").splitlines() == [
        "calm name is finished: you can do this without a coach now. That is what it was for.",
        "Tea first, since Saturday, 24 October: no answers",
        "calm name, since Saturday, 24 October: kept on 3 of 4 days",
        "No plan is running now. On Sunday, 29 November I ask once more; "
        "after that I write only when you do.",
        "What would you like?",
    ]
    assert chat.tokens == ["plans.again.1", "plans.add", "mine.new", "plans.earlier", "plans.rest"]
    chat.wait(6)
    chat.say(schedule.message(NudgeKind.WEEK, chat.snapshot.today, chat.snapshot, COACH.opening))
    assert "No plan has been running since Monday, 23 November." in chat.shown
    assert "calm name, since Saturday, 24 October: kept on 3 of 4 days" in chat.shown
    assert chat.tokens == ["plans.add", "mine.new", "plans.earlier", "plans.rest"]


def test_the_card_says_which_days_are_asked_about() -> None:
    asked = "I ask about it on these days"
    assert asked not in Planner(make_facts(on("calm"))).forge("plans.open.1")
    assert f"{asked}: Monday and Thursday" in Planner(make_facts(on("calm"), ceiling=3)).forge("plans.open.1")
    assert "I don't ask about it" in Planner(make_facts(on("calm"), ceiling=0)).forge("plans.open.1")


def test_today_says_when_the_next_question_comes() -> None:
    """Under a ceiling of 3, a daily plan is asked about on two days of the week."""
    seen = []
    for n in range(7):
        chat = Planner(make_facts(on("calm"), ceiling=3))
        chat.wait(n)
        due = next(d for d in schedule.upcoming(chat.snapshot) if d.kind is NudgeKind.CHECKIN)
        shown = chat.slash("today")
        seen.append("I ask at 20:00." in shown)
        assert seen[-1] == (due.day == chat.snapshot.today)
        assert seen[-1] or f"Next I ask on {due.day:%A}, {due.day.day} " in shown
    assert sum(seen) == 2


def test_a_look_back_says_which_days_it_counts() -> None:
    begun = TODAY - DAY * 200
    chat = Planner(make_facts(on("calm", started_on=begun, step_since=begun), entries=days("k" * 120)))
    assert "In the last 70 days: kept on 70 of 70" in chat.forge("plans.finish.1")


def test_where_nothing_will_come_after_the_last_plan_that_is_said() -> None:
    chat = Planner(make_facts(on("calm"), ceiling=0))
    assert "No plan is running now. I write only when you do." in chat.forge("plans.leave.1")


def test_just_resting_is_a_goodbye_in_one_line() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.finish.1")
    assert len(chat.press("plans.rest").splitlines()) == 1
    assert chat.tokens == []
    assert chat.snapshot.person.rest is RestReason.STOPPED
    chat = Planner(make_facts(on("calm")))
    assert chat.forge("plans.rest").startswith("Your plans"), "an old button stops no plan that runs"
    assert chat.effects == ()


@pytest.mark.parametrize("how", ["finish", "leave", "pause"])
def test_the_day_before_stays_open_once_a_plan_rests(how: str) -> None:
    """Yesterday's message is answered this morning, after the plan was paused or ended."""
    chat = Planner(make_facts(on("calm")))
    chat.forge(f"plans.{how}.1")
    if how == "pause":
        chat.press(f"plans.until.{TODAY + DAY * 3}")
    yesterday = TODAY - DAY
    assert "Noted." in chat.forge(f"checkin.a.{yesterday}.1.kept")
    assert chat.snapshot.entries[1, yesterday].kept is CheckinAnswer.KEPT
    chat.slash("checkin 1")
    chat.forge(f"checkin.a.{yesterday}.1.missed")
    assert chat.snapshot.entries[1, yesterday].kept is CheckinAnswer.MISSED


def test_the_days_between_are_not_offered_once_it_goes_on() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.pause.1")
    chat.press(f"plans.until.{TODAY + DAY * 3}")
    chat.wait(2)
    chat.forge("plans.resume.1")
    chat.slash("today")
    assert not {f"checkin.open.{TODAY}", f"checkin.open.{TODAY + DAY}"} & set(chat.tokens)
    chat.wait(1)
    chat.slash("today")
    assert f"checkin.open.{TODAY + DAY * 2}" in chat.tokens
    assert f"checkin.open.{TODAY + DAY}" not in chat.tokens


def test_a_day_on_which_all_rests_says_so_and_until_when() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.forge("plans.pause.1")
    chat.press(f"plans.until.{TODAY + DAY * 3}")
    assert chat.slash("today").splitlines() == ["calm name", "Paused until Thursday, 26 November"]
    assert chat.tokens[0] == "plans.resume.1"
    assert chat.press("plans.resume.1").startswith("calm name goes on")
    two = (
        on(slug, n, state=PlanState.PAUSED, paused_until=TODAY + DAY)
        for n, slug in ((1, "calm"), (2, "calls"))
    )
    chat = Planner(make_facts(*two))
    chat.slash("today")
    assert chat.tokens[:2] == ["plans.open.1", "plans.open.2"]


def test_a_day_that_was_off_is_told_as_past() -> None:
    chat = Planner(make_facts(own(weekdays=(0,))))
    assert "Nothing was planned for Sunday, 22 November" in chat.slash("checkin 1")


def test_an_end_pressed_twice_is_one() -> None:
    chat = Planner(make_facts(on("calm", state=PlanState.FINISHED)))
    for token in ("plans.finish.1", "plans.leave.1", "plans.pause.1", "plans.resume.1"):
        assert "Finished" in chat.forge(token)
        assert (chat.effects, chat.waiting) == ((), "")


def test_nothing_is_taken_up_beyond_three_or_twice() -> None:
    chat = Planner(make_facts(*THREE, on("calls", 4, state=PlanState.LEFT)))
    assert chat.forge("plans.again.4").startswith("3 plans at a time")
    chat = Planner(make_facts(on("calm", 1, state=PlanState.LEFT), on("calm", 2)))
    assert "Left" not in chat.forge("plans.again.1")
    assert chat.effects == ()


# --- plans that are over ------------------------------------------------------------------------------


def test_a_plan_that_was_left_is_found_shown_and_taken_up_at_its_step() -> None:
    chat = Planner(make_facts(on("calm", step=2), own(2)))
    chat.forge("plans.leave.1")
    chat.forge("plans.finish.2")
    chat.wait(7)
    assert chat.slash("plans").startswith("You have no plan running")
    assert chat.press("plans.earlier").splitlines() == [
        "Earlier plans",
        "• Tea first: make tea before the phone",
        "Finished on Monday, 23 November",
        "• calm name: calm step full",
        "Left on Monday, 23 November",
        "Open one to take it up again.",
    ]
    assert "Left on Monday, 23 November" in chat.press("plans.open.1")
    chat.press("plans.again.1")
    assert (chat.plan().state, chat.plan().step) == (PlanState.ACTIVE, 2)
    assert "Finished" in chat.slash("plans 2")
    chat.press("plans.again.2")
    assert len(chat.snapshot.running) == 2


def test_starting_a_plan_that_was_left_offers_to_take_it_up() -> None:
    chat = Planner(make_facts(on("calm", step=2, state=PlanState.LEFT), on("calls", 2)))
    assert "goes on with: calm step full" in chat.slash("plans calm")
    assert chat.tokens == ["plans.again.1", "plans.start.calm", "plans.add"]
    chat.press("plans.again.1")
    assert (chat.plan().state, chat.plan().step) == (PlanState.ACTIVE, 2)
    assert "goes on with" not in chat.slash("plans garden")


def test_a_plan_that_was_left_comes_instead_of_another() -> None:
    chat = Planner(make_facts(*THREE, on("calls", 4, state=PlanState.LEFT)))
    chat.forge("plans.see.calls.2")
    chat.press("plans.again.4.2")
    assert {e.id for e in chat.snapshot.running} == {1, 3, 4}


def test_earlier_plans_come_in_pages_and_each_can_be_told_from_the_others() -> None:
    chat = Planner(make_facts(*(own(n, state=PlanState.LEFT) for n in range(1, 8))))
    chat.slash("plans")
    chat.press("plans.earlier")
    assert chat.tokens[:6] == [*(f"plans.open.{n}" for n in (7, 6, 5, 4, 3)), "plans.earlier.5"]
    chat.press("plans.earlier.5")
    assert chat.tokens == ["plans.open.2", "plans.open.1", "plans.earlier.0", "plans.list"]


def test_an_own_plan_whose_name_runs_again_is_not_taken_up_beside_it() -> None:
    chat = Planner(make_facts(own(1, state=PlanState.LEFT), own(2)))
    assert chat.forge("plans.again.1").startswith("You already have a plan called Tea first.")
    assert chat.effects == ()


# --- old and forged tokens ----------------------------------------------------------------------------

NAMES = tuple(plans.FLOW.buttons)


@pytest.mark.parametrize("value", ["99", "0", "-1", "x", "", "1.2.3", "²", "9" * 40, "nothing.1"])
@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("list", "add")])
def test_a_token_of_nothing_says_where_things_stand(name: str, value: str) -> None:
    chat = Planner(make_facts(on("calm", 7)))
    chat.forge(f"plans.{name}.{value}")
    assert chat.effects == ()
    assert chat.waiting == ""
    assert "plans.open.7" in chat.tokens


@given(st.lists(st.sampled_from([*NAMES, "cue", "action", "until"]), max_size=6), st.data())
def test_any_row_of_presses_leaves_at_most_three_plans(names: list[str], data: st.DataObject) -> None:
    chat = Planner(make_facts(*THREE[:2], on("calls", 4, state=PlanState.LEFT)))
    value = st.sampled_from(["1", "2", "4", "calls", "garden.1", "posts", "skip", "2026-12-01", ""])
    for name in names:
        chat.forge(f"plans.{name}.{data.draw(value)}")
        assert chat.replies
    assert len(chat.snapshot.running) <= 3
