"""Words that may come back on another day: none with hurt, shame, a name, a number or danger."""

from __future__ import annotations

import doctest
from dataclasses import replace

import pytest

from bot.core.model.reading import Safety
from bot.core.typed import own_words
from tests.core.helpers import facts_of
from tests.world import library

SHIPPED = replace(facts_of(), library=library())


def test_its_examples_hold() -> None:
    assert doctest.testmod(own_words).failed == 0


@pytest.mark.parametrize(
    "text",
    [
        "I want my evenings back",
        "More time for my kids, less Instagram on Sundays",
        "SLEEP",
        "sleep",
        "I'd like to read again. It calms me.",
        "Quiero leer más con mis hijos",
        "Dormir mejor, y menos TikTok los domingos",
        "Vale la pena intentarlo",
    ],
)
def test_an_ordinary_reason_comes_back(text: str) -> None:
    assert own_words.may_come_back(text, SHIPPED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I feel so lonely at night",
        "my mother died in spring",
        "I am a failure",
        "Because of what Zbigniew said",
        "ana needs me",
        "so that Kim gets an answer",
        "call me on 0664123456",
        "ann@example.org knows",
        "see www.example.org",
        "Me siento sola por las noches",
        "porque carmen me necesita",
        "Para estar con Begoña",
        "me da vergüenza",
    ],
)
def test_hurt_shame_names_and_numbers_do_not(text: str) -> None:
    assert not own_words.may_come_back(text, SHIPPED)


def test_words_of_danger_do_not() -> None:
    calm = replace(SHIPPED, library=replace(library(), danger=lambda text: Safety.NONE))
    alarmed = replace(SHIPPED, library=replace(library(), danger=lambda text: Safety.UNCLEAR))
    assert own_words.may_come_back("more sleep", calm)
    assert not own_words.may_come_back("more sleep", alarmed)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("it showed me a photo of my brother. he died in April", True),
        ("murió mi perro", True),
        ("mi padre falleció en mayo", True),
        ("my phone died", False),
        ("lost an hour again", False),
    ],
)
def test_grief_is_heard_in_every_language_and_never_comes_back(text: str, told: bool) -> None:
    assert own_words.tells_of_grief(text, SHIPPED) is told
    assert not (told and own_words.may_come_back(text, SHIPPED))
