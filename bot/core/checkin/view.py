"""The texts of the check-in: a question, the whole day, and `/today`."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.checkin import questions, rhythm, wordings
from bot.core.conversation.flow import StepResult, reply_with
from bot.core.model.checkin import CheckinAnswer, DayRecord
from bot.core.model.library import About, Measure
from bot.core.model.messages import Args, Button, Field, Form, Reply, Text, button
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.plans import halves, views
from bot.core.progress import habits

ANSWERS = (CheckinAnswer.KEPT, CheckinAnswer.PARTLY, CheckinAnswer.MISSED, CheckinAnswer.SKIPPED)


A_LITTLE, HOUR = 10, 60  # minutes


def title(day: date, snapshot: Snapshot) -> Text:
    """ "Today", "Yesterday" or "The day before", with the date."""
    names = {0: "today", 1: "yesterday", 2: "before"}
    return Text(f"checkin-{names.get((snapshot.today - day).days, 'day')}", {"day": day})


def line(enrolment: Enrolment, day: date, snapshot: Snapshot) -> Text:
    """One plan of the day and what was answered."""
    entry = snapshot.entries.get((enrolment.id, day))
    said = Text(f"checkin-line-{entry.kept if entry else 'open'}", {"name": enrolment.title})
    what = measure(habits.as_of(snapshot, enrolment, day), snapshot)
    if entry is None or entry.amount is None or entry.kept is CheckinAnswer.SKIPPED or what is None:
        return said
    return Text(f"checkin-line-{what}", {"line": said, "amount": entry.amount})


def measure(enrolment: Enrolment, snapshot: Snapshot) -> Measure | None:
    """The unit of a step, MINUTES or COUNT; None where the person's word is all."""
    step = habits.step_of(snapshot, enrolment)
    return step.measure if step is not None and step.measure in (Measure.MINUTES, Measure.COUNT) else None


def question(enrolment: Enrolment, day: date, snapshot: Snapshot) -> Reply:
    """How one plan went, below what is answered already."""
    iso = day.isoformat()
    others = (
        e for e in habits.applying(snapshot, day) if e.id != enrolment.id and (e.id, day) in snapshot.entries
    )
    then = habits.as_of(snapshot, enrolment, day)
    lines = (
        *((title(day, snapshot),) if day != snapshot.today else ()),
        *(line(e, day, snapshot) for e in others),
        wordings.asked_line(then, day, snapshot),
    )
    buttons = tuple(
        Button(Token("checkin", "a", iso, enrolment.id, k), wordings.label(k, then, day, snapshot))
        for k in ANSWERS
    )
    if day == snapshot.today:
        buttons = (*buttons, button(Token("checkin", "later", iso), "checkin-later"))
    said: Args = {"lines": lines, "ask": wordings.ask(then, day, snapshot)}
    return Reply("checkin-question", said, buttons, form=form(day, snapshot), edits=True)


def on_day(day: date, token: Token, snapshot: Snapshot) -> Button:
    """A button that names a day: "Today", "Yesterday", or its date."""
    name = {0: "today", 1: "yesterday"}.get((snapshot.today - day).days, "earlier")
    return Button(token, Text(f"checkin-on-{name}", {"day": day}))


def control(day: date, snapshot: Snapshot) -> Reply:
    """How in control it felt, 1 to 5."""
    iso = day.isoformat()
    lines = (title(day, snapshot), *(line(e, day, snapshot) for e in habits.applying(snapshot, day)))
    buttons = tuple(button(Token("checkin", "control", iso, n), "checkin-number", n=n) for n in range(1, 6))
    skip = button(Token("checkin", "control", iso, "skip"), "common-skip")
    return Reply("checkin-control", {"lines": lines}, (*buttons, skip), edits=True)


