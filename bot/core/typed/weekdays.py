"""Days of the week, typed and shown. 0 is Monday."""

from __future__ import annotations

import re

from bot.core.model.messages import Text
from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes
from bot.core.typed.lexemes import Lexeme

EVERY_DAY, WEEKDAYS, WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)
SETS = {"every-day": EVERY_DAY, "weekdays": WEEKDAYS, "weekend": WEEKEND}
_NAMES = {f"weekday-{day}": day for day in EVERY_DAY}
_CLASSES = (*_NAMES, *SETS, "except", "alternate", "all", "through")
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")


def parse(text: str, snapshot: Snapshot) -> tuple[int, ...] | None:
    """The days that a line names ("mon wed fri", "Monday and Thursday", "mon-fri", "every day but Sunday",
    "not monday"); None for none, and for what is no fixed day of the week ("every other day").

    After a word of exception, days are taken away; where nothing stands before it, from the whole week. Other
    words are not minded: the days are shown again before they count.
    """
    line = _line(text, snapshot)
    if any(lexeme.kind == "alternate" for lexeme in line):
        return None
    starts = [n for n, lexeme in enumerate(line) if lexeme.kind == "except"]
    if not starts:
        return _sorted(_named(line))
    before, after = _named(line[: starts[0]]), _named(line[starts[0] :])
    return _sorted((before or set(EVERY_DAY)) - after) if after else None


def _line(text: str, snapshot: Snapshot) -> tuple[Lexeme, ...]:
    """The line's lexemes; a dash is a word, so that it can join two days."""
    words = {**lexemes.words_of(snapshot)}
    words["through"] = words.get("through", frozenset()) | {"thru"}
    return lexemes.read(_DASH.sub(" thru ", text[: lexemes.LONGEST]), words, _CLASSES)


def _named(line: tuple[Lexeme, ...]) -> set[int]:
    kinds = [lexeme.kind for lexeme in line]
    if kinds == ["all"]:
        return set(EVERY_DAY)
    found = {_NAMES[kind] for kind in kinds if kind in _NAMES}
    for name, days in SETS.items():
        found.update(days if name in kinds else ())
    for first, joint, last in zip(kinds, kinds[1:], kinds[2:], strict=False):
        if joint == "through" and first in _NAMES and last in _NAMES:
            found |= {(_NAMES[first] + n) % 7 for n in range((_NAMES[last] - _NAMES[first]) % 7)}
    return found


def _sorted(days: set[int]) -> tuple[int, ...] | None:
    return tuple(sorted(days)) or None


def words(days: tuple[int, ...]) -> Text:
    """Days of the week in words: "every day", or a list."""
    known = next((name for name, those in SETS.items() if those == tuple(sorted(days))), None)
    if known or not days:
        return Text(f"mine-{known or 'every-day'}")
    *first, last = (Text(f"mine-day-{day}") for day in sorted(days))
    joined = last
    for day in reversed(first):
        joined = Text("mine-days-list" if joined is not last else "mine-days-last", {"a": day, "b": joined})
    return joined
