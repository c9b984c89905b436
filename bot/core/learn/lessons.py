"""Which lesson comes next. Deterministic: the same facts give the same lesson."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.model.library import Lesson, Theme, WeekTheme
from bot.core.model.snapshot import Snapshot

SHOWN = "lesson-"  # how the names of lessons begin among the prompts that were asked
WEEK_DAYS = 7
MINE = 2  # how near a lesson is that serves what matters to the person


def choose(snapshot: Snapshot, theme: Theme | None = None, *, but: str = "") -> Lesson | None:
    """The next lesson, of `theme` where one is named; not `but`, if there is another.

    The least shown comes first, of these the ones for what matters to the person, then the ones for their
    plans, in an order that turns from week to week. None only where the catalogue has none.
    """
    found = [one for one in snapshot.library.lessons if theme in (None, one.theme)]
    turned = (snapshot.person.id + snapshot.today.toordinal() // WEEK_DAYS) % len(found) if found else 0
    order = sorted((*found[turned:], *found[:turned]), key=lambda one: _rank(one, but, snapshot))
    return order[0] if order else None


def of_week(theme: WeekTheme, snapshot: Snapshot) -> Lesson | None:
    """The lesson of a week with a theme: one of the theme's that serves what matters to the person. Where
    none does, every second week keeps to the theme, and the others to the person."""
    found = [one for one in snapshot.library.lessons if one.slug in theme.lessons]
    order = sorted(found, key=lambda one: _rank(one, "", snapshot))
    if not order or (_nearness(order[0], snapshot) < MINE and _is_odd_week(snapshot)):
        return choose(snapshot)
    return order[0]


def _is_odd_week(snapshot: Snapshot) -> bool:
    return bool(snapshot.today.toordinal() // WEEK_DAYS % 2)


def _rank(lesson: Lesson, but: str, snapshot: Snapshot) -> tuple[bool, int, int]:
    shown = snapshot.asked.get(f"{SHOWN}{lesson.slug}", 0)
    return lesson.slug == but, shown, -_nearness(lesson, snapshot)


def _nearness(lesson: Lesson, snapshot: Snapshot) -> int:
    """MINE for what matters to the person, 1 for what their plans serve, 0 else."""
    if snapshot.person.focus in lesson.tracks:
        return MINE
    plans = (snapshot.plan(enrolment) for enrolment in snapshot.running)
    return int(any(track in lesson.tracks for plan in plans if plan for track in plan.tracks))


def by_slug(slug: str, snapshot: Snapshot) -> Lesson | None:
    """The lesson of that name; None where the catalogue has no such lesson (any more)."""
    return next((one for one in snapshot.library.lessons if one.slug == slug), None)


def themes(snapshot: Snapshot) -> Sequence[Theme]:
    """The themes that have a lesson, in their order."""
    present = {one.theme for one in snapshot.library.lessons}
    return [theme for theme in Theme if theme in present]
