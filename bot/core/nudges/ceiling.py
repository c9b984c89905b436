"""How often the coach may send nudges: a published ceiling, and the share that each kind has of it.

The ceiling holds for any seven local days in a row. Every nudge counts: check-ins, reminders, "later"s,
reflections and weekly summaries. Answers in a conversation do not, nor does the one that ends two minutes
after `/urge`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from bot.core.calendar import timing
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits

WEEK_DAYS = 7
Weekdays: TypeAlias = tuple[int, ...]  # 0 is Monday
EVERY_DAY: Weekdays = tuple(range(WEEK_DAYS))
ShareFunction: TypeAlias = Callable[[Person, int, int], int]
"""The nudges a week of one kind, by the person, what the kinds before it have left of the ceiling, and the
days of a week on which a plan applies."""


@dataclass(frozen=True, slots=True)
class Share:
    """The part that one kind may use of the ceiling.

    `of_week`: its nudges a week; None for a kind that may use all that is left. `counts_as`: the kind whose
    share its nudges use up, where that is another one. `kept_free`: no other kind may use its place.
    `is_rest`: its share is what the check-ins of the week's plans leave over.
    """

    of_week: ShareFunction | None = None
    counts_as: NudgeKind | None = None
    kept_free: bool = False
    is_rest: bool = False


class Ceiling:
    """The ceiling shared out among the kinds of nudge. `shares`: of each kind; the earlier take first."""

    def __init__(self, shares: Mapping[NudgeKind, Share]) -> None:
        self._shares = shares

    def shares(self, person: Person, days: int = WEEK_DAYS) -> dict[NudgeKind, int]:
        """The nudges of each kind in a week in which a plan applies on so many `days`."""
        left, found = person.ceiling, {}
        for kind, share in self._shares.items():
            if share.of_week is not None:
                found[kind] = share.of_week(person, left, days)
                left -= found[kind]
        return found

    def of_week(self, snapshot: Snapshot, day: date | None = None) -> dict[NudgeKind, int]:
        """The shares of a week in which the plans run that run on `day` (today)."""
        applying = {weekday for plan in weekdays(snapshot, day or snapshot.today) for weekday in plan}
        return self.shares(snapshot.person, len(applying) or WEEK_DAYS)

    def asked_on(self, snapshot: Snapshot, day: date | None = None) -> Weekdays:
        """The weekdays of which check-ins ask, while the plans run that run on `day` (today)."""
        plans = weekdays(snapshot, day or snapshot.today)
        return spread(plans, self.shares(snapshot.person)[NudgeKind.CHECKIN])

    def room(self, snapshot: Snapshot, kind: NudgeKind, day: date | None = None) -> int:
        """How many nudges of that kind may still be sent on a local day (today), by what was sent until
        now."""
        mine, sent = self._shares[kind], lately(snapshot, day)
        shares = self.of_week(snapshot, day) if mine.is_rest else self.shares(snapshot.person)
        left = snapshot.person.ceiling - len(sent)
        if mine.kept_free:
            return left
        came = [self._shares[s.kind].counts_as or s.kind for s in sent]
        free = (other for other, share in self._shares.items() if share.kept_free)
        left -= sum(max(0, shares[other] - came.count(other)) for other in free)
        return left if mine.of_week is None else min(left, shares[kind] - came.count(kind))


def weekdays(snapshot: Snapshot, day: date) -> tuple[Weekdays, ...]:
    """The weekdays of each plan that runs on a local day."""
    return tuple(
        e.own.on(day).weekdays if e.own else EVERY_DAY
        for e in snapshot.enrolments
        if e.started_on <= day and habits.active_on(e, day) and habits.known(snapshot, e)
    )


@lru_cache(maxsize=4096)
def spread(plans: tuple[Weekdays, ...], times: int) -> Weekdays:
    """At most so many of the weekdays on which a plan applies: all, where there are no more. Of fewer each
    plan gets one if it can be, and they lie as evenly as they can.

    >>> spread(((0,),), 2), spread((EVERY_DAY, (0,)), 2), spread((EVERY_DAY,), 0)
    ((0,), (0, 3), ())
    """
    applying = sorted({day for plan in plans for day in plan})
    some = combinations(applying, min(times, len(applying)))
    return max(some, key=lambda days: _worth(days, plans))


def _worth(days: Weekdays, plans: tuple[Weekdays, ...]) -> tuple[int, int, int]:
    """The order of choices of weekdays, best first: plans that are asked about at all, then evenness
    (squares of the gaps, around the week), then the plans asked about in all."""
    asked = [len(set(days) & set(plan)) for plan in plans]
    gaps = [
        (after - day) % WEEK_DAYS or WEEK_DAYS for day, after in zip(days, days[1:] + days[:1], strict=True)
    ]
    return sum(n > 0 for n in asked), -sum(gap * gap for gap in gaps), sum(asked)


def lately(snapshot: Snapshot, day: date | None = None) -> tuple[SentNudge, ...]:
    """The nudges that count and were sent in the seven local days that end with `day` (today)."""
    last = day or snapshot.today
    since = last - timedelta(days=WEEK_DAYS)
    counted = (s for s in snapshot.sent if s.counts)
    return tuple(s for s in counted if since < timing.local_day(s.at, snapshot.person) <= last)


def falls_on(day: date, times: int, phase: int = 0) -> bool:
    """Whether one of `times` evenly spread days a week falls on `day`: in any seven days exactly `times` do.

    >>> from datetime import date, timedelta
    >>> sum(falls_on(date(2026, 11, 23) + timedelta(days=n), 3) for n in range(7))
    3
    """
    return ((day.toordinal() + phase) * times) % WEEK_DAYS < times
