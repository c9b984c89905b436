"""Two minutes in the moment of the itch: what fits, what helped, and the message that ends them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.core.model.effects import AskAfterUrge, CancelAfterUrge
from bot.core.model.inputs import TypedText
from bot.core.model.library import Itch
from bot.core.model.moment import TriedExercise, UrgeOutcome
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import RestReason
from bot.core.model.reading import Meaning, Reading
from bot.core.model.snapshot import Snapshot
from bot.core.moment.exercises import EXERCISES, choose
from bot.core.nudges import ceiling, schedule
from bot.core.nudges.schedule import Drop, Send
from tests.content.reading import LANGUAGES, entries
from tests.core.helpers import NOW, TODAY, Chat, facts_of
from tests.world import library as shipped


def person(**settings: object) -> Snapshot:
    facts = facts_of(**settings)
    return facts.replace(library=replace(facts.library, lexicon=shipped().lexicon))


def tried(
    exercise: str, outcome: UrgeOutcome, *, helped: int = 0, times: int = 2, days_ago: int = 1
) -> TriedExercise:
    return TriedExercise(exercise, times, helped, NOW - timedelta(days=days_ago), outcome)


@pytest.mark.parametrize("itch", Itch)
def test_each_state_has_exercises_of_its_own_in_each_language(itch: Itch) -> None:
    assert len(set(EXERCISES[itch])) >= 4
    assert all(f"urge-do-{one}" in entries(language) for one in EXERCISES[itch] for language in LANGUAGES)


@pytest.mark.parametrize("itch", Itch)
def test_two_minutes_begin_with_one_press(itch: Itch) -> None:
    chat = Chat(person())
    chat.slash("urge")
    chat.press(f"urge.state.{itch}")
    assert AskAfterUrge(TODAY, NOW + timedelta(minutes=2)) in chat.effects
    assert chat.snapshot.tried[-1].exercise in EXERCISES[itch]
    assert chat.tokens[-1] == "urge.cancel"
    chat.type("what can you do")  # other words are heard as ever
    assert chat.replies[0].key == "help-all"


@pytest.mark.parametrize(
    ("language", "words", "itch"),
    [
        ("en", "bored", Itch.BORED),
        ("en", "I can't sleep", Itch.SLEEPLESS),
        ("es", "me aburro", Itch.BORED),
        ("es", "Me siento sola", Itch.LONELY),
        ("es", "por costumbre", Itch.HABIT),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_a_state_is_named_in_words(language: str, words: str, itch: Itch, at_once: bool) -> None:
    chat = Chat(person(language=language))
    if at_once:
        chat.slash(f"urge {words}")
    else:
        chat.slash("urge")
        chat.type(words)
    assert chat.snapshot.tried[-1].exercise in EXERCISES[itch]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "i cant stop"),
        ("en", "I want to scroll"),
        ("es", "no puedo parar"),
        ("es", "quiero entrar"),
        ("es", "/ganas"),
    ],
)
def test_words_lead_there(language: str, line: str) -> None:
    chat = Chat(person(language=language))
    chat.type(line)
    assert chat.replies[0].key == "urge-ask"


def test_the_topic_leads_there_first() -> None:
    chat = Chat(person())
    chat.do(TypedText("it pulls me in", reading=Reading(Meaning.URGE, is_sure=True)))
    assert chat.tokens[0] == "urge.ask"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("it passed", UrgeOutcome.PASSED),
        ("yes", UrgeOutcome.PASSED),
        ("I went in anyway", UrgeOutcome.WENT_IN),
        ("no", UrgeOutcome.WENT_IN),
        ("never mind", UrgeOutcome.OPEN),
    ],
)
def test_an_end_in_words_asks_no_more(words: str, outcome: UrgeOutcome) -> None:
    chat = Chat(person())
    chat.slash("urge habit")
    chat.type(words)
    assert chat.snapshot.tried[-1].outcome is outcome
    assert CancelAfterUrge() in chat.effects


def test_an_end_is_counted_once_and_may_be_put_right() -> None:
    chat = Chat(person())
    chat.slash("urge habit")
    exercise = chat.snapshot.tried[-1].exercise
    for name, helped in (("passed", 1), ("passed", 1), ("went", 0), ("passed", 1)):
        chat.forge(f"urge.{name}.{exercise}")
        assert (chat.snapshot.tried[-1].times, chat.snapshot.tried[-1].helped) == (1, helped)


@pytest.mark.parametrize("token", ["urge.passed.habit-wave", "urge.went.x", "urge.state.x", "urge.other.x"])
def test_a_forged_button_changes_nothing(token: str) -> None:
    chat = Chat(person())
    chat.forge(token)
    assert (chat.replies[0].key, chat.effects) == ("talk-stale", ())


def order(itch: Itch, facts: Snapshot) -> Iterator[str]:
    """The exercises that come one after the other where none helps."""
    for n in range(1, 10):
        exercise = choose(itch, facts)
        yield exercise
        one = TriedExercise(exercise, 1, 0, NOW + timedelta(days=n), UrgeOutcome.WENT_IN)
        facts = facts.replace(tried=(*(t for t in facts.tried if t.exercise != exercise), one))


def test_all_come_before_one_comes_again_and_then_the_oldest() -> None:
    come = list(order(Itch.HABIT, person()))
    assert set(come[:5]) == set(EXERCISES[Itch.HABIT])
    assert come[5:] == come[:4]


def test_what_helped_comes_first_the_next_time() -> None:
    first, second, third, *_ = EXERCISES[Itch.BORED]
    once = person().replace(tried=(tried(third, UrgeOutcome.PASSED, helped=1),))
    assert choose(Itch.BORED, once) == third
    more = once.replace(tried=(*once.tried, tried(second, UrgeOutcome.PASSED, helped=2, days_ago=9)))
    assert choose(Itch.BORED, more) == second
    assert choose(Itch.BORED, more, but=second) == third
    failed = once.replace(tried=(tried(third, UrgeOutcome.WENT_IN, helped=1),))
    assert choose(Itch.BORED, failed) != third
    chat = Chat(once)
    chat.slash("urge bored")
    assert "This one helped you last time" in chat.wording.plain(chat.replies[0].text, "en", TODAY)
    assert first in EXERCISES[Itch.BORED]


# --- the message after two minutes

OPEN = (TriedExercise("habit-wave", 1, 0, NOW, UrgeOutcome.OPEN),)
FULL = tuple(
    SentNudge(NudgeKind.CHECKIN, TODAY - timedelta(days=n), NOW - timedelta(days=n)) for n in range(7)
)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"quiet_from": time(18), "quiet_to": time(9)},
        {"ceiling": 0},
        {"paused_until": date(2026, 12, 24)},
    ],
)
def test_it_is_sent_at_any_hour_and_above_any_ceiling(settings: dict[str, object]) -> None:
    facts = person(**settings).replace(tried=OPEN, sent=FULL)
    assert schedule.verdict(NudgeKind.URGE, TODAY, NOW, facts) == Send()


@pytest.mark.parametrize(
    ("changes", "due", "reason"),
    [
        ({"tried": (replace(OPEN[0], outcome=UrgeOutcome.PASSED),)}, NOW, "answered"),
        ({"tried": ()}, NOW, "answered"),
        ({"tried": OPEN}, NOW - timedelta(minutes=61), "stale"),
    ],
)
def test_it_is_dropped_where_it_has_no_sense(changes: dict[str, object], due: datetime, reason: str) -> None:
    assert schedule.verdict(NudgeKind.URGE, TODAY, due, person().replace(**changes)) == Drop(reason)


def test_nobody_who_said_stop_hears_it() -> None:
    facts = person(rest=RestReason.STOPPED).replace(tried=OPEN)
    assert schedule.verdict(NudgeKind.URGE, TODAY, NOW, facts) == Drop("resting")


def test_it_counts_against_nothing() -> None:
    came = person().replace(sent=(SentNudge(NudgeKind.URGE, TODAY, NOW),))
    assert ceiling.lately(came) == ()
    for kind in set(NudgeKind) - {NudgeKind.URGE}:
        assert schedule.NUDGE_CEILING.room(came, kind) == schedule.NUDGE_CEILING.room(person(), kind)
