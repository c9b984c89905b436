"""Sentences on which a language's words of self-harm are tried: locales/<language>/examples.yaml."""

from __future__ import annotations

from pathlib import Path

from bot.content.nodes import Doc
from bot.content.problems import Problems
from bot.core.model.library import Library
from bot.core.typed import understand


def check_examples(path: Path, language: str, library: Library, problems: Problems) -> None:
    """Note each cry for help that the language's own words do not hear, and each idiom that the words of any
    language take for one. The lexicon has to be in order."""
    doc = Doc(path, problems)
    fields = doc.fields("the examples", ("crisis", "not-crisis"))
    for node in fields.items("crisis"):
        sentence = doc.text(node, "a sentence")
        if not understand.alarms(sentence, [library.lexicon[language]]):
            doc.bad(node, f"'{sentence}' is not heard as a cry for help")
    for node in fields.items("not-crisis"):
        sentence = doc.text(node, "a sentence")
        if understand.alarms(sentence, library.lexicon.values()):
            doc.bad(node, f"'{sentence}' is taken for a cry for help")
