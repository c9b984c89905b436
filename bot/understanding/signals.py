"""Signals beside the meaning of a line: doubt, a turn ("but"), how much of a plan, a feeling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.model.reading import Meaning
from bot.understanding.normal import longest
from bot.understanding.parts import Words

POLARITY = {Meaning.KEPT: 1, Meaning.PRIDE: 1, Meaning.MISSED: -1, Meaning.LAPSE: -1}


@dataclass(frozen=True, slots=True)
class Signals:
    """`mixed`: an answer in this line is never acted on at once, it says two things or doubts itself.
    `strained`: it may, where the model is surer of it than of a plain answer."""

    hedged: bool = False
    negated: bool = False
    turned: bool = False
    excepted: bool = False
    asks: bool = False
    degree: float | None = None
    feeling: str = ""

    def mixed(self, meaning: Meaning) -> bool:
        """Words such as "ok" that a pattern calls unclear are asked about too."""
        if meaning is Meaning.KEPT:
            return self.hedged or self.excepted or (self.degree or 1) < 1
        if meaning is Meaning.MISSED:
            return self.hedged or bool(self.degree)
        unsettled = meaning is Meaning.PARTLY and self.turned and bool(self.degree)
        return unsettled or meaning is Meaning.UNCLEAR

    def strained(self, meaning: Meaning) -> bool:
        """A "not" beside what was kept ("did not touch it"), a "but" beside any answer ("but work rang")."""
        if meaning is Meaning.KEPT:
            return self.turned or self.negated
        return meaning in (Meaning.MISSED, Meaning.PARTLY) and self.turned


def signals(normal: str, words: Words) -> Signals:
    """The signals of a line in normal form."""
    tokens = normal.split()
    degree = _first(tokens, words.degrees)
    feeling = _first(tokens, words.feelings)
    return Signals(
        hedged=_has(tokens, words.hedges),
        negated=_has(tokens, words.negations),
        turned=_has(tokens, words.turns),
        excepted=_has(tokens, words.exceptions),
        asks="?" in tokens or (bool(tokens) and tokens[0] in words.questions),
        degree=words.degrees[degree] if degree else None,
        feeling=words.feelings[feeling] if feeling else "",
    )


def _has(tokens: list[str], phrases: frozenset[str]) -> bool:
    return bool(_first(tokens, phrases))


def _first(tokens: list[str], phrases: Mapping[str, object] | Iterable[str]) -> str:
    """The first of the phrases in a line, the longest where several begin at one word; "" for none."""
    known = phrases if isinstance(phrases, Mapping) else frozenset(phrases)
    for at in range(len(tokens)):
        if length := longest(tokens, at, known):
            return " ".join(tokens[at : at + length])
    return ""
