"""What typed words mean for the check-in: they answer what was asked last, or what they reply to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.calendar import timing
from bot.core.checkin import asking, closing, later, view
from bot.core.conversation import questions
from bot.core.conversation.flow import Answer, Turn
from bot.core.model.checkin import Kept, Question
from bot.core.model.library import Measure
from bot.core.model.messages import Reply
from bot.core.model.nudge import Kind
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Facts
from bot.core.progress import habits
from bot.core.typed import understand

BY_INTENT = {"done": Kept.KEPT, "yes": Kept.KEPT, "partly": Kept.PARTLY, "missed": Kept.MISSED,
             "no": Kept.MISSED, "skip": Kept.SKIPPED}  # fmt: skip
NOON = 12  # an hour of the day: from then on, what is said without being asked is said of today
UNWELL = "unwell"  # a reason, and no answer yet
CHECKINS = frozenset({Kind.CHECKIN, Kind.REMINDER, Kind.LATER})


def pending(facts: Facts) -> Question | None:
    """The check-in's question that was put last, as long as it can be answered."""
    asked = facts.question
    question = asked if asked and asked.plan and asking.is_open(asked.day, facts) else _sent(facts)
    if question is None or not asking.is_open(question.day, facts):
        return None
    waiting = habits.unanswered(facts, question.day)
    applying = {e.id for e in habits.applying(facts, question.day)}
    if question.plan in applying and facts.question is question:
        return question
    return replace(question, plan=waiting[0].id) if waiting else None


def _sent(facts: Facts) -> Question | None:
    """The check-in that was sent last, where no conversation remembers it."""
    last = max((s for s in facts.sent if s.kind in CHECKINS), key=lambda s: s.at, default=None)
    return Question(last.day) if last else None


def by_words(text: str, meant: str, facts: Facts) -> Turn | None:
    """What typed words mean for the check-in; None when they mean nothing for it."""
    question, amount = pending(facts), figure(text, facts)
    if meant == "later":
        return later.by_words(question.day if question else None, facts)
    if question is None:
        return _unasked(meant, amount, facts)
    if meant == UNWELL:
        return _unwell(question.day, facts)
    if meant in BY_INTENT and (enrolment := facts.enrolment(question.plan)):
        return asking.record(enrolment, question.day, BY_INTENT[meant], facts)
    return None if amount is None else _measured(question, amount, facts)


def _unwell(day: date, facts: Facts) -> Turn:
    """Somebody was ill: whether the plan applied all the same is theirs to say."""
    return asking.ask(day, facts).after(Reply("checkin-unwell"))


def _measured(question: Question, amount: float, facts: Facts) -> Turn:
    """A figure answers the plan that was asked about, else the first open one that is measured."""
    asked = facts.enrolment(question.plan)
    plans = (*((asked,) if asked else ()), *habits.unanswered(facts, question.day))
    found = next((e for e in plans if _takes(e, question.day, facts)), None)
    if found is None:
        return asking.ask(question.day, facts)
    return with_figure(found, question.day, amount, facts)


def with_figure(enrolment: Enrolment, day: date, amount: float, facts: Facts) -> Turn:
    """Record a figure and what it means for the step of that day, whatever was recorded before."""
    then = habits.as_of(facts, enrolment, day)
    kept = habits.judged(facts.without_entry(enrolment.id, day), then, amount)
    return asking.record(enrolment, day, kept, facts, amount)


def figure(text: str, facts: Facts) -> int | None:
    """Minutes that nobody asked for just now, so a unit is needed: a mere number may mean anything."""
    return understand.minutes(text, facts, bare=False)


def _takes(enrolment: Enrolment, day: date, facts: Facts) -> bool:
    """Whether minutes can be the plan's figure on that day."""
    return view.measure(habits.as_of(facts, enrolment, day), facts) is Measure.MINUTES


# --- when nothing was asked ---------------------------------------------------------------------------


def _unasked(meant: str, amount: float | None, facts: Facts) -> Turn | None:
    """Words that no question waits for: about the one day that is open since the last answer, else it is
    asked which."""
    days = _open_days(facts)
    if not days and amount is not None:
        return _corrected(amount, facts)
    if not days:
        return asking.ask(facts.today, facts) if meant in BY_INTENT else None
    if meant == UNWELL:
        return _unwell(days[0], facts)
    if meant in ("yes", "no"):
        return asking.ask(days[0], facts)  # it is asked before anything is recorded
    if meant not in BY_INTENT and amount is None:
        return None
    if days != (facts.today,):
        return which_day(days, meant, amount, facts)
    question = Question(days[0], habits.unanswered(facts, days[0])[0].id)
    return by_words_of(question, meant, amount, facts)


