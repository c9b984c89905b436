"""The goodbye of a coach: it writes less and less, and then not at all.

From the day on which the person chose it, only one short message is left: in each of four weeks, then every
second week, then once in four. The last one says goodbye. A word brings the check-ins back.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.model.person import Person

WEEK_DAYS = 7
WEEKS = (1, 2, 3, 4, 6, 8, 12, 16)  # since the choice, in which a message comes
LASTS = timedelta(days=WEEK_DAYS * (WEEKS[-1] + 1))


def tapers(person: Person) -> bool:
    """Whether the coach writes less and less, or has said goodbye."""
    return person.tapers_since is not None


def speaks_on(day: date, person: Person) -> bool:
    """Whether a message may come on that local day, the day of the person's weekly message."""
    return _week(day, person) in WEEKS


def is_last(day: date, person: Person) -> bool:
    """Whether the message of that day says goodbye."""
    return _week(day, person) >= WEEKS[-1]


def _week(day: date, person: Person) -> int:
    """The week since the choice, from 1; 0 on its day, and where nothing was chosen."""
    days = (day - person.tapers_since).days if person.tapers_since else 0
    return -(-days // WEEK_DAYS)
