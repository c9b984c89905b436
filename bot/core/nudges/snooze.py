"""The snooze of a check-in: in twenty minutes, in an hour, or tonight, as far as each still comes today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from bot.core.calendar import timing
from bot.core.model.messages import Button, button
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token

PAUSES = {"20": timedelta(minutes=20), "60": timedelta(minutes=60)}
HOUR, TONIGHT = "60", "tonight"
EVENING = time(21)
FAR = timedelta(minutes=90)  # tonight is at least so far away; the other pauses serve for less
MARGIN = timedelta(minutes=2)  # before quiet hours and the day's end: a message takes a moment


def moments(snapshot: Snapshot) -> Mapping[str, datetime]:
    """The moment (UTC) of each pause that ends today and outside of quiet hours."""
    now = snapshot.now
    found = {name: now + pause for name, pause in PAUSES.items()}
    tonight = timing.moment(snapshot.today, EVENING, snapshot.person)
    if tonight is not None and tonight - now >= FAR:
        found[TONIGHT] = tonight
    return {name: at for name, at in found.items() if _comes(at, snapshot)}


def _comes(at: datetime, snapshot: Snapshot) -> bool:
    last = at + MARGIN
    same = timing.local_day(last, snapshot.person) == snapshot.today
    return same and not timing.in_quiet_hours(last, snapshot.person)


def buttons(day: date, snapshot: Snapshot, *, but: str = "") -> tuple[Button, ...]:
    """The pauses that are possible now, without `but`."""
    return tuple(
        button(Token("checkin", "in", day, name), f"checkin-in-{name}")
        for name in moments(snapshot)
        if name != but
    )
