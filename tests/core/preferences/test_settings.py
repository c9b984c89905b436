from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import timing
from bot.core.coach import ENGINE
from bot.core.model.effects import UpdatePerson
from bot.core.model.library import City
from bot.core.preferences import settings
from tests.core.helpers import Chat, facts_of, library, wording


def changes(chat: Chat) -> dict[str, object]:
    """What the last turn changed of the person."""
    found: dict[str, object] = {}
    for command in chat.effects:
        assert isinstance(command, UpdatePerson)
        found |= command.changes
    return found


def opened(name: str, **person: object) -> Chat:
    chat = Chat(facts_of(**person))
    chat.slash("settings")
    chat.press(f"settings.page.{name}")
    assert chat.waiting == f"settings.{name}"
    return chat


def test_everything_at_a_glance() -> None:
    chat = Chat(facts_of(reminder_after=None, quiet_from=time(0), quiet_to=time(0), ceiling=1))
    shown = chat.slash("settings")
    for line in (
        "Language: English",
        "Time zone: Berlin, 19:30 now",
        "I ask how it went: 20:00",
        "My messages come: up to 5 minutes after that time",
        "Reminder: none",
        "Sound: as your phone does it",
        "Quiet hours: none",
        "At most one message in seven days",
        "We look back: not now, since the number of messages leaves no room for it",
        "Questions to think about: none, since the number of messages leaves no room for more",
        "Your day ends: 04:00 at night",
    ):
        assert line in shown
    assert len(chat.tokens) == 12
    assert chat.waiting == ""


def test_everything_at_a_glance_in_spanish() -> None:
    shown = Chat(facts_of(language="es")).slash("settings")
    assert "Idioma: Español" in shown
    assert "Miramos atrás: domingo, 17:00" in shown
    assert "Recordatorio: 90 minutos después" in shown
    assert "Como mucho 10 mensajes en siete días" in shown


@pytest.mark.parametrize(
    ("fields", "setting", "answer", "told"),
    [
        ({}, "checkin", "21:30", "Your quiet hours leave no room for a reminder"),
        ({}, "checkin", "21:00", "so it comes at 21:55"),
        ({"checkin_at": time(21)}, "quiet", "23-8", ""),
        ({}, "quiet", "20:30-8", "Your quiet hours leave no room for a reminder"),
        ({}, "ceiling", "7", "That number of messages leaves no room for a reminder, so none comes."),
        ({}, "ceiling", "3", "There is no room for questions to reflect on."),
        ({}, "ceiling", "1", "There is no room for the weekly summary."),
        ({}, "ceiling", "14", ""),
        ({"reminder_after": None}, "ceiling", "7", ""),
        ({"ceiling": 7}, "reminder", "90", "leaves no room for a reminder, so none comes. More would"),
        ({"ceiling": 3}, "reflections", "2", "has room for none"),
        ({"ceiling": 1}, "weekat", "12:00", "leaves no room for a weekly summary"),
        ({"checkin_at": time(2)}, "daystart", "0:00", "At 02:00 I ask about the day that ended at 00:00."),
        ({"checkin_at": time(2)}, "daystart", "5:00", "the day that goes on until 05:00."),
        ({}, "checkin", "02:30", "the day that goes on until 04:00."),
        ({}, "daystart", "0:00", ""),
    ],
)
def test_what_becomes_of_the_rest_is_said_with_a_change(
    fields: dict[str, object], setting: str, answer: str, told: str
) -> None:
    chat = Chat(facts_of(**fields))
    if setting == "weekat":
        chat.forge("settings.week.weekday-6")
    else:
        chat.forge(f"settings.open.{setting}")
    shown = chat.type(answer)
    assert told in shown
    assert chat.effects
    assert told or len(chat.replies) == 1


def test_a_pause_is_told_too() -> None:
    chat = Chat(facts_of(paused_until=timing.local_day(facts_of().now, facts_of().person) + timing.DAY))
    assert "Paused until Tuesday" in chat.slash("settings")


@pytest.mark.parametrize(
    ("word", "step"),
    [("language", "language"), ("Time zone", "zone"), ("CHECK-IN", "checkin"), ("quiet hours", "quiet"),
     ("week", "week"), ("idioma", "language"), ("nonsense", ""), ("weekat", "")],
)  # fmt: skip
def test_a_word_leads_straight_to_a_setting(word: str, step: str) -> None:
    chat = Chat(facts_of())
    chat.slash(f"settings {word}")
    assert chat.waiting == (f"settings.{step}" if step else "")


