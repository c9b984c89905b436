"""Typed words belong to what was asked last: the day and the plan of the question, or it is asked which."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.calendar import timing
from bot.core.conversation import engine
from bot.core.model.checkin import Entry, Kept
from bot.core.model.effects import Later, RecordEntry
from bot.core.model.inputs import Command
from bot.core.model.nudge import Kind
from bot.core.model.plan import Enrolment, OwnPlan
from bot.core.model.snapshot import Facts
from bot.core.nudges import composition, schedule
from tests.core.helpers import TODAY, Chat, facts_of

YESTERDAY, BEFORE = TODAY - timedelta(days=1), TODAY - timedelta(days=2)
SINCE = TODAY - timedelta(days=30)


def at(facts: Facts, hour: int, *, days: int = 0) -> Facts:
    """The same facts at that hour (UTC), so many days later."""
    day = TODAY + timedelta(days=days)
    return replace(facts, now=datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC), today=day)


def asked(facts: Facts, days: int = 0, hour: int = 19, kind: Kind = Kind.CHECKIN) -> Chat:
    """Somebody whom the coach asked of its own accord, so many days after TODAY."""
    chat = Chat(at(facts, hour, days=days))
    ask(chat, kind)
    return chat


def ask(chat: Chat, kind: Kind = Kind.CHECKIN) -> None:
    day = chat.facts.today
    chat.stack = engine.begun(composition.compose(kind, day, chat.facts), chat.stack, chat.facts)
    chat.facts = schedule.arrived(kind, day, chat.facts)


def plain(**more: object) -> Facts:
    return facts_of(zone="UTC", **more)


def mine(number: int) -> Enrolment:
    plan = OwnPlan(f"Plan {number}", f"do {number}", tuple(range(7)))
    return Enrolment(number, "own", 1, SINCE, step_since=SINCE, own=plan)


def booked(chat: Chat) -> list[Entry]:
    return [c.entry for c in chat.commands if isinstance(c, RecordEntry)]


# --- the morning after --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("done", Kept.KEPT), ("partly", Kept.PARTLY), ("missed", Kept.MISSED), ("skip", Kept.SKIPPED),
     ("yes", Kept.KEPT), ("no", Kept.MISSED)],
)  # fmt: skip
@pytest.mark.parametrize("remembered", [True, False])
def test_the_morning_after_words_are_about_yesterday(typed: str, kept: Kept, remembered: bool) -> None:
    """Also where only what was sent tells what was asked (an older release stored no question)."""
    chat = asked(plain(), days=-1)
    chat.facts = at(chat.facts, 7)
    if not remembered:
        chat.stack = ()
    chat.type(typed)
    assert booked(chat) == [Entry(1, YESTERDAY, kept)]
    assert chat.facts.entries.keys() == {(1, YESTERDAY)}


def test_whoever_was_ill_is_asked_whether_the_plan_applied() -> None:
    """An illness is no answer yet: nothing is booked, and the question stays open."""
    chat = asked(plain())
    shown = chat.type("sick today")
    assert shown.startswith("I hope you feel better soon.")
    assert f"checkin.a.{TODAY}.1.skipped" in chat.tokens
    assert chat.commands == ()
    chat.type("skip")
    assert booked(chat) == [Entry(1, TODAY, Kept.SKIPPED)]
    again = Chat(at(plain(), 20))
    assert again.type("🤒").startswith("I hope you feel better soon.")


def test_an_illness_is_a_line_on_the_day_where_one_is_asked_for() -> None:
    chat = asked(plain())
    chat.type("done")
    assert chat.waiting == "checkin.control"
    assert chat.type("sick today").startswith("It's in your /journal.")
    assert [w.text for w in chat.facts.journal] == ["sick today"]


def test_a_new_question_is_what_words_are_about() -> None:
    chat = asked(plain(), days=-1)
    chat.facts = at(chat.facts, 20)
    ask(chat)
    chat.type("done")
    assert booked(chat) == [Entry(1, TODAY, Kept.KEPT)]


def test_a_question_that_was_opened_counts_as_asked() -> None:
    chat = asked(plain(), hour=20)
    chat.slash("checkin 2")
    chat.type("partly")
    assert booked(chat) == [Entry(1, BEFORE, Kept.PARTLY)]


def test_checkin_opens_what_was_asked_last() -> None:
    chat = asked(plain(), days=-1)
    chat.facts = at(chat.facts, 8)
    chat.slash("checkin")
    assert any(token.startswith(f"checkin.a.{YESTERDAY}.") for token in chat.tokens)
    form = engine.form_of("checkin", "", chat.stack, chat.facts)
    assert form is not None
    assert form.token == f"checkin.sent.{YESTERDAY}"
    chat.press("checkin.a." + f"{YESTERDAY}.1.kept")
    chat.type("4")
    chat.type("skip")
    chat.slash("checkin")
    assert any(token.startswith(f"checkin.a.{TODAY}.") for token in chat.tokens)


def test_later_the_morning_after_plans_nothing() -> None:
    chat = asked(plain(), days=-1)
    chat.facts = at(chat.facts, 9)
    shown = chat.type("later")
    assert not any(isinstance(c, Later) for c in chat.commands)
    assert (chat.replies[0].key, chat.tokens) == ("checkin-later-past", [f"checkin.open.{YESTERDAY}"])
    assert "again" in shown


def test_later_before_the_checkin_leaves_it_at_its_time() -> None:
    chat = Chat(at(plain(), 9))
    assert "20:00" in chat.type("later")
    assert chat.commands == ()


@pytest.mark.parametrize(("minute", "offered"), [(10, ["30", "15"]), (38, ["15"]), (50, [])])
def test_later_shortly_before_quiet_hours_offers_what_still_comes(minute: int, offered: list[str]) -> None:
    """Quiet hours begin at 22:00."""
    chat = asked(plain())
    chat.facts = replace(chat.facts, now=datetime(TODAY.year, TODAY.month, TODAY.day, 21, minute, tzinfo=UTC))
    chat.type("later")
    assert chat.commands == ()
    sooner = [f"checkin.in.{TODAY}.{minutes}" for minutes in offered]
    assert chat.tokens == [*sooner, f"checkin.open.{TODAY}"]
    for token in sooner:
        chat.forge(token)
        (later,) = (c for c in chat.commands if isinstance(c, Later))
        assert not timing.in_quiet_hours(later.at, chat.facts.person)


def test_what_is_skipped_stays_skipped_and_the_next_plan_is_asked() -> None:
    facts = plain()
    chat = asked(replace(facts, enrolments=(*facts.enrolments, mine(2))), days=-1)
    chat.facts = at(chat.facts, 7)
    chat.type("skip")
    chat.type("done")
    assert chat.facts.entries.keys() == {(1, YESTERDAY), (2, YESTERDAY)}


def test_unasked_in_the_morning_it_is_asked_which_day() -> None:
    chat = Chat(at(plain(), 7))
    chat.type("done")
    assert (chat.replies[0].key, booked(chat)) == ("checkin-which-day", [])
    assert chat.tokens == [f"checkin.a.{day}.1.kept" for day in (TODAY, YESTERDAY, BEFORE)]
    chat.press(chat.tokens[1])
    assert booked(chat) == [Entry(1, YESTERDAY, Kept.KEPT)]


def test_unasked_later_in_the_day_it_is_today() -> None:
    chat = Chat(at(plain(), 13))
    chat.type("done")
    assert booked(chat) == [Entry(1, TODAY, Kept.KEPT)]


def test_unasked_after_an_answered_day_only_the_days_since_can_be_meant() -> None:
    chat = Chat(at(plain().with_entry(Entry(1, YESTERDAY, Kept.KEPT)), 7))
    chat.type("done")
    assert booked(chat) == [Entry(1, TODAY, Kept.KEPT)]


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
@given(st.lists(MOVES, max_size=14), st.integers(1, 3))
def test_words_are_booked_on_what_was_asked_last_or_it_is_asked_which(
    moves: list[tuple[str, int]], plans: int
) -> None:
    """The state is written to JSON and read back between any two turns (see `Chat`)."""
    facts = plain()
    several = (facts.enrolments[0], mine(2), mine(3))[:plans]
    chat, last = Chat(at(replace(facts, enrolments=several), 10)), None
    for move, number in moves:
        today = chat.facts.today
        if move == "pass":
            chat.facts = _passed(chat.facts, number)
        elif move == "ask" and not any(s.day == today for s in chat.facts.sent):
            if _open(chat.facts, today):
                ask(chat)
                last = today
        elif move == "open":
            chat.slash("checkin" if number == 0 else f"checkin {number}")
            last = _shown_day(chat) or last
        elif move == "aside":
            chat.type(ASIDE[number])
        elif move == "say":
            if chat.waiting:
                chat.stack = ()  # a question of another kind is not this test's
                continue
            sent = max((one.day for one in chat.facts.sent), default=None)
            waits = [day for day in (last, sent) if day and _fillable(chat.facts, day)]
            chat.type(SAY[number])
            days_booked = {e.day for e in booked(chat)}
            closed = last is not None and last not in waits  # then it may be asked which day is meant
            if waits and not closed:
                assert days_booked == {waits[0]}
            else:
                assert days_booked <= {*waits, today}
            last = _shown_day(chat) or last


def _passed(facts: Facts, hours: int) -> Facts:
    now = facts.now + timedelta(hours=hours)
    return replace(facts, now=now, today=(now - timedelta(hours=4)).date())


def _fillable(facts: Facts, day: date) -> bool:
    return facts.today - timedelta(days=3) < day and _open(facts, day)


def _open(facts: Facts, day: date) -> bool:
    return any((e.id, day) not in facts.entries for e in facts.enrolments)


def _shown_day(chat: Chat) -> date | None:
    """The day that the check-in on show is about."""
    shown = [t for t in chat.tokens if t.startswith("checkin.a.")]
    if not shown or chat.replies[-1].key == "checkin-which-day":
        return None
    return date.fromisoformat(shown[0].split(".")[2])


@pytest.mark.parametrize("argument", ["tomorrow", "x", "3", "2026-13-40"])
def test_a_day_that_is_none_is_not_passed_over_in_silence(argument: str) -> None:
    facts = plain()
    first, *_ = engine.turn(Command("checkin", argument), (), facts).replies
    assert (first.key, first.args) == ("checkin-day-unknown", {"words": argument})
    assert engine.turn(Command("checkin"), (), facts).replies[0].key != "checkin-day-unknown"
