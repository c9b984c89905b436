"""A stated age, read from words. The reading is strict where it lets somebody in, and generous where it does
not: "I'm almost 13" and "under 13" are younger, "I'm 15 minutes late" states no age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from bot.core.model.snapshot import Snapshot
from bot.core.typed import understand

LEAST = 13  # years
OLDEST = 120
BUTTONS = 3  # a bare number up to this one rather means a button than an age


class Stated(StrEnum):
    """The age that a line states of its author. NOTHING: none, or none that is certain."""

    NOTHING = "nothing"
    YOUNGER = "younger"
    OLD_ENOUGH = "old-enough"


def stated(text: str, snapshot: Snapshot) -> Stated:
    """The age that a line states, in the person's language or in the default one."""
    line = understand.normal(text[:200])
    lexicon, codes = snapshot.library.lexicon, (snapshot.person.language, snapshot.library.default_language)
    readings = [_stated(line, lexicon[code]) for code in codes if code in lexicon]
    if Stated.YOUNGER in readings:
        return Stated.YOUNGER
    return Stated.OLD_ENOUGH if Stated.OLD_ENOUGH in readings else Stated.NOTHING


def _stated(line: str, words: Mapping[str, frozenset[str]]) -> Stated:
    if line in words.get("younger", ()):
        return Stated.YOUNGER
    if line in words.get("adult", ()):
        return Stated.OLD_ENOUGH
    if found := re.search(rf"\b{_any(words, 'age-less')}\s+(\d{{1,3}})\b", line):
        return Stated.YOUNGER if int(found[1]) <= LEAST else Stated.NOTHING
    return _old_enough(_age(line, words))


def _age(line: str, words: Mapping[str, frozenset[str]]) -> int:
    """The years said: as one's own, or by a line that says nothing else. 0 for none."""
    mine, years, then, yes = (_any(words, name) for name in ("age-mine", "age-years", "age-then", "yes"))
    if own := re.search(rf"\b{mine}\s+(\d{{1,3}})(?=$|\s+(?:{years}|{then})\b)", line):
        return int(own[1])
    bare = re.fullmatch(rf"(?:{yes}\s+)?(\d{{1,3}})(?:\s+{years})?", line)
    return int(bare[1]) if bare and int(bare[1]) > BUTTONS else 0


def _old_enough(age: int) -> Stated:
    if not 0 < age <= OLDEST:
        return Stated.NOTHING
    return Stated.OLD_ENOUGH if age >= LEAST else Stated.YOUNGER


def _any(words: Mapping[str, Iterable[str]], name: str) -> str:
    """A pattern for one of the phrases of that name; one that matches nothing for an empty list."""
    listed = sorted(map(re.escape, words.get(name, ())), key=len, reverse=True)
    return f"(?:{'|'.join(listed)})" if listed else "(?!)"
