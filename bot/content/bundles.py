"""The Fluent files of one language, loaded for formatting."""

from __future__ import annotations

from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from bot.content import ftl
from bot.content.problems import Problems


def load(content_dir: Path, code: str) -> FluentBundle:
    """The messages of a language.

    Faults of the files are ignored here: `bot.content.catalog.check` reports them before the start.
    `use_isolating` is off, since marks around every number would end up in clipboards and searches. A
    person's own words get the marks that they need from `bot.content.markup.escaped`.
    """
    bundle = FluentBundle([code], use_isolating=False)
    for resource in _resources(content_dir, code):
        bundle.add_resource(resource)
    return bundle


def _resources(content_dir: Path, code: str) -> list[ast.Resource]:
    problems = Problems(content_dir)
    sources = (problems.read(path) for path in sorted((content_dir / "locales" / code).glob("*.ftl")))
    return [ftl.parse(source) for source in sources if source is not None]
