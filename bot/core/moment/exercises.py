"""Exercises of two minutes for each state in which a person reaches for the phone, and which one comes next.

The words of an exercise are `urge-do-<exercise>`; where they claim a fact, they name its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.model.library import Itch
from bot.core.model.moment import TriedExercise, UrgeOutcome
from bot.core.model.snapshot import Snapshot

EXERCISES: Mapping[Itch, tuple[str, ...]] = {
    Itch.BORED: ("bored-missing", "bored-look", "bored-ten", "bored-one", "bored-draw"),
    Itch.STRESSED: (
        "stressed-breath", "stressed-name", "stressed-today", "stressed-ground", "stressed-shoulders",
    ),
    Itch.HABIT: ("habit-wave", "habit-what-for", "habit-away", "habit-water", "habit-door"),
    Itch.LONELY: ("lonely-first", "lonely-voice", "lonely-near", "lonely-kind", "lonely-thanks"),
    Itch.SLEEPLESS: (
        "sleepless-list", "sleepless-breath", "sleepless-dull", "sleepless-up", "sleepless-loose",
    ),
}  # fmt: skip


def state_of(exercise: str) -> Itch | None:
    """The state that an exercise is for; None where there is no such exercise (any more)."""
    return next((itch for itch, slugs in EXERCISES.items() if exercise in slugs), None)


def known(exercise: str, snapshot: Snapshot) -> TriedExercise | None:
    """The record of an exercise; None where the person has not begun it yet."""
    return next((one for one in snapshot.tried if one.exercise == exercise), None)


def choose(itch: Itch, snapshot: Snapshot, *, but: str = "") -> str:
    """The next exercise for a state, another one than `but`. First comes what helped the last time it was
    tried, by the share of times that it helped; then what was not tried yet, from another place in the list
    for each person; then what was tried longest ago."""
    slugs = EXERCISES[itch]
    turned = snapshot.person.id % len(slugs)
    order = (*slugs[turned:], *slugs[:turned])

    def rank(exercise: str) -> tuple[bool, int, float, float]:
        tried = known(exercise, snapshot)
        if tried is None:
            return exercise == but, 1, 0.0, 0.0
        helped = tried.outcome is UrgeOutcome.PASSED
        share = -tried.helped / tried.times if helped else 0.0
        return exercise == but, 0 if helped else 2, share, tried.last_at.timestamp()

    return min(order, key=rank)


def begun(exercise: str, snapshot: Snapshot) -> TriedExercise:
    """The record of an exercise once it is begun now."""
    before = known(exercise, snapshot) or TriedExercise(exercise, 0, 0, snapshot.now)
    return replace(before, times=before.times + 1, last_at=snapshot.now, outcome=UrgeOutcome.OPEN)


def ended(tried: TriedExercise, outcome: UrgeOutcome) -> TriedExercise:
    """The same exercise with the end of its last time, which may be put right."""
    helped = tried.helped - (tried.outcome is UrgeOutcome.PASSED) + (outcome is UrgeOutcome.PASSED)
    return replace(tried, helped=helped, outcome=outcome)
