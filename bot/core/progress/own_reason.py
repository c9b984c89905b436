"""When a person's own reason is said back to them: on hard days, at turning points, and in a weekly summary.

The rule, in one place: never twice within a few days, and in a weekly summary at the latest, so that it comes
within a fortnight after it was written. Words with hurt, shame, a name or danger are never said back; a
weekly summary says then that they are kept.
"""

from __future__ import annotations

from enum import StrEnum

from bot.core.model.checkin import CheckinAnswer
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Text, own
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.typed.own_words import excerpt, may_come_back

MOST_WORDS = 25
VARIANTS = 3  # of the sentence around the words
MISSES = 2  # in a row make a hard day


class Occasion(StrEnum):
    """A moment at which the reason may be said back."""

    HARD_DAY = "hard"
    TURN = "turn"  # the step changes
    WEEK = "week"


APART = {Occasion.HARD_DAY: 2, Occasion.TURN: 3, Occasion.WEEK: 5}  # days since it was written or said back


def line(occasion: Occasion, snapshot: Snapshot) -> Text | None:
    """The reason within a sentence; None without a reason, where it was said of late, and where it is not to
    be said. Reads the own words."""
    person = snapshot.person
    since = person.why_said_on
    if not person.why.strip() or (since and (snapshot.today - since).days < APART[occasion]):
        return None
    if may_come_back(person.why, snapshot):
        variant = snapshot.today.toordinal() % VARIANTS + 1
        return Text(f"reason-{occasion}-{variant}", {"words": own(excerpt(person.why, MOST_WORDS))})
    return Text("reason-kept") if occasion is Occasion.WEEK else None


def said(snapshot: Snapshot) -> UpdatePerson:
    """The effect of having said it."""
    return UpdatePerson({"why_said_on": snapshot.today})


def is_hard(enrolment: Enrolment, snapshot: Snapshot) -> bool:
    """Whether the last answers of a plan, days that did not apply aside, are misses."""
    told = sorted(
        (day, entry.kept)
        for (number, day), entry in snapshot.entries.items()
        if number == enrolment.id and entry.kept is not CheckinAnswer.SKIPPED
    )
    last = [kept for _, kept in told[-MISSES:]]
    return len(last) == MISSES and set(last) == {CheckinAnswer.MISSED}
