"""The arithmetic of figures and bounds, on records that are written down here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.rehearsal import chance, table
from bot.rehearsal.bounds import TABLE, Bound, missed
from bot.rehearsal.figures import (
    Figures,
    answered_checkins,
    count,
    longest_silence,
    on_return,
    repeats,
    words,
)
from bot.rehearsal.masking import Mask
from bot.rehearsal.record import DayState, Rehearsal, Speaker, Utterance
from tests.rehearsal.people import TALKER

FIRST = date(2026, 9, 7)
DAY = timedelta(days=1)


def said(day: int, speaker: Speaker, text: str, **rest: object) -> Utterance:
    there = FIRST + day * DAY
    at = datetime(there.year, there.month, there.day, 20, tzinfo=UTC)
    return Utterance(at, there, speaker, text, **rest)  # type: ignore[arg-type]


def test_words_are_runs_with_a_letter_or_a_figure() -> None:
    assert words("Kept: 4 of 5 – “well”, so it is.\n● ▢") == 8


def test_a_repeat_is_the_same_text_within_a_fortnight() -> None:
    days = [(FIRST, "a"), (FIRST + 14 * DAY, "a"), (FIRST + 29 * DAY, "a"), (FIRST + 29 * DAY, "a")]
    assert repeats(days) == 2
    assert repeats([(FIRST, "a"), (FIRST, "b")]) == 0


def test_figures_days_names_and_steps_are_masked_and_words_are_not() -> None:
    mask = Mask(["Monday", "September", "Ten minutes", "Ten minutes less", "."])
    assert mask("Monday, 7 September: TEN MINUTES LESS, 1,5 h") == mask(
        "Monday, 21 September: Ten minutes less, 45 h"
    )
    assert mask("a Mondayish thing") == "a Mondayish thing"
    assert Mask([])("on  7\nMonday") == "on ▢ Monday"


def test_a_check_in_counts_what_was_not_edited_in_place() -> None:
    sitting = [
        said(1, Speaker.UNASKED, "How did it go?", kind="checkin", sitting=4),
        said(1, Speaker.PERSON, "Kept", kind="press", sitting=4, answers_day=True),
        said(1, Speaker.COACH, "How many?", sitting=4, in_place=True),
        said(1, Speaker.NOTE, "a guess", sitting=4),
        said(1, Speaker.PERSON, "45", kind="type", sitting=4),
        said(1, Speaker.COACH, "Noted.", sitting=4),
    ]
    unanswered = [said(2, Speaker.UNASKED, "How did it go?", kind="checkin", sitting=5)]
    chat = [said(3, Speaker.UNASKED, "Your week", kind="week", sitting=6), replace(sitting[1], sitting=6)]
    assert answered_checkins([*sitting, *unanswered, *chat]) == [(2, 2)]


def test_a_silence_is_counted_while_coaching_goes_on() -> None:
    goes_on = [True] * 3 + [False] * 5 + [True] * 4
    days = [DayState(FIRST + n * DAY, frozenset(), coaches=on) for n, on in enumerate(goes_on)]
    assert longest_silence(days, {FIRST, FIRST + 9 * DAY}) == 2
    assert longest_silence(days, set()) == 4


def test_a_return_is_a_word_after_a_week_and_counts_what_follows_that_day() -> None:
    away = [
        said(0, Speaker.PERSON, "/start"),
        said(6, Speaker.PERSON, "yes"),
        said(13, Speaker.UNASKED, "before"),
        said(13, Speaker.PERSON, "hello"),
        said(13, Speaker.COACH, "Good to see you"),
        said(13, Speaker.UNASKED, "one"),
        said(13, Speaker.PERSON, "yes"),
        said(13, Speaker.UNASKED, "two"),
        said(14, Speaker.UNASKED, "three"),
    ]
    assert on_return(away) == 2
    assert on_return(away[:3]) is None


def lived() -> Rehearsal:
    """Fifteen days: a reason, two check-ins, a prompt of one's own, and the reason once more."""
    steps = [frozenset({(1, 1)}), frozenset({(1, 1), (2, 0)})]
    days = [DayState(FIRST + n * DAY, steps[n > 3], coaches=True) for n in range(15)]
    return Rehearsal(TALKER, "en", FIRST, days=days, said=[
        said(0, Speaker.PERSON, "I want my evenings back for reading", kind="type"),
        said(0, Speaker.COACH, "I want my evenings back for reading: noted"),
        said(1, Speaker.UNASKED, "Monday: how was it?", kind="checkin", sitting=1),
        said(1, Speaker.PERSON, "blah", kind="type", sitting=1, missed=True, asked_back=True),
        said(1, Speaker.PERSON, "Kept", kind="press", sitting=1, asked_back=True),
        said(2, Speaker.UNASKED, "Tuesday: how was it?", kind="checkin", sitting=2),
        said(3, Speaker.UNASKED, "A question: What would\nyou read?", kind="reflection", sitting=3),
        said(9, Speaker.COACH, "You wrote: “I want my evenings back for reading”."),
    ])  # fmt: skip


