"""Features of a line for the trained part: words, pairs of words, pieces of words and of the seams between
them, with the open question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

LONGEST_LINE = 400  # characters; the rest of a longer line is not looked at
PIECES = (2, 5)  # shortest and longest piece of a word, in characters, its ends included
SPANS = (4, 5)  # the same of a piece that holds the end of a word and the start of the next
EDGE = "_"  # the end of a line, as a word

_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_DIGIT = re.compile(r"\d")
_REPEATED = re.compile(r"(\D)\1{2,}")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[?¿!]|[^\w\s.,;:\"'’“”()«»-]")


def tokens(text: str) -> list[str]:
    """Words, question marks and emoji of a line: small letters, no accents, each digit as 0."""
    plain = unicodedata.normalize("NFKD", _ZERO_WIDTH.sub("", text[:LONGEST_LINE])).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = "".join("0" if char.isdigit() else char for char in plain).replace("’", "'")
    return _TOKEN.findall(_REPEATED.sub(r"\1\1", plain))


def features(text: str, asked: str = "", normal: str = "") -> list[str]:
    """The features of a line, each once, in an order that depends on the line alone. Without an open question
    they are fewer: words, pairs of words and pieces of words. `normal`: the line in its normal form, of which
    words and pairs of words count too."""
    words = tokens(text)
    found = dict.fromkeys(f"w {word}" for word in words)
    edged = [EDGE, *words, EDGE]
    found.update(dict.fromkeys(f"w {one} {two}" for one, two in pairwise(edged)))
    for word in words:
        found.update(dict.fromkeys(_pieces(f"<{word}>")))
    if asked:
        found.update(dict.fromkeys(_seams(" ".join(words))))
        found.update(dict.fromkeys(f"{asked} {word}" for word in words))
        found.update(dict.fromkeys(f"{asked} {one} {two}" for one, two in pairwise(edged)))
        found[f"{asked} {EDGE}{min(len(words), 4)}"] = None
    found.update(dict.fromkeys(_of_normal(_DIGIT.sub("0", normal).split(), asked)))
    return list(found)


def _of_normal(words: list[str], asked: str) -> Iterator[str]:
    """Spellings that mean the same have these in common; "n" keeps them apart from the words as typed."""
    yield from (f"n {word}" for word in words)
    yield from (f"n {one} {two}" for one, two in pairwise([EDGE, *words, EDGE]) if words)
    yield from (f"{asked} n {word}" for word in words if asked)


def _pieces(word: str) -> list[str]:
    shortest, longest = PIECES
    return [
        word[start : start + size]
        for size in range(shortest, longest + 1)
        for start in range(len(word) - size + 1)
    ]


def _seams(line: str) -> list[str]:
    """Pieces of a line that have a blank within; "c" keeps them apart from the pieces of a word."""
    shortest, longest = SPANS
    return [
        f"c{line[start : start + size]}"
        for size in range(shortest, longest + 1)
        for start in range(len(line) - size + 1)
        if " " in line[start + 1 : start + size - 1]
    ]
