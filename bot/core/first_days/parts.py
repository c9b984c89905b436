"""One small thing on each of the first days, below the check-in that ends the day.

What the itch is, unless that was said; something to do instead, for just that state; a lesson; to open an app
on purpose and close it again; somebody who could know. Each comes once, one a day, in this order, and only
while nothing else has to be said. The first weekly message looks back on them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from bot.core.learn import lessons
from bot.core.model.effects import CountPromptAsked
from bot.core.model.library import Itch
from bot.core.model.messages import Button, Text, button
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token

SHOWN = "first-"  # how the names of the parts begin among the prompts that were asked
DAYS = range(1, 11)  # days since the first plan began

Part: TypeAlias = tuple[Text, tuple[Button, ...]]
Made: TypeAlias = tuple[Text, tuple[Button, ...], CountPromptAsked]


def of_today(day: date, snapshot: Snapshot) -> Made | None:
    """The line below the check-in of a day, its buttons, and the effect of having shown it; None where it is
    time for none. Reads the prompts that were asked."""
    if day != snapshot.today or _days(snapshot) not in DAYS:
        return None
    shown = {name for name in snapshot.asked if name.startswith(SHOWN)}
    if len(shown) >= _days(snapshot):
        return None
    for name, part in PARTS.items():
        if f"{SHOWN}{name}" not in shown and (made := part(snapshot)):
            return (*made, CountPromptAsked(f"{SHOWN}{name}", snapshot.today))
    return None


def _days(snapshot: Snapshot) -> int:
    """Days since the first plan began; -1 without one."""
    begun = min((e.started_on for e in snapshot.enrolments), default=None)
    return (snapshot.today - begun).days if begun and snapshot.running else -1


def _itch(snapshot: Snapshot) -> Part | None:
    if snapshot.person.itch:
        return None
    ways = (button(Token("settings", "itch", itch), f"itch-{itch}") for itch in Itch)
    return Text("first-itch"), tuple(ways)


def _instead(snapshot: Snapshot) -> Part | None:
    """Something for the state that the person named, onto the own list of `/swap`."""
    if snapshot.person.itch not in tuple(Itch):
        return None
    ways = (button(Token("swap", "list"), "first-instead-write"), button(Token("swap", "show"), "swap-ideas"))
    return Text(f"first-instead-{snapshot.person.itch}"), ways


def _lesson(snapshot: Snapshot) -> Part | None:
    lesson = lessons.choose(snapshot)
    if lesson is None:
        return None
    read = button(Token("learn", "read", lesson.slug), "week-read")
    return Text("first-lesson", {"title": lesson.text("title")}), (read,)


def _door(snapshot: Snapshot) -> Part | None:
    return Text("first-door"), ()


def _somebody(snapshot: Snapshot) -> Part | None:
    return Text("first-somebody"), (button(Token("first", "words"), "first-words"),)


PARTS: dict[str, Callable[[Snapshot], Part | None]] = {
    "itch": _itch,
    "instead": _instead,
    "lesson": _lesson,
    "door": _door,
    "somebody": _somebody,
}
