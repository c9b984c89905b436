"""The doors below the answer to a topic: straight to what was meant, where that is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from bot.core.guide.doors import PLANS, REFLECT, TODAY
from bot.core.model.messages import Button, button
from bot.core.model.reading import Meaning, Reading
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token

URGE = button(Token("urge", "ask"), "topic-door-urge")
PAUSE = button(Token("topics", "run", "pause"), "topic-door-pause")
SWAP = button(Token("swap", "show"), "topic-door-swap")
WEEK = button(Token("topics", "run", "week"), "topic-door-week")
END_PAUSE = button(Token("pause", "off"), "pause-off")
PRIVACY = button(Token("topics", "run", "privacy"), "topic-door-privacy")
STOP = button(Token("topics", "run", "stop"), "heard-stop")
TIMES = button(Token("settings", "open", "checkin"), "settings-open-checkin")
CEILING = button(Token("settings", "open", "ceiling"), "settings-open-ceiling")
LESSON = button(Token("learn", "theme", "feeds"), "topic-door-lesson")
LESS = button(Token("week", "taper"), "taper-less")
LANGUAGES = button(Token("settings", "open", "language"), "settings-open-language")
DOORS: Mapping[Meaning, tuple[Button, ...]] = {
    Meaning.URGE: (URGE, SWAP),
    Meaning.LAPSE: (REFLECT, PLANS),
    Meaning.FEELING: (REFLECT, PAUSE),
    Meaning.PRIDE: (REFLECT, WEEK),
    Meaning.PLAN_CHANGE: (PLANS,),
    Meaning.PLAN_EASIER: (PLANS, PAUSE),
    Meaning.PLAN_FURTHER: (PLANS, WEEK),
    Meaning.TIME_CHANGE: (TIMES, PLANS),
    Meaning.FEWER_MESSAGES: (CEILING, PAUSE),
    Meaning.RETURN: (TODAY, CEILING),
    Meaning.GOODBYE: (LESS, STOP, PRIVACY),
    Meaning.QUESTION_APP: (LESSON, PLANS),
    Meaning.QUESTION_BOT: (PRIVACY,),
    Meaning.QUESTION_CHILDREN: (PLANS,),
    Meaning.POSTED_ME: (REFLECT,),
    Meaning.LANGUAGE: (LANGUAGES,),
}
OF_ONE_PLAN = frozenset({Meaning.PLAN_CHANGE, Meaning.PLAN_EASIER, Meaning.PLAN_FURTHER})


def below(reading: Reading, snapshot: Snapshot) -> tuple[Button, ...]:
    """The doors of a topic: to the only plan that runs, and to the very time that was named."""
    doors = DOORS[reading.meaning]
    if reading.meaning in OF_ONE_PLAN and len(snapshot.running) == 1:
        plan = button(Token("plans", "open", snapshot.running[0].id), "topic-door-plan")
        doors = tuple(plan if door is PLANS else door for door in doors)
    if reading.meaning is Meaning.TIME_CHANGE and isinstance(reading.value, time):
        at = reading.value
        named = button(Token("settings", "checkin", f"{at:%H:%M}"), "topic-door-time", time=at)
        doors = (named, *doors)
    if snapshot.person.tapers_since and reading.meaning is Meaning.GOODBYE:
        doors = tuple(door for door in doors if door is not LESS)
    paused = snapshot.person.paused_until
    if reading.meaning is Meaning.RETURN and paused and snapshot.today < paused:
        doors = (END_PAUSE, *doors)
    return doors
