"""The check-in's questions and what follows from their answers: one plan after the other, its figure where it
is measured, how in control it felt, and a line on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.checkin import closing, view
from bot.core.conversation import questions
from bot.core.conversation.flow import Answer, StepFunction, Turn
from bot.core.conversation.questions import as_day
from bot.core.model.checkin import CONTROL, Day, Entry, Kept
from bot.core.model.effects import RecordDay, RecordEntry, TakeBackDay, TakeBackEntry, Write
from bot.core.model.journal import NOTE
from bot.core.model.library import Measure
from bot.core.model.messages import Reply
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Data, Facts
from bot.core.progress import habits
from bot.core.typed import understand

MOST_CONTROL = 5
OPEN_DAYS = 3  # today, yesterday and the day before can be filled in
ENDING = ("skip", "no", "later")  # as a whole answer: this question is left out


def ask(day: date, facts: Facts) -> Turn:
    """Where the day stands: the next open question, or the whole day once all is answered."""
    if not is_open(day, facts):
        return ask(facts.today, facts).after(Reply("checkin-closed-day", {"day": day}))
    if not habits.applying(facts, day):
        return view.nothing(day, facts)
    if waiting := habits.unanswered(facts, day):
        return put(waiting[0], day, facts)
    if not is_whole(day, facts):
        return ask_control(None, {"day": day.isoformat()}, facts)
    return view.whole(day, facts)


def put(enrolment: Enrolment, day: date, facts: Facts) -> Turn:
    """One plan's question, which words may answer from now on."""
    return Turn((view.question(enrolment, day, facts),), open=questions.data(day, enrolment.id))


def is_open(day: date, facts: Facts) -> bool:
    return facts.today - timedelta(days=OPEN_DAYS) < day <= facts.today


def is_whole(day: date, facts: Facts) -> bool:
    """Whether every question of the day is answered, or was skipped."""
    return not habits.unanswered(facts, day) and day in facts.days


def record(enrolment: Enrolment, day: date, kept: Kept, facts: Facts, amount: float | None = None) -> Turn:
    """Record one plan's answer and go on: to its figure where it is measured, else to the next question. A
    day that does not apply has no figure."""
    before = facts.entries.get((enrolment.id, day))
    then = habits.as_of(facts, enrolment, day)
    asks = amount is None and kept is not Kept.SKIPPED and measured(then, facts)
    if amount is None and before and kept is not Kept.SKIPPED:
        amount = before.amount
    entry = Entry(enrolment.id, day, kept, amount, before.step if before else then.step)
    after, over = facts.with_entry(entry), is_whole(day, facts)
    if asks:
        data = {"day": day.isoformat(), "enrolment": enrolment.id, "over": over}
        turn = ask_amount(None, data, after)
    else:
        turn = go_on(day, after, over=over)
    return noting(turn, day, enrolment.id).doing(RecordEntry(entry))


def measured(enrolment: Enrolment, facts: Facts) -> bool:
    return view.measure(enrolment, facts) is not None


def noting(turn: Turn, day: date, last: int | str) -> Turn:
    """The same turn, which remembers what was answered just before, should that be taken back."""
    if turn.step is not None:
        return replace(turn, data={**turn.data, "last": last})
    return replace(turn, open={**(turn.open or questions.data(day)), "last": last})


def go_on(day: date, facts: Facts, *, over: bool) -> Turn:
    """The next question of a check-in under way; its end, unless it was `over` before and is corrected."""
    return closing.end(day, facts) if is_whole(day, facts) and not over else ask(day, facts)


