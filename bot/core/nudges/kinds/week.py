"""The weekly summary, on the day and at the time that the person chose. After the last plan it is one look
back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.core.calendar import timing
from bot.core.model import rests
from bot.core.model.journal import JournalQuery
from bot.core.model.messages import Text
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import candidates
from bot.core.nudges.ceiling import Ceiling, Share
from bot.core.nudges.rules import NudgeRules, PlannedNudge
from bot.core.progress import habits, taper

WEEK_DAYS = 7
LATEST_HOURS = 36  # how late it still makes sense
APART_DAYS = 4  # between two, where their day was changed
LOOK_BACK_DAYS = 14  # after the last plan was over: two weekly moments, so that one has room


def plan(snapshot: Snapshot, ceiling: Ceiling) -> PlannedNudge | None:
    """The summary, unless the person has been silent so long that only check-ins still come. It comes on its
    day of the calendar, also in the small hours that still count for the day before."""
    if timing.pace(snapshot.person.ignored) not in (timing.DAILY, timing.SECOND_DAY):
        return None
    at, early = snapshot.person.week_at, snapshot.person.week_at < snapshot.person.day_start
    last = max(candidates.days_sent(NudgeKind.WEEK, snapshot), default=date.min)
    moments = (
        (day, timing.moment(day, at, snapshot.person))
        for day in _days(snapshot, ceiling)
        if (day + timing.DAY if early else day).weekday() == snapshot.person.week_day
        and ((day - last).days >= APART_DAYS or day == last)
        and candidates.takes_more(day, snapshot)
        and not _rested(day, snapshot)
    )
    return candidates.first_free(NudgeKind.WEEK, moments, snapshot)


def _days(snapshot: Snapshot, ceiling: Ceiling) -> Iterator[date]:
    """The days ahead on which a summary may come; where no plan runs any more, one look back."""
    ahead = candidates.days_ahead(snapshot)
    if taper.tapers(snapshot.person):
        yield from _days_of_taper(next(ahead), snapshot)
        return
    if snapshot.running:
        yield from ahead if ceiling.shares(snapshot.person)[NudgeKind.WEEK] else ()
        return
    wanted = _days_to_look_back(snapshot)
    yield from (day for day in ahead if day in wanted and ceiling.room(snapshot, NudgeKind.WEEK, day) > 0)


def _days_of_taper(first: date, snapshot: Snapshot) -> Iterator[date]:
    """The days on which a coach that is leaving still writes, however far ahead they are."""
    days = (first + timing.DAY * n for n in range(taper.LASTS.days))
    yield from (day for day in days if taper.speaks_on(day, snapshot.person))


def _rested(day: date, snapshot: Snapshot) -> bool:
    """Whether all of the seven days before a day were days of rest, of the person or of every running plan:
    there is nothing to look back on."""
    week = (day - timing.DAY * n for n in range(1, WEEK_DAYS + 1))
    return bool(snapshot.running) and all(
        rests.holds(snapshot.person.rests, one) or not any(habits.active_on(e, one) for e in snapshot.running)
        for one in week
    )


def over_since(snapshot: Snapshot) -> date | None:
    """The day on which the last plan was over; None while one runs, and where there never was one."""
    ends = [e.rests[-1].first for e in snapshot.enrolments if e.rests and e.rests[-1].until is None]
    return None if snapshot.running else max(ends, default=None)


def _days_to_look_back(snapshot: Snapshot) -> frozenset[date]:
    """The days on which one look back may come after the last plan; none once it came."""
    since = over_since(snapshot)
    if since is None or any(day > since for day in candidates.days_sent(NudgeKind.WEEK, snapshot)):
        return frozenset()
    return frozenset(since + timing.DAY * n for n in range(1, LOOK_BACK_DAYS + 1))


def obsolete(day: date, due_at: datetime, snapshot: Snapshot) -> str:
    """Stale one and a half days after its moment; over where no plan runs and the look back came."""
    if snapshot.now - due_at > timedelta(hours=LATEST_HOURS):
        return "stale"
    if taper.tapers(snapshot.person):
        return "" if taper.speaks_on(day, snapshot.person) else "over"
    if _rested(day, snapshot):
        return "rested"
    return "" if snapshot.running or day in _days_to_look_back(snapshot) else "over"


def why(person: Person) -> Text:
    if taper.tapers(person):
        return Text("why-week-taper")
    return Text("why-week", {"day": Text(f"settings-weekday-{person.week_day}"), "time": person.week_at})


RULES = NudgeRules(
    NudgeKind.WEEK,
    flow="week",
    opening="summary",
    share=Share(lambda person, left, days: 1 if left > 1 else 0, kept_free=True),
    plan=plan,
    obsolete=obsolete,
    why=why,
    needs=SnapshotNeeds(
        history=True, decisions=True, own_words=True, prompts=True, journal=JournalQuery(recent=True)
    ),
)
