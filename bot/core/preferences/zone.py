"""The question for the time zone, part of onboarding and of the settings: by the clock, or by a city.

Each flow that asks it names its own step; the answer's zone goes to `done`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

from bot.core.calendar import zones
from bot.core.conversation.flow import LEFT_OUT, Answer, StepResult, ask_step
from bot.core.model.library import City
from bot.core.model.messages import Arg, Button, Reply, button
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.typed import understand

Done = Callable[[str, Data, Snapshot], StepResult]
OTHER = "other"
NO_PLACE = LEFT_OUT | frozenset({"done", "again", "undo", "why", "hello", "thanks"})
"""What somebody may say to a list of places; as little as a "yes" is it a city to look for."""


def ask_zone(answer: Answer | None, data: Data, snapshot: Snapshot, *, asks: Token, done: Done) -> StepResult:
    """The step that asks for the zone. `asks`: its token; `done`: what follows a zone.

    A pressed value is an IANA name. A typed one is a clock time or a city; the data keep it as `typed`, so
    that the question goes on from there when it is put again.
    """
    step = asks.name
    if answer is None and "typed" in data:
        typed = str(data["typed"])
        answer = Answer(typed, meant=understand.intent(typed, snapshot))
    if answer is None:
        first = (snapshot.zone_hint,) if zones.known(snapshot.zone_hint) else ()
        guesses = dict.fromkeys((*first, *zones.likely(snapshot.person.language, snapshot.library)))
        return ask_step(step, _question("zone-ask", _by_zone(tuple(guesses)[:5], asks, snapshot)), data)
    anew = {k: v for k, v in data.items() if k != "typed"}
    if answer.pressed and zones.known(answer.text):
        return done(answer.text, anew, snapshot)
    meant = "" if answer.pressed else answer.meant
    if meant == "yes" and (only := _only_one(data, snapshot)):
        return done(only, anew, snapshot)
    if answer.text == OTHER or meant in NO_PLACE:
        return _otherwise(anew, snapshot, asks)
    if answer.pressed or meant == "yes":
        return ask_zone(None, data, snapshot, asks=asks, done=done)
    data = {**data, "typed": answer.text}
    if clocks := understand.clocks(answer.text, snapshot):
        return _choose_by_clock(clocks, data, snapshot, asks)
    return _choose_by_city(answer.text, data, snapshot, asks)


def _only_one(data: Data, snapshot: Snapshot) -> str:
    """The zone of the one city that was shown, if it was one."""
    found = zones.by_city(str(data["typed"]), snapshot) if "typed" in data else ()
    return found[0].zone if len(found) == 1 else ""


def _otherwise(data: Data, snapshot: Snapshot, asks: Token) -> StepResult:
    """None of the places shown: how else it can be found."""
    guesses = _by_zone(zones.likely(snapshot.person.language, snapshot.library), asks, snapshot)
    return ask_step(asks.name, _question("zone-otherwise", guesses), data)


def _choose_by_clock(clocks: tuple[time, ...], data: Data, snapshot: Snapshot, asks: Token) -> StepResult:
    found = zones.by_clock(clocks, snapshot)
    key = "zone-which" if found else "zone-nearest"
    found = found or zones.nearest(clocks, snapshot)
    buttons = (*_by_zone(found, asks, snapshot), *_none_of(found, asks))
    return ask_step(asks.name, _question(key, buttons, time=clocks[0]), data)


def _choose_by_city(name: str, data: Data, snapshot: Snapshot, asks: Token) -> StepResult:
    found = zones.by_city(name, snapshot)
    shown = name if len(name) <= 60 else name[:59] + "…"
    buttons = (*(_button(city, asks, snapshot) for city in found), *_none_of(found, asks))
    key = {0: "zone-unclear", 1: "zone-city"}.get(len(found), "zone-cities")
    return ask_step(asks.name, _question(key, buttons, words=shown), data)


def _question(key: str, buttons: tuple[Button, ...], **args: Arg) -> Reply:
    return Reply(key, args, buttons, wants="place")


def _button(city: City, asks: Token, snapshot: Snapshot) -> Button:
    return Button(asks.with_values(city.zone), zones.place_label(city, snapshot.now))


def _none_of(found: Sequence[object], asks: Token) -> tuple[Button, ...]:
    """The way out where none of those found is the right one."""
    return (button(asks.with_values(OTHER), "zone-other"),) if found else ()


def _by_zone(names: tuple[str, ...], asks: Token, snapshot: Snapshot) -> tuple[Button, ...]:
    return tuple(Button(asks.with_values(name), zones.label(name, snapshot.now)) for name in names)
