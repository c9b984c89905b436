"""Turning points of a weekly message, and the farewell of a coach that is no longer needed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.checkin import DayRecord
from bot.core.model.effects import UpdatePerson
from bot.core.model.journal import NOTE, JournalEntry
from bot.core.model.plan import Enrolment, Phrase
from bot.core.week import turning, week
from bot.core.week.turning import Turning
from tests.core.making import TODAY, days, make_facts, on
from tests.core.planner import Planner

DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY
WHY = "I want my evenings back"


def begun(ago: int, **fields: object) -> Enrolment:
    return on("calm", started_on=TODAY - DAY * ago, step_since=TODAY - DAY * ago, **fields)


def weekly(chat: Planner) -> str:
    chat.say(week.open_week(chat.snapshot.today, chat.snapshot))
    return chat.shown


@pytest.mark.parametrize(
    ("ago", "said", "expected"),
    [
        (3, "kkk", None), (7, "kkkmkkk", Turning.FIRST_WEEK), (11, "kkk", None), (20, "kmk", Turning.HORIZON),
        (56, "kkkmkkp" * 8, Turning.STEADY), (63, "kkkmkkp" * 8, None), (84, "kkkmkkp" * 10, Turning.STEADY),
        (56, "kmmmmkp" * 8, None), (56, "k" * 21, None), (49, "k" * 49, None),
    ],
)  # fmt: skip
def test_when_a_turning_point_comes(ago: int, said: str, expected: Turning | None) -> None:
    assert turning.turning(make_facts(begun(ago), entries=days(said, until=YESTERDAY))) is expected


@pytest.mark.parametrize(
    ("said", "controls", "alike"),
    [
        ("kmkmkmp" * 3, [3] * 21, True), ("kkkkkkk" * 3, [3] * 21, False), ("kmkmkmp" * 3, [], True),
        ("kmkmkmp" * 2 + "mmmmmmm", [3] * 21, False), ("kmkmkmp" * 3, [2] * 7 + [3] * 7 + [4] * 7, False),
        ("kmkmkmp" * 3, [5] * 21, False), ("kmkmkmp" * 2, [3] * 21, False),
    ],
)  # fmt: skip
def test_three_weeks_on_one_step_that_are_all_alike(said: str, controls: list[int], alike: bool) -> None:
    felt = [DayRecord(YESTERDAY - DAY * n, c) for n, c in enumerate(reversed(controls))]
    facts = make_facts(begun(27), entries=days(said, until=YESTERDAY), days=felt)
    assert (turning.turning(facts) is Turning.ALIKE) is alike


@given(st.integers(21, 120))
def test_what_is_alike_is_said_once_in_four_weeks(ago: int) -> None:
    entries = days("kmkmkmp" * 3, until=YESTERDAY)
    said = [
        turning.turning(make_facts(begun(ago + week * 7), entries=entries)) is Turning.ALIKE
        for week in range(4)
    ]
    assert sum(said) == 1


def test_the_first_week_ends_with_a_choice_of_rhythm() -> None:
    chat = Planner(make_facts(begun(7), entries=days("kkk", until=YESTERDAY)))
    assert weekly(chat).endswith("How often shall I write from here?")
    assert chat.tokens == ["week.keep", "settings.ceiling.5", "settings.ceiling.3"]


def test_the_long_way_is_said_once_with_its_source() -> None:
    chat = Planner(make_facts(begun(20), entries=days("kmk", until=YESTERDAY)))
    assert "about two months, often longer, and a day missed does no harm (Singh, 2024)" in weekly(chat)
    assert "And the next week?" not in chat.shown
    assert "grow.keep.1.0.w" in chat.tokens


def test_weeks_that_are_alike_get_three_doors() -> None:
    chat = Planner(make_facts(begun(27), entries=days("kmkmkmp" * 3, until=YESTERDAY)))
    assert "three weeks that were much alike" in weekly(chat)
    assert chat.tokens == ["plans.ifthen.1", "plans.switch.1", "topics.run.pause"]


# --- farewell -----------------------------------------------------------------------------------------


def steady(**fields: object) -> Planner:
    half = {"cue": Phrase("the sun sets", own=True), "action": Phrase("read a page", own=True)}
    line = JournalEntry(1, TODAY - DAY * 3, NOTE, "two books this month, slowly")
    return Planner(
        make_facts(
            begun(56, **half), entries=days("kkkmkkp" * 8, until=YESTERDAY), journal=[line], why=WHY, **fields
        )
    )


def test_after_eight_steady_weeks_the_first_words_stand_beside_the_last() -> None:
    chat = steady()
    shown = weekly(chat)
    assert f"At the start you wrote: “{WHY}”\nOf late: “two books this month, slowly”" in shown
    assert chat.tokens == ["week.taper", "week.keep"]


def test_a_choice_a_look_now_and_then_and_a_goodbye_that_asks_nothing() -> None:
    chat = steady()
    weekly(chat)
    shown = chat.press("week.taper")
    assert chat.effects == (UpdatePerson({"tapers_since": TODAY}),)
    assert "I write on Sunday, 29 November" in shown
    assert "the sun sets" in shown
    chat.wait(6)
    weekly(chat)
    assert chat.tokens == ["week.holds", "week.slips", "week.daily"]
    assert "it takes nothing from the weeks that held" in chat.press("week.slips")
    assert "I write again on Sunday, 6 December, and not before" in chat.forge("week.holds")
    chat.wait(7 * 15)
    assert weekly(chat).startswith("This is my last message.")
    assert chat.tokens == []
    assert chat.forge("week.holds").startswith("I write no more unless you want it")


def test_the_check_ins_come_back_with_one_press() -> None:
    chat = steady(tapers_since=date(2026, 11, 1))
    chat.forge("week.daily")
    assert chat.effects == (UpdatePerson({"tapers_since": None}),)
    assert (chat.forge("week.daily"), chat.effects) == ("The check-ins come as ever.", ())
