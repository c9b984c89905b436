"""The daily check-in: one message for all plans of the day, then how in control it felt, then one line.

Every button carries its day and plan, so Monday's button pressed on Tuesday is Monday's, and pressing twice
changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.core import habits, understand
from bot.core.commands import Command, RecordDay, RecordEntry, Write
from bot.core.flow import Answer, Flow, Turn
from bot.core.flows import checkin_end, checkin_later, checkin_view
from bot.core.library import Measure
from bot.core.messages import Form, Reply
from bot.core.model import NOTE, Data, Day, Enrolment, Entry, Facts, Kept

MOST_CONTROL = 5
OPEN_DAYS = 3  # today, yesterday and the day before can be filled in
BY_INTENT = {"done": Kept.KEPT, "yes": Kept.KEPT, "partly": Kept.PARTLY, "missed": Kept.MISSED,
             "no": Kept.MISSED, "skip": Kept.SKIPPED}  # fmt: skip


def command(argument: str, facts: Facts) -> Turn:
    """`/checkin`, today's; with "1" or "2" (or a date) that of so many days ago."""
    if argument in ("1", "2"):
        return ask(facts.today - timedelta(days=int(argument)), facts)
    return ask(_day(argument) or facts.today, facts)


def today(_: str, facts: Facts) -> Turn:
    return checkin_view.today(facts)


def open_day(value: str, facts: Facts) -> Turn:
    """A button elsewhere leads here, so the check-in never takes that message's place."""
    turn = ask(_day(value) or facts.today, facts)
    return replace(turn, replies=tuple(replace(reply, edits=False) for reply in turn.replies))


def ask(day: date, facts: Facts) -> Turn:
    """Where the day stands: the next open question, or the whole day once all is answered."""
    if not is_open(day, facts):
        return ask(facts.today, facts).after(Reply("checkin-closed-day", {"day": day}))
    if not habits.applying(facts, day):
        return checkin_view.nothing(day, facts)
    if waiting := habits.unanswered(facts, day):
        return Turn((checkin_view.question(waiting[0], day, facts),))
    if not is_whole(day, facts):
        return ask_control(None, {"day": day.isoformat()}, facts)
    return checkin_view.whole(day, facts)


def is_open(day: date, facts: Facts) -> bool:
    return facts.today - timedelta(days=OPEN_DAYS) < day <= facts.today


# --- answers ------------------------------------------------------------------------------------------


def answered(value: str, facts: Facts) -> Turn:
    """`checkin.a.<day>.<enrolment>.<kept>`."""
    day_text, _, rest = value.partition(".")
    number, _, kept = rest.partition(".")
    day, enrolment = _day(day_text), facts.enrolment(int(number)) if number.isdecimal() else None
    if day is None or enrolment is None or kept not in tuple(Kept):
        return ask(facts.today, facts)
    if not is_open(day, facts) or enrolment not in habits.applying(facts, day):
        return ask(day, facts)
    return record(enrolment, day, Kept(kept), facts)


def record(enrolment: Enrolment, day: date, kept: Kept, facts: Facts, amount: float | None = None) -> Turn:
    """Record one plan's answer and go on: to its figure where it is measured, else to the next question."""
    before = facts.entries.get((enrolment.id, day))
    step = before.step if before else enrolment.step
    if amount is None and before:
        amount = before.amount
    entry = Entry(enrolment.id, day, kept, amount, step)
    after = facts.with_entry(entry)
    if amount is None and _measured(enrolment, facts) and kept is not Kept.SKIPPED:
        data = {"day": day.isoformat(), "enrolment": enrolment.id, "over": is_whole(day, facts)}
        return ask_amount(None, data, after).doing(RecordEntry(entry))
    return go_on(day, after, over=is_whole(day, facts)).doing(RecordEntry(entry))


def is_whole(day: date, facts: Facts) -> bool:
    """Whether every question of the day is answered."""
    recorded = facts.days.get(day)
    return not habits.unanswered(facts, day) and recorded is not None and recorded.control is not None


def go_on(day: date, facts: Facts, *, over: bool) -> Turn:
    """The next question of a check-in under way; its end, unless it was `over` before and is corrected."""
    return checkin_end.end(day, facts) if is_whole(day, facts) and not over else ask(day, facts)


