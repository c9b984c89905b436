"""Topics are answered to the point: with the value that was read, own words where that is safe, doors that
open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.core.guide.topic_doors import DOORS
from bot.core.model.effects import AddJournalEntry, UpdatePerson
from bot.core.model.inputs import TypedText
from bot.core.model.journal import NOTE
from bot.core.model.reading import TOPICS, Meaning, Reading, Safety
from bot.core.typed.own_words import first_clause
from tests.core.helpers import PROMPTS, TODAY, Chat, facts_of
from tests.world import library as shipped

CHRISTMAS = date(2026, 12, 24)


def heard(reading: Reading, text: str = "hm", *steps: str) -> Chat:
    facts = facts_of(prompts=PROMPTS)
    lexicon = {
        code: {**words, "harsh": shipped().lexicon[code]["harsh"]}
        for code, words in facts.library.lexicon.items()
    }
    chat = Chat(facts.replace(library=replace(facts.library, lexicon=lexicon)))
    for step in steps:
        chat.slash(step)
    chat.do(TypedText(text, reading=reading))
    return chat


@pytest.mark.parametrize("meaning", DOORS)
def test_each_door_opens(meaning: Meaning) -> None:
    for token in heard(Reading(meaning, is_sure=True)).tokens:
        chat = heard(Reading(meaning, is_sure=True))
        chat.press(token)
        assert chat.replies
        assert chat.replies[0].key not in ("talk-stale", "talk-unknown-command", "heard-none-said")


@pytest.mark.parametrize("by_word", [False, True])
@pytest.mark.parametrize("meaning", sorted(TOPICS - {Meaning.UNDO}))
def test_each_topic_that_is_asked_back_is_answered(meaning: Meaning, by_word: bool) -> None:
    chat = heard(Reading(meaning), "hm", "checkin")
    assert chat.replies[0].key == "heard-ask"
    chat.type("yes") if by_word else chat.press(chat.tokens[0])
    assert chat.replies[0].key not in (
        "talk-stale",
        "talk-unknown-command",
        "heard-none-said",
        "heard-unclear",
    )


def test_a_pause_keeps_its_day_through_the_question() -> None:
    until = UpdatePerson({"paused_until": CHRISTMAS})
    assert until in heard(Reading(Meaning.PAUSE, CHRISTMAS, is_sure=True)).effects
    chat = heard(Reading(Meaning.PAUSE, CHRISTMAS))
    chat.press(chat.tokens[0])
    assert until in chat.effects


@pytest.mark.parametrize("sure", [True, False])
def test_another_time_is_one_press_away(sure: bool) -> None:
    chat = heard(Reading(Meaning.TIME_CHANGE, time(21, 15), is_sure=sure))
    if not sure:
        chat.press(chat.tokens[0])
    assert chat.replies[0].key == "topic-time-change"
    chat.press(chat.tokens[0])
    assert any(e.changes["checkin_at"] == time(21, 15) for e in chat.effects if isinstance(e, UpdatePerson))


def test_the_only_plan_is_the_door() -> None:
    assert heard(Reading(Meaning.PLAN_EASIER, is_sure=True)).tokens[0] == "plans.open.1"


def test_words_to_keep_are_kept_whatever_waits() -> None:
    for steps in ((), ("checkin",)):
        chat = heard(
            Reading(Meaning.NOTE, "call Ana tomorrow", is_sure=True), "keep this: call Ana tomorrow", *steps
        )
        assert chat.effects == (AddJournalEntry(TODAY, NOTE, "call Ana tomorrow"),)
        assert chat.replies[0].key == "heard-kept"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("I scrolled for three hours again, such a day", "I scrolled for three hours again"),
        ("Estuve tres horas en el teléfono. Otra vez", "Estuve tres horas en el teléfono"),
        ("I'm such an idiot, I scrolled again", ""),
        ("I wasted my fucking evening on reels", ""),
        ("scrolled again", ""),
        ("I scrolled at https://example.org for hours", ""),
        ("<b>I scrolled for hours</b> and hours", ""),
        ("I scrolled and scrolled and scrolled and scrolled and scrolled and scrolled and went on", ""),
    ],
)
def test_a_failure_is_said_back_in_own_words_where_that_is_safe(line: str, said: str) -> None:
    chat = heard(Reading(Meaning.LAPSE, is_sure=True), line)
    assert chat.replies[0].args.get("words", "") == said
    assert chat.replies[0].key.endswith("-said") == bool(said)
    assert len(chat.tokens) == 2
    assert first_clause(line, chat.snapshot) == said


def test_words_of_danger_are_never_said_back() -> None:
    chat = heard(
        Reading(Meaning.LAPSE, is_sure=True, safety=Safety.UNCLEAR), "I scrolled for three hours again"
    )
    assert chat.replies[0].key == "care-unclear"


def test_meanings_that_lead_to_one_place_have_one_button() -> None:
    chat = heard(Reading(Meaning.PRIVACY, others=(Meaning.EXPORT, Meaning.URGE)))
    assert chat.tokens == ["topics.run.privacy", "topics.about.urge", "topics.none"]


def test_back_from_a_pause_the_first_door_ends_it() -> None:
    facts = facts_of(paused_until=CHRISTMAS)
    chat = Chat(facts)
    chat.do(TypedText("I'm back", reading=Reading(Meaning.RETURN, is_sure=True)))
    chat.press(chat.tokens[0])
    assert chat.effects == (UpdatePerson({"paused_until": None}),)
