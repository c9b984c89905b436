"""The buttons on show in a console, and what presses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.adapters.console.render import Key
from bot.content.rendered import Message
from bot.core.typed.tokens import normal

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Keys:
    """The buttons that can be pressed now.

    The newest message's are numbered from 1; where a bare number is an amount they have letters instead.
    Those of a message that came by itself go on from there and stay until one of them is pressed, so that a
    reminder never takes a number from the question at hand.
    """

    def __init__(self) -> None:
        self._open: list[Key] = []
        self._arrived: list[tuple[Key, ...]] = []
        self._pressed: Key | None = None
        self._numeric = self._waits = False

    def answer(self, messages: Sequence[Message]) -> list[tuple[Key, ...]]:
        """Keys for a turn's messages, in place of the last turn's. Only the newest message's have marks."""
        self._numeric = any(m.numeric for m in messages)
        self._waits = any(m.waits for m in messages)
        newest = max((i for i, m in enumerate(messages) if m.buttons), default=-1)
        shown = [self._keys(m, 1 if i == newest else None) for i, m in enumerate(messages)]
        self._open = [key for keys in reversed(shown) for key in keys]
        self._arrived = [keys for keys in self._arrived if self._pressed not in keys]
        return shown

    def arrive(self, message: Message) -> tuple[Key, ...]:
        """Keys for a message that came by itself."""
        taken = max((_place(key.mark) for key in self._all()), default=0)
        self._numeric |= message.numeric
        keys = self._keys(message, taken + 1)
        self._arrived.append(keys)
        return keys

    def pressed(self, line: str) -> Key | None:
        """The key that a line presses: by its mark ("2", "[2]", "2.", "b") or by its words."""
        mark = re.fullmatch(r"\s*\[?([a-z]|[0-9]{1,3})[\].)]?\s*", line.lower())
        typed = mark[1].lstrip("0") if mark and not (self._numeric and mark[1].isdecimal()) else ""
        fits = (key for key in self._all() if typed and key.mark == typed)
        self._pressed = next(fits, None) or next((key for key in self._all() if _named(key, line)), None)
        return self._pressed

    def missed(self, line: str) -> int:
        """How many numbers there are, where a line is a number that none of them has and that answers nothing
        else; otherwise 0."""
        if self._waits or self._numeric or not re.fullmatch(r"\s*[0-9]{1,9}\s*", line) or self.pressed(line):
            return 0
        return max((_place(key.mark) for key in self._all()), default=0)

    def _keys(self, message: Message, first: int | None) -> tuple[Key, ...]:
        """The message's keys, marked from the place `first` on; None: without marks."""
        places = range(first or 0, (first or 0) + len(message.buttons))
        marks = ["" if first is None else self._mark(place) for place in places]
        return tuple(Key(m, b.label, b.token) for m, b in zip(marks, message.buttons, strict=True))

    def _mark(self, place: int) -> str:
        """A number, or a letter where numbers are amounts; past the alphabet only words press."""
        return str(place) if not self._numeric else LETTERS[place - 1 : place]

    def _all(self) -> Iterator[Key]:
        """The newest first."""
        yield from self._open
        for keys in reversed(self._arrived):
            yield from keys


def _place(mark: str) -> int:
    """Where a mark stands in the row of its kind: "3" and "c" are both third."""
    return int(mark) if mark.isdecimal() else LETTERS.find(mark) + 1 if mark else 0


def _named(key: Key, line: str) -> bool:
    """Whether a line is the key's label. Capitals, accents, emoji and a pair of brackets don't matter."""
    if len(line) > 2 * len(key.label) + 20:
        return False
    return line.strip().casefold() == key.label.casefold() or normal(line) == normal(key.label) != ""
