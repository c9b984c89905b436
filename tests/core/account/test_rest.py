from __future__ import annotations

from datetime import date

import pytest

from bot.core.account import rest
from bot.core.model.effects import UpdatePerson
from bot.core.model.person import RestReason
from tests.core.helpers import Chat, facts_of


@pytest.mark.parametrize("word", ["/stop", "stop", "Stop!", "parar"])
def test_one_word_ends_all_messages(word: str) -> None:
    chat = Chat(facts_of())
    chat.slash("settings ceiling")
    shown = chat.type(word)
    assert shown.startswith("Done: I write nothing more.")
    assert "/start" in shown
    assert "/privacy" in shown
    assert chat.effects == (UpdatePerson({"rest": RestReason.STOPPED}),)
    assert (chat.stack, chat.tokens) == ((), [])
    assert chat.type(word) == shown


def test_nothing_is_asked_of_somebody_at_rest_and_one_press_goes_on() -> None:
    chat = Chat(facts_of(ignored=6, paused_until=date(2026, 12, 24)))
    chat.type("stop")
    assert chat.type("done") == "I'm resting, as you asked, and write nothing on my own. Shall we go on?"
    assert chat.effects == ()
    shown = chat.press("rest.on")
    assert "Next comes the check-in: Monday, 23 November, 20:00." in shown
    person = chat.snapshot.person
    assert (person.rest, person.ignored, person.paused_until) == (RestReason.NO, 0, None)
    assert chat.tokens == ["checkin.open"]


def test_start_takes_up_again() -> None:
    chat = Chat(facts_of(rest=RestReason.STOPPED))
    chat.slash("start")
    assert chat.snapshot.person.rest is RestReason.NO


def test_going_on_after_words_of_self_harm() -> None:
    chat = Chat(facts_of())
    chat.type("I want to kill myself")
    assert chat.snapshot.person.rest is RestReason.CARE
    shown = chat.type("ok")
    assert "findahelpline.com" in shown
    chat.press("rest.on")
    assert chat.snapshot.person.rest is RestReason.NO


def test_going_on_without_plans_promises_nothing() -> None:
    shown = Chat(facts_of(rest=RestReason.STOPPED, plan=False)).forge("rest.on")
    assert shown == "Good, we go on. All that you did before still counts."


def test_going_on_before_onboarding_was_through() -> None:
    snapshot = facts_of(onboarded=False, rest=RestReason.CARE)
    turn = rest.take_up(snapshot)
    assert turn.replies[0].key == "rest-on-new"
    assert turn.effects[0] == UpdatePerson({"rest": RestReason.NO, "ignored": 0, "paused_until": None})


def test_in_spanish() -> None:
    chat = Chat(facts_of(language="es"))
    assert chat.type("parar").startswith("Hecho: no escribo más.")
    assert "reposo" in chat.type("hola")
    assert "Lo próximo es el repaso del día: lunes, 23 de noviembre, 20:00." in chat.press("rest.on")
