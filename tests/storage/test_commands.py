"""Commands go in, facts come out: against a model of a few lines that keeps everything in dictionaries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.model import effects as c
from bot.core.model.checkin import OBSTACLES, CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import Effect
from bot.core.model.journal import NOTE, OBSTACLE
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.partial import NotLoaded
from bot.core.model.person import DateSpan, Person, RestReason
from bot.core.model.plan import Earlier, Enrolment, OwnPlan, Phrase, PlanState, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.storage.database import Database
from bot.storage.journal import RECENT
from tests.storage.samples import ADA, BOB, LIBRARY, NOW, TODAY, do, meet, snapshot

PLANS = 3


@dataclass
class Model:
    """What a person said, remembered the plain way."""

    person: Person
    enrolments: list[Enrolment]
    entries: dict[tuple[int, date], CheckinEntry] = field(default_factory=dict)
    days: dict[date, DayRecord] = field(default_factory=dict)
    decisions: dict[tuple[int, date], StepChoice] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    lines: list[tuple[date, str, str]] = field(default_factory=list)

    def does(self, command: Effect) -> None:
        match command:
            case c.UpdatePerson(changes):
                self.person = replace(self.person, **changes)
            case c.UpdatePlan(number, changes):
                self.enrolments = [replace(e, **changes) if e.id == number else e for e in self.enrolments]
            case c.RecordEntry(entry):
                self.entries[entry.enrolment_id, entry.day] = entry
            case c.RecordDay(day):
                self.days[day.day] = day
            case c.RecordDecision(number, day, choice):
                self.decisions[number, day] = choice
            case c.CountPromptAsked(prompt, _):
                self.asked[prompt] = self.asked.get(prompt, 0) + 1
            case c.DeleteEntry(number, day):
                self.entries.pop((number, day), None)
            case c.DeleteDay(day):
                self.days.pop(day, None)
            case c.AddJournalEntry(day, prompt, text):
                self.lines.append((day, prompt, text))

    def check(self, known: Snapshot) -> None:
        since = TODAY - timedelta(days=70)
        late = [(n, line) for n, line in enumerate(self.lines) if line[0] >= TODAY - RECENT]
        newest = sorted(late, key=lambda line: (line[1][0], line[0]), reverse=True)
        assert known.person == self.person
        assert known.enrolments == tuple(self.enrolments)
        assert known.entries == self.entries  # fewer than 70 of any plan
        assert known.days == {key: day for key, day in self.days.items() if key >= since}
        assert {(d.enrolment_id, d.day): d.choice for d in known.decisions} == self.decisions
        assert [d.day for d in known.decisions] == sorted(d.day for d in known.decisions)
        assert known.asked == self.asked
        assert [(w.day, w.prompt, w.text) for w in known.journal] == [line for _, line in newest]


words = st.text(st.characters(), max_size=40) | st.sampled_from(
    ["", "\x00", "\ud800", "مرحبا", "👩‍👩‍👧", "x" * 100_000]
)
days = st.dates(TODAY - timedelta(days=80), TODAY + timedelta(days=3))
clock = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))
phrases = st.none() | st.builds(Phrase, words, st.booleans())
weekdays = st.lists(st.integers(0, 6), max_size=7).map(tuple)
earlier = st.lists(st.builds(Earlier, days, words, weekdays), max_size=3).map(tuple)
own = st.none() | st.builds(OwnPlan, words, words, weekdays, earlier)
rests = st.lists(st.builds(DateSpan, days, st.none() | days), max_size=3).map(tuple)
amounts = st.none() | st.floats(0, 2000)
person_changes = {
    "language": st.sampled_from(["en", "es"]),
    "zone": st.sampled_from(["UTC"]),
    "onboarded": st.booleans(),
    "rest": st.sampled_from(RestReason),
    "checkin_at": clock,
    "quiet_from": clock,
    "reminder_after": st.none() | st.integers(0, 600),
    "ceiling": st.integers(0, 30),
    "week_day": st.integers(0, 6),
    "focus": st.sampled_from(["", "time"]),
    "why": words,
    "name": words,
    "paused_until": st.none() | days,
    "ignored": st.integers(0, 99),
    "rests": rests,
}
plan_changes = {
    "step": st.integers(0, 5),
    "step_since": days,
    "state": st.sampled_from(PlanState),
    "paused_until": st.none() | days,
    "cue": phrases,
    "action": phrases,
    "own": own,
    "offered_on": st.none() | days,
    "rests": rests,
}


def _some(changes: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=changes)


def _commands(plans: tuple[int, ...]) -> st.SearchStrategy[Effect]:
    plan = st.sampled_from(plans)
    prompt = st.sampled_from([NOTE, OBSTACLE, "evening", "people"])
    entry = st.builds(CheckinEntry, plan, days, st.sampled_from(CheckinAnswer), amounts, st.integers(0, 5))
    day = st.builds(DayRecord, days, st.none() | st.integers(1, 5), st.sampled_from(["", *OBSTACLES]))
    return st.one_of(
        st.builds(c.UpdatePerson, _some(person_changes)),
        st.builds(c.UpdatePlan, plan, _some(plan_changes)),
        st.builds(c.RecordEntry, entry),
        st.builds(c.RecordDay, day),
        st.builds(c.DeleteEntry, plan, days),
        st.builds(c.DeleteDay, days),
        st.builds(c.RecordDecision, plan, days, st.sampled_from(StepChoice)),
        st.builds(c.CountPromptAsked, prompt, days),
        st.builds(c.AddJournalEntry, days, prompt, words),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), starts=st.lists(st.tuples(phrases, phrases, own), min_size=PLANS, max_size=PLANS))
async def test_what_was_said_is_what_is_known(database: Database, data: st.DataObject, starts: Any) -> None:
    async with database.write() as transaction:
        await transaction.effects.apply(await transaction.people.create(ADA, "en", NOW), c.EraseMe(), NOW)
    person = await meet(database)
    await do(database, person, *(c.StartPlan("less", 1, 2, TODAY, *said) for said in starts))
    known = await snapshot(database, person)
    enrolments = [
        Enrolment(e.id, "less", 1, TODAY, 2, TODAY, cue=cue, action=action, own=own)
        for e, (cue, action, own) in zip(known.enrolments, starts, strict=True)
    ]
    model = Model(Person(person, language="en", name="Ada Lovelace"), enrolments)
    said = data.draw(st.lists(_commands(tuple(e.id for e in enrolments)), max_size=12))
    for command in said:
        model.does(command)
    await do(database, person, *said, *said[-1:])  # the last one twice, as by two presses
    if (said and isinstance(said[-1], c.CountPromptAsked)) or (
        said and isinstance(said[-1], c.AddJournalEntry)
    ):
        model.does(said[-1])
    model.check(await snapshot(database, person))


async def test_own_start_of_the_day_decides_what_today_is(database: Database) -> None:
    person = await meet(database)
    at_night = NOW.replace(hour=3)
    assert (await snapshot(database, person, now=at_night)).today == TODAY - timedelta(days=1)
    await do(database, person, c.UpdatePerson({"day_start": time(0)}))
    assert (await snapshot(database, person, now=at_night)).today == TODAY
    await do(database, person, c.UpdatePerson({"zone": "Pacific/Auckland"}))
    assert (await snapshot(database, person)).today == TODAY + timedelta(days=1)


async def test_the_journal_is_loaded_when_it_is_asked_for(database: Database) -> None:
    person = await meet(database)
    await do(database, person, c.AddJournalEntry(TODAY, "evening", "words"))
    with pytest.raises(NotLoaded, match="journal"):
        _ = (await snapshot(database, person, SnapshotNeeds(history=True))).journal
    line = (await snapshot(database, person)).journal[0]
    await do(database, person, c.DeleteJournalEntry(line.id))
    await do(database, person, c.AddJournalEntry(TODAY, "evening", "other words"))
    await do(database, person, c.DeleteJournalEntry(line.id))  # an old button: it never means the new line
    assert [w.text for w in (await snapshot(database, person)).journal] == ["other words"]


async def test_nobody_reaches_what_is_another_s(database: Database) -> None:
    ada, bob = await meet(database, ADA), await meet(database, BOB)
    await do(database, ada, c.StartPlan("less", 1, 0, TODAY), c.AddJournalEntry(TODAY, "evening", "words"))
    plan = (await snapshot(database, ada)).enrolments[0].id
    await do(
        database,
        ada,
        c.RecordEntry(CheckinEntry(plan, TODAY, CheckinAnswer.KEPT)),
        c.RecordDay(DayRecord(TODAY, 4)),
    )
    before = await snapshot(database, ada)
    plan, line = before.enrolments[0].id, before.journal[0].id
    await do(
        database,
        bob,
        c.RecordEntry(CheckinEntry(plan, TODAY, CheckinAnswer.KEPT)),
        c.RecordDecision(plan, TODAY, StepChoice.FURTHER),
        c.UpdatePlan(plan, {"step": 3}),
        c.DeleteJournalEntry(line),
        c.RecordEntry(CheckinEntry(plan + 1, TODAY, CheckinAnswer.KEPT)),
        c.DeleteEntry(plan, TODAY),
        c.DeleteDay(TODAY),
    )
    assert await snapshot(database, ada) == before
    assert (await snapshot(database, bob)).entries == {}


@pytest.mark.parametrize(
    "command",
    [
        c.UpdatePerson({"id": 7}),
        c.UpdatePerson({"shoe_size": 41}),
        c.UpdatePlan(1, {"id": 7}),
        c.UpdatePlan(1, {"person_id": 7}),
    ],
)
async def test_a_field_that_is_none_is_a_mistake(database: Database, command: Effect) -> None:
    person = await meet(database)
    with pytest.raises(ValueError, match="no such fields"):
        await do(database, person, command)


async def test_an_export_is_not_the_store_s_to_do(database: Database) -> None:
    with pytest.raises(TypeError, match="Export"):
        await do(database, await meet(database), c.Export())


async def test_facts_carry_what_they_were_given(database: Database) -> None:
    person = await meet(database)
    async with database.write() as transaction:
        found = await transaction.snapshots.load_people([person], NOW, LIBRARY, zone_hint="Europe/Berlin")
    known = found[person]
    assert (known.now, known.library, known.zone_hint) == (NOW, LIBRARY, "Europe/Berlin")
