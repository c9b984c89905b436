"""The reader as the content makes it."""

from __future__ import annotations

from pathlib import Path

from bot.content import catalog
from bot.content.catalog import CatalogError
from bot.understanding import loading
from bot.understanding.parts import Model, SafetyRules
from bot.understanding.reader import Reader


def reader(content_dir: Path, model: Model | None = None, safety: SafetyRules | None = None) -> Reader:
    """Raises `CatalogError` where the content is faulty."""
    content = loading.load(content_dir)
    if content.problems:
        raise CatalogError(list(content.problems))
    grammar = catalog.load(content_dir).grammar
    return Reader(content.thresholds, content.languages, grammar, model, safety)
