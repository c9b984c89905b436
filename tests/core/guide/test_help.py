from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.person import RestReason
from bot.core.model.snapshot import Snapshot
from tests.core.helpers import TODAY, Chat, facts_of

AT = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)  # Sunday, 20:00 in Berlin


def with_sent(kind: NudgeKind, *more: SentNudge, **person: object) -> Snapshot:
    return replace(facts_of(**person), sent=(*more, SentNudge(kind, TODAY - timedelta(days=1), AT)))


def test_help_names_every_command_and_three_ways() -> None:
    chat = Chat(facts_of())
    shown = chat.slash("help")
    for name in (
        "today",
        "week",
        "plans",
        "reflect",
        "journal",
        "why",
        "pause",
        "settings",
        "stop",
        "privacy",
    ):
        assert f"/{name}" in shown
    assert len(shown.split()) <= 60
    assert chat.tokens == ["checkin.open", "plans.list", "settings.show"]


@pytest.mark.parametrize(
    "person", [{"onboarded": False}, {"rest": RestReason.STOPPED}, {"rest": RestReason.CARE}]
)
def test_help_works_from_anywhere(person: dict[str, object]) -> None:
    chat = Chat(facts_of(**person))
    for word in ("help", "ayuda"):
        chat.type(word)
        assert chat.replies[0].key == "help-all"


def test_nothing_sent_yet() -> None:
    assert "I haven't written to you on my own in the last two weeks." in Chat(facts_of()).slash("why")


@pytest.mark.parametrize(
    ("kind", "what", "rule"),
    [
        (NudgeKind.CHECKIN, "the check-in", "It comes at 20:00."),
        (NudgeKind.REMINDER, "a reminder", "One reminder comes, 90 minutes after it."),
        (NudgeKind.LATER, "the check-in, once more", "You asked me to come back later."),
        (NudgeKind.REFLECTION, "a question to reflect on", "One such question comes a week."),
        (NudgeKind.WEEK, "your weekly summary", "It comes on Sunday at 17:00."),
    ],
)
def test_why_the_last_message_came(kind: NudgeKind, what: str, rule: str) -> None:
    shown = Chat(with_sent(kind)).slash("why")
    assert shown.startswith(f"Sunday, 22 November, 20:00: {what}.\n")
    assert rule in shown
    assert shown.endswith("In the last seven days I wrote once; your ceiling is 10.")


def test_settings_that_changed_since() -> None:
    assert "reminders were on then" in Chat(with_sent(NudgeKind.REMINDER, reminder_after=None)).slash("why")
    assert "they are off now" in Chat(with_sent(NudgeKind.REFLECTION, reflections_a_week=0)).slash("why")


@pytest.mark.parametrize(
    ("ignored", "told"),
    [(0, ""), (3, "every second day"), (5, "once a week"), (7, "every two weeks"), (9, "until you do")],
)
def test_a_slower_pace_is_told(ignored: int, told: str) -> None:
    shown = Chat(with_sent(NudgeKind.CHECKIN, ignored=ignored)).slash("why")
    assert told in shown
    assert ("unanswered" in shown) == bool(told)


def test_only_the_last_seven_days_count() -> None:
    old = tuple(SentNudge(NudgeKind.CHECKIN, TODAY, AT - timedelta(days=n)) for n in (5, 6, 7))
    shown = Chat(with_sent(NudgeKind.CHECKIN, *old)).slash("why")
    assert "I wrote 2 times; your ceiling is 10." in shown


def test_in_spanish() -> None:
    chat = Chat(with_sent(NudgeKind.WEEK, language="es"))
    assert "Plan" in chat.slash("help")
    shown = chat.slash("why")
    assert shown.startswith("domingo, 22 de noviembre, 20:00: tu resumen de la semana.")
    assert "Llega el domingo a las 17:00." in shown
