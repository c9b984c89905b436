"""A meaning answers the question of a message like its button does, where the message is such a question."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.checkin import view
from bot.core.coach import ENGINE
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, Question
from bot.core.model.reading import Meaning
from bot.core.model.snapshot import Snapshot
from tests.core.helpers import TODAY, facts_of

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def ann() -> Snapshot:
    return facts_of(zone="UTC")


@pytest.mark.parametrize("day", [TODAY, YESTERDAY])
def test_the_question_of_a_message_is_known_by_its_buttons(ann: Snapshot, day: object) -> None:
    plan = ann.enrolments[0]
    shown = view.question(plan, day, ann)  # type: ignore[arg-type]
    assert ENGINE.question_below([b.token for b in shown.buttons]) == Question(day, plan.id)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "tokens",
    [
        (),
        ("checkin.a.2026-11-22.1.kept", "checkin.a.2026-11-23.1.kept"),  # which day?
        ("checkin.a.2026-11-23.1.missed", "topics.none"),  # "I read: not today. Right?"
        ("checkin.a.2026-11-23.1.kept", "checkin.a.2026-11-23.1.missed", "topics.none"),
        ("checkin.control.2026-11-23.1", "checkin.control.2026-11-23.skip"),
        ("checkin.a.today.1.kept", "checkin.a.2026-11-23." + "9" * 30, "no.token", "…"),
    ],
)
def test_other_messages_put_no_question(tokens: tuple[str, ...]) -> None:
    assert ENGINE.question_below(tokens) is None


def test_the_press_is_that_of_the_question_s_own_button(ann: Snapshot) -> None:
    plan = ann.enrolments[0].id
    for meaning, kept in ((Meaning.KEPT, "kept"), (Meaning.MISSED, "missed")):
        token = ENGINE.pressed_by(meaning, Question(YESTERDAY, plan), ann)
        assert token == f"checkin.a.{YESTERDAY}.{plan}.{kept}"


def test_what_is_stored_already_is_not_said_again_and_can_be_put_right(ann: Snapshot) -> None:
    question = Question(TODAY, ann.enrolments[0].id)
    kept = ann.with_entry(CheckinEntry(question.plan, TODAY, CheckinAnswer.KEPT))
    assert ENGINE.pressed_by(Meaning.KEPT, question, kept) is None
    assert ENGINE.pressed_by(Meaning.MISSED, question, kept)


def test_a_plan_of_nobody_and_a_meaning_that_is_no_answer_press_nothing(ann: Snapshot) -> None:
    assert ENGINE.pressed_by(Meaning.KEPT, Question(TODAY, 99), ann) is None
    assert ENGINE.pressed_by(Meaning.THANKS, Question(TODAY, ann.enrolments[0].id), ann) is None
