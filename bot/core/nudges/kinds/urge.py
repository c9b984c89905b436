"""How it is after the two minutes of `/urge`: the end of an answer that the person asked for, at any hour."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.core.model.messages import Text
from bot.core.model.moment import UrgeOutcome
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.nudges.ceiling import Share
from bot.core.nudges.rules import NudgeRules

LATEST = timedelta(hours=1)  # after its moment; later on the question has lost its sense


def obsolete(day: date, due_at: datetime, snapshot: Snapshot) -> str:
    """Stale an hour after its moment, answered once the person has said how it went."""
    if snapshot.now - due_at > LATEST:
        return "stale"
    begun = snapshot.tried and snapshot.tried[-1].outcome is UrgeOutcome.OPEN
    return "" if begun else "answered"


RULES = NudgeRules(
    NudgeKind.URGE,
    flow="urge",
    opening="over",
    needs=SnapshotNeeds(moment=True),
    share=Share(),
    obsolete=obsolete,
    waits=lambda until, snapshot: False,
    why=lambda person: Text("why-urge"),
    requested=True,
    on_return=True,
)
