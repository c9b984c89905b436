"""Pauses between the tries of something that fails for a while.

Why no library: the loops that use it differ in everything but the pause. Some follow a wait that the platform
asked for, some tell a person meanwhile, some give up at a deadline. tenacity and stamina would carry all of
that in callbacks.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

MAX_DOUBLINGS = 60  # keeps 2 ** failures a number that a float can hold


@dataclass(frozen=True, slots=True)
class Backoff:
    """Pauses that double from `first_seconds` to `longest_seconds`, each changed at random by up to the
    fraction `jitter`."""

    first_seconds: float
    longest_seconds: float
    jitter: float = 0.0

    def seconds(self, failures: int, at_least: float = 0.0) -> float:
        """How long to wait after so many failures in a row (1 or more). `at_least`: seconds that the other
        side asked for, 0 for none."""
        doubled = self.first_seconds * 2.0 ** min(failures - 1, MAX_DOUBLINGS)
        pause = min(doubled, self.longest_seconds)
        if self.jitter:
            pause *= random.uniform(1 - self.jitter, 1 + self.jitter)  # noqa: S311 - no secret
        return max(pause, at_least)
