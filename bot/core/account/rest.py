"""/stop: one word ends all messages. One press takes up again, after a stop as after the answer of care."""

from __future__ import annotations

from bot.core.conversation.flow import Command, Flow, StepResult, reply_with, say
from bot.core.guide.doors import TODAY
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Reply
from bot.core.model.person import RestReason
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import ahead


def stop(argument: str, snapshot: Snapshot) -> StepResult:
    """No question, no hook: it is over at once, and saying it again says the same."""
    return reply_with(Reply("rest-stopped")).doing(UpdatePerson({"rest": RestReason.STOPPED})).clearing()


def take_up(snapshot: Snapshot) -> StepResult:
    """Coaching goes on from here: at its daily pace, and without a pause that was set before."""
    changes = {"rest": RestReason.NO, "ignored": 0, "paused_until": None}
    if not snapshot.person.onboarded:
        return say("rest-on-new").doing(UpdatePerson(changes))
    first = ahead.next_message(snapshot, snapshot.today, **changes)
    turn = say("rest-on-at", buttons=(TODAY,), **first) if first else say("rest-on", buttons=(TODAY,))
    return turn.doing(UpdatePerson(changes))


def on(value: str, snapshot: Snapshot) -> StepResult:
    """The button "go on"."""
    return take_up(snapshot)


FLOW = Flow(
    "rest",
    buttons={"on": on},
    commands=(Command("stop", stop, topic="messages", in_words=True, urgent=True),),
    open_to_all=True,
)
