"""The step that a plan is on: its words, what is next to it, and what an amount means for it."""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from statistics import median

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.library import Plan, Step
from bot.core.model.messages import Text, own
from bot.core.model.plan import Decision, Enrolment, StepChoice
from bot.core.model.snapshot import Entries, Snapshot

FIRST_FIGURES = 28  # of a step that only looks, by which a goal goes: four weeks at most


def entries_of(snapshot: Snapshot, enrolment: Enrolment) -> tuple[CheckinEntry, ...]:
    """All entries of one plan in the whole window, oldest first."""
    return _of_plan(snapshot.history, enrolment)


def _of_plan(entries: Entries, enrolment: Enrolment) -> tuple[CheckinEntry, ...]:
    found = (e for e in entries.values() if e.enrolment_id == enrolment.id)
    return tuple(sorted(found, key=lambda e: e.day))


def known(snapshot: Snapshot, enrolment: Enrolment) -> bool:
    """Whether a plan is an own one, or one that the catalogue still has."""
    return enrolment.own is not None or snapshot.plan(enrolment) is not None


def step_of(snapshot: Snapshot, enrolment: Enrolment) -> Step | None:
    """The step that a plan is on; None for an own plan and for one that the catalogue no longer has.

    Where a newer version of the plan is shorter, its last step stands for those that are gone.
    """
    plan = snapshot.plan(enrolment)
    return step_at(plan, enrolment.step) if plan else None


def step_at(plan: Plan, number: int) -> Step:
    """The step of that number, or the nearest that the plan has."""
    return plan.steps[_within(number, len(plan.steps))]


def as_of(snapshot: Snapshot, enrolment: Enrolment, day: date) -> Enrolment:
    """A plan as it was on that local day: on the step of then, an own one in the words of then. From the day
    of a decision on, its step is the new one."""
    if enrolment.own is not None:
        enrolment = enrolment.replace(own=enrolment.own.on(day))
    if day >= enrolment.step_since:
        return enrolment
    decided = [d for d in snapshot.decisions if d.enrolment_id == enrolment.id]
    if (answered := _step_answered(snapshot, enrolment, day, decided)) is not None:
        return enrolment.replace(step=answered)
    since = [d.choice for d in decided if d.day > day]
    if enrolment.own is not None:  # `step` counts its wordings
        moved = sum(choice is not StepChoice.KEEP for choice in since)
    else:
        moved = since.count(StepChoice.FURTHER) - since.count(StepChoice.EASIER)
    return enrolment.replace(step=max(0, enrolment.step - moved))


def _step_answered(
    snapshot: Snapshot, enrolment: Enrolment, day: date, decided: list[Decision]
) -> int | None:
    """The step of the last answer up to that day, among those that are loaded, if it still held then: a
    decision records that a step moved on its day, but not how far, since there may have been several."""
    last = next((e for e in reversed(_of_plan(snapshot.entries, enrolment)) if e.day <= day), None)
    if last is None or any(last.day <= d.day <= day for d in decided if d.choice is not StepChoice.KEEP):
        return None
    return last.step


def step_words(slug: str, step: Step) -> Text:
    """The words of a catalogue plan's step."""
    return Text(f"plan-{slug}-step-{step.slug}")


def step_text(snapshot: Snapshot, enrolment: Enrolment) -> Text:
    """The words of the current step; of an own plan its tiny action."""
    if enrolment.own is not None:
        return own(enrolment.own.action)
    step = step_of(snapshot, enrolment)
    return step_words(enrolment.slug, step) if step else Text("plans-gone-step")


def short_text(snapshot: Snapshot, enrolment: Enrolment) -> Text:
    """The current step in about seven words, as a check-in names it; of an own plan its tiny action."""
    step = None if enrolment.own else step_of(snapshot, enrolment)
    if step is None:
        return step_text(snapshot, enrolment)
    return Text(f"plan-{enrolment.slug}-short-{step.slug}")


def step_towards(snapshot: Snapshot, enrolment: Enrolment, choice: StepChoice) -> int | None:
    """The index of the step one further or one easier; None where the ladder ends, or without a ladder."""
    plan = snapshot.plan(enrolment)
    if plan is None or choice is StepChoice.KEEP:
        return None
    there = _within(enrolment.step, len(plan.steps)) + (1 if choice is StepChoice.FURTHER else -1)
    return there if 0 <= there < len(plan.steps) else None


def _within(index: int, length: int) -> int:
    return max(0, min(index, length - 1))


def target(snapshot: Snapshot, enrolment: Enrolment) -> int | None:
    """The minutes or count that counts as kept; None where the person's word alone counts, or where it is
    not known yet.

    A step of `less` goes by the person's own first figure, and asks for at least half of it: "ten minutes
    less" is no ban for somebody who has twelve.
    """
    step = step_of(snapshot, enrolment)
    if step is None:
        return None
    if step.less is None:
        return step.at_most if step.at_most is not None else step.at_least
    first = baseline(snapshot, enrolment)
    return None if first is None else round(max(first - step.less, first / 2))


def baseline(snapshot: Snapshot, enrolment: Enrolment) -> float | None:
    """The person's own first figure for the current step's measure, in minutes or a count.

    Where the first of them was given on a step that only looks, the median of those given on it before any
    other step (FIRST_FIGURES at most); else the first one alone, since the later ones are the fruit of the
    plan. It stays what it is from then on, unless one of these very figures is corrected.
    """
    step, plan = step_of(snapshot, enrolment), snapshot.plan(enrolment)
    if step is None or plan is None:
        return None
    steps = [(step_at(plan, e.step), e.amount) for e in _figures(snapshot, enrolment)]
    figures = [(at, amount) for at, amount in steps if at.measure is step.measure and amount is not None]
    if not figures:
        return None
    first, _ = figures[0]
    if not _only_looks(first):
        return figures[0][1]
    on_it = [amount for _, amount in takewhile(lambda figure: figure[0] is first, figures)]
    return median(on_it[:FIRST_FIGURES])


def _figures(snapshot: Snapshot, enrolment: Enrolment) -> list[CheckinEntry]:
    """The entries of one plan with a figure, oldest first, without days on which it did not apply."""
    found = (
        e
        for e in (*snapshot.first_figures, *entries_of(snapshot, enrolment))
        if e.enrolment_id == enrolment.id
    )
    return sorted(
        (e for e in found if e.amount is not None and e.kept is not CheckinAnswer.SKIPPED),
        key=lambda e: e.day,
    )


def _only_looks(step: Step) -> bool:
    """Whether a step asks for a figure and nothing else."""
    return step.less is None and step.at_most is None and step.at_least is None


def judged(snapshot: Snapshot, enrolment: Enrolment, amount: float) -> CheckinAnswer:
    """The meaning of an amount (minutes or a count) for the current step; KEPT where no target is known.

    Partly is, for a step of `less`, anything below the first figure; for `at_most` up to a quarter above;
    for `at_least` anything at all.
    """
    step, goal = step_of(snapshot, enrolment), target(snapshot, enrolment)
    if step is None or goal is None:
        return CheckinAnswer.KEPT
    if step.less is None and step.at_most is None:
        return (
            CheckinAnswer.KEPT
            if amount >= goal
            else CheckinAnswer.PARTLY
            if amount > 0
            else CheckinAnswer.MISSED
        )
    if amount <= goal:
        return CheckinAnswer.KEPT
    first = baseline(snapshot, enrolment) if step.less is not None else None
    partly = amount < first if first is not None else amount <= goal * 1.25
    return CheckinAnswer.PARTLY if partly else CheckinAnswer.MISSED
