"""The syntax of sentence patterns: `(a|b)` either, `[c]` may be missing, `{slot}` a kind of word, `..` up to
three words of any kind. A parsed sentence is a graph of positions, so that a match needs no going back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.understanding.normal import plain

SLOTS = ("number", "word")
GAP = 3  # words
ANY = ".."
DEEPEST = 20  # brackets within brackets
_PIECE = re.compile(r"\s+|[()\[\]|]|\{[^{}]*\}|\.\.|[^\s()\[\]|{}]+")


class SyntaxFault(ValueError):
    """The reason why a sentence is no pattern, as the end of a sentence that begins with it."""


@dataclass(slots=True)
class Graph:
    """Positions of a sentence. `labels`: a word, "{slot}" or `ANY`; `follow`: positions that may come next;
    `first` and `last`: where a match begins and ends."""

    labels: list[str] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)
    first: set[int] = field(default_factory=set)
    last: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a sentence: its first and last positions; `empty`: it may be missing."""

    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    empty: bool = True


def parse(sentence: str) -> Graph:
    """Raises SyntaxFault."""
    pieces = [piece for piece in _PIECE.findall(sentence) if not piece.isspace()]
    if "".join(pieces) != re.sub(r"\s+", "", sentence):
        raise SyntaxFault("has a brace without its other half")
    parser = _Parser(pieces)
    whole = parser.either(0)
    if parser.at < len(pieces):
        raise SyntaxFault(f"has '{pieces[parser.at]}' without its other half")
    if whole.empty:
        raise SyntaxFault("may be empty; one word must be there")
    parser.graph.first, parser.graph.last = set(whole.first), set(whole.last)
    if any(parser.graph.labels[n] == ANY for n in parser.graph.first | parser.graph.last):
        raise SyntaxFault("begins or ends with '..', which stands between words only")
    return parser.graph


class _Parser:
    def __init__(self, pieces: list[str]) -> None:
        self.graph = Graph()
        self.at = 0
        self._pieces = pieces

    def either(self, depth: int) -> _Piece:
        """Alternatives with "|" between."""
        if depth > DEEPEST:
            raise SyntaxFault("has too many brackets within brackets")
        found = self._row(depth)
        while self._next() == "|":
            self.at += 1
            other = self._row(depth)
            found = _Piece(found.first | other.first, found.last | other.last, found.empty or other.empty)
        return found

    def _row(self, depth: int) -> _Piece:
        found = _Piece()
        while self._next() not in ("", "|", ")", "]"):
            found = self._joined(found, self._one(depth))
        return found

    def _one(self, depth: int) -> _Piece:
        piece = self._next()
        self.at += 1
        if piece in "([":
            inner = self.either(depth + 1)
            if self._next() != {"(": ")", "[": "]"}[piece]:
                raise SyntaxFault(f"has '{piece}' without its other half")
            self.at += 1
            return _Piece(inner.first, inner.last, inner.empty or piece == "[")
        if piece == ANY:
            return self._gap()
        if piece.startswith("{"):
            if piece[1:-1] not in SLOTS:
                raise SyntaxFault(f"has the slot '{piece}'; one of: {', '.join(SLOTS)}")
            return self._position(piece)
        return self._words(piece)

    def _words(self, piece: str) -> _Piece:
        words = plain(piece).split()
        if not words:
            raise SyntaxFault(f"has '{piece}', which has neither letters nor digits")
        found = _Piece()
        for word in words:
            found = self._joined(found, self._position(word))
        return found

    def _gap(self) -> _Piece:
        found = _Piece()
        for _ in range(GAP):
            one = self._position(ANY)
            found = self._joined(found, _Piece(one.first, one.last, empty=True))
        return found

    def _position(self, label: str) -> _Piece:
        self.graph.labels.append(label)
        self.graph.follow.append(set())
        here = frozenset((len(self.graph.labels) - 1,))
        return _Piece(here, here, empty=False)

    def _joined(self, one: _Piece, two: _Piece) -> _Piece:
        for position in one.last:
            self.graph.follow[position] |= two.first
        first = one.first | two.first if one.empty else one.first
        last = one.last | two.last if two.empty else two.last
        return _Piece(first, last, one.empty and two.empty)

    def _next(self) -> str:
        return self._pieces[self.at] if self.at < len(self._pieces) else ""
