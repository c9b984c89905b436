"""Phrases that are looked for within a line stand for no whole line: "tired" alone is no command."""

import pytest

from bot.content.lexicon import WITHIN
from bot.core.typed import understand
from tests.core.making import make_facts
from tests.world import library


@pytest.mark.parametrize("name", WITHIN)
def test_a_list_that_is_looked_for_within_a_line_is_no_intent(name: str) -> None:
    assert name.startswith(understand.OF_ONE_QUESTION)


@pytest.mark.parametrize("line", ["tired", "no time", "bored", "how do feeds work?", "about to post"])
def test_such_a_line_has_no_intent(line: str) -> None:
    assert understand.intent(line, make_facts(library=library())) == ""
