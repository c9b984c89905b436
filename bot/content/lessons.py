"""lessons.yaml: theme → lessons, each with its source and the tracks that it is for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.content.nodes import Doc, Fields
from bot.content.problems import Problems
from bot.core.model.library import Lesson, Source, Theme, Track

PARTS = ("title", "text", "do", "ask", "answer")


def read_lessons(path: Path, sources: Mapping[str, Source], problems: Problems) -> tuple[Lesson, ...]:
    """The lessons in the order of the file; none where there is no such file."""
    if not path.exists():
        return ()
    doc = Doc(path, problems)
    fields = doc.fields("the lessons", (), tuple(Theme))
    nodes = [(theme, node) for theme in Theme if theme in fields for node in fields.items(theme)]
    lessons = tuple(_lesson(doc, theme, node, sources) for theme, node in nodes)
    seen: set[str] = set()
    for (_, node), lesson in zip(nodes, lessons, strict=True):
        if lesson.slug in seen:
            doc.bad(node, f"the lesson '{lesson.slug}' is there twice")
        seen.add(lesson.slug)
    return lessons


def _lesson(doc: Doc, theme: Theme, node: yaml.Node, sources: Mapping[str, Source]) -> Lesson:
    fields = Fields(doc, node, "the lesson", ("slug", "source"), ("tracks",))
    source = fields.text("source")
    if source and source not in sources and (where := fields.node("source")):
        doc.bad(where, f"'source' is '{source}', which is not in sources.yaml")
    named = fields.items("tracks") if "tracks" in fields else []
    tracks = (doc.one_of(one, "a track", Track) for one in named)
    return Lesson(fields.slug("slug"), theme, source, tuple(Track(track) for track in tracks if track))