def by_words_of(question: Question, meant: str, amount: float | None, facts: Facts) -> Turn:
    """The answer to one question, in words."""
    enrolment = facts.enrolment(question.plan)
    if meant in BY_INTENT and enrolment:
        return asking.record(enrolment, question.day, BY_INTENT[meant], facts)
    return _measured(question, amount or 0, facts)


def _open_days(facts: Facts) -> tuple[date, ...]:
    """The days that have an open plan and can be meant, the likeliest first: today; in the morning, and where
    today has nothing to answer, those before it too, as far as nothing was answered since."""
    since = max((day for _, day in facts.entries), default=date.min)
    days = (facts.today - timedelta(days=n) for n in range(asking.OPEN_DAYS))
    found = tuple(day for day in days if day >= since and habits.missing(facts, day))
    sure = facts.today in found and timing.wall(facts.now, facts.person).hour >= NOON
    return found[:1] if sure else found


def _corrected(amount: float, facts: Facts) -> Turn | None:
    """A figure after all is answered puts the day's right; of several plans it is asked which."""
    day = facts.question.day if facts.question else facts.today
    if not asking.is_open(day, facts):
        return None
    plans = [e for e in habits.applying(facts, day) if _takes(e, day, facts) and (e.id, day) in facts.entries]
    if len(plans) == 1:
        return with_figure(plans[0], day, amount, facts)
    return view.which(day, tuple(plans), facts) if plans else None


def which_day(days: tuple[date, ...], meant: str, amount: float | None, facts: Facts) -> Turn:
    """Which day was it? Each button carries the answer."""
    buttons = []
    for day in days:
        waiting = habits.unanswered(facts, day) or habits.applying(facts, day)
        if meant in BY_INTENT:
            buttons.append(view.on_day(day, f"a.{day}.{waiting[0].id}.{BY_INTENT[meant]}", facts))
        elif found := next((e for e in waiting if _takes(e, day, facts)), None):
            buttons.append(view.on_day(day, f"m.{day}.{found.id}.{amount:g}", facts))
    return Turn((Reply("checkin-which-day", buttons=tuple(buttons)),))


# --- a reply to an older message ----------------------------------------------------------------------


def replied(text: str, meant: str, about: tuple[str, ...], facts: Facts) -> Turn | None:
    """Words that reply to one of the coach's messages, by the tokens of its buttons; None where that asked
    nothing of the check-in, or the words mean nothing for it."""
    if not about:
        return _about_something(text, meant, facts)
    found = questions.asked_by(about)
    if found is None:
        return None
    step, question = found
    if step == "a":
        return _answered(text, meant, question, facts)
    data = {"day": question.day.isoformat(), "enrolment": question.plan}
    return STEPS[step](Answer(text), data, facts)


STEPS = {
    name: asking.undoing(step)
    for name, step in (
        ("amount", asking.ask_amount),
        ("note", asking.ask_note),
        ("obstacle", closing.ask_obstacle),
        ("control", asking.ask_control),
    )
}


def _answered(text: str, meant: str, question: Question, facts: Facts) -> Turn | None:
    if meant not in (*BY_INTENT, "later", UNWELL) and figure(text, facts) is None:
        return None
    applies = question.plan in {e.id for e in habits.applying(facts, question.day)}
    if not asking.is_open(question.day, facts) or not applies:
        return asking.ask(question.day, facts)
    return by_words(text, meant, replace(facts, question=question))


def _about_something(text: str, meant: str, facts: Facts) -> Turn | None:
    """A reply to a message that no longer shows what it asked: it is asked which day is meant."""
    amount = figure(text, facts)
    days = (facts.today - timedelta(days=n) for n in range(asking.OPEN_DAYS))
    found = tuple(day for day in days if habits.applying(facts, day))
    if not found or (meant not in BY_INTENT and amount is None):
        return None
    return which_day(found, meant, amount, facts)


# --- taking back --------------------------------------------------------------------------------------


def undo(facts: Facts) -> Turn | None:
    """ "Undo", "oops": the answer given just before is taken back; later on, it is asked what to change."""
    if question := facts.question:
        return asking.take_back(question.day, question.last, facts)
    days = (facts.today - timedelta(days=n) for n in range(asking.OPEN_DAYS))
    answered = {day for _, day in facts.entries}
    day = next((day for day in days if day in answered), None)
    return asking.take_back(day, None, facts) if day else None
