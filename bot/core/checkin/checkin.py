"""The daily check-in: one message for all plans of the day, and now and then how in control it felt.

Every button carries its day and plan, so Monday's button pressed on Tuesday is Monday's, and pressing twice
changes nothing. Words answer what was asked last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.core.checkin import asking, by_words, closing, later, lines, questions, sentence, view
from bot.core.checkin.asking import OPEN_DAYS, ask, ask_control, is_open, is_whole, put, record
from bot.core.conversation.flow import Command, Flow, Frame, OpenQuestion, StepResult
from bot.core.guide import replies
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import AddJournalEntry, DeleteDay, DeleteEntry, Effect, RecordDay, RecordEntry
from bot.core.model.inputs import Input
from bot.core.model.journal import NOTE, JournalQuery
from bot.core.model.localtime import iso_day
from bot.core.model.messages import Button, Form, Reply
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import split
from bot.core.progress import habits

KEPT_SINCE = timedelta(days=70)  # a line about a day long ago has no place in the journal any more


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/checkin`: what was asked last and is open, else today's; with "0", "1" or "2" (or a date)
    that of so many days ago."""
    if argument in ("0", "1", "2"):
        return ask(snapshot.today - timedelta(days=int(argument)), snapshot)
    asked = by_words.pending(snapshot)
    day = iso_day(argument)
    turn = ask(day or (asked.day if asked else snapshot.today), snapshot)
    return (
        turn.after(Reply("checkin-day-unknown", {"words": argument[:60]})) if argument and not day else turn
    )


def open_days(snapshot: Snapshot) -> tuple[Button, ...]:
    """The days that can still be filled in, and have a plan that applies."""
    days = (snapshot.today - timedelta(days=n) for n in range(OPEN_DAYS))
    return tuple(
        Button(day.isoformat(), view.title(day, snapshot)) for day in days if habits.applying(snapshot, day)
    )


def today(_: str, snapshot: Snapshot) -> StepResult:
    return view.today(snapshot)


def open_day(value: str, snapshot: Snapshot) -> StepResult:
    """A button elsewhere leads here, so the check-in never takes that message's place."""
    turn = ask(iso_day(value) or snapshot.today, snapshot)
    return replace(turn, replies=tuple(replace(reply, edits=False) for reply in turn.replies))


# --- buttons ------------------------------------------------------------------------------------------


