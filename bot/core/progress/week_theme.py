"""The theme of a week: one for each week after the first, in the order of the catalogue, until the next
weekly message. Later weeks have none."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.model.library import WeekTheme
from bot.core.model.snapshot import Snapshot

FIRST_DAYS = 4  # days after the first plan began, from which on a weekly message opens the first theme
WEEK_DAYS = 7


def of_week(snapshot: Snapshot) -> WeekTheme | None:
    """Today's theme: the one that the last weekly message opened, today's included; None before the first
    one, after the last one, and where no plan runs."""
    begun = min((e.started_on for e in snapshot.enrolments), default=None)
    if begun is None or not snapshot.running:
        return None
    opened = _messages(begun + timedelta(days=FIRST_DAYS), snapshot)
    themes = snapshot.library.week_themes
    return themes[opened - 1] if 0 < opened <= len(themes) else None


def _messages(since: date, snapshot: Snapshot) -> int:
    """How many days of the weekly message there were since a day, both included."""
    first = since + timedelta(days=(snapshot.person.week_day - since.weekday()) % WEEK_DAYS)
    return 0 if snapshot.today < first else (snapshot.today - first).days // WEEK_DAYS + 1
