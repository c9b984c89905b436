"""A message as text of a terminal: wrapped at words, bold and italic where it can, plain through a pipe."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from bot.content.markup import TextSpan, address, spans

WIDEST = 88  # columns; longer lines are hard to read
BOLD, ITALIC, DIM, ACCENT = "1", "3", "2", "36"


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal can show. `width` 0: lines are left as they are."""

    width: int = 0
    styled: bool = False
    coloured: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A button as it is shown: by its mark ("1", "b"), "" where only its words press it."""

    mark: str
    label: str
    token: str


@dataclass(frozen=True, slots=True)
class Block:
    """One message on the screen: its text (an HTML fragment), its keys, and whether it is an aside."""

    html: str
    keys: tuple[Key, ...] = ()
    aside: bool = False


Piece = tuple[str, str]  # SGR codes, text without a line break


def block(it: Block, look: Look) -> str:
    """The block's lines, without a line break at the end."""
    lines = [line for row in _rows(it) for line in _wrapped(row, look.width)]
    lines += [line for key in it.keys for line in _key(key, look)]
    return "\n".join("".join(_paint(piece, look) for piece in line) for line in lines)


def write(out: TextIO, blocks: Iterable[Block], look: Look) -> None:
    """Blocks one below the other, with a blank line after each."""
    out.write("".join(block(it, look) + "\n\n" for it in blocks))
    out.flush()


def _rows(it: Block) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for span in spans(it.html):
        looks = (BOLD, "b" in span.styles), (ITALIC, "i" in span.styles), (DIM, it.aside)
        codes = ";".join(code for code, on in looks if on)
        first, *more = _safe(span).split("\n")
        rows[-1].append((codes, first))
        rows.extend([(codes, text)] for text in more)
    return rows


def _safe(span: TextSpan) -> str:
    """A span's text with its link, and without anything that a terminal would obey."""
    text = f"{span.text}{address(span)}"
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").expandtabs(4)


def _key(key: Key, look: Look) -> Iterable[list[Piece]]:
    head = f"[{key.mark or key.label}]"
    if not key.mark:
        return _wrapped([("", head)], look.width)
    lines = _wrapped([("", key.label)], look.width and look.width - len(head) - 1)
    heads = [(ACCENT, head), *[("", " " * len(head))] * (len(lines) - 1)]
    return [[first, ("", " "), *line] for first, line in zip(heads, lines, strict=True)]


def _paint(piece: Piece, look: Look) -> str:
    codes, text = piece
    shown = look.coloured if codes == ACCENT else look.styled
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text and shown else text


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_columns(c) for c in text)


def _columns(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def _wrapped(row: list[Piece], width: int) -> list[list[Piece]]:
    """The row's lines, each with its looks."""
    return [_cut(row, start, end) for start, end in _lines("".join(text for _, text in row), width)]


def _lines(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line begins and ends. It breaks before a word that doesn't fit; a longer one stays whole."""
    if not width:
        return [(0, len(text))]
    lines, start, end = [], 0, 0
    for word in re.finditer(r"[^ ]+", text):
        if end > start and columns(text[start : word.end()]) > width:
            lines.append((start, end))
            start = word.start()
        end = word.end()
    return [*lines, (start, end)]


def _cut(row: list[Piece], start: int, end: int) -> list[Piece]:
    """The part of a row between two places of its text."""
    cut, at = [], 0
    for codes, text in row:
        if piece := text[max(start - at, 0) : max(end - at, 0)]:
            cut.append((codes, piece))
        at += len(text)
    return cut
