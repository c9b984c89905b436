"""How a check-in ends: with one sentence, or, after a miss, with one kind question and a smaller step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.checkin import obstacles, questions, sentence, view
from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.first_days import parts
from bot.core.model.checkin import OBSTACLES, CheckinAnswer, DayRecord
from bot.core.model.effects import AddJournalEntry, RecordDay
from bot.core.model.library import StepKind
from bot.core.model.localtime import iso_day
from bot.core.model.messages import Reply, Text, button
from bot.core.model.plan import Enrolment, StepChoice
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, split
from bot.core.plans import offering
from bot.core.progress import habits, offers, own_reason

ANOTHER_DAY = (StepKind.ONCE, StepKind.TIMES)  # kinds of steps that can as well be done on the next day
LINE_TIME = timedelta(hours=2)  # in which words after a check-in are a line on its day


def end(day: date, snapshot: Snapshot) -> StepResult:
    """After the last question: what got in the way, if something did; else the close. A line on the day is
    never asked for: what is typed soon after is one."""
    missed, data = _lapsed(day, snapshot), {"day": day.isoformat()}
    if missed and not snapshot.days.get(day, DayRecord(day)).obstacle:
        return ask_step("obstacle", lapse_question(missed[0], day, snapshot), data)
    return close(day, snapshot)


def _lapsed(day: date, snapshot: Snapshot) -> tuple[Enrolment, ...]:
    """The plans with a miss that is worth a question: a step that is done once, or some times a week, is not
    for every day; and where an easier one is offered now, that is question enough."""
    return tuple(
        e
        for e in habits.applying(snapshot, day)
        if sentence.answer_of(e, day, snapshot) is CheckinAnswer.MISSED
        and offers.kind_of(snapshot, habits.as_of(snapshot, e, day)) not in ANOTHER_DAY
        and not _eases(e, snapshot)
    )


def _eases(enrolment: Enrolment, snapshot: Snapshot) -> bool:
    """Whether an easier step is offered when the check-in ends."""
    offer = offers.offer(snapshot, enrolment)
    return offer is not None and offer.choice is StepChoice.EASIER


def lapse_question(enrolment: Enrolment, day: date, snapshot: Snapshot) -> Reply:
    iso = day.isoformat()
    buttons = tuple(
        button(Token("checkin", "obstacle", iso, code), f"checkin-obstacle-{code}") for code in OBSTACLES
    )
    if habits.can_go(snapshot, enrolment, StepChoice.EASIER):
        easier = offering.pick(StepChoice.EASIER, enrolment).token
        buttons = (*buttons, button(easier, "checkin-smaller"))
    return Reply(
        "checkin-lapse",
        buttons=(*buttons, button(Token("checkin", "obstacle", iso, "skip"), "common-skip")),
        edits=True,
    )


def ask_obstacle(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The obstacle of the day: one of four presses, or own words."""
    day = iso_day(str(data.get("day"))) or snapshot.today
    if answer is None:
        missed = _lapsed(day, snapshot)
        return (
            ask_step("obstacle", lapse_question(missed[0], day, snapshot), data)
            if missed
            else close(day, snapshot)
        )
    if answer.pressed:
        return obstacle_pressed(answer.text, snapshot)
    if answer.leaves_out or answer.meant in ("thanks", "hello"):
        return close(day, snapshot)
    said = obstacles.answer(answer.text, day, snapshot)
    stored = AddJournalEntry(day, obstacles.stored_as(answer.text, snapshot), answer.text)
    return close(day, snapshot, said).doing(stored)


def obstacle_pressed(value: str, snapshot: Snapshot) -> StepResult:
    """`checkin.obstacle.<day>.<code>`."""
    day_text, code = split(value, 2)
    day = iso_day(day_text) or snapshot.today
    if code not in OBSTACLES or not any(answered == day for _, answered in snapshot.entries):
        return close(day, snapshot)
    noted = DayRecord(day, snapshot.days.get(day, DayRecord(day)).control, code)
    return close(day, snapshot, obstacles.tip(code, day)).doing(RecordDay(noted))


def close(day: date, snapshot: Snapshot, said: Text | None = None) -> StepResult:
    """The day as it is recorded, and, when it is time for one, the offer of another step. `said`: its last
    sentence, where that is an answer to words of the person."""
    closing = said or sentence.ending(day, snapshot)
    buttons = (
        button(Token("checkin", "f", day), "checkin-change"),
        *view.earlier(snapshot, but=day),
    )
    reason = _reason(day, snapshot)
    lines = (*view.whole_lines(day, snapshot), *((reason,) if reason else ()))
    offer = _offer(day, snapshot)
    extra = None if said or reason or offer else parts.of_today(day, snapshot)
    if extra:
        line, ways, shown = extra
        told = Text("checkin-done", {"lines": lines, "closing": closing})
        reply = Reply("checkin-done-and", {"done": told, "more": line}, (*buttons, *ways), edits=True)
        return reply_with(reply).doing(shown).leaving_open(_waits(day, snapshot))
    reply = Reply("checkin-done", {"lines": lines, "closing": closing}, buttons, edits=True)
    done = reply_with(reply).leaving_open(_waits(day, snapshot))
    effects = (own_reason.said(snapshot),) if reason else ()
    if offer is None:
        return done.doing(*effects)
    return replace(offer.after(*done.replies).doing(*effects), open_question=done.open_question)


def _offer(day: date, snapshot: Snapshot) -> StepResult | None:
    """The offer of another step, for one of the plans of the day."""
    turns = (offering.offer_turn(snapshot, e) for e in habits.applying(snapshot, day))
    return next((turn for turn in turns if turn is not None), None)


def _waits(day: date, snapshot: Snapshot) -> Data:
    """The question that stays open: a line on the day."""
    return questions.data(day, line_until=snapshot.now + LINE_TIME)


def _reason(day: date, snapshot: Snapshot) -> Text | None:
    """The person's own reason, said back on a hard day."""
    hard = any(own_reason.is_hard(e, snapshot) for e in habits.applying(snapshot, day))
    return own_reason.line(own_reason.Occasion.HARD_DAY, snapshot) if hard else None
