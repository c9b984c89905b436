"""A week's facts: what the seven local days before today say. Counts and means; no words, no advice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.journal import OBSTACLE, JournalEntry
from bot.core.model.library import Measure
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.progress import habits
from bot.core.typed import own_words, understand

DAY = timedelta(days=1)
WEEK = 7  # days
TOO_FEW = 2  # answered days under which a week says little, where more than one day applied
REREAD_WITHIN = timedelta(days=60)
MEANINGFUL = 3  # words; "ok" and "same as ever" are not worth re-reading
LONG_ENOUGH = 400  # characters; longer is no better


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """One plan's week. Days by answer; `unknown`: it applied and nothing was said. `minutes`: the mean a
    recorded day where the step is measured in minutes, this week and the week before; None without any.
    `only`: the one day on which it applied, if that was answered; None where there were none or more."""

    enrolment: Enrolment
    kept: int
    partly: int
    missed: int
    skipped: int
    unknown: int
    minutes: float | None = None
    minutes_before: float | None = None
    only: date | None = None

    @property
    def applied(self) -> int:
        """The answered days on which it applied."""
        return self.kept + self.partly + self.missed


@dataclass(frozen=True, slots=True)
class Week:
    """The local days `first` to `last`, both included.

    `answered`: days on which anything was said in a check-in, of the `expected` on which a plan applied or
    anything was said. `control`: the mean of 1–5, this week and the
    week before. `obstacle`: one of OBSTACLES, or else `obstacle_words`, the person's own.
    """

    first: date
    last: date
    plans: tuple[PlanWeek, ...]
    answered: int
    expected: int
    control: float | None
    control_before: float | None
    best: date | None
    obstacle: str
    obstacle_words: str
    reread: JournalEntry | None

    @property
    def little(self) -> bool:
        """Whether there is too little to compare anything."""
        return self.answered < max(1, min(TOO_FEW, self.expected))


def week(snapshot: Snapshot) -> Week:
    """The seven local days before today (today − 7 to today − 1)."""
    days = tuple(snapshot.today - DAY * n for n in range(WEEK, 0, -1))
    before = tuple(day - DAY * WEEK for day in days)
    missing = [habits.missing(snapshot, day) for day in days]
    code, words = _obstacle(days, snapshot)
    plans = (
        _plan(e, days, before, snapshot, sum(e in some for some in missing)) for e in snapshot.enrolments
    )
    return Week(
        first=days[0],
        last=days[-1],
        plans=tuple(plan for plan in plans if plan),
        answered=sum(_answered(day, snapshot) for day in days),
        expected=sum(_answered(day, snapshot) or bool(habits.applying(snapshot, day)) for day in days),
        control=_control(days, snapshot),
        control_before=_control(before, snapshot),
        best=_best(days, snapshot),
        obstacle=code,
        obstacle_words=words,
        reread=_reread(days, snapshot),
    )


def _plan(
    enrolment: Enrolment, days: tuple[date, ...], before: tuple[date, ...], snapshot: Snapshot, unknown: int
) -> PlanWeek | None:
    """One plan's week; None for a plan that neither applied nor was answered. `unknown`: on how many days it
    should have been."""
    entries = [e for day in days if (e := snapshot.history.get((enrolment.id, day)))]
    if not entries and not unknown:
        return None
    count = Counter(e.kept for e in entries)
    told = [e.day for e in entries if e.kept in habits.APPLIED]
    return PlanWeek(
        enrolment,
        kept=count[CheckinAnswer.KEPT],
        partly=count[CheckinAnswer.PARTLY],
        missed=count[CheckinAnswer.MISSED],
        skipped=count[CheckinAnswer.SKIPPED],
        unknown=unknown,
        minutes=_minutes(enrolment, days, snapshot),
        minutes_before=_minutes(enrolment, before, snapshot),
        only=told[0] if len(told) == 1 and not unknown else None,
    )


def _minutes(enrolment: Enrolment, days: Iterable[date], snapshot: Snapshot) -> float | None:
    plan = snapshot.plan(enrolment)
    entries = (snapshot.history.get((enrolment.id, day)) for day in days)
    amounts = [
        e.amount
        for e in entries
        if e
        and e.amount is not None
        and e.kept is not CheckinAnswer.SKIPPED
        and plan
        and plan.steps[_step(e, len(plan.steps))].measure is Measure.MINUTES
    ]
    return fmean(amounts) if amounts else None


def _step(entry: CheckinEntry, steps: int) -> int:
    return max(0, min(entry.step, steps - 1))


def _answered(day: date, snapshot: Snapshot) -> bool:
    recorded = snapshot.days.get(day)
    said = recorded is not None and recorded.control is not None
    return said or any((e.id, day) in snapshot.history for e in snapshot.enrolments)


def _control(days: Iterable[date], snapshot: Snapshot) -> float | None:
    felt = [d.control for day in days if (d := snapshot.days.get(day)) and d.control is not None]
    return fmean(felt) if felt else None


def _best(days: tuple[date, ...], snapshot: Snapshot) -> date | None:
    """The day with the highest share kept, then the most in control; None when two share the first place,
    when nothing was kept, or when there is nothing to compare."""
    ranked = sorted(
        ((*_rank(day, snapshot), day) for day in days if _rank(day, snapshot)[0] > 0), reverse=True
    )
    told = sum(any(e.kept in habits.APPLIED for e in _of_day(day, snapshot)) for day in days)
    if not ranked or told < TOO_FEW or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return ranked[0][2]


def _rank(day: date, snapshot: Snapshot) -> tuple[float, int]:
    applied = [e for e in _of_day(day, snapshot) if e.kept in habits.APPLIED]
    recorded = snapshot.days.get(day)
    share = habits.kept_of(applied) / len(applied) if applied else 0.0
    return share, (recorded.control or 0) if recorded else 0


def _of_day(day: date, snapshot: Snapshot) -> list[CheckinEntry]:
    return [e for (_, at), e in snapshot.history.items() if at == day]


def _obstacle(days: tuple[date, ...], snapshot: Snapshot) -> tuple[str, str]:
    """The most frequent obstacle, the latest of equals: (code, "") or ("", own words)."""
    named = [(day, d.obstacle, "") for day in days if (d := snapshot.days.get(day)) and d.obstacle]
    coded = {day for day, _, _ in named}
    named += [
        (w.day, "", w.text)
        for w in snapshot.journal
        if w.prompt == OBSTACLE
        and w.day in days
        and w.day not in coded
        and own_words.may_come_back(w.text, snapshot)
    ]
    count = Counter(code or understand.normal(words) for _, code, words in named)
    named.sort(key=lambda n: (count[n[1] or understand.normal(n[2])], n[0]), reverse=True)
    return named[0][1:] if named else ("", "")


def _reread(days: tuple[date, ...], snapshot: Snapshot) -> JournalEntry | None:
    """The reflection worth re-reading: of this week if there is one, then the longest, then the latest.
    Words of danger, hurt or shame, and names, are never brought up again."""
    found = [
        w
        for w in snapshot.journal
        if w.prompt != OBSTACLE
        and snapshot.today - REREAD_WITHIN <= w.day < snapshot.today
        and len(re.findall(r"\w+", w.text)) >= MEANINGFUL
    ]
    found.sort(key=lambda w: (w.day in days, min(len(w.text), LONG_ENOUGH), w.day, w.id), reverse=True)
    return next((w for w in found if own_words.may_come_back(w.text, snapshot)), None)
