"""Tokens are texts of at most 64 bytes, built and read in one place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.token import TOKEN_BYTES, Token, joined, split

BOT = Path(__file__).parents[3] / "bot"


def test_a_token_is_its_text() -> None:
    token = Token("checkin", "a", date(2026, 11, 25), 4, "kept")
    assert token == "checkin.a.2026-11-25.4.kept"
    assert (token.flow, token.name, token.value) == ("checkin", "a", "2026-11-25.4.kept")
    assert (token.values, token.last, token.parent) == (
        ("2026-11-25", "4", "kept"), "kept", "checkin.a.2026-11-25.4.",
    )  # fmt: skip
    assert Token("plans", "list").with_values(3) == Token.parse("plans.list.3")


def test_a_token_may_carry_another_one() -> None:
    carried = Token("age", "ok", Token("challenge", "join", "2026-11-23"))
    assert Token.parse(carried.value) == Token("challenge", "join", "2026-11-23")


def test_a_long_token_is_not_built_but_can_be_read() -> None:
    with pytest.raises(ValueError, match="over 64 bytes"):
        Token("journal", "found", "é" * 30)
    forged = Token.parse("x" * 500)
    assert (forged.flow, forged.name, forged.values) == ("x" * 500, "", ())
    assert len(Token("a", "b", "c" * (TOKEN_BYTES - 4))) == TOKEN_BYTES


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    token = Token.parse(text)
    assert f"{token.flow}.{token.name}.{token.value}".rstrip(".") == text.rstrip(".")
    assert joined(*token.values) == token.value


def test_missing_values_are_empty() -> None:
    assert (split("", 3), split("a", 2), split("a.b.c.d", 3)) == (("",) * 3, ("a", ""), ("a", "b", "c.d"))


def test_no_other_code_takes_tokens_apart_or_writes_them_by_hand() -> None:
    by_hand = re.compile(
        r"""(?:partition|split)\("\.",?|\b(?:button|Button|Form)\(\s*f?"[a-z]+\.|token=f?"[a-z]+\."""
    )
    elsewhere = {
        "config/machine.py",
        "config/settings.py",
        "storage/dump.py",
        "storage/export.py",
    }  # names of other kinds
    found = {
        path.relative_to(BOT).as_posix() for path in BOT.rglob("*.py") if by_hand.search(path.read_text())
    }
    assert found <= elsewhere
