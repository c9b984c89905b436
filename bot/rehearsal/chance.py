"""Chance without a state: the same seed and subject give the same draw on every machine.

A draw belongs to its subject ("answers", a day, a kind), not to the number of draws before it. So a flow that
asks once more or once less leaves the rest of a rehearsal as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def share(seed: int, *subject: object) -> float:
    """A number from 0 up to, and without, 1.

    >>> share(1, "answers", 3) == share(1, "answers", 3) != share(2, "answers", 3)
    True
    """
    digest = hashlib.sha256("|".join(map(str, (seed, *subject))).encode()).digest()
    return int.from_bytes(digest[:8]) / 2**64


def happens(percent: int, seed: int, *subject: object) -> bool:
    """Whether something happens that happens so many times in a hundred."""
    return share(seed, *subject) * 100 < percent


def between(low: int, high: int, seed: int, *subject: object) -> int:
    """A whole number from `low` to `high`, both included."""
    return low + int(share(seed, *subject) * (high - low + 1))


def weighted(weights: Mapping[str, int], seed: int, *subject: object) -> str:
    """One of the keys, each as likely as its weight says. At least one weight is above 0."""
    left = share(seed, *subject) * sum(weights.values())
    for name, weight in weights.items():
        left -= weight
        if left < 0:
            return name
    return list(weights)[-1]
