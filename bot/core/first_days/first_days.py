"""A first gain at once, for the end of the first talk, and words to send to somebody who could know.

Buttons: `first.win` tells of the gain, `first.words` shows the words.
"""

from __future__ import annotations

from bot.core.conversation.flow import Flow, StepResult, say
from bot.core.guide.doors import TODAY
from bot.core.model.snapshot import Snapshot


def win(value: str, snapshot: Snapshot) -> StepResult:
    """One thing that works at once; nobody has to say whether they did it."""
    return say("first-win")


def words(value: str, snapshot: Snapshot) -> StepResult:
    """Words to copy and send; the coach sends nothing itself."""
    plan = next(iter(snapshot.running), None)
    if plan is None:
        return say("first-words-bare", buttons=(TODAY,))
    return say("first-words-said", name=plan.title)


FLOW = Flow("first", buttons={"win": win, "words": words})
