"""A label that is typed presses its button."""

from __future__ import annotations

import pytest

from bot.adapters.kit.labels import typed_button
from bot.content.rendered import ShownButton

BUTTONS = [ShownButton(label, label) for label in ("Más tarde", "✅ Done", "👍", "5", "Same", "same!")]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("mas tarde", "Más tarde"),
        ("  MÁS TARDE! ", "Más tarde"),
        ("done", "✅ Done"),
        ("👍", "👍"),
        ("5", "5"),
        ("later", ""),
        ("", ""),
        ("!!!", ""),
        ("same", ""),  # two buttons say so
        ("done " + "x" * 90, ""),
    ],
)
def test_which_button_a_line_presses(line: str, label: str) -> None:
    found = typed_button(line, BUTTONS)
    assert (found.label if found else "") == label
