"""Sentences on which the rules of danger are tried: locales/<language>/examples.yaml."""

from __future__ import annotations

from pathlib import Path

from bot.content.nodes import Doc
from bot.content.problems import Problem, Problems
from bot.core.model.reading import Safety
from bot.understanding.parts import DangerRules


def check(content_dir: Path, rules: DangerRules) -> list[Problem]:
    """Each sentence of any language that holds a danger and is not heard, and each that is heard and only
    sounds like one. A file that cannot be read is a problem too."""
    root = content_dir.absolute()
    problems = Problems(root)
    for path in sorted(root.glob("locales/*/examples.yaml")):
        _tried(Doc(path, problems), rules)
    return sorted(set(problems.found))


def _tried(doc: Doc, rules: DangerRules) -> None:
    fields = doc.fields("the examples", ("danger", "no-danger"))
    for node in fields.items("danger"):
        sentence = doc.text(node, "a sentence")
        if rules.read(sentence).safety is Safety.NONE:
            doc.bad(node, f"'{sentence}' is not heard as a danger")
    for node in fields.items("no-danger"):
        sentence = doc.text(node, "a sentence")
        if rules.read(sentence).safety is not Safety.NONE:
            doc.bad(node, f"'{sentence}' is taken for a danger")
