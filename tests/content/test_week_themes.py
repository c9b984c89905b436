"""The shipped themes of the weeks: they go on in their line, and damaged files are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import catalog
from bot.core.model.library import Track
from tests.catalogue import compose
from tests.content.reading import CONTENT, LANGUAGES, texts

LIBRARY = catalog.load(CONTENT)
WEEKS = 7  # from the second to the eighth
MOST = 16  # words of one part


def test_each_week_up_to_the_eighth_has_a_theme() -> None:
    assert len(LIBRARY.week_themes) == WEEKS
    makers = {prompt.slug for prompt in LIBRARY.prompts if prompt.theme == Track.MAKER}
    for theme in LIBRARY.week_themes:
        assert theme.lessons
        assert theme.prompts
        assert not makers & set(theme.prompts), "a question for makers alone is none for everybody's week"


def test_no_question_and_no_lesson_is_in_two_weeks() -> None:
    for named in ("lessons", "prompts"):
        slugs = [slug for theme in LIBRARY.week_themes for slug in getattr(theme, named)]
        assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_tries_are_short_and_go_on_in_their_line(language: str) -> None:
    words = dict(texts(language))
    for theme in LIBRARY.week_themes:
        name, thing = (words[theme.text(part).key].strip() for part in ("name", "try"))
        assert len(name.split()) <= MOST
        assert len(thing.split()) <= MOST
        assert name[0].islower()
        assert name[-1].isalnum()
        assert thing[0].islower()
        assert thing.endswith(".")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    root = compose(tmp_path / "content")
    path = root / "weeks.yaml"
    damaged = path.read_text().replace("[late]", "[nowhere]").replace("last-talk", "unasked")
    path.write_text(damaged.replace("slug: people", "slug: state"))
    told = [str(problem) for problem in catalog.check(root)]
    assert any("'nowhere' is not in lessons.yaml" in one for one in told)
    assert any("'unasked' is not in prompts.yaml" in one for one in told)
    assert any("the theme 'state' is there twice" in one for one in told)
