"""The daily check-in: one message for all plans of the day, then how in control it felt, then one line.

Every button carries its day and plan, so Monday's button pressed on Tuesday is Monday's, and pressing twice
changes nothing. Words answer what was asked last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.core.checkin import asking, by_words, closing, later, view
from bot.core.checkin.asking import OPEN_DAYS, ask, ask_control, is_open, is_whole, put, record
from bot.core.conversation.flow import Flow, Turn
from bot.core.conversation.questions import as_day
from bot.core.guide import talk
from bot.core.model.checkin import Day, Entry, Kept
from bot.core.model.effects import Command, RecordDay, RecordEntry, TakeBackDay, TakeBackEntry, Write
from bot.core.model.journal import NOTE
from bot.core.model.messages import Form, Reply
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Facts
from bot.core.progress import habits

KEPT_SINCE = timedelta(days=70)  # a line about a day long ago has no place in the journal any more


def command(argument: str, facts: Facts) -> Turn:
    """`/checkin`: what was asked last and is open, else today's; with "0", "1" or "2" (or a date)
    that of so many days ago."""
    if argument in ("0", "1", "2"):
        return ask(facts.today - timedelta(days=int(argument)), facts)
    asked = by_words.pending(facts)
    day = as_day(argument)
    turn = ask(day or (asked.day if asked else facts.today), facts)
    return (
        turn.after(Reply("checkin-day-unknown", {"words": argument[:60]})) if argument and not day else turn
    )


def today(_: str, facts: Facts) -> Turn:
    return view.today(facts)


def open_day(value: str, facts: Facts) -> Turn:
    """A button elsewhere leads here, so the check-in never takes that message's place."""
    turn = ask(as_day(value) or facts.today, facts)
    return replace(turn, replies=tuple(replace(reply, edits=False) for reply in turn.replies))


# --- buttons ------------------------------------------------------------------------------------------


def answered(value: str, facts: Facts) -> Turn:
    """`checkin.a.<day>.<enrolment>.<kept>`."""
    day, enrolment, kept = _about(value, facts)
    if day is None or enrolment is None or kept not in tuple(Kept):
        return ask(facts.today, facts)
    if not is_open(day, facts) or enrolment not in habits.applying(facts, day):
        return ask(day, facts)
    return record(enrolment, day, Kept(kept), facts)


def figured(value: str, facts: Facts) -> Turn:
    """`checkin.m.<day>.<enrolment>.<figure>`: a figure that was typed, and now the day that it is for."""
    day, enrolment, amount = _about(value, facts)
    if day is None or enrolment is None or not amount.isdecimal() or len(amount) > 5:
        return ask(facts.today, facts)
    if not is_open(day, facts) or enrolment not in habits.applying(facts, day):
        return ask(day, facts)
    return by_words.with_figure(enrolment, day, int(amount), facts)


def _about(value: str, facts: Facts) -> tuple[date | None, Enrolment | None, str]:
    """The day, the plan and the rest of a token."""
    day, _, rest = value.partition(".")
    number, _, last = rest.partition(".")
    known = number.isdecimal() and len(number) < 20
    return as_day(day), facts.enrolment(int(number)) if known else None, last


def again(value: str, facts: Facts) -> Turn:
    """`checkin.f.<day>.<enrolment>`: ask one plan again; `checkin.f.<day>`: choose which."""
    day, enrolment, _ = _about(value, facts)
    if day is None:
        return ask(facts.today, facts)
    if not is_open(day, facts):
        return ask(day, facts)
    if enrolment in (plans := habits.applying(facts, day)) and enrolment is not None:
        return put(enrolment, day, facts)
    return view.which(day, plans, facts)


def feel_again(value: str, facts: Facts) -> Turn:
    day = as_day(value)
    if day is None or not is_open(day, facts):
        return ask(day or facts.today, facts)
    return ask_control(None, {"day": day.isoformat()}, facts)


def reopen(value: str, facts: Facts) -> Turn:
    """`checkin.reopen.<day>`: the day is unanswered again, so its check-in may still come. Words stay."""
    day = as_day(value)
    if day is None or not is_open(day, facts):
        return ask(day or facts.today, facts)
    back = tuple(
        TakeBackEntry(e.id, day) for e in habits.applying(facts, day) if (e.id, day) in facts.entries
    )
    for command in back:
        facts = facts.without_entry(command.enrolment_id, day)
    turn = ask(day, facts.without_day(day))
    return turn.after(Reply("checkin-reopened", {"day": day})).doing(*back, TakeBackDay(day))


# --- forms --------------------------------------------------------------------------------------------


def sent(value: str, values: Mapping[str, str], facts: Facts) -> Turn:
    """The whole check-in at once, from a form: `e<enrolment>` → kept, `control` → 1–5, `note` → a line."""
    day, note = as_day(value), values.get("note", "")
    if day is None or not is_open(day, facts):
        return _too_late(day, note, facts)
    over, before = is_whole(day, facts), facts
    done: list[Command] = []
    for enrolment in habits.applying(facts, day):
        if (kept := values.get(f"e{enrolment.id}")) in tuple(Kept):
            entry = _from_form(enrolment, day, Kept(kept), facts)
            facts = facts.with_entry(entry)
            done.append(RecordEntry(entry))
    if values.get("control") in tuple("12345"):
        felt = facts.days.get(day, Day(day))
        facts = facts.with_day(recorded := Day(day, int(values["control"]), felt.obstacle))
        done.append(RecordDay(recorded))
    if note:
        done.append(Write(day, NOTE, note))
    if not done:
        return ask(day, facts)
    return asking.after_form(day, _figures(day, before, facts), facts, over=over).doing(*done)


def _from_form(enrolment: Enrolment, day: date, kept: Kept, facts: Facts) -> Entry:
    before = facts.entries.get((enrolment.id, day))
    if before is None:
        return Entry(enrolment.id, day, kept, None, habits.as_of(facts, enrolment, day).step)
    return replace(before, kept=kept, amount=None if kept is Kept.SKIPPED else before.amount)


def _figures(day: date, before: Facts, after: Facts) -> tuple[int, ...]:
    """The plans whose figure is to be asked: where there is none, and where the answer became another."""
    found = []
    for plan in habits.applying(after, day):
        entry, earlier = after.entries.get((plan.id, day)), before.entries.get((plan.id, day))
        if entry is None or entry.kept is Kept.SKIPPED:
            continue
        changed = earlier is not None and earlier.kept is not entry.kept
        if (entry.amount is None or changed) and asking.measured(habits.as_of(after, plan, day), after):
            found.append(plan.id)
    return tuple(found)


def _too_late(day: date | None, note: str, facts: Facts) -> Turn:
    """A form about a day that is closed: its line is kept, the rest is not, and both are said."""
    if day is None or not facts.today - KEPT_SINCE < day <= facts.today:
        told = (talk.handed_back(note),) if note else ()
        return ask(day or facts.today, facts).after(*told)
    if not note:
        return ask(day, facts)
    return asking.closed_line(day, note, facts)


def blank(value: str, facts: Facts) -> Form | None:
    """The form of a day that is still open."""
    day = as_day(value)
    if day is None or not is_open(day, facts) or not habits.applying(facts, day):
        return None
    return view.form(day, facts)


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
    blanks={"sent": blank},
    commands={"checkin": command, "today": today},
)

__all__ = ["FLOW", "OPEN_DAYS", "ask"]
