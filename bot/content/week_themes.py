"""weeks.yaml: the themes of the weeks after the first, each with its lessons and prompts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from bot.content.nodes import Doc, Fields
from bot.content.problems import Problems
from bot.core.model.library import Lesson, Prompt, WeekTheme

PARTS = ("name", "try")


def read_week_themes(
    path: Path, lessons: Iterable[Lesson], prompts: Iterable[Prompt], problems: Problems
) -> tuple[WeekTheme, ...]:
    """The themes in the order of their weeks; none where there is no such file."""
    if not path.exists():
        return ()
    doc = Doc(path, problems)
    known = {"lessons": {lesson.slug for lesson in lessons}, "prompts": {prompt.slug for prompt in prompts}}
    nodes = doc.items(doc.root, "the themes")
    themes = tuple(_theme(doc, node, known) for node in nodes)
    seen: set[str] = set()
    for node, theme in zip(nodes, themes, strict=True):
        if theme.slug in seen:
            doc.bad(node, f"the theme '{theme.slug}' is there twice")
        seen.add(theme.slug)
    return themes


def _theme(doc: Doc, node: yaml.Node, known: dict[str, set[str]]) -> WeekTheme:
    fields = Fields(doc, node, "the theme", ("slug", "lessons", "prompts"), ())
    named = {part: tuple(_known(doc, one, part, known[part]) for one in fields.items(part)) for part in known}
    return WeekTheme(fields.slug("slug"), named["lessons"], named["prompts"])


def _known(doc: Doc, node: yaml.Node, part: str, known: set[str]) -> str:
    slug = doc.slug(node, "a slug")
    if slug and slug not in known:
        doc.bad(node, f"'{slug}' is not in {part}.yaml")
    return slug
