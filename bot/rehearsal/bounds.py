"""The bounds of a good coach's conduct, in one table, and how a rehearsal stands to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.model.checkin import CheckinAnswer
from bot.rehearsal.figures import Figures, gave_reason
from bot.rehearsal.record import Rehearsal

LONG_ENOUGH = 14  # days of a rehearsal from which bounds that count days can be asked for
KEEN_ANSWERS, KEEN_KEPT = 90, 50  # percent
GROWTH_DAYS = 90


def always(rehearsal: Rehearsal) -> bool:
    """A bound for everybody."""
    return True


def is_long(rehearsal: Rehearsal) -> bool:
    """A bound on the first two weeks."""
    return len(rehearsal.days) >= LONG_ENOUGH


def with_reason(rehearsal: Rehearsal) -> bool:
    """A bound for those who gave a reason."""
    return is_long(rehearsal) and gave_reason(rehearsal)


def is_keen(rehearsal: Rehearsal) -> bool:
    """A bound for those who answer nearly always and mostly do what they set out to do, over 90 days."""
    persona = rehearsal.persona
    kept = 100 * persona.days.get(CheckinAnswer.KEPT, 0) / sum(persona.days.values())
    return persona.answers >= KEEN_ANSWERS and kept >= KEEN_KEPT and len(rehearsal.days) >= GROWTH_DAYS


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure with its title and, where it has them, its least and greatest value. `applies`: to which
    rehearsals. `needed`: a figure without a value misses the bound; otherwise there is nothing to miss."""

    figure: str
    title: str
    least: float | None = None
    most: float | None = None
    applies: Callable[[Rehearsal], bool] = always
    needed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is a figure without a bound."""
        return self.least is None and self.most is None

    def holds(self, figures: Figures, rehearsal: Rehearsal) -> bool:
        """Whether the figure is within its bound, or the bound does not apply."""
        value: float | None = getattr(figures, self.figure)
        if self.is_open or not self.applies(rehearsal):
            return True
        if value is None:
            return not self.needed
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)

    @property
    def limits(self) -> str:
        """The bound as it is printed: "≤ 15", "4–6", "" for a figure without one."""
        match self.least, self.most:
            case None, None:
                return ""
            case None, most:
                return f"≤ {most:g}"
            case least, None:
                return f"≥ {least:g}"
            case least, most:
                return f"{least:g}–{most:g}"
        return ""


TABLE = (
    Bound("messages", "messages unasked"),
    Bound("repeats", "repeats within 14 days, %", most=15),
    Bound("words", "words, median"),
    Bound("most_words", "words, most", most=60),
    Bound("checkin_words", "words of a check-in, median", most=25),
    Bound("inputs", "inputs a check-in, median", most=2),
    Bound("answers", "coach messages a check-in, median", most=2),
    Bound("typed", "lines typed"),
    Bound("asked_back", "lines whose meaning was asked back"),
    Bound("missed", "lines not understood"),
    Bound("first_prompt", "day of the first own prompt", most=7, applies=is_long, needed=True),
    Bound("reason", "day on which the reason comes back", most=14, applies=with_reason, needed=True),
    Bound("steps", "steps reached", least=4, most=6, applies=is_keen),
    Bound("silence", "days of silence, most", most=13),
    Bound("on_return", "messages on a return", most=1),
    Bound("guesses", "questions guessed at", most=0),
)


def missed(figures: Figures, rehearsal: Rehearsal) -> list[Bound]:
    """The bounds that a rehearsal does not keep."""
    return [bound for bound in TABLE if not bound.holds(figures, rehearsal)]
