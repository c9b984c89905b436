"""Training of a head: softmax regression over the features of example lines, in whole numbers.

Weights are fixed-point integers and the exponential is a table made by multiplication alone, so the same
examples give the same bytes on every machine, in every version of Python and under every hash seed.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from math import isqrt

from bot.understanding.features import features
from bot.understanding.head import Head, falling_exponential, weight_of

VERSION = 4  # of training: a change here makes cached models stale
SEEN_AT_LEAST = 3  # lines that hold a feature, so that it is kept
ROUNDS = 6
FIRST_STEP = 2.0
SHRINK = 0.97  # of all weights after each round: the L2 penalty
POINT = 1 << 16  # fixed point of weights while they are trained
NOTICED = 0.01  # a class whose gradient is smaller is left alone


@dataclass(frozen=True, slots=True)
class Line:
    """One example: its words, the open question ("" where it does not matter), its label and its normal form
    ("" where that does not matter)."""

    text: str
    asked: str
    label: str
    normal: str = ""


@dataclass(slots=True)
class _Row:
    known: list[int]  # indices of features
    context: int
    label: int
    length: float  # of the tf-idf vector


def train(lines: Sequence[Line], least: int = 0) -> Head:
    """The head that tells the labels of `lines` apart, by features whose weight is `least` of 127 or more."""
    labels = tuple(sorted({line.label for line in lines}))
    contexts = tuple(sorted({line.asked for line in lines}))
    seen = [features(line.text, line.asked, line.normal) for line in lines]
    counts = Counter(name for names in seen for name in names)
    vocabulary = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST)
    index = {name: at for at, name in enumerate(vocabulary)}
    weights = [weight_of(counts[name], len(lines)) for name in vocabulary]
    rows = []
    for line, names in zip(lines, seen, strict=True):
        known = [index[name] for name in names if name in index]
        length = isqrt(sum(weights[at] ** 2 for at in known)) or 1
        rows.append(_Row(known, contexts.index(line.asked), labels.index(line.label), float(length)))
    table, biases = _descend(rows, weights, len(labels), len(contexts))
    return Head.quantised(labels, contexts, vocabulary, weights, table, biases, POINT, least)


def _descend(
    rows: list[_Row], weights: list[int], classes: int, contexts: int
) -> tuple[list[list[int]], list[list[int]]]:
    """Stochastic gradient descent; the weights of features (times their tf-idf weight) and of contexts."""
    table = [[0] * classes for _ in weights]
    biases = [[0] * classes for _ in range(contexts)]
    order = list(range(len(rows)))
    shuffler = random.Random(VERSION)  # noqa: S311 (an order, not a secret)
    squares = [float(weight * weight) for weight in weights]
    for round_number in range(ROUNDS):
        step = FIRST_STEP * (1 - round_number / ROUNDS) * POINT
        shuffler.shuffle(order)
        for at in order:
            _learn(rows[at], table, biases, squares, step)
        table = [[int(value * SHRINK) for value in row] for row in table]
    return table, biases


def _learn(
    row: _Row, table: list[list[int]], biases: list[list[int]], squares: list[float], step: float
) -> None:
    length, bias = row.length, biases[row.context]
    active = [table[at] for at in row.known]
    sums = list(map(sum, zip(*active, strict=True))) if active else list(repeat(0, len(bias)))
    scores = [(value / length + level) / POINT for value, level in zip(sums, bias, strict=True)]
    errors = softmax_errors(scores, row.label)
    for label, error in errors:
        bias[label] -= int(step * error * 0.02)
        change = step * error / length
        for at, values in zip(row.known, active, strict=True):
            values[label] -= int(change * squares[at])


def softmax_errors(scores: list[float], label: int) -> list[tuple[int, float]]:
    """The classes whose probability is off by a noticeable amount, each with probability minus truth."""
    top = max(scores)
    raised = [falling_exponential(top - score) for score in scores]
    total = 0.0
    for value in raised:
        total += value
    errors = [value / total for value in raised]
    errors[label] -= 1.0
    return [(at, error) for at, error in enumerate(errors) if error > NOTICED or error < -NOTICED]
