"""Words of danger are heard wherever a person writes them, and lose nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.content.lexicon import CARE
from bot.content.wording import Wording
from bot.core.account import care
from bot.core.coach import COACH
from bot.core.model.effects import AddJournalEntry, UpdatePerson
from bot.core.model.inputs import FormSubmission, SlashCommand
from bot.core.model.reading import Safety
from bot.core.typed.lexemes import phrase
from tests.core.helpers import NOW, PROMPTS, Chat, facts_of
from tests.world import CONTENT
from tests.world import library as shipped

CLEAR, UNCLEAR = "I want to kill myself", "I'm so tired of everything"
ANSWERS = {CLEAR: "care-help", UNCLEAR: "care-unclear"}
FORMS = sorted((flow.name, name) for flow in COACH.flows.values() for name in flow.forms)
STEPS = {
    "line": (),
    "checkin": ("/checkin",),
    "note": ("/checkin", "done", "4"),
    "reflection": ("/reflect",),
    "settings": ("/settings",),
}


def at(*steps: str) -> Chat:
    chat = Chat(facts_of(prompts=PROMPTS))
    for step in steps:
        chat.slash(step[1:]) if step.startswith("/") else chat.type(step)
    return chat


def keys(chat: Chat) -> list[str]:
    return [reply.key for reply in chat.replies]


@pytest.mark.parametrize("words", ANSWERS)
@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_typed_words(steps: tuple[str, ...], words: str) -> None:
    chat = at(*steps)
    chat.type(words)
    assert keys(chat) == [ANSWERS[words]]


@pytest.mark.parametrize("words", ANSWERS)
@pytest.mark.parametrize("command", [command.name for command in COACH.commands])
def test_the_argument_of_a_command(command: str, words: str) -> None:
    chat = at()
    chat.do(SlashCommand(command, words))
    assert keys(chat) == [ANSWERS[words]]
    assert (UpdatePerson({"rest": "care"}) in chat.effects) == (words is CLEAR)


@pytest.mark.parametrize("words", ANSWERS)
@pytest.mark.parametrize(("flow", "name"), FORMS)
def test_a_field_of_a_form(flow: str, name: str, words: str) -> None:
    chat = at()
    chat.do(FormSubmission(f"{flow}.{name}", {"one": "4", "note": words}))
    assert keys(chat) == [ANSWERS[words]]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("yes", "care-help"),
        ("Yes, I'm not well", "care-help"),
        ("no", "care-unclear-thanks"),
        ("Just an expression", "care-unclear-thanks"),
        ("it's about a friend", "care-friend"),
    ],
)
def test_a_typed_answer_to_the_careful_question_presses_its_button(typed: str, key: str) -> None:
    for steps in STEPS.values():
        chat = careful(*steps)
        chat.type(typed)
        assert chat.replies[0].key == key
        chat.type(typed)
        assert chat.replies[0].key != "care-unclear-thanks", "only the very next line answers it"


def careful(*steps: str) -> Chat:
    """After the careful question, with the answers that the shipped lexicon knows."""
    chat = at(*steps)
    library = chat.snapshot.library
    lexicon = {code: {**library.lexicon[code], **_of_care(code)} for code in library.lexicon}
    chat.snapshot = chat.snapshot.replace(library=replace(library, lexicon=lexicon))
    chat.type(UNCLEAR)
    return chat


def _of_care(code: str) -> dict[str, frozenset[str]]:
    return {name: phrases for name, phrases in shipped().lexicon[code].items() if name.startswith("care-")}


def test_the_label_of_each_button_is_an_answer() -> None:
    real = Wording(CONTENT, "en", strict=True)
    for button in (care.YES, care.FRIEND, care.NO):
        for code, words in shipped().lexicon.items():
            label = phrase(real.label(button.label, code, NOW.date()))
            names = [name for name in CARE if label in words[name]]
            assert [care.CHOICES[name] for name in names] == [button.token], (code, label)


def test_an_expression_is_asked_about_once_a_day_and_a_clear_danger_always() -> None:
    chat = careful()
    chat.press("care.no")
    for hours in (1, 23):
        chat.snapshot = chat.snapshot.replace(now=NOW + timedelta(hours=hours))
        chat.slash("today")
        chat.type(UNCLEAR)
        assert "care-unclear" not in keys(chat)
    chat.snapshot = chat.snapshot.replace(now=NOW + timedelta(hours=25))
    chat.type(UNCLEAR)
    assert keys(chat) == ["care-unclear"]
    chat.press("care.no")
    chat.type(CLEAR)
    assert keys(chat) == ["care-help"]


def test_words_of_danger_are_kept_where_they_were_written() -> None:
    chat = at("/checkin", "done", "4")
    chat.type(CLEAR)
    assert [e.text for e in chat.effects if isinstance(e, AddJournalEntry)] == [CLEAR]


def test_a_clear_danger_counts_among_several() -> None:
    chat = at()
    chat.do(FormSubmission("checkin.day", {"one": UNCLEAR, "two": CLEAR}))
    assert keys(chat) == ["care-help"]


def test_a_danger_that_was_read_before_is_not_read_again() -> None:
    chat = at()
    chat.do(SlashCommand("today", CLEAR, danger=Safety.NONE))
    assert keys(chat) != ["care-help"]
    chat.do(FormSubmission("checkin.day", {"note": "4"}, danger=Safety.BULLYING))
    assert keys(chat) == ["care-bullying"]
