"""The buttons on show in a console, and what presses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.console.render import Key
from bot.core.understand import normal
from bot.wording import Message


class Keys:
    """The buttons that can be pressed now.

    The newest message's are numbered from 1. Those of a message that came by itself go on from there and stay
    until one of them is pressed, so that a reminder never takes a number from the question at hand.
    """

    def __init__(self) -> None:
        self._open: list[Key] = []
        self._arrived: list[tuple[Key, ...]] = []
        self._pressed: Key | None = None
        self._numeric = False

    def answer(self, messages: Sequence[Message]) -> list[tuple[Key, ...]]:
        """Keys for a turn's messages, in place of the last turn's. Only the newest message's have numbers;
        none have where a bare number is an amount."""
        self._numeric = any(m.numeric for m in messages)
        newest = max((i for i, m in enumerate(messages) if m.buttons), default=-1)
        shown = [_keys(m, 1 if i == newest and not self._numeric else None) for i, m in enumerate(messages)]
        self._open = [key for keys in reversed(shown) for key in keys]
        self._arrived = [keys for keys in self._arrived if self._pressed not in keys]
        return shown

    def arrive(self, message: Message) -> tuple[Key, ...]:
        """Keys for a message that came by itself."""
        taken = max((key.number or 0 for key in self._all()), default=0)
        self._numeric |= message.numeric
        keys = _keys(message, None if self._numeric else taken + 1)
        self._arrived.append(keys)
        return keys

    def pressed(self, line: str) -> Key | None:
        """The key that a line presses: by its number ("2", "[2]", "2.") or by its words."""
        number = None if self._numeric else re.fullmatch(r"\s*\[?([0-9]{1,3})[\].)]?\s*", line)
        fits = (key for key in self._all() if number and key.number == int(number[1]))
        self._pressed = next(fits, None) or next((key for key in self._all() if _named(key, line)), None)
        return self._pressed

    def _all(self) -> Iterator[Key]:
        """The newest first."""
        yield from self._open
        for keys in reversed(self._arrived):
            yield from keys


def _keys(message: Message, first: int | None) -> tuple[Key, ...]:
    numbers = [None if first is None else first + i for i in range(len(message.buttons))]
    return tuple(Key(n, b.label, b.token) for n, b in zip(numbers, message.buttons, strict=True))


def _named(key: Key, line: str) -> bool:
    """Whether a line is the key's label. Capitals, accents, emoji and a pair of brackets don't matter."""
    if len(line) > 2 * len(key.label) + 20:
        return False
    return line.strip().casefold() == key.label.casefold() or normal(line) == normal(key.label) != ""
