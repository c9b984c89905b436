"""The one fixed answer to words of self-harm: warmth, real help, and a rest from coaching."""

from __future__ import annotations

from bot.core.conversation.flow import StepResult, say
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import button
from bot.core.model.person import RestReason
from bot.core.model.token import Token


def answer() -> StepResult:
    """The same words for everybody: never generated, no assessment, nothing about methods."""
    go_on = button(Token("rest", "on"), "care-go-on")
    return say("care-help", buttons=(go_on,)).doing(UpdatePerson({"rest": RestReason.CARE}))
