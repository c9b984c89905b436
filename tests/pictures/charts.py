"""Charts for tests."""

from __future__ import annotations

from bot.content.rendered import ShownBar, ShownChart

WEEK = ShownChart(
    "Minutes a day",
    "40 on Monday, nothing noted on Tuesday, 12.5 on Wednesday",
    (ShownBar("Mon 23", 40.0, "40"), ShownBar("Tue 24", None), ShownBar("Wed 25", 12.5, "12.5")),
    goal=30.0,
)
