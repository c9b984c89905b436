"""The first plan: one of three that fit, or an own one; the moment and the action; what comes next."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.model.effects import StartPlan, UpdatePerson
from bot.core.model.library import Plan
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.person import RestReason
from bot.core.model.plan import Phrase
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.onboarding.links import LINKED
from bot.core.plans import choose, if_then, mine


def ask_plan(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Three plans that fit what matters, or one of their own."""
    suggested = choose.suggest(snapshot, str(data.get("focus", "")))
    if answer is None:
        lines = tuple(
            Text("onboarding-plan-line", {"name": p.text("name"), "pitch": p.text("pitch")})
            for p in suggested
        )
        buttons = (*(Button(Token("onboarding", "plan", p.slug), p.text("name")) for p in suggested),
                   button(Token("onboarding", "plan", "own"), "onboarding-plan-own"))  # fmt: skip
        return ask_step("plan", Reply("onboarding-plan", {"plans": lines}, buttons, edits=True), data)
    if answer.text == "own":
        done = UpdatePerson({"onboarded": True, "rest": RestReason.NO})
        begun = mine.begin(snapshot).doing(done).after(_settled(data, snapshot))
        return replace(begun, flow=mine.FLOW.name, clears_stack=True)
    if answer.text in snapshot.library.plans:
        return ask_cue(None, {**data, "plan": answer.text}, snapshot)
    return ask_plan(None, data, snapshot).after(Reply("onboarding-press"))


def ask_cue(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    plan = snapshot.library.plans.get(str(data.get("plan")))
    if plan is None:
        return ask_plan(None, data, snapshot)
    if answer is None:
        buttons = if_then.if_then_buttons(plan, "cue", Token("onboarding", "cue"))
        return ask_step(
            "cue", Reply("onboarding-cue", {"name": plan.text("name")}, buttons, edits=True), data
        )
    phrase = if_then.chosen(plan, "cue", answer, snapshot)
    if phrase is None:
        return ask_cue(None, data, snapshot).after(if_then.unclear(answer))
    return ask_action(None, {**data, "cue": [phrase.words, phrase.own]}, snapshot)


def ask_action(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    plan = snapshot.library.plans.get(str(data.get("plan")))
    if plan is None or "cue" not in data:
        return ask_plan(None, data, snapshot)
    cue = Phrase(*data["cue"])
    if answer is None:
        buttons = if_then.if_then_buttons(plan, "action", Token("onboarding", "action"))
        return ask_step("action", Reply("onboarding-action", {"cue": cue.text}, buttons, edits=True), data)
    phrase = if_then.chosen(plan, "action", answer, snapshot)
    if phrase is None:
        return ask_action(None, data, snapshot).after(if_then.unclear(answer))
    return _finish(plan, cue, phrase, data, snapshot)


def _finish(plan: Plan, cue: Phrase, action: Phrase, data: Data, snapshot: Snapshot) -> StepResult:
    begin = StartPlan(plan.slug, plan.version, plan.start, snapshot.today, cue, action)
    first = plan.text(f"step-{plan.steps[plan.start].slug}")
    spelled = Text("if-then", {"cue": cue.text, "action": action.text})
    started = Reply(
        "onboarding-started", {"name": plan.text("name"), "step": first, "plan": spelled}, edits=True
    )
    done = UpdatePerson({"onboarded": True, "rest": RestReason.NO})
    return reply_with(started, _settled(data, snapshot)).doing(done, begin).clearing()


def _settled(data: Data, snapshot: Snapshot) -> Reply:
    """When the coach writes, how often at most, and what can be done now: also what the link asked for that
    somebody came by."""
    buttons: tuple[Button, ...] = (
        button(Token("checkin", "open", snapshot.today), "onboarding-checkin"),
        button(Token("settings", "open"), "onboarding-settings"),
    )
    if (asked := data.get("asked")) in LINKED - {"checkin", "settings"}:
        buttons = (
            button(Token("onboarding", "asked", asked), "onboarding-asked", command=str(asked)),
            *buttons,
        )
    args: Args = {"time": snapshot.person.checkin_at, "ceiling": snapshot.person.ceiling}
    if (reminded := ahead.reminder(snapshot)).key in ("settings-after", "settings-reminder-none"):
        return Reply("onboarding-settled", args, buttons)
    lines = (Text("onboarding-settled", args), Text(f"{reminded.key}-now", reminded.args))
    return Reply("onboarding-lines", {"lines": lines}, buttons)
