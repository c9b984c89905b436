from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.core.coach import ENGINE
from bot.core.model.effects import UpdatePerson
from bot.core.model.inputs import ButtonPress
from bot.core.model.library import City
from bot.core.model.plan import Phrase
from bot.core.onboarding import first_plan
from tests.core.helpers import Chat, facts_of, library, wording


def somebody_new(**known: City) -> Chat:
    """In the middle of the first talk: what matters most is asked."""
    snapshot = facts_of(onboarded=False, plan=False, zone="UTC")
    cities = {name.casefold(): (city,) for name, city in known.items()}
    found = library(cities=lambda name: cities.get(name.casefold(), ()))
    chat = Chat(replace(snapshot, library=found))
    chat.slash("start")
    chat.press("onboarding.hello.ok")
    return chat


def asked_for_the_zone() -> Chat:
    chat = somebody_new(Ljubljana=City("Ljubljana", "SI", "Europe/Ljubljana"))
    chat.press("onboarding.focus.time")
    chat.press("onboarding.why.skip")
    return chat


# --- links followed in the middle


def test_a_link_with_a_language_repeats_the_question_in_it() -> None:
    chat = somebody_new()
    assert chat.slash("start lang_es").startswith("¿Qué es lo que más te importa")
    assert chat.effects == (UpdatePerson({"language": "es"}),)
    assert chat.waiting == "onboarding.focus"
    for link in ("start lang_es", "start lang_xx", "start"):
        assert chat.slash(link).startswith("¿Qué es lo que más te importa")
        assert chat.effects == ()


def test_a_link_with_a_plan_chooses_it() -> None:
    chat = somebody_new()
    chat.slash("start plan_test")
    assert [reply.key for reply in chat.replies] == ["onboarding-focus"]
    for token in ("onboarding.focus.time", "onboarding.why.skip", "onboarding.zone.Europe/London"):
        chat.press(token)
    chat.press("onboarding.time.20:00")
    assert [reply.key for reply in chat.replies] == ["onboarding-cue"]


def test_a_link_with_a_plan_while_one_is_being_chosen_ends_the_choosing() -> None:
    chat = asked_for_the_zone()
    chat.press("onboarding.zone.Europe/London")
    chat.press("onboarding.time.20:00")
    assert chat.waiting == "onboarding.plan"
    chat.slash("start plan_nothing")
    assert chat.waiting == "onboarding.plan"
    chat.slash("start plan_test")
    assert [reply.key for reply in chat.replies] == ["onboarding-cue"]
    assert chat.waiting == "onboarding.cue"


def test_a_link_with_a_language_later_on_says_that_it_was_followed() -> None:
    chat = Chat(facts_of())
    chat.slash("start lang_es")
    assert chat.replies[0].key == "settings-language-kept"
    chat.slash("start lang_es")
    assert "settings-language-kept" not in [reply.key for reply in chat.replies]


@pytest.mark.parametrize("begun", [False, True])
def test_what_a_link_asked_for_is_offered_once_onboarding_is_through(begun: bool) -> None:
    chat = Chat(facts_of(onboarded=False, plan=False, zone="UTC"))
    if begun:
        chat.slash("start")
    chat.slash("start cmd_week")
    steps = ("hello.ok", "focus.time", "why.skip", "zone.Europe/London", "time.20:00", "plan.test")
    for token in (*steps, "cue.1", "action.1"):
        assert "onboarding.asked.week" not in chat.tokens
        chat.press(f"onboarding.{token}")
    assert "onboarding.asked.week" in chat.tokens
    asked_by_name = Chat(chat.snapshot)
    asked_by_name.slash("week")
    chat.press("onboarding.asked.week")
    assert [reply.key for reply in chat.replies] == [reply.key for reply in asked_by_name.replies]


@pytest.mark.parametrize("name", ["stop", "privacy.erase", "start", ""])
def test_a_link_carries_nothing_that_acts_by_itself(name: str) -> None:
    chat = Chat(facts_of(onboarded=False, plan=False, zone="UTC"))
    chat.slash(f"start cmd_{name}")
    assert [reply.key for reply in chat.replies] == ["onboarding-hello"]
    forged = ENGINE.turn(ButtonPress(f"onboarding.asked.{name}"), (), facts_of())
    assert [reply.key for reply in forged.replies] == ["talk-stale"]
    assert forged.effects == ()


