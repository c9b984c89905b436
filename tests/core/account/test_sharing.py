"""The consent to keep lines that were not understood: off until a clear yes, and taken back at any time."""

from __future__ import annotations

import pytest

from bot.core.model.effects import ForgetMissedLines, UpdatePerson
from bot.core.model.person import RestReason
from tests.core.helpers import Chat, facts_of

ON, OFF = UpdatePerson({"shares_missed": True}), UpdatePerson({"shares_missed": False})


def somebody(**person: object) -> Chat:
    return Chat(facts_of(agreed=True, **person))


def test_it_is_off_and_said_what_for_and_how_long() -> None:
    chat = somebody()
    assert not chat.snapshot.person.shares_missed
    chat.slash("privacy")
    shown = chat.press("privacy.lines")
    for word in ("90 days", "teach", "Encrypted", "without your name", "take this back", "deleted at once"):
        assert word in shown
    assert (chat.effects, chat.waiting) == ((), "privacy.lines")
    assert chat.tokens == ["privacy.lines.on", "privacy.lines.no"]


@pytest.mark.parametrize("answer", ["press", "yes"])
def test_a_yes_agrees(answer: str) -> None:
    chat = somebody()
    chat.slash("privacy lines")
    shown = chat.press("privacy.lines.on") if answer == "press" else chat.type(answer)
    assert (chat.effects, chat.waiting) == ((ON,), "")
    assert "90 days" in shown


@pytest.mark.parametrize("answer", ["press", "no", "hm?", "done", "x" * 5000])
@pytest.mark.parametrize("shares", [False, True])
def test_anything_but_a_yes_changes_nothing(answer: str, shares: bool) -> None:
    chat = somebody(shares_missed=shares)
    chat.slash("privacy lines")
    shown = chat.press("privacy.lines.no") if answer == "press" else chat.type(answer)
    assert (shown, chat.effects, chat.waiting) == ("All right, nothing was changed.", (), "")


@pytest.mark.parametrize("answer", ["press", "yes"])
@pytest.mark.parametrize("rest", [RestReason.NO, RestReason.STOPPED, RestReason.CARE])
def test_taking_it_back_deletes_the_lines(answer: str, rest: RestReason) -> None:
    chat = somebody(shares_missed=True, rest=rest)
    chat.slash("privacy lines")
    assert chat.tokens == ["privacy.lines.off", "privacy.lines.no"]
    shown = chat.press("privacy.lines.off") if answer == "press" else chat.type(answer)
    assert chat.effects == (OFF, ForgetMissedLines())
    assert "deleted" in shown
    assert not chat.snapshot.person.shares_missed


def test_a_press_counts_when_the_question_no_longer_waits() -> None:
    chat = somebody()
    chat.slash("privacy lines")
    chat.slash("plans")
    chat.forge("privacy.lines.on")
    assert chat.effects == (ON,)
    chat.forge("privacy.lines.forged")
    assert (chat.effects, chat.waiting) == ((), "privacy.lines")


def test_nothing_is_asked_of_somebody_of_whom_nothing_is_kept() -> None:
    chat = Chat(facts_of(agreed=False, onboarded=False, plan=False))
    chat.slash("privacy")
    assert chat.tokens == ["privacy.export", "privacy.erase"]
    for token in ("privacy.lines", "privacy.lines.on"):
        chat.forge(token)
        assert (chat.effects, chat.waiting) == ((), "")
        assert chat.replies[0].key == "privacy-all"
