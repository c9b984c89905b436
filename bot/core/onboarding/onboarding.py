"""The first talk: who this is, what matters, when to write, and a first plan. Eight presses by default.

Every answer is stored at once; a person who leaves in the middle goes on where they were.
"""

from __future__ import annotations

from datetime import time

from bot.core.account import age, rest
from bot.core.calendar import timing
from bot.core.checkin import checkin
from bot.core.conversation.flow import Answer, Command, Flow, StepResult, always, ask_step
from bot.core.conversation.registry import FirstConversation
from bot.core.model import limits
from bot.core.model.effects import UpdatePerson
from bot.core.model.library import Track
from bot.core.model.messages import Button, Reply, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Status
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.onboarding import first_plan, links
from bot.core.plans import choose
from bot.core.preferences import setting, zone
from bot.core.typed import ages, understand
from bot.core.typed.ages import Stated

TIMES = (time(20), time(8), time(12, 30), time(18), time(21, 30))


def start(argument: str, snapshot: Snapshot) -> StepResult:
    """`/start`, with what a deep link carries: `plan_<slug>`, `lang_<code>`, `cmd_<name>`."""
    snapshot, first = links.language_of(argument.removeprefix("lang_"), snapshot)
    slug = argument.removeprefix("plan_")
    if snapshot.person.status is Status.NEW:
        data = {"plan": slug} if slug in snapshot.library.plans else {}
        return ask_hello(None, {**data, **links.asked_for(argument)}, snapshot).doing(*first)
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
        changed, commands = links.language_of(answer.text, snapshot)
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
    if answer.pressed or answer.leaves_out:
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
        return first_plan.ask_cue(None, data, snapshot).doing(UpdatePerson(changes))
    return first_plan.ask_plan(None, data, snapshot).doing(UpdatePerson(changes))


def _hello_buttons(snapshot: Snapshot) -> tuple[Button, ...]:
    others = ((c, n) for c, n in snapshot.library.languages.items() if c != snapshot.person.language)
    return (
        button(Token("onboarding", "hello", "ok"), "onboarding-ok"),
        button(Token("onboarding", "hello", "young"), "onboarding-too-young"),
        *(button(Token("onboarding", "hello", code), "own-words", words=name) for code, name in others),
    )


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
        "plan": first_plan.ask_plan,
        "cue": first_plan.ask_cue,
        "action": first_plan.ask_action,
    },
    buttons={"asked": links.asked},
    commands=(Command("start", start, in_words=True),),
    restart_command="start",
    location_steps=frozenset({"zone"}),
    open_to_all=True,
    runs_commands=frozenset({"asked"}),
    needs=always(SnapshotNeeds(history=True, decisions=True, own_words=True)),
)

FIRST = FirstConversation("onboarding", "start", links.resume, links.linked)
