"""The content alone knows languages: the code names none, and each folder is one."""

from __future__ import annotations

import ast

import pytest

from bot.content import catalog
from bot.core.calendar import zones
from tests.content.reading import CONTENT, LANGUAGES, ROOT


def test_the_code_names_no_language():
    named = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "bot").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in ("en", "es")
    ]
    assert named == []


def test_every_folder_is_a_language_of_the_library():
    library = catalog.load(CONTENT)
    for of_languages in (library.languages, library.lexicon, library.grammar, library.zones):
        assert set(of_languages) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_zones_are_offered_in_every_language(language):
    assert len(set(zones.likely(language, catalog.load(CONTENT)))) == 5


def test_the_zones_of_an_unknown_language_are_those_of_the_default_one():
    library = catalog.load(CONTENT)
    assert zones.likely("xx", library) == zones.likely(library.default_language, library)
