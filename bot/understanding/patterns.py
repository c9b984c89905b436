"""Sentence patterns found in a line, in time that grows with its length and no faster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.core.model.reading import Meaning
from bot.understanding.normal import longest
from bot.understanding.parts import LanguageContent, Match, Sentence
from bot.understanding.syntax import ANY, parse

_ASKS = "?"
MOST_WORDS = 60  # of a line that are looked at


@dataclass(frozen=True, slots=True)
class _Rule:
    """A compiled sentence. `before`: for each position, those that may come just before it."""

    meaning: Meaning
    name: str
    labels: tuple[str, ...]
    before: tuple[tuple[int, ...], ...]
    first: frozenset[int]
    last: frozenset[int]

    @property
    def starts(self) -> tuple[str, ...]:
        return tuple(sorted({self.labels[n] for n in self.first}))


class Patterns:
    """The patterns of all languages. `steps` counts the work done so far, in looks at a position."""

    def __init__(self, languages: Mapping[str, LanguageContent]) -> None:
        self.steps = 0
        self._languages = languages
        self._rules = {code: _compiled(code, each.sentences) for code, each in languages.items()}
        self._by_start = {code: _by_start(rules) for code, rules in self._rules.items()}

    def names(self, language: str) -> tuple[str, ...]:
        """The names of a language's rules: "en/kept:12" is on line 12 of its file."""
        return tuple(rule.name for rule in self._rules.get(language, ()))

    def starts(self, language: str) -> tuple[str, ...]:
        """The words with which a match of one of the language's rules begins."""
        return tuple(self._by_start.get(language, ()))

    def best(self, normal: str, language: str) -> tuple[Match, ...]:
        """The best match of each reading, best first; equal ones in the order of the file."""
        found: dict[Meaning, Match] = {}
        for match in self.all(normal, language):
            found.setdefault(match.meaning, match)
        return tuple(found.values())

    def all(self, normal: str, language: str) -> tuple[Match, ...]:
        """Every rule that is found in a line, best first; equal ones in the order of the file."""
        if language not in self._rules:
            return ()
        tokens = normal.split()[:MOST_WORDS]
        weights = self._weights(tokens, language)
        whole = sum(weights)
        scores = ((rule, self._held(rule, tokens, weights)) for rule in self._candidates(tokens, language))
        found = (Match(rule.meaning, round(held / whole, 4), rule.name) for rule, held in scores if held)
        return tuple(sorted(found, key=lambda match: -match.score))

    def _weights(self, tokens: list[str], language: str) -> list[int]:
        """1 for a content word, 0 for a light one; all count where there is nothing else."""
        words = self._languages[language].words
        weights = [1] * len(tokens)
        at = 0
        while at < len(tokens):
            length = longest(tokens, at, words.light) or longest(tokens, at, words.hedges)
            weights[at : at + length] = [0] * length
            at += length or 1
        weights = [0 if token in _ASKS else weight for weight, token in zip(weights, tokens, strict=True)]
        return weights if any(weights) else [1] * len(tokens)

    def _candidates(self, tokens: list[str], language: str) -> Iterator[_Rule]:
        index = self._by_start[language]
        labels = [*tokens, "{word}", *(["{number}"] if any(t[0].isdecimal() for t in tokens) else [])]
        numbers = sorted({n for label in labels for n in index.get(label, ())})
        return (self._rules[language][n] for n in numbers)

    def _held(self, rule: _Rule, tokens: list[str], weights: list[int]) -> int:
        """The most content words that the rule holds in one place of the line; 0 where it is not found."""
        best = 0
        held: dict[int, int] = {}
        for token, weight in zip(tokens, weights, strict=True):
            now: dict[int, int] = {}
            for position, label in enumerate(rule.labels):
                self.steps += 1
                if not _fits(label, token):
                    continue
                ways = [held[n] for n in rule.before[position] if n in held]
                if position in rule.first:
                    ways.append(0)
                if ways:
                    now[position] = max(ways) + (weight if label != ANY else 0)
            held = now
            best = max((best, *(count for position, count in now.items() if position in rule.last)))
        return best


def _fits(label: str, token: str) -> bool:
    if label in (token, ANY):
        return True
    return label == "{word}" or (label == "{number}" and token[0].isdecimal())


def _compiled(code: str, sentences: tuple[Sentence, ...]) -> tuple[_Rule, ...]:
    return tuple(_rule(code, sentence) for sentence in sentences)


def _rule(code: str, sentence: Sentence) -> _Rule:
    graph = parse(sentence.written)
    before: list[list[int]] = [[] for _ in graph.labels]
    for position, following in enumerate(graph.follow):
        for after in sorted(following):
            before[after].append(position)
    name = f"{code}/{sentence.meaning}:{sentence.line}"
    positions = tuple(map(tuple, before))
    return _Rule(sentence.meaning, name, tuple(graph.labels), positions,
                 frozenset(graph.first), frozenset(graph.last))  # fmt: skip


def _by_start(rules: tuple[_Rule, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for label in rule.starts:
            found.setdefault(label, []).append(number)
    return found
