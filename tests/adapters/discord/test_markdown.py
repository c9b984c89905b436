"""Words look as they were written, whatever they hold, and fit into messages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.discord.markdown import MAX_CONTENT_LENGTH, escape, pieces
from bot.content.markup import escaped

COMMANDS = {"today": 11, "stop": 12}
TRICKY = st.text(st.sampled_from("ab \n*_~`|<>[]()#-+.1@:/\\é😀"), max_size=60)


def shown(markdown: str) -> str:
    """What Discord shows of escaped text: a backslash before a sign is not seen."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown)


@given(TRICKY)
def test_escaped_words_look_as_they_were_written(words: str) -> None:
    assert shown(escape(words)) == words


@given(TRICKY)
def test_nothing_of_them_is_markdown(words: str) -> None:
    left = re.sub(r"\\[^0-9A-Za-z\s]", "x", escape(words))
    assert not re.search(r"[*_~`|<\[\]]", left)
    assert not re.search(r"^[ \t]*([>#+-]|\d+\.)", left, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<@123> <t:5> <#9>", r"\<@123> \<t:5> \<#9>"),
        ("# big\n- one\n  - two", "\\# big\n\\- one\n  \\- two"),
        ("5. five", r"5\. five"),
        ("-# small", r"\-# small"),
        ("see https://example.org/a_b_c", "see https://example.org/a_b_c"),
        ("[here](https://x.example)", r"\[here\](https://x.example)"),
    ],
)
def test_examples(words: str, expected: str) -> None:
    assert escape(words) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>Bold</b> and <i>italic</i>", "**Bold** and *italic*"),
        ("<b> a </b>b", " **a** b"),
        ("<b>two\nlines</b>", "**two**\n**lines**"),
        ('<a href="https://a.example/x">there</a>', "[there](<https://a.example/x>)"),
        ("2 &lt; 3 &amp; 4", r"2 \< 3 & 4"),
        ("Say /today, (/stop) or /nothing; https://a.example/stop", None),
    ],
)
def test_markup(html: str, expected: str | None) -> None:
    clickable = "Say </today:11>, (</stop:12>) or /nothing; https://a.example/stop"
    assert pieces(html, COMMANDS) == [expected or clickable]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(TRICKY, st.integers(1, 300)), max_size=8))
def test_nothing_is_lost_and_everything_fits(parts: list[tuple[str, int]]) -> None:
    words = "\n\n".join(text * times for text, times in parts)
    found = pieces(f"<b>{escaped(words)}</b>")
    assert all(0 < len(piece) <= MAX_CONTENT_LENGTH for piece in found)
    seen = re.sub(r"[\s*]", "", shown("".join(found)))
    assert seen == re.sub(r"[\s*]", "", words)


def test_long_texts_are_cut_between_paragraphs_lines_or_words() -> None:
    paragraphs = pieces("\n\n".join(f"{n} " + "word " * 150 for n in range(5)))
    assert [p[0] for p in paragraphs] == ["0", "2", "4"]
    assert all(p.rstrip().endswith("word") for p in pieces("word " * 1000))
    assert [len(p) for p in pieces("x" * 4500)] == [1800, 1800, 900]
