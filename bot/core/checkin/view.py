"""What the check-in shows: a question, the whole day, and `/today`."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.conversation import questions
from bot.core.conversation.flow import Turn
from bot.core.model.checkin import Day, Kept
from bot.core.model.library import Measure
from bot.core.model.messages import Args, Button, Field, Form, Reply, Text, button
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Facts
from bot.core.nudges import ahead
from bot.core.plans import views
from bot.core.progress import habits

ANSWERS = (Kept.KEPT, Kept.PARTLY, Kept.MISSED, Kept.SKIPPED)


def title(day: date, facts: Facts) -> Text:
    """ "Today", "Yesterday" or "The day before", with the date."""
    names = {0: "today", 1: "yesterday", 2: "before"}
    return Text(f"checkin-{names.get((facts.today - day).days, 'day')}", {"day": day})


def line(enrolment: Enrolment, day: date, facts: Facts) -> Text:
    """One plan of the day and what was answered."""
    entry = facts.entries.get((enrolment.id, day))
    said = Text(f"checkin-line-{entry.kept if entry else 'open'}", {"name": enrolment.title})
    what = measure(habits.as_of(facts, enrolment, day), facts)
    if entry is None or entry.amount is None or entry.kept is Kept.SKIPPED or what is None:
        return said
    return Text(f"checkin-line-{what}", {"line": said, "amount": entry.amount})


def measure(enrolment: Enrolment, facts: Facts) -> Measure | None:
    """The unit of a step, MINUTES or COUNT; None where the person's word is all."""
    step = habits.step_of(facts, enrolment)
    return step.measure if step is not None and step.measure in (Measure.MINUTES, Measure.COUNT) else None


def question(enrolment: Enrolment, day: date, facts: Facts) -> Reply:
    """How one plan went, below what is answered already."""
    iso = day.isoformat()
    others = (e for e in habits.applying(facts, day) if e.id != enrolment.id and (e.id, day) in facts.entries)
    then = habits.as_of(facts, enrolment, day)
    args = {"name": enrolment.title, "step": habits.step_text(facts, then)}
    lines = (title(day, facts), *(line(e, day, facts) for e in others), Text("checkin-line-asked", args))
    buttons = tuple(button(f"checkin.a.{iso}.{enrolment.id}.{k}", _label(k, day, facts).key) for k in ANSWERS)
    if day == facts.today:
        buttons = (*buttons, button(f"checkin.later.{iso}", "checkin-later"))
    return Reply("checkin-question", {"lines": lines}, buttons, form=form(day, facts), edits=True)


def _label(kept: Kept, day: date, facts: Facts) -> Text:
    """An answer as a button says it: "not today" is for today only."""
    then = kept is Kept.MISSED and day != facts.today
    return Text("checkin-missed-then" if then else f"checkin-{kept}")


def on_day(day: date, token: str, facts: Facts) -> Button:
    """A button that names a day: "Today", "Yesterday", or its date."""
    name = {0: "today", 1: "yesterday"}.get((facts.today - day).days, "earlier")
    return Button(f"checkin.{token}", Text(f"checkin-on-{name}", {"day": day}))


def control(day: date, facts: Facts) -> Reply:
    """How in control it felt, 1 to 5."""
    iso = day.isoformat()
    lines = (title(day, facts), *(line(e, day, facts) for e in habits.applying(facts, day)))
    buttons = tuple(button(f"checkin.control.{iso}.{n}", "checkin-number", n=n) for n in range(1, 6))
    skip = button(f"checkin.control.{iso}.skip", "common-skip")
    return Reply("checkin-control", {"lines": lines}, (*buttons, skip), edits=True)


def amount(enrolment: Enrolment, day: date, facts: Facts) -> Reply:
    """How many minutes, or how often; with the figure that was given before, should there be one."""
    what = measure(habits.as_of(facts, enrolment, day), facts) or Measure.MINUTES
    token = f"checkin.amount.{day.isoformat()}.{enrolment.id}"
    args: Args = {"name": enrolment.title}
    entry = facts.entries.get((enrolment.id, day))
    if entry is None or entry.amount is None:
        skip = button(f"{token}.skip", "common-skip")
        return Reply(f"checkin-amount-{what}", args, (skip,), numeric=True, edits=True)
    ways = (button(f"{token}.skip", "checkin-amount-leave"), button(f"{token}.clear", "checkin-amount-clear"))
    known = {**args, "amount": entry.amount}
    return Reply(f"checkin-amount-{what}-again", known, ways, numeric=True, edits=True)


def whole_lines(day: date, facts: Facts) -> tuple[Text, ...]:
    """The day as it is recorded."""
    lines = (title(day, facts), *(line(e, day, facts) for e in habits.applying(facts, day)))
    recorded = facts.days.get(day)
    if recorded is None or recorded.control is None:
        return lines  # skipped, or not yet asked
    return (*lines, Text("checkin-line-control", {"n": recorded.control}))


