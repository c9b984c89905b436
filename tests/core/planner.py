"""A conversation about plans: a turn's plans, entries and decisions are kept as the store keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from fluent.runtime import FluentResource

from bot.core.conversation.flow import StepResult
from bot.core.model import projection
from bot.core.model.effects import Effect, RecordDay, RecordDecision, RecordEntry, StartPlan, UpdatePlan
from bot.core.model.plan import Decision, Enrolment
from tests.core import helpers
from tests.core.helpers import Chat
from tests.core.making import PLANS

PARTS = ("name", "pitch", "about", *(f"{part}-{n}" for part in ("cue", "action") for n in (1, 2, 3)))


def _teach() -> None:
    """Words of the library in `making`: "calm name", "calm step tiny" and so on, the same in any language."""
    names = [f"plan-{plan.slug}-{part}" for plan in PLANS for part in PARTS]
    names += [
        f"plan-{plan.slug}-{part}-{step.slug}"
        for plan in PLANS
        for part in ("step", "short")
        for step in plan.steps
    ]
    words = "\n".join(f"{name} = {name.removeprefix('plan-').replace('-', ' ')}" for name in names)
    for code in helpers.LANGUAGES:
        helpers.wording()._bundles[code].add_resource(FluentResource(words))


_teach()


class Planner(Chat):
    shown = ""

    def _apply(self, command: Effect) -> None:
        snapshot = self.snapshot
        match command:
            case StartPlan(slug, version, step, day, cue, action, own):
                new = Enrolment(self._free, slug, version, day, step, day, cue=cue, action=action, own=own)
                self.snapshot = replace(snapshot, enrolments=(*snapshot.enrolments, new))
            case UpdatePlan(number, changes):
                found = tuple(replace(e, **changes) if e.id == number else e for e in snapshot.enrolments)
                self.snapshot = replace(snapshot, enrolments=found)
            case RecordDecision(number, day, choice):
                others = (d for d in snapshot.decisions if (d.enrolment_id, d.day) != (number, day))
                self.snapshot = replace(snapshot, decisions=(*others, Decision(number, day, choice)))
            case RecordEntry(entry):
                self.snapshot = snapshot.with_entry(entry)
            case RecordDay(day):
                self.snapshot = snapshot.with_day(day)
            case _:
                super()._apply(command)

    @property
    def _free(self) -> int:
        return max((e.id for e in self.snapshot.enrolments), default=0) + 1

    def say(self, turn: StepResult) -> None:
        """What the coach says of its own accord."""
        self.replies, self.effects = turn.replies, turn.effects
        self.shown = "\n---\n".join(helpers.wording().plain(r.text, "en") for r in turn.replies)
        for command in projection.noted(turn.effects, self.snapshot):
            self._apply(command)

    def wait(self, days: int) -> None:
        """So many days pass."""
        later = timedelta(days)
        self.snapshot = replace(
            self.snapshot, today=self.snapshot.today + later, now=self.snapshot.now + later
        )

    def plan(self, number: int = 1) -> Enrolment:
        found = self.snapshot.enrolment(number)
        assert found is not None
        return found
