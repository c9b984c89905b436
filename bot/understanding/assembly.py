"""The reader as the content makes it."""

from __future__ import annotations

from pathlib import Path

from bot.content import catalog
from bot.content.catalog import CatalogError
from bot.understanding import loading
from bot.understanding.model import Model
from bot.understanding.parts import SafetyRules
from bot.understanding.reader import Reader


def reader(content_dir: Path, data_dir: Path, safety: SafetyRules | None = None) -> Reader:
    """The reader, with a model of the examples of all languages that is trained where `data_dir` has none.
    Raises `CatalogError` where the content is faulty."""
    content = loading.load(content_dir)
    if content.problems:
        raise CatalogError(list(content.problems))
    grammar = catalog.load(content_dir).grammar
    examples = [example for each in content.languages.values() for example in each.examples]
    model = Model.of(examples, data_dir) if examples else None
    return Reader(content.thresholds, content.languages, grammar, model, safety)
