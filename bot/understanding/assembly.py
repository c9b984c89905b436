"""The reader as the content makes it."""

from __future__ import annotations

from pathlib import Path

from bot.content import catalog
from bot.content.catalog import CatalogError
from bot.understanding import loading, safety_loading
from bot.understanding.model import Model
from bot.understanding.reader import Reader
from bot.understanding.safety import SafetyRules


def reader(content_dir: Path, data_dir: Path) -> Reader:
    """The reader, with a model of the examples of all languages that is trained where `data_dir` has none.
    Raises `CatalogError` where the content is faulty."""
    content = loading.load(content_dir)
    if content.problems:
        raise CatalogError(list(content.problems))
    rules = safety(content_dir)
    grammar = catalog.load(content_dir).grammar
    examples = [example for each in content.languages.values() for example in each.examples]
    model = Model.of(examples, data_dir) if examples else None
    return Reader(content.thresholds, content.languages, grammar, model, rules)


def safety(content_dir: Path) -> SafetyRules:
    """The rules that hear danger, in every language of the content; they need no model. Raises `CatalogError`
    where the content is faulty."""
    kit, problems = safety_loading.load(content_dir)
    if problems:
        raise CatalogError(list(problems))
    return SafetyRules(kit)
