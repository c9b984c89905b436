"""Long texts as several messages of a platform: cut between paragraphs, else lines, else words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

BORDERS = ("\n\n", "\n", " ")  # the best first
MIN_FILLED = 0.25  # of the longest possible part: a border before that is not used
JOINER_SEARCH = 32  # characters that are searched backwards for a place between two graphemes
ZERO_WIDTH_JOINER = "\u200d"
JOINING = ("Mn", "Me", "Cf", "Sk")  # categories of characters that belong to the one before them

Size = Callable[[str], int]
"""The length of a text as the platform counts it. It never shrinks when the text grows."""


def cuts(text: str, limit: int, size: Size = len) -> Iterator[tuple[int, int]]:
    """The start and end, in characters, of each part of `text`, without the blanks around the part.

    `size` of a part is at most `limit`. Nothing but blanks stands between two parts. A text of blanks has no
    part.
    """
    start, last = _first_not_blank(text, 0), len(text.rstrip())
    while start < last:
        end = _end(text, start, last, limit, size)
        yield start, start + len(text[start:end].rstrip())
        start = _first_not_blank(text, end)


def _first_not_blank(text: str, start: int) -> int:
    """The first place from `start` on that holds no blank. The indent of a line is lost."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _end(text: str, start: int, last: int, limit: int, size: Size) -> int:
    """Where the part that begins at `start` ends."""
    if size(text[start:last]) <= limit:
        return last
    fitting = bisect_right(range(start + 1, last), limit, key=lambda end: size(text[start:end]))
    furthest = start + max(fitting, 1)
    for border in BORDERS:
        if (at := text.rfind(border, start, furthest + 1)) > start + (furthest - start) * MIN_FILLED:
            return at
    return _between_graphemes(text, start, furthest)


def _between_graphemes(text: str, start: int, at: int) -> int:
    """A place at or shortly before `at` that tears no accent from its letter and no emoji apart."""
    for back in range(at, max(at - JOINER_SEARCH, start + 1), -1):
        joined = text[back - 1] == ZERO_WIDTH_JOINER or unicodedata.category(text[back]) in JOINING
        if not joined:
            return back
    return at