def amount(enrolment: Enrolment, day: date, snapshot: Snapshot) -> Reply:
    """How many minutes, or how often; with the figure that was given before, should there be one."""
    what = measure(habits.as_of(snapshot, enrolment, day), snapshot) or Measure.MINUTES
    token = Token("checkin", "amount", day, enrolment.id)
    args: Args = {"name": enrolment.title}
    entry = snapshot.entries.get((enrolment.id, day))
    if entry is None or entry.amount is None:
        quick = (
            button(token.with_values(n), f"checkin-quick-{what}", amount=n)
            for n in _quick(enrolment, day, what, snapshot)
        )
        skip = button(token.with_values("skip"), "common-skip")
        return Reply(f"checkin-amount-{what}", args, (*quick, skip), numeric=True, edits=True)
    ways = (
        button(token.with_values("skip"), "checkin-amount-leave"),
        button(token.with_values("clear"), "checkin-amount-clear"),
    )
    known = {**args, "amount": entry.amount}
    return Reply(f"checkin-amount-{what}-again", known, ways, numeric=True, edits=True)


def _quick(enrolment: Enrolment, day: date, what: Measure, snapshot: Snapshot) -> tuple[int, ...]:
    """Figures to press: the last one given before that day, a little less and a little more; none without."""
    told = [e for e in habits.entries_of(snapshot, enrolment) if e.day < day and e.amount is not None]
    if not told or told[-1].amount is None:
        return ()
    last = round(told[-1].amount)
    step = 1 if what is Measure.COUNT else A_LITTLE if last < HOUR else 2 * A_LITTLE
    return tuple(sorted({max(0, last - step), last, last + step}))


def whole_lines(day: date, snapshot: Snapshot) -> tuple[Text, ...]:
    """The day as it is recorded."""
    lines = (title(day, snapshot), *(line(e, day, snapshot) for e in habits.applying(snapshot, day)))
    recorded = snapshot.days.get(day)
    if recorded is None or recorded.control is None:
        return lines  # skipped, or not yet asked
    return (*lines, Text("checkin-line-control", {"n": recorded.control}))


def whole(day: date, snapshot: Snapshot) -> StepResult:
    """A day that is all answered, and the way to correct it."""
    buttons = (button(Token("checkin", "f", day), "checkin-change"), *earlier(snapshot, but=day))
    reply = Reply("checkin-whole", {"lines": whole_lines(day, snapshot)}, buttons, edits=True)
    return reply_with(reply).leaving_open(questions.data_again(day, snapshot))


def which(day: date, plans: tuple[Enrolment, ...], snapshot: Snapshot) -> StepResult:
    """The choice of an answer to correct: one of the plans, or how it felt."""
    if not plans:
        return nothing(day, snapshot)
    iso = day.isoformat()
    buttons = (
        *(Button(Token("checkin", "f", iso, e.id), e.title) for e in plans),
        button(Token("checkin", "cf", iso), "checkin-feel"),
        button(Token("checkin", "reopen", iso), "checkin-reopen"),
    )
    return reply_with(Reply("checkin-which", {"lines": whole_lines(day, snapshot)}, buttons, edits=True))


def nothing(day: date, snapshot: Snapshot) -> StepResult:
    """No plan applies on that day: none runs, it was a day off, or all of them rest."""
    buttons = (button(Token("plans", "list"), "checkin-plans"), *earlier(snapshot, but=day))
    paused = tuple(e for e in snapshot.running if views.paused(snapshot, e))
    if day == snapshot.today and paused:
        lines = tuple(
            line for e in paused for line in (views.title(snapshot, e), views.paused(snapshot, e)) if line
        )
        return reply_with(Reply("checkin-paused", {"lines": lines}, (*_resume(paused, snapshot), *buttons)))
    if day < snapshot.today:
        return reply_with(Reply("checkin-nothing-then", {"day": day}, buttons))
    if not snapshot.running:
        return reply_with(Reply("checkin-no-plan", buttons=buttons))
    return reply_with(_nothing_yet(buttons, snapshot))


def _nothing_yet(buttons: tuple[Button, ...], snapshot: Snapshot) -> Reply:
    """Nothing today, and when the coach asks next; a step of the night can be tried before it is asked
    about."""
    if (coming := ahead.next_checkin(snapshot)) is None:
        return Reply("checkin-nothing", buttons=buttons)
    _, day, at = coming
    steps = (habits.step_of(snapshot, e) for e in snapshot.running if e.step_since == snapshot.today)
    tonight = any(step is not None and step.about is About.NIGHT for step in steps)
    key = "checkin-nothing-tonight" if tonight else "checkin-nothing-next"
    return Reply(key, {"day": day, "time": at}, buttons)


