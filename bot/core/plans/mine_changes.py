"""Changes to an own plan that runs: its name and its days. The days before stay as they were."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, StepResult, reply_with
from bot.core.model.effects import UpdatePlan
from bot.core.model.messages import Reply, button, own
from bot.core.model.plan import Enrolment, OwnPlan
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.plans import views
from bot.core.plans.mine_parts import LONGEST_NAME, ask, one_line, shown, stopped, taken
from bot.core.typed import weekdays


def edit(value: str, snapshot: Snapshot) -> StepResult:
    """`mine.edit.<enrolment>`: what is to be changed."""
    found = _own_running(value, snapshot)
    if found is None:
        return views.not_there(snapshot)
    enrolment, plan = found
    buttons = (
        button(Token("mine", "rename", enrolment.id), "mine-edit-name"),
        button(Token("mine", "redays", enrolment.id), "mine-edit-days"),
        button(Token("plans", "open", enrolment.id), "plans-back-to-plan"),
    )
    return reply_with(Reply("mine-edit-which", shown(plan), buttons, edits=True))


def rename(value: str, snapshot: Snapshot) -> StepResult:
    """`mine.rename.<enrolment>`."""
    return ask_new_name(None, {"id": value}, snapshot)


def redays(value: str, snapshot: Snapshot) -> StepResult:
    """`mine.redays.<enrolment>`."""
    return ask_new_days(None, {"id": value}, snapshot)


def ask_new_name(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    found = _own_running(str(data.get("id")), snapshot)
    if found is None:
        return views.not_there(snapshot)
    enrolment, plan = found
    if answer is None:
        stop = (button(Token("mine", "newname", "stop"), "grow-keep"),)
        return ask("newname", {"name": own(plan.name)}, stop, data)
    if stopped(answer):
        return views.card(snapshot, enrolment)
    name = None if answer.pressed else one_line(answer.text, LONGEST_NAME)
    if name is None:
        return ask_new_name(None, data, snapshot).after(Reply("plans-too-long", {"most": LONGEST_NAME}))
    if views.namesake(snapshot, name, but=enrolment.id):
        return ask_new_name(None, data, snapshot).after(taken(name))
    return _changed("mine-renamed", enrolment, replace(plan, name=name))


def ask_new_days(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """They hold from today on: the days that are over stay what they were."""
    found = _own_running(str(data.get("id")), snapshot)
    if found is None:
        return views.not_there(snapshot)
    enrolment, plan = found
    if answer is None:
        sets = tuple(button(Token("mine", "newdays", s), f"mine-{s}") for s in weekdays.SETS)
        return ask(
            "newdays",
            shown(plan),
            (*sets, button(Token("mine", "newdays", "stop"), "grow-keep")),
            data,
        )
    if stopped(answer):
        return views.card(snapshot, enrolment)
    days = weekdays.SETS.get(answer.text) if answer.pressed else weekdays.parse(answer.text, snapshot)
    if days is None:
        return ask_new_days(None, data, snapshot).after(Reply("mine-days-unclear"))
    return _changed("mine-new-days", enrolment, plan.changed(snapshot.today, weekdays=tuple(days)))


def _own_running(value: str, snapshot: Snapshot) -> tuple[Enrolment, OwnPlan] | None:
    enrolment = views.find(value, snapshot)
    return (
        (enrolment, enrolment.own) if enrolment in snapshot.running and enrolment and enrolment.own else None
    )


def _changed(key: str, enrolment: Enrolment, plan: OwnPlan) -> StepResult:
    open_it = button(Token("plans", "open", enrolment.id), "plans-open")
    return reply_with(Reply(key, shown(plan), (open_it,), edits=True)).doing(
        UpdatePlan(enrolment.id, {"own": plan})
    )
