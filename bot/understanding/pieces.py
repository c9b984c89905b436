"""A text cut into words as they are typed, with what stands between them; letters that stand apart are put
together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

_FEWEST_SPACED = 3  # single letters in a row that make a word
_PIECE = re.compile(
    r"[$*]?[^\W_]+(?:(?:[*@$|#%€]+|!)[^\W_]+)*|[\u2600-\u27bf\U0001f300-\U0001faff]|[^\w\s]+|_+|\s+"
)
_PICTURE = re.compile(r"[\u2600-\u27bf\U0001f300-\U0001faff]")
_END = re.compile(r"(?<!\.)\.(?!\.)|[!?;\n]")
_TIGHT = frozenset(".-_/~·•")
_QUIET = dict.fromkeys(map(ord, "'’‘`´\"“”«»¿¡"))


@dataclass(slots=True)
class Piece:
    """A word as it is typed. `before`: the sign that ties it to the word before (" " for blanks, "" for
    anything else); `ends`, `closes`: whether a sentence or a clause ends after it."""

    text: str
    before: str = ""
    ends: bool = False
    closes: bool = False


def bare(text: str) -> str:
    """Small letters without accents, without quotation marks and without signs that leave no mark.

    >>> bare("¡No CAN'T\u200b más!")
    'no cant mas!'
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
        text = "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Cf", "Me"))
    return text.casefold().translate(_QUIET)


def pieces(text: str) -> list[Piece]:
    """The words and pictures of a text that is in small letters."""
    found: list[Piece] = []
    between = ""
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece[-1].isalnum() or _PICTURE.match(piece):
            if found:
                found[-1].ends = _ends(between)
                found[-1].closes = bool(between.strip())
            found.append(Piece(piece, _glue(between)))
            between = ""
        else:
            between += piece
    if found:
        found[-1].ends = True
    return found


def _ends(between: str) -> bool:
    """Whether a sentence ends at what stands between two words: "." with a blank, "\\n", but not "s.u.i"."""
    return bool(_END.search(between)) and between not in _TIGHT


def _glue(between: str) -> str:
    if between.isspace():
        return " "
    return between if between in _TIGHT else ""


def joined(apart: Sequence[Piece], core: frozenset[str]) -> list[Piece]:
    """Letters apart as one word ("s u i c i d e", "k.m.s"), and core words with a sign inside ("di-e")."""
    found: list[Piece] = []
    runs = groupby(_numbered(apart), key=lambda numbered: numbered[0])
    for _, run in runs:
        found.extend(_one([piece for _, piece in run], core))
    return found


def _numbered(apart: Sequence[Piece]) -> Iterable[tuple[int, Piece]]:
    """Pieces with the number of the run they belong to: single letters, or words tied by one sign."""
    number = 0
    before: Piece | None = None
    for piece in apart:
        if before is None or before.ends or not _tied(before, piece):
            number += 1
        before = piece
        yield number, piece


def _tied(one: Piece, two: Piece) -> bool:
    if two.before == " ":
        return len(one.text) == len(two.text) == 1 and one.text.isalpha() and two.text.isalpha()
    return two.before != ""


def _one(run: list[Piece], core: frozenset[str]) -> list[Piece]:
    """A run as one word where that is one, else as it is."""
    text = "".join(piece.text for piece in run)
    spaced = len(run) >= _FEWEST_SPACED and all(len(piece.text) == 1 for piece in run)
    if len(run) > 1 and (spaced or text in core):
        return [Piece(text, run[0].before, run[-1].ends, run[-1].closes)]
    return run
