"""The report on a list: its shares, and that it never shows a line."""

from __future__ import annotations

from datetime import time

from bot.cli.hear import ASKED, row, shown
from bot.core.model.reading import Asked, Meaning, Reading, Safety
from bot.understanding.parts import Example
from bot.understanding.trial import Outcome, report
from tests.understanding.heard import heard


def outcome(expected: Meaning, reading: Reading, asked: Asked = Asked.CHECKIN, value: str = "") -> Outcome:
    return Outcome(Example(asked, Safety.NONE, expected, value, "a secret line"), reading)


OUTCOMES = [
    outcome(Meaning.KEPT, Reading(Meaning.KEPT, is_sure=True)),
    outcome(Meaning.KEPT, Reading(Meaning.PARTLY, others=(Meaning.KEPT,))),
    outcome(Meaning.MISSED, Reading(Meaning.KEPT, is_sure=True)),
    outcome(Meaning.MINUTES, Reading(Meaning.MINUTES, 45, is_sure=True), Asked.MINUTES, "45"),
]


def test_shares_are_of_all_lines_and_of_each_kind() -> None:
    lines = list(report(OUTCOMES, lambda reading: shown(reading.value)))
    assert lines[1].split() == ["all", "4", "50.0%", "50.0%", "75.0%", "25.0%"]
    assert "values: 1 of 1 right, 0 wrong and sure" in lines
    assert "missed -> kept: 1 (1)" in lines
    assert not any("secret" in line for line in lines)


def test_a_row_has_five_fields() -> None:
    assert list(ASKED) == list(Asked)
    reading = heard("yes", asked=Asked.CHECKIN)
    assert row(reading) == ("none", "kept", "-", "sure", "-")
    asked = Reading(Meaning.PARTLY, others=(Meaning.KEPT, Meaning.MISSED))
    assert row(asked) == ("none", "partly", "-", "ask", "kept|missed")
    assert shown(time(20, 30)) == "20:30"
