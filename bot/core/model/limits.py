"""How much one person can store: generous for anybody who writes by hand, and an end for anything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.core.model.effects import AddJournalEntry, Effect, StartPlan
from bot.core.model.snapshot import Snapshot

LINES_A_DAY = 100  # of the journal, about one day
BYTES_A_DAY = 400_000  # of the journal as it is stored (encrypted), about one day: some 300,000 letters
PLANS_A_DAY = 20  # begun on one day
MISSED_LINE = 300  # characters of a line that was not understood; a longer one is only counted
MISSED_LINES_A_DAY = 20  # lines that were not understood, kept of one person about one day
MISSED_LINES_KEPT = timedelta(days=90)  # lines that were not understood, after their day
REASON = 2_000  # characters of the reason that somebody gives


@dataclass(frozen=True, slots=True)
class Stored:
    """The size of a journal about one day: number of lines, and their bytes in all."""

    lines: int
    bytes: int


def without_room(effects: Iterable[Effect], stored: Stored, snapshot: Snapshot) -> tuple[Effect, ...]:
    """The commands that would store more than there is room for today. `stored`: of the day that the lines
    among them are about."""
    lines = [command for command in effects if isinstance(command, AddJournalEntry)]
    full = stored.lines + len(lines) > LINES_A_DAY or stored.bytes >= BYTES_A_DAY
    plans = [command for command in effects if isinstance(command, StartPlan)]
    begun = sum(plan.started_on == snapshot.today for plan in snapshot.enrolments)
    many = begun + len(plans) > PLANS_A_DAY
    return (*(lines if full else ()), *(plans if many else ()))
