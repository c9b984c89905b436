from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.effects import UpdatePerson
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import DateSpan
from bot.core.model.plan import PlanState
from tests.core.helpers import TODAY, Chat, facts_of


def asked() -> Chat:
    chat = Chat(facts_of())
    chat.slash("pause")
    assert chat.waiting == "pause.until"
    return chat


def test_a_pause_by_a_press() -> None:
    chat = asked()
    assert chat.tokens == ["pause.until.3", "pause.until.7", "pause.until.14", "pause.until.back"]
    shown = chat.press("pause.until.7")
    assert chat.effects == (UpdatePerson({"paused_until": date(2026, 11, 30)}),)
    assert "before Monday, 30 November" in shown
    assert "before Monday, 30 November, 20:00. First comes the check-in." in shown
    assert chat.waiting == ""
    shown = chat.press("pause.off")
    assert chat.effects == (UpdatePerson({"paused_until": None}),)
    assert "Next comes the check-in: Monday, 23 November, 20:00." in shown


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-12-24", date(2026, 12, 24)), ("24.12.", date(2026, 12, 24)), ("24/12", date(2026, 12, 24)),
     ("10", date(2026, 12, 3)), ("2 weeks", date(2026, 12, 7)), ("Friday", date(2026, 11, 27))],
)  # fmt: skip
def test_a_pause_in_words(typed: str, day: date) -> None:
    chat = asked()
    chat.type(typed)
    assert chat.effects == (UpdatePerson({"paused_until": day}),)
    again = Chat(facts_of())
    again.slash(f"pause {typed}")
    assert again.effects == chat.effects


@pytest.mark.parametrize(
    ("typed", "day", "shown"),
    [
        (
            "23.11.",
            date(2027, 11, 23),
            "That is Tuesday, 23 November 2027, 365 days from now.",
        ),  # today's date
        ("22.11.", date(2027, 11, 22), "That is Monday, 22 November 2027, 364 days from now."),
        ("366", date(2027, 11, 24), "That is Wednesday, 24 November 2027, 366 days from now."),
    ],
)
def test_a_day_far_ahead_is_shown_with_its_year_first(typed: str, day: date, shown: str) -> None:
    for chat in (asked(), Chat(facts_of())):
        said = chat.type(typed) if chat.waiting else chat.slash(f"pause {typed}")
        assert said.startswith(shown)
        assert (chat.effects, chat.waiting) == ((), "pause.until")
        assert chat.tokens == [f"pause.until.{day}", "pause.until.back"]
    said = chat.press(f"pause.until.{day}")
    assert chat.effects == (UpdatePerson({"paused_until": day}),)
    assert "2027" in said


@pytest.mark.parametrize(
    ("answer", "day"),
    [("yes", date(2027, 11, 23)), ("23.11.2027", date(2027, 11, 23)), ("24.11.", date(2026, 11, 24)),
     ("no", None), ("hm", None), ("23.11.", None)],
)  # fmt: skip
def test_a_day_far_ahead_holds_with_a_clear_yes_alone(answer: str, day: date | None) -> None:
    chat = asked()
    chat.type("23.11.")
    chat.type(answer)
    assert chat.effects == ((UpdatePerson({"paused_until": day}),) if day else ())


def test_a_yes_that_nothing_was_asked_before_sets_nothing() -> None:
    chat = asked()
    assert chat.type("yes").startswith("I don't know that day.")


def test_a_day_of_this_year_that_is_far_shows_its_year_too() -> None:
    chat = Chat(replace(facts_of(), today=date(2026, 1, 2), now=datetime(2026, 1, 2, 18, tzinfo=UTC)))
    assert "Thursday, 31 December 2026" in chat.slash("pause 31.12.")


