"""The state of a turn while its effects are carried out."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.conversation.stack import TurnResult
from bot.core.model.effects import NoteMissedLine
from bot.turns.ports import TurnMetrics


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """`result`: the replies and the stack as they are by now, and the effects that are left to be stored.
    `person_id`: the person who answers from here on. `replan`: people whose nudges are planned from what is
    stored. `notifies`: whether notices to other accounts wait to be sent."""

    result: TurnResult
    person_id: int
    replan: tuple[int, ...] = ()
    notifies: bool = False

    def count_missed(self, metrics: TurnMetrics) -> None:
        """Count the lines that were not understood; to be called once they are stored."""
        for effect in self.result.effects:
            if isinstance(effect, NoteMissedLine):
                metrics.missed_line(effect.language, effect.asked)
