"""The first talk: what there is to gain, three questions, the time zone, and a first plan. Eight presses.

Every answer is stored at once; a person who leaves in the middle goes on where they were.
"""

from __future__ import annotations

from bot.core.account import age, rest
from bot.core.checkin import checkin
from bot.core.conversation.flow import Answer, Command, Flow, StepResult, always, ask_step
from bot.core.conversation.registry import FirstConversation
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Button, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Status
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.onboarding import first_plan, links
from bot.core.onboarding import three_questions as questions
from bot.core.plans import choose
from bot.core.preferences import zone
from bot.core.typed import ages
from bot.core.typed.ages import Stated

MORE = "more"  # the button below the first message that tells all


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
    """The gain, and two lines on the coach. Only the button, or a stated age of 13 or more, leads on."""
    if answer is None:
        return ask_step("hello", _hello(data, snapshot), data)
    if answer.pressed and answer.text in snapshot.library.languages:
        changed, commands = links.language_of(answer.text, snapshot)
        return ask_hello(None, data, changed).doing(*commands)
    if answer.pressed and answer.text == MORE:
        more = Reply("onboarding-more", buttons=_hello_buttons(snapshot, more=False), edits=True, page=True)
        return ask_step("hello", more, data)
    match _age(answer, snapshot):
        case Stated.YOUNGER:
            return age.too_young()
        case Stated.OLD_ENOUGH:
            return ask_focus(None, data, snapshot).doing(UpdatePerson({"agreed": True}))
        case _:
            again = Reply("onboarding-hello-unclear", buttons=_hello_buttons(snapshot))
            return ask_step("hello", again, data)


def _hello(data: Data, snapshot: Snapshot) -> Reply:
    """The first message; it names the plan of the link that was followed."""
    plan = snapshot.library.plans.get(str(data.get("plan")))
    linked = (Text("onboarding-linked", {"name": plan.text("name")}),) if plan else ()
    lines = (Text("onboarding-gain"), *linked)
    return Reply("onboarding-hello", {"lines": lines}, _hello_buttons(snapshot))


def _age(answer: Answer, snapshot: Snapshot) -> Stated:
    """The age that an answer states: a press of one of the two buttons, or an age in words."""
    if answer.pressed:
        pressed = {"ok": Stated.OLD_ENOUGH, "young": Stated.YOUNGER}
        return pressed.get(answer.text, Stated.NOTHING)
    return ages.stated(answer.text, snapshot)


def ask_focus(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        return questions.put("focus", data)
    changes = questions.chosen("focus", answer)
    if changes is None:
        return questions.reason(answer, data, snapshot)
    return ask_itch(None, data, snapshot).doing(UpdatePerson(changes))


def ask_itch(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        return questions.put("itch", data)
    changes = questions.chosen("itch", answer)
    if changes is None:
        return questions.put("itch", data).after(Reply("onboarding-nearest"))
    return ask_daypart(None, data, snapshot).doing(UpdatePerson(changes))


def ask_daypart(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        return questions.put("daypart", data)
    changes = questions.chosen("daypart", answer)
    if changes is None:
        return questions.put("daypart", data).after(Reply("onboarding-nearest"))
    return ask_zone(None, data, snapshot).doing(UpdatePerson(changes))


def ask_zone(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    return zone.ask_zone(answer, data, snapshot, asks=Token("onboarding", "zone"), done=_zone_known)


def _zone_known(name: str, data: Data, snapshot: Snapshot) -> StepResult:
    there = snapshot.replace(person=snapshot.person.replace(zone=name))
    linked = data.get("plan") in snapshot.library.plans
    following = first_plan.ask_cue if linked else first_plan.ask_plan
    return following(None, data, there).doing(UpdatePerson({"zone": name}))


def _hello_buttons(snapshot: Snapshot, *, more: bool = True) -> tuple[Button, ...]:
    others = ((c, n) for c, n in snapshot.library.languages.items() if c != snapshot.person.language)
    return (
        button(Token("onboarding", "hello", "ok"), "onboarding-ok"),
        button(Token("onboarding", "hello", "young"), "onboarding-too-young"),
        *((button(Token("onboarding", "hello", MORE), "onboarding-hello-more"),) if more else ()),
        *(button(Token("onboarding", "hello", code), "own-words", words=name) for code, name in others),
    )


FLOW = Flow(
    "onboarding",
    steps={
        "hello": ask_hello,
        "focus": ask_focus,
        "itch": ask_itch,
        "daypart": ask_daypart,
        "zone": ask_zone,
        "plan": first_plan.ask_plan,
        "cue": first_plan.ask_cue,
        "action": first_plan.ask_action,
    },
    buttons={"asked": links.asked, "settled": first_plan.settled},
    commands=(Command("start", start, in_words=True),),
    restart_command="start",
    location_steps=frozenset({"zone"}),
    open_to_all=True,
    runs_commands=frozenset({"asked"}),
    needs=always(SnapshotNeeds(history=True, decisions=True, own_words=True)),
)

FIRST = FirstConversation("onboarding", "start", links.resume, links.linked)
