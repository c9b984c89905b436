"""Rehearsals of personas, one after the other, on stages of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable

from bot.rehearsal.life import Life, begins
from bot.rehearsal.personas import Persona
from bot.rehearsal.record import Rehearsal
from bot.rehearsal.stage import CoachContent, stages


async def rehearse(
    content: CoachContent, parts: Iterable[tuple[Persona, str]], days: int
) -> AsyncIterator[Rehearsal]:
    """A rehearsal of so many days for each persona and language, as soon as it is over."""
    async with stages(content) as made:
        for persona, language in parts:
            async with made.stage(begins(persona)) as stage:
                yield await Life(persona, language, stage).live(days)
