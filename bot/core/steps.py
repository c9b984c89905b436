"""The step that a plan is on: its words, what is next to it, and what an amount means for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from statistics import median

from bot.core.library import Step
from bot.core.messages import Text, own
from bot.core.model import Choice, Enrolment, Entry, Facts, Kept


def entries_of(facts: Facts, enrolment: Enrolment) -> tuple[Entry, ...]:
    """All entries of one plan, oldest first."""
    found = (e for e in facts.entries.values() if e.enrolment_id == enrolment.id)
    return tuple(sorted(found, key=lambda e: e.day))


def known(facts: Facts, enrolment: Enrolment) -> bool:
    """Whether a plan is an own one, or one that the catalogue still has."""
    return enrolment.own is not None or facts.plan(enrolment) is not None


def step_of(facts: Facts, enrolment: Enrolment) -> Step | None:
    """The step that a plan is on; None for an own plan and for one that the catalogue no longer has.

    Where a newer version of the plan is shorter, its last step stands for those that are gone.
    """
    plan = facts.plan(enrolment)
    return plan.steps[_within(enrolment.step, len(plan.steps))] if plan else None


def as_of(facts: Facts, enrolment: Enrolment, day: date) -> Enrolment:
    """A plan as it was on that local day: on the step of then, an own one in the words of then. From the day
    of a decision on, its step is the new one."""
    if enrolment.own is not None:
        enrolment = replace(enrolment, own=enrolment.own.on(day))
    if day >= enrolment.step_since:
        return enrolment
    since = [d.choice for d in facts.decisions if d.enrolment_id == enrolment.id and d.day > day]
    if enrolment.own is not None:  # `step` counts its wordings
        moved = sum(choice is not Choice.KEEP for choice in since)
    else:
        moved = since.count(Choice.FURTHER) - since.count(Choice.EASIER)
    return replace(enrolment, step=max(0, enrolment.step - moved))


def step_words(slug: str, step: Step) -> Text:
    """The words of a catalogue plan's step."""
    return Text(f"plan-{slug}-step-{step.slug}")


def step_text(facts: Facts, enrolment: Enrolment) -> Text:
    """The words of the current step; of an own plan its tiny action."""
    if enrolment.own is not None:
        return own(enrolment.own.action)
    step = step_of(facts, enrolment)
    return step_words(enrolment.slug, step) if step else Text("plans-gone-step")


def step_towards(facts: Facts, enrolment: Enrolment, choice: Choice) -> int | None:
    """The index of the step one further or one easier; None where the ladder ends, or without a ladder."""
    plan = facts.plan(enrolment)
    if plan is None or choice is Choice.KEEP:
        return None
    there = _within(enrolment.step, len(plan.steps)) + (1 if choice is Choice.FURTHER else -1)
    return there if 0 <= there < len(plan.steps) else None


def _within(index: int, length: int) -> int:
    return max(0, min(index, length - 1))


def target(facts: Facts, enrolment: Enrolment) -> int | None:
    """The minutes or count that counts as kept; None where the person's word alone counts, or where it is
    not known yet.

    A step of `less` goes by the person's own first figure, and asks for at least half of it: "ten minutes
    less" is no ban for somebody who has twelve.
    """
    step = step_of(facts, enrolment)
    if step is None:
        return None
    if step.less is None:
        return step.at_most if step.at_most is not None else step.at_least
    first = baseline(facts, enrolment)
    return None if first is None else round(max(first - step.less, first / 2))


def baseline(facts: Facts, enrolment: Enrolment) -> float | None:
    """The person's own first figure for the current step's measure, in minutes or a count.

    The median of what was recorded on the first of the earlier steps that has any (later ones are already
    the fruit of the plan); without one, the first figure recorded on this step.
    """
    step, plan = step_of(facts, enrolment), facts.plan(enrolment)
    if step is None or plan is None:
        return None
    here = _within(enrolment.step, len(plan.steps))
    figures: dict[int, list[float]] = {}
    for entry in entries_of(facts, enrolment):
        at = _within(entry.step, len(plan.steps))
        if entry.amount is None or entry.kept is Kept.SKIPPED:
            continue
        if plan.steps[at].measure is step.measure:
            figures.setdefault(at, []).append(entry.amount)
    earlier = [at for at in figures if at < here]
    if earlier:
        return median(figures[min(earlier)])
    return figures[here][0] if here in figures else None


def judged(facts: Facts, enrolment: Enrolment, amount: float) -> Kept:
    """What an amount (minutes or a count) means for the current step; KEPT where no target is known.

    Partly is, for a step of `less`, anything below the first figure; for `at_most` up to a quarter above;
    for `at_least` anything at all.
    """
    step, goal = step_of(facts, enrolment), target(facts, enrolment)
    if step is None or goal is None:
        return Kept.KEPT
    if step.less is None and step.at_most is None:
        return Kept.KEPT if amount >= goal else Kept.PARTLY if amount > 0 else Kept.MISSED
    if amount <= goal:
        return Kept.KEPT
    first = baseline(facts, enrolment) if step.less is not None else None
    partly = amount < first if first is not None else amount <= goal * 1.25
    return Kept.PARTLY if partly else Kept.MISSED
