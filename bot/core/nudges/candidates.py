"""The days and moments ahead at which a nudge may come. The kinds of nudge share these functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from bot.core.calendar import timing
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import ceiling
from bot.core.nudges.rules import PlannedNudge

HORIZON_DAYS = 22  # looked ahead: a fortnight of back-off and a week of days on which no plan applies


def days_ahead(snapshot: Snapshot) -> Iterator[date]:
    """The local days on which a nudge may come: from today, or from the end of a pause, however far it
    is."""
    begins = [e.paused_until or snapshot.today for e in snapshot.running]
    first = max(
        snapshot.today, snapshot.person.paused_until or snapshot.today, min(begins, default=snapshot.today)
    )
    return (first + timedelta(days=n) for n in range(HORIZON_DAYS))


def days_sent(kind: NudgeKind, snapshot: Snapshot) -> set[date]:
    """The local days about which a nudge of that kind was sent."""
    return {s.day for s in snapshot.sent if s.kind is kind}


def first_free(
    kind: NudgeKind,
    moments: Iterable[tuple[date, datetime | None]],
    snapshot: Snapshot,
    *,
    to_the_minute: bool | None = None,
) -> PlannedNudge | None:
    """The first of these days and moments that is still to come and was not used. `to_the_minute`: whether
    it comes exactly then; by default as the person chose."""
    used = days_sent(kind, snapshot) | {day for one, day in snapshot.closed if one is kind}
    exactly = snapshot.person.exactly if to_the_minute is None else to_the_minute
    for day, chosen in moments:
        if chosen is None or day in used or chosen + timing.SPREAD <= snapshot.now:
            continue
        moment = chosen if exactly else timing.eased(chosen, snapshot.person)
        if moment > snapshot.now:
            return PlannedNudge(kind, day, moment, chosen)
    return None


def returns_today(snapshot: Snapshot) -> bool:
    """Whether this is a day of return, after a week without an answer in which hardly a nudge was sent: it
    brings a check-in and nothing else."""
    week_ago = snapshot.today - timedelta(days=ceiling.WEEK_DAYS)
    if not any(e.started_on < week_ago for e in snapshot.running):
        return False
    if any(week_ago <= day < snapshot.today for _, day in snapshot.entries):
        return False
    days = (timing.local_day(s.at, snapshot.person) for s in snapshot.sent if s.counts)
    return sum(week_ago <= day < snapshot.today for day in days) <= 1


def takes_more(day: date, snapshot: Snapshot) -> bool:
    """Whether more than the check-in may come on that day."""
    return day != snapshot.today or not returns_today(snapshot)
