"""Since when something rests, and until when: the days of a pause, of a plan that is over, of a stop.

The days before a rest stay as they were, so an answer can still be given or corrected on them. A day within a
rest is neither asked about nor counted. The flows change a state only; `effects.noted` adds since when.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from bot.core.model.person import DateSpan, Person, RestReason
from bot.core.model.plan import Enrolment, PlanState

Spans: TypeAlias = tuple[DateSpan, ...]


def holds(spans: Spans, day: date) -> bool:
    """Whether `day` is a day of rest.

    >>> three_days = (DateSpan(date(2026, 11, 24), date(2026, 11, 27)),)
    >>> [holds(three_days, date(2026, 11, day)) for day in (23, 24, 26, 27)]
    [False, True, True, False]
    """
    return any(span.first <= day and (span.until is None or day < span.until) for span in spans)


def ended(spans: Spans, day: date) -> Spans:
    """The rests as they are once they end before `day`."""
    cut = (DateSpan(span.first, _sooner(span.until, day)) for span in spans if span.first < day)
    return tuple(cut)


def begun(spans: Spans, day: date, until: date | None) -> Spans:
    """The rests as they are once it rests from `day` on, up to `until` (None: until further notice)."""
    before = ended(spans, day)
    if before and before[-1].until == day:
        return (*before[:-1], DateSpan(before[-1].first, until))
    return (*before, DateSpan(day, until))


def joined(some: Spans, others: Spans) -> Spans:
    """The days of either, in order and without overlaps."""
    found: list[DateSpan] = []
    for span in sorted((*some, *others), key=lambda s: s.first):
        last = found[-1] if found else None
        if last is None or (last.until is not None and last.until < span.first):
            found.append(span)
        else:
            found[-1] = DateSpan(last.first, _later(last.until, span.until))
    return tuple(found)


def of_person(person: Person, changes: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """The changes to a person's state, and the rest that they begin or end today."""
    after = person.replace(**changes)
    if (after.rest, after.paused_until) == (person.rest, person.paused_until):
        return changes
    if after.rest in (RestReason.STOPPED, RestReason.CARE):
        rests = begun(after.rests, today, None)
    elif after.paused_until is not None and after.paused_until > today:
        rests = begun(after.rests, today, after.paused_until)
    else:
        rests = ended(after.rests, today)
    return {**changes, "rests": rests}


def of_plan(plan: Enrolment, changes: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """The changes to a plan, and the rest that they begin or end today."""
    if "state" not in changes:
        return changes
    if changes["state"] is PlanState.ACTIVE:
        return {**changes, "rests": ended(plan.rests, today)}
    until = changes.get("paused_until") if changes["state"] is PlanState.PAUSED else None
    return {**changes, "rests": begun(plan.rests, today, until)}


def _sooner(until: date | None, day: date) -> date:
    return day if until is None else min(until, day)


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
