"""How well a list with expected readings is read: shares and the pairs that are mixed up, never a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.core.model.reading import ANSWERS, Asked, Meaning, Reading, Safety
from bot.understanding.parts import Example

WORST = 15  # pairs that are shown
_HEAD = f"{'':<22}{'lines':>6}{'first':>7}{'sure':>7}{'press':>7}{'wrong':>7}"


class Outcome(NamedTuple):
    example: Example
    reading: Reading

    @property
    def first(self) -> bool:
        """Whether the reading that stands first is the right one."""
        return self.reading.meaning is self.example.reading

    @property
    def sure(self) -> bool:
        return self.first and self.reading.is_sure

    @property
    def after_a_press(self) -> bool:
        """Right at once, or among what the coach asks back."""
        offered = not self.reading.is_sure and self.example.reading in self.reading.others
        return self.first or offered

    @property
    def wrong(self) -> bool:
        """Acted on, and not what the person meant."""
        return self.reading.is_sure and not self.first


def report(outcomes: Sequence[Outcome], shown: Callable[[Reading], str]) -> Iterator[str]:
    """The lines of the report; `shown` gives a reading's value as the list writes it. Shares of the lines:
    right at first guess, right and sure, right after at most one press, wrong and sure."""
    yield _HEAD
    yield _shares("all", outcomes)
    yield _shares("answers", [one for one in outcomes if one.example.reading in ANSWERS])
    yield _shares("unasked", [one for one in outcomes if one.example.asked is Asked.NOTHING])
    for asked in Asked:
        yield from _if_any(f"asked {asked}", [one for one in outcomes if one.example.asked is asked])
    for meaning in Meaning:
        yield from _if_any(meaning, [one for one in outcomes if one.example.reading is meaning])
    yield from _values(outcomes, shown)
    yield from _dangers(outcomes)
    yield from _confused(outcomes)


def _if_any(name: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    if outcomes:
        yield _shares(name, outcomes)


def _shares(name: str, outcomes: Sequence[Outcome]) -> str:
    count = len(outcomes)
    sums = [sum(column) for column in zip(*map(_kinds, outcomes), strict=True)] or [0] * 4
    shares = [part / count if count else 0.0 for part in sums]
    return f"{name:<22}{count:>6}" + "".join(f"{share:>7.1%}" for share in shares)


def _kinds(one: Outcome) -> tuple[bool, bool, bool, bool]:
    return one.first, one.sure, one.after_a_press, one.wrong


def _values(outcomes: Iterable[Outcome], shown: Callable[[Reading], str]) -> Iterator[str]:
    """The values of the lines that are read as what they are."""
    asked = [one for one in outcomes if one.example.value and one.example.reading in ANSWERS]
    right = sum(one.first and shown(one.reading) == one.example.value for one in asked)
    wrong = sum(one.wrong or (one.sure and shown(one.reading) != one.example.value) for one in asked)
    yield f"values: {right} of {len(asked)} right, {wrong} wrong and sure"


def _dangers(outcomes: Sequence[Outcome]) -> Iterator[str]:
    risky = [one for one in outcomes if one.example.safety is not Safety.NONE]
    heard = sum(one.reading.safety is not Safety.NONE for one in risky)
    tiers = sum(one.reading.safety is one.example.safety for one in risky)
    calm = [one for one in outcomes if one.example.safety is Safety.NONE]
    alarmed = sum(one.reading.safety is not Safety.NONE for one in calm)
    heard_of = f"{heard} of {len(risky)} heard ({tiers} in their tier)"
    yield f"safety: {heard_of}, {alarmed} of {len(calm)} others alarmed"


def _confused(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The pairs that are mixed up most, and how often the coach was sure of it."""
    pairs = Counter((one.example.reading, one.reading.meaning) for one in outcomes if not one.first)
    surely = Counter((one.example.reading, one.reading.meaning) for one in outcomes if one.wrong)
    yield "expected -> read: lines (sure)"
    for pair, count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:WORST]:
        yield f"{pair[0]} -> {pair[1]}: {count} ({surely[pair]})"