def test_a_word_of_one_s_own_language_goes_before_those_of_others() -> None:
    """The same word means one setting in one language and another one in another."""
    words = {
        "en": {"setting-zone": frozenset({"tide"})},
        "es": {"setting-daystart": frozenset({"tide"})},
    }
    for language, step in (("en", "zone"), ("es", "daystart")):
        facts = facts_of(language=language)
        turn = settings.command("tide", replace(facts, library=replace(facts.library, lexicon=words)))
        assert turn.step == step


@pytest.mark.parametrize("answer", ["back", "skip", "later"])
@pytest.mark.parametrize(
    "name",
    [
        "language",
        "zone",
        "checkin",
        "exactly",
        "silent",
        "reminder",
        "quiet",
        "ceiling",
        "week",
        "reflections",
        "daystart",
    ],
)
def test_each_can_be_left_as_it_is(name: str, answer: str) -> None:
    chat = opened(name)
    if answer == "back":
        chat.press("settings.show")
        assert "settings.page.checkin" in chat.tokens
    else:
        assert chat.type(answer) == "It stays as it is."
        assert chat.tokens == ["settings.show"]
    assert (chat.effects, chat.waiting) == ((), "")


@pytest.mark.parametrize(
    ("name", "answer", "wanted"),
    [
        ("checkin", "08:00", {"checkin_at": time(8)}),
        ("checkin", "7.30 pm", {"checkin_at": time(19, 30)}),
        ("exactly", "yes", {"exactly": True}),
        ("exactly", "no", {"exactly": False}),
        ("silent", "without a sound", {"silent": True}),
        ("silent", "no", {"silent": True}),
        ("silent", "with sound", {"silent": False}),
        ("reminder", "30", {"reminder_after": 30}),
        ("reminder", "2 h", {"reminder_after": 120}),
        ("reminder", "off", {"reminder_after": None}),
        ("reminder", "no", {"reminder_after": None}),
        ("quiet", "21:00-09:00", {"quiet_from": time(21), "quiet_to": time(9)}),
        ("quiet", "22-8", {"quiet_from": time(22), "quiet_to": time(8)}),
        ("quiet", "22:00–07:30", {"quiet_from": time(22), "quiet_to": time(7, 30)}),
        ("quiet", "from 10 pm to 7 am", {"quiet_from": time(22), "quiet_to": time(7)}),
        ("quiet", "none", {"quiet_from": time(0), "quiet_to": time(0)}),
        ("ceiling", "3", {"ceiling": 3}),
        ("ceiling", "0", {"ceiling": 0}),
        ("ceiling", "50", {"ceiling": 50}),
        ("ceiling", "١٠", {"ceiling": 10}),
        ("ceiling", "１０", {"ceiling": 10}),
        ("ceiling", "twelve", {"ceiling": 12}),
        ("ceiling", "10 a week", {"ceiling": 10}),
        ("reflections", "one a week", {"reflections_a_week": 1}),
        ("reminder", "2 hours after it", {"reminder_after": 120}),
        (
            "quiet",
            "between 10 at night and half past seven",
            {"quiet_from": time(22), "quiet_to": time(7, 30)},
        ),
        ("checkin", "half past eight in the evening", {"checkin_at": time(20, 30)}),
        ("week", "friday", {"week_day": 4}),
        ("reflections", "2", {"reflections_a_week": 2}),
        ("reflections", "none", {"reflections_a_week": 0}),
        ("daystart", "6", {"day_start": time(6)}),
        ("daystart", "00:00", {"day_start": time(0)}),
        ("language", "español", {"language": "es"}),
        ("language", "ES", {"language": "es"}),
    ],
)
def test_typed_answers(name: str, answer: str, wanted: dict[str, object]) -> None:
    chat = opened(name)
    chat.type(answer)
    assert changes(chat) == wanted
    if name != "week":
        assert (chat.waiting, chat.tokens[-1]) == ("", "settings.show")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("checkin", "25:99"),
        ("checkin", "in the evening"),
        ("reminder", "9 min"),
        ("reminder", "13 h"),
        ("quiet", "22"),
        ("quiet", "0-24"),
        ("quiet", "25-8"),
        ("quiet", "1-2-3"),
        ("ceiling", "51"),
        ("ceiling", "-1"),
        ("week", "someday"),
        ("week", "5"),
        ("reflections", "3"),
        ("daystart", "06:01"),
        ("language", "Klingon"),
    ],
)
def test_an_unclear_answer_is_asked_again(name: str, answer: str) -> None:
    chat = opened(name)
    asked = chat.tokens
    chat.type(answer)
    assert chat.replies[0].key == f"settings-{name}-unclear"
    assert (chat.effects, chat.waiting, chat.tokens) == ((), f"settings.{name}", asked)


