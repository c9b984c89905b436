"""The question that was put last owns the next line; topics in a line for the diary are answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.model.checkin import CheckinAnswer
from bot.core.model.effects import AddJournalEntry, RecordEntry
from bot.core.model.inputs import TypedText
from bot.core.model.journal import NOTE, OBSTACLE
from bot.core.model.reading import Meaning, Reading
from tests.core.checkin.test_checkin_words import ask, at
from tests.core.helpers import PROMPTS, TODAY, Chat, facts_of


def overtaken(language: str = "en") -> Chat:
    """A reflection question from noon still waits when the check-in is sent."""
    chat = Chat(at(facts_of(prompts=PROMPTS, language=language), 12))
    chat.slash("reflect")
    chat.snapshot = at(chat.snapshot, 19)
    ask(chat)
    return chat


def heard(
    chat: Chat, text: str, meaning: Meaning, *others: Meaning, sure: bool = True, feeling: str = ""
) -> None:
    reading = Reading(meaning, is_sure=sure, others=others, feeling=feeling)
    chat.do(TypedText(text, reading=reading))


def kept(chat: Chat) -> list[tuple[str, str]]:
    return [(c.prompt, c.text) for c in chat.effects if isinstance(c, AddJournalEntry)]


@pytest.mark.parametrize(("language", "words"), [("en", "ya"), ("es", "claro que si")])
def test_a_line_answers_the_checkin_that_was_asked_after_a_reflection(language: str, words: str) -> None:
    chat = overtaken(language)
    heard(chat, words, Meaning.KEPT)
    assert [c.entry.kept for c in chat.effects if isinstance(c, RecordEntry)] == [CheckinAnswer.KEPT]
    assert kept(chat) == []
    assert any(frame.flow == "reflect" for frame in chat.stack)


@pytest.mark.parametrize(("language", "words"), [("en", "not rly"), ("es", "no mucho")])
def test_a_doubtful_line_is_asked_back_for_the_checkin(language: str, words: str) -> None:
    chat = overtaken(language)
    heard(chat, words, Meaning.MISSED, Meaning.PARTLY, sure=False)
    assert (chat.replies[0].key, kept(chat)) == ("heard-ask-several", [])
    chat.press(chat.tokens[0])
    assert [c.entry.kept for c in chat.effects if isinstance(c, RecordEntry)] == [CheckinAnswer.MISSED]


def test_a_text_still_answers_the_earlier_question() -> None:
    chat = overtaken()
    heard(chat, "It was the sofa after dinner", Meaning.NOTE, Meaning.MISSED, sure=False)
    assert [text for _, text in kept(chat)] == ["It was the sofa after dinner"]


def test_a_few_words_without_a_meaning_are_not_filed() -> None:
    chat = overtaken()
    heard(chat, "family agreement?", Meaning.UNCLEAR, sure=False)
    assert (chat.replies[0].key, kept(chat)) == ("heard-unclear", [])


def test_a_reflection_that_is_put_after_the_checkin_owns_the_line() -> None:
    chat = Chat(at(facts_of(prompts=PROMPTS), 19))
    ask(chat)
    chat.slash("reflect")
    heard(chat, "yes we did that together", Meaning.KEPT)
    assert [text for _, text in kept(chat)] == ["yes we did that together"]


@pytest.mark.parametrize(
    ("words", "meaning", "key"),
    [
        ("I did it again, 40 minutes on reels", Meaning.LAPSE, "topic-lapse"),
        ("borré tiktok!!", Meaning.PRIDE, "topic-pride"),
        ("i want to open it so much", Meaning.URGE, "topic-urge"),
        ("it is all too much", Meaning.PLAN_EASIER, "topic-plan-easier"),
    ],
)
def test_a_topic_in_a_reflection_is_answered_and_the_words_are_kept(
    words: str, meaning: Meaning, key: str
) -> None:
    chat = Chat(facts_of(prompts=PROMPTS))
    chat.slash("reflect")
    heard(chat, words, meaning)
    assert chat.replies[0].key.startswith(key)
    assert [text for _, text in kept(chat)] == [words]


def test_how_am_i_doing_is_answered_and_the_reflection_waits_on() -> None:
    chat = Chat(facts_of(prompts=PROMPTS))
    chat.slash("reflect")
    heard(chat, "how am I doing?", Meaning.PROGRESS)
    assert [reply.key.startswith("week-") for reply in chat.replies] == [True]  # the question stands above
    assert (chat.waiting, kept(chat)) == ("reflect.answer", [])


@pytest.mark.parametrize(
    ("words", "kind"), [("the sofa after dinner", OBSTACLE), ("my brother Tom is in hospital", NOTE)]
)
def test_hurt_is_no_obstacle(words: str, kind: str) -> None:
    lexicon = {"en": {"missed": frozenset({"missed"}), "hurt": frozenset({"hospital"})}}
    facts = facts_of()
    chat = Chat(facts.replace(library=replace(facts.library, lexicon=lexicon)))
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.missed")
    assert chat.waiting == "checkin.obstacle"
    chat.type(words)
    assert kept(chat) == [(kind, words)]
