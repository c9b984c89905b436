"""The answer to what got in the way: to the obstacle that was pressed, or that own words speak of.

The words are matched with phrases of the lexicon (`obstacle-<kind>`). Where none is found, no advice comes.
"""

from __future__ import annotations

from datetime import date

from bot.core.model.journal import NOTE, OBSTACLE
from bot.core.model.messages import Text
from bot.core.model.snapshot import Snapshot
from bot.core.typed import own_words, within

# In the order in which they are looked for: what is named outright comes before a mood.
KINDS = ("forgot", "near", "habit", "others", "work", "tired", "stress", "bored", "time", "came-up", "mood")
WORDINGS = 2  # of each answer, in turn


def tip(kind: str, day: date) -> Text:
    """The answer to an obstacle of that kind."""
    return Text(f"checkin-tip-{kind}-{day.toordinal() % WORDINGS + 1}")


def answer(words: str, day: date, snapshot: Snapshot) -> Text:
    """The answer to own words, and where they are kept."""
    kind = kind_of(words, snapshot)
    return Text("checkin-tip-said", {"tip": tip(kind, day)}) if kind else Text("checkin-note-kept")


def kind_of(words: str, snapshot: Snapshot) -> str:
    """The obstacle that own words tell of, "" for none, and for words that are not to be worked on."""
    if stored_as(words, snapshot) != OBSTACLE:
        return ""
    return next((kind for kind in KINDS if within.holds(words, (f"obstacle-{kind}",), snapshot)), "")


def stored_as(words: str, snapshot: Snapshot) -> str:
    """Words of hurt, names and danger are a line on the day, and no obstacle to be worked on."""
    return OBSTACLE if own_words.may_come_back(words, snapshot) else NOTE