def test_every_offered_button_is_an_answer() -> None:
    for name in (
        "language",
        "zone",
        "checkin",
        "silent",
        "reminder",
        "quiet",
        "ceiling",
        "week",
        "reflections",
        "daystart",
    ):
        for token in opened(name).tokens[:-1]:
            chat = opened(name)
            chat.press(token)
            assert len(changes(chat)) >= 1, token


def test_the_reply_to_another_language_is_in_it() -> None:
    chat = opened("language")
    assert chat.press("settings.language.es") == "A partir de ahora escribo en español."


def test_a_question_that_was_passed_over_takes_no_words_any_more() -> None:
    chat = opened("checkin")
    chat.slash("today")
    chat.type("done")
    assert "checkin_at" not in str(chat.effects)
    assert chat.effects
    assert chat.replies[0].key != "settings-checkin-unclear"


# --- check-in and quiet hours -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "start", "end"),
    [("22:30", time(23), time(8)), ("07:00", time(22), time(7)), ("22:00", time(22, 30), time(8))],
)
def test_quiet_hours_make_room_for_the_checkin(at: str, start: time, end: time) -> None:
    chat = opened("checkin")
    shown = chat.type(at)
    wanted = {"checkin_at": time.fromisoformat(at), "quiet_from": start, "quiet_to": end}
    assert changes(chat) == wanted
    assert f"your quiet hours are now {start:%H:%M} to {end:%H:%M}" in shown


def test_quiet_hours_that_would_swallow_the_checkin() -> None:
    chat = opened("quiet")
    shown = chat.type("19-7")
    assert "Your check-in at 20:00 lies between 19:00 and 07:00." in shown
    assert (chat.effects, chat.waiting) == ((), "settings.clash")
    shown = chat.press("settings.clash.fit")
    assert changes(chat) == {"quiet_from": time(20, 30), "quiet_to": time(7)}
    assert "I write nothing between 20:30 and 07:00." in shown


def test_the_checkin_can_make_room_for_quiet_hours() -> None:
    chat = opened("quiet")
    chat.type("19-7")
    chat.press("settings.clash.move")
    assert (chat.effects, chat.waiting) == ((), "settings.checkin")
    chat.press("settings.checkin.18:00")
    assert changes(chat) == {"checkin_at": time(18), "quiet_from": time(19), "quiet_to": time(7)}


def test_words_at_the_clash() -> None:
    chat = opened("quiet")
    chat.type("19-7")
    chat.type("what?")
    assert chat.waiting == "settings.clash"
    chat.type("18:30")
    assert changes(chat) == {"checkin_at": time(18, 30), "quiet_from": time(19), "quiet_to": time(7)}
    chat = opened("quiet")
    chat.type("19-7")
    chat.type("21-6")
    assert changes(chat) == {"quiet_from": time(21), "quiet_to": time(6)}


def test_a_weekly_summary_moves_out_of_new_quiet_hours() -> None:
    chat = opened("quiet", checkin_at=time(21), week_at=time(17))
    shown = chat.type("12-19")
    assert changes(chat) == {"quiet_from": time(12), "quiet_to": time(19), "week_at": time(19)}
    assert "it now comes at 19:00" in shown


CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(st.lists(CLOCKS.map(lambda at: f"{at:%H:%M}") | st.just("none"), min_size=3, max_size=3), CLOCKS)
def test_checkin_and_summary_are_never_in_quiet_hours(said: list[str], at: time) -> None:
    chat = Chat(facts_of())
    chat.slash("settings quiet")
    chat.type(f"{said[0]}-{said[1]}")
    if chat.waiting == "settings.clash":
        chat.press("settings.clash.fit")
    chat.slash("settings checkin")
    chat.type(f"{at:%H:%M}")
    chat.slash("settings week")
    chat.press("settings.week.weekday-2")
    chat.type(said[2])
    person = chat.snapshot.person
    for moment in (person.checkin_at, person.week_at):
        assert not timing.is_quiet(moment, person.quiet_from, person.quiet_to)


# --- ceiling, week, zone ------------------------------------------------------------------------------


def test_a_ceiling_of_none_is_explained() -> None:
    chat = opened("ceiling")
    assert "0 means that I only answer" in chat.slash("settings ceiling")
    assert "only when you write, I answer" in chat.type("0")


def test_the_weekly_summary_day_then_hour() -> None:
    chat = opened("week")
    shown = chat.press("settings.week.weekday-2")
    assert "Wednesday it is. At what time?" in shown
    assert chat.waiting == "settings.weekat"
    shown = chat.type("23:00")
    assert "That lies in your quiet hours, 22:00 to 08:00." in shown
    assert (chat.effects, chat.waiting) == ((), "settings.weekat")
    assert chat.press("settings.weekat.09:00") == "Your weekly summary comes on Wednesday at 09:00."
    assert (chat.snapshot.person.week_day, chat.snapshot.person.week_at) == (2, time(9))