def test_what_comes_first_may_be_the_weekly_summary() -> None:
    at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    sent = [SentNudge(kind, TODAY, at) for kind in (NudgeKind.REFLECTION, NudgeKind.LATER)]
    snapshot = replace(facts_of(checkin_at=time(21, 30), reflections_a_week=0), sent=tuple(sent))
    shown = Chat(snapshot).slash("pause 29.11.")
    assert "before Sunday, 29 November, 17:00. First comes your weekly summary." in shown


def test_whoever_pauses_is_not_silent_any_more() -> None:
    shown = Chat(facts_of(ignored=9)).slash("pause 3")
    assert "before Thursday, 26 November, 20:00. First comes the check-in." in shown


def test_where_the_plan_rests_longer_one_date_is_told() -> None:
    """A summary does not come in between either, so nothing is heard before the plan is back."""
    snapshot = facts_of()
    (plan,) = snapshot.enrolments
    until = date(2026, 12, 24)
    rests = (DateSpan(TODAY, until),)
    resting = replace(plan, state=PlanState.PAUSED, paused_until=until, rests=rests)
    shown = Chat(replace(snapshot, enrolments=(resting,))).slash("pause 3")
    assert shown.startswith("You won't hear from me before Thursday, 24 December, 20:00.")
    assert "November" not in shown


def test_with_nothing_planned_no_moment_is_promised() -> None:
    shown = Chat(facts_of(ceiling=0)).slash("pause 5")
    assert shown.startswith("You won't hear from me before Saturday, 28 November.")
    assert "First comes" not in shown


@pytest.mark.parametrize("typed", ["someday", "2026-11-23", "yesterday", "0", "31.2."])
def test_an_unclear_date_is_asked_again(typed: str) -> None:
    chat = asked()
    shown = chat.type(typed)
    assert shown.startswith("I don't know that day.")
    assert (chat.effects, chat.waiting) == ((), "pause.until")


@pytest.mark.parametrize("answer", ["no", "later", "back"])
def test_no_pause_after_all(answer: str) -> None:
    chat = asked()
    shown = chat.press("pause.until.back") if answer == "back" else chat.type(answer)
    assert (shown, chat.effects, chat.waiting) == ("Then nothing changes.", (), "")


def test_a_running_pause_is_shown_and_can_be_moved_or_ended() -> None:
    chat = Chat(facts_of(paused_until=date(2026, 12, 1)))
    assert chat.slash("pause") == "All is quiet until Tuesday, 1 December."
    chat.press("pause.change")
    assert chat.waiting == "pause.until"
    chat.press("pause.until.14")
    assert chat.snapshot.person.paused_until == date(2026, 12, 7)
    chat.slash("pause off")
    assert chat.snapshot.person.paused_until is None


def test_off_where_no_pause_is() -> None:
    chat = Chat(facts_of())
    assert (chat.slash("pause off"), chat.effects) == ("There is no pause.", ())


def test_a_pause_that_is_over_counts_as_none() -> None:
    chat = Chat(facts_of(paused_until=TODAY))
    chat.slash("pause")
    assert chat.waiting == "pause.until"


def test_in_spanish() -> None:
    chat = Chat(facts_of(language="es"))
    assert "¿Cuánto tiempo no te escribo?" in chat.slash("pause")
    assert "No te escribo antes del jueves, 26 de noviembre" in chat.type("3 días")
    assert "La pausa terminó." in chat.press("pause.off")


@given(st.text(max_size=40))
def test_any_words_and_forged_buttons(text: str) -> None:
    for chat in (Chat(facts_of()), asked()):
        chat.forge(f"pause.until.{text}")
        assert chat.replies
    chat = asked()
    chat.type(text)
    assert chat.replies


@pytest.mark.parametrize("words", ["no", "later"])
def test_a_pause_that_is_not_wanted_leads_on(words: str) -> None:
    chat = Chat(facts_of())
    chat.slash("pause")
    chat.type(words)
    assert (chat.replies[0].key, chat.tokens) == ("pause-unchanged", ["checkin.open"])
