"""The one fixed answer to words of self-harm: warmth, real help, and a rest from coaching."""

from __future__ import annotations

from bot.core.model.effects import Effect, UpdatePerson
from bot.core.model.messages import Reply, button
from bot.core.model.person import RestReason


def replies() -> tuple[Reply, ...]:
    """The same words for everybody: never generated, no assessment, nothing about methods."""
    return (Reply("care-help", buttons=(button("rest.on", "care-go-on"),)),)


def effects() -> tuple[Effect, ...]:
    return (UpdatePerson({"rest": RestReason.CARE}),)
