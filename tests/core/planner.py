"""A conversation about plans: a turn's plans, entries and decisions are kept as the store keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from fluent.runtime import FluentResource

from bot.core.conversation.flow import Turn
from bot.core.model import projection
from bot.core.model.effects import Command, Decide, RecordDay, RecordEntry, StartPlan, UpdatePlan
from bot.core.model.plan import Decision, Enrolment
from tests.core import helpers
from tests.core.helpers import Chat
from tests.core.making import PLANS

PARTS = ("name", "pitch", "about", *(f"{part}-{n}" for part in ("cue", "action") for n in (1, 2, 3)))


def _teach() -> None:
    """Words of the library in `making`: "calm name", "calm step tiny" and so on, the same in any language."""
    names = [f"plan-{plan.slug}-{part}" for plan in PLANS for part in PARTS]
    names += [f"plan-{plan.slug}-step-{step.slug}" for plan in PLANS for step in plan.steps]
    words = "\n".join(f"{name} = {name.removeprefix('plan-').replace('-', ' ')}" for name in names)
    for code in helpers.LANGUAGES:
        helpers.wording()._bundles[code].add_resource(FluentResource(words))


_teach()


class Planner(Chat):
    shown = ""

    def _apply(self, command: Command) -> None:
        facts = self.facts
        match command:
            case StartPlan(slug, version, step, day, cue, action, own):
                new = Enrolment(self._free, slug, version, day, step, day, cue=cue, action=action, own=own)
                self.facts = replace(facts, enrolments=(*facts.enrolments, new))
            case UpdatePlan(number, changes):
                found = tuple(replace(e, **changes) if e.id == number else e for e in facts.enrolments)
                self.facts = replace(facts, enrolments=found)
            case Decide(number, day, choice):
                others = (d for d in facts.decisions if (d.enrolment_id, d.day) != (number, day))
                self.facts = replace(facts, decisions=(*others, Decision(number, day, choice)))
            case RecordEntry(entry):
                self.facts = facts.with_entry(entry)
            case RecordDay(day):
                self.facts = facts.with_day(day)
            case _:
                super()._apply(command)

    @property
    def _free(self) -> int:
        return max((e.id for e in self.facts.enrolments), default=0) + 1

    def say(self, turn: Turn) -> None:
        """What the coach says of its own accord."""
        self.replies, self.commands = turn.replies, turn.commands
        self.shown = "\n---\n".join(helpers.wording().plain(r.text, "en") for r in turn.replies)
        for command in projection.noted(turn.commands, self.facts):
            self._apply(command)

    def wait(self, days: int) -> None:
        """So many days pass."""
        later = timedelta(days)
        self.facts = replace(self.facts, today=self.facts.today + later, now=self.facts.now + later)

    def plan(self, number: int = 1) -> Enrolment:
        found = self.facts.enrolment(number)
        assert found is not None
        return found
