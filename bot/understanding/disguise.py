"""Words that hide: spellings that people use to get danger past a filter, and plain mistakes, are undone in a
copy of the text that is read for safety alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.understanding.normal import longest
from bot.understanding.pieces import Piece, bare, joined, pieces

FEWEST_OF_TYPO = 6  # letters of a word of `core` that is repaired by one letter
FEWEST_OF_RUN = 7  # letters of words that are written as one
LONGEST_WORD = 40  # letters of a word that is repaired
_LONGEST_PART = 15  # letters of one of the words that are written as one
_UNKNOWN = "*#%|"  # signs that stand for any letter
_RUN = re.compile(r"(.)\1+")
_HELD = re.compile(r"(.)\1{2,}")


class BareSentence(NamedTuple):
    """Words of one sentence; `closed[n]`: whether a clause ends after word `n`."""

    words: list[str]
    closed: list[bool]


@dataclass(frozen=True, slots=True)
class Spelling:
    """The content of disguises. `core`: words that people hide; `real`: other words that are near one of them
    and stay; `known`: all words of the phrases; `beginnings`: those that stand for any ending. `in_full`:
    words → words in full. `leet`: sign → letters it may stand for. `look_alikes`: letter of another script →
    Latin letter. `tails`: words that may follow the end of a clause."""

    core: tuple[str, ...]
    real: frozenset[str]
    known: frozenset[str]
    beginnings: tuple[str, ...]
    in_full: Mapping[str, str]
    leet: Mapping[str, str]
    look_alikes: Mapping[str, str]
    tails: frozenset[str]


@dataclass(slots=True)
class Disguise:
    """Gives the sentences of a text, without disguises. Time grows with the length of the text."""

    spelling: Spelling
    _core: frozenset[str] = field(init=False)
    _squeezed: dict[str, str] = field(init=False)
    _near: dict[str, str] = field(init=False)
    _signs: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        core = self.spelling.core
        self._core = frozenset(core)
        self._squeezed = {_RUN.sub(r"\1", word): word for word in reversed(core)}
        self._near = {
            short: word for word in reversed(core) if len(word) >= FEWEST_OF_TYPO for short in _shorter(word)
        }
        self._signs = {ord(one): other for one, other in self.spelling.look_alikes.items()}

    def sentences(self, text: str) -> list[BareSentence]:
        found: list[BareSentence] = []
        words: list[str] = []
        closed: list[bool] = []
        for piece, repaired in self._repaired(joined(pieces(self._folded(text)), self._core)):
            words.extend(repaired)
            closed.extend([False] * (len(repaired) - 1) + [piece.closes or piece.ends])
            if piece.ends:
                found.append(self._sentence(words, closed))
                words, closed = [], []
        return [*found, self._sentence(words, closed)] if words else found

    def _folded(self, text: str) -> str:
        """Small letters without accents, of one script, without signs that leave no mark."""
        return bare(text).translate(self._signs)

    def _repaired(self, pieces: Iterable[Piece]) -> Iterable[tuple[Piece, list[str]]]:
        return ((piece, self._repair(piece.text)) for piece in pieces)

    def _sentence(self, words: list[str], closed: list[bool]) -> BareSentence:
        full, ends, at = [], [], 0
        while at < len(words):
            length = longest(words, at, self.spelling.in_full) or 1
            said = " ".join(words[at : at + length])
            replaced = self.spelling.in_full.get(said, said).split()
            full.extend(replaced)
            ends.extend([False] * (len(replaced) - 1) + [closed[at + length - 1]])
            at += length
        last = len(full) - 1
        shut = [end or n == last or full[n + 1] in self.spelling.tails for n, end in enumerate(ends)]
        return BareSentence(full, shut)

    def _repair(self, word: str) -> list[str]:
        """A word as one or more words that the phrases know, or itself."""
        if self._is_known(word) or word in self.spelling.real or len(word) > LONGEST_WORD:
            return [word]
        if word.isalpha():
            found = self._held(word) or self._near_core(word)
            return [found] if found else self._apart(word) or [word]
        plain = self._unmasked(word)
        return [plain] if self._is_known(plain) else self._apart(plain) or [word]

    def _is_known(self, word: str) -> bool:
        known = word in self.spelling.known or word in self.spelling.in_full
        return known or word.startswith(self.spelling.beginnings)

    def _held(self, word: str) -> str:
        """A word whose letters are held down or doubled: "dieee", "kiill"."""
        for instead in (r"\1\1", r"\1"):
            shorter = _HELD.sub(instead, word)
            if shorter != word and self._is_known(shorter):
                return shorter
        return self._squeezed.get(_RUN.sub(r"\1", word), "")

    def _near_core(self, word: str) -> str:
        """The core word with the same first letter that one letter more, less or other makes of it, or two
        that changed places."""
        if len(word) < FEWEST_OF_TYPO - 1:
            return ""
        found = (self._near[short] for short in _shorter(word) if short in self._near)
        return next((core for core in found if core[0] == word[0]), "")

    def _unmasked(self, word: str) -> str:
        """A word with digits and signs as letters: "su*cide", "k1ll"."""
        letters = [char if char.isalpha() else self._letters(char) for char in word]
        if not any(char.isalpha() for char in word):
            return word
        for core in self.spelling.core:
            if len(core) == len(word) and all(
                c in may or may == "" for c, may in zip(core, letters, strict=True)
            ):
                return core
        choices = ("".join(may[:1] if n == 0 else may[-1:] for may in letters) for n in (0, 1))
        return next((each for each in choices if self._is_known(each)), "".join(may[:1] for may in letters))

    def _letters(self, sign: str) -> str:
        """Letters that a sign may stand for, "" for any."""
        return "" if sign in _UNKNOWN else self.spelling.leet.get(sign, sign)

    def _apart(self, run: str) -> list[str]:
        """Words that are written as one, if all are known and one is a core word: "wannadie"."""
        if len(run) < FEWEST_OF_RUN:
            return []
        ways: list[list[str] | None] = [[]]
        for end in range(1, len(run) + 1):
            ways.append(None)
            for start in range(max(0, end - _LONGEST_PART), end):
                before, word = ways[start], run[start:end]
                if before is not None and (word in self.spelling.known or word in self._core):
                    ways[end] = [*before, word]
                    break
        found = ways[-1] or []
        return found if any(word in self._core for word in found) else []


def _shorter(word: str) -> list[str]:
    """A word, and it without each one of its letters."""
    return [word, *(word[:n] + word[n + 1 :] for n in range(len(word)))]
