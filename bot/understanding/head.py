"""A trained head: features and their weights in one byte each, and the probabilities of its labels."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Self

from bot.understanding.features import features

STEPS = 64  # of the table of exponentials, for each unit
FURTHEST = 20  # units; a score that lies further below the best counts as nothing
_LEVELS = 127  # the largest weight, in one signed byte


def _exponentials() -> tuple[float, ...]:
    """e^(-i / STEPS), by multiplication alone: an exponential of the C library may differ in its last bit."""
    values = [1.0]
    for _ in range(STEPS * FURTHEST):
        values.append(values[-1] * 0.9844964370054085)
    return tuple(values)


_EXPONENTIALS = _exponentials()


def falling_exponential(distance: float) -> float:
    """About e^(-distance), for a distance that is not negative."""
    step = int(distance * STEPS + 0.5)
    return _EXPONENTIALS[step] if step < len(_EXPONENTIALS) else 0.0


def weight_of(count: int, lines: int) -> int:
    """The inverse document frequency, 16 × (1 + log2(lines / count)), the logarithm by straight pieces."""
    ratio = max(lines * 16 // count, 16)
    whole = ratio.bit_length() - 1
    return 16 + 16 * (whole - 4) + ((ratio << 4 >> whole) - 16)


@dataclass(frozen=True, slots=True)
class Head:
    """`table` holds one row of `len(labels)` bytes for each feature; `scale` turns a sum into a score."""

    labels: tuple[str, ...]
    contexts: dict[str, tuple[float, ...]]
    index: dict[str, int]
    weights: bytes
    table: bytes
    scale: float

    @classmethod
    def quantised(
        cls, labels: Sequence[str], contexts: Sequence[str], vocabulary: Sequence[str],
        weights: Sequence[int], table: list[list[int]], biases: list[list[int]], point: int, least: int,
    ) -> Self:  # fmt: skip
        """The head of weights that are fixed-point integers, rounded to one byte each. A feature whose
        weights all stay below `least` (of 127) is left out."""
        extremes = sorted(abs(value) for row in table for value in row)
        largest = max(extremes[-1 - len(extremes) // 2000] if extremes else 1, 1)
        rows = [[_rounded(value, largest) for value in row] for row in table]
        kept = [at for at, row in enumerate(rows) if max(map(abs, row)) >= least]
        packed = array("b", (level for at in kept for level in rows[at]))
        levels = {
            name: tuple(value / point for value in row) for name, row in zip(contexts, biases, strict=True)
        }
        index = {vocabulary[at]: new for new, at in enumerate(kept)}
        scale = largest / (_LEVELS * point)
        return cls(tuple(labels), levels, index, bytes(weights[at] for at in kept), packed.tobytes(), scale)

    def to_bytes(self) -> bytes:
        """Names as JSON, a zero byte, then one byte for each feature and one for each weight."""
        contexts = {name: [level.hex() for level in levels] for name, levels in self.contexts.items()}
        names = [list(self.labels), contexts, list(self.index), self.scale.hex()]
        return json.dumps(names, ensure_ascii=False).encode() + b"\0" + self.weights + self.table

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The head that `to_bytes` wrote."""
        names, _, numbers = data.partition(b"\0")
        labels, contexts, vocabulary, scale = json.loads(names)
        levels = {name: tuple(map(float.fromhex, values)) for name, values in contexts.items()}
        index = {name: at for at, name in enumerate(vocabulary)}
        count = len(vocabulary)
        return cls(tuple(labels), levels, index, numbers[:count], numbers[count:], float.fromhex(scale))

    def probabilities(
        self, text: str, asked: str = "", sharpness: float = 1.0, normal: str = ""
    ) -> dict[str, float]:
        """The probability of each label; they sum to 1. `normal`: the normal form of `text`."""
        scores = self._scores(text, asked, normal)
        top = max(scores)
        raised = [falling_exponential((top - score) * sharpness) for score in scores]
        total = 0.0
        for value in raised:
            total += value
        return {label: value / total for label, value in zip(self.labels, raised, strict=True)}

    def _scores(self, text: str, asked: str, normal: str) -> list[float]:
        size, index = len(self.labels), self.index
        signed = memoryview(self.table).cast("b")
        known = [index[name] for name in features(text, asked, normal) if name in index]
        level = self.contexts.get(asked) or (0.0,) * size
        if not known:
            return list(level)
        length = isqrt(sum(self.weights[at] ** 2 for at in known)) or 1
        factor = self.scale / length
        sums = map(sum, zip(*(signed[at * size : at * size + size] for at in known), strict=True))
        return [value * factor + bias for value, bias in zip(sums, level, strict=True)]


def _rounded(value: int, largest: int) -> int:
    level = (value * _LEVELS * 2 + largest) // (2 * largest)
    return max(-_LEVELS, min(_LEVELS, level))
