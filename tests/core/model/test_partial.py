"""What was not loaded cannot be read by mistake, and everything else is as in any dataclass."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest

from bot.core.model.journal import JournalQuery
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.partial import NotLoaded
from bot.core.model.person import Person
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from tests.core.helpers import facts_of

SOMEBODY = Person.loaded(id=7, language="en", zone="UTC")


def test_a_field_that_was_not_loaded_raises_with_its_name_and_the_way_to_declare_it() -> None:
    with pytest.raises(NotLoaded, match=r"Person\.why was not loaded.*needs of the flow"):
        _ = SOMEBODY.why
    assert SOMEBODY.zone == "UTC"


@pytest.mark.parametrize("name", [field.name for field in fields(Snapshot)])
def test_every_field_of_a_snapshot_raises_where_it_was_not_loaded(name: str) -> None:
    with pytest.raises(NotLoaded, match=name):
        getattr(Snapshot.loaded(), name)


def test_a_field_that_does_not_exist_is_no_field_that_was_not_loaded() -> None:
    with pytest.raises(AttributeError):
        _ = SOMEBODY.hat  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        SOMEBODY.replace(hat=1)


def test_what_was_not_loaded_stays_so_in_a_changed_record() -> None:
    moved = SOMEBODY.replace(zone="Europe/Berlin")
    assert (moved.id, moved.zone, SOMEBODY.zone) == (7, "Europe/Berlin", "UTC")
    with pytest.raises(NotLoaded):
        _ = moved.why
    assert SOMEBODY.replace(why="less scrolling").why == "less scrolling"


def test_records_compare_by_what_was_loaded() -> None:
    assert Person.loaded(id=7, language="en", zone="UTC") == SOMEBODY
    assert Person.loaded(id=7, language="en") != SOMEBODY
    assert Enrolment(1, "a", 1, date(2026, 11, 1)) == Enrolment(1, "a", 1, date(2026, 11, 1))
    assert Enrolment(1, "a", 1, date(2026, 11, 1)) != Enrolment(2, "a", 1, date(2026, 11, 1))
    assert repr(SOMEBODY) == "Person(id=7, language='en', zone='UTC')"


def test_records_stay_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        SOMEBODY.zone = "UTC"  # type: ignore[misc]


def test_a_short_window_has_no_history() -> None:
    known = facts_of()
    assert known.history is known.entries
    with pytest.raises(NotLoaded, match="history"):
        _ = known.replace(whole=False).history


def test_needs_of_two_are_loaded_together() -> None:
    page, search = JournalQuery(), JournalQuery(needle="tea")
    one, two = SnapshotNeeds(history=True, journal=page), SnapshotNeeds(venue=True, journal=search)
    assert one | two == SnapshotNeeds(history=True, journal=page, venue=True)
    assert SnapshotNeeds() | two == two
