"""Phrases of the safety content: how one is written, and where many of them stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

ENDING, CLOSING = "*", "$"  # any ending of a word, any word where it stands alone; the end of a clause
DEEPEST = 10  # brackets within brackets
LONGEST_BEGINNING = 20  # letters
Span: TypeAlias = tuple[int, int]  # of words: the first, and the one after the last
_PIECE = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")


class PhraseFault(ValueError):
    """The reason why a phrase cannot be read, as the end of a sentence that begins with it."""


@dataclass(slots=True, eq=False)
class State:
    """A place in a phrase. `words`: word → places after it; `beginnings`: the same for any ending. `ends`:
    the phrase may end here; `closes`: it may where a clause ends."""

    words: dict[str, list[State]] = field(default_factory=dict)
    beginnings: dict[str, list[State]] = field(default_factory=dict)
    ends: bool = False
    closes: bool = False

    def add(self, other: State) -> None:
        """All that goes on from the other place goes on from here."""
        for mine, others in ((self.words, other.words), (self.beginnings, other.beginnings)):
            for word, states in others.items():
                mine.setdefault(word, []).extend(states)
        self.ends, self.closes = self.ends or other.ends, self.closes or other.closes

    def after(self, word: str) -> list[State]:
        found = list(self.words.get(word, ()))
        if self.beginnings:
            lengths = range(min(len(word), LONGEST_BEGINNING) + 1)
            found.extend(state for n in lengths for state in self.beginnings.get(word[:n], ()))
        return found


@dataclass(frozen=True, slots=True)
class DangerPhrase:
    """`words`: all that stand in it, in the order of writing."""

    start: State
    words: tuple[str, ...]


def phrase(written: str) -> DangerPhrase:
    """Reads `(a|b)` as either, `[c]` as what may be missing, "word*" as any ending, "*" as any word and a "$"
    at the end as the end of a clause. Raises PhraseFault."""
    spaced = written[: -len(CLOSING)] + f" {CLOSING}" if written.endswith(CLOSING) else written
    pieces = _PIECE.findall(spaced)
    parser = _Parser(pieces)
    start = parser.either(State(ends=True), 0)
    if parser.at >= 0:
        raise PhraseFault(f"has '{pieces[parser.at]}' without its other half")
    if start.ends or start.closes:
        raise PhraseFault("may be empty; one word must be there")
    if "" in start.beginnings:
        raise PhraseFault("begins with '*', which stands after a word")
    return DangerPhrase(start, tuple(piece for piece in pieces if piece not in "()[]|$"))


class _Parser:
    """Reads the pieces from the last to the first, so that each knows what comes after it. `at`: the piece to
    be read next, -1 after the first."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.at = len(pieces) - 1
        self._pieces = pieces

    def either(self, after: State, depth: int) -> State:
        if depth > DEEPEST:
            raise PhraseFault("has too many brackets within brackets")
        found = self._row(after, depth)
        while self._next() == "|":
            self.at -= 1
            both = State()
            both.add(self._row(after, depth))
            both.add(found)
            found = both
        return found

    def _row(self, after: State, depth: int) -> State:
        while self._next() not in ("", "|", "(", "["):
            after = self._one(after, depth)
        return after

    def _one(self, after: State, depth: int) -> State:
        piece = self._next()
        self.at -= 1
        if piece in ")]":
            return self._bracket(piece, after, depth)
        if CLOSING in piece and (piece != CLOSING or not after.ends or after.words):
            raise PhraseFault("has '$' within it, which stands at the end only")
        if piece == CLOSING:
            return State(closes=True)
        if ENDING in piece[:-1]:
            raise PhraseFault("has '*' within a word, which stands for any ending")
        if piece.endswith(ENDING):
            return State(beginnings={piece[:-1]: [after]})
        return State(words={piece: [after]})

    def _bracket(self, piece: str, after: State, depth: int) -> State:
        inner = self.either(after, depth + 1)
        if self._next() != {")": "(", "]": "["}[piece]:
            raise PhraseFault(f"has '{piece}' without its other half")
        self.at -= 1
        if piece == "]":
            both = State()
            both.add(inner)
            both.add(after)
            return both
        return inner

    def _next(self) -> str:
        return self._pieces[self.at] if self.at >= 0 else ""


class Phrases:
    """Finds the phrases of named parts in time that grows with the words of the sentence: a search begins at
    each word and goes no further than the longest phrase."""

    def __init__(self, parts: Mapping[str, Iterable[DangerPhrase]]) -> None:
        self._starts: list[tuple[str, State]] = []
        for name, phrases in parts.items():
            state = State()
            for each in phrases:
                state.add(each.start)
            self._starts.append((name, state))
        self._first: dict[str, list[tuple[str, State]]] = {}
        for name, state in self._starts:
            for word, states in state.words.items():
                self._first.setdefault(word, []).extend((name, after) for after in states)
        self._open = [
            (name, State(beginnings=state.beginnings)) for name, state in self._starts if state.beginnings
        ]

    def find(self, words: Sequence[str], closed: Sequence[bool]) -> dict[str, list[Span]]:
        """The spans of each part, in the order of their beginnings. `closed`: whether a clause ends after the
        word of the same index."""
        found: dict[str, list[Span]] = {}
        for start, word in enumerate(words):
            active = [*self._first.get(word, ()), *_after(self._open, word)]
            at = start
            while active:
                for name, state in active:
                    if state.ends or (state.closes and closed[at]):
                        _note(found.setdefault(name, []), (start, at + 1))
                at += 1
                active = _after(active, words[at]) if at < len(words) else []
        return found


def _after(active: Iterable[tuple[str, State]], word: str) -> list[tuple[str, State]]:
    """The places after a word, each once."""
    return list(dict.fromkeys((name, after) for name, state in active for after in state.after(word)))


def _note(spans: list[Span], span: Span) -> None:
    if not spans or spans[-1] != span:
        spans.append(span)
