"""The check-in's questions and what follows from their answers: one plan after the other, its figure where it
is measured, and on two evenings a week how in control it felt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.checkin import closing, lines, questions, rhythm, view
from bot.core.conversation.flow import Answer, StepFunction, StepResult, ask_step, reply_with
from bot.core.model.checkin import CONTROL, CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import AddJournalEntry, DeleteDay, DeleteEntry, Effect, RecordDay, RecordEntry
from bot.core.model.journal import NOTE
from bot.core.model.library import Measure
from bot.core.model.localtime import iso_day
from bot.core.model.messages import Reply
from bot.core.model.plan import Enrolment
from bot.core.model.reading import Meaning
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import joined, split
from bot.core.progress import habits
from bot.core.typed import understand

MOST_CONTROL = 5
MOST_DIGITS = 5  # of a figure in a button
OPEN_DAYS = 3  # today, yesterday and the day before can be filled in


def ask(day: date, snapshot: Snapshot) -> StepResult:
    """Where the day stands: the next open question, or the whole day once all is answered."""
    if not is_open(day, snapshot):
        return ask(snapshot.today, snapshot).after(Reply("checkin-closed-day", {"day": day}))
    if not habits.applying(snapshot, day):
        return view.nothing(day, snapshot)
    if waiting := habits.unanswered(snapshot, day):
        return put(waiting[0], day, snapshot)
    if rhythm.wants_control(day, snapshot):
        return ask_control(None, {"day": day.isoformat()}, snapshot)
    return view.whole(day, snapshot)


def put(enrolment: Enrolment, day: date, snapshot: Snapshot) -> StepResult:
    """One plan's question, which words may answer from now on."""
    waits = questions.data_again(day, snapshot, enrolment.id)
    return reply_with(view.question(enrolment, day, snapshot)).leaving_open(waits)


def is_open(day: date, snapshot: Snapshot) -> bool:
    return snapshot.today - timedelta(days=OPEN_DAYS) < day <= snapshot.today


def is_whole(day: date, snapshot: Snapshot) -> bool:
    """Whether every question of the day is answered, or was skipped."""
    return not habits.unanswered(snapshot, day) and not rhythm.wants_control(day, snapshot)


def record(
    enrolment: Enrolment, day: date, kept: CheckinAnswer, snapshot: Snapshot, amount: float | None = None
) -> StepResult:
    """Record one plan's answer and go on: to its figure where it is measured, else to the next question. A
    day that does not apply has no figure; an evening that asks how in control it felt asks for none, so that
    a plan takes two presses at most."""
    before = snapshot.entries.get((enrolment.id, day))
    then = habits.as_of(snapshot, enrolment, day)
    asks = amount is None and kept is not CheckinAnswer.SKIPPED and measured(then, snapshot)
    asks = asks and not rhythm.wants_control(day, snapshot)
    if amount is None and before and kept is not CheckinAnswer.SKIPPED:
        amount = before.amount
    entry = CheckinEntry(enrolment.id, day, kept, amount, before.step if before else then.step)
    after, over = snapshot.with_entry(entry), is_whole(day, snapshot)
    if asks:
        data = {"day": day.isoformat(), "enrolment": enrolment.id, "over": over}
        turn = ask_amount(None, data, after)
    else:
        turn = go_on(day, after, over=over)
    return noting(turn, day, enrolment.id).doing(RecordEntry(entry))


def measured(enrolment: Enrolment, snapshot: Snapshot) -> bool:
    return view.measure(enrolment, snapshot) is not None


def noting(turn: StepResult, day: date, last: int | str) -> StepResult:
    """The same turn, which remembers what was answered just before, should that be taken back."""
    if turn.step is not None:
        return replace(turn, data={**turn.data, "last": last})
    return replace(turn, open_question={**(turn.open_question or questions.data(day)), "last": last})


def go_on(day: date, snapshot: Snapshot, *, over: bool) -> StepResult:
    """The next question of a check-in under way; its end, unless it was `over` before and is corrected."""
    return closing.end(day, snapshot) if is_whole(day, snapshot) and not over else ask(day, snapshot)


