from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.core.coach import ENGINE
from bot.core.model.effects import UpdatePerson
from bot.core.model.inputs import ButtonPress
from bot.core.model.library import About, City, StepKind
from bot.core.model.plan import Phrase
from bot.core.onboarding import first_plan
from tests.core.helpers import Chat, facts_of, library, wording

THREE = ("onboarding.focus.time", "onboarding.itch.skip", "onboarding.daypart.skip")


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
    for token in THREE:
        chat.press(token)
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
    for token in (*THREE, "onboarding.zone.Europe/London"):
        chat.press(token)
    assert [reply.key for reply in chat.replies] == ["onboarding-cue"]


def test_a_link_with_a_plan_while_one_is_being_chosen_ends_the_choosing() -> None:
    chat = asked_for_the_zone()
    chat.press("onboarding.zone.Europe/London")
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
    steps = ("hello.ok", "focus.time", "itch.skip", "daypart.skip", "zone.Europe/London", "plan.test")
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
    assert chat.waiting == "onboarding.plan"


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
    assert "no room for a reminder" in wording().plain(late.replies[1].text, "en")
    usual = first_plan._finish(plan, half, half, {}, facts_of())
    assert "no room" not in wording().plain(usual.replies[1].text, "en")


# --- eight presses, three questions, and what is told


def through(chat: Chat, *tokens: str) -> int:
    """Press these; returns how many presses it took."""
    for token in tokens:
        chat.press(f"onboarding.{token}")
    return len(tokens)


def test_the_first_step_is_eight_presses_away() -> None:
    chat = Chat(facts_of(onboarded=False, plan=False, zone="UTC"))
    chat.slash("start")
    steps = ("hello.ok", "focus.time", "itch.bored", "daypart.night", "zone.Europe/London", "plan.test")
    assert through(chat, *steps, "cue.1", "action.1") <= 8
    assert [reply.key for reply in chat.replies] == [
        "onboarding-started",
        "onboarding-lines",
        "onboarding-why",
    ]
    person = chat.snapshot.person
    assert (person.focus, person.itch, person.daypart) == ("time", "bored", "night")


def test_an_own_first_plan_is_eight_presses_away_and_the_rest_is_told_after_it() -> None:
    chat = Chat(facts_of(onboarded=False, plan=False, zone="UTC"))
    chat.slash("start")
    steps = ("hello.ok", "focus.skip", "itch.skip", "daypart.skip", "zone.Europe/London", "plan.own")
    presses = through(chat, *steps)
    assert [reply.key for reply in chat.replies] == ["mine-name"]
    chat.type("Walk first")
    chat.press("mine.cue.2")
    chat.type("walk round the block")
    chat.press("mine.confirm.start")
    assert presses + 2 <= 8
    assert [reply.key for reply in chat.replies] == ["mine-started", "onboarding-lines", "onboarding-why"]


@pytest.mark.parametrize("skip", ["press", "skip"])
def test_each_of_the_three_questions_can_be_left_out(skip: str) -> None:
    chat = somebody_new()
    for field in ("focus", "itch", "daypart"):
        assert chat.waiting == f"onboarding.{field}"
        chat.press(f"onboarding.{field}.skip") if skip == "press" else chat.type("skip")
    assert chat.waiting == "onboarding.zone"
    person = chat.snapshot.person
    assert (person.focus, person.itch, person.daypart) == ("", "", "")


def test_all_that_is_kept_can_be_read_before_anything_is_agreed() -> None:
    chat = Chat(facts_of(onboarded=False, plan=False, zone="UTC"))
    chat.slash("start")
    chat.press("onboarding.hello.more")
    (more,) = chat.replies
    assert (more.key, more.page, chat.waiting) == ("onboarding-more", True, "onboarding.hello")
    chat.press("onboarding.hello.ok")
    assert chat.waiting == "onboarding.focus"


def test_a_plan_of_a_link_is_named_at_once() -> None:
    chat = Chat(facts_of(onboarded=False, plan=False, zone="UTC"))
    assert "You came for “name”" in chat.slash("start plan_test")
    assert "You came for" not in Chat(facts_of(onboarded=False, plan=False, zone="UTC")).slash("start")


def test_words_at_the_plans_begin_an_own_one_and_the_list_is_not_said_again() -> None:
    chat = asked_for_the_zone()
    chat.press("onboarding.zone.Europe/London")
    chat.type("yes")
    assert [reply.key for reply in chat.replies] == ["onboarding-plan-which"]
    chat.type("read before going to sleep")
    assert [reply.key for reply in chat.replies] == ["mine-cue"]
    assert "read before going to sleep" in str(chat.replies[0].args)


def test_a_word_is_no_reason_and_a_sentence_is_one() -> None:
    chat = somebody_new()
    chat.type("tiktok")
    assert (chat.replies[0].key, chat.effects) == ("onboarding-nearest", ())
    chat.type("I want my evenings back")
    assert chat.snapshot.person.why == "I want my evenings back"
    assert chat.snapshot.person.why_said_on == chat.snapshot.today
    assert chat.waiting == "onboarding.focus"


def settled() -> Chat:
    """At the end of onboarding, asked for the reason."""
    chat = asked_for_the_zone()
    chat.press("onboarding.zone.Europe/London")
    through(chat, "plan.test", "cue.1", "action.1")
    return chat


def test_defaults_are_told_and_can_be_changed_on_the_spot() -> None:
    chat = settled()
    told = wording().plain(chat.replies[1].text, "en")
    assert all(word in told for word in ("20:00", "remind you once", "question", "Sunday", "10 messages"))
    assert {"settings.open.checkin", "settings.open.ceiling", "settings.open"} <= set(chat.tokens)
    assert chat.waiting == "settings.why"
    chat.press("settings.open.checkin")
    assert chat.waiting == "settings.checkin"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"kind": StepKind.DAILY}, ("remind",)),
        ({"kind": StepKind.EVENT}, ("remind",)),
        ({"kind": StepKind.DAILY, "about": About.NIGHT}, ("tonight", "tomorrow", "remind")),
        ({"kind": StepKind.ONCE}, ("some days only",)),
        ({"kind": StepKind.TIMES, "times": 3}, ("some days only",)),
    ],
)
def test_what_is_asked_and_when_is_true_of_the_step(step: dict[str, object], told: tuple[str, ...]) -> None:
    chat = asked_for_the_zone()
    plan = chat.snapshot.library.plans["test"]
    kind = replace(plan, steps=(replace(plan.steps[0], **step),))  # type: ignore[arg-type]
    chat.snapshot = chat.snapshot.replace(library=replace(chat.snapshot.library, plans={"test": kind}))
    chat.press("onboarding.zone.Europe/London")
    through(chat, "plan.test", "cue.1", "action.1")
    said = wording().plain(chat.replies[1].text, "en")
    assert [word in said for word in ("some days only", "tonight", "tomorrow", "remind")] == [
        word in told for word in ("some days only", "tonight", "tomorrow", "remind")
    ]


def test_the_reason_is_asked_for_once_and_may_be_left_out() -> None:
    chat = settled()
    chat.type("yes")
    assert chat.snapshot.person.why == ""
    chat = settled()
    chat.press("settings.why.skip")
    assert ([reply.key for reply in chat.replies], chat.effects) == (
        ["settings-why-skipped", "first-win"],
        (),
    )
    chat = settled()
    chat.type("my kids")
    assert (chat.snapshot.person.why, chat.snapshot.person.why_said_on) == ("my kids", chat.snapshot.today)
    assert chat.waiting == ""
