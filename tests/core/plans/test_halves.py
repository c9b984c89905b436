"""The halves of an if–then plan in own words, by the shipped words of both languages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.languages import read_language
from bot.content.lexicon import read_lexicon
from bot.content.problems import Problems
from bot.core.model.plan import Phrase
from bot.core.model.snapshot import Snapshot
from bot.core.plans import halves
from tests.core.making import SHIPPED, make_facts, make_library


@cache
def speaking(language: str) -> Snapshot:
    """Somebody of that language, with its shipped words."""
    folder, problems = SHIPPED / "locales" / language, Problems(SHIPPED)
    rules = read_language(folder / "language.yaml", problems)
    library = replace(
        make_library(),
        lexicon={language: read_lexicon(folder / "lexicon.yaml", problems)},
        halves={language: {"cue": rules.cue, "action": rules.action}},
    )
    assert problems.found == []
    facts = make_facts(library=library)
    return facts.replace(person=facts.person.replace(language=language))


@pytest.mark.parametrize(
    ("language", "part", "typed", "cue", "action"),
    [
        ("en", "cue", "When I get home.", "I get home", ""),
        ("en", "cue", "as soon as dinner is over", "dinner is over", ""),
        ("en", "cue", "Dinner is over", "dinner is over", ""),
        ("en", "cue", "when i'm in bed", "I'm in bed", ""),
        ("en", "cue", "I will call my sister", "", "call my sister"),
        ("en", "cue", "i'll read when i get home", "I get home", "read"),
        ("en", "cue", "When I get home, I will read", "I get home", "read"),
        ("en", "cue", "when I get home, put it in the drawer", "I get home", "put it in the drawer"),
        ("en", "cue", "after dinner i'll go for a walk", "after dinner", "go for a walk"),
        ("en", "action", "I'll call my sister", "", "call my sister"),
        ("en", "action", "call her when i get home", "", "call her when I get home"),
        ("en", "action", "when I get home I will read", "I get home", "read"),
        ("en", "cue", "idk", "", ""),
        ("en", "cue", "Hello!", "", ""),
        ("en", "cue", "lol", "", ""),
        ("en", "cue", "when", "when", ""),
        ("es", "cue", "Cuando llegue a casa", "llegue a casa", ""),
        ("es", "cue", "cuando llegue a casa voy a leer", "llegue a casa", "leer"),
        ("es", "cue", "voy a llamar a mi hermana", "", "llamar a mi hermana"),
        ("es", "action", "Voy a dejarlo en la cocina", "", "dejarlo en la cocina"),
        ("es", "cue", "jajaja", "", ""),
        ("es", "cue", "no sé", "", ""),
    ],
)
def test_what_a_line_tells(language: str, part: str, typed: str, cue: str, action: str) -> None:
    assert halves.read(part, typed, speaking(language)) == halves.Halves(cue, action)


@pytest.mark.parametrize(
    ("language", "cue", "action", "key"),
    [
        ("en", "I get home", "read a page", "if-then"),
        ("en", "the kids sleep", "not look at it", "if-then"),
        ("en", "after dinner", "read a page", "if-then-apart"),
        ("en", "bedtime", "read a page", "if-then-apart"),
        ("en", "I get home", "no phone", "if-then-apart"),
        ("en", "I get home", "reading a book", "if-then-apart"),
        ("en", "I get home", "bring it to the kitchen", "if-then"),
        ("es", "llegue a casa", "leer una página", "if-then"),
        ("es", "llegue a casa", "no mirar el teléfono", "if-then"),
        ("es", "llegue a casa", "dejo el teléfono", "if-then-apart"),
        ("es", "por la noche", "leer", "if-then-apart"),
    ],
)
def test_words_that_do_not_fit_stand_apart(language: str, cue: str, action: str, key: str) -> None:
    said = halves.sentence(Phrase(cue, own=True), Phrase(action, own=True), speaking(language))
    assert said.key == key


def test_the_catalogues_own_halves_always_fit() -> None:
    said = halves.sentence(
        Phrase("plan-a-cue-1", own=False), Phrase("plan-a-action-1", own=False), speaking("en")
    )
    assert said.key == "if-then"


@given(st.text(max_size=300), st.sampled_from(["cue", "action"]), st.sampled_from(["en", "es"]))
def test_no_text_raises_and_a_half_is_one_line_of_its_words(text: str, part: str, language: str) -> None:
    told = halves.read(part, text, speaking(language))
    for half in (told.cue, told.action):
        assert len(half) <= halves.LONGEST
        assert half == " ".join(half.split())
        assert half.casefold() in " ".join(text.split()).casefold()