def test_the_figures_of_a_rehearsal() -> None:
    figures = count(lived(), Mask(["Monday", "Tuesday"]), ["What would you read?"])
    assert figures == Figures(
        messages=3, repeats=100 / 3, words=4, most_words=6, checkin_words=4, inputs=None, answers=None,
        typed=2, asked_back=1, missed=1,
        first_prompt=3, reason=9, steps=2, silence=11, on_return=None, guesses=0,
    )  # fmt: skip


def test_bounds_hold_where_they_apply() -> None:
    rehearsal = lived()
    figures = count(rehearsal, Mask(["Monday", "Tuesday"]), ["What would you read?"])
    assert [bound.figure for bound in missed(figures, rehearsal)] == ["repeats"]
    never = replace(figures, first_prompt=None, reason=None, repeats=15)
    assert [bound.figure for bound in missed(never, rehearsal)] == ["first_prompt", "reason"]
    short = replace(rehearsal, days=rehearsal.days[:13])  # type: ignore[type-var]
    assert missed(never, short) == []
    keen = replace(rehearsal, days=rehearsal.days * 6)  # type: ignore[type-var]
    assert "steps" in {bound.figure for bound in missed(figures, keen)}


@pytest.mark.parametrize(
    ("least", "most", "shown"), [(4, 6, "4–6"), (None, 15, "≤ 15"), (2, None, "≥ 2"), (None, None, "")]
)
def test_a_bound_is_printed_with_its_limits(least: float | None, most: float | None, shown: str) -> None:
    assert Bound("steps", "steps", least, most).limits == shown


def test_every_figure_has_a_title_and_tables_mark_what_misses_its_bound() -> None:
    assert [bound.figure for bound in TABLE] == list(Figures.__dataclass_fields__)
    rehearsal = lived()
    figures = count(rehearsal, Mask(["Monday", "Tuesday"]), ["What would you read?"])
    one = list(table.one(rehearsal, figures))
    assert one[0] == "talker (en), 15 days"
    assert [line.split()[-3:] for line in one if "repeats" in line] == [["33.3!", "≤", "15"]]
    many = list(table.many([(rehearsal, figures)]))
    assert many[2].split()[:4] == ["talker", "(en)", "3", "33.3!"]
    assert len(many[0]) == len(many[1]) == len(many[2])


def test_chance_is_the_same_everywhere_and_keeps_to_its_weights() -> None:
    assert f"{chance.share(11, 'answers', 3):.6f}" == "0.273672"
    draws = [chance.weighted({"kept": 3, "missed": 1, "never": 0}, 5, n) for n in range(400)]
    assert draws.count("never") == 0
    assert 270 < draws.count("kept") < 330
    assert {chance.between(2, 4, 1, n) for n in range(50)} == {2, 3, 4}
    assert not any(chance.happens(0, 1, n) for n in range(50))
    assert all(chance.happens(100, 1, n) for n in range(50))