def ask_control(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """How in control it felt. Words instead of a number are kept as the day's line, and it is asked again."""
    day = as_day(str(data.get("day"))) or facts.today
    if not is_open(day, facts):
        return ask(day, facts) if answer is None or answer.pressed else closed_line(day, answer.text, facts)
    if answer is None:
        return Turn((view.control(day, facts),), (), CONTROL, data)
    noted = bool(data.get("noted"))
    if answer.pressed:
        return controlled(answer.text, facts, noted=noted and answer.text.startswith(day.isoformat()))
    if (number := understand.scale(answer.text, facts, MOST_CONTROL)) is not None:
        return controlled(f"{day.isoformat()}.{number}", facts, noted=noted)
    meant = understand.intent(answer.text, facts)
    if meant in ENDING:
        return controlled(f"{day.isoformat()}.skip", facts, noted=noted)
    if meant != "unwell" and (meant or not understand.is_line(answer.text, facts)):
        return ask_control(None, data, facts).after(Reply("checkin-control-unclear"))
    again = ask_control(None, {**data, "noted": True}, facts).doing(Write(day, NOTE, answer.text))
    return again.after(Reply("checkin-note-kept"))


def controlled(value: str, facts: Facts, *, noted: bool = False) -> Turn:
    """`checkin.control.<day>.<1–5>`, or `.skip`: then it stays as it was. `noted`: the day has its line."""
    day_text, _, number = value.partition(".")
    day = as_day(day_text)
    if day is None or number not in (*"12345", "skip"):
        return ask(facts.today, facts)
    if not is_open(day, facts):
        return ask(day, facts)
    before = facts.days.get(day, Day(day))
    recorded = before if number == "skip" else Day(day, int(number), before.obstacle)
    after, over = facts.with_day(recorded), is_whole(day, facts)
    turn = closing.close(day, after) if noted else go_on(day, after, over=over)
    return noting(turn, day, CONTROL).doing(RecordDay(recorded))


def ask_amount(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """How many minutes, or how often, as the phone itself counts it. It can be skipped; a figure that was
    given before can be left, put right or taken out."""
    day, enrolment = as_day(str(data.get("day"))), facts.enrolment(int(data.get("enrolment", 0)))
    if day is None or enrolment is None:
        return ask(facts.today, facts)
    entry = facts.entries.get((enrolment.id, day))
    if not is_open(day, facts) or entry is None or entry.kept is Kept.SKIPPED:
        return ask(day, facts)
    if answer is None:
        return Turn((view.amount(enrolment, day, facts),), (), "amount", data)
    if answer.pressed:
        return _pressed_amount(answer.text, entry, data, facts)
    if understand.intent(answer.text, facts) in ENDING:
        return _after_amount(day, data, facts)
    counts = view.measure(habits.as_of(facts, enrolment, day), facts) is Measure.COUNT
    amount = understand.count(answer.text, facts) if counts else understand.minutes(answer.text, facts)
    if amount is None:
        unclear = Reply("checkin-count-unclear" if counts else "checkin-amount-unclear")
        return ask_amount(None, data, facts).after(unclear)
    return _figure(amount, entry, data, facts)


def _pressed_amount(value: str, entry: Entry, data: Data, facts: Facts) -> Turn:
    """`checkin.amount.<day>.<plan>.<skip or clear>`; the button of another figure changes nothing."""
    about, _, what = value.rpartition(".")
    if about not in ("", f"{entry.day.isoformat()}.{entry.enrolment_id}"):
        return ask_amount(None, data, facts).after(Reply("talk-stale"))
    if what == "clear":
        return _figure(None, entry, data, facts)
    return _after_amount(entry.day, data, facts)


def _figure(amount: float | None, entry: Entry, data: Data, facts: Facts) -> Turn:
    filled = replace(entry, amount=amount)
    return _after_amount(entry.day, data, facts.with_entry(filled)).doing(RecordEntry(filled))


def _after_amount(day: date, data: Data, facts: Facts) -> Turn:
    over, asks = bool(data.get("over")), data.get("asks")
    turn = go_on(day, facts, over=over) if asks is None else after_form(day, tuple(asks), facts, over=over)
    return noting(turn, day, int(data["enrolment"]))


def after_form(day: date, asks: tuple[int, ...], facts: Facts, *, over: bool) -> Turn:
    """Ask for what a form leaves open: the figures of the plans `asks`, one after the other, then the end.
    The line on the day was in the form already."""
    if asks:
        data = {"day": day.isoformat(), "enrolment": asks[0], "over": over, "asks": [*asks[1:]]}
        return ask_amount(None, data, facts)
    return closing.end(day, facts, noted=True) if is_whole(day, facts) and not over else ask(day, facts)


def ask_note(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """One optional line on the day."""
    day = as_day(str(data.get("day"))) or facts.today
    if answer is None:
        return Turn((closing.note_question(day),), (), "note", data)
    if answer.pressed and answer.text not in ("skip", f"{day.isoformat()}.skip"):  # another day's button
        return ask_note(None, data, facts).after(Reply("talk-stale"))
    if answer.pressed or understand.intent(answer.text, facts) in (*ENDING, "done", "thanks"):
        return closing.close(day, facts)
    kept = Reply("checkin-note-kept")
    return closing.close(day, facts).after(kept).doing(Write(day, NOTE, answer.text))


def closed_line(day: date, words: str, facts: Facts) -> Turn:
    """A line on a day that is too far back to change: it is kept all the same."""
    kept = Reply("checkin-late-line", {"day": day})
    return Turn((Reply("checkin-closed", {"day": day}), kept), (Write(day, NOTE, words),))


# --- taking back --------------------------------------------------------------------------------------


def take_back(day: date, last: int | str | None, facts: Facts) -> Turn:
    """Take back the answer that was given last, and ask again; where that is not known, ask which."""
    if not is_open(day, facts):
        return ask(day, facts)
    if last == CONTROL and day in facts.days:
        again = ask_control(None, {"day": day.isoformat()}, facts.without_day(day))
        return again.after(Reply("checkin-taken-back")).doing(TakeBackDay(day))
    enrolment = facts.enrolment(last) if isinstance(last, int) else None
    if enrolment and (enrolment.id, day) in facts.entries:
        again = put(enrolment, day, facts.without_entry(enrolment.id, day))
        return again.after(Reply("checkin-taken-back")).doing(TakeBackEntry(enrolment.id, day))
    return view.which(day, habits.applying(facts, day), facts)


def undoing(step: StepFunction) -> StepFunction:
    """A step at which "undo" takes back the answer before it."""

    def asked(answer: Answer | None, data: Data, facts: Facts) -> Turn:
        day = as_day(str(data.get("day")))
        if answer and not answer.pressed and day and understand.intent(answer.text, facts) == "undo":
            return take_back(day, data.get("last"), facts)
        return step(answer, data, facts)

    return asked
