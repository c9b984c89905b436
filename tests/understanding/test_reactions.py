"""The emoji below a check-in's question that answer it; the table is content."""

from __future__ import annotations

import pytest

from bot.core.model.reading import Meaning
from tests.understanding.heard import reader, shipped

KEPT, MISSED = (
    ["👍", "✅", "👌", "💪", "🎉", "💯", "👍🏻", "👍🏿", "👌🏽", "💪🏾", "✅️"],
    ["👎", "❌", "👎🏼"],
)
NOTHING = ("❤️", "🔥", "😭", "😢", "🙏", "🤔", "👍👎", "👍 but", "yes", "", "\ufe0f", "🤷‍♀️", "👎" * 500)


@pytest.mark.parametrize("language", sorted(shipped().languages))
def test_what_an_emoji_answers(language: str) -> None:
    read = {sign: reader().reaction(sign, language=language) for sign in (*KEPT, *MISSED, *NOTHING)}
    assert {sign for sign, meaning in read.items() if meaning is Meaning.KEPT} == set(KEPT)
    assert {sign for sign, meaning in read.items() if meaning is Meaning.MISSED} == set(MISSED)
    assert {read[sign] for sign in NOTHING} == {None}


def test_a_language_without_words_has_no_reactions() -> None:
    assert reader().reaction("👍", language="xx") is None
