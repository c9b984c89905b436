"""The weeks in which a coach that is leaving still writes."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import timing
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import Person
from bot.core.nudges import registry, schedule
from bot.core.progress import taper
from tests.core.making import TODAY, make_facts, on

DAY = timedelta(days=1)


@given(st.integers(0, 6))
def test_one_message_comes_in_each_of_its_weeks_and_the_last_says_goodbye(offset: int) -> None:
    person = Person(1, tapers_since=TODAY)
    days = [day for n in range(200) if (day := TODAY + DAY * n).weekday() == offset]
    spoken = [day for day in days if taper.speaks_on(day, person)]
    assert len(spoken) == len(taper.WEEKS)
    assert [taper.is_last(day, person) for day in spoken] == [False] * (len(spoken) - 1) + [True]


def test_nothing_tapers_by_itself() -> None:
    assert not taper.tapers(Person(1))
    assert not taper.speaks_on(TODAY, Person(1))


def test_after_the_choice_only_the_weekly_moment_is_left_until_the_goodbye() -> None:
    """From the choice on a Monday, each message sent leads to the next; after the goodbye none is planned."""
    facts = make_facts(on("calm"), tapers_since=TODAY)
    came = []
    for _ in range(20):
        planned = schedule.upcoming(facts)
        assert {one.kind for one in planned} <= {NudgeKind.WEEK}
        if not planned:
            break
        came.append((planned[0].day - TODAY).days)
        sent = SentNudge(NudgeKind.WEEK, planned[0].day, planned[0].at)
        facts = facts.replace(sent=(sent,), now=planned[0].at + timing.APART, today=planned[0].day)
    assert came == [6, 13, 20, 27, 41, 55, 83, 111]
    rules = registry.RULES[NudgeKind.WEEK]
    assert rules.obsolete(facts.today + DAY * 7, facts.now, facts) == "over"


def test_its_message_says_why_it_comes() -> None:
    assert registry.RULES[NudgeKind.WEEK].why(Person(1, tapers_since=TODAY)).key == "why-week-taper"
