"""/stop: one word ends all messages. One press takes up again, after a stop as after the answer of care."""

from __future__ import annotations

from bot.core.conversation.flow import Flow, Turn, say
from bot.core.guide.talk import TODAY
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Reply
from bot.core.model.person import Rest
from bot.core.model.snapshot import Facts
from bot.core.nudges import ahead


def stop(argument: str, facts: Facts) -> Turn:
    """No question, no hook: it is over at once, and saying it again says the same."""
    return Turn((Reply("rest-stopped"),), (UpdatePerson({"rest": Rest.STOPPED}),), clears=True)


def take_up(facts: Facts) -> Turn:
    """Coaching goes on from here: at its daily pace, and without a pause that was set before."""
    changes = {"rest": Rest.NO, "ignored": 0, "paused_until": None}
    if not facts.person.onboarded:
        return say("rest-on-new").doing(UpdatePerson(changes))
    first = ahead.next_message(facts, facts.today, **changes)
    turn = say("rest-on-at", buttons=(TODAY,), **first) if first else say("rest-on", buttons=(TODAY,))
    return turn.doing(UpdatePerson(changes))


def on(value: str, facts: Facts) -> Turn:
    """The button "go on"."""
    return take_up(facts)


FLOW = Flow("rest", buttons={"on": on}, commands={"stop": stop}, open_to_all=True)