def ask_control(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """How in control it felt. Words instead of a number are kept as the day's line, and it is asked again."""
    day = iso_day(str(data.get("day"))) or snapshot.today
    if not is_open(day, snapshot):
        return (
            ask(day, snapshot)
            if answer is None or answer.pressed
            else lines.closed_line(day, answer.text, snapshot)
        )
    if answer is None:
        return ask_step(CONTROL, view.control(day, snapshot), data)
    if answer.pressed:
        return controlled(answer.text, snapshot)
    read = answer.value(Meaning.NUMBER)
    number = understand.scale(answer.text, snapshot, MOST_CONTROL)
    if number is not None or isinstance(read, int):
        return controlled(joined(day, number or read), snapshot)
    meant = answer.meant
    if answer.leaves_out:
        return controlled(joined(day, "skip"), snapshot)
    if meant != "unwell" and (meant or not understand.is_line(answer.text, snapshot)):
        return ask_control(None, data, snapshot).after(Reply("checkin-control-unclear"))
    again = ask_control(None, data, snapshot).doing(AddJournalEntry(day, NOTE, answer.text))
    return again.after(Reply("checkin-note-kept"))


def controlled(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.control.<day>.<1–5>`, or `.skip`: then it stays as it was."""
    day_text, number = split(value, 2)
    day = iso_day(day_text)
    if day is None or number not in (*"12345", "skip"):
        return ask(snapshot.today, snapshot)
    if not is_open(day, snapshot):
        return ask(day, snapshot)
    before = snapshot.days.get(day, DayRecord(day))
    recorded = before if number == "skip" else DayRecord(day, int(number), before.obstacle)
    after, over = snapshot.with_day(recorded), is_whole(day, snapshot)
    return noting(go_on(day, after, over=over), day, CONTROL).doing(RecordDay(recorded))


def ask_amount(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """How many minutes, or how often, as the phone itself counts it. It can be skipped; a figure that was
    given before can be left, put right or taken out."""
    day, enrolment = iso_day(str(data.get("day"))), snapshot.enrolment(int(data.get("enrolment", 0)))
    if day is None or enrolment is None:
        return ask(snapshot.today, snapshot)
    entry = snapshot.entries.get((enrolment.id, day))
    if not is_open(day, snapshot) or entry is None or entry.kept is CheckinAnswer.SKIPPED:
        return ask(day, snapshot)
    if answer is None:
        counts = view.measure(habits.as_of(snapshot, enrolment, day), snapshot) is Measure.COUNT
        return ask_step("amount", view.amount(enrolment, day, snapshot), {**data, "counts": counts})
    if answer.pressed:
        return _pressed_amount(answer.text, entry, data, snapshot)
    if answer.leaves_out:
        return _after_amount(day, data, snapshot)
    counts = view.measure(habits.as_of(snapshot, enrolment, day), snapshot) is Measure.COUNT
    amount = understand.count(answer.text, snapshot) if counts else understand.minutes(answer.text, snapshot)
    read = answer.value(Meaning.COUNT if counts else Meaning.MINUTES)
    if amount is None and isinstance(read, int):
        amount = read
    if amount is None:
        unclear = Reply("checkin-count-unclear" if counts else "checkin-amount-unclear")
        return ask_amount(None, data, snapshot).after(unclear)
    return _figure(amount, entry, data, snapshot)


def _pressed_amount(value: str, entry: CheckinEntry, data: Data, snapshot: Snapshot) -> StepResult:
    """`checkin.amount.<day>.<plan>.<a figure, skip or clear>`; the button of another day changes nothing."""
    what = value.removeprefix(joined(entry.day, entry.enrolment_id, ""))
    if what.isdecimal() and len(what) <= MOST_DIGITS:
        return _figure(int(what), entry, data, snapshot)
    if what not in ("skip", "clear"):
        return ask_amount(None, data, snapshot).after(Reply("talk-stale"))
    if what == "clear":
        return _figure(None, entry, data, snapshot)
    return _after_amount(entry.day, data, snapshot)


def _figure(amount: float | None, entry: CheckinEntry, data: Data, snapshot: Snapshot) -> StepResult:
    filled = replace(entry, amount=amount)
    return _after_amount(entry.day, data, snapshot.with_entry(filled)).doing(RecordEntry(filled))


def _after_amount(day: date, data: Data, snapshot: Snapshot) -> StepResult:
    over, asks = bool(data.get("over")), data.get("asks")
    turn = (
        go_on(day, snapshot, over=over) if asks is None else after_form(day, tuple(asks), snapshot, over=over)
    )
    return noting(turn, day, int(data["enrolment"]))


def after_form(day: date, asks: tuple[int, ...], snapshot: Snapshot, *, over: bool) -> StepResult:
    """Ask for what a form leaves open: the figures of the plans `asks`, one after the other, then the end."""
    if asks:
        data = {"day": day.isoformat(), "enrolment": asks[0], "over": over, "asks": [*asks[1:]]}
        return ask_amount(None, data, snapshot)
    return go_on(day, snapshot, over=over)


def ask_note(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The answer to the question for a line on the day, which earlier releases put and which may still
    wait in a conversation."""
    day = iso_day(str(data.get("day"))) or snapshot.today
    if answer is None or answer.pressed or answer.leaves_out or answer.meant in ("done", "thanks"):
        return closing.close(day, snapshot)
    kept = Reply("checkin-note-kept")
    return closing.close(day, snapshot).after(kept).doing(AddJournalEntry(day, NOTE, answer.text))


# --- taking back --------------------------------------------------------------------------------------


def take_back(day: date, last: int | str | None, snapshot: Snapshot) -> StepResult:
    """Take back the answer that was given last, and ask again; where that is not known, ask which."""
    if not is_open(day, snapshot):
        return ask(day, snapshot)
    if last == CONTROL and day in snapshot.days:
        again = ask_control(None, {"day": day.isoformat()}, snapshot.without_day(day))
        return _taken_back(again, DeleteDay(day))
    enrolment = snapshot.enrolment(last) if isinstance(last, int) else None
    if enrolment and (enrolment.id, day) in snapshot.entries:
        again = put(enrolment, day, snapshot.without_entry(enrolment.id, day))
        return _taken_back(again, DeleteEntry(enrolment.id, day))
    return view.which(day, habits.applying(snapshot, day), snapshot)


def _taken_back(again: StepResult, effect: Effect) -> StepResult:
    return replace(again.after(Reply("checkin-taken-back")).doing(effect), takes_back=True)


def undoing(step: StepFunction) -> StepFunction:
    """A step at which "undo" takes back the answer before it."""

    def asked(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
        day = iso_day(str(data.get("day")))
        if answer and not answer.pressed and day and answer.meant == "undo":
            return take_back(day, data.get("last"), snapshot)
        return step(answer, data, snapshot)

    return asked
