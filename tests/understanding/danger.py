"""The safety rules of the shipped content, and the lists of lines that they are measured on.

`python -m tests.understanding.danger` prints the totals of each list, and no line.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.core.model.reading import Safety
from bot.understanding import assembly
from bot.understanding.safety import SafetyRules
from tests.understanding.heard import CONTENT, shipped

LISTS = Path(__file__).parent / "safety"
SEALED = Path(__file__).parent / "sealed"


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


def totals(rows: Iterable[Labelled]) -> str:
    """How many dangers alarm, how many are of the right kind, how many ordinary lines alarm, and how many of
    the lines that are called clear are dangers."""
    read = [(row.safety, danger(row.line)) for row in rows]
    dangers = [(label, found) for label, found in read if label is not Safety.NONE]
    ordinary = [found for label, found in read if label is Safety.NONE]
    clear = [label for label, found in read if found is Safety.CLEAR]
    heard = sum(found is not Safety.NONE for _, found in dangers)
    right = sum(label is found for label, found in dangers)
    false = sum(found is not Safety.NONE for found in ordinary)
    sure = sum(label is not Safety.NONE for label in clear)
    return (
        f"heard {heard}/{len(dangers)}, right kind {right}/{len(dangers)}, "
        f"alarmed {false}/{len(ordinary)}, clear and a danger {sure}/{len(clear)}"
    )


def _examples(language: str) -> list[Labelled]:
    return [Labelled(each.safety, each.line) for each in shipped().languages[language].examples]


def _sealed(language: str) -> list[Labelled]:
    rows = (SEALED / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [Labelled(Safety(row.split("\t")[1]), row.split("\t")[4]) for row in rows if row]


if __name__ == "__main__":
    for code in ("en", "es"):
        print(f"{code} list, tuned on: {totals(labelled(code)[0::2])}")
        print(f"{code} list, kept apart: {totals(labelled(code)[1::2])}")
        print(f"{code} examples: {totals(_examples(code))}")
        print(f"{code} sealed: {totals(_sealed(code))}")
