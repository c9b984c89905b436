"""The parts that the questions of an own plan share, when it is made and when it is changed."""

from __future__ import annotations

from bot.core.conversation.flow import Answer, StepResult, ask_step
from bot.core.model.messages import Args, Button, Reply, Text, own
from bot.core.model.plan import OwnPlan
from bot.core.model.snapshot import Data
from bot.core.typed import weekdays

LONGEST_NAME, LONGEST_ACTION = 60, 120  # characters


def one_line(text: str, longest: int) -> str | None:
    """Words on one line; None for none and for more than `longest` characters."""
    words = " ".join(text.split())
    return words if 0 < len(words) <= longest else None


def taken(name: str) -> Reply:
    """The reply to a name that another plan has."""
    return Reply("mine-same-name", {"name": own(name)})


def shown(plan: OwnPlan, sentence: Text | None = None) -> Args:
    """A plan in words: its name, its days, and its step or the whole sentence of it."""
    return {
        "name": own(plan.name),
        "action": sentence or own(plan.action),
        "days": weekdays.words(plan.weekdays),
    }


def ask(step: str, args: Args, buttons: tuple[Button, ...], data: Data) -> StepResult:
    """Put the question of one step of the flow."""
    return ask_step(step, Reply(f"mine-{step}", args, buttons, edits=True, page=True), data, flow="mine")


def stopped(answer: Answer) -> bool:
    """Whether somebody wants to leave it at that."""
    if answer.pressed:
        return answer.text == "stop"
    return answer.leaves_out
