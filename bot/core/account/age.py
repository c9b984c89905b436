"""The question of age and consent, before a community's post keeps anything of somebody new."""

from __future__ import annotations

from bot.core.conversation.flow import Flow, StepResult, reply_with, say
from bot.core.guide import replies
from bot.core.model.effects import EraseMe, UpdatePerson
from bot.core.model.messages import Reply, button
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import TOKEN_BYTES, Token

OK = Token("age", "ok")
LONGEST = TOKEN_BYTES - len(OK) - 1  # bytes of a token that the question can carry


def ask(token: str, snapshot: Snapshot, words: str = "") -> StepResult:
    """The question, in place of what the button `token` would do. `words`: what was written in a form, handed
    back, since nothing is kept yet."""
    if len(token.encode()) > LONGEST:
        return replies.stale(snapshot)  # no button of ours
    buttons = (button(OK.with_values(token), "age-ok"), button(Token("age", "young"), "onboarding-too-young"))
    asked = reply_with(Reply("age-ask", buttons=buttons))
    return asked.after(Reply("age-words-back", {"words": words})) if words else asked


def ok(value: str, snapshot: Snapshot) -> StepResult:
    """`age.ok.<token>`: consent, and then what was pressed before."""
    return StepResult(effects=(UpdatePerson({"agreed": True}),), then_press=value)


def young(value: str, snapshot: Snapshot) -> StepResult:
    """`age.young`. For anybody who has agreed before, this is an old button."""
    return replies.stale(snapshot) if snapshot.person.agreed else too_young()


def too_young() -> StepResult:
    """Nothing is kept of anybody under 13."""
    return reply_with(Reply("onboarding-young")).doing(EraseMe()).clearing()


def then_open(token: Token) -> StepResult:
    """The answer to a consent that leads to a form: a button that opens it."""
    return say("age-thanks", buttons=(button(token, f"{token.flow}-{token.name}"),))


FLOW = Flow(
    "age",
    buttons={"ok": ok, "young": young},
    open_to_all=True,
    leaves_stack_alone=True,
    stores_nothing=frozenset({"young"}),
    carries_token=frozenset({"ok"}),
)
