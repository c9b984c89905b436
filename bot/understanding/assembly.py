"""The reader as the content makes it."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.content import catalog
from bot.content.catalog import CatalogError
from bot.core.model.library import Library
from bot.understanding import loading, safety_loading
from bot.understanding.model import Model
from bot.understanding.reader import Reader
from bot.understanding.safety import SafetyRules
from bot.understanding.whole_lines import WholeLines

BUILT = Path(sys.prefix) / "share" / "scrollwise"  # where the set-up puts the trained model


def reader(content_dir: Path, model_dir: Path, library: Library | None = None) -> Reader:
    """The reader, with a model of the examples of all languages, which is trained and written to `model_dir`
    where neither that nor `BUILT` has it. `library`: the catalogue of the content, if it is loaded already.
    Raises `CatalogError` where the content is faulty."""
    content = loading.load(content_dir)
    if content.problems:
        raise CatalogError(list(content.problems))
    rules = safety(content_dir)
    library = library or catalog.load(content_dir)
    has_examples = any(each.examples for each in content.languages.values())
    model = Model.of(content.languages, model_dir, BUILT) if has_examples else None
    return Reader(
        content.thresholds,
        content.languages,
        library.grammar,
        model,
        rules,
        WholeLines(library.lexicon),
    )


def safety(content_dir: Path) -> SafetyRules:
    """The rules that hear danger, in every language of the content; they need no model. Raises `CatalogError`
    where the content is faulty."""
    kit, problems = safety_loading.load(content_dir)
    if problems:
        raise CatalogError(list(problems))
    return SafetyRules(kit)
