"""The three questions at the start: the focus, the itch, and the part of the day. Each can be skipped.

The answers decide which plans and questions come first. Words instead of a press to the first one are the
person's reason.
"""

from __future__ import annotations

from bot.core.conversation.flow import Answer, StepResult, ask_step
from bot.core.model import limits
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Button, Reply, button
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.preferences import about

FEWEST_WORDS = 3  # of a reason; fewer are rather the name of an app
SKIP = "skip"


def put(field: str, data: Data) -> StepResult:
    """Ask for one field of a person: "focus", "itch" or "daypart"."""
    answers = (
        Button(Token("onboarding", field, value), label) for value, label in about.CHOICES[field].items()
    )
    skip = button(Token("onboarding", field, SKIP), "common-skip")
    return ask_step(field, Reply(f"onboarding-{field}", buttons=(*answers, skip), edits=True), data)


def chosen(field: str, answer: Answer) -> dict[str, str] | None:
    """The field that an answer sets, as a change; empty for a question left out, None for other words."""
    if answer.text in about.CHOICES[field]:
        return {field: answer.text}
    return {} if (answer.pressed and answer.text == SKIP) or answer.leaves_out else None


def reason(answer: Answer, data: Data, snapshot: Snapshot) -> StepResult:
    """Words in answer to the focus: they are kept as the reason, and the nearest focus is asked for."""
    again = put("focus", data)
    if answer.pressed or answer.meant or len(answer.text.split()) < FEWEST_WORDS:
        return again.after(Reply("onboarding-nearest"))
    why = f"{snapshot.person.why}\n{answer.text}".strip()
    if len(why) > limits.REASON:
        return again.after(Reply("plans-too-long", {"most": limits.REASON}))
    kept = UpdatePerson(about.reason(why, snapshot))
    return put("focus", {**data, "why": True}).after(Reply("onboarding-focus-words")).doing(kept)
