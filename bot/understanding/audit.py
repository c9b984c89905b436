"""Findings for authors in content that is in order: examples that a pattern of another reading claims,
patterns that no example needs, and patterns that take too many steps on a long line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.core.model.reading import ANSWERS, Asked, Meaning
from bot.understanding.normal import Normaliser
from bot.understanding.parts import Example, LanguageContent, Match, Sentence
from bot.understanding.patterns import MOST_WORDS, Patterns

CLAIMED = 0.9  # a pattern that holds this share of an example of another reading
MOST_STEPS = 100  # of one pattern for each word of a line
_ELSEWHERE = frozenset({Meaning.UNCLEAR, Meaning.NOTE})


def findings(code: str, language: LanguageContent) -> Iterator[str]:
    """One line for each finding; examples are named by their reading and the line itself."""
    patterns, normal = Patterns({code: language}), Normaliser({code: language.words})
    fired: set[str] = set()
    for example in language.examples:
        found = patterns.all(normal(example.line, code), code)
        fired.update(match.rule for match in found if match.meaning is example.reading)
        for match in found[:1]:
            if _claims(match, example):
                yield f"{code}: '{example.line}' is an example of {example.reading}; {match.rule} claims it"
    for rule in patterns.names(code):
        if rule not in fired:
            yield f"{code}: the pattern {rule} is found in no example of its reading"
    for sentence in language.sentences:
        steps = _steps(code, language, sentence)
        if steps > MOST_STEPS:
            where = f"{code}: the pattern on line {sentence.line}"
            yield f"{where} takes {steps} steps a word; at most {MOST_STEPS}"


def _claims(match: Match, example: Example) -> bool:
    unasked_answer = match.meaning in ANSWERS and example.asked is Asked.NOTHING
    rivals = match.meaning is not example.reading and example.reading not in _ELSEWHERE
    return rivals and match.score >= CLAIMED and not unasked_answer


def _steps(code: str, language: LanguageContent, sentence: Sentence) -> int:
    """Steps for each word of the longest line that begins as the sentence may."""
    patterns = Patterns({code: replace(language, sentences=(sentence,), examples=())})
    word = min(patterns.starts(code), default="x").strip("{}")
    patterns.best(" ".join([word] * MOST_WORDS), code)
    return patterns.steps // MOST_WORDS
