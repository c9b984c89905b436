"""The buttons that can be pressed in a terminal, by typing their mark or their label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.adapters.console.render import MarkedButton
from bot.adapters.kit.labels import is_label
from bot.content.rendered import Message

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class PressableButtons:
    """The buttons on the screen.

    Those of the newest answer are numbered from 1. Where a bare number is an amount they have letters
    instead. Buttons of a nudge continue the count and stay until one of them is pressed, so a nudge never
    takes a number from the current question.
    """

    def __init__(self) -> None:
        self._answered: list[MarkedButton] = []
        self._nudged: list[tuple[MarkedButton, ...]] = []
        self._pressed: MarkedButton | None = None
        self._numeric = self._waits = False

    def answer(self, messages: Sequence[Message]) -> list[tuple[MarkedButton, ...]]:
        """The buttons of a turn's messages, which replace those of the last turn. Only the newest message
        that has buttons gets marks."""
        self._numeric = any(m.numeric for m in messages)
        self._waits = any(m.waits for m in messages)
        newest = max((i for i, m in enumerate(messages) if m.buttons), default=-1)
        shown = [self._marked(m, 1 if i == newest else None) for i, m in enumerate(messages)]
        self._answered = [button for buttons in reversed(shown) for button in buttons]
        self._nudged = [buttons for buttons in self._nudged if self._pressed not in buttons]
        return shown

    def nudge(self, message: Message) -> tuple[MarkedButton, ...]:
        """The buttons of a nudge."""
        last = max((_position(button.mark) for button in self._all()), default=0)
        self._numeric |= message.numeric
        buttons = self._marked(message, last + 1)
        self._nudged.append(buttons)
        return buttons

    def pressed(self, line: str) -> MarkedButton | None:
        """The button that a line presses by its mark ("2", "[2]", "2.", "b") or its label."""
        mark = re.fullmatch(r"\s*\[?([a-z]|[0-9]{1,3})[\].)]?\s*", line.lower())
        typed = mark[1].lstrip("0") if mark and not (self._numeric and mark[1].isdecimal()) else ""
        by_mark = (button for button in self._all() if typed and button.mark == typed)
        by_label = (button for button in self._all() if is_label(line, button.label))
        self._pressed = next(by_mark, None) or next(by_label, None)
        return self._pressed

    def missed(self, line: str) -> int:
        """The highest number of a button, if the line is a number that no button has and that answers nothing
        else; otherwise 0."""
        if self._waits or self._numeric or not re.fullmatch(r"\s*[0-9]{1,9}\s*", line) or self.pressed(line):
            return 0
        return max((_position(button.mark) for button in self._all()), default=0)

    def _marked(self, message: Message, first: int | None) -> tuple[MarkedButton, ...]:
        """The message's buttons, marked from the position `first` on; None: without marks."""
        positions = range(first or 0, (first or 0) + len(message.buttons))
        marks = ["" if first is None else self._mark(position) for position in positions]
        return tuple(
            MarkedButton(mark, button.label, button.token, button.style)
            for mark, button in zip(marks, message.buttons, strict=True)
        )

    def _mark(self, position: int) -> str:
        """A number, or a letter where numbers are amounts. Beyond the alphabet only the label presses."""
        return str(position) if not self._numeric else LETTERS[position - 1 : position]

    def _all(self) -> Iterator[MarkedButton]:
        """All buttons, the newest first."""
        yield from self._answered
        for buttons in reversed(self._nudged):
            yield from buttons


def _position(mark: str) -> int:
    """The position of a mark among those of its kind: 3 for "3" and for "c"."""
    return int(mark) if mark.isdecimal() else LETTERS.find(mark) + 1 if mark else 0
