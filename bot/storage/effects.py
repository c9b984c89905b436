"""Carries out the effects of a turn. An effect cannot reach another person's rows: a number that is not the
person's own, like one of a deleted row, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.model import effects as e
from bot.core.model.community_effects import CommunityEffect
from bot.storage.joins import Joins
from bot.storage.journal import Journal
from bot.storage.missed_lines import MissedLines
from bot.storage.moments import Moments
from bot.storage.nudges import Nudges
from bot.storage.people import People
from bot.storage.plans import Plans
from bot.storage.venues import Venues


@dataclass
class Effects:
    """Carries out effects within one transaction."""

    people: People
    plans: Plans
    journal: Journal
    missed_lines: MissedLines
    moments: Moments
    nudges: Nudges
    joins: Joins
    venues: Venues

    async def apply(self, person_id: int, effect: e.Effect, now: datetime) -> None:
        """Carry out one effect of a person's turn.

        Raises ValueError for a field that does not exist, and TypeError for Export and for effects of joining
        accounts, which the turn carries out itself.
        """
        if isinstance(effect, CommunityEffect):
            await self.venues.apply(person_id, effect, now)
            return
        match effect:
            case e.UpdatePerson(changes):
                await self.people.update(person_id, changes)
            case e.AddJournalEntry() | e.DeleteJournalEntry() | e.CountPromptAsked():
                await self._apply_to_journal(person_id, effect)
            case e.AskLater(day, at):
                await self.nudges.ask_later(person_id, day, at)
            case e.AskAfterUrge(day, at):
                await self.nudges.ask_after_urge(person_id, day, at)
            case e.CancelAfterUrge():
                await self.nudges.cancel_after_urge(person_id)
            case e.AddSwap() | e.RemoveSwap() | e.SaveExercise():
                await self.moments.apply(person_id, effect)
            case e.NoteMissedLine():
                await self.missed_lines.note(person_id, effect)
            case e.ForgetMissedLines():
                await self.missed_lines.forget(person_id)
            case e.EraseMe():
                await self.joins.erase_everything(person_id)
            case _:
                await self._apply_to_plans(person_id, effect)

    async def _apply_to_journal(
        self, person_id: int, effect: e.AddJournalEntry | e.DeleteJournalEntry | e.CountPromptAsked
    ) -> None:
        match effect:
            case e.AddJournalEntry():
                await self.journal.add(person_id, effect)
            case e.DeleteJournalEntry(number):
                await self.journal.delete(person_id, number)
            case e.CountPromptAsked(prompt, day):
                await self.journal.count_asked(person_id, prompt, day)

    async def _apply_to_plans(self, person_id: int, effect: e.Effect) -> None:
        match effect:
            case e.StartPlan():
                await self.plans.start(person_id, effect)
            case e.UpdatePlan(number, changes):
                await self.plans.update(person_id, number, changes)
            case e.RecordEntry(entry):
                await self.plans.save_entry(person_id, entry)
            case e.DeleteEntry(number, day):
                await self.plans.delete_entry(person_id, number, day)
            case e.RecordDay(record):
                await self.plans.save_day(person_id, record)
            case e.DeleteDay(day):
                await self.plans.delete_day(person_id, day)
            case e.RecordDecision():
                await self.plans.save_decision(person_id, effect)
            case _:
                raise TypeError(f"no repository carries out {type(effect).__name__}")
