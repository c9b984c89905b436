"""Labels of buttons that are typed instead of pressed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from bot.core.typed.lexemes import normal

EXTRA_CHARACTERS = 20  # by which a typed line may exceed twice the label's length and still be compared


class Labelled(Protocol):
    """A button as it is shown to a person."""

    @property
    def label(self) -> str: ...


Shown = TypeVar("Shown", bound=Labelled)


def typed_button(line: str, buttons: Iterable[Shown]) -> Shown | None:
    """The one button whose label `line` is; None if no label or more than one fits."""
    found = [button for button in buttons if is_label(line, button.label)]
    return found[0] if len(found) == 1 else None


def is_label(line: str, label: str) -> bool:
    """Whether `line` is `label`. Case, accents, punctuation, emoji and blanks at the ends are ignored."""
    if len(line) > 2 * len(label) + EXTRA_CHARACTERS:
        return False
    return line.strip().casefold() == label.strip().casefold() or normal(line) == normal(label) != ""
