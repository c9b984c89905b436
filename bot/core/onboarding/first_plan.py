"""The first plan: one of three that fit, or an own one; the moment and the action; what comes next."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.guide import replies
from bot.core.model.effects import StartPlan, UpdatePerson
from bot.core.model.library import About, Plan, Step, StepKind
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.person import RestReason
from bot.core.model.plan import Phrase
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.onboarding.links import LINKED
from bot.core.onboarding.three_questions import FEWEST_WORDS
from bot.core.plans import choose, halves, if_then, mine
from bot.core.preferences import about


def ask_plan(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Three plans that fit what the person said, or one of their own; words name a plan, or begin an own
    one."""
    if answer is None:
        return ask_step("plan", _offer(snapshot), data)
    if answer.text in snapshot.library.plans:
        return ask_cue(None, {**data, "plan": answer.text}, snapshot)
    if answer.pressed and answer.text == "own":
        return _own("", data, snapshot)
    if answer.pressed or answer.meant or len(answer.text.split()) < FEWEST_WORDS:
        again = Reply("onboarding-plan-which", buttons=_plan_buttons(snapshot))
        return ask_step("plan", again, data)
    return _own(answer.text, data, snapshot)


def _offer(snapshot: Snapshot) -> Reply:
    suggested = choose.suggest(snapshot, snapshot.person.focus)
    lines = tuple(
        Text("onboarding-plan-line", {"name": p.text("name"), "pitch": p.text("pitch")}) for p in suggested
    )
    fits = any(snapshot.person.focus in plan.tracks for plan in suggested)
    key = "onboarding-plan-fits" if fits else "onboarding-plan"
    return Reply(key, {"plans": lines}, _plan_buttons(snapshot), edits=True)


def _plan_buttons(snapshot: Snapshot) -> tuple[Button, ...]:
    suggested = choose.suggest(snapshot, snapshot.person.focus)
    plans = (Button(Token("onboarding", "plan", p.slug), p.text("name")) for p in suggested)
    return (*plans, button(Token("onboarding", "plan", "own"), "onboarding-plan-own"))


def _own(words: str, data: Data, snapshot: Snapshot) -> StepResult:
    """A plan of their own; once it has begun, the defaults follow that nobody was asked about."""
    done = UpdatePerson({"onboarded": True, "rest": RestReason.NO})
    begun = mine.begin(snapshot, words=words, then=Token("onboarding", "settled", data.get("asked", "")))
    return replace(begun.doing(done), flow=mine.FLOW.name, clears_stack=True)


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
    data = if_then.with_action(answer, data, snapshot)
    if phrase is None:
        return ask_cue(None, data, snapshot).after(if_then.unclear(answer, data))
    if action := if_then.action_told(data):
        return _finish(plan, phrase, action, data, snapshot)
    return ask_action(None, {**data, "cue": [phrase.words, phrase.own]}, snapshot)


def ask_action(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    plan = snapshot.library.plans.get(str(data.get("plan")))
    if plan is None or "cue" not in data:
        return ask_plan(None, data, snapshot)
    cue = Phrase(*data["cue"])
    if answer is None:
        buttons = if_then.if_then_buttons(plan, "action", Token("onboarding", "action"))
        key = "onboarding-action" if halves.fits("cue", cue, snapshot) else "onboarding-action-apart"
        return ask_step("action", Reply(key, {"cue": cue.text}, buttons, edits=True), data)
    phrase = if_then.chosen(plan, "action", answer, snapshot)
    if phrase is None:
        return ask_action(None, data, snapshot).after(if_then.unclear(answer))
    return _finish(plan, cue, phrase, data, snapshot)


def _finish(plan: Plan, cue: Phrase, action: Phrase, data: Data, snapshot: Snapshot) -> StepResult:
    begin = StartPlan(plan.slug, plan.version, plan.start, snapshot.today, cue, action)
    first = plan.text(f"step-{plan.steps[plan.start].slug}")
    spelled = halves.sentence(cue, action, snapshot)
    started = Reply(
        "onboarding-started", {"name": plan.text("name"), "step": first, "plan": spelled}, edits=True
    )
    done = UpdatePerson({"onboarded": True, "rest": RestReason.NO})
    step = plan.steps[plan.start]
    result = _settled(str(data.get("asked", "")), snapshot, step).after(started).doing(done, begin)
    return result.clearing()


def settled(value: str, snapshot: Snapshot) -> StepResult:
    """`onboarding.settled[.<command>]`: the end of onboarding, for somebody who is through it."""
    return _settled(value, snapshot) if snapshot.person.onboarded else replies.stale(snapshot)


def _settled(asked: str, snapshot: Snapshot, step: Step | None = None) -> StepResult:
    """The defaults that nobody was asked about, each with the way to change it; what the link of `/start`
    asked for; and, where none was given yet, the question for the person's reason, which can be left out.
    `step`: the one that begins; None for that of an own plan."""
    told = Reply("onboarding-lines", {"lines": _defaults(step, snapshot)}, _ways(asked))
    if snapshot.person.why:
        return reply_with(told, Reply("first-win"))
    skip = button(Token("settings", "why", about.SKIP), "common-skip")
    why = ask_step("why", Reply("onboarding-why", buttons=(skip,)), {about.AT_START: True}, flow="settings")
    return why.after(told)


def _defaults(step: Step | None, snapshot: Snapshot) -> tuple[Text, ...]:
    person = snapshot.person
    reminded = ahead.reminder(snapshot)
    plain = reminded.key in ("settings-after", "settings-reminder-none")
    args: Args = {
        "time": person.checkin_at,
        "ceiling": person.ceiling,
        "day": Text(f"settings-weekday-{person.week_day}"),
    }
    noted = () if plain else (Text(f"{reminded.key}-now", reminded.args),)
    return (Text(_asked_key(step), args), *noted, Text("onboarding-horizon"))


def _asked_key(step: Step | None) -> str:
    """The key of the text on when a step is asked about: a night is over on the next day, and what is not
    for each day is not reminded of."""
    if step is not None and step.about is About.NIGHT:
        return "onboarding-settled-night"
    plain = step is None or step.kind in (StepKind.DAILY, StepKind.EVENT)
    return "onboarding-settled" if plain else "onboarding-settled-seldom"


def _ways(asked: str) -> tuple[Button, ...]:
    named = asked in LINKED - {"settings"}
    link = (button(Token("onboarding", "asked", asked), "onboarding-asked", command=asked),) if named else ()
    return (
        *link,
        button(Token("settings", "open", "checkin"), "onboarding-other-time"),
        button(Token("settings", "open", "ceiling"), "onboarding-fewer"),
        button(Token("settings", "open"), "onboarding-settings"),
    )
