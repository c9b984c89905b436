"""The safety rules of the shipped content, and the lists of lines that they are measured on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.core.model.reading import Safety
from bot.understanding import assembly
from bot.understanding.safety import SafetyRules
from tests.understanding.heard import CONTENT

LISTS = Path(__file__).parent / "safety"


class Labelled(NamedTuple):
    safety: Safety
    line: str


@cache
def rules() -> SafetyRules:
    return assembly.safety(CONTENT)


def danger(text: str) -> Safety:
    return rules().read(text).safety


def labelled(language: str) -> list[Labelled]:
    """A list, in the order of its file: the rules were made with its 1st, 3rd, 5th … line, the others were
    kept apart."""
    rows = (LISTS / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [Labelled(Safety(label), line) for label, line in (row.split("\t") for row in rows)]
