"""Typed words belong to what was asked last: the day and the plan of the question, or it is asked which."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.calendar import timing
from bot.core.coach import COACH, ENGINE
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.effects import AskLater, RecordEntry
from bot.core.model.inputs import SlashCommand
from bot.core.model.nudge import NudgeKind
from bot.core.model.plan import Enrolment, OwnPlan
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from tests.core.helpers import TODAY, Chat, answered_before, facts_of

YESTERDAY, BEFORE = TODAY - timedelta(days=1), TODAY - timedelta(days=2)
SINCE = TODAY - timedelta(days=30)


def at(snapshot: Snapshot, hour: int, *, days: int = 0) -> Snapshot:
    """The same facts at that hour (UTC), so many days later."""
    day = TODAY + timedelta(days=days)
    return replace(snapshot, now=datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC), today=day)


def asked(snapshot: Snapshot, days: int = 0, hour: int = 19, kind: NudgeKind = NudgeKind.CHECKIN) -> Chat:
    """Somebody whom the coach asked of its own accord, so many days after TODAY."""
    chat = Chat(at(snapshot, hour, days=days))
    ask(chat, kind)
    return chat


def ask(chat: Chat, kind: NudgeKind = NudgeKind.CHECKIN) -> None:
    day = chat.snapshot.today
    chat.stack = ENGINE.push_asked(
        schedule.message(kind, day, chat.snapshot, COACH.opening), chat.stack, chat.snapshot
    )
    chat.snapshot = schedule.after_sending(kind, day, chat.snapshot)


def plain(**more: object) -> Snapshot:
    return facts_of(zone="UTC", **more)


def mine(number: int) -> Enrolment:
    plan = OwnPlan(f"Plan {number}", f"do {number}", tuple(range(7)))
    return Enrolment(number, "own", 1, SINCE, step_since=SINCE, own=plan)


def booked(chat: Chat) -> list[CheckinEntry]:
    return [c.entry for c in chat.effects if isinstance(c, RecordEntry)]


# --- the morning after --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("done", CheckinAnswer.KEPT), ("partly", CheckinAnswer.PARTLY), ("missed", CheckinAnswer.MISSED),
    ("skip", CheckinAnswer.SKIPPED),
     ("yes", CheckinAnswer.KEPT), ("no", CheckinAnswer.MISSED)],
)  # fmt: skip
@pytest.mark.parametrize("remembered", [True, False])
def test_the_morning_after_words_are_about_yesterday(
    typed: str, kept: CheckinAnswer, remembered: bool
) -> None:
    """Also where only what was sent tells what was asked (an older release stored no question)."""
    chat = asked(plain(), days=-1)
    chat.snapshot = at(chat.snapshot, 7)
    if not remembered:
        chat.stack = ()
    chat.type(typed)
    assert booked(chat) == [CheckinEntry(1, YESTERDAY, kept)]
    assert chat.snapshot.entries.keys() == {(1, YESTERDAY)}


def test_whoever_was_ill_is_asked_whether_the_plan_applied() -> None:
    """An illness is no answer yet: nothing is booked, and the question stays open."""
    chat = asked(plain())
    shown = chat.type("sick today")
    assert shown.startswith("I hope you feel better soon.")
    assert f"checkin.a.{TODAY}.1.skipped" in chat.tokens
    assert chat.effects == ()
    chat.type("skip")
    assert booked(chat) == [CheckinEntry(1, TODAY, CheckinAnswer.SKIPPED)]
    again = Chat(at(plain(), 20))
    assert again.type("🤒").startswith("I hope you feel better soon.")


def test_an_illness_is_a_line_on_the_day_where_the_plan_is_answered() -> None:
    chat = asked(answered_before(plain()))
    chat.type("done")
    assert chat.waiting == "checkin.control"
    assert chat.type("sick today").startswith("It's in your /journal.")
    assert [w.text for w in chat.snapshot.journal] == ["sick today"]


def test_a_new_question_is_what_words_are_about() -> None:
    chat = asked(plain(), days=-1)
    chat.snapshot = at(chat.snapshot, 20)
    ask(chat)
    chat.type("done")
    assert booked(chat) == [CheckinEntry(1, TODAY, CheckinAnswer.KEPT)]


def test_words_on_a_question_of_two_days_ago_are_asked_about() -> None:
    chat = asked(plain(), hour=20)
    chat.snapshot = at(chat.snapshot, 20, days=2)
    chat.type("done")
    assert (booked(chat), chat.replies[0].key) == ([], "checkin-which-day")
    assert [t.split(".")[2] for t in chat.tokens] == ["2026-11-25", "2026-11-23"]


def test_a_question_that_was_opened_counts_as_asked() -> None:
    chat = asked(plain(), hour=20)
    chat.slash("checkin 2")
    chat.type("partly")
    assert booked(chat) == [CheckinEntry(1, BEFORE, CheckinAnswer.PARTLY)]


def test_checkin_opens_what_was_asked_last() -> None:
    chat = asked(plain(), days=-1)
    chat.snapshot = at(chat.snapshot, 8)
    chat.slash("checkin")
    assert any(token.startswith(f"checkin.a.{YESTERDAY}.") for token in chat.tokens)
    form = ENGINE.form_for_command("checkin", "", chat.stack, chat.snapshot)
    assert form is not None
    assert form.token == f"checkin.sent.{YESTERDAY}"
    chat.press("checkin.a." + f"{YESTERDAY}.1.kept")
    chat.slash("checkin")
    assert any(token.startswith(f"checkin.a.{TODAY}.") for token in chat.tokens)


def test_later_the_morning_after_plans_nothing() -> None:
    chat = asked(plain(), days=-1)
    chat.snapshot = at(chat.snapshot, 9)
    shown = chat.type("later")
    assert not any(isinstance(c, AskLater) for c in chat.effects)
    assert (chat.replies[0].key, chat.tokens) == ("checkin-later-past", [f"checkin.open.{YESTERDAY}"])
    assert "again" in shown


def test_later_before_the_checkin_leaves_it_at_its_time() -> None:
    chat = Chat(at(plain(), 9))
    assert "20:00" in chat.type("later")
    assert chat.effects == ()


@pytest.mark.parametrize(("minute", "offered"), [(10, ["20"]), (35, ["20"]), (50, [])])
def test_later_shortly_before_quiet_hours_offers_what_still_comes(minute: int, offered: list[str]) -> None:
    """Quiet hours begin at 22:00."""
    chat = asked(plain())
    chat.snapshot = replace(
        chat.snapshot, now=datetime(TODAY.year, TODAY.month, TODAY.day, 21, minute, tzinfo=UTC)
    )
    chat.type("later")
    assert chat.effects == ()
    sooner = [f"checkin.in.{TODAY}.{minutes}" for minutes in offered]
    assert chat.tokens == [*sooner, f"checkin.open.{TODAY}"]
    for token in sooner:
        chat.forge(token)
        (later,) = (c for c in chat.effects if isinstance(c, AskLater))
        assert not timing.in_quiet_hours(later.at, chat.snapshot.person)


def test_what_is_skipped_stays_skipped_and_the_next_plan_is_asked() -> None:
    snapshot = plain()
    chat = asked(replace(snapshot, enrolments=(*snapshot.enrolments, mine(2))), days=-1)
    chat.snapshot = at(chat.snapshot, 7)
    chat.type("skip")
    chat.type("done")
    assert chat.snapshot.entries.keys() == {(1, YESTERDAY), (2, YESTERDAY)}


def test_unasked_in_the_morning_it_is_asked_which_day() -> None:
    chat = Chat(at(plain(), 7))
    chat.type("done")
    assert (chat.replies[0].key, booked(chat)) == ("checkin-which-day", [])
    assert chat.tokens == [f"checkin.a.{day}.1.kept" for day in (TODAY, YESTERDAY, BEFORE)]
    chat.press(chat.tokens[1])
    assert booked(chat) == [CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT)]


def test_unasked_later_in_the_day_it_is_today() -> None:
    chat = Chat(at(plain(), 13))
    chat.type("done")
    assert booked(chat) == [CheckinEntry(1, TODAY, CheckinAnswer.KEPT)]


def test_unasked_after_an_answered_day_only_the_days_since_can_be_meant() -> None:
    chat = Chat(at(plain().with_entry(CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT)), 7))
    chat.type("done")
    assert booked(chat) == [CheckinEntry(1, TODAY, CheckinAnswer.KEPT)]


# --- hypothesis: any moment of the following days -----------------------------------------------------

MOVES = st.one_of(
    st.tuples(st.just("pass"), st.integers(1, 30)),
    st.tuples(st.just("ask"), st.just(0)),
    st.tuples(st.just("open"), st.integers(0, 2)),
    st.tuples(st.just("aside"), st.sampled_from(range(4))),
    st.tuples(st.just("say"), st.sampled_from(range(4))),
)
ASIDE = ("/plans", "/help", "hello", "/today")
SAY = ("done", "partly", "missed", "skip")


@example(moves=[("ask", 0), ("open", 2), ("pass", 18), ("say", 0)], plans=1)
@example(moves=[("pass", 15), ("open", 2), ("say", 0), ("open", 0), ("open", 2), ("say", 0)], plans=1)
@given(st.lists(MOVES, max_size=14), st.integers(1, 3))
def test_words_are_booked_on_what_was_asked_last_or_it_is_asked_which(
    moves: list[tuple[str, int]], plans: int
) -> None:
    """The state is written to JSON and read back between any two turns (see `Chat`)."""
    snapshot = plain()
    several = (snapshot.enrolments[0], mine(2), mine(3))[:plans]
    chat, last = Chat(at(replace(snapshot, enrolments=several), 10)), None
    looked = False  # whether the day before yesterday was shown last, all answered
    for move, number in moves:
        today = chat.snapshot.today
        if move == "pass":
            chat.snapshot = _passed(chat.snapshot, number)
        elif move == "ask" and not any(s.day == today for s in chat.snapshot.sent):
            if _open(chat.snapshot, today):
                ask(chat)
                looked, last = False, today
        elif move == "open":
            chat.slash("checkin" if number == 0 else f"checkin {number}")
            shown = _shown_day(chat)
            looked, last = shown is None and number == 2, shown or last
        elif move == "aside":
            chat.type(ASIDE[number])
        elif move == "say":
            if chat.waiting:
                chat.stack = ()  # a question of another kind is not this test's
                continue
            sent = max((one.day for one in chat.snapshot.sent), default=None)
            waits = [day for day in (last, sent) if day and _fillable(chat.snapshot, day)]
            chat.type(SAY[number])
            days_booked = {e.day for e in booked(chat)}
            closed = last is not None and last not in waits  # then it may be asked which day is meant
            old = bool(waits) and waits[0] < today - timedelta(days=1)  # then it is asked which day
            if waits and not closed and not old and not looked:
                assert days_booked == {waits[0]}
            else:
                assert days_booked <= {*waits, today}
            shown = _shown_day(chat)
            looked, last = looked and shown is None, shown or last


def _passed(snapshot: Snapshot, hours: int) -> Snapshot:
    now = snapshot.now + timedelta(hours=hours)
    return replace(snapshot, now=now, today=(now - timedelta(hours=4)).date())


def _fillable(snapshot: Snapshot, day: date) -> bool:
    return snapshot.today - timedelta(days=3) < day and _open(snapshot, day)


def _open(snapshot: Snapshot, day: date) -> bool:
    return any((e.id, day) not in snapshot.entries for e in snapshot.enrolments)


def _shown_day(chat: Chat) -> date | None:
    """The day that the check-in on show is about."""
    shown = [t for t in chat.tokens if t.startswith("checkin.a.")]
    if not shown or chat.replies[-1].key == "checkin-which-day":
        return None
    return date.fromisoformat(shown[0].split(".")[2])


@pytest.mark.parametrize("argument", ["tomorrow", "x", "3", "2026-13-40"])
def test_a_day_that_is_none_is_not_passed_over_in_silence(argument: str) -> None:
    snapshot = plain()
    first, *_ = ENGINE.turn(SlashCommand("checkin", argument), (), snapshot).replies
    assert (first.key, first.args) == ("checkin-day-unknown", {"words": argument})
    assert ENGINE.turn(SlashCommand("checkin"), (), snapshot).replies[0].key != "checkin-day-unknown"
