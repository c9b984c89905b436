"""The offer of another step, when `offers` says that it is time, and the buttons that decide about a step.

Buttons: `grow.<choice>.<enrolment>.<step>[.<from>]`. The step is the one that the button spoke of; where it
has changed since, the answer says how things stand. With `from`, the message of the button stays as it is.
"""

from __future__ import annotations

from bot.core.conversation.flow import StepResult, reply_with
from bot.core.model.effects import UpdatePlan
from bot.core.model.library import StepKind
from bot.core.model.messages import Args, Button, Reply, button
from bot.core.model.plan import Enrolment, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.plans import views
from bot.core.progress import habits, offers
from bot.core.progress.offers import StepOffer


def offer_turn(snapshot: Snapshot, enrolment: Enrolment) -> StepResult | None:
    """The offer of another step, when it is time for one; it then rests for a week. None when it isn't."""
    offer = offers.offer(snapshot, enrolment)
    if offer is None:
        return None
    reply = _offer(offer, enrolment, snapshot)
    return reply_with(reply).doing(UpdatePlan(enrolment.id, {"offered_on": snapshot.today}))


def _offer(offer: StepOffer, enrolment: Enrolment, snapshot: Snapshot) -> Reply:
    choice, last = offer.choice, offer.because
    args = {**about(enrolment, snapshot), "kept": habits.kept_of(last), "applied": len(last)}
    towards = habits.step_towards(snapshot, enrolment, choice)
    if enrolment.own is not None:
        return Reply(f"grow-offer-{choice}-own", args, _choices(choice, enrolment, snapshot))
    if towards is None:
        return _at_the_end(choice, enrolment, args, snapshot)
    there = habits.step_text(snapshot, enrolment.replace(step=towards))
    key = f"grow-offer-{choice}{_by_kind(choice, enrolment, snapshot)}"
    return Reply(key, {**args, "next": there}, _choices(choice, enrolment, snapshot))


def _by_kind(choice: StepChoice, enrolment: Enrolment, snapshot: Snapshot) -> str:
    """The end of the key of an offer's text: days are counted of steps that are done day by day."""
    kind = offers.kind_of(snapshot, enrolment)
    if kind is StepKind.ONCE and choice is StepChoice.FURTHER:
        return "-once"
    return "-times" if kind in (StepKind.WEEKLY, StepKind.TIMES, StepKind.ONCE) else ""


def _choices(choice: StepChoice, enrolment: Enrolment, snapshot: Snapshot) -> tuple[Button, ...]:
    first = (pick(choice, enrolment), pick(StepChoice.KEEP, enrolment))
    if choice is StepChoice.EASIER:
        return (*first, new_if_then(enrolment))
    if enrolment.own is not None:
        return (*first, finish(enrolment))
    easier = habits.can_go(snapshot, enrolment, StepChoice.EASIER)
    return (*first, pick(StepChoice.EASIER, enrolment)) if easier else first


def _at_the_end(choice: StepChoice, enrolment: Enrolment, args: Args, snapshot: Snapshot) -> Reply:
    """The ladder ends here: at its top the plan is done, at its foot another moment or plan may fit."""
    keep = pick(StepChoice.KEEP, enrolment)
    if choice is StepChoice.FURTHER:
        key = f"grow-offer-finish{_by_kind(choice, enrolment, snapshot)}"
        return Reply(key, args, (finish(enrolment), keep))
    key = f"grow-offer-floor{_by_kind(choice, enrolment, snapshot)}"
    return Reply(key, args, (new_if_then(enrolment), switch(enrolment), keep))


def pick(choice: StepChoice, enrolment: Enrolment, *origin: str) -> Button:
    """The button of one choice for the step that the plan is on now. `origin`: at most one value, which ends
    the token."""
    return button(Token("grow", choice, enrolment.id, enrolment.step, *origin), f"grow-{choice}")


def finish(enrolment: Enrolment) -> Button:
    return button(Token("plans", "finish", enrolment.id), "grow-finish")


def new_if_then(enrolment: Enrolment) -> Button:
    return button(Token("plans", "ifthen", enrolment.id), "plans-new-if-then")


def switch(enrolment: Enrolment) -> Button:
    return button(Token("plans", "switch", enrolment.id), "grow-switch")


def about(enrolment: Enrolment, snapshot: Snapshot) -> Args:
    """The values of a text about a plan's step."""
    return {"name": views.title(snapshot, enrolment), "step": habits.step_text(snapshot, enrolment)}
