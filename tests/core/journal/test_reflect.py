from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.conversation.flow import Frame
from bot.core.journal import reflect
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.effects import AddJournalEntry, CountPromptAsked, RecordEntry
from bot.core.model.inputs import TypedText
from bot.core.model.nudge import NudgeKind, SentNudge
from tests.core.helpers import PROMPTS, TODAY, Chat, facts_of


def asked(**person: object) -> Chat:
    chat = Chat(facts_of(prompts=PROMPTS, **person))
    chat.slash("reflect")
    assert chat.waiting == "reflect.answer"
    return chat


def slug(chat: Chat) -> str:
    return str(chat.stack[-1].data["prompt"])


def test_a_question_and_an_answer_in_own_words() -> None:
    chat = Chat(facts_of(prompts=PROMPTS))
    shown = chat.slash("reflect")
    prompt = slug(chat)
    assert f"en: {prompt}?" in shown
    assert chat.effects == (CountPromptAsked(prompt, TODAY),)
    chat.type("It felt <b>calm</b>.\nReally.")
    assert chat.effects == (AddJournalEntry(TODAY, prompt, "It felt <b>calm</b>.\nReally."),)
    assert chat.waiting == ""
    assert "It felt <b>calm</b>." in chat.press("journal.page")


@pytest.mark.parametrize("words", ["ok", "👍", "x" * 100_000, "שלום"])
def test_words_of_any_length_are_kept(words: str) -> None:
    chat = asked()
    prompt = slug(chat)
    chat.type(words)
    assert chat.effects == (AddJournalEntry(TODAY, prompt, words),)


@pytest.mark.parametrize("words", ["skip", "later", "no", "thanks", "hello", "bye", "Not now!"])
def test_not_now_is_no_answer(words: str) -> None:
    chat = asked()
    chat.type(words)
    assert (chat.effects, chat.waiting) == ((), "")


def test_not_now_and_another_by_a_press() -> None:
    chat = asked()
    first = slug(chat)
    chat.press(f"reflect.answer.another.{slug(chat)}")
    assert slug(chat) != first
    assert chat.effects == (CountPromptAsked(slug(chat), TODAY),)
    assert "That's fine." in chat.press(f"reflect.answer.later.{slug(chat)}")
    assert (chat.effects, chat.waiting) == ((), "")


def test_a_blank_answer_is_asked_again() -> None:
    chat = asked()
    chat.type(" \x00 ")
    assert (chat.effects, chat.waiting) == ((), "reflect.answer")


def test_done_answers_an_open_checkin_instead() -> None:
    chat = asked()
    chat.type("done")
    assert [type(c) for c in chat.effects] == [RecordEntry]
    assert not chat.snapshot.journal


@pytest.mark.parametrize("words", ["yes", "skip", "later", "no"])
def test_short_words_after_a_checkin_came_are_meant_for_it(words: str) -> None:
    chat = asked()
    sent = SentNudge(NudgeKind.CHECKIN, TODAY, chat.snapshot.now + timedelta(hours=1))
    chat.snapshot = replace(
        chat.snapshot, now=chat.snapshot.now + timedelta(hours=1, minutes=5), sent=(sent,)
    )
    chat.type(words)
    assert chat.replies[0].key.startswith("checkin-")
    assert not any(isinstance(c, AddJournalEntry) for c in chat.effects)


def test_a_long_answer_after_a_checkin_came_is_still_the_answer() -> None:
    chat = asked()
    prompt = slug(chat)
    sent = SentNudge(NudgeKind.CHECKIN, TODAY, chat.snapshot.now + timedelta(hours=1))
    chat.snapshot = replace(chat.snapshot, sent=(sent,))
    chat.type("Yes, in the evening.")
    assert chat.effects == (AddJournalEntry(TODAY, prompt, "Yes, in the evening."),)


def test_yes_is_an_answer_where_no_checkin_came_since() -> None:
    snapshot = facts_of(prompts=PROMPTS)
    chat = Chat(
        replace(snapshot, sent=(SentNudge(NudgeKind.CHECKIN, TODAY, snapshot.now - timedelta(hours=1)),))
    )
    chat.slash("reflect")
    prompt = slug(chat)
    chat.type("yes")
    assert chat.effects == (AddJournalEntry(TODAY, prompt, "yes"),)


def test_the_thanks_rotate_and_reflect_nothing_back() -> None:
    chat, said = asked(), set()
    for n in range(5):
        said.add(chat.type(f"word {n}"))
        assert not chat.replies[0].args
        chat.slash("reflect")
    assert len(said) == 5


