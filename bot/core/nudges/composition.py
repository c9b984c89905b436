"""The words of a message that the coach sends of its own accord. Each says why it comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.calendar import timing
from bot.core.checkin import checkin
from bot.core.conversation.flow import StepResult
from bot.core.journal import reflect
from bot.core.model.journal import JournalQuery
from bot.core.model.messages import Text
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.plans import look_back
from bot.core.week import week

_NEEDS = {
    NudgeKind.CHECKIN: SnapshotNeeds(decisions=True),
    NudgeKind.REMINDER: SnapshotNeeds(decisions=True),
    NudgeKind.LATER: SnapshotNeeds(decisions=True),
    NudgeKind.REFLECTION: SnapshotNeeds(history=True, prompts=True),
    NudgeKind.WEEK: SnapshotNeeds(history=True, decisions=True, journal=JournalQuery(recent=True)),
}


def needs(kind: NudgeKind) -> SnapshotNeeds:
    """What the words of a message of `kind` read of the snapshot."""
    return _NEEDS[kind]


def compose(kind: NudgeKind, day: date, snapshot: Snapshot) -> StepResult:
    """The message of `kind` about the local day `day`."""
    if kind is NudgeKind.REFLECTION:
        return replace(reflect.nudge(snapshot), flow=reflect.FLOW.name)
    if kind is NudgeKind.WEEK:
        turn = week.weekly(snapshot) if snapshot.running else look_back.last_word(snapshot)
        return replace(turn, flow=week.FLOW.name)
    return _asking(
        Text(f"nudge-{kind}"), day, snapshot, slower=_slower(snapshot) if kind is NudgeKind.CHECKIN else None
    )


def _asking(opening: Text, day: date, snapshot: Snapshot, *, slower: Text | None) -> StepResult:
    """The check-in's own question, below a line that says why it comes now."""
    turn = checkin.ask(day, snapshot)
    question = turn.replies[-1]
    lines = (opening, question.text) if slower is None else (opening, question.text, slower)
    asked = replace(question, key="nudge-lines", args={"lines": lines}, edits=False)
    return replace(turn, replies=(asked,), flow=checkin.FLOW.name)


def _slower(snapshot: Snapshot) -> Text | None:
    """What is said once, with the check-in after which the coach writes less often."""
    now, then = timing.pace(snapshot.person.ignored), timing.pace(snapshot.person.ignored + 1)
    return Text(f"nudge-slower-{then.name}") if now is not then else None
