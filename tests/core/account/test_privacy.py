from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checkin import checkin
from bot.core.coach import ENGINE
from bot.core.model.effects import EraseMe, Export
from bot.core.model.person import RestReason
from tests.core.helpers import TODAY, Chat, facts_of


def test_what_is_stored_and_why() -> None:
    chat = Chat(facts_of())
    shown = chat.slash("privacy")
    for word in ("encrypted", "no ads", "no sale", "no training", "13", "erase"):
        assert word in shown
    assert chat.tokens == ["privacy.export", "privacy.erase"]


def test_the_export() -> None:
    chat = Chat(facts_of())
    chat.slash("privacy")
    assert "JSON" in chat.press("privacy.export")
    assert chat.effects == (Export(),)
    assert len(chat.replies) == 1


@pytest.mark.parametrize("answer", ["press", "yes"])
def test_erasing_after_one_confirmation(answer: str) -> None:
    chat = Chat(facts_of())
    chat.slash("privacy")
    chat.press("privacy.erase")
    assert (chat.effects, chat.waiting) == ((), "privacy.sure")
    shown = chat.press("privacy.sure.yes") if answer == "press" else chat.type(answer)
    assert shown == "Everything about you is erased. Goodbye."
    assert (chat.effects, chat.stack, chat.tokens) == ((EraseMe(),), (), [])


@pytest.mark.parametrize("answer", ["press", "no", "hm?", "done", "x" * 5000])
def test_anything_but_a_yes_keeps_all(answer: str) -> None:
    chat = Chat(facts_of())
    chat.slash("privacy erase")
    shown = chat.press("privacy.sure.keep") if answer == "press" else chat.type(answer)
    assert (shown, chat.effects, chat.waiting) == ("Nothing was erased.", (), "")


def test_a_confirmation_pressed_late_erases_nothing() -> None:
    chat = Chat(facts_of())
    chat.forge("privacy.sure.yes")
    assert (chat.effects, chat.replies[0].key) == ((), "talk-stale")


@pytest.mark.parametrize("between", ["/today", "/help", "/settings", "button"])
def test_a_yes_to_something_else_erases_nothing(between: str) -> None:
    chat = Chat(facts_of())
    chat.slash("privacy erase")
    chat.forge("help.show") if between == "button" else chat.type(between)
    chat.type("yes")
    assert (chat.erased, chat.waiting) == (False, "")


def test_a_message_of_the_coach_ends_the_question() -> None:
    chat = Chat(facts_of())
    chat.slash("privacy erase")
    stack = ENGINE.push_asked(checkin.ask(TODAY, chat.snapshot), chat.stack, chat.snapshot)
    assert [frame.step for frame in stack] == ["open"]


@pytest.mark.parametrize("rest", [RestReason.STOPPED, RestReason.CARE, RestReason.UNREACHABLE])
def test_it_works_while_coaching_rests(rest: RestReason) -> None:
    chat = Chat(facts_of(rest=rest))
    chat.slash("privacy export")
    assert chat.effects == (Export(),)
    chat.slash("privacy erase")
    chat.type("yes")
    assert chat.effects == (EraseMe(),)


def test_it_works_in_the_middle_of_onboarding() -> None:
    chat = Chat(facts_of(onboarded=False))
    chat.slash("start")
    onboarding = chat.waiting
    chat.slash("privacy")
    assert chat.replies[0].key == "privacy-all"
    assert chat.waiting == onboarding
    chat.slash("privacy erase")
    chat.type("no")
    assert chat.waiting == onboarding


def test_in_spanish() -> None:
    chat = Chat(facts_of(language="es"))
    assert "cifrado" in chat.slash("privacy")
    chat.press("privacy.erase")
    assert chat.type("sí") == "Todo lo que había sobre ti está borrado. Adiós."
    assert chat.erased


@given(st.text(max_size=40))
def test_forged_buttons_never_erase(text: str) -> None:
    chat = Chat(facts_of())
    chat.slash("privacy erase")
    chat.forge(f"privacy.sure.{text}")
    assert chat.erased == (text == "yes")
    chat.forge(f"privacy.erase.{text}")
    assert chat.waiting == "privacy.sure"
