"""The meaning of typed words for the check-in: they answer what was asked last, or what they reply to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.calendar import timing
from bot.core.checkin import asking, closing, later, questions, view
from bot.core.conversation.flow import Answer, StepResult, reply_with
from bot.core.model.checkin import CheckinAnswer, Question
from bot.core.model.library import Measure
from bot.core.model.messages import Reply
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.nudges.registry import beginning
from bot.core.progress import habits
from bot.core.typed import understand

BY_INTENT = {"done": CheckinAnswer.KEPT, "yes": CheckinAnswer.KEPT, "partly": CheckinAnswer.PARTLY,
"missed": CheckinAnswer.MISSED,
             "no": CheckinAnswer.MISSED, "skip": CheckinAnswer.SKIPPED}  # fmt: skip
NOON = 12  # an hour of the day: from then on, what is said without being asked is said of today
UNWELL = "unwell"  # a reason, and no answer yet
CHECKINS = beginning("checkin")  # kinds of nudge that put the check-in's question
UNSURE = "unsure"  # "I don't know": asked about, never an entry
HEARD = frozenset({*BY_INTENT, "later", UNWELL, UNSURE})  # intents that speak of the check-in


def pending(snapshot: Snapshot) -> Question | None:
    """The check-in's question that was put last, as long as it can be answered."""
    asked = snapshot.question
    question = asked if asked and asked.plan and asking.is_open(asked.day, snapshot) else _sent(snapshot)
    if question is None or not asking.is_open(question.day, snapshot):
        return None
    waiting = habits.unanswered(snapshot, question.day)
    applying = {e.id for e in habits.applying(snapshot, question.day)}
    if question.plan in applying and snapshot.question is question:
        return question
    return replace(question, plan=waiting[0].id) if waiting else None


def _sent(snapshot: Snapshot) -> Question | None:
    """The check-in that was sent last, where no conversation remembers it."""
    last = max((s for s in snapshot.sent if s.kind in CHECKINS), key=lambda s: s.at, default=None)
    return Question(last.day) if last else None


def heard(text: str, meant: str, snapshot: Snapshot) -> StepResult | None:
    """Words while no question waits: they answer the check-in's last question, or take the answer back. None
    where they mean nothing for it."""
    if meant != "undo" and meant not in HEARD and figure(text, snapshot) is None:
        return None
    result = undo(snapshot) if meant == "undo" else by_words(text, meant, snapshot)
    return result and replace(_named(result), answers=questions.answered(result.effects, snapshot))


def by_words(text: str, meant: str, snapshot: Snapshot) -> StepResult | None:
    """The meaning of typed words for the check-in; None when they mean nothing for it."""
    question, amount = pending(snapshot), figure(text, snapshot)
    if meant == "later":
        return later.by_words(question.day if question else None, snapshot)
    if question is None:
        return _unasked(meant, amount, snapshot)
    if questions.is_old(question, snapshot.today) and (meant in BY_INTENT or amount is not None):
        days = (*((snapshot.today,) if habits.missing(snapshot, snapshot.today) else ()), question.day)
        return which_day(days, meant, amount, snapshot)
    if meant == UNWELL:
        return _unwell(question.day, snapshot)
    if meant == UNSURE:
        return asking.ask(question.day, snapshot).after(Reply("checkin-unsure"))
    if meant in BY_INTENT and (enrolment := snapshot.enrolment(question.plan)):
        return asking.record(enrolment, question.day, BY_INTENT[meant], snapshot)
    return None if amount is None else _measured(question, amount, snapshot)


def _unwell(day: date, snapshot: Snapshot) -> StepResult:
    """Somebody was ill: whether the plan applied all the same is theirs to say."""
    return asking.ask(day, snapshot).after(Reply("checkin-unwell"))


def _measured(question: Question, amount: float, snapshot: Snapshot) -> StepResult:
    """A figure answers the plan that was asked about, else the first open one that is measured."""
    asked = snapshot.enrolment(question.plan)
    plans = (*((asked,) if asked else ()), *habits.unanswered(snapshot, question.day))
    found = next((e for e in plans if _takes(e, question.day, snapshot)), None)
    if found is None:
        return asking.ask(question.day, snapshot)
    return with_figure(found, question.day, amount, snapshot)


def with_figure(enrolment: Enrolment, day: date, amount: float, snapshot: Snapshot) -> StepResult:
    """Record a figure and what it means for the step of that day, in place of an earlier record."""
    then = habits.as_of(snapshot, enrolment, day)
    kept = habits.judged(snapshot.without_entry(enrolment.id, day), then, amount)
    return asking.record(enrolment, day, kept, snapshot, amount)


def figure(text: str, snapshot: Snapshot) -> int | None:
    """Minutes that nobody asked for just now, so a unit is needed: a mere number may mean anything."""
    return understand.minutes(text, snapshot, bare=False)


def _takes(enrolment: Enrolment, day: date, snapshot: Snapshot) -> bool:
    """Whether minutes can be the plan's figure on that day."""
    return view.measure(habits.as_of(snapshot, enrolment, day), snapshot) is Measure.MINUTES


# --- when nothing was asked ---------------------------------------------------------------------------


