"""Which question to reflect on comes next. Deterministic: the same facts give the same question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core.learn.lessons import SHOWN
from bot.core.model.checkin import CheckinAnswer
from bot.core.model.library import Prompt, Track
from bot.core.model.snapshot import Snapshot
from bot.core.progress import week_theme

GENERAL, LAPSE, GOOD_WEEK, WEEK = "general", "lapse", "good-week", "week"
NO_PROMPTS = (SHOWN, "first-")  # how the names of lessons and of the first days begin among them
LAPSE_DAYS = 3  # a miss on one of so many last days is a recent one
GOOD_DAYS, GOOD_KEPT = 7, 5  # kept so often in so many days: a good week


def choose(snapshot: Snapshot, theme: str | None = None, *, but: str = "") -> Prompt | None:
    """The next prompt, of `theme` or of the one that fits the last days; not `but`, if there is another.
    Where nothing else fits better, it is one of the week's theme.

    The least asked comes first, so none comes again before its theme is used up; the order is the
    catalogue's, begun at another place for each person. None only where the catalogue has no prompts.
    """
    wanted = themes(snapshot) if theme is None else (theme,)
    pool = of_week(snapshot) if wanted == (WEEK,) else _of(wanted, snapshot)
    turned = snapshot.person.id % len(pool) if pool else 0
    order = sorted((*pool[turned:], *pool[:turned]), key=lambda p: (p.slug == but, _asked((p,), snapshot)))
    return order[0] if order else None


def themes(snapshot: Snapshot) -> tuple[str, ...]:
    """The themes of the next prompt. The first is about what the person said of themselves; then a lapse of
    the last days comes first, and else every second one is about them, or about their plans where they said
    nothing; the others are about the theme of the week, else about a good week or life in general."""
    mine = about_them(snapshot)
    asked = [times for name, times in snapshot.asked.items() if not name.startswith(NO_PROMPTS)]
    if mine and not asked:
        return mine
    if _count(snapshot, CheckinAnswer.MISSED, LAPSE_DAYS):
        return (LAPSE,)
    turn = sum(asked) % 2
    own = mine or _of_plans(snapshot)
    if own and turn == (0 if mine else 1):
        return own
    if of_week(snapshot):
        return (WEEK,)
    return (GOOD_WEEK,) if _count(snapshot, CheckinAnswer.KEPT, GOOD_DAYS) >= GOOD_KEPT else (GENERAL,)


def of_week(snapshot: Snapshot) -> tuple[Prompt, ...]:
    """The prompts of the week's theme."""
    theme = week_theme.of_week(snapshot)
    named = theme.prompts if theme else ()
    return tuple(p for p in snapshot.library.prompts if p.slug in named)


def about_them(snapshot: Snapshot) -> tuple[str, ...]:
    """The focus and the itch that the person named, as themes; empty without such prompts."""
    said = (snapshot.person.focus, snapshot.person.itch)
    return said if _of(said, snapshot, only=True) else ()


def _of_plans(snapshot: Snapshot) -> tuple[str, ...]:
    """The tracks of the running plans, without the one for people who make content: that is said, or not."""
    plans = (snapshot.plan(enrolment) for enrolment in snapshot.running)
    tracks = dict.fromkeys(str(track) for plan in plans if plan for track in plan.tracks)
    themes = tuple(track for track in tracks if track != Track.MAKER)
    return themes if _of(themes, snapshot, only=True) else ()


def by_slug(slug: object, snapshot: Snapshot) -> Prompt | None:
    """The prompt of that name; None where the catalogue has no such prompt (any more)."""
    return next((p for p in snapshot.library.prompts if p.slug == slug), None)


def _of(themes: tuple[str, ...], snapshot: Snapshot, *, only: bool = False) -> tuple[Prompt, ...]:
    """The prompts of some themes; without any, all, unless `only` these are wanted."""
    found = tuple(p for p in snapshot.library.prompts if p.theme in themes)
    return found if found or only else snapshot.library.prompts


def _asked(prompts: Sequence[Prompt], snapshot: Snapshot) -> int:
    return sum(snapshot.asked.get(p.slug, 0) for p in prompts)


def _count(snapshot: Snapshot, kept: CheckinAnswer, days: int) -> int:
    since = snapshot.today - timedelta(days=days)
    return sum(e.kept is kept and since < day <= snapshot.today for (_, day), e in snapshot.history.items())
