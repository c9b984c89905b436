"""When a person's own reason is said back: soon enough, on hard days and at turns, not twice in a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.snapshot import Snapshot
from bot.core.progress import own_reason
from bot.core.progress.own_reason import Occasion
from tests.core.helpers import TODAY, Chat, facts_of, library

WHY = "I want my evenings back"
DAY = timedelta(days=1)


def wrote(why: str = WHY, ago: int | None = 7) -> Snapshot:
    """Somebody who gave a reason, written or said back so many days ago."""
    return facts_of(why=why, why_said_on=None if ago is None else TODAY - DAY * ago)


@pytest.mark.parametrize(
    ("occasion", "ago", "comes"),
    [
        (Occasion.HARD_DAY, 1, False), (Occasion.HARD_DAY, 2, True),
        (Occasion.TURN, 2, False), (Occasion.TURN, 3, True),
        (Occasion.WEEK, 4, False), (Occasion.WEEK, 5, True), (Occasion.WEEK, None, True),
    ],
)  # fmt: skip
def test_it_rests_some_days_after_it_was_written_or_said(
    occasion: Occasion, ago: int | None, comes: bool
) -> None:
    found = own_reason.line(occasion, wrote(ago=ago))
    assert (found is not None) == comes
    assert found is None or WHY in str(found.args)


@pytest.mark.parametrize("weekday", range(7))
def test_the_weekly_summary_alone_brings_it_within_a_fortnight(weekday: int) -> None:
    begun = date(2026, 11, 23) + DAY * weekday
    said: list[date] = []
    for n in range(1, 60):
        today = begun + DAY * n
        last = said[-1] if said else begun
        snapshot = replace(wrote(), today=today, person=facts_of(why=WHY, why_said_on=last).person)
        if today.weekday() == 6 and own_reason.line(Occasion.WEEK, snapshot):
            said.append(today)
    assert (said[0] - begun).days <= 14
    assert all((later - earlier).days <= 14 for earlier, later in pairwise(said))


@pytest.mark.parametrize("why", ["", "   "])
def test_without_a_reason_nothing_is_said(why: str) -> None:
    assert [own_reason.line(occasion, wrote(why)) for occasion in Occasion] == [None] * 3


def test_what_is_not_to_be_said_back_is_only_told_to_be_kept() -> None:
    snapshot = wrote("I hate myself afterwards")
    words = {"en": {"harsh": frozenset({"hate"})}}
    snapshot = replace(snapshot, library=replace(library(), lexicon=words))
    lines = [own_reason.line(occasion, snapshot) for occasion in Occasion]
    assert [line and (line.key, line.args) for line in lines] == [None, None, ("reason-kept", {})]


@pytest.mark.parametrize(
    ("answers", "hard"),
    [("MM", True), ("KMM", True), ("MSM", True), ("M", False), ("MK", False), ("KM", False), ("PM", False)],
)
def test_a_hard_day_is_the_second_miss_in_a_row(answers: str, hard: bool) -> None:
    kinds = {kind.value[0].upper(): kind for kind in CheckinAnswer}
    snapshot = facts_of()
    for n, answer in enumerate(reversed(answers)):
        snapshot = snapshot.with_entry(CheckinEntry(1, TODAY - DAY * n, kinds[answer]))
    assert own_reason.is_hard(snapshot.enrolments[0], snapshot) == hard


def test_a_second_miss_ends_with_the_reason_and_a_third_one_does_not_repeat_it() -> None:
    chat = Chat(wrote())
    chat.snapshot = chat.snapshot.with_entry(CheckinEntry(1, TODAY - DAY, CheckinAnswer.MISSED))
    chat.forge(f"checkin.a.{TODAY}.1.missed")
    chat.forge(f"checkin.control.{TODAY}.skip")
    assert WHY in chat.forge(f"checkin.obstacle.{TODAY}.skip")
    assert chat.snapshot.person.why_said_on == TODAY
    chat.snapshot = replace(chat.snapshot, today=TODAY + DAY, now=chat.snapshot.now + DAY)
    chat.forge(f"checkin.a.{TODAY + DAY}.1.missed")
    assert WHY not in chat.forge(f"checkin.obstacle.{TODAY + DAY}.skip")


def test_a_week_says_it_once() -> None:
    chat = Chat(wrote())
    assert WHY in chat.slash("week")
    assert WHY not in chat.slash("week")