def test_an_answer_to_a_prompt_that_is_gone_is_kept() -> None:
    chat = asked()
    chat.stack = (Frame("reflect", "answer", {"prompt": "gone"}, TODAY),)
    chat.type(" ")
    assert [reply.key for reply in chat.replies] == ["talk-empty"]  # the question stands above
    chat.type("Kept all the same.")
    assert chat.effects == (AddJournalEntry(TODAY, "gone", "Kept all the same."),)


def test_without_prompts() -> None:
    chat = Chat(facts_of())
    assert "no question at hand" in chat.slash("reflect")
    assert (chat.effects, chat.waiting) == ((), "")


# --- of the coach's own accord ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kept", "days", "why"),
    [
        (CheckinAnswer.MISSED, (1,), "lapse"),
        (CheckinAnswer.KEPT, range(5), "good-week"),
        (CheckinAnswer.PARTLY, (1,), "general"),
    ],
)
def test_a_nudge_says_why(kept: CheckinAnswer, days: tuple[int, ...], why: str) -> None:
    snapshot = facts_of(prompts=PROMPTS)
    for ago in days:
        snapshot = snapshot.with_entry(CheckinEntry(1, TODAY - timedelta(days=ago), kept))
    turn = reflect.nudge(snapshot)
    assert (turn.flow, turn.step) == ("reflect", "answer")
    assert turn.replies[0].args["why"].key == f"reflect-why-{why}"  # type: ignore[union-attr]
    assert turn.effects == (CountPromptAsked(turn.data["prompt"], TODAY),)
    chat = Chat(snapshot)
    chat.stack = (Frame("reflect", "answer", turn.data, TODAY),)
    chat.type("My words.")
    assert chat.effects == (AddJournalEntry(TODAY, turn.data["prompt"], "My words."),)


# --- as a form ----------------------------------------------------------------------------------------


def test_a_form_is_kept_under_its_own_prompt_and_ends_the_question() -> None:
    chat = asked()
    form = chat.replies[0].form
    assert form is not None
    assert form.token == f"reflect.sent.{slug(chat)}"
    chat.fill(form.token, words="In a form.")
    assert chat.effects == (AddJournalEntry(TODAY, form.token.removeprefix("reflect.sent."), "In a form."),)
    assert chat.waiting == ""


def test_an_empty_or_forged_form() -> None:
    chat = asked()
    prompt = slug(chat)
    chat.fill(f"reflect.sent.{prompt}", words="  ")
    assert (chat.effects, chat.waiting) == ((), "reflect.answer")
    chat.fill("reflect.sent.gone", words="x")  # a question that a release took away
    assert chat.effects == (AddJournalEntry(TODAY, "gone", "x"),)
    chat.fill("reflect.sent.GONE", words="x")
    assert (chat.effects, [r.key for r in chat.replies[:2]]) == ((), ["talk-handed-back", "talk-stale"])


def test_in_spanish() -> None:
    chat = Chat(facts_of(prompts=PROMPTS, language="es"))
    assert "Escribe tanto o tan poco como quieras." in chat.slash("reflect")
    assert "Está bien." in chat.type("luego")
    chat.slash("reflect")
    assert chat.type("Bien.") in {
        "Guardado. Ponerlo en palabras ya es un paso.",
        "Gracias por escribirlo. Está en tu diario.",
        "Está en tu diario, para cuando quieras volver a leerlo.",
        "Anotado, tal como lo escribiste.",
        "Guardado. Te paraste un momento a mirar, y eso cuenta.",
    }


@given(st.text(max_size=40))
def test_any_words_and_forged_buttons(text: str) -> None:
    chat = asked()
    chat.forge(f"reflect.answer.{text}")
    assert not any(isinstance(c, AddJournalEntry) for c in chat.effects)
    chat = Chat(replace(facts_of(prompts=PROMPTS), asked={}))
    chat.slash("reflect")
    chat.type(text)
    assert chat.replies


def test_a_reply_to_an_older_question_is_its_answer_and_the_newer_one_waits_on() -> None:
    chat = asked()
    older, about = slug(chat), tuple(chat.tokens)
    chat.slash("reflect")
    newer = slug(chat)
    chat.do(TypedText("About the older one.", about))
    assert chat.effects == (AddJournalEntry(TODAY, older, "About the older one."),)
    assert (older != newer, chat.waiting) == (True, "reflect.answer")


def test_the_button_of_an_older_question_does_not_end_the_newer_one() -> None:
    chat = asked()
    older = slug(chat)
    chat.slash("reflect")
    chat.forge(f"reflect.answer.later.{older}")
    assert (chat.replies[0].key, chat.waiting) == ("talk-stale", "reflect.answer")
