"""Words of danger are heard wherever a person writes them, and lose nothing."""

from __future__ import annotations

import pytest

from bot.core.coach import COACH
from bot.core.model.effects import AddJournalEntry, UpdatePerson
from bot.core.model.inputs import FormSubmission, SlashCommand
from bot.core.model.reading import Safety
from tests.core.helpers import PROMPTS, Chat, facts_of

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
