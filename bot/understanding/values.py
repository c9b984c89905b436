"""The value that a line gives to the open question, by the grammars of `bot.core.typed`: a whole line, or a
part of a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.core.model.library import Library
from bot.core.model.person import Person
from bot.core.model.reading import Asked, Meaning, Value
from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes, weekdays
from bot.core.typed.amounts import count, minutes, scale
from bot.core.typed.clocks import clock, clocks
from bot.core.typed.dates import typed_day

SCALE = 5
LONGEST_PART = 7  # words of a part that is tried by itself
MOST_WORDS = 24  # of a sentence that are looked at
MEANINGS = {
    Asked.MINUTES: Meaning.MINUTES,
    Asked.COUNT: Meaning.COUNT,
    Asked.CONTROL: Meaning.NUMBER,
    Asked.TIME: Meaning.TIME,
    Asked.DATE: Meaning.DATE,
}
_Reader = Callable[[str, Snapshot], Value | None]
_READERS: Mapping[Asked, _Reader] = {
    Asked.MINUTES: minutes,
    Asked.COUNT: count,
    Asked.CONTROL: lambda text, snapshot: scale(text, snapshot, SCALE),
    Asked.TIME: lambda text, snapshot: max(clocks(text, snapshot), default=None),
    Asked.DATE: typed_day,
}
_UNITS = ("hour", "minute", "half-hour", "quarter-hour", "three-quarters")
_STARTS = {
    Asked.MINUTES: _UNITS,
    Asked.COUNT: ("once", "twice"),
    Asked.CONTROL: ("highest", "lowest"),
    Asked.TIME: ("noon", "midnight", "half", "quarter", "one-oclock"),
    Asked.DATE: ("tomorrow", "after-tomorrow", "next-week", "next-month", "week", "month",
                 *(f"weekday-{n}" for n in range(7)), *(f"month-{n}" for n in range(1, 13)),
                 *(f"feast-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 32))),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """`value`: the last one, which often mends or sums up the others. `whole`: nothing else is in the line.
    `several`: the line holds another one. `likely`: a time without its half of the day; the value is that of
    the evening. `place`: a mere figure within a sentence that may be a place on the scale of control."""

    value: Value
    whole: bool
    several: bool = False
    likely: bool = False
    place: bool = False


class Values:
    """Reads values by the grammar's words: language → class → phrases."""

    def __init__(self, grammar: Mapping[str, Mapping[str, frozenset[str]]]) -> None:
        self._grammar = grammar
        self._library = Library({}, (), {}, {}, {}, grammar=grammar)

    def find(self, text: str, language: str, asked: Asked, today: date) -> Found | None:
        """None where the question asks for no value, or the line has none."""
        reader = _READERS.get(asked)
        if reader is None or not text.strip():
            return None
        snapshot = self._snapshot(language, today)
        text = _without_emoji(text, asked)
        whole = reader(text, snapshot)
        if whole is not None:
            return Found(whole, whole=True, likely=asked is Asked.TIME and clock(text, snapshot) != whole)
        values = list(self._within(text, asked, reader, snapshot))
        if not values:
            return None
        likely = asked is Asked.TIME and list(self._within(text, asked, clock, snapshot)) != values
        place = asked is Asked.MINUTES and values[-1] in range(1, SCALE + 1)
        return Found(values[-1], whole=False, several=len(values) > 1, likely=likely, place=place)

    def days(self, text: str, language: str, today: date) -> tuple[int, ...] | None:
        """The days of the week that a line names."""
        return weekdays.parse(text, self._snapshot(language, today))

    def has_length(self, text: str, language: str, today: date) -> float | None:
        """A length of time with its unit that is the whole line."""
        return minutes(text, self._snapshot(language, today), bare=False)

    def _within(self, text: str, asked: Asked, reader: _Reader, snapshot: Snapshot) -> Iterator[Value]:
        """The values of the longest parts that have one, from left to right."""
        words = text[: lexemes.LONGEST].split()[:MOST_WORDS]
        telling = [self._tells(word, asked, snapshot) for word in words]
        at = 0
        while at < len(words):
            length, value = _longest(words, telling, at, reader, snapshot)
            if value is not None:
                yield value
            at += length

    def _tells(self, word: str, asked: Asked, snapshot: Snapshot) -> bool:
        """Whether a word is a number or stands for a value of the kind that is asked for."""
        least = 1 if asked is Asked.CONTROL else 2  # "one" is seldom a number in a sentence
        classes = (*_STARTS[asked], *lexemes.NUMBER_WORDS[least:])
        spoken = self._grammar.get(snapshot.person.language, {})
        raw = lexemes.normal(word)
        return any(char.isdecimal() for char in word) or any(raw in spoken.get(name, ()) for name in classes)

    def _snapshot(self, language: str, today: date) -> Snapshot:
        now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
        return Snapshot(Person(0, language=language), now, today, self._library)


def _without_emoji(text: str, asked: Asked) -> str:
    """Emoji say nothing about a value but for stars on a scale; a line of nothing else stays."""
    if asked is Asked.CONTROL:
        return text
    return "".join(" " if unicodedata.category(c) == "So" else c for c in text).strip() or text


def _longest(
    words: list[str], telling: list[bool], at: int, reader: _Reader, snapshot: Snapshot
) -> tuple[int, Value | None]:
    """How many words the longest part from `at` on takes, and its value; one word and None where none has."""
    for length in range(min(LONGEST_PART, len(words) - at), 0, -1):
        if any(telling[at : at + length]):
            value = reader(" ".join(words[at : at + length]), snapshot)
            if value is not None:
                return length, value
    return 1, None
