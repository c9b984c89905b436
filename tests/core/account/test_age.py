"""Nobody gets past the question of age but by its button or a stated age of 13 or more."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.effects import EraseMe, UpdatePerson
from bot.core.model.inputs import FormSubmission
from bot.core.model.snapshot import Snapshot
from bot.core.typed import ages, understand
from bot.core.typed.ages import Stated
from tests.core.helpers import Chat, facts_of
from tests.world import library

OLD = (
    *("I'm 13", "im 14", "I am 15 years old", "15", "13 or older", "yes, 16", "my age is 40"),
    *("I'm 72 and retired", "I'm 13 or older: let's start", "I'm an adult", "i just turned 13"),
)
YOUNG = (
    *("I'm 12", "im 9", "I am 11 and I watch shorts all night", "12", "11 years old", "I'm younger"),
    *("under 13", "I'm almost 13", "not 13 yet", "I'll be 13 in May", "I'm not 13 or older", "too young"),
    *("I'm 12 and a half", "I'm 12, but my sister is 15"),
)
NEITHER = (
    *("ok", "yes", "hi", "hello", "hola", "done", "sure", "let's start", "13?!no", "1", "2", "3", ""),
    *("I'm 15 minutes late", "I'm 999", "I'm 0", "under 18", "my brother is 15", "I'm 13 next month"),
    *("12 or 13", "👍"),
)
SPANISH = {
    "Tengo 13 años o más: empecemos": Stated.OLD_ENOUGH,
    "tengo 15": Stated.OLD_ENOUGH,
    "soy mayor de edad": Stated.OLD_ENOUGH,
    "tengo 12 años": Stated.YOUNGER,
    "casi 13": Stated.YOUNGER,
    "aún no tengo 13": Stated.YOUNGER,
    "Tengo menos": Stated.YOUNGER,
    "menos de 13": Stated.YOUNGER,
    "I'm 12": Stated.YOUNGER,
    "tengo 15 minutos": Stated.NOTHING,
    "sí": Stated.NOTHING,
}


def new(language: str = "en") -> Snapshot:
    return replace(facts_of(onboarded=False, plan=False, language=language), library=library())


def asked(language: str = "en") -> Chat:
    chat = Chat(new(language))
    chat.slash("start")
    return chat


@pytest.mark.parametrize("line", OLD)
def test_a_stated_age_of_13_or_more_leads_on(line: str) -> None:
    chat = asked()
    chat.type(line)
    assert chat.waiting == "onboarding.focus"
    assert UpdatePerson({"agreed": True}) in chat.effects


@pytest.mark.parametrize("line", YOUNG)
def test_a_stated_lower_age_is_answered_as_the_button_is(line: str) -> None:
    pressed = asked()
    shown = pressed.press("onboarding.hello.young")
    typed = asked()
    assert typed.type(line) == shown
    assert (typed.erased, typed.effects, typed.stack) == (True, (EraseMe(),), ())


@pytest.mark.parametrize("line", NEITHER)
def test_nothing_else_leads_on(line: str) -> None:
    chat = asked()
    chat.type(line)
    assert chat.waiting == "onboarding.hello"
    assert not chat.snapshot.person.agreed
    assert "onboarding.hello.ok" in chat.tokens
    assert len(chat.replies) <= 2


@pytest.mark.parametrize(("line", "age"), SPANISH.items())
def test_in_spanish(line: str, age: Stated) -> None:
    assert ages.stated(line, new("es")) is age


@pytest.mark.parametrize("line", ["ok", "yes", "hello", "sorry", "let's start", "done", "/start"])
def test_after_the_answer_for_the_younger_only_an_explicit_answer_counts(line: str) -> None:
    chat = asked()
    chat.press("onboarding.hello.young")
    for _ in range(3):
        chat.type(line)
        assert chat.waiting == "onboarding.hello"
    chat.press("onboarding.hello.ok")
    assert chat.waiting == "onboarding.focus"


@given(st.text(max_size=40))
def test_no_words_without_a_number_of_13_or_more_let_anybody_in(text: str) -> None:
    line = understand.normal(text)
    if ages.stated(text, new()) is Stated.OLD_ENOUGH:
        old = any(int(number) >= ages.LEAST for number in re.findall(r"\d+", line))
        assert old or line in library().lexicon["en"]["adult"]


# --- a community's post


@pytest.mark.parametrize(
    "token", ["challenge.join.2026-11-23", "challenge.kept.2026-11-23", "quote.share.2026-11-23.x"]
)
def test_a_post_s_button_asks_first(token: str) -> None:
    chat = Chat(new())
    chat.forge(token)
    assert [reply.key for reply in chat.replies] == ["age-ask"]
    assert (chat.effects, chat.stack) == ((), ())
    chat.press(f"age.ok.{token}")
    assert chat.effects[0] == UpdatePerson({"agreed": True})
    assert [reply.key for reply in chat.replies] != ["age-ask"]
    chat.forge(token)
    assert [reply.key for reply in chat.replies] != ["age-ask"]


def test_words_in_a_form_are_handed_back_and_not_kept() -> None:
    chat = Chat(new())
    shown = chat.do(FormSubmission("community.answer.2026-11-23.x", {"words": "I scroll at night"}))
    assert "I scroll at night" in shown
    assert [reply.key for reply in chat.replies] == ["age-words-back", "age-ask"]
    assert (chat.effects, chat.snapshot.journal) == ((), ())
    chat.press("age.ok.community.answer.2026-11-23.x")
    assert chat.tokens == ["community.answer.2026-11-23.x"]


def test_the_younger_leave_nothing_behind() -> None:
    chat = Chat(new())
    chat.forge("challenge.join.2026-11-23")
    chat.press("age.young")
    assert chat.effects == (EraseMe(),)


def test_an_old_button_for_the_younger_erases_nobody_who_agreed() -> None:
    chat = Chat(facts_of(agreed=True))
    chat.forge("age.young")
    assert chat.effects == ()


def test_a_forged_token_that_is_too_long_is_an_old_button() -> None:
    chat = Chat(new())
    chat.forge("challenge.join." + "x" * 60)
    assert chat.replies[0].key == "talk-stale"


def test_the_journal_opens_once_somebody_has_agreed() -> None:
    chat = Chat(replace(new(), person=replace(new().person, agreed=True)))
    chat.slash("journal")
    assert [reply.key for reply in chat.replies] == ["journal-empty"]
