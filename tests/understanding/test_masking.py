"""Masked lines: no figure, handle, link, mail or name of the writer comes through, and nothing that a screen
would obey."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import masking
from bot.understanding.masking import mask, vocabulary

ORDINARY = vocabulary(["yes, did not do it today", "no lo hice, más o menos", "but my phone was there"])
_URL = re.compile(r"(?i)://\S|www\.\S|[^\W\d_]\.[^\W\d_]{2,}")
_HARD = st.sampled_from(
    [
        "@",
        "@joe_b",
        "a.b@c.example",
        "https://x.example/Ann?q=1",
        "www.",
        "t.me/joe",
        "4",
        "٤",
        "½",
        "Ⅷ",
        "①",
        "一",
        "４",
        "＠joe",
        "\u200b",
        "\u200d",
        "\x1b[31m",
        "\n",
        "\u2028",
        "I",
        "I'm",
        "Maria",
        "D'Angelo",
        "<name>",
        ".",
        "?",
    ]
)
_LINES = st.lists(st.text(max_size=6) | _HARD | st.just(" "), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("I told Maria I'd stop at 20:30", "I told <name> I'd stop at <number>"),
        ("Yes but my phone was there", "Yes but my phone was there"),
        ("Maria took my phone. But not Ann-Lee's", "<name> took my phone. But not <name>-<name>"),
        ("I did NOT do it, ASK JOE", "I did NOT do it, <name> <name>"),
        ("Más o menos, 45min", "Más o menos, <number>min"),
        ("write ana.b@mail.example or @ana", "write <mail> or <handle>"),
        ("see tiktok.com/@ana/1 and https://x.example", "see <handle> and <link>"),
        ("look at youtu.be/abc", "look at <link>"),
        ("an accent without a letter: \u00a8youtu.be", "an accent without a letter: \u0308<link>"),
        ("😂 ok", "😂 ok"),
        ("cafe\u0301 con Jose\u0301", "café con <name>"),
    ],
)
def test_a_line_is_masked(line: str, shown: str) -> None:
    assert mask(line, ordinary=ORDINARY) == shown


@pytest.mark.parametrize(
    "line", ["zoë again", "ZOE again", "that's zoe's", "zoë_q again", "Ｚｏｅ again", "z\u200boe"]
)
def test_the_writer_s_own_name_is_hidden_however_it_is_spelt(line: str) -> None:
    assert "zo" not in mask(line, names=("Zoë Q.",), ordinary={"zoe"}).casefold()


def test_a_word_that_examples_use_as_a_name_is_no_ordinary_one() -> None:
    assert vocabulary(["ask maria today", "then I asked Maria", "Today it went well"]) == {
        "ask",
        "today",
        "then",
        "asked",
        "it",
        "went",
        "well",
    }


@given(_LINES)
def test_no_figure_handle_or_link_comes_through(line: str) -> None:
    shown = mask(line, ordinary=ORDINARY)
    assert not any(c.isnumeric() for c in shown)
    assert not re.search(r"@\S", shown)
    assert not _URL.search(shown)
    assert not any(unicodedata.category(c)[0] == "C" or c in "\u2028\u2029" for c in shown)


@given(_LINES, st.text("abcdé", min_size=2, max_size=8), _LINES)
def test_the_own_name_never_comes_through(before: str, name: str, after: str) -> None:
    shown = mask(f"{before} {name} {after}", names=(name,))
    bare = re.sub("|".join(masking._MARKS.values()) + "|<name>", " ", shown)
    assert name not in masking._WORD.findall(bare)


@given(_LINES)
def test_no_capitalised_word_is_shown_that_nobody_uses_in_small_letters(line: str) -> None:
    for word in masking._WORD.findall(mask(line)):
        assert word == word.lower() or masking._PRONOUN.fullmatch(word)