def test_the_hour_is_asked_again_after_something_else() -> None:
    chat = opened("week")
    chat.press("settings.week.weekday-2")
    again = ENGINE.current_question(chat.stack, chat.snapshot).replies[-1]
    assert wording().message(again, "en").html.startswith("Wednesday it is. At what time?")


def test_another_zone_by_clock_and_by_city() -> None:
    chat = opened("zone")
    chat.type("13:30")
    assert "settings.zone.America/New_York" in chat.tokens
    shown = chat.press("settings.zone.America/New_York")
    assert changes(chat) == {"zone": "America/New_York"}
    assert shown == "Noted: New York, where it is 13:30 now."

    snapshot = facts_of()
    place = City("Lima", "PE", "America/Lima")
    cities = library(cities=lambda name: (place,) if name == "lima" else ())
    chat = Chat(type(snapshot)(snapshot.person, snapshot.now, snapshot.today, cities))
    chat.slash("settings zone")
    chat.type("Atlantis")
    assert chat.waiting == "settings.zone"
    chat.type("lima")
    chat.press("settings.zone.America/Lima")
    assert changes(chat) == {"zone": "America/Lima"}


# --- whatever is sent ---------------------------------------------------------------------------------

NAMES = (
    "language",
    "zone",
    "checkin",
    "exactly",
    "silent",
    "reminder",
    "quiet",
    "ceiling",
    "week",
    "weekat",
    "reflections",
    "daystart",
    "clash",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_button_pressed_late_still_counts(name: str) -> None:
    chat = Chat(facts_of())
    chat.forge(f"settings.{name}.back")
    assert chat.replies
    if name in ("checkin", "daystart"):
        chat.forge(f"settings.{name}.05:00")
        assert changes(chat)


@given(st.sampled_from(NAMES), st.text(max_size=40))
def test_forged_buttons(name: str, value: str) -> None:
    chat = Chat(facts_of())
    chat.forge(f"settings.{name}.{value}")
    assert chat.replies
    chat.forge(f"settings.open.{value}")
    assert chat.replies


@given(
    st.sampled_from(NAMES[:-1]), st.text(max_size=60) | st.from_regex(r"[0-9:.h –-]{1,12}", fullmatch=True)
)
def test_any_words(name: str, text: str) -> None:
    chat = Chat(facts_of())
    chat.slash(f"settings {name}")
    chat.type(text)
    assert chat.replies


def test_a_reminder_in_quiet_hours_is_moved_or_said_to_be_none() -> None:
    for at, minutes, said in ((time(20), "3 h", "21:55"), (time(21, 30), "90 min", "no room")):
        chat = Chat(facts_of(checkin_at=at))
        chat.slash("settings reminder")
        assert said in chat.type(minutes)
        assert said in Chat(facts_of(checkin_at=at, reminder_after=90 if at.minute else 180)).slash(
            "settings"
        )


def test_fewer_questions_than_days_are_said_by_name() -> None:
    chat = Chat(facts_of())
    chat.slash("settings ceiling")
    assert "I ask about these: " in chat.type("3")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("half past nine", ["settings.checkin.09:30", "settings.checkin.21:30", "settings.show"]),
        (
            "7:30",
            ["settings.checkin.07:30", "settings.checkin.19:30", "settings.show"],
        ),  # quiet hours
    ],
)
def test_a_time_without_its_half_of_the_day_is_asked_which(typed: str, offered: list[str]) -> None:
    chat = Chat(facts_of(quiet_from=time(22), quiet_to=time(8)))
    chat.slash("settings checkin")
    assert chat.type(typed) == "Which of the two do you mean?"
    assert (chat.effects, chat.tokens) == ((), offered)
    chat.press(offered[1])
    at = time.fromisoformat(offered[1].rpartition(".")[2])
    assert chat.effects == (UpdatePerson({"checkin_at": at}),)


@pytest.mark.parametrize(
    ("typed", "at"),
    [("9:30", time(9, 30)), ("half past nine in the evening", time(21, 30)), ("half past ten", time(10, 30)),
     ("noon", time(12)), ("07:30 pm", time(19, 30))],
)  # fmt: skip
def test_a_time_that_is_clear_is_kept_at_once(typed: str, at: time) -> None:
    """At half past ten in the evening it is quiet, so nobody means that."""
    chat = Chat(facts_of(quiet_from=time(22), quiet_to=time(8)))
    chat.slash("settings checkin")
    chat.type(typed)
    assert chat.effects == (UpdatePerson({"checkin_at": at}),)
