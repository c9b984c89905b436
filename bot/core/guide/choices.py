"""What can be said with a slash command, where there is a list: for platforms that complete what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.core.account import privacy
from bot.core.checkin import checkin, view
from bot.core.model.messages import Button, button
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.preferences import pause, settings
from bot.core.progress import habits


def choices(command: str, snapshot: Snapshot) -> tuple[Button, ...]:
    """The arguments that `command` takes, each as a button whose token is the bare argument."""
    found = BY_COMMAND.get(command)
    return found(snapshot) if found else ()


def _plans(snapshot: Snapshot) -> tuple[Button, ...]:
    """The person's own running plans, then the catalogue's others."""
    running = tuple(Button(str(e.id), e.title) for e in snapshot.running)
    taken = {e.slug for e in snapshot.running}
    others = (plan for plan in snapshot.library.plans.values() if plan.slug not in taken)
    return (*running, *(Button(plan.slug, plan.text("name")) for plan in others))


def _days(snapshot: Snapshot) -> tuple[Button, ...]:
    """The days that can still be filled in, and have a plan that applies."""
    days = (snapshot.today - timedelta(days=n) for n in range(checkin.OPEN_DAYS))
    return tuple(
        Button(day.isoformat(), view.title(day, snapshot)) for day in days if habits.applying(snapshot, day)
    )


def _pauses(snapshot: Snapshot) -> tuple[Button, ...]:
    lengths = tuple(button(str(days), "pause-days", days=days) for days in pause.DAYS)
    return (*((Button("off", pause.OFF.label),) if pause.is_paused(snapshot) else ()), *lengths)


def _settings(snapshot: Snapshot) -> tuple[Button, ...]:
    return tuple(button(name, f"settings-open-{name}") for name in settings.STEPS)


def _privacy(snapshot: Snapshot) -> tuple[Button, ...]:
    if snapshot.person.status is Status.NEW and not snapshot.person.id:
        return ()  # nothing is stored of somebody who was never here
    return (Button("export", privacy.EXPORT.label), Button("erase", privacy.ERASE.label))


BY_COMMAND: Mapping[str, Callable[[Snapshot], tuple[Button, ...]]] = {
    "plans": _plans,
    "checkin": _days,
    "pause": _pauses,
    "settings": _settings,
    "privacy": _privacy,
}
