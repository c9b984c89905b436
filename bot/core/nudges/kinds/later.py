"""The "later": the check-in once more today, at the moment for which the person asked."""

from __future__ import annotations

from datetime import date, datetime

from bot.core.model.messages import Text
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.nudges.asking import ASKING_NEEDS, around_question
from bot.core.nudges.ceiling import Share
from bot.core.nudges.rules import NudgeRules
from bot.core.progress import habits


def obsolete(day: date, due_at: datetime, snapshot: Snapshot) -> str:
    """Stale once the day is over, answered once no plan waits for an answer."""
    if snapshot.today != day:
        return "stale"
    return "" if habits.unanswered(snapshot, day) else "answered"


RULES = NudgeRules(
    NudgeKind.LATER,
    flow="checkin",
    opening="day",
    needs=ASKING_NEEDS,
    share=Share(counts_as=NudgeKind.REMINDER),
    obsolete=obsolete,
    waits=lambda until, snapshot: False,
    words=lambda opening, snapshot: around_question(opening, above=Text("nudge-later")),
    why=lambda person: Text("why-later"),
    requested=True,
    on_return=True,
)
