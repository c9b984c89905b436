"""The normal form of a line: one spelling for what is typed in many."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bot.understanding.parts import Words

LONGEST = 400  # characters of a line that are read
LONGEST_PHRASE = 4  # words
_TOKEN = re.compile(r"\d+(?:[.:,/-]\d+)*|[^\W\d_]+|\?")
_MARKS = frozenset("'’‘`´")
_MANY = re.compile(r"([^\W\d_])\1{2,}")
_TONES = range(0x1F3FB, 0x1F400)
_PICTURE = "\ufe0f"  # asks for the coloured form of a sign


def plain(text: str) -> str:
    """Words without capitals, accents and signs, with single blanks between; "?" stays.

    >>> plain("¡Más  TARDE! Don't?")
    'mas tarde dont ?'
    """
    return " ".join(_TOKEN.findall(_folded(text[:LONGEST])))


def bare(sign: str) -> str:
    """An emoji without its skin tone and its form.

    >>> bare("👍🏽")
    '👍'
    """
    return "".join(char for char in sign if ord(char) not in _TONES and char != _PICTURE)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in apart if c not in _MARKS and unicodedata.category(c) not in ("Mn", "Cf", "Me"))


class Normaliser:
    """Gives a line's normal form by the words of each language. A language without words gets `plain`."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self._words = words
        self._known = {code: _vocabulary(each) for code, each in words.items()}

    def __call__(self, text: str, language: str) -> str:
        words = self._words.get(language)
        if words is None:
            return plain(text)
        line = _spelt(_emoji(text[:LONGEST], words.emoji), words.look_alikes)
        tokens = [self._short(token, language) for token in plain(line).split()]
        full = _in_full(tokens, words.slang)
        said = _without(full, words.fillers)
        return " ".join(said or full)

    def _short(self, token: str, language: str) -> str:
        """Letters that are held down: "siiii" is "si", "goood" is "good" where the language knows it."""
        twice = _MANY.sub(r"\1\1", token)
        return twice if twice == token or twice in self._known[language] else _MANY.sub(r"\1", token)


def _vocabulary(words: Words) -> frozenset[str]:
    phrases = (*words.fillers, *words.light, *words.hedges, *words.slang, *words.slang.values())
    return frozenset(word for phrase in phrases for word in phrase.split())


def _emoji(text: str, emoji: Mapping[str, str]) -> str:
    """Signs as words, each sign once: "👍👍" says no more than "👍"."""
    found: set[str] = set()
    parts = []
    for char in text:
        if char in emoji:
            parts.append(" " if char in found else f" {emoji[char]} ")
            found.add(char)
        elif ord(char) not in _TONES:
            parts.append(char)
    return "".join(parts)


def _spelt(text: str, look_alikes: Mapping[str, str]) -> str:
    """Letters of other scripts that stand among Latin ones, as these."""
    return " ".join(_latin(word, look_alikes) for word in text.split())


def _latin(word: str, look_alikes: Mapping[str, str]) -> str:
    if word.isascii() or not any("a" <= char <= "z" for char in word.casefold()):
        return word
    return "".join(look_alikes.get(char.casefold(), char) for char in word)


def _in_full(tokens: list[str], slang: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(tokens):
        length = longest(tokens, at, slang)
        found.extend(slang[" ".join(tokens[at : at + length])].split() if length else tokens[at : at + 1])
        at += length or 1
    return found


def _without(tokens: list[str], left_out: frozenset[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(tokens):
        length = longest(tokens, at, left_out)
        found.extend([] if length else tokens[at : at + 1])
        at += length or 1
    return found if found != ["?"] * len(found) else []


def longest(tokens: list[str], at: int, phrases: Mapping[str, object] | frozenset[str]) -> int:
    """How many tokens from `at` on make the longest of `phrases`; 0 for none."""
    most = min(LONGEST_PHRASE, len(tokens) - at)
    return next((n for n in range(most, 0, -1) if " ".join(tokens[at : at + n]) in phrases), 0)