def _unasked(meant: str, amount: float | None, snapshot: Snapshot) -> StepResult | None:
    """Words that no question waits for: about the one day that is open since the last answer, else it is
    asked which."""
    days = _open_days(snapshot)
    if not days and amount is not None:
        return _corrected(amount, snapshot)
    if not days:
        return asking.ask(snapshot.today, snapshot) if meant in BY_INTENT else None
    if meant == UNWELL:
        return _unwell(days[0], snapshot)
    if meant in ("yes", "no"):
        return asking.ask(days[0], snapshot)  # it is asked before anything is recorded
    if meant not in BY_INTENT and amount is None:
        return None
    if days != (snapshot.today,):
        return which_day(days, meant, amount, snapshot)
    question = Question(days[0], habits.unanswered(snapshot, days[0])[0].id)
    return by_words_of(question, meant, amount, snapshot)


def by_words_of(question: Question, meant: str, amount: float | None, snapshot: Snapshot) -> StepResult:
    """The answer to one question, in words."""
    enrolment = snapshot.enrolment(question.plan)
    if meant in BY_INTENT and enrolment:
        return asking.record(enrolment, question.day, BY_INTENT[meant], snapshot)
    return _measured(question, amount or 0, snapshot)


def _open_days(snapshot: Snapshot) -> tuple[date, ...]:
    """The days that have an open plan and can be meant, the likeliest first: today; in the morning, and where
    today has nothing to answer, those before it too, as far as nothing was answered since."""
    since = max((day for _, day in snapshot.history), default=date.min)
    days = (snapshot.today - timedelta(days=n) for n in range(asking.OPEN_DAYS))
    found = tuple(day for day in days if day >= since and habits.missing(snapshot, day))
    sure = snapshot.today in found and timing.wall(snapshot.now, snapshot.person).hour >= NOON
    return found[:1] if sure else found


def _corrected(amount: float, snapshot: Snapshot) -> StepResult | None:
    """A figure after all is answered puts the day's right; of several plans it is asked which."""
    day = snapshot.question.day if snapshot.question else snapshot.today
    if not asking.is_open(day, snapshot):
        return None
    plans = [
        e
        for e in habits.applying(snapshot, day)
        if _takes(e, day, snapshot) and (e.id, day) in snapshot.entries
    ]
    if len(plans) == 1:
        return with_figure(plans[0], day, amount, snapshot)
    return view.which(day, tuple(plans), snapshot) if plans else None


def which_day(days: tuple[date, ...], meant: str, amount: float | None, snapshot: Snapshot) -> StepResult:
    """Which day was it? Each button carries the answer."""
    buttons = []
    for day in days:
        waiting = habits.unanswered(snapshot, day) or habits.applying(snapshot, day)
        if meant in BY_INTENT:
            buttons.append(
                view.on_day(day, Token("checkin", "a", day, waiting[0].id, BY_INTENT[meant]), snapshot)
            )
        elif found := next((e for e in waiting if _takes(e, day, snapshot)), None):
            buttons.append(view.on_day(day, Token("checkin", "m", day, found.id, f"{amount:g}"), snapshot))
    return reply_with(Reply("checkin-which-day", buttons=tuple(buttons)))


# --- a reply to an older message ----------------------------------------------------------------------


def replied(text: str, meant: str, about: tuple[str, ...], snapshot: Snapshot) -> StepResult | None:
    """Words that reply to one of the coach's messages, by the tokens of its buttons; None where that asked
    nothing of the check-in, or the words mean nothing for it."""
    result = _replied(text, meant, about, snapshot)
    return result and _named(result)


def _named(result: StepResult) -> StepResult:
    return replace(result, flow=result.flow or "checkin")


def _replied(text: str, meant: str, about: tuple[str, ...], snapshot: Snapshot) -> StepResult | None:
    if not about:
        return _about_something(text, meant, snapshot)
    found = questions.asked_by(about)
    if found is None:
        return None
    step, question = found
    if step == "a":
        return _answered(text, meant, question, snapshot)
    data = {"day": question.day.isoformat(), "enrolment": question.plan}
    return STEPS[step](Answer(text, meant=meant), data, snapshot)


STEPS = {
    name: asking.undoing(step)
    for name, step in (
        ("amount", asking.ask_amount),
        ("note", asking.ask_note),
        ("obstacle", closing.ask_obstacle),
        ("control", asking.ask_control),
    )
}


def _answered(text: str, meant: str, question: Question, snapshot: Snapshot) -> StepResult | None:
    if meant not in HEARD and figure(text, snapshot) is None:
        return None
    applies = question.plan in {e.id for e in habits.applying(snapshot, question.day)}
    if not asking.is_open(question.day, snapshot) or not applies:
        return asking.ask(question.day, snapshot)
    return by_words(text, meant, snapshot.replace(question=question))


def _about_something(text: str, meant: str, snapshot: Snapshot) -> StepResult | None:
    """A reply to a message that no longer shows what it asked: it is asked which day is meant."""
    amount = figure(text, snapshot)
    days = (snapshot.today - timedelta(days=n) for n in range(asking.OPEN_DAYS))
    found = tuple(day for day in days if habits.applying(snapshot, day))
    if not found or (meant not in BY_INTENT and amount is None):
        return None
    return which_day(found, meant, amount, snapshot)


# --- taking back --------------------------------------------------------------------------------------


def undo(snapshot: Snapshot) -> StepResult | None:
    """ "Undo", "oops": the answer given just before is taken back; later on, it is asked what to change."""
    if question := snapshot.question:
        return asking.take_back(question.day, question.last, snapshot)
    days = (snapshot.today - timedelta(days=n) for n in range(asking.OPEN_DAYS))
    answered = {day for _, day in snapshot.entries}
    day = next((day for day in days if day in answered), None)
    return asking.take_back(day, None, snapshot) if day else None
