"""The first talk: who this is, what matters, when to write, and a first plan. Eight presses by default.

Every answer is stored at once; a person who leaves in the middle goes on where they were.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bot.core.account import age, rest
from bot.core.calendar import timing
from bot.core.checkin import checkin
from bot.core.conversation.flow import Answer, Command, Flow, Frame, StepResult, always, ask_step, reply_with
from bot.core.conversation.registry import FirstConversation, Resumed
from bot.core.guide import replies
from bot.core.model import limits
from bot.core.model.effects import StartPlan, UpdatePerson
from bot.core.model.library import Plan, Track
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import RestReason, Status
from bot.core.model.plan import Phrase
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
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


def linked(argument: str, snapshot: Snapshot) -> str:
    """The command that a deep link carries, for somebody who is through onboarding; "" for none."""
    return str(_asked_for(argument).get("asked", "")) if snapshot.person.onboarded else ""


def _asked_for(argument: str) -> Data:
    """The command that a deep link carries, as onboarding keeps it until it is through."""
    name = argument.removeprefix("cmd_")
    return {"asked": name} if name != argument and name in LINKED else {}


def start(argument: str, snapshot: Snapshot) -> StepResult:
    """`/start`, with what a deep link carries: `plan_<slug>`, `lang_<code>`, `cmd_<name>`."""
    snapshot, first = language_of(argument.removeprefix("lang_"), snapshot)
    slug = argument.removeprefix("plan_")
    if snapshot.person.status is Status.NEW:
        data = {"plan": slug} if slug in snapshot.library.plans else {}
        return ask_hello(None, {**data, **_asked_for(argument)}, snapshot).doing(*first)
    if first:
        return _and_then(slug, snapshot).after(Reply("settings-language-kept")).doing(*first)
    return _and_then(slug, snapshot)


def _and_then(slug: str, snapshot: Snapshot) -> StepResult:
    """`/start` of somebody who is through onboarding."""
    if snapshot.person.status is not Status.ACTIVE:
        return rest.take_up(snapshot)
    return choose.about(slug, snapshot) if slug in snapshot.library.plans else checkin.today("", snapshot)


def ask_hello(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The coach in three sentences. Only the button, or a stated age of 13 or more, leads on."""
    if answer is None:
        return ask_step("hello", Reply("onboarding-hello", buttons=_hello_buttons(snapshot)), data)
    if answer.pressed and answer.text in snapshot.library.languages:
        changed, commands = language_of(answer.text, snapshot)
        return ask_hello(None, data, changed).doing(*commands)
    match _age(answer, snapshot):
        case Stated.YOUNGER:
            return age.too_young()
        case Stated.OLD_ENOUGH:
            return ask_focus(None, data, snapshot).doing(UpdatePerson({"agreed": True}))
        case _:
            again = Reply("onboarding-hello-unclear", buttons=_hello_buttons(snapshot))
            return ask_step("hello", again, data)


def _age(answer: Answer, snapshot: Snapshot) -> Stated:
    """The age that an answer states: a press of one of the two buttons, or an age in words."""
    if answer.pressed:
        pressed = {"ok": Stated.OLD_ENOUGH, "young": Stated.YOUNGER}
        return pressed.get(answer.text, Stated.NOTHING)
    return ages.stated(answer.text, snapshot)


