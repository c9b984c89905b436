"""The shipped lessons: short, sourced, and damaged files told."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from bot.content import catalog
from tests.catalogue import compose
from tests.content.reading import CONTENT, LANGUAGES, texts

LIBRARY = catalog.load(CONTENT)
MOST = {"title": 8, "text": 62, "do": 22, "ask": 20, "answer": 30}  # words
LESSON = 84  # words of title, text and the thing to do


@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_take_few_words(language: str) -> None:
    words = dict(texts(language))
    for lesson in LIBRARY.lessons:
        parts = {part: words[lesson.text(part).key].strip() for part in MOST}
        assert {part: text for part, text in parts.items() if len(text.split()) > MOST[part]} == {}
        assert sum(len(parts[part].split()) for part in ("title", "text", "do")) <= LESSON
        assert parts["ask"].endswith("?")
        assert all(parts[part].endswith((".", "?")) for part in ("text", "do", "answer"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_names_its_source_and_the_year(language: str) -> None:
    """The name in the default language; institutions and laws are called otherwise in others."""
    words = dict(texts(language))
    for lesson in LIBRARY.lessons:
        name, *_, year = lesson.source.split("-")
        text = words[lesson.text("text").key]
        plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
        assert year in text, lesson.slug
        assert language != LIBRARY.default_language or name in plain, lesson.slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_lessons_read_the_same(language: str) -> None:
    said = [text for key, text in texts(language) if re.fullmatch(r"lesson-.*-(title|text|do|ask)", key)]
    assert len(set(said)) == len(said)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    root = compose(tmp_path / "content")
    path = root / "lessons.yaml"
    path.write_text(
        path.read_text().replace("kumar-epley-2021", "nobody-1900").replace("slug: late", "slug: sorted")
    )
    told = [str(problem) for problem in catalog.check(root)]
    assert any("'nobody-1900', which is not in sources.yaml" in one for one in told)
    assert any("the lesson 'sorted' is there twice" in one for one in told)