def whole(day: date, facts: Facts) -> Turn:
    """A day that is all answered, and the way to correct it."""
    buttons = (button(f"checkin.f.{day.isoformat()}", "checkin-change"), *earlier(facts, but=day))
    reply = Reply("checkin-whole", {"lines": whole_lines(day, facts)}, buttons, edits=True)
    return Turn((reply,), open=questions.data(day))


def which(day: date, plans: tuple[Enrolment, ...], facts: Facts) -> Turn:
    """What is to be corrected: one of the plans, or how it felt."""
    if not plans:
        return nothing(day, facts)
    iso = day.isoformat()
    buttons = (
        *(Button(f"checkin.f.{iso}.{e.id}", e.title) for e in plans),
        button(f"checkin.cf.{iso}", "checkin-feel"),
        button(f"checkin.reopen.{iso}", "checkin-reopen"),
    )
    return Turn((Reply("checkin-which", {"lines": whole_lines(day, facts)}, buttons, edits=True),))


def nothing(day: date, facts: Facts) -> Turn:
    """No plan applies on that day: none runs, it was a day off, or all of them rest."""
    buttons = (button("plans.list", "checkin-plans"), *earlier(facts, but=day))
    paused = tuple(e for e in facts.running if views.paused(facts, e))
    if day == facts.today and paused:
        lines = tuple(
            line for e in paused for line in (views.title(facts, e), views.paused(facts, e)) if line
        )
        return Turn((Reply("checkin-paused", {"lines": lines}, (*_resume(paused, facts), *buttons)),))
    key = "checkin-nothing" if facts.running else "checkin-no-plan"
    return Turn((Reply("checkin-nothing-then" if day < facts.today else key, {"day": day}, buttons),))


def _resume(paused: tuple[Enrolment, ...], facts: Facts) -> tuple[Button, ...]:
    """The way out of a pause: at once where one plan rests, by its card where there are several."""
    if len(paused) == 1:
        return (button(f"plans.resume.{paused[0].id}", "plans-resume"),)
    return tuple(Button(f"plans.open.{e.id}", views.title(facts, e)) for e in paused)


def earlier(facts: Facts, *, but: date) -> tuple[Button, ...]:
    """Buttons to the last two days, where something is still open."""
    days = (facts.today - timedelta(days=n) for n in (1, 2))
    return tuple(
        Button(f"checkin.open.{day.isoformat()}", Text("checkin-fill-in", {"day": day}))
        for day in days
        if day != but and habits.missing(facts, day)
    )


def today(facts: Facts) -> Turn:
    """`/today`: each plan's step and if–then, and where the check-in stands."""
    plans = habits.applying(facts, facts.today)
    if not plans:
        return nothing(facts.today, facts)
    lines = (title(facts.today, facts), *(today_line(e, facts) for e in plans))
    buttons = (
        button(f"checkin.open.{facts.today.isoformat()}", "checkin-open"),
        button("reflect.now", "checkin-reflect"),
        button("plans.list", "checkin-plans"),
        *earlier(facts, but=facts.today),
    )
    until = facts.person.paused_until
    if until is not None and facts.today < until:
        return Turn((Reply("checkin-overview-paused", {"lines": lines, "day": until}, buttons, edits=True),))
    return Turn((_overview(lines, buttons, facts),))


def _overview(lines: tuple[Text, ...], buttons: tuple[Button, ...], facts: Facts) -> Reply:
    """The day, and when the coach asks next: today, on another day, or not at all."""
    if (coming := ahead.next_checkin(facts)) is None:
        return Reply("checkin-overview-silent", {"lines": lines}, buttons, edits=True)
    about, day, at = coming
    key = "checkin-overview" if about <= facts.today else "checkin-overview-next"
    return Reply(key, {"lines": lines, "day": day, "time": at}, buttons, edits=True)


def today_line(enrolment: Enrolment, facts: Facts) -> Text:
    state = line(enrolment, facts.today, facts)
    if enrolment.cue and enrolment.action:
        plan = Text("if-then", {"cue": enrolment.cue.text, "action": enrolment.action.text})
        return Text("checkin-today-line", {"state": state, "what": plan})
    return Text("checkin-today-line", {"state": state, "what": habits.step_text(facts, enrolment)})


def form(day: date, facts: Facts) -> Form:
    """The whole check-in as one form, for platforms that can show it."""
    kept = tuple(Button(str(k), _label(k, day, facts)) for k in ANSWERS)
    plans = (
        Field(f"e{e.id}", e.title, kept, value=str(entry.kept) if entry else "")
        for e in habits.applying(facts, day)
        for entry in (facts.entries.get((e.id, day)),)
    )
    numbers = tuple(button(str(n), "checkin-number", n=n) for n in range(1, 6))
    control = facts.days.get(day, Day(day)).control
    feel = Field("control", Text("checkin-form-control"), numbers, value=str(control or ""))
    note = Field("note", Text("checkin-form-note"), required=False)
    return Form(f"checkin.sent.{day.isoformat()}", title(day, facts), (*plans, feel, note))
