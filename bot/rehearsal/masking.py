"""Texts as they are compared for repeats: without figures, days, months, names, plans and steps."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel.dates import get_day_names, get_month_names

from bot.content.wording import Wording
from bot.core.model.library import Library
from bot.core.model.messages import Text
from bot.rehearsal.personas import Persona

GAP = "▢"
NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


class Mask:
    """Puts a gap in place of each of these names and of each number."""

    def __init__(self, names: Iterable[str]) -> None:
        longest_first = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
        some = "|".join(map(re.escape, longest_first))
        self._names = re.compile(rf"(?<!\w)(?:{some})(?!\w)", re.IGNORECASE) if some else None

    def __call__(self, text: str) -> str:
        """The text with its gaps, on one line.

        >>> Mask(["Monday"])("On  Monday, 45 min")
        'On ▢, ▢ min'
        """
        masked = self._names.sub(GAP, text) if self._names else text
        return " ".join(NUMBER.sub(GAP, masked).split())


def mask(persona: Persona, language: str, library: Library, wording: Wording) -> Mask:
    """The mask for what one persona hears in one language."""
    locale = wording.match(language).replace("-", "_")
    plans = (
        wording.plain(plan.text(part), language)
        for plan in library.plans.values()
        for part in ("name", *(f"{kind}-{step.slug}" for kind in ("step", "short") for step in plan.steps))
    )
    calendar = (*get_day_names(locale=locale).values(), *get_month_names(locale=locale).values())
    own = (line for kind in ("plan-name", "plan-action") for line in persona.voice[language].get(kind, ()))
    return Mask((*plans, *calendar, *own))


def prompts(track: str, language: str, library: Library, wording: Wording) -> tuple[str, ...]:
    """The words of the prompts of one track."""
    slugs = (prompt.slug for prompt in library.prompts if prompt.theme == track)
    return tuple(wording.plain(Text(f"prompt-{slug}"), language) for slug in slugs)
