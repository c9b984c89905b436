"""Lessons: which comes next, the question on it, and what is left where one is gone."""

from dataclasses import replace

import pytest

from bot.core.journal import prompts
from bot.core.learn import lessons
from bot.core.model.effects import CountPromptAsked
from bot.core.model.library import Lesson, Library, Theme, Track
from bot.core.model.snapshot import Snapshot
from tests.core.helpers import TODAY, Chat
from tests.core.making import make_facts, make_library, on
from tests.world import library

LESSONS = (
    Lesson("one", Theme.FEEDS, "hunt-2018", (Track.FEED,)),
    Lesson("two", Theme.PEOPLE, "hunt-2018", (Track.PEOPLE,)),
    Lesson("three", Theme.NIGHT, "hunt-2018", (Track.TIME,)),
    Lesson("four", Theme.FEEDS, "hunt-2018", (Track.TIME, Track.FEED)),
)


def known(*found: Lesson) -> Library:
    return replace(make_library(), lessons=found)


def chosen(snapshot: Snapshot, theme: Theme | None = None, but: str = "") -> str:
    found = lessons.choose(snapshot, theme, but=but)
    return found.slug if found else ""


def test_what_matters_comes_first_then_what_the_plans_serve() -> None:
    cared = make_facts(library=known(*LESSONS), focus="people")
    assert chosen(cared) == "two"
    assert chosen(make_facts(on("garden"), library=known(*LESSONS))) in ("one", "four")  # a plan on feeds


def test_the_least_shown_comes_first_and_none_comes_twice_before_all_were_shown() -> None:
    snapshot, seen = make_facts(library=known(*LESSONS), focus="time"), []
    for _ in range(8):
        seen.append(slug := chosen(snapshot))
        name = f"{lessons.SHOWN}{slug}"
        snapshot = replace(snapshot, asked={**snapshot.asked, name: snapshot.asked.get(name, 0) + 1})
    assert set(seen[:4]) == set(seen[4:]) == {"one", "two", "three", "four"}
    assert set(seen[:2]) == {"three", "four"}


def test_a_theme_and_another_one() -> None:
    facts = make_facts(library=known(*LESSONS))
    assert chosen(facts, Theme.NIGHT) == "three"
    assert {chosen(facts, Theme.FEEDS), chosen(facts, Theme.FEEDS, chosen(facts, Theme.FEEDS))} == {
        "one",
        "four",
    }
    assert lessons.themes(facts) == [Theme.FEEDS, Theme.PEOPLE, Theme.NIGHT]
    assert chosen(make_facts(library=known())) == ""


def test_lessons_that_were_shown_turn_no_prompt() -> None:
    plain = make_facts(on("calm"), library=known(*LESSONS))
    shown = replace(plain, asked={f"{lessons.SHOWN}one": 1})
    assert prompts.themes(plain) == prompts.themes(shown)


def test_a_lesson_a_question_and_its_answer() -> None:
    chat = Chat(make_facts(on("phone-leaves-bed"), library=library(), focus="people"))
    assert chat.slash("learn").startswith("A voice\nHearing each other made a stronger bond")
    assert CountPromptAsked("lesson-by-voice", TODAY) in chat.effects
    assert chat.press("learn.ask.by-voice").startswith("Is a call more awkward?")
    assert "Only beforehand." in chat.press("learn.answer.by-voice")
    assert not chat.press("learn.another.by-voice").startswith("A voice")
    chat.press("learn.themes")
    assert chat.tokens == ["learn.theme.feeds", "learn.theme.people", "learn.theme.night"]
    assert chat.press("learn.theme.feeds").startswith("What sorts a feed")


def test_a_lesson_that_is_gone() -> None:
    chat = Chat(make_facts(on("phone-leaves-bed"), library=library()))
    chat.forge("learn.read.gone")
    assert chat.replies[0].key == "learn-lesson"
    chat.forge("learn.ask.gone")
    assert chat.replies[0].key == "talk-stale"
    chat.forge("learn.theme.nothing")
    assert chat.replies[0].key == "learn-choose"
    empty = Chat(make_facts(on("calm"), library=known()))
    empty.slash("learn")
    assert empty.replies[0].key == "learn-none"
    empty.forge("learn.themes")
    assert empty.replies[0].key == "learn-none"


@pytest.mark.parametrize(
    ("language", "asked"),
    [("en", "so how does the algorithm work?"), ("es", "oye, ¿cómo funcionan los feeds?")],
)
def test_a_question_about_feeds_is_answered_with_a_lesson_on_them(language: str, asked: str) -> None:
    chat = Chat(make_facts(on("phone-leaves-bed"), library=library(), language=language))
    chat.type(asked)
    assert [reply.args["title"].key for reply in chat.replies] == ["lesson-sorted-title"]  # type: ignore[union-attr]
