"""The question for the time zone, part of onboarding and of the settings: by the clock, or by a city.

Each flow that asks it names its own step; the answer's zone goes to `done`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from bot.core import understand, zones
from bot.core.flow import Answer, Turn
from bot.core.library import City
from bot.core.messages import Button, Reply
from bot.core.model import Data, Facts

Done = Callable[[str, Data, Facts], Turn]


def ask_zone(answer: Answer | None, data: Data, facts: Facts, *, token: str, done: Done) -> Turn:
    """One step: `token` is "flow.step". Pressed values are IANA names; typed: a clock or a city."""
    step = token.partition(".")[2]
    if answer is None:
        first = (facts.zone_hint,) if zones.known(facts.zone_hint) else ()
        guesses = dict.fromkeys((*first, *zones.likely(facts.person.language)))
        return Turn((Reply("zone-ask", buttons=_by_zone(tuple(guesses)[:5], token, facts)),), (), step, data)
    if answer.pressed:
        if zones.known(answer.text):
            return done(answer.text, data, facts)
        return ask_zone(None, data, facts, token=token, done=done)
    if (clock := understand.clock(answer.text)) is not None:
        return _choose_by_clock(clock, data, facts, token)
    return _choose_by_city(answer.text, data, facts, token)


def _choose_by_clock(clock: time, data: Data, facts: Facts, token: str) -> Turn:
    found = zones.by_clock(clock, facts.now, facts.person.language)
    key = "zone-which" if found else "zone-none"
    return Turn(
        (Reply(key, {"time": clock}, _by_zone(found, token, facts)),), (), token.partition(".")[2], data
    )


def _choose_by_city(name: str, data: Data, facts: Facts, token: str) -> Turn:
    found = zones.by_city(name, facts)
    shown = name if len(name) <= 60 else name[:59] + "…"
    buttons = tuple(_button(city, token, facts) for city in found)
    key = "zone-city" if found else "zone-unclear"
    return Turn((Reply(key, {"words": shown}, buttons),), (), token.partition(".")[2], data)


def _button(city: City, token: str, facts: Facts) -> Button:
    name = f"{city.name}, {city.country}" if city.country else city.name
    return Button(f"{token}.{city.zone}", zones.label(city.zone, facts.now, name))


def _by_zone(names: tuple[str, ...], token: str, facts: Facts) -> tuple[Button, ...]:
    return tuple(Button(f"{token}.{name}", zones.label(name, facts.now)) for name in names)
