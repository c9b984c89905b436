"""The reader as the content makes it."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.content import catalog
from bot.content.catalog import CatalogError
from bot.understanding import loading, safety_loading
from bot.understanding.model import Model
from bot.understanding.reader import Reader
from bot.understanding.safety import SafetyRules
from bot.understanding.whole_lines import WholeLines

BUILT = Path(sys.prefix) / "share" / "scrollwise"  # where the set-up puts the trained model


def reader(content_dir: Path, data_dir: Path) -> Reader:
    """The reader, with a model of the examples of all languages. It is trained where neither the environment
    nor `data_dir` has it. Raises `CatalogError` where the content is faulty."""
    content = loading.load(content_dir)
    if content.problems:
        raise CatalogError(list(content.problems))
    library = catalog.load(content_dir)
    examples = [example for each in content.languages.values() for example in each.examples]
    model = Model.of(examples, BUILT, data_dir) if examples else None
    return Reader(
        content.thresholds,
        content.languages,
        library.grammar,
        model,
        safety(content_dir),
        WholeLines(library.lexicon),
    )


def safety(content_dir: Path) -> SafetyRules:
    """The rules that hear danger, in every language of the content. Raises `CatalogError` where it is faulty."""
    kit, problems = safety_loading.load(content_dir)
    if problems:
        raise CatalogError(list(problems))
    return SafetyRules(kit)
