"""The day until which something rests. One that is far ahead may be a mistake: it is shown with its year, and
holds only once it is confirmed."""

from __future__ import annotations

from datetime import date

from bot.core.conversation.flow import Answer
from bot.core.model.localtime import iso_day
from bot.core.model.messages import Args, Button, WithYear, button
from bot.core.model.reading import Meaning
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.typed import dates


def read(answer: Answer, data: Data, snapshot: Snapshot) -> tuple[date | None, bool]:
    """The day that an answer names, None for none, and whether it holds at once: where it was pressed, where
    it is near, and where it is the day in question (`data["day"]`), confirmed by a yes or by its year."""
    asked = iso_day(str(data.get("day")))
    if asked and not answer.pressed and answer.meant == "yes":
        return (asked, True) if asked > snapshot.today else (None, False)
    day = dates.typed_day(answer.text, snapshot) or _understood(answer, snapshot)
    if day is None:
        return None, False
    confirmed = day == asked and str(day.year) in answer.text
    return day, answer.pressed or confirmed or not dates.is_far(day, snapshot.today)


def _understood(answer: Answer, snapshot: Snapshot) -> date | None:
    """The day within a sentence, as the question takes it."""
    day = answer.value(Meaning.DATE)
    return dates.typed_day(day.isoformat(), snapshot) if isinstance(day, date) else None


def in_question(day: date, snapshot: Snapshot) -> Args:
    """The question about a far day."""
    return {"day": WithYear(day), "days": (day - snapshot.today).days}


def confirm(step: Token, day: date) -> Button:
    """The button that says yes to a far day: the day is in its token."""
    return button(step.with_values(day), "until-yes")