def answered(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.a.<day>.<enrolment>.<kept>`."""
    day, enrolment, kept = _about(value, snapshot)
    if day is None or enrolment is None or kept not in tuple(CheckinAnswer):
        return ask(snapshot.today, snapshot)
    if not is_open(day, snapshot) or enrolment not in habits.applying(snapshot, day):
        return ask(day, snapshot)
    return record(enrolment, day, CheckinAnswer(kept), snapshot)


def figured(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.m.<day>.<enrolment>.<figure>`: a figure that was typed, and now the day that it is for."""
    day, enrolment, amount = _about(value, snapshot)
    if day is None or enrolment is None or not amount.isdecimal() or len(amount) > 5:
        return ask(snapshot.today, snapshot)
    if not is_open(day, snapshot) or enrolment not in habits.applying(snapshot, day):
        return ask(day, snapshot)
    return by_words.with_figure(enrolment, day, int(amount), snapshot)


def _about(value: str, snapshot: Snapshot) -> tuple[date | None, Enrolment | None, str]:
    """The day, the plan and the rest of a token."""
    day, number, last = split(value, 3)
    known = number.isdecimal() and len(number) < 20
    return iso_day(day), snapshot.enrolment(int(number)) if known else None, last


def again(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.f.<day>.<enrolment>`: ask one plan again; `checkin.f.<day>`: choose which."""
    day, enrolment, _ = _about(value, snapshot)
    if day is None:
        return ask(snapshot.today, snapshot)
    if not is_open(day, snapshot):
        return ask(day, snapshot)
    if enrolment in (plans := habits.applying(snapshot, day)) and enrolment is not None:
        return put(enrolment, day, snapshot)
    return view.which(day, plans, snapshot)


def feel_again(value: str, snapshot: Snapshot) -> StepResult:
    day = iso_day(value)
    if day is None or not is_open(day, snapshot):
        return ask(day or snapshot.today, snapshot)
    return ask_control(None, {"day": day.isoformat()}, snapshot)


def reopen(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.reopen.<day>`: the day is unanswered again, so its check-in may still come. Words stay."""
    day = iso_day(value)
    if day is None or not is_open(day, snapshot):
        return ask(day or snapshot.today, snapshot)
    back = tuple(
        DeleteEntry(e.id, day) for e in habits.applying(snapshot, day) if (e.id, day) in snapshot.entries
    )
    for command in back:
        snapshot = snapshot.without_entry(command.enrolment_id, day)
    turn = ask(day, snapshot.without_day(day))
    return turn.after(Reply("checkin-reopened", {"day": day})).doing(*back, DeleteDay(day))


# --- forms --------------------------------------------------------------------------------------------


def sent(value: str, values: Mapping[str, str], snapshot: Snapshot) -> StepResult:
    """The whole check-in at once, from a form: `e<enrolment>` → kept, `control` → 1–5, `note` → a line."""
    day, note = iso_day(value), values.get("note", "")
    if day is None or not is_open(day, snapshot):
        return _too_late(day, note, snapshot)
    over, before = is_whole(day, snapshot), snapshot
    done: list[Effect] = []
    for enrolment in habits.applying(snapshot, day):
        if (kept := values.get(f"e{enrolment.id}")) in tuple(CheckinAnswer):
            entry = _from_form(enrolment, day, CheckinAnswer(kept), snapshot)
            snapshot = snapshot.with_entry(entry)
            done.append(RecordEntry(entry))
    if values.get("control") in tuple("12345"):
        felt = snapshot.days.get(day, DayRecord(day))
        snapshot = snapshot.with_day(recorded := DayRecord(day, int(values["control"]), felt.obstacle))
        done.append(RecordDay(recorded))
    if note:
        done.append(AddJournalEntry(day, NOTE, note))
    if not done:
        return ask(day, snapshot)
    return asking.after_form(day, _figures(day, before, snapshot), snapshot, over=over).doing(*done)


def _from_form(enrolment: Enrolment, day: date, kept: CheckinAnswer, snapshot: Snapshot) -> CheckinEntry:
    before = snapshot.entries.get((enrolment.id, day))
    if before is None:
        return CheckinEntry(enrolment.id, day, kept, None, habits.as_of(snapshot, enrolment, day).step)
    return replace(before, kept=kept, amount=None if kept is CheckinAnswer.SKIPPED else before.amount)


def _figures(day: date, before: Snapshot, after: Snapshot) -> tuple[int, ...]:
    """The plans whose figure is to be asked: where nothing is recorded, and where the answer became
    another."""
    found = []
    for plan in habits.applying(after, day):
        entry, earlier = after.entries.get((plan.id, day)), before.entries.get((plan.id, day))
        if entry is None or entry.kept is CheckinAnswer.SKIPPED:
            continue
        changed = earlier is not None and earlier.kept is not entry.kept
        if (entry.amount is None or changed) and asking.measured(habits.as_of(after, plan, day), after):
            found.append(plan.id)
    return tuple(found)


def _too_late(day: date | None, note: str, snapshot: Snapshot) -> StepResult:
    """A form about a day that is closed: its line is kept, the rest is not, and both are said."""
    if day is None or not snapshot.today - KEPT_SINCE < day <= snapshot.today:
        told = (replies.handed_back(note),) if note else ()
        return ask(day or snapshot.today, snapshot).after(*told)
    if not note:
        return ask(day, snapshot)
    return lines.closed_line(day, note, snapshot)


def blank(value: str, snapshot: Snapshot) -> Form | None:
    """The form of a day that is still open."""
    day = iso_day(value)
    if day is None or not is_open(day, snapshot) or not habits.applying(snapshot, day):
        return None
    return view.form(day, snapshot)


def ask_open(kept: Mapping[str, object], snapshot: Snapshot) -> StepResult:
    """The question that a frame keeps, once more."""
    question = questions.read(kept)
    enrolment = snapshot.enrolment(question.plan) if question else None
    if question is None or enrolment is None or not is_open(question.day, snapshot):
        return StepResult()
    return put(enrolment, question.day, snapshot)


def needs(said: Input, frame: Frame | None, snapshot: Snapshot) -> SnapshotNeeds:
    """The journal too on a day whose last sentence may have own words in it."""
    quotes = sentence.quotes_on(snapshot.today, snapshot)
    journal = JournalQuery(recent=True) if quotes else None
    return SnapshotNeeds(history=True, decisions=True, own_words=True, prompts=True, journal=journal)


FLOW = Flow(
    "checkin",
    steps=by_words.STEPS,
    buttons={
        "open": open_day,
        "a": answered,
        "m": figured,
        "control": asking.controlled,
        "f": again,
        "cf": feel_again,
        "reopen": reopen,
        "obstacle": closing.obstacle_pressed,
        "later": later.pressed,
        "in": later.moved,
    },
    forms={"sent": sent},
    form_builders={"sent": blank},
    commands=(
        Command("today", today, topic="day", in_words=True),
        Command("checkin", command, argument="day", choices=open_days),
    ),
    openings={"day": ask},
    hears=by_words.heard,
    hears_reply=by_words.replied,
    keeps_line=lines.line_of_day,
    takes_late_answers=True,
    diary_steps=frozenset({"note", "obstacle"}),
    open_question=OpenQuestion(
        questions.read, questions.remains, ask_open, questions.below, questions.pressed
    ),
    question_begins=questions.token_values,
    asks=questions.asks,
    answer_tokens=questions.answer_tokens,
    own_words=frozenset({"note"}),
    needs=needs,
)

__all__ = ["FLOW", "OPEN_DAYS", "ask"]
