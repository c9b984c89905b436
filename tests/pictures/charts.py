"""Charts for tests, and a reply with one."""

from __future__ import annotations

from datetime import date

from bot.content.rendered import Message, ShownBar, ShownChart
from bot.core.model.messages import Bar, Button, ButtonStyle, Chart, Reply, own
from tests.world import wording

WEEK = ShownChart(
    "Minutes a day",
    "40 on Monday, nothing noted on Tuesday, 12.5 on Wednesday",
    (ShownBar("Mon 23", 40.0, "40"), ShownBar("Tue 24", None), ShownBar("Wed 25", 12.5, "12.5")),
    goal=30.0,
)
TODAY = date(2026, 11, 25)
BUTTONS = tuple(Button(f"toy.{style}", own(style.capitalize()), style) for style in ButtonStyle)


def reply(words: str = "Your week", *, chart: bool = True, edits: bool = False) -> Reply:
    """A reply of a toy flow, with a button of each style."""
    days = (Bar(date(2026, 11, 23), 40.0), Bar(date(2026, 11, 24), None), Bar(date(2026, 11, 25), 12.5))
    picture = Chart(own(WEEK.title), own(WEEK.alt), days, goal=30.0) if chart else None
    return Reply("own-words", {"words": words}, buttons=BUTTONS, edits=edits, picture=picture)


def message(words: str = "Your week", *, chart: bool = True, edits: bool = False) -> Message:
    """The same in words, as an adapter gets it."""
    return wording().message(reply(words, chart=chart, edits=edits), "en", TODAY)
