"""Texts in parts that Telegram takes, with their styles, and keyboards that a phone can show."""

from __future__ import annotations

import html
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.adapters.telegram import render
from bot.adapters.telegram.render import MessagePart, parts, units
from bot.content.rendered import ShownButton

LETTERS = st.sampled_from(
    [
        "word ",
        "a",
        "\n",
        "\n\n",
        " ",
        "é",
        "e\u0301",
        "😀",
        "👩\u200d👩\u200d👧",
        "\U0001f1f8\U0001f1ee",
        "漢",
    ]
)


def read(part: MessagePart) -> dict[str, list[str]]:
    """What each entity covers, as Telegram cuts it out of UTF-16."""
    found: dict[str, list[str]] = {}
    for entity in part.entities:
        covered = part.text.encode("utf-16-le")[2 * entity.offset : 2 * (entity.offset + entity.length)]
        found.setdefault(str(entity.type), []).append(covered.decode("utf-16-le"))
    return found


def test_styles_become_entities() -> None:
    (part,) = parts('😀 <b>bold <i>both</i></b> &lt;b&gt; <a href="https://x.org/?a=1&amp;b=2">here</a>')
    assert part.text == "😀 bold both <b> here"
    assert read(part) == {"bold": ["bold ", "both"], "italic": ["both"], "text_link": ["here"]}
    assert part.entities[-1].url == "https://x.org/?a=1&b=2"


def test_own_words_are_never_markup() -> None:
    words = "<b>&amp;</b> *_[x](y)_* `z` <a href='tg://user?id=1'>"
    (part,) = parts(html.escape(words))
    assert part == MessagePart(words)


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "<b></b>"])
def test_there_is_always_something_to_send(blank: str) -> None:
    assert parts(blank) == (MessagePart("…"),)


@given(st.lists(LETTERS, max_size=400).map("".join), st.integers(20, 90))
def test_parts_fit_and_nothing_but_blanks_is_lost(text: str, limit: int) -> None:
    found = parts(f"<b>{text}</b>", limit)
    assert all(units(part.text) <= limit for part in found)
    assert all(part.text.strip() for part in found)
    if text.strip():
        assert "".join("".join(part.text.split()) for part in found) == "".join(text.split())
        assert all("".join(read(part)["bold"]) == part.text for part in found)


@given(st.lists(LETTERS.filter(lambda c: not c.isspace()), min_size=30, max_size=200).map("".join))
def test_no_letter_is_torn_from_its_accent(text: str) -> None:
    for part in parts(text, 40):
        assert not unicodedata.combining(part.text[0])
        assert part.text[0] != "\u200d"
        assert part.text[-1] != "\u200d"


def test_it_is_divided_at_paragraphs_first() -> None:
    paragraphs = ["one " * 400, "two " * 400, "three " * 300, "four"]
    found = parts("\n\n".join(p.strip() for p in paragraphs))
    assert [part.text[:3] for part in found] == ["one", "thr"]
    assert [part.text.split()[-1] for part in found] == ["two", "four"]


def test_a_style_goes_on_in_the_next_part() -> None:
    first, second = parts("<i>" + "word " * 20 + "</i>end", 60)
    assert MessageEntity(MessageEntity.ITALIC, 0, len(first.text)) in first.entities
    assert read(second)["italic"][0].startswith("word")


# --- keyboards


def layout(*labels: str) -> list[list[str]]:
    keyboard = render.keyboard([ShownButton(f"a.b.{n}", label) for n, label in enumerate(labels)])
    return [[button.text for button in row] for row in keyboard.inline_keyboard] if keyboard else []


def test_short_labels_share_a_row() -> None:
    assert layout("1", "2", "3", "4", "5") == [["1", "2", "3", "4", "5"]]
    assert layout("Kept", "Partly", "Not today", "Doesn't apply", "Later") == [
        ["Kept", "Partly", "Not today"],
        ["Doesn't apply", "Later"],
    ]
    assert layout("look out of the window for a minute", "Skip") == [
        ["look out of the window for a minute"],
        ["Skip"],
    ]
    assert layout() == []


@given(st.lists(st.text("abcdefghijklmn漢é ", min_size=1, max_size=50), max_size=14))
def test_rows_fit_and_keep_the_order(labels: list[str]) -> None:
    rows = layout(*labels)
    assert [text for row in rows for text in row] == [label.strip() or "…" for label in labels]
    for row in rows:
        assert len(row) == 1 or max(map(render.columns, row)) <= render.MAX_COLUMNS[len(row)]
