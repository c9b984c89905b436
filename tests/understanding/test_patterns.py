"""Sentence patterns: what they hold of a line, and that long lines take no longer than they must."""

from __future__ import annotations

import pytest

from bot.core.model.reading import Meaning
from bot.understanding.parts import LanguageContent, Sentence, Words
from bot.understanding.patterns import MOST_WORDS, Patterns
from bot.understanding.syntax import SyntaxFault, parse


def score(pattern: str, line: str) -> float:
    words = Words(light=frozenset({"the", "it"}))
    patterns = Patterns({"en": LanguageContent(words, (Sentence(Meaning.STOP, pattern, 1),))})
    return next((match.score for match in patterns.best(line, "en")), 0.0)


@pytest.mark.parametrize(
    ("pattern", "line", "expected"),
    [
        ("stop", "stop", 1),
        ("stop", "stop now", 0.5),
        ("stop", "stop it", 1),
        ("(stop|quit) [right] now", "quit now", 1),
        ("(stop|quit) [right] now", "quit right now", 1),
        ("stop .. me", "stop asking bothering me", 0.5),
        ("stop .. me", "stop one two three four me", 0),
        ("at {number}", "at 20:30", 1),
        ("at {number}", "at noon", 0),
        ("till {word}", "till easter", 1),
    ],
)
def test_a_score_is_the_share_of_content_words(pattern: str, line: str, expected: float) -> None:
    assert score(pattern, line) == expected


def test_brackets_may_not_be_too_deep() -> None:
    with pytest.raises(SyntaxFault, match="too many brackets"):
        parse("(" * 200 + "a" + ")" * 200)


def test_steps_grow_with_the_line_and_no_faster() -> None:
    nasty = "a [a] [a] [a] [a] [a] [a] [a] [a] [a] .. a .. a .. a .. b"
    patterns = Patterns({"en": LanguageContent(sentences=(Sentence(Meaning.STOP, nasty, 1),))})
    counts = []
    for words in (10, 20, 40, MOST_WORDS, MOST_WORDS * 50):
        before = patterns.steps
        patterns.best(" ".join(["a"] * words), "en")
        counts.append(patterns.steps - before)
    assert counts[1] == 2 * counts[0]
    assert counts[2] == 4 * counts[0]
    assert counts[4] == counts[3]
