"""What can be said with a slash command, where there is a list: for platforms that complete what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.core.account import privacy
from bot.core.checkin import checkin, view
from bot.core.model.messages import Button, button
from bot.core.model.person import Status
from bot.core.model.snapshot import Facts
from bot.core.preferences import pause, settings
from bot.core.progress import habits


def choices(command: str, facts: Facts) -> tuple[Button, ...]:
    """The arguments that `command` takes, each as a button whose token is the bare argument."""
    found = BY_COMMAND.get(command)
    return found(facts) if found else ()


def _plans(facts: Facts) -> tuple[Button, ...]:
    """The person's own running plans, then the catalogue's others."""
    running = tuple(Button(str(e.id), e.title) for e in facts.running)
    taken = {e.slug for e in facts.running}
    others = (plan for plan in facts.library.plans.values() if plan.slug not in taken)
    return (*running, *(Button(plan.slug, plan.text("name")) for plan in others))


def _days(facts: Facts) -> tuple[Button, ...]:
    """The days that can still be filled in, and have a plan that applies."""
    days = (facts.today - timedelta(days=n) for n in range(checkin.OPEN_DAYS))
    return tuple(
        Button(day.isoformat(), view.title(day, facts)) for day in days if habits.applying(facts, day)
    )


def _pauses(facts: Facts) -> tuple[Button, ...]:
    lengths = tuple(button(str(days), "pause-days", days=days) for days in pause.DAYS)
    return (*((Button("off", pause.OFF.label),) if pause.is_paused(facts) else ()), *lengths)


def _settings(facts: Facts) -> tuple[Button, ...]:
    return tuple(button(name, f"settings-open-{name}") for name in settings.STEPS)


def _privacy(facts: Facts) -> tuple[Button, ...]:
    if facts.person.status is Status.NEW and not facts.person.id:
        return ()  # nothing is stored of somebody who was never here
    return (Button("export", privacy.EXPORT.label), Button("erase", privacy.ERASE.label))


BY_COMMAND: Mapping[str, Callable[[Facts], tuple[Button, ...]]] = {
    "plans": _plans,
    "checkin": _days,
    "pause": _pauses,
    "settings": _settings,
    "privacy": _privacy,
}
