"""Messages as text of a terminal: wrapped at words, bold and italic if it can, plain through a pipe."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from bot.content.markup import TextSpan, address, spans
from bot.core.model.messages import ButtonStyle

MAX_COLUMNS = 88  # longer lines are hard to read
BOLD, ITALIC, DIM = "1", "3", "2"
COLOURS = {
    ButtonStyle.NEUTRAL: "36",  # cyan
    ButtonStyle.SUGGESTED: "94",  # bright blue
    ButtonStyle.POSITIVE: "32",  # green
    ButtonStyle.DANGER: "31",  # red
}


@dataclass(frozen=True, slots=True)
class Terminal:
    """The features of a terminal. `width`: in columns; with 0, lines are not wrapped."""

    width: int = 0
    styled: bool = False
    coloured: bool = False


@dataclass(frozen=True, slots=True)
class MarkedButton:
    """A button on the screen. `mark`: what presses it ("1", "b"), shown in the colour of `style`; "" if only
    its label does."""

    mark: str
    label: str
    token: str
    style: ButtonStyle = ButtonStyle.NEUTRAL


@dataclass(frozen=True, slots=True)
class Block:
    """One message on the screen. `html`: its text, a fragment; `dimmed`: of less importance."""

    html: str
    buttons: tuple[MarkedButton, ...] = ()
    dimmed: bool = False


StyledText = tuple[str, str]  # SGR codes (ECMA-48), and text without a line break


def rendered(block: Block, terminal: Terminal) -> str:
    """The lines of a block, without a line break at the end."""
    lines = [line for row in _rows(block) for line in _wrapped(row, terminal.width)]
    lines += [line for button in block.buttons for line in _button(button, terminal)]
    return "\n".join("".join(_styled(text, terminal) for text in line) for line in lines)


def write(out: TextIO, blocks: Iterable[Block], terminal: Terminal) -> None:
    """Write blocks one below the other, with a blank line after each."""
    out.write("".join(rendered(block, terminal) + "\n\n" for block in blocks))
    out.flush()


def _rows(block: Block) -> list[list[StyledText]]:
    """The block's lines before they are wrapped."""
    rows: list[list[StyledText]] = [[]]
    for span in spans(block.html):
        styles = (BOLD, "b" in span.styles), (ITALIC, "i" in span.styles), (DIM, block.dimmed)
        codes = ";".join(code for code, on in styles if on)
        first, *more = _safe(span).split("\n")
        rows[-1].append((codes, first))
        rows.extend([(codes, text)] for text in more)
    return rows


def _safe(span: TextSpan) -> str:
    """A span's text with its link, without control characters, which a terminal would execute."""
    text = f"{span.text}{address(span)}"
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").expandtabs(4)


def _button(button: MarkedButton, terminal: Terminal) -> Iterable[list[StyledText]]:
    head, width = f"[{button.mark or button.label}]", terminal.width
    if not button.mark:
        return _wrapped([("", head)], width)
    lines = _wrapped([("", button.label)], width and width - len(head) - 1)
    heads = [(COLOURS[button.style], head), *[("", " " * len(head))] * (len(lines) - 1)]
    return [[first, ("", " "), *line] for first, line in zip(heads, lines, strict=True)]


def _styled(piece: StyledText, terminal: Terminal) -> str:
    codes, text = piece
    shown = terminal.coloured if codes in COLOURS.values() else terminal.styled
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text and shown else text


def columns(text: str) -> int:
    """The number of columns that a text takes."""
    return sum(_columns(c) for c in text)


def _columns(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def _wrapped(row: list[StyledText], width: int) -> list[list[StyledText]]:
    """A row as one or more lines."""
    return [_cut(row, start, end) for start, end in _lines("".join(text for _, text in row), width)]


def _lines(text: str, width: int) -> list[tuple[int, int]]:
    """The start and end of each line. A line breaks before a word that does not fit; a word that is longer
    than a line stays whole."""
    if not width:
        return [(0, len(text))]
    lines, start, end = [], 0, 0
    for word in re.finditer(r"[^ ]+", text):
        if end > start and columns(text[start : word.end()]) > width:
            lines.append((start, end))
            start = word.start()
        end = word.end()
    return [*lines, (start, end)]


def _cut(row: list[StyledText], start: int, end: int) -> list[StyledText]:
    """The part of a row between two positions in its text."""
    cut, at = [], 0
    for codes, text in row:
        if piece := text[max(start - at, 0) : max(end - at, 0)]:
            cut.append((codes, piece))
        at += len(text)
    return cut
