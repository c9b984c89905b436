"""Lines on a day: what is typed soon after a check-in, and what comes too late for its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.checkin import questions
from bot.core.conversation.flow import StepResult, reply_with
from bot.core.model.effects import AddJournalEntry
from bot.core.model.journal import NOTE
from bot.core.model.messages import Reply
from bot.core.model.snapshot import Snapshot
from bot.core.typed import understand


def line_of_day(text: str, snapshot: Snapshot) -> StepResult | None:
    """Words within two hours after a check-in was answered, which mean nothing else, are a line on its day.
    None for a question, and for anything later."""
    question = snapshot.question
    if question is None or question.line_until is None or question.line_until <= snapshot.now:
        return None
    if text.rstrip().endswith("?") or not understand.is_line(text, snapshot):
        return None
    added = reply_with(Reply("checkin-note-kept")).doing(AddJournalEntry(question.day, NOTE, text))
    waits = questions.data(question.day, line_until=question.line_until)
    return replace(added.leaving_open(waits), flow="checkin")


def closed_line(day: date, words: str, snapshot: Snapshot) -> StepResult:
    """A line on a day that is too far back to change: it is kept all the same."""
    kept = Reply("checkin-late-line", {"day": day})
    return reply_with(Reply("checkin-closed", {"day": day}), kept).doing(AddJournalEntry(day, NOTE, words))
