"""The whole check-in as one form: what it shows, what it records, and what it leaves to be asked."""

from __future__ import annotations

from datetime import timedelta

from bot.core.checkin import checkin
from bot.core.checkin.asking import ask_amount
from bot.core.coach import ENGINE
from bot.core.conversation.flow import Answer, StepResult
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import AddJournalEntry, RecordDay, RecordEntry
from bot.core.model.journal import NOTE
from bot.core.model.snapshot import Snapshot
from tests.core.making import TODAY, make_facts, on

TOKEN = f"checkin.sent.{TODAY.isoformat()}"


def send(snapshot: Snapshot, **values: str) -> StepResult:
    return checkin.sent(TODAY.isoformat(), values, snapshot)


def keys(turn: StepResult) -> list[str]:
    return [reply.key for reply in turn.replies]


def test_it_shows_what_is_recorded_already() -> None:
    snapshot = make_facts(on("calm", 1), on("garden", 2)).with_entry(
        CheckinEntry(2, TODAY, CheckinAnswer.PARTLY)
    )
    form = ENGINE.form(TOKEN, snapshot.with_day(DayRecord(TODAY, 4)))
    assert form is not None
    assert {f.name: f.value for f in form.fields} == {"e1": "", "e2": "partly", "control": "4", "note": ""}


def test_there_is_none_for_days_that_are_closed_or_have_no_plan() -> None:
    closed = (TODAY - timedelta(days=3)).isoformat()
    tokens = (f"checkin.sent.{closed}", "checkin.sent.never", "checkin.gone.1", "nobody.sent.1", "")
    assert [ENGINE.form(token, make_facts(on("calm"))) for token in tokens] == [None] * 5
    assert ENGINE.form(TOKEN, make_facts()) is None


def test_a_question_has_one_as_long_as_it_is_in_the_catalogue() -> None:
    assert ENGINE.form("reflect.sent.gone", make_facts()) is None


def test_everything_is_recorded_and_the_line_is_not_asked_again() -> None:
    turn = send(make_facts(on("calm")), e1="kept", control="4", note="A walk.")
    assert turn.effects == (
        RecordEntry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT)),
        RecordDay(DayRecord(TODAY, 4)),
        AddJournalEntry(TODAY, NOTE, "A walk."),
    )
    assert keys(turn)[0].startswith("checkin-done")
    assert (turn.step, turn.replies[0].edits) == (None, True)


def test_a_miss_still_has_its_one_kind_question() -> None:
    turn = send(make_facts(on("calm")), e1="missed", control="2")
    assert (keys(turn), turn.step) == (["checkin-lapse"], "obstacle")


def test_what_is_left_empty_is_asked_or_stays_as_it_was() -> None:
    snapshot = make_facts(on("calm", 1), on("garden", 2))
    assert keys(send(snapshot, e1="kept", control="3")) == ["checkin-question"]
    assert keys(send(snapshot, e1="kept", e2="kept")) == ["checkin-done"]
    before = snapshot.with_entry(CheckinEntry(1, TODAY - timedelta(days=1), CheckinAnswer.KEPT))
    assert keys(send(before, e1="kept", e2="kept")) == ["checkin-control"]
    known = snapshot.with_entry(CheckinEntry(2, TODAY, CheckinAnswer.PARTLY)).with_day(DayRecord(TODAY, 3))
    assert list(send(known, e1="kept").effects) == [RecordEntry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT))]


def test_figures_are_asked_one_after_the_other_and_then_it_ends() -> None:
    snapshot = make_facts(on("minutes", 1, step=1), on("posts", 2), on("calm", 3))
    turn = send(snapshot, e1="kept", e2="kept", e3="kept", control="5")
    assert (keys(turn), turn.step) == (["checkin-amount-minutes"], "amount")
    for number in (1, 2, 3):
        snapshot = snapshot.with_entry(CheckinEntry(number, TODAY, CheckinAnswer.KEPT))
    snapshot = snapshot.with_day(DayRecord(TODAY, 5))
    second = ask_amount(Answer("45"), turn.data, snapshot)
    assert (keys(second), second.data["enrolment"]) == (["checkin-amount-count"], 2)
    last = ask_amount(Answer("skip", pressed=True), second.data, snapshot)
    assert (keys(last)[0].startswith("checkin-done"), last.step) == (True, None)


def test_a_figure_that_was_given_stays_and_is_asked_again_with_another_answer() -> None:
    entry = CheckinEntry(1, TODAY, CheckinAnswer.PARTLY, 50.0, 1)
    snapshot = make_facts(on("minutes", 1, step=2)).with_entry(entry).with_day(DayRecord(TODAY, 4))
    turn = send(snapshot, e1="kept", control="4")
    assert turn.effects[0] == RecordEntry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT, 50.0, 1))
    assert keys(turn) == ["checkin-amount-minutes-again"]
    assert keys(send(snapshot, e1="partly", control="4")) == ["checkin-whole"]
    [recorded, *_] = send(snapshot, e1="skipped").effects
    assert recorded == RecordEntry(CheckinEntry(1, TODAY, CheckinAnswer.SKIPPED, None, 1))


def test_a_day_that_is_closed_changes_nothing() -> None:
    old = (TODAY - timedelta(days=9)).isoformat()
    turn = checkin.sent(old, {"e1": "kept"}, make_facts(on("calm")))
    assert turn.effects == ()
