"""What the check-in asked last: as a frame keeps it, and as it stands in the tokens of a message's keys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.core.model.checkin import Question
from bot.core.model.effects import Effect, RecordEntry
from bot.core.model.snapshot import Data, Snapshot

STEP = "open"  # of a frame: a question that words may answer, and need not


def data(day: date, plan: int = 0) -> Data:
    """A question as a frame keeps it."""
    return {"day": day.isoformat(), "plan": plan}


def of(kept: Data) -> Question | None:
    """The question that a frame keeps; None for anything that is none."""
    day, plan = as_day(str(kept.get("day"))), kept.get("plan", 0)
    return Question(day, plan, kept.get("last")) if day and isinstance(plan, int) else None


def asked_by(tokens: Iterable[str]) -> tuple[str, Question] | None:
    """What a message asked, by its buttons' tokens: which kind of the check-in's questions ("a", "control",
    "amount", "note", "obstacle"), on which day and about which plan (0: the whole day)."""
    for token in tokens:
        flow, _, rest = token.partition(".")
        kind, _, value = rest.partition(".")
        day, _, number = value.partition(".")
        plan = number.partition(".")[0]
        if flow == "checkin" and kind in ("a", "control", "amount", "note", "obstacle") and as_day(day):
            about = int(plan) if kind in ("a", "amount") and plan.isdecimal() else 0
            return kind, Question(date.fromisoformat(day), about, replied=True)
    return None


def beginning(flow: str, step: str, kept: Data) -> str:
    """How the tokens of the buttons begin below the question that a frame waits for."""
    about = (kept[key] for key in ("day", "enrolment") if flow == "checkin" and key in kept)
    return ".".join((flow, step, *map(str, about), ""))


def answered(effects: Iterable[Effect], snapshot: Snapshot) -> str:
    """The same, below a plan's question that these commands answer: the one whose answer they record, else
    the one that was asked last. "" for none."""
    entries = ((c.entry.day, c.entry.enrolment_id) for c in effects if isinstance(c, RecordEntry))
    asked = (snapshot.question.day, snapshot.question.plan) if snapshot.question else None
    day, plan = next(entries, asked) or (None, 0)
    return beginning("checkin", "a", {"day": day.isoformat(), "enrolment": plan}) if day else ""


def left(kept: Data, effects: Iterable[Effect], snapshot: Snapshot) -> Data | None:
    """What remains of a question after a turn that put no other one; None where nothing does: it is answered,
    or it asked for another answer to what was answered before."""
    question = of(kept)
    if question is None or not question.plan:
        return None
    slot = question.plan, question.day
    now = {(c.entry.enrolment_id, c.entry.day) for c in effects if isinstance(c, RecordEntry)}
    return None if slot in snapshot.entries or slot in now else data(question.day, question.plan)


def as_day(text: str) -> date | None:
    """An ISO date; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
