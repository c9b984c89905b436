"""The question of age and consent, before a community's post keeps anything of somebody new."""

from __future__ import annotations

from bot.core.conversation.flow import Flow, StepResult
from bot.core.guide import talk
from bot.core.model.effects import EraseMe, UpdatePerson
from bot.core.model.messages import TOKEN_BYTES, Reply, button
from bot.core.model.snapshot import Snapshot

OK, YOUNG = "age.ok.", "age.young"
LONGEST = TOKEN_BYTES - len(OK)  # bytes of a token that the question can carry


def ask(token: str, snapshot: Snapshot, words: str = "") -> StepResult:
    """The question, in place of what the button `token` would do. `words`: what was written in a form, handed
    back, since nothing is kept yet."""
    if len(token.encode()) > LONGEST:
        return talk.stale(snapshot)  # no button of ours
    buttons = (button(f"{OK}{token}", "age-ok"), button(YOUNG, "onboarding-too-young"))
    asked = StepResult((Reply("age-ask", buttons=buttons),))
    return asked.after(Reply("age-words-back", {"words": words})) if words else asked


def ok(value: str, snapshot: Snapshot) -> StepResult:
    """`age.ok.<token>`: consent, and then what was pressed before."""
    return StepResult(effects=(UpdatePerson({"agreed": True}),), presses=value)


def young(value: str, snapshot: Snapshot) -> StepResult:
    """`age.young`. For anybody who has agreed before, this is an old button."""
    return talk.stale(snapshot) if snapshot.person.agreed else too_young()


def too_young() -> StepResult:
    """Nothing is kept of anybody under 13."""
    return StepResult((Reply("onboarding-young"),), (EraseMe(),), clears=True)


FLOW = Flow("age", buttons={"ok": ok, "young": young}, open_to_all=True, aside=True)
