"""The first talk: who this is, what matters, when to write, and a first plan. Eight presses by default.

Every answer is stored at once; whoever leaves in the middle goes on where they were.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bot.core.account import age, rest
from bot.core.calendar import timing
from bot.core.checkin import checkin
from bot.core.conversation.flow import Answer, Flow, Frame, Turn
from bot.core.guide import talk
from bot.core.model import limits
from bot.core.model.effects import StartPlan, UpdatePerson
from bot.core.model.library import Plan, Track
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.person import Rest, Status
from bot.core.model.plan import Phrase
from bot.core.model.snapshot import Data, Facts
from bot.core.nudges import ahead
from bot.core.plans import choose, if_then, mine
from bot.core.preferences import setting, zone
from bot.core.typed import ages, understand
from bot.core.typed.ages import Stated

TIMES = (time(20), time(8), time(12, 30), time(18), time(21, 30))


# Commands that a link may carry (`cmd_<name>`): those that show or ask, and do nothing by themselves.
LINKED = frozenset(
    "checkin help journal pause plans privacy reflect settings today week why".split()  # noqa: SIM905
)


def linked(argument: str, facts: Facts) -> str:
    """The command that a deep link carries, for somebody who is through onboarding; "" for none."""
    return str(_asked_for(argument).get("asked", "")) if facts.person.onboarded else ""


def _asked_for(argument: str) -> Data:
    """The command that a deep link carries, as onboarding keeps it until it is through."""
    name = argument.removeprefix("cmd_")
    return {"asked": name} if name != argument and name in LINKED else {}


def start(argument: str, facts: Facts) -> Turn:
    """`/start`, with what a deep link carries: `plan_<slug>`, `lang_<code>`, `cmd_<name>`."""
    facts, first = language_of(argument.removeprefix("lang_"), facts)
    slug = argument.removeprefix("plan_")
    if facts.person.status is Status.NEW:
        data = {"plan": slug} if slug in facts.library.plans else {}
        return ask_hello(None, {**data, **_asked_for(argument)}, facts).doing(*first)
    if first:
        return _and_then(slug, facts).after(Reply("settings-language-kept")).doing(*first)
    return _and_then(slug, facts)


def _and_then(slug: str, facts: Facts) -> Turn:
    """`/start` of somebody who is through onboarding."""
    if facts.person.status is not Status.ACTIVE:
        return rest.take_up(facts)
    return choose.about(slug, facts) if slug in facts.library.plans else checkin.today("", facts)


def ask_hello(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """What this is, in three sentences. Only the button, or a stated age of 13 or more, leads on."""
    if answer is None:
        return Turn((Reply("onboarding-hello", buttons=_hello_buttons(facts)),), (), "hello", data)
    if answer.pressed and answer.text in facts.library.languages:
        changed, commands = language_of(answer.text, facts)
        return ask_hello(None, data, changed).doing(*commands)
    match _age(answer, facts):
        case Stated.YOUNGER:
            return age.too_young()
        case Stated.OLD_ENOUGH:
            return ask_focus(None, data, facts).doing(UpdatePerson({"agreed": True}))
        case _:
            again = Reply("onboarding-hello-unclear", buttons=_hello_buttons(facts))
            return Turn((again,), (), "hello", data)


def _age(answer: Answer, facts: Facts) -> Stated:
    """What an answer says of the age: a press of one of the two buttons, or an age in words."""
    if answer.pressed:
        pressed = {"ok": Stated.OLD_ENOUGH, "young": Stated.YOUNGER}
        return pressed.get(answer.text, Stated.NOTHING)
    return ages.stated(answer.text, facts)


def ask_focus(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    if answer is None:
        buttons = tuple(button(f"onboarding.focus.{track}", f"track-{track}") for track in Track)
        return Turn((Reply("onboarding-focus", buttons=buttons, edits=True),), (), "focus", data)
    if answer.text in tuple(Track):
        chosen = UpdatePerson({"focus": answer.text})
        data = {**data, "focus": answer.text}
        return (ask_zone if "why" in data else ask_why)(None, data, facts).doing(chosen)
    if answer.pressed:
        return ask_focus(None, data, facts)
    # Words instead of a press are a reason already: they are kept, and the next question is not asked again.
    why = f"{facts.person.why}\n{answer.text}".strip()
    if len(why) > limits.REASON:
        return ask_focus(None, data, facts).after(Reply("plans-too-long", {"most": limits.REASON}))
    kept = UpdatePerson({"why": why})
    return ask_focus(None, {**data, "why": True}, facts).after(Reply("onboarding-focus-words")).doing(kept)


def ask_why(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    if answer is None:
        skip = button("onboarding.why.skip", "common-skip")
        return Turn((Reply("onboarding-why", buttons=(skip,), edits=True),), (), "why", data)
    if answer.pressed or understand.intent(answer.text, facts) in ("skip", "no", "later"):
        return ask_zone(None, data, facts)
    if len(answer.text) > limits.REASON:
        return ask_why(None, data, facts).after(Reply("plans-too-long", {"most": limits.REASON}))
    return ask_zone(None, data, facts).doing(UpdatePerson({"why": answer.text}))


def ask_zone(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    return zone.ask_zone(answer, data, facts, asks="onboarding.zone", done=_zone_known)


def _zone_known(name: str, data: Data, facts: Facts) -> Turn:
    there = replace(facts, person=replace(facts.person, zone=name))
    return ask_time(None, data, there).doing(UpdatePerson({"zone": name}))


def ask_time(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    if answer is None:
        buttons = tuple(_clock_button(at) for at in TIMES)
        return Turn(
            (Reply("onboarding-time", {"place": facts.person.zone}, buttons, edits=True),), (), "time", data
        )
    if not answer.pressed and (ways := setting.either_clock(answer.text, facts)):
        buttons = tuple(_clock_button(time.fromisoformat(way)) for way in ways)
        return Turn((Reply("settings-which-time", buttons=buttons),), (), "time", data)
    at = understand.clock(answer.text, facts)
    if at is None:
        return ask_time(None, data, facts).after(Reply("onboarding-time-unclear"))
    quiet = timing.fit_quiet(at, facts.person.quiet_from, facts.person.quiet_to)
    changes = {"checkin_at": at, "quiet_from": quiet[0], "quiet_to": quiet[1]}
    if data.get("plan") in facts.library.plans:
        return ask_cue(None, data, facts).doing(UpdatePerson(changes))
    return ask_plan(None, data, facts).doing(UpdatePerson(changes))


def ask_plan(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """Three plans that fit what matters, or one of their own."""
    suggested = choose.suggest(facts, str(data.get("focus", "")))
    if answer is None:
        lines = tuple(
            Text("onboarding-plan-line", {"name": p.text("name"), "pitch": p.text("pitch")})
            for p in suggested
        )
        buttons = (*(Button(f"onboarding.plan.{p.slug}", p.text("name")) for p in suggested),
                   button("onboarding.plan.own", "onboarding-plan-own"))  # fmt: skip
        return Turn((Reply("onboarding-plan", {"plans": lines}, buttons, edits=True),), (), "plan", data)
    if answer.text == "own":
        done = UpdatePerson({"onboarded": True, "rest": Rest.NO})
        begun = mine.begin(facts).doing(done).after(_settled(data, facts))
        return replace(begun, flow=mine.FLOW.name, clears=True)
    if answer.text in facts.library.plans:
        return ask_cue(None, {**data, "plan": answer.text}, facts)
    return ask_plan(None, data, facts).after(Reply("onboarding-press"))


def ask_cue(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    plan = facts.library.plans.get(str(data.get("plan")))
    if plan is None:
        return ask_plan(None, data, facts)
    if answer is None:
        buttons = if_then.if_then_buttons(plan, "cue", "onboarding.cue")
        return Turn(
            (Reply("onboarding-cue", {"name": plan.text("name")}, buttons, edits=True),), (), "cue", data
        )
    phrase = if_then.chosen(plan, "cue", answer, facts)
    if phrase is None:
        return ask_cue(None, data, facts).after(if_then.unclear(answer))
    return ask_action(None, {**data, "cue": [phrase.words, phrase.own]}, facts)


def ask_action(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    plan = facts.library.plans.get(str(data.get("plan")))
    if plan is None or "cue" not in data:
        return ask_plan(None, data, facts)
    cue = Phrase(*data["cue"])
    if answer is None:
        buttons = if_then.if_then_buttons(plan, "action", "onboarding.action")
        return Turn((Reply("onboarding-action", {"cue": cue.text}, buttons, edits=True),), (), "action", data)
    phrase = if_then.chosen(plan, "action", answer, facts)
    if phrase is None:
        return ask_action(None, data, facts).after(if_then.unclear(answer))
    return _finish(plan, cue, phrase, data, facts)


def _finish(plan: Plan, cue: Phrase, action: Phrase, data: Data, facts: Facts) -> Turn:
    begin = StartPlan(plan.slug, plan.version, plan.start, facts.today, cue, action)
    first = plan.text(f"step-{plan.steps[plan.start].slug}")
    spelled = Text("if-then", {"cue": cue.text, "action": action.text})
    started = Reply(
        "onboarding-started", {"name": plan.text("name"), "step": first, "plan": spelled}, edits=True
    )
    done = UpdatePerson({"onboarded": True, "rest": Rest.NO})
    return Turn((started, _settled(data, facts)), (done, begin), clears=True)


def _settled(data: Data, facts: Facts) -> Reply:
    """When the coach writes, how often at most, and what can be done now: also what the link asked for that
    somebody came by."""
    buttons: tuple[Button, ...] = (
        button(f"checkin.open.{facts.today.isoformat()}", "onboarding-checkin"),
        button("settings.open", "onboarding-settings"),
    )
    if (asked := data.get("asked")) in LINKED - {"checkin", "settings"}:
        buttons = (button(f"onboarding.asked.{asked}", "onboarding-asked", command=str(asked)), *buttons)
    args: Args = {"time": facts.person.checkin_at, "ceiling": facts.person.ceiling}
    if (reminded := ahead.reminder(facts)).key in ("settings-after", "settings-reminder-none"):
        return Reply("onboarding-settled", args, buttons)
    lines = (Text("onboarding-settled", args), Text(f"{reminded.key}-now", reminded.args))
    return Reply("onboarding-lines", {"lines": lines}, buttons)


def _hello_buttons(facts: Facts) -> tuple[Button, ...]:
    others = ((c, n) for c, n in facts.library.languages.items() if c != facts.person.language)
    return (
        button("onboarding.hello.ok", "onboarding-ok"),
        button("onboarding.hello.young", "onboarding-too-young"),
        *(button(f"onboarding.hello.{code}", "own-words", words=name) for code, name in others),
    )


def language_of(code: str, facts: Facts) -> tuple[Facts, tuple[UpdatePerson, ...]]:
    """The facts in this language and what makes it so; as they are where it is none, or the same."""
    if code not in facts.library.languages or code == facts.person.language:
        return facts, ()
    person = replace(facts.person, language=code)
    return replace(facts, person=person), (UpdatePerson({"language": code}),)


def asked(value: str, facts: Facts) -> Turn:
    """`onboarding.asked.<command>`: what somebody came for, now that onboarding is through."""
    return Turn(runs=value) if value in LINKED else talk.stale(facts)


def with_link(argument: str, frame: Frame, facts: Facts) -> Frame:
    """What waits once a link was followed. Whoever was just choosing a plan has chosen the one it carries."""
    frame, slug = replace(frame, data={**frame.data, **_asked_for(argument)}), argument.removeprefix("plan_")
    if slug not in facts.library.plans:
        return frame
    chosen = frame.step in ("plan", "cue", "action")
    return replace(frame, step="cue" if chosen else frame.step, data={**frame.data, "plan": slug})


def _clock_button(at: time) -> Button:
    return button(f"onboarding.time.{at:%H:%M}", "onboarding-at", time=at)


FLOW = Flow(
    "onboarding",
    steps={
        "hello": ask_hello,
        "focus": ask_focus,
        "why": ask_why,
        "zone": ask_zone,
        "time": ask_time,
        "plan": ask_plan,
        "cue": ask_cue,
        "action": ask_action,
    },
    buttons={"asked": asked},
    commands={"start": start},
    restart="start",
    open_to_all=True,
)
