"""Ports through which turns report to the rest of the program, and their null objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import Protocol, TypeAlias

from bot.core.model.reading import Asked, Meaning, Reading

Notify: TypeAlias = Callable[[], None]
"""Says that notices to other accounts may wait to be sent; returns at once."""


def no_notices() -> None:
    """Where nothing is sent."""


class TurnMetrics(Protocol):
    """Counts and times turns."""

    def turn(self, platform: str) -> AbstractContextManager[None]:
        """Lasts as long as a turn."""

    def missed_line(self, language: str, asked: Asked) -> None:
        """A line was not understood. `asked`: the question that was open."""

    def passed_over(self, platform: str) -> None:
        """An event that cannot be read or handled was passed over."""


class NullTurnMetrics:
    """Where no metrics are shown."""

    def turn(self, platform: str) -> AbstractContextManager[None]:
        return nullcontext()

    def missed_line(self, language: str, asked: Asked) -> None:
        pass

    def passed_over(self, platform: str) -> None:
        pass


class LineReader(Protocol):
    """Reads typed lines. It never raises for any text, and needs no more than milliseconds."""

    def read(self, text: str, *, language: str, asked: Asked, today: date) -> Reading: ...

    def reaction(self, sign: str, *, language: str) -> Meaning | None:
        """The answer that an emoji below the check-in's question gives; None for none."""


class AnswerCount:
    """How many messages answered people since it was last taken, by platform: their share of its rate."""

    def __init__(self) -> None:
        self._messages: Counter[str] = Counter()

    def add(self, platform: str, messages: int) -> None:
        self._messages[platform] += messages

    def on(self, platform: str) -> int:
        """The count of one platform so far; it goes on."""
        return self._messages[platform]

    def take(self) -> Counter[str]:
        """The count, which begins again at zero."""
        taken, self._messages = self._messages, Counter()
        return taken
