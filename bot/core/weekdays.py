"""Days of the week, typed and shown. 0 is Monday."""

from __future__ import annotations

import re

from bot.core import understand
from bot.core.messages import Text
from bot.core.model import Facts

EVERY_DAY, WEEKDAYS, WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)
SETS = {"every-day": EVERY_DAY, "weekdays": WEEKDAYS, "weekend": WEEKEND}
_DASH = "_"  # a word that nobody types between days
_LONGEST = 200  # characters that a list of days may have


def parse(text: str, facts: Facts) -> tuple[int, ...] | None:
    """The days that a line names ("mon wed fri", "Monday and Thursday", "mon-fri"); None for none.

    The names are the lexicon's: "weekday-0" to "weekday-6", "every-day", "weekdays", "weekend", and "through"
    for what may stand between the ends of a span. Other words are not minded: the days are shown again
    before they count.
    """
    lexicon = facts.library.lexicon.get(facts.person.language, {})
    if whole := next(
        (d for name, d in SETS.items() if understand.normal(text[:_LONGEST]) in lexicon.get(name, ())), None
    ):
        return whole
    joints = lexicon.get("through", frozenset()) | {_DASH}
    named = {phrase: day for day in EVERY_DAY for phrase in lexicon.get(f"weekday-{day}", ())}
    words = understand.normal(re.sub(r"[-–—]", f" {_DASH} ", text[:_LONGEST])).split()
    found = {named[word] for word in words if word in named}
    for name in ("weekdays", "weekend"):  # not "todos": it is part of "todos los lunes"
        found.update(SETS[name] if lexicon.get(name, frozenset()) & set(words) else ())
    for first, joint, last in zip(words, words[1:], words[2:], strict=False):
        if joint in joints and first in named and last in named:
            found |= {(named[first] + n) % 7 for n in range((named[last] - named[first]) % 7)}
    return tuple(sorted(found)) or None


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
