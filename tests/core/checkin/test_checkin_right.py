"""What was said once can be put right: figures, answers, whole days; and a day is asked as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.checkin import asking, by_words, checkin, view
from bot.core.conversation.flow import Answer
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import AddJournalEntry, DeleteDay, DeleteEntry, RecordDay, RecordEntry
from bot.core.model.inputs import TypedText
from bot.core.model.journal import NOTE
from bot.core.model.messages import Text
from bot.core.model.nudge import NudgeKind
from bot.core.model.plan import Decision, Earlier, OwnPlan, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from bot.core.progress import habits
from bot.core.week import summary
from tests.core.helpers import LANGUAGES, TODAY, Chat, answered_before, facts_of, wording
from tests.core.making import make_facts, on, own

YESTERDAY = TODAY - timedelta(days=1)


def keys(chat: Chat) -> list[str]:
    return [reply.key for reply in chat.replies]


# --- figures ------------------------------------------------------------------------------------------


def measured(*entries: CheckinEntry, step: int = 1) -> Snapshot:
    return make_facts(on("minutes", 1, step=step), entries=entries)


def test_a_figure_is_asked_again_with_the_old_one_before_ones_eyes() -> None:
    wrong = CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 900.0, 1)
    turn = checkin.answered(f"{TODAY}.1.kept", measured(wrong))
    [reply] = turn.replies
    assert (reply.key, reply.args["amount"]) == ("checkin-amount-minutes-again", 900.0)
    right = asking.ask_amount(Answer("90"), turn.data, measured(wrong))
    assert right.effects == (RecordEntry(replace(wrong, amount=90)),)


@pytest.mark.parametrize(("ends", "left"), [("skip", 900.0), ("clear", None)])
def test_a_figure_can_be_left_or_taken_out(ends: str, left: float | None) -> None:
    wrong = CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 900.0, 1)
    turn = checkin.answered(f"{TODAY}.1.kept", measured(wrong))
    token = next(b.token for b in turn.replies[0].buttons if b.token.endswith(ends))
    after = asking.ask_amount(Answer(token.removeprefix("checkin.amount."), True), turn.data, measured(wrong))
    assert [c.entry.amount for c in after.effects if isinstance(c, RecordEntry)] == ([] if left else [None])


def test_the_button_of_another_figure_changes_nothing() -> None:
    snapshot = measured(CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 900.0, 1))
    data = {"day": TODAY.isoformat(), "enrolment": 1}
    turn = asking.ask_amount(Answer(f"{YESTERDAY}.1.clear", True), data, snapshot)
    assert (turn.replies[0].key, turn.effects, turn.step) == ("talk-stale", (), "amount")


def test_a_figure_typed_after_all_is_answered_puts_it_right() -> None:
    wrong = CheckinEntry(1, TODAY, CheckinAnswer.MISSED, 900.0, 1)
    snapshot = measured(CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT, 100.0, 0), wrong).with_day(
        DayRecord(TODAY, 4)
    )
    turn = by_words.by_words("90 min", "", snapshot)
    assert turn is not None
    assert turn.effects[0] == RecordEntry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 90, 1))


def test_a_day_that_does_not_apply_has_no_figure() -> None:
    snapshot = measured(CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 900.0, 1))
    turn = checkin.answered(f"{TODAY}.1.skipped", snapshot)
    assert turn.effects[0] == RecordEntry(CheckinEntry(1, TODAY, CheckinAnswer.SKIPPED, None, 1))


def test_figures_of_days_that_did_not_apply_count_nowhere() -> None:
    """An older release kept them."""
    skipped, said = (
        CheckinEntry(1, YESTERDAY, CheckinAnswer.SKIPPED, 900.0, 1),
        CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 60.0, 1),
    )
    snapshot = measured(skipped, said)
    assert habits.target(snapshot, snapshot.enrolments[0]) == 50
    [week] = summary.week(
        make_facts(on("minutes", 1, step=1), today=TODAY + timedelta(1), entries=(skipped, said))
    ).plans
    assert week.minutes == 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_shows_its_figures(language: str) -> None:
    snapshot = measured(CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 45.0, 1))
    posts = make_facts(on("posts", 2), entries=[CheckinEntry(2, TODAY, CheckinAnswer.KEPT, 1.0)])
    assert view.line(snapshot.enrolments[0], TODAY, snapshot).key == "checkin-line-minutes"
    assert view.line(posts.enrolments[0], TODAY, posts).key == "checkin-line-count"


# --- taking back --------------------------------------------------------------------------------------


def test_undo_right_after_an_answer_takes_it_back() -> None:
    chat = Chat(facts_of())
    chat.type("done")
    chat.type("oops")
    assert chat.effects == (DeleteEntry(1, TODAY),)
    assert keys(chat) == ["checkin-taken-back", "checkin-question"]
    assert chat.snapshot.entries == {}
    chat.type("partly")
    assert chat.snapshot.entries == {(1, TODAY): CheckinEntry(1, TODAY, CheckinAnswer.PARTLY)}


def test_undo_takes_the_last_answer_back_not_the_one_before() -> None:
    chat = Chat(answered_before(facts_of()))
    for words in ("done", "4", "undo"):
        chat.type(words)
    assert chat.effects == (DeleteDay(TODAY),)
    assert (chat.waiting, (1, TODAY) in chat.snapshot.entries) == ("checkin.control", True)


def test_undo_after_the_last_question_still_knows_what_was_answered() -> None:
    chat = Chat(
        facts_of().with_entry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT)).with_day(DayRecord(TODAY, 4))
    )
    chat.slash("checkin")
    for start in ("checkin.f.", "checkin.f.", "checkin.a."):
        chat.press(next(token for token in chat.tokens if token.startswith(start)))
    chat.type("undo")
    assert chat.effects == (DeleteEntry(1, TODAY),)


def test_undo_later_on_asks_what_to_change() -> None:
    chat = Chat(
        facts_of().with_entry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT)).with_day(DayRecord(TODAY, 4))
    )
    chat.type("oops")
    assert (keys(chat), chat.effects) == (["checkin-which"], ())
    assert f"checkin.reopen.{TODAY}" in chat.tokens


def test_undo_with_nothing_answered_means_nothing() -> None:
    chat = Chat(facts_of())
    chat.type("oops")
    assert (keys(chat), chat.effects) == (["heard-unclear"], ())


def test_a_day_opened_again_is_asked_in_the_evening() -> None:
    morning = answered_before(facts_of(zone="UTC"))
    chat = Chat(replace(morning, now=morning.now.replace(hour=12)))
    for words in ("done", "4", "oops"):
        chat.type(words)
    assert not any(d.day == TODAY for d in schedule.upcoming(chat.snapshot) if d.kind is NudgeKind.CHECKIN)
    chat.forge(f"checkin.reopen.{TODAY}")
    assert set(chat.effects) == {DeleteEntry(1, TODAY), DeleteDay(TODAY)}
    assert any((d.kind, d.day) == (NudgeKind.CHECKIN, TODAY) for d in schedule.upcoming(chat.snapshot))
    assert keys(chat) == ["checkin-reopened", "checkin-question"]


def test_a_day_that_is_closed_is_not_opened_again() -> None:
    old = TODAY - timedelta(days=3)
    chat = Chat(facts_of().with_entry(CheckinEntry(1, old, CheckinAnswer.KEPT)))
    chat.forge(f"checkin.reopen.{old}")
    assert (keys(chat)[0], chat.effects) == ("checkin-closed-day", ())


# --- in control ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["skip", "press"])
def test_how_in_control_it_felt_can_be_skipped(way: str) -> None:
    chat = Chat(answered_before(facts_of()))
    chat.type("done")
    chat.press(f"checkin.control.{TODAY}.skip") if way == "press" else chat.type("skip")
    assert chat.effects == (RecordDay(DayRecord(TODAY)),)
    assert keys(chat) == ["checkin-done"]
    chat.slash("checkin")
    assert keys(chat) == ["checkin-whole"]


def test_skipping_leaves_what_was_said_before() -> None:
    chat = Chat(
        facts_of()
        .with_entry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT))
        .with_day(DayRecord(TODAY, 4, "mood"))
    )
    chat.forge(f"checkin.cf.{TODAY}")
    chat.type("skip")
    assert chat.snapshot.days[TODAY] == DayRecord(TODAY, 4, "mood")


def test_every_line_that_is_typed_is_kept() -> None:
    chat = Chat(answered_before(facts_of()))
    lines = [f"{n} line of today" for n in ("first", "second", "third", "fourth")]
    for words in ("done", *lines[:2], "4", *lines[2:]):
        chat.type(words)
    assert [w.text for w in chat.snapshot.journal] == lines[::-1]


# --- a day as it was ----------------------------------------------------------------------------------


def test_yesterday_is_asked_with_the_step_of_yesterday() -> None:
    moved = on("minutes", 1, step=2, step_since=TODAY)
    snapshot = make_facts(moved, decisions=[Decision(1, TODAY, StepChoice.FURTHER)])
    args = view.question(moved, YESTERDAY, snapshot).args["lines"][-1].args  # type: ignore[index,union-attr]
    assert args["step"].key == "plan-minutes-short-ten"  # type: ignore[union-attr]
    turn = checkin.answered(f"{YESTERDAY}.1.kept", snapshot)
    assert turn.effects == (RecordEntry(CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT, None, 1)),)


def test_figures_are_judged_by_the_step_of_their_day() -> None:
    moved = on("minutes", 1, step=2, step_since=TODAY)
    first = CheckinEntry(1, TODAY - timedelta(days=5), CheckinAnswer.KEPT, 100.0, 0)
    moves = [Decision(1, TODAY - timedelta(days=n), StepChoice.FURTHER) for n in (3, 0)]
    snapshot = make_facts(moved, entries=[first], decisions=moves)
    assert checkin.figured(f"{YESTERDAY}.1.85", snapshot).effects[0] == RecordEntry(
        CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT, 85, 1)
    )
    assert checkin.figured(f"{TODAY}.1.85", snapshot).effects[0] == RecordEntry(
        CheckinEntry(1, TODAY, CheckinAnswer.PARTLY, 85, 2)
    )


def test_steps_taken_back_and_forth_are_counted_back() -> None:
    plan = on("calm", 1, step=1, step_since=TODAY)
    choices = [(0, StepChoice.EASIER), (1, StepChoice.FURTHER), (2, StepChoice.KEEP)]
    snapshot = make_facts(plan, decisions=[Decision(1, TODAY - timedelta(n), c) for n, c in choices])
    steps = [habits.as_of(snapshot, plan, TODAY - timedelta(n)).step for n in range(4)]
    assert steps == [1, 2, 1, 1]


def test_an_own_plan_is_asked_in_the_words_of_the_day() -> None:
    words = OwnPlan("Walk", "to the lake", tuple(range(7)), (Earlier(TODAY, "to the gate", tuple(range(7))),))
    plan = own(1, words=words, step=1, step_since=TODAY)
    snapshot = make_facts(plan, decisions=[Decision(1, TODAY, StepChoice.FURTHER)])
    for day, shown in ((YESTERDAY, "to the gate"), (TODAY, "to the lake")):
        asked = wording().plain(view.question(plan, day, snapshot).text, "en")
        assert f"Walk: {shown}" in asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_today_is_said_of_today_alone(language: str) -> None:
    snapshot = make_facts(on("calm"), language=language)
    labels = {
        day: [
            wording().label(b.label, language)
            for b in view.question(snapshot.enrolments[0], day, snapshot).buttons
        ]
        for day in (TODAY, YESTERDAY)
    }
    today = wording().label(Text("checkin-missed"), language)
    assert (today in labels[TODAY], today in labels[YESTERDAY]) == (True, False)


# --- late forms ---------------------------------------------------------------------------------------


def test_the_words_of_a_late_form_are_kept_and_it_is_said() -> None:
    old = TODAY - timedelta(days=4)
    chat = Chat(facts_of())
    chat.fill(f"checkin.sent.{old}", e1="kept", note="A hard day.")
    assert chat.effects == (AddJournalEntry(old, NOTE, "A hard day."),)
    assert keys(chat) == ["checkin-closed", "checkin-late-line"]


def test_a_late_form_without_words_says_that_it_is_late() -> None:
    chat = Chat(facts_of())
    chat.fill(f"checkin.sent.{TODAY - timedelta(days=4)}", e1="kept")
    assert (keys(chat), chat.effects) == (["checkin-closed-day", "checkin-question"], ())


@pytest.mark.parametrize(
    "token", ["checkin.sent.never", "nobody.sent.x", "checkin.gone.x", "reflect.sent.GONE"]
)
def test_words_that_have_no_place_are_handed_back(token: str) -> None:
    chat = Chat(facts_of())
    shown = chat.fill(token, note="A hard day.", words="A hard day.", e1="kept")
    assert "A hard day." in shown or any(isinstance(c, AddJournalEntry) for c in chat.effects)


# --- replies ------------------------------------------------------------------------------------------


def about(day: object, kind: str = "a") -> tuple[str, ...]:
    ends = {"a": ("1.kept", "1.partly"), "control": ("1", "5", "skip"), "note": ("skip",)}[kind]
    return tuple(f"checkin.{kind}.{day}.{end}" for end in ends)


def test_a_reply_answers_the_question_that_it_points_to() -> None:
    chat = Chat(facts_of())
    chat.slash("checkin")
    chat.do(TypedText("done", about(YESTERDAY)))
    assert chat.effects == (RecordEntry(CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT)),)


def test_a_reply_puts_an_answer_right() -> None:
    chat = Chat(
        facts_of()
        .with_entry(CheckinEntry(1, YESTERDAY, CheckinAnswer.MISSED))
        .with_day(DayRecord(YESTERDAY, 2))
    )
    chat.do(TypedText("done", about(YESTERDAY)))
    assert chat.effects == (RecordEntry(CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT)),)


def test_a_reply_to_a_day_too_far_back_says_so() -> None:
    chat = Chat(facts_of())
    chat.do(TypedText("done", about(TODAY - timedelta(days=3))))
    assert (keys(chat)[0], chat.effects) == ("checkin-closed-day", ())


def test_a_reply_to_the_question_on_control_is_about_its_day() -> None:
    snapshot = facts_of().with_entry(CheckinEntry(1, YESTERDAY, CheckinAnswer.KEPT))
    chat = Chat(snapshot)
    chat.do(TypedText("4", about(YESTERDAY, "control")))
    assert chat.effects == (RecordDay(DayRecord(YESTERDAY, 4)),)


def test_a_reply_to_an_older_line_goes_to_its_day() -> None:
    chat = Chat(facts_of())
    chat.type("done")
    chat.do(TypedText("It rained.", about(YESTERDAY, "note")))
    assert chat.effects == (AddJournalEntry(YESTERDAY, NOTE, "It rained."),)


def test_a_reply_to_what_shows_no_question_any_more_is_asked_about() -> None:
    chat = Chat(facts_of())
    chat.do(TypedText("done", ()))
    assert (keys(chat), chat.effects) == (["checkin-which-day"], ())
    chat.do(TypedText("hello", ()))
    assert keys(chat) == ["talk-hello"]


def test_a_reply_to_a_question_that_is_over_answers_nothing_else() -> None:
    chat = Chat(facts_of())
    chat.slash("checkin")
    shown = chat.do(TypedText("yes", ("journal.sure.yes", "journal.sure.keep")))
    assert (chat.effects, keys(chat)) == ((), ["talk-handed-back"])
    assert "yes" in shown
