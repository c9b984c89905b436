"""Telling when the coach writes next of its own accord."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.core import schedule, timing
from bot.core.messages import Arg, Text
from bot.core.model import Facts


def next_message(facts: Facts, since: date, **changes: Any) -> dict[str, Arg] | None:
    """The first message on or after the local day `since`, if the person's fields were `changes`: its wall
    `day` and `time`, and `what` it is. None where nothing is planned. Whoever asks is not silent any more.

    It is what is planned now: quiet hours, the ceiling or an answer given before can still change it.
    """
    person = replace(facts.person, **{"ignored": 0} | changes)
    facts = replace(facts, person=person)
    if since > facts.today:
        start = timing.moment(since, person.day_start, person)
        facts = replace(facts, today=since, now=start or facts.now)
    first = min(schedule.upcoming(facts), key=lambda due: due.chosen, default=None)
    if first is None:
        return None
    wall = timing.wall(first.chosen, person)
    return {"day": wall.date(), "time": wall.time(), "what": Text(f"why-what-{first.kind}")}
