"""The fixed answers to words of danger: warmth, real help, and for self-harm a rest from coaching. They are
never generated, assess nothing, and say nothing about methods."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.conversation.flow import Flow, StepResult, say
from bot.core.guide.doors import TODAY
from bot.core.model.aside import Aside
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import button
from bot.core.model.person import RestReason
from bot.core.model.reading import Safety
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token

YES = button(Token("care", "yes"), "care-unclear-yes")
FRIEND = button(Token("care", "friend"), "care-unclear-friend")
NO = button(Token("care", "no"), "care-unclear-no")
# Typed words that press these buttons, right after the question.
CHOICES = {
    "yes": YES.token, "care-me": YES.token, "care-friend": FRIEND.token,
    "no": NO.token, "care-expression": NO.token,
}  # fmt: skip
NOT_AGAIN = timedelta(days=1)  # after words were called an expression, others like them are not asked about
HARMS = {
    Safety.PICTURE_THREAT: "care-picture-threat",
    Safety.UNWANTED_CONTACT: "care-unwanted-contact",
    Safety.BULLYING: "care-bullying",
    Safety.VIOLENCE: "care-violence",
    Safety.EATING: "care-eating",
    Safety.FRIEND_AT_RISK: "care-friend",
}


def answer() -> StepResult:
    """The answer to words of self-harm, the same for everybody."""
    go_on = button(Token("rest", "on"), "care-go-on")
    return say("care-help", buttons=(go_on,)).doing(UpdatePerson({"rest": RestReason.CARE}))


def concern(danger: Safety) -> StepResult:
    """The answer to a harm; a caring question where words may mean self-harm."""
    if danger in HARMS:
        return say(HARMS[danger])
    return replace(say("care-unclear", buttons=(YES, FRIEND, NO)), aside=Aside(choices=CHOICES))


def confirmed(value: str, snapshot: Snapshot) -> StepResult:
    return answer()


def friend(value: str, snapshot: Snapshot) -> StepResult:
    return say("care-friend", buttons=(TODAY,))


def expression(value: str, snapshot: Snapshot) -> StepResult:
    """It was just an expression: doubtful words are not asked about again for a day. Clear ones always are
    answered."""
    return replace(
        say("care-unclear-thanks", buttons=(TODAY,)), aside=Aside(calm_until=snapshot.now + NOT_AGAIN)
    )


FLOW = Flow("care", buttons={"yes": confirmed, "friend": friend, "no": expression}, open_to_all=True)
