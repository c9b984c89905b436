"""The stages of a turn that read what was typed, and count what was not understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.coach import ENGINE
from bot.core.conversation.stack import Stack
from bot.core.model.effects import Effect, NoteMissedLine
from bot.core.model.inputs import Incoming, TypedText
from bot.core.model.snapshot import Snapshot
from bot.turns.ports import LineReader, TurnMetrics


def understood(incoming: Incoming, stack: Stack, snapshot: Snapshot, reader: LineReader | None) -> Incoming:
    """The event, with the meaning of a typed line for the question that is open. `snapshot`: with the person
    only."""
    said = incoming.said
    if reader is None or not isinstance(said, TypedText):
        return incoming
    asked = ENGINE.asked(stack, snapshot)
    reading = reader.read(said.text, language=snapshot.person.language, asked=asked, today=snapshot.today)
    return replace(incoming, said=replace(said, reading=reading))


def count_missed(effects: Iterable[Effect], metrics: TurnMetrics) -> None:
    """Count the lines that a stored turn did not understand."""
    for effect in effects:
        if isinstance(effect, NoteMissedLine):
            metrics.missed_line(effect.language, effect.asked)
