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
    kit, problems = safety_loading.load(content_dir)
    if found := [*content.problems, *problems]:
        raise CatalogError(found)
    library = catalog.load(content_dir)
    examples = [example for each in content.languages.values() for example in each.examples]
    model = Model.of(examples, BUILT, data_dir) if examples else None
    return Reader(
        content.thresholds,
        content.languages,
        library.grammar,
        model,
        SafetyRules(kit),
        WholeLines(library.lexicon),
    )