# --- the one city that is not the right one


def test_a_city_that_is_not_the_right_one_has_a_way_out() -> None:
    for no in ("press", "no", "later"):
        chat = asked_for_the_zone()
        chat.type("Ljubljana")
        assert chat.tokens == ["onboarding.zone.Europe/Ljubljana", "onboarding.zone.other"]
        chat.press("onboarding.zone.other") if no == "press" else chat.type(no)
        assert [reply.key for reply in chat.replies] == ["zone-otherwise"]
        chat.type("hello")
        assert [reply.key for reply in chat.replies] == ["zone-otherwise"]
        chat.press("onboarding.zone.Europe/London")
        assert chat.snapshot.person.zone == "Europe/London"


@pytest.mark.parametrize("typed", ["yes", "Sure!"])
def test_yes_takes_the_one_city(typed: str) -> None:
    chat = asked_for_the_zone()
    chat.type("Ljubljana")
    chat.type(typed)
    assert chat.snapshot.person.zone == "Europe/Ljubljana"
    assert chat.waiting == "onboarding.time"


def test_yes_to_several_places_takes_none() -> None:
    chat = asked_for_the_zone()
    chat.type("19:30")
    assert chat.tokens[-1] == "onboarding.zone.other"
    chat.type("yes")
    assert [reply.key for reply in chat.replies] == ["zone-which"]
    assert chat.waiting == "onboarding.zone"
    assert chat.effects == ()


def test_a_clock_of_twelve_hours_finds_the_hinted_zone_in_the_evening() -> None:
    chat = asked_for_the_zone()
    chat.snapshot = replace(
        chat.snapshot, zone_hint="America/New_York", now=datetime(2026, 11, 24, 2, 5, tzinfo=UTC)
    )
    chat.type("9:05")
    assert [reply.key for reply in chat.replies] == ["zone-which"]
    assert chat.tokens[0] == "onboarding.zone.America/New_York"


def test_a_clock_that_is_off_is_offered_the_nearest_places() -> None:
    chat = asked_for_the_zone()
    shown = chat.type("13:43")  # 18:30 in London
    assert [reply.key for reply in chat.replies] == ["zone-nearest"]
    assert "America/New_York" in str(chat.tokens)
    assert "13:43" in shown
    chat.press("onboarding.zone.America/New_York")
    assert chat.snapshot.person.zone == "America/New_York"


@pytest.mark.parametrize(("typed", "offered"), [("utc", ["UTC"]), ("bst", ["Europe/London", "Asia/Dhaka"])])
def test_an_abbreviation_is_offered_and_not_taken_without_a_press(typed: str, offered: list[str]) -> None:
    chat = asked_for_the_zone()
    chat.type(typed)
    assert chat.tokens[:-1] == [f"onboarding.zone.{zone}" for zone in offered]
    assert chat.effects == ()
    chat.press(chat.tokens[0])
    assert chat.snapshot.person.zone == offered[0]


def test_in_the_settings_no_asks_on_and_back_leaves_it() -> None:
    chat = Chat(facts_of())
    chat.slash("settings zone")
    chat.type("19:30")
    chat.type("no")
    assert [reply.key for reply in chat.replies] == ["zone-otherwise"]
    chat.press("settings.show")
    assert chat.waiting == ""


def test_a_reminder_that_will_not_come_is_told_at_the_end_of_onboarding() -> None:
    plan = library().plans["test"]
    half = Phrase("some words", own=True)
    late = first_plan._finish(plan, half, half, {}, facts_of(checkin_at=time(21, 30)))
    assert "no room for a reminder" in wording().plain(late.replies[-1].text, "en")
    usual = first_plan._finish(plan, half, half, {}, facts_of())
    assert "reminder" not in wording().plain(usual.replies[-1].text, "en")


def test_a_time_in_words_is_asked_which_half_of_the_day() -> None:
    chat = asked_for_the_zone()
    chat.press("onboarding.zone.Europe/London")
    assert chat.type("half past nine") == "Which of the two do you mean?"
    assert chat.tokens == ["onboarding.time.09:30", "onboarding.time.21:30"]
    chat.press("onboarding.time.21:30")
    assert chat.snapshot.person.checkin_at.hour == 21
