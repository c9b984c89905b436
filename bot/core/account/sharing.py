"""The consent to keep lines that were not understood, for those who write the content. It can be taken back
at any time, which deletes the kept lines."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with, say
from bot.core.model.effects import ForgetMissedLines, UpdatePerson
from bot.core.model.limits import MISSED_LINES_KEPT
from bot.core.model.messages import Button, Reply, button
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token

STEP = Token("privacy", "lines")
OPEN = button(STEP, "privacy-lines-open")
ON = button(STEP.with_values("on"), "privacy-lines-on")
OFF = button(STEP.with_values("off"), "privacy-lines-off")
NO = button(STEP.with_values("no"), "privacy-lines-no")
LEAVE = button(STEP.with_values("no"), "privacy-lines-leave")


def may_share(snapshot: Snapshot) -> bool:
    """Whether the person has agreed to be stored at all."""
    return snapshot.person.agreed


def door(snapshot: Snapshot) -> tuple[Button, ...]:
    """The button below what is stored; none for somebody new."""
    return (OPEN,) if may_share(snapshot) else ()


def pressed(value: str, snapshot: Snapshot) -> StepResult:
    """`privacy.lines`, and its answers where the question no longer waits."""
    if not may_share(snapshot):
        return StepResult(redirect_to="privacy")
    return lines(Answer(value, pressed=True), {}, snapshot)


def lines(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The question for the consent, or whether to take it back. Anything but a clear yes changes nothing."""
    if answer is None or (answer.pressed and answer.text not in ("on", "off", "no")):
        return _question(snapshot)
    said = answer.text if answer.pressed else _typed(answer.meant, snapshot)
    return _edited(_answered(said, snapshot), edits=answer.pressed)


def _question(snapshot: Snapshot) -> StepResult:
    shares = snapshot.person.shares_missed
    key, buttons = ("privacy-lines-shared", (OFF, LEAVE)) if shares else ("privacy-lines-ask", (ON, NO))
    return ask_step("lines", Reply(key, {"days": MISSED_LINES_KEPT.days}, buttons), flow="privacy")


def _typed(meant: str, snapshot: Snapshot) -> str:
    if meant != "yes":
        return "no"
    return "off" if snapshot.person.shares_missed else "on"


def _answered(said: str, snapshot: Snapshot) -> StepResult:
    match said:
        case "on":
            shares = UpdatePerson({"shares_missed": True})
            return say("privacy-lines-kept", days=MISSED_LINES_KEPT.days).doing(shares)
        case "off":
            shares = UpdatePerson({"shares_missed": False})
            return say("privacy-lines-deleted").doing(shares, ForgetMissedLines())
        case _:
            return reply_with(Reply("privacy-lines-unchanged"))


def _edited(result: StepResult, *, edits: bool) -> StepResult:
    """The answer to a press may take the place of the question."""
    return replace(result, replies=tuple(replace(reply, edits=edits) for reply in result.replies))
