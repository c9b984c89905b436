"""What everybody may read holds no address of anything or anybody, however it is spelled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.community.public import is_fit
from tests.core.making import make_library

LIBRARY = replace(
    make_library(),
    lexicon={
        "en": {"spelled-dot": frozenset({"dot"}), "spelled-at": frozenset({"at"})},
        "es": {"spelled-dot": frozenset({"punto"}), "spelled-at": frozenset({"arroba"})},
    },
)
ADDRESSES = (
    "https://phish.example/free-nitro", "discord.gg/abcd", "discord.com/invite/abcd", "bit.ly/x1",
    "www.a.example",
    "http://<@123>", "<@123>", "<@!123>", "<@&9>", "<#9>", "<t:5>", "<:wave:12>", "</today:11>", "@everyone",
    "@ann", "#general", "ann#1234", "some_body", "hxxps://evil.example", "[here](https://evil.example)",
)  # fmt: skip
SPELLED = (
    "discord . gg / abcd", "d i s c o r d . g g / a b c d", "discord dot gg slash abcd", "example[.]com",
    "example (dot) com", "example dot com", "example .com", "ejemplo punto com", "ann (at) mail dot com",
    "ann arroba correo punto com", "10.0.0.1", "+44 7700 900 123", "http : // x",
    "disc\u043erd.gg/abcd", "example\u3002com",
    "\uff44\uff49\uff53\uff43\uff4f\uff52\uff44\uff0e\uff47\uff47",
    "\u24d3\u24d8\u24e2\u24d2\u24de\u24e1\u24d3.gg", "\uff20ann", "\ufe6bann",
    "\U0001d553\U0001d55a\U0001d565.ly/x",
)  # fmt: skip
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u3164\u2800\ufe0f\u202e"
PUT = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(INVISIBLE)), max_size=9)


@pytest.mark.parametrize("words", [*ADDRESSES, *SPELLED])
def test_no_address_passes(words: str) -> None:
    for line in (words, f"Bob says: {words} is nice.", words.upper()):
        assert not is_fit(line, LIBRARY)


@given(
    st.sampled_from(ADDRESSES),
    PUT,
)
def test_no_address_passes_with_what_nobody_sees_in_it(words: str, put: list[tuple[int, str]]) -> None:
    for at, sign in put:
        words = words[:at] + sign + words[at:]
    assert not is_fit(words, LIBRARY)


@given(st.sampled_from(ADDRESSES), st.sets(st.integers(0, 40)))
def test_no_address_passes_in_full_width(words: str, wide: set[int]) -> None:
    there = enumerate(words)
    assert not is_fit("".join(chr(ord(c) + 0xFEE0) if n in wide else c for n, c in there), LIBRARY)


def test_a_handle_behind_the_name_of_a_place_does_not_pass() -> None:
    assert not is_fit("write to me on snap: annie99", LIBRARY)


@pytest.mark.parametrize(
    "words",
    [
        "I slept. It was good.", "less scrolling, more sleep <3", "I closed Instagram: felt better.",
        "a walk at 10 p.m.", "well... then I read", "3.5 hours less", "out of the room, and/or off",
        "2 < 3, really",
        "**less** of it", "discord communities can be kind", "El punto es que dormí más.", "#1 thing: sleep",
        "Me gusta. Es mejor así.", "a 50/50 day", "<b>more</b> sleep", "At 8 I put it away",
    ],
)  # fmt: skip
def test_plain_lines_pass(words: str) -> None:
    assert is_fit(words, LIBRARY)
