"""When the coach writes: the ceiling, quiet hours and the back-off as invariants over simulated months."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.calendar import timing
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.library import Library
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import DateSpan, Person, RestReason
from bot.core.model.plan import Enrolment, OwnPlan, PlanState
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import ceiling, schedule
from bot.core.nudges.kinds.week import LOOK_BACK_DAYS
from bot.core.nudges.registry import NUDGE_CEILING
from bot.core.nudges.rules import PlannedNudge
from bot.core.progress import habits

NOTHING = Library({}, (), {}, {"en": "English"}, {"en": {}})
START = datetime(2026, 3, 1, 7, tzinfo=UTC)
BEGAN = START.date() - timedelta(days=5)


def plan_on(weekdays: tuple[int, ...], number: int = 1) -> Enrolment:
    words = OwnPlan("Read", "open the book", weekdays)
    return Enrolment(number, "own", 1, BEGAN, step_since=BEGAN, own=words)


DAILY = plan_on(tuple(range(7)))


def facts_of(person: Person, now: datetime = START, **more: object) -> Snapshot:
    more.setdefault("enrolments", (DAILY,))
    return Snapshot(person, now, timing.local_day(now, person), NOTHING, **more)  # type: ignore[arg-type]


@dataclass
class World:
    """A person and the coach, hour by hour, without any database: what was sent when."""

    person: Person
    answers: Iterator[bool]
    now: datetime = START
    sent: list[SentNudge] = field(default_factory=list)
    entries: dict[tuple[int, date], CheckinEntry] = field(default_factory=dict)
    plans: tuple[Enrolment, ...] = (DAILY,)
    closed: set[tuple[NudgeKind, date]] = field(default_factory=set)

    def snapshot(self) -> Snapshot:
        known = {"sent": tuple(self.sent), "entries": dict(self.entries), "closed": frozenset(self.closed)}
        return facts_of(self.person, self.now, enrolments=self.plans, **known)

    def run(self, days: int) -> World:
        """As the database has it: a row a message, which stays once its moment has come until it is over."""
        until = self.now + timedelta(days=days)
        rows: dict[PlannedNudge, datetime] = {}
        while rows := self._planned(rows):
            due = min(rows, key=lambda d: rows[d])
            if rows[due] > until:
                break
            self.now = max(self.now, rows[due])
            match schedule.verdict(due.kind, due.day, due.at, self.snapshot()):
                case schedule.Postpone(again):
                    rows[due] = again
                    continue
                case schedule.Send():
                    self._send(due)
                case schedule.Drop():
                    self.closed.add((due.kind, due.day))
            del rows[due]
        self.now = until
        return self

    def _planned(self, rows: dict[PlannedNudge, datetime]) -> dict[PlannedNudge, datetime]:
        kept = {due: at for due, at in rows.items() if due.at <= self.now}
        taken = {(due.kind, due.day) for due in kept}
        new = (due for due in schedule.upcoming(self.snapshot()) if (due.kind, due.day) not in taken)
        return kept | {due: rows.get(due, due.at) for due in new}

    def _send(self, due: PlannedNudge) -> None:
        self.sent.append(SentNudge(due.kind, due.day, self.now))
        if due.kind is NudgeKind.CHECKIN:
            self.person = replace(self.person, ignored=self.person.ignored + 1)
        if next(self.answers):
            self.person = replace(self.person, ignored=0)
            if due.kind in (NudgeKind.CHECKIN, NudgeKind.REMINDER):
                for plan in habits.applying(self.snapshot(), due.day):
                    self.entries[plan.id, due.day] = CheckinEntry(plan.id, due.day, CheckinAnswer.KEPT)


def always(value: bool) -> Iterator[bool]:
    while True:
        yield value


people = st.builds(
    Person,
    st.integers(1, 20),
    zone=st.sampled_from(["Europe/Ljubljana", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]),
    onboarded=st.just(True),
    ceiling=st.integers(0, 21),
    checkin_at=st.sampled_from([time(8), time(12, 30), time(20), time(23, 30), time(2, 30)]),
    reminder_after=st.sampled_from([None, 30, 90, 180]),
    quiet_from=st.sampled_from([time(22), time(20), time(0)]),
    quiet_to=st.sampled_from([time(8), time(6, 30), time(0)]),
    week_day=st.integers(0, 6),
    week_at=st.sampled_from([time(17), time(20), time(9)]),
    reflections_a_week=st.integers(0, 2),
)


@settings(max_examples=60, deadline=None)
@given(people, st.lists(st.booleans(), min_size=1, max_size=20))
def test_never_more_than_the_ceiling_never_in_quiet_hours(person: Person, pattern: list[bool]) -> None:
    answers = (pattern[n % len(pattern)] for n in range(10**6))
    world = World(person, answers).run(60)
    days = [timing.local_day(s.at, person) for s in world.sent]
    for last in set(days):
        assert sum(last - timedelta(days=7) < d <= last for d in days) <= person.ceiling
    assert not any(timing.in_quiet_hours(s.at, person) for s in world.sent)
    assert len({(s.kind, s.day) for s in world.sent}) == len(world.sent)
    for before, after in itertools.pairwise(sorted(world.sent, key=lambda s: s.at)):
        waited = before.at + timing.APART
        lost = timing.in_quiet_hours(waited, person) or timing.local_day(waited, person) > after.day
        assert after.at >= waited or (after.kind in schedule.ASKING and lost)


def test_a_keen_person_hears_daily_and_within_the_ceiling() -> None:
    world = World(Person(1, onboarded=True, zone="Europe/Ljubljana"), always(True)).run(28)
    kinds = [s.kind for s in world.sent]
    assert kinds.count(NudgeKind.CHECKIN) == 28
    assert kinds.count(NudgeKind.WEEK) == 4
    assert kinds.count(NudgeKind.REFLECTION) == 4
    assert NudgeKind.REMINDER not in kinds  # everything was answered


def test_silence_slows_the_coach_down_until_it_is_still() -> None:
    world = World(Person(1, onboarded=True, zone="Europe/Ljubljana"), always(False)).run(120)
    days = [s.day for s in world.sent if s.kind is NudgeKind.CHECKIN]
    gaps = [(b - a).days for a, b in itertools.pairwise(days)]
    assert gaps == [1, 1, 2, 2, 7, 7, 14, 14]
    assert world.sent[-1].at < START + timedelta(days=60)


def test_a_reminder_comes_once_and_only_while_the_day_is_open() -> None:
    person = Person(1, onboarded=True, ceiling=21, zone="UTC")
    world = World(person, always(False)).run(2)
    assert [s.kind for s in world.sent if s.day == START.date()].count(NudgeKind.REMINDER) == 1
    assert NudgeKind.REMINDER not in [s.kind for s in World(person, always(True)).run(2).sent]


def test_nothing_comes_to_those_who_rest_or_pause() -> None:
    for person in (
        Person(1, onboarded=False),
        Person(1, onboarded=True, rest=RestReason.STOPPED),
        Person(1, onboarded=True, rest=RestReason.CARE),
        Person(1, onboarded=True, ceiling=0),
    ):
        assert World(person, always(True)).run(30).sent == []
    until = START.date() + timedelta(days=10)
    world = World(Person(1, onboarded=True, paused_until=until), always(True)).run(12)
    assert min(s.day for s in world.sent) == until


def test_after_a_long_pause_the_coach_is_back() -> None:
    until = START.date() + timedelta(days=200)
    for paused in (
        facts_of(Person(1, onboarded=True, paused_until=until)),
        facts_of(Person(1, onboarded=True), enrolments=(_resting(until),)),
    ):
        assert {d.kind: d.day >= until for d in schedule.upcoming(paused)}[NudgeKind.CHECKIN]


def _resting(until: date) -> Enrolment:
    return replace(DAILY, state=PlanState.PAUSED, paused_until=until)


def test_after_a_day_asleep_nothing_comes_in_a_burst() -> None:
    person = Person(1, onboarded=True, zone="UTC")
    monday = datetime(2026, 3, 2, 20, tzinfo=UTC)
    late = facts_of(person, monday + timedelta(hours=26))
    assert schedule.verdict(NudgeKind.CHECKIN, monday.date(), monday, late) == schedule.Drop("stale")
    sunday = datetime(2026, 3, 1, 17, tzinfo=UTC)
    morning = facts_of(person, sunday + timedelta(hours=17))
    assert schedule.verdict(NudgeKind.WEEK, sunday.date(), sunday, morning) == schedule.Send()
    just_sent = replace(morning, sent=(SentNudge(NudgeKind.WEEK, sunday.date(), morning.now),))
    due = morning.now + timedelta(minutes=1)
    assert isinstance(schedule.verdict(NudgeKind.CHECKIN, morning.today, due, just_sent), schedule.Postpone)


# --- what is promised comes

weekdays = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
clocks = st.integers(0, 47).map(lambda n: time(n // 2, n % 2 * 30))
plans = st.lists(weekdays, min_size=1, max_size=3).map(
    lambda some: tuple(plan_on(days, number) for number, days in enumerate(some, 1))
)


@st.composite
def settled(draw: st.DrawFn) -> Person:
    """Somebody whose settings went through /settings: the quiet hours make room for the check-in."""
    at = draw(clocks)
    quiet, week_at = timing.fit_quiet(at, draw(clocks), draw(clocks)), draw(clocks)
    return Person(
        draw(st.integers(1, 20)),
        zone=draw(st.sampled_from(["Europe/Ljubljana", "America/New_York", "Asia/Kolkata"])),
        onboarded=True,
        day_start=draw(st.sampled_from([time(0), time(2), time(4), time(6)])),
        checkin_at=at,
        exactly=draw(st.booleans()),
        reminder_after=draw(st.sampled_from([None, 30, 90, 180, 720])),
        quiet_from=quiet[0],
        quiet_to=quiet[1],
        ceiling=draw(st.integers(1, 14)),
        week_day=draw(st.integers(0, 6)),
        week_at=quiet[1] if timing.is_quiet(week_at, *quiet) else week_at,
        reflections_a_week=draw(st.integers(0, 2)),
    )


# The check-in about the day before the clock change falls into the gap, an hour later quiet hours have begun,
# and an hour earlier is still that day.
GAP = Person(
    1,
    zone="Europe/Ljubljana",
    onboarded=True,
    day_start=time(2),
    checkin_at=time(2),
    quiet_from=time(2, 30),
    quiet_to=time(0),
)


# One hour a day is left, the clock change takes its second half away, and an hour earlier is quiet too.
HOUR_IN_GAP = replace(
    GAP,
    day_start=time(0),
    quiet_to=time(1, 30),
    ceiling=4,
    week_day=0,
    week_at=time(1, 30),
    reflections_a_week=0,
)


@settings(max_examples=150, deadline=None)
@example(GAP, (DAILY,))
@example(replace(GAP, exactly=True, ceiling=7), (DAILY,))
@example(HOUR_IN_GAP, (plan_on((0, 1, 2, 3, 5)),))
@given(settled(), plans)
def test_every_weekday_that_the_ceiling_allows_is_asked_about(
    person: Person, plans: tuple[Enrolment, ...]
) -> None:
    world = World(person, always(True), plans=plans).run(33)
    days = {s.day for s in world.sent if s.kind is NudgeKind.CHECKIN}
    asked, applying = NUDGE_CEILING.asked_on(world.snapshot()), {day for p in plans for day in p.own.weekdays}  # type: ignore[union-attr]
    assert set(asked) <= applying
    assert len(asked) == min(len(applying), NUDGE_CEILING.shares(person)[NudgeKind.CHECKIN]) > 0
    if len(asked) >= len(plans):
        assert all(set(asked) & set(p.own.weekdays) for p in plans)  # type: ignore[union-attr]
    weeks = [START.date() + timedelta(days=n) for n in range(3, 31)]
    assert days >= {day for day in weeks if day.weekday() in asked}


@settings(max_examples=150, deadline=None)
@given(settled(), plans)
def test_a_check_in_asks_about_a_day_that_is_in_its_evening_or_over(
    person: Person, plans: tuple[Enrolment, ...]
) -> None:
    """The day may begin just before the check-in: then it is about the day before, and none is left out."""
    world = World(person, always(True), plans=plans).run(10)
    for sent in (s for s in world.sent if s.kind is NudgeKind.CHECKIN):
        begins = timing.moment(sent.day, person.day_start, person)
        assert begins is not None
        if person.checkin_at < timing.NIGHT_ENDS:
            assert sent.at - begins >= timedelta(hours=18)


@settings(max_examples=150, deadline=None)
@given(settled(), st.integers(1, 3))
def test_a_reminder_that_is_promised_comes(person: Person, days: int) -> None:
    person = replace(person, ceiling=21)
    world = World(person, always(False)).run(days)
    first = next(s for s in world.sent if s.kind is NudgeKind.CHECKIN)
    promised = timing.reminded_at(first.at, person)
    reminders = [s for s in world.sent if s.kind is NudgeKind.REMINDER and s.day == first.day]
    if promised is not None and promised <= world.now < promised + timing.APART:
        return  # a summary that came just before may put it off
    assert len(reminders) == (promised is not None and promised <= world.now)


def test_a_reminder_is_moved_out_of_quiet_hours() -> None:
    asked = datetime(2026, 3, 1, 20, tzinfo=UTC)
    person = Person(1, reminder_after=180)
    assert timing.reminded_at(asked, person) == datetime(2026, 3, 1, 21, 55, tzinfo=UTC)
    assert timing.reminded_at(asked, replace(person, reminder_after=90)) == asked + timedelta(minutes=90)
    assert timing.reminded_at(asked + timedelta(minutes=90), person) is None
    nap = replace(person, quiet_from=time(20, 15), quiet_to=time(22), reminder_after=60)
    assert timing.reminded_at(asked, nap) == datetime(2026, 3, 1, 22, tzinfo=UTC)


@pytest.mark.parametrize("limit", range(1, 11))
@pytest.mark.parametrize("weekday", range(7))
def test_a_plan_of_one_weekday_is_asked_about_under_every_ceiling(weekday: int, limit: int) -> None:
    person = Person(1, onboarded=True, ceiling=limit)
    world = World(person, always(True), plans=(plan_on((weekday,)),)).run(35)
    assert [s.day.weekday() for s in world.sent if s.kind is NudgeKind.CHECKIN] == [weekday] * 5


def test_a_return_after_weeks_brings_one_message_that_day() -> None:
    began = START.date() - timedelta(days=60)
    plan = replace(DAILY, started_on=began, step_since=began)
    long_ago = [SentNudge(NudgeKind.CHECKIN, START.date() - timedelta(days=9), START - timedelta(days=9))]
    person = Person(1, onboarded=True, ceiling=21, reflections_a_week=2, zone="UTC")
    world = World(person, always(True), plans=(plan,), sent=long_ago).run(4)
    by_day = Counter(s.day for s in world.sent)
    assert by_day[START.date()] == 1
    assert max(by_day.values()) > 1, "from the next day on all is as ever"


@settings(max_examples=100, deadline=None)
@given(settled(), st.lists(st.booleans(), min_size=1, max_size=6), st.integers(1, 9))
def test_after_the_last_plan_there_is_one_look_back_and_then_silence(
    person: Person, pattern: list[bool], days: int
) -> None:
    world = World(person, itertools.cycle([True, *pattern])).run(days)
    world.person = replace(world.person, ignored=0)  # who ends a plan is there
    today = timing.local_day(world.now, person)
    ended = replace(DAILY, state=PlanState.FINISHED, rests=(DateSpan(today, None),))
    ended_at, world.plans = world.now, (ended,)
    coming = schedule.upcoming(world.snapshot())
    told = [(due.kind, due.day) for due in coming if due.day >= today]
    is_alone = len(told) == len(coming)  # else yesterday's check-in comes first, and may take the only place
    world.run(60)
    after = [s for s in world.sent if s.at > ended_at and s.day >= today]  # yesterday may still be asked
    assert told == [(s.kind, s.day) for s in after] or not is_alone
    assert [s.kind for s in after] == [NudgeKind.WEEK]
    assert today < after[0].day <= today + timedelta(days=LOOK_BACK_DAYS)
    assert schedule.upcoming(world.snapshot()) == ()


@pytest.mark.parametrize("of_all", [True, False])
def test_no_summary_comes_about_a_week_of_rest(of_all: bool) -> None:
    """Of sixteen days of rest from a Monday on, two Sundays pass; on the third there is a week again."""
    monday = START.date() + timedelta(days=(7 - START.weekday()) % 7)
    rest = DateSpan(monday, monday + timedelta(days=16))
    plan = DAILY if of_all else replace(DAILY, rests=(rest,))
    person = Person(1, onboarded=True, zone="UTC", rests=(rest,) if of_all else ())
    world = World(person, always(True), plans=(plan,)).run((monday - START.date()).days + 28)
    days = [s.day for s in world.sent if s.kind is NudgeKind.WEEK]
    rested = [monday + timedelta(days=n) for n in (7, 14)]
    assert not set(rested) & set(days)
    assert monday + timedelta(days=20) in days


def test_a_new_plan_takes_the_look_backs_place() -> None:
    ended = replace(DAILY, state=PlanState.LEFT, rests=(DateSpan(START.date(), None),))
    snapshot = facts_of(Person(1, onboarded=True), enrolments=(ended,))
    (due,) = schedule.upcoming(snapshot)
    assert schedule.verdict(
        NudgeKind.WEEK, due.day, due.at, replace(snapshot, now=due.at, today=due.day)
    ) == (schedule.Send())
    assert schedule.verdict(NudgeKind.WEEK, START.date(), START, snapshot) == schedule.Drop("over")
    both = facts_of(Person(1, onboarded=True), enrolments=(ended, plan_on((0,), 2)))
    assert {due.kind for due in schedule.upcoming(both)} == {
        NudgeKind.CHECKIN,
        NudgeKind.WEEK,
        NudgeKind.REFLECTION,
    }


def test_another_day_for_the_summary_brings_no_two_in_a_row() -> None:
    person = Person(1, onboarded=True, zone="UTC", week_day=START.weekday())
    world = World(person, always(True)).run(1)
    world.person = replace(person, week_day=(START.weekday() + 1) % 7)
    world.run(16)
    days = [s.day for s in world.sent if s.kind is NudgeKind.WEEK]
    assert [(b - a).days for a, b in itertools.pairwise(days)] == [8, 7]


def test_a_summary_of_the_small_hours_comes_on_its_day_of_the_calendar() -> None:
    for start in (time(0), time(4)):
        person = Person(
            1, onboarded=True, zone="UTC", quiet_from=time(0), quiet_to=time(0), week_day=6,
            week_at=time(2), day_start=start,
        )  # fmt: skip
        world = World(person, always(True)).run(10)
        assert {s.at.weekday() for s in world.sent if s.kind is NudgeKind.WEEK} == {6}


def test_another_start_of_the_day_leaves_no_day_out() -> None:
    person = Person(1, onboarded=True, zone="UTC", checkin_at=time(2), quiet_from=time(3), quiet_to=time(9))
    world = World(person, always(True)).run(3)
    world.person = replace(person, day_start=time(0))
    world.run(4)
    days = [s.day for s in world.sent if s.kind is NudgeKind.CHECKIN]
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert len(days) >= 7


@given(st.integers(0, 60), st.integers(0, 2))
def test_the_shares_never_exceed_the_ceiling(limit: int, reflections: int) -> None:
    share = NUDGE_CEILING.shares(Person(1, ceiling=limit, reflections_a_week=reflections))
    assert sum(share.values()) == limit
    assert all(n >= 0 for n in share.values())


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 7), st.integers(0, 50))
def test_any_seven_days_have_exactly_as_many(day: date, times: int, phase: int) -> None:
    week = [day + timedelta(days=n) for n in range(7)]
    assert sum(ceiling.falls_on(d, times, phase) for d in week) == times


def test_habits_decide_what_is_open() -> None:
    snapshot = facts_of(Person(1, onboarded=True))
    answered = snapshot.with_entry(CheckinEntry(1, snapshot.today, CheckinAnswer.SKIPPED))
    assert habits.unanswered(snapshot, snapshot.today)
    assert not habits.unanswered(answered, snapshot.today)
