"""A label that is typed presses its button."""

from __future__ import annotations

import pytest

from bot.adapters.kit.labels import OfferedButtons, typed_button
from bot.content.rendered import Message, ShownButton

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


def offered(*labels: str, **more: object) -> OfferedButtons:
    """What is offered in chat 1."""
    found = OfferedButtons(9)
    buttons = tuple(ShownButton(f"t.{label}", label) for label in labels)
    found.note(1, Message("Which one?", buttons=buttons, **more))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("line", "token"),
    [("keep", "t.Keep"), ("2", "t.Change"), (" 2. ", "t.Change"), ("1)", "t.Keep"), ("3", ""), ("0", ""),
     ("22", ""),     ("2 days", ""), ("²", ""), ("٢", "")],
)  # fmt: skip
def test_a_label_or_its_number_presses_the_newest_buttons(line: str, token: str) -> None:
    assert offered("Keep", "Change").token(1, line) == token
    assert offered("Keep", "Change").token(2, line) == ""


@pytest.mark.parametrize("asks", [{"waits": True}, {"numeric": True}])
def test_a_number_that_may_be_an_answer_presses_no_button(asks: dict[str, bool]) -> None:
    assert offered("Skip", "Later", **asks).token(1, "2") == ""
    assert offered("Skip", "Later", **asks).token(1, "later") == "t.Later"


def test_where_labels_are_numbers_they_alone_count() -> None:
    assert offered("5", "4", "Skip").token(1, "4") == "t.4"
    assert offered("5", "4", "Skip").token(1, "3") == ""


def test_no_buttons_are_pressed_that_are_gone() -> None:
    buttons = offered("Keep")
    buttons.forget(1)
    assert buttons.token(1, "keep") == ""
