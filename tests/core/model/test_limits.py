"""What one person can store in a day has a generous end."""

from __future__ import annotations

import pytest

from bot.core.model import limits
from bot.core.model.checkin import DayRecord
from bot.core.model.effects import AddJournalEntry, RecordDay, StartPlan, UpdatePerson
from bot.core.model.journal import NOTE
from bot.core.model.limits import Stored
from bot.core.model.plan import Enrolment
from tests.core.making import TODAY, make_facts

LINE = AddJournalEntry(TODAY, NOTE, "words")
PLAN = StartPlan("test", 1, 0, TODAY)


@pytest.mark.parametrize(
    ("lines", "size", "refused"),
    [
        (0, 0, False),
        (limits.LINES_A_DAY - 1, 0, False),
        (limits.LINES_A_DAY, 0, True),
        (3, limits.BYTES_A_DAY - 1, False),
        (3, limits.BYTES_A_DAY, True),
    ],
)
def test_only_the_lines_beyond_it_are_refused(lines: int, size: int, refused: bool) -> None:
    commands = (RecordDay(DayRecord(TODAY, 4)), LINE, UpdatePerson({"ignored": 0}))
    found = limits.without_room(commands, Stored(lines, size), make_facts())
    assert found == ((LINE,) if refused else ())


def test_plans_are_counted_by_the_day_they_begin() -> None:
    begun = tuple(Enrolment(n, "test", 1, TODAY) for n in range(1, limits.PLANS_A_DAY + 1))
    assert limits.without_room((PLAN,), Stored(0, 0), make_facts(*begun[1:])) == ()
    assert limits.without_room((PLAN,), Stored(0, 0), make_facts(*begun)) == (PLAN,)
