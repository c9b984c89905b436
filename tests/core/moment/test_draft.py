"""Three questions before a post. No word of it goes into an effect or into the data of a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.model.inputs import TypedText
from bot.core.model.reading import Meaning, Reading
from bot.core.model.snapshot import Snapshot
from bot.core.moment.draft import KINDS
from tests.core.helpers import Chat, facts_of
from tests.world import library as shipped

TEXT = "Quixotenburg is run by fools and I will say so"
UNREAD = Reading(Meaning.UNCLEAR)


def person(**settings: object) -> Snapshot:
    facts = facts_of(shares_missed=True, **settings)
    return facts.replace(library=replace(facts.library, lexicon=shipped().lexicon))


def holds_text(chat: Chat) -> bool:
    return "Quixotenburg" in repr((chat.effects, chat.stack, chat.replies))


@pytest.mark.parametrize("reading", [UNREAD, Reading(Meaning.FEELING), Reading(Meaning.NOTE, is_sure=True)])
def test_a_text_is_kept_nowhere(reading: Reading) -> None:
    chat = Chat(person())
    chat.slash("draft")
    for _ in range(3):
        chat.do(TypedText(TEXT, reading=reading))
        assert (chat.replies[0].key, chat.effects, chat.waiting) == ("draft-read", (), "draft.text")
        assert not holds_text(chat)


def test_a_text_in_the_argument_and_one_in_reply_to_an_old_message_are_not_kept_either() -> None:
    chat = Chat(person())
    chat.slash(f"draft {TEXT}")
    assert not holds_text(chat)
    tokens = tuple(chat.tokens)
    chat.press("draft.post")
    chat.do(TypedText(TEXT, tokens, UNREAD))
    assert chat.replies[0].key == "draft-read"
    assert not holds_text(chat)


@pytest.mark.parametrize("kind", KINDS)
def test_one_question_more_by_what_it_is(kind: str) -> None:
    chat = Chat(person())
    chat.slash("draft")
    chat.press(f"draft.kind.{kind}")
    assert chat.tokens == ["draft.post", "draft.wait"]
    chat.do(TypedText(TEXT, reading=UNREAD))
    assert not holds_text(chat)


@pytest.mark.parametrize("end", ["post", "wait"])
def test_either_end_is_fine_and_says_that_nothing_is_stored(end: str) -> None:
    chat = Chat(person())
    chat.slash("draft")
    assert "I have stored nothing." in chat.press(f"draft.{end}")
    assert (chat.effects, chat.waiting) == ((), "")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "about to post something angry"),
        ("en", "I'm about to reply to her and it's not nice"),
        ("en", "before I post"),
        ("es", "estoy a punto de publicar algo con rabia"),
        ("es", "/borrador"),
    ],
)
def test_words_lead_there(language: str, line: str) -> None:
    chat = Chat(person(language=language))
    chat.type(line)
    assert (chat.replies[0].key, chat.waiting) == ("draft-ask", "draft.text")


def test_after_half_an_hour_words_are_no_draft() -> None:
    chat = Chat(person())
    chat.slash("draft")
    chat.snapshot = chat.snapshot.replace(now=chat.snapshot.now + timedelta(minutes=31))
    chat.type("thanks")
    assert chat.replies[0].key == "talk-thanks"