def ask_focus(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        buttons = tuple(button(Token("onboarding", "focus", track), f"track-{track}") for track in Track)
        return ask_step("focus", Reply("onboarding-focus", buttons=buttons, edits=True), data)
    if answer.text in tuple(Track):
        chosen = UpdatePerson({"focus": answer.text})
        data = {**data, "focus": answer.text}
        return (ask_zone if "why" in data else ask_why)(None, data, snapshot).doing(chosen)
    if answer.pressed:
        return ask_focus(None, data, snapshot)
    # Words instead of a press are a reason already: they are kept, and the next question is not asked again.
    why = f"{snapshot.person.why}\n{answer.text}".strip()
    if len(why) > limits.REASON:
        return ask_focus(None, data, snapshot).after(Reply("plans-too-long", {"most": limits.REASON}))
    kept = UpdatePerson({"why": why})
    return ask_focus(None, {**data, "why": True}, snapshot).after(Reply("onboarding-focus-words")).doing(kept)


def ask_why(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        skip = button(Token("onboarding", "why", "skip"), "common-skip")
        return ask_step("why", Reply("onboarding-why", buttons=(skip,), edits=True), data)
    if answer.pressed or understand.intent(answer.text, snapshot) in ("skip", "no", "later"):
        return ask_zone(None, data, snapshot)
    if len(answer.text) > limits.REASON:
        return ask_why(None, data, snapshot).after(Reply("plans-too-long", {"most": limits.REASON}))
    return ask_zone(None, data, snapshot).doing(UpdatePerson({"why": answer.text}))


def ask_zone(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    return zone.ask_zone(answer, data, snapshot, asks=Token("onboarding", "zone"), done=_zone_known)


def _zone_known(name: str, data: Data, snapshot: Snapshot) -> StepResult:
    there = snapshot.replace(person=snapshot.person.replace(zone=name))
    return ask_time(None, data, there).doing(UpdatePerson({"zone": name}))


def ask_time(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        buttons = tuple(_clock_button(at) for at in TIMES)
        return ask_step(
            "time", Reply("onboarding-time", {"place": snapshot.person.zone}, buttons, edits=True), data
        )
    if not answer.pressed and (ways := setting.either_clock(answer.text, snapshot)):
        buttons = tuple(_clock_button(time.fromisoformat(way)) for way in ways)
        return ask_step("time", Reply("settings-which-time", buttons=buttons), data)
    at = understand.clock(answer.text, snapshot)
    if at is None:
        return ask_time(None, data, snapshot).after(Reply("onboarding-time-unclear"))
    quiet = timing.fit_quiet(at, snapshot.person.quiet_from, snapshot.person.quiet_to)
    changes = {"checkin_at": at, "quiet_from": quiet[0], "quiet_to": quiet[1]}
    if data.get("plan") in snapshot.library.plans:
        return ask_cue(None, data, snapshot).doing(UpdatePerson(changes))
    return ask_plan(None, data, snapshot).doing(UpdatePerson(changes))


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


def _hello_buttons(snapshot: Snapshot) -> tuple[Button, ...]:
    others = ((c, n) for c, n in snapshot.library.languages.items() if c != snapshot.person.language)
    return (
        button(Token("onboarding", "hello", "ok"), "onboarding-ok"),
        button(Token("onboarding", "hello", "young"), "onboarding-too-young"),
        *(button(Token("onboarding", "hello", code), "own-words", words=name) for code, name in others),
    )


def language_of(code: str, snapshot: Snapshot) -> tuple[Snapshot, tuple[UpdatePerson, ...]]:
    """The facts in this language and what makes it so; unchanged for any other, or for the same one."""
    if code not in snapshot.library.languages or code == snapshot.person.language:
        return snapshot, ()
    person = snapshot.person.replace(language=code)
    return snapshot.replace(person=person), (UpdatePerson({"language": code}),)


def asked(value: str, snapshot: Snapshot) -> StepResult:
    """`onboarding.asked.<command>`: what somebody came for, now that onboarding is through."""
    return StepResult(redirect_to=value) if value in LINKED else replies.stale(snapshot)


def resume(argument: str, frame: Frame, snapshot: Snapshot) -> Resumed:
    """Onboarding that was left in the middle goes on where it was, with what the link of `/start` carries."""
    snapshot, effects = language_of(argument.removeprefix("lang_"), snapshot)
    return _with_link(argument, frame, snapshot), snapshot, effects


def _with_link(argument: str, frame: Frame, snapshot: Snapshot) -> Frame:
    """The waiting frame once a link was followed. A person who was just choosing a plan has chosen the one
    that the link carries."""
    frame, slug = replace(frame, data={**frame.data, **_asked_for(argument)}), argument.removeprefix("plan_")
    if slug not in snapshot.library.plans:
        return frame
    chosen = frame.step in ("plan", "cue", "action")
    return replace(frame, step="cue" if chosen else frame.step, data={**frame.data, "plan": slug})


def _clock_button(at: time) -> Button:
    return button(Token("onboarding", "time", f"{at:%H:%M}"), "onboarding-at", time=at)


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
    commands=(Command("start", start, in_words=True),),
    restart_command="start",
    location_steps=frozenset({"zone"}),
    open_to_all=True,
    runs_commands=frozenset({"asked"}),
    needs=always(SnapshotNeeds(history=True, decisions=True, own_words=True)),
)

FIRST = FirstConversation("onboarding", "start", resume, linked)
