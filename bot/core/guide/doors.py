"""The one door below a line that nobody understands: what may help at this hour, and what is open."""

from __future__ import annotations

from bot.core.calendar import timing
from bot.core.model.messages import Button, button
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.progress import habits

TODAY = button(Token("checkin", "open"), "talk-today")
HELP = button(Token("help", "show"), "talk-help")
PLANS = button(Token("plans", "list"), "topic-door-plans")
REFLECT = button(Token("reflect", "now"), "topic-door-reflect")
WIND_DOWN = button(Token("topics", "night"), "topic-door-night")
MORNING, FORENOON_ENDS, EVENING, NIGHT = 5, 11, 17, 22  # hours of the wall clock


def door(snapshot: Snapshot, *, again: bool) -> Button:
    """The door for a person who is through onboarding and not at rest. `again`: the line before was not
    understood either, so another door than that one's."""
    hour = timing.wall(snapshot.now, snapshot.person).hour
    rules = (
        (is_due(snapshot), TODAY),
        (hour >= NIGHT or hour < MORNING, WIND_DOWN),
        (MORNING <= hour < FORENOON_ENDS, PLANS),
        (EVENING <= hour < NIGHT, REFLECT),
        (True, HELP),
        (True, PLANS),
    )
    return [button for holds, button in rules if holds][1 if again else 0]


def is_due(snapshot: Snapshot) -> bool:
    """Whether the check-in of today has come by now and is not answered."""
    asked = timing.asked_at(snapshot.today, snapshot.person)
    return asked is not None and asked <= snapshot.now and bool(habits.missing(snapshot, snapshot.today))
