"""The question for the time zone, part of onboarding and of the settings: by the clock, or by a city.

Each flow that asks it names its own step; the answer's zone goes to `done`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

from bot.core.calendar import zones
from bot.core.conversation.flow import Answer, Turn
from bot.core.model.library import City
from bot.core.model.messages import Arg, Button, Reply, button
from bot.core.model.snapshot import Data, Facts
from bot.core.typed import understand

Done = Callable[[str, Data, Facts], Turn]
OTHER = "other"
NO_PLACE = frozenset({"no", "done", "skip", "later", "again", "undo", "why", "hello", "thanks"})
"""What somebody may say to a list of places; as little as a "yes" is it a city to look for."""


def ask_zone(answer: Answer | None, data: Data, facts: Facts, *, asks: str, done: Done) -> Turn:
    """One step: `asks` is "flow.step". Pressed values are IANA names; typed: a clock or a city, which is kept
    as `typed`, so that being asked again goes on from there."""
    step = _step(asks)
    if answer is None and "typed" in data:
        answer = Answer(str(data["typed"]))
    if answer is None:
        first = (facts.zone_hint,) if zones.known(facts.zone_hint) else ()
        guesses = dict.fromkeys((*first, *zones.likely(facts.person.language, facts.library)))
        return Turn((_question("zone-ask", _by_zone(tuple(guesses)[:5], asks, facts)),), (), step, data)
    anew = {k: v for k, v in data.items() if k != "typed"}
    if answer.pressed and zones.known(answer.text):
        return done(answer.text, anew, facts)
    meant = "" if answer.pressed else understand.intent(answer.text, facts)
    if meant == "yes" and (only := _only_one(data, facts)):
        return done(only, anew, facts)
    if answer.text == OTHER or meant in NO_PLACE:
        return _otherwise(anew, facts, asks)
    if answer.pressed or meant == "yes":
        return ask_zone(None, data, facts, asks=asks, done=done)
    data = {**data, "typed": answer.text}
    if clocks := understand.clocks(answer.text, facts):
        return _choose_by_clock(clocks, data, facts, asks)
    return _choose_by_city(answer.text, data, facts, asks)


def _only_one(data: Data, facts: Facts) -> str:
    """The zone of the one city that was shown, if it was one."""
    found = zones.by_city(str(data["typed"]), facts) if "typed" in data else ()
    return found[0].zone if len(found) == 1 else ""


def _otherwise(data: Data, facts: Facts, asks: str) -> Turn:
    """None of the places shown: how else it can be found."""
    guesses = _by_zone(zones.likely(facts.person.language, facts.library), asks, facts)
    return Turn((_question("zone-otherwise", guesses),), (), _step(asks), data)


def _choose_by_clock(clocks: tuple[time, ...], data: Data, facts: Facts, asks: str) -> Turn:
    found = zones.by_clock(clocks, facts)
    key = "zone-which" if found else "zone-nearest"
    found = found or zones.nearest(clocks, facts)
    buttons = (*_by_zone(found, asks, facts), *_none_of(found, asks))
    return Turn((_question(key, buttons, time=clocks[0]),), (), _step(asks), data)


def _choose_by_city(name: str, data: Data, facts: Facts, asks: str) -> Turn:
    found = zones.by_city(name, facts)
    shown = name if len(name) <= 60 else name[:59] + "…"
    buttons = (*(_button(city, asks, facts) for city in found), *_none_of(found, asks))
    key = {0: "zone-unclear", 1: "zone-city"}.get(len(found), "zone-cities")
    return Turn((_question(key, buttons, words=shown),), (), _step(asks), data)


def _question(key: str, buttons: tuple[Button, ...], **args: Arg) -> Reply:
    return Reply(key, args, buttons, wants="place")


def _button(city: City, asks: str, facts: Facts) -> Button:
    return Button(f"{asks}.{city.zone}", zones.place_label(city, facts.now))


def _none_of(found: Sequence[object], asks: str) -> tuple[Button, ...]:
    """The way out where none of those found is the right one."""
    return (button(f"{asks}.{OTHER}", "zone-other"),) if found else ()


def _by_zone(names: tuple[str, ...], asks: str, facts: Facts) -> tuple[Button, ...]:
    return tuple(Button(f"{asks}.{name}", zones.label(name, facts.now)) for name in names)


def _step(asks: str) -> str:
    return asks.partition(".")[2]
