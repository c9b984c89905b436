"""What is handed over to a person, put in words: plans as they are known, not as keys of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.core.flows import plan_views
from bot.core.library import Library, Plan
from bot.core.messages import Text
from bot.core.model import Phrase
from bot.core.steps import step_at, step_words
from bot.wording import Wording


def in_words(plans: Iterable[dict[str, Any]], library: Library, wording: Wording, language: str) -> None:
    """Add the words of the catalogue to the plans of an export: their name, their step, both halves of the
    if–then. What the catalogue no longer has stays as it is stored."""
    for stored in plans:
        plan = library.plans.get(stored["slug"])
        for half in ("cue", "action"):
            if (words := stored[half]) and (text := plan_views.half_text(plan, Phrase(**words))):
                stored[half] = {**words, "words": wording.plain(text, language)}
        if plan is not None:
            texts = {"name": plan.text("name"), "step_in_words": _step(plan, stored["step"])}
            stored |= {name: wording.plain(text, language) for name, text in texts.items()}


def _step(plan: Plan, number: int) -> Text:
    return step_words(plan.slug, step_at(plan, number))
