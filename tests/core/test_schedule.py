"""When the coach writes: the ceiling, quiet hours and the back-off as invariants over simulated months."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import ceiling, habits, schedule, timing
from bot.core.library import Library
from bot.core.model import Enrolment, Entry, Facts, Kept, Kind, OwnPlan, Person, PlanState, Rest, Sent

NOTHING = Library({}, (), {}, {"en": "English"}, {"en": {}})
START = datetime(2026, 3, 1, 7, tzinfo=UTC)
BEGAN = START.date() - timedelta(days=30)
EVERY_DAY = OwnPlan("Read", "open the book", tuple(range(7)))


def facts_of(person: Person, now: datetime = START, **more: object) -> Facts:
    plan = Enrolment(1, "own", 1, BEGAN, step_since=BEGAN, own=EVERY_DAY)
    more.setdefault("enrolments", (plan,))
    return Facts(person, now, timing.local_day(now, person), NOTHING, **more)  # type: ignore[arg-type]


@dataclass
class World:
    """A person and the coach, hour by hour, without any database: what was sent when."""

    person: Person
    answers: Iterator[bool]
    now: datetime = START
    sent: list[Sent] = field(default_factory=list)
    entries: dict[tuple[int, date], Entry] = field(default_factory=dict)

    def facts(self) -> Facts:
        return facts_of(self.person, self.now, sent=tuple(self.sent), entries=dict(self.entries))

    def run(self, days: int) -> World:
        until = self.now + timedelta(days=days)
        while dues := schedule.upcoming(self.facts()):
            due = min(dues, key=lambda d: d.at)
            if due.at > until:
                break
            self.now = due.at
            self._deliver(due)
        self.now = until
        return self

    def _deliver(self, due: schedule.Due) -> None:
        match schedule.verdict(due.kind, due.day, due.at, self.facts()):
            case schedule.Send():
                self._send(due)
            case schedule.Postpone(until):
                self.now = until
                if isinstance(schedule.verdict(due.kind, due.day, due.at, self.facts()), schedule.Send):
                    self._send(due)
            case schedule.Drop():
                pass

    def _send(self, due: schedule.Due) -> None:
        self.sent.append(Sent(due.kind, due.day, self.now))
        if due.kind is Kind.CHECKIN:
            self.person = replace(self.person, ignored=self.person.ignored + 1)
        if next(self.answers):
            self.person = replace(self.person, ignored=0)
            if due.kind in (Kind.CHECKIN, Kind.REMINDER):
                self.entries[1, due.day] = Entry(1, due.day, Kept.KEPT)


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
    moments = sorted(s.at for s in world.sent)
    assert all(b - a >= schedule.APART for a, b in itertools.pairwise(moments))


def test_a_keen_person_hears_daily_and_within_the_ceiling() -> None:
    world = World(Person(1, onboarded=True, zone="Europe/Ljubljana"), always(True)).run(28)
    kinds = [s.kind for s in world.sent]
    assert kinds.count(Kind.CHECKIN) == 28
    assert kinds.count(Kind.WEEK) == 4
    assert kinds.count(Kind.REFLECTION) == 4
    assert Kind.REMINDER not in kinds  # everything was answered


def test_silence_slows_the_coach_down_until_it_is_still() -> None:
    world = World(Person(1, onboarded=True, zone="Europe/Ljubljana"), always(False)).run(120)
    days = [s.day for s in world.sent if s.kind is Kind.CHECKIN]
    gaps = [(b - a).days for a, b in itertools.pairwise(days)]
    assert gaps == [1, 1, 2, 2, 7, 7, 14, 14]
    assert world.sent[-1].at < START + timedelta(days=60)


def test_a_reminder_comes_once_and_only_while_the_day_is_open() -> None:
    person = Person(1, onboarded=True, ceiling=21, zone="UTC")
    world = World(person, always(False)).run(2)
    assert [s.kind for s in world.sent if s.day == START.date()].count(Kind.REMINDER) == 1
    assert Kind.REMINDER not in [s.kind for s in World(person, always(True)).run(2).sent]


def test_nothing_comes_to_those_who_rest_or_pause() -> None:
    for person in (
        Person(1, onboarded=False),
        Person(1, onboarded=True, rest=Rest.STOPPED),
        Person(1, onboarded=True, rest=Rest.CARE),
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
        assert {d.kind: d.day >= until for d in schedule.upcoming(paused)}[Kind.CHECKIN]


def _resting(until: date) -> Enrolment:
    plan = Enrolment(1, "own", 1, BEGAN, step_since=BEGAN, own=EVERY_DAY)
    return replace(plan, state=PlanState.PAUSED, paused_until=until)


def test_after_a_day_asleep_nothing_comes_in_a_burst() -> None:
    person = Person(1, onboarded=True, zone="UTC")
    monday = datetime(2026, 3, 2, 20, tzinfo=UTC)
    late = facts_of(person, monday + timedelta(hours=26))
    assert schedule.verdict(Kind.CHECKIN, monday.date(), monday, late) == schedule.Drop("stale")
    sunday = datetime(2026, 3, 1, 17, tzinfo=UTC)
    morning = facts_of(person, sunday + timedelta(hours=17))
    assert schedule.verdict(Kind.WEEK, sunday.date(), sunday, morning) == schedule.Send()
    just_sent = replace(morning, sent=(Sent(Kind.WEEK, sunday.date(), morning.now),))
    due = morning.now + timedelta(minutes=1)
    assert isinstance(schedule.verdict(Kind.CHECKIN, morning.today, due, just_sent), schedule.Postpone)


@given(st.integers(0, 60), st.integers(0, 2))
def test_the_shares_never_exceed_the_ceiling(limit: int, reflections: int) -> None:
    share = ceiling.shares(Person(1, ceiling=limit, reflections_a_week=reflections))
    assert sum(share.values()) == limit
    assert all(n >= 0 for n in share.values())


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 7), st.integers(0, 50))
def test_any_seven_days_have_exactly_as_many(day: date, times: int, phase: int) -> None:
    week = [day + timedelta(days=n) for n in range(7)]
    assert sum(ceiling.falls_on(d, times, phase) for d in week) == times


def test_habits_decide_what_is_open() -> None:
    facts = facts_of(Person(1, onboarded=True))
    answered = facts.with_entry(Entry(1, facts.today, Kept.SKIPPED))
    assert habits.unanswered(facts, facts.today)
    assert not habits.unanswered(answered, facts.today)