def _resume(paused: tuple[Enrolment, ...], snapshot: Snapshot) -> tuple[Button, ...]:
    """The way out of a pause: at once where one plan rests, by its card where there are several."""
    if len(paused) == 1:
        return (button(Token("plans", "resume", paused[0].id), "plans-resume"),)
    return tuple(Button(Token("plans", "open", e.id), views.title(snapshot, e)) for e in paused)


def earlier(snapshot: Snapshot, *, but: date) -> tuple[Button, ...]:
    """Buttons to the last two days, where something is still open."""
    days = (snapshot.today - timedelta(days=n) for n in (1, 2))
    return tuple(
        Button(Token("checkin", "open", day), Text("checkin-fill-in", {"day": day}))
        for day in days
        if day != but and habits.missing(snapshot, day)
    )


def today(snapshot: Snapshot) -> StepResult:
    """`/today`: each plan's step and if–then, and where the check-in stands."""
    plans = habits.applying(snapshot, snapshot.today)
    if not plans:
        return nothing(snapshot.today, snapshot)
    lines = (title(snapshot.today, snapshot), *(today_line(e, snapshot) for e in plans))
    buttons = (
        button(Token("checkin", "open", snapshot.today), "checkin-open"),
        button(Token("reflect", "now"), "checkin-reflect"),
        button(Token("plans", "list"), "checkin-plans"),
        *earlier(snapshot, but=snapshot.today),
    )
    until = snapshot.person.paused_until
    if until is not None and snapshot.today < until:
        return reply_with(
            Reply("checkin-overview-paused", {"lines": lines, "day": until}, buttons, edits=True)
        )
    return reply_with(_overview(lines, buttons, snapshot))


def _overview(lines: tuple[Text, ...], buttons: tuple[Button, ...], snapshot: Snapshot) -> Reply:
    """The day, and when the coach asks next: today, on another day, or not at all."""
    if (coming := ahead.next_checkin(snapshot)) is None:
        key = "checkin-overview-taper" if snapshot.person.tapers_since else "checkin-overview-silent"
        return Reply(key, {"lines": lines}, buttons, edits=True)
    about, day, at = coming
    key = "checkin-overview" if about <= snapshot.today else "checkin-overview-next"
    return Reply(key, {"lines": lines, "day": day, "time": at}, buttons, edits=True)


def today_line(enrolment: Enrolment, snapshot: Snapshot) -> Text:
    state = line(enrolment, snapshot.today, snapshot)
    if enrolment.cue and enrolment.action:
        plan = halves.sentence(enrolment.cue, enrolment.action, snapshot)
        return Text("checkin-today-line", {"state": state, "what": plan})
    return Text("checkin-today-line", {"state": state, "what": habits.step_text(snapshot, enrolment)})


def form(day: date, snapshot: Snapshot) -> Form:
    """The whole check-in as one form, for platforms that can show it."""
    plans = (_field(e, day, snapshot) for e in habits.applying(snapshot, day))
    numbers = tuple(button(str(n), "checkin-number", n=n) for n in range(1, 6))
    control = snapshot.days.get(day, DayRecord(day)).control
    asked = control is not None or rhythm.asks_control(day, snapshot)
    feel = (Field("control", Text("checkin-form-control"), numbers, value=str(control or "")),)
    note = Field("note", Text("checkin-form-note"), required=False)
    return Form(Token("checkin", "sent", day), title(day, snapshot), (*plans, *(feel if asked else ()), note))


def _field(enrolment: Enrolment, day: date, snapshot: Snapshot) -> Field:
    """One plan of a form."""
    then, entry = habits.as_of(snapshot, enrolment, day), snapshot.entries.get((enrolment.id, day))
    kept = tuple(Button(str(k), wordings.label(k, then, day, snapshot)) for k in ANSWERS)
    return Field(f"e{enrolment.id}", enrolment.title, kept, value=str(entry.kept) if entry else "")
