"""How long events from people wait for their answer to be stored: what a health check can act upon."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager


class UnderWay:
    """The events under way in this process."""

    def __init__(self) -> None:
        self._since: dict[int, float] = {}  # in the order of their arrival
        self._numbers = itertools.count()

    @contextmanager
    def one(self) -> Iterator[None]:
        """An event waits for as long as the block lasts."""
        number = next(self._numbers)
        self._since[number] = time.monotonic()
        try:
            yield
        finally:
            del self._since[number]

    @property
    def oldest(self) -> float:
        """For how many seconds the oldest event has waited; 0 where none waits."""
        first = next(iter(self._since.values()), None)
        return 0.0 if first is None else time.monotonic() - first