def ask_control(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """How in control it felt. Words instead of a number are kept as the day's line, and it is asked again."""
    day = _day(str(data.get("day"))) or facts.today
    if answer is None:
        return Turn((checkin_view.control(day, facts),), (), "control", data)
    if answer.pressed:
        return controlled(answer.text, facts, noted=bool(data.get("noted")))
    if (number := understand.scale(answer.text, facts, MOST_CONTROL)) is not None:
        return controlled(f"{day.isoformat()}.{number}", facts, noted=bool(data.get("noted")))
    if understand.intent(answer.text, facts) or not understand.is_line(answer.text, facts):
        return ask_control(None, data, facts).after(Reply("checkin-control-unclear"))
    again = ask_control(None, {**data, "noted": True}, facts).doing(Write(day, NOTE, answer.text))
    return again.after(Reply("checkin-note-kept"))


def controlled(value: str, facts: Facts, *, noted: bool = False) -> Turn:
    """`checkin.control.<day>.<1–5>`. `noted`: the day has its line already."""
    day_text, _, number = value.partition(".")
    day = _day(day_text)
    if day is None or number not in tuple("12345") or not is_open(day, facts):
        return ask(facts.today, facts)
    before = facts.days.get(day, Day(day))
    recorded = Day(day, int(number), before.obstacle)
    after, over = facts.with_day(recorded), is_whole(day, facts)
    turn = checkin_end.close(day, after) if noted else go_on(day, after, over=over)
    return turn.doing(RecordDay(recorded))


def ask_amount(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """How many minutes, or how often, as the phone itself counts it; it can be skipped."""
    day, enrolment = _day(str(data.get("day"))), facts.enrolment(int(data.get("enrolment", 0)))
    if day is None or enrolment is None:
        return ask(facts.today, facts)
    if answer is None:
        return Turn((checkin_view.amount(enrolment, facts),), (), "amount", data)
    entry = facts.entries.get((enrolment.id, day))
    if answer.pressed or entry is None or understand.intent(answer.text, facts) in ("skip", "no", "later"):
        return _after_amount(day, data, facts)
    amount = _figure(enrolment, answer.text, facts)
    if amount is None:
        counts = _measure(enrolment, facts) is Measure.COUNT
        unclear = Reply("checkin-count-unclear" if counts else "checkin-amount-unclear")
        return Turn((unclear, checkin_view.amount(enrolment, facts)), (), "amount", data)
    filled = Entry(enrolment.id, day, entry.kept, amount, entry.step)
    return _after_amount(day, data, facts.with_entry(filled)).doing(RecordEntry(filled))


def ask_note(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """One optional line on the day."""
    day = _day(str(data.get("day"))) or facts.today
    if answer is None:
        return Turn((checkin_end.note_question(),), (), "note", data)
    if answer.pressed or understand.intent(answer.text, facts) in ("skip", "no", "later", "done", "thanks"):
        return checkin_end.close(day, facts)
    kept = Reply("checkin-note-kept")
    return checkin_end.close(day, facts).after(kept).doing(Write(day, NOTE, answer.text))


def again(value: str, facts: Facts) -> Turn:
    """`checkin.f.<day>.<enrolment>`: ask one plan again; `checkin.f.<day>`: choose which."""
    day_text, _, number = value.partition(".")
    day = _day(day_text)
    if day is None or not is_open(day, facts):
        return ask(facts.today, facts)
    enrolment = facts.enrolment(int(number)) if number.isdecimal() else None
    if enrolment in (plans := habits.applying(facts, day)) and enrolment is not None:
        return Turn((checkin_view.question(enrolment, day, facts),))
    return checkin_view.which(day, plans, facts)


def feel_again(value: str, facts: Facts) -> Turn:
    day = _day(value)
    if day is None or not is_open(day, facts):
        return ask(facts.today, facts)
    return ask_control(None, {"day": day.isoformat()}, facts)


# --- plain words and forms ----------------------------------------------------------------------------


def by_words(text: str, meant: str, facts: Facts) -> Turn | None:
    """What typed words mean for today's check-in; None when they mean nothing for it."""
    waiting = habits.unanswered(facts, facts.today)
    if meant == "later":
        return checkin_later.later(facts.today, facts)
    if waiting and meant in ("yes", "no") and not any(s.day == facts.today for s in facts.sent):
        return ask(facts.today, facts)  # nothing was asked: it is asked before anything is recorded
    if waiting and meant in BY_INTENT:
        return record(waiting[0], facts.today, BY_INTENT[meant], facts)
    amount = understand.minutes(text, facts, bare=False)  # with a unit: a mere number may be anything
    if waiting and amount is not None and _measure(waiting[0], facts) is not Measure.COUNT:
        return record(waiting[0], facts.today, habits.judged(facts, waiting[0], amount), facts, amount)
    return ask(facts.today, facts) if meant in BY_INTENT and not waiting else None


def sent(value: str, values: Mapping[str, str], facts: Facts) -> Turn:
    """The whole check-in at once, from a form: `e<enrolment>` → kept, `control` → 1–5, `note` → a line."""
    day = _day(value)
    if day is None or not is_open(day, facts):
        return ask(facts.today, facts)
    done: list[Command] = []
    over = is_whole(day, facts)
    for enrolment in habits.applying(facts, day):
        if (kept := values.get(f"e{enrolment.id}")) in tuple(Kept):
            entry = Entry(enrolment.id, day, Kept(kept), None, enrolment.step)
            if before := facts.entries.get((enrolment.id, day)):  # a figure that was given stays
                entry = replace(before, kept=Kept(kept))
            facts = facts.with_entry(entry)
            done.append(RecordEntry(entry))
    if values.get("control") in tuple("12345"):
        felt = facts.days.get(day, Day(day))
        facts = facts.with_day(recorded := Day(day, int(values["control"]), felt.obstacle))
        done.append(RecordDay(recorded))
    if note := values.get("note"):
        done.append(Write(day, NOTE, note))
    return after_form(day, (), facts, over=over).doing(*done) if done else ask(day, facts)


def after_form(day: date, asked: tuple[int, ...], facts: Facts, *, over: bool) -> Turn:
    """What a form leaves open: a figure for each plan that is measured (`asked`: those that were asked), then
    the end. The line on the day was in the form already."""
    for enrolment in habits.applying(facts, day):
        entry = facts.entries.get((enrolment.id, day))
        open_ = entry is not None and entry.amount is None and entry.kept is not Kept.SKIPPED
        if open_ and _measured(enrolment, facts) and enrolment.id not in asked:
            data = {"day": day.isoformat(), "enrolment": enrolment.id, "over": over}
            return ask_amount(None, {**data, "asked": [*asked, enrolment.id]}, facts)
    return checkin_end.end(day, facts, noted=True) if is_whole(day, facts) and not over else ask(day, facts)


def _after_amount(day: date, data: Data, facts: Facts) -> Turn:
    over, asked = bool(data.get("over")), data.get("asked")
    return after_form(day, tuple(asked), facts, over=over) if asked else go_on(day, facts, over=over)


def blank(value: str, facts: Facts) -> Form | None:
    """The form of a day that is still open."""
    day = _day(value)
    if day is None or not is_open(day, facts) or not habits.applying(facts, day):
        return None
    return checkin_view.form(day, facts)


def _measured(enrolment: Enrolment, facts: Facts) -> bool:
    return _measure(enrolment, facts) in (Measure.MINUTES, Measure.COUNT)


def _measure(enrolment: Enrolment, facts: Facts) -> Measure | None:
    step = habits.step_of(facts, enrolment)
    return step.measure if step else None


def _figure(enrolment: Enrolment, text: str, facts: Facts) -> int | None:
    """The figure that typed words give for a plan, in its own measure."""
    counts = _measure(enrolment, facts) is Measure.COUNT
    return understand.count(text, facts) if counts else understand.minutes(text, facts)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


FLOW = Flow(
    "checkin",
    steps={
        "amount": ask_amount,
        "note": ask_note,
        "obstacle": checkin_end.ask_obstacle,
        "control": ask_control,
    },
    buttons={
        "open": open_day,
        "a": answered,
        "control": controlled,
        "f": again,
        "cf": feel_again,
        "obstacle": checkin_end.obstacle_pressed,
        "later": checkin_later.pressed,
        "in": checkin_later.moved,
    },
    forms={"sent": sent},
    blanks={"sent": blank},
    commands={"checkin": command, "today": today},
)
