"""Danger in a text, by rules: parts of sentences that stand together, in any language, in the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.core.model.reading import Safety
from bot.understanding.disguise import BareSentence, Disguise, Spelling
from bot.understanding.parts import SafetyReading
from bot.understanding.phrases import DangerPhrase, Phrases, Span

GAP = 3  # words between two parts of a rule
IDIOMS, LOWERS, SCOPE = "idioms", "lowers", "scope"
_TAKEN_OUT = "_"
# The gravest first: one line tells of one danger.
GRAVITY = (
    Safety.CLEAR, Safety.PICTURE_THREAT, Safety.UNWANTED_CONTACT, Safety.VIOLENCE, Safety.FRIEND_AT_RISK,
    Safety.BULLYING, Safety.EATING, Safety.UNCLEAR, Safety.NONE,
)  # fmt: skip


class Rule(NamedTuple):
    """Rows of parts: within a row each part follows the one before, after at most GAP words; the rows stand
    anywhere in a sentence and the one before it. A part of `without` in a sentence keeps the rule silent."""

    safety: Safety
    rows: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Kit:
    """All languages' content of safety. The names of parts begin with their language, but for IDIOMS, LOWERS
    and SCOPE, which all languages share."""

    parts: Mapping[str, tuple[DangerPhrase, ...]]
    rules: tuple[Rule, ...]
    spelling: Spelling


class SafetyRules:
    """Reads the whole of a text in every language of the kit. Never raises; time grows with its length."""

    def __init__(self, kit: Kit) -> None:
        self._disguise = Disguise(kit.spelling)
        self._idioms = Phrases({IDIOMS: kit.parts[IDIOMS]})
        self._parts = Phrases({name: phrases for name, phrases in kit.parts.items() if name != IDIOMS})
        self._rules = kit.rules
        self._rows: dict[str, list[tuple[int, int]]] = {}  # first part of a row → rule and row
        for n, rule in enumerate(kit.rules):
            for at, row in enumerate(rule.rows):
                self._rows.setdefault(row[0], []).append((n, at))

    def read(self, text: str) -> SafetyReading:
        """The gravest danger of the text, and the rule that heard it; `Safety.NONE` and "" for none."""
        best = SafetyReading(Safety.NONE, "")
        last: dict[tuple[int, int], int] = {}  # rule and row → number of the last sentence that holds it
        for number, sentence in enumerate(self._disguise.sentences(text)):
            for found in self._heard(sentence, number, last):
                best = min(best, found, key=lambda each: GRAVITY.index(each.safety))
            if best.safety is Safety.CLEAR:
                break
        return best

    def words(self, text: str) -> tuple[str, ...]:
        """The sentences as the rules read them, for authors."""
        return tuple(" ".join(sentence.words) for sentence in self._disguise.sentences(text))

    def _heard(
        self, sentence: BareSentence, number: int, last: dict[tuple[int, int], int]
    ) -> Iterable[SafetyReading]:
        plain = BareSentence(_without(sentence.words, self._idioms.find(*sentence)), sentence.closed)
        found = self._parts.find(*plain)
        begun = sorted(each for part in found for each in self._rows.get(part, ()))
        for n, at in begun:
            rule = self._rules[n]
            if any(part in found for part in rule.without) or not _in_row(rule.rows[at], found):
                continue
            last[n, at] = number
            near = all(last.get((n, row), -2) >= number - 1 for row in range(len(rule.rows)))
            if near:
                yield SafetyReading(_weighed(rule.safety, found), rule.name)


def _without(words: Sequence[str], idioms: Mapping[str, list[Span]]) -> list[str]:
    plain = list(words)
    for start, end in idioms.get(IDIOMS, ()):
        plain[start:end] = [_TAKEN_OUT] * (end - start)
    return plain


def _in_row(row: tuple[str, ...], found: Mapping[str, list[Span]]) -> bool:
    """Whether the parts of a row follow one another."""
    ends = {end for _, end in found[row[0]]}
    for part in row[1:]:
        ends = {
            end for start, end in found.get(part, ()) if any(start - gap in ends for gap in range(GAP + 1))
        }
    return bool(ends)


def _weighed(safety: Safety, found: Mapping[str, list[Span]]) -> Safety:
    """Laughter, a comparison or a thing make a clear line unclear."""
    return Safety.UNCLEAR if safety is Safety.CLEAR and LOWERS in found else safety
