"""Long texts are cut so that each part fits and nothing but blanks is lost."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.kit.splitting import cuts

LETTERS = st.sampled_from(
    [*"abc d\n", "\n\n", "é", "e\u0301", "漢", "😀", "👩\u200d👩\u200d👧", "👍🏽", "\u2068"]
)


def parts(text: str, limit: int) -> list[str]:
    """The parts, where the platform counts UTF-8 bytes."""
    return [text[start:end] for start, end in cuts(text, limit, size)]


def size(text: str) -> int:
    return len(text.encode())


@given(st.lists(LETTERS, max_size=400).map("".join), st.integers(20, 90))
def test_parts_fit_and_nothing_but_blanks_is_lost(text: str, limit: int) -> None:
    found = parts(text, limit)
    assert all(size(part) <= limit and part == part.strip() != "" for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@given(st.lists(LETTERS.filter(lambda c: not c.isspace()), min_size=30, max_size=200).map("".join))
def test_no_letter_is_torn_from_its_accent(text: str) -> None:
    for part in parts(text, 60)[1:]:
        assert not unicodedata.combining(part[0])
        assert part[0] != "\u200d"


def test_the_best_border_that_leaves_no_short_part() -> None:
    assert parts("one two\n\nthree four\nfive six", 17) == ["one two", "three four", "five six"]
    assert parts("one two three", 8) == ["one two", "three"]
    assert parts("a bcdefghijkl", 8) == ["a bcdefg", "hijkl"]  # a part of one letter is too short
    assert parts("short", 8) == ["short"]
    assert parts(" \n ", 8) == []


def test_a_character_that_is_larger_than_the_limit_is_a_part() -> None:
    assert parts("😀😀", 2) == ["😀", "😀"]
