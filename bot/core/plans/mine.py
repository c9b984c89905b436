"""A plan of one's own: a name, a tiny action, the days of the week; shown once more, then begun. Its name and
its days can be changed later; other words for the action are the affair of `grow`."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, Flow, StepResult, always, ask_step, reply_with
from bot.core.model.effects import StartPlan, UpdatePlan
from bot.core.model.messages import Args, Button, Reply, button, own
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.plan import Enrolment, OwnPlan
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.plans import if_then, views
from bot.core.progress import habits
from bot.core.typed import weekdays

LONGEST_NAME, LONGEST_ACTION = 60, 120  # characters


def new(value: str, snapshot: Snapshot) -> StepResult:
    """`mine.new[.<instead>]`."""
    left = views.find(value, snapshot)
    return begin(snapshot, left.id if left else 0)


def begin(snapshot: Snapshot, instead: int = 0) -> StepResult:
    """The first question; `instead` is the number of a plan that the new one replaces."""
    return ask_name(None, {"instead": instead}, snapshot)


def one_line(text: str, longest: int) -> str | None:
    """Words on one line; None for none and for more than `longest` characters."""
    words = " ".join(text.split())
    return words if 0 < len(words) <= longest else None


def ask_name(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if len([e for e in snapshot.running if e.id != data.get("instead")]) >= habits.MOST_RUNNING:
        return views.full(snapshot)
    if answer is None:
        return _ask("name", {}, (button(Token("mine", "name", "stop"), "mine-stop"),), data)
    if _stopped(answer, snapshot):
        return views.listing(snapshot)
    name = None if answer.pressed else one_line(answer.text, LONGEST_NAME)
    if name is None:
        return ask_name(None, data, snapshot).after(Reply("plans-too-long", {"most": LONGEST_NAME}))
    if views.namesake(snapshot, name, but=_instead(data)):
        return ask_name(None, data, snapshot).after(_taken(name))
    return ask_action(None, {**data, "name": name}, snapshot)


def _instead(data: Data) -> int:
    return int(data.get("instead", 0))


def _taken(name: str) -> Reply:
    return Reply("mine-same-name", {"name": own(name)})


def ask_action(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        name = own(str(data.get("name", "")))
        return _ask("action", {"name": name}, (button(Token("mine", "action", "stop"), "mine-stop"),), data)
    if _stopped(answer, snapshot):
        return views.listing(snapshot)
    action = None if answer.pressed else one_line(answer.text, LONGEST_ACTION)
    if action is None:
        return ask_action(None, data, snapshot).after(Reply("plans-too-long", {"most": LONGEST_ACTION}))
    return ask_days(None, {**data, "action": action}, snapshot)


def ask_days(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        return _ask(
            "days", {}, tuple(button(Token("mine", "days", s), f"mine-{s}") for s in weekdays.SETS), data
        )
    days = weekdays.SETS.get(answer.text) if answer.pressed else weekdays.parse(answer.text, snapshot)
    if days is None:
        return ask_days(None, data, snapshot).after(Reply("mine-days-unclear"))
    return ask_confirm(None, {**data, "days": list(days)}, snapshot)


def ask_confirm(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    plan = _plan(data)
    if plan is None:
        return begin(snapshot)
    if answer is None:
        buttons = (
            button(Token("mine", "confirm", "start"), "mine-start"),
            button(Token("mine", "confirm", "again"), "mine-again"),
            button(Token("mine", "confirm", "stop"), "mine-stop"),
        )
        return _ask("confirm", _shown(plan), buttons, data)
    meant = answer.text if answer.pressed else answer.meant
    if meant in ("start", "yes", "done"):
        return _started(plan, data, snapshot)
    if meant == "again":
        return begin(snapshot, _instead(data))
    if _stopped(answer, snapshot):
        return views.listing(snapshot)
    return ask_confirm(None, data, snapshot).after(Reply("plans-press"))


def _started(plan: OwnPlan, data: Data, snapshot: Snapshot) -> StepResult:
    instead = data.get("instead")
    if len([e for e in snapshot.running if e.id != instead]) >= habits.MOST_RUNNING:
        return views.full(snapshot)
    if views.namesake(snapshot, plan.name, but=_instead(data)):  # one that was begun meanwhile
        return begin(snapshot, _instead(data)).after(_taken(plan.name))
    reply = Reply("mine-started", _shown(plan), (button(Token("plans", "list"), "plans-mine"),), edits=True)
    begun = StartPlan("own", 1, 0, snapshot.today, own=plan)
    return reply_with(reply).doing(*if_then.leaving(instead, snapshot), begun)


def _shown(plan: OwnPlan) -> Args:
    return {"name": own(plan.name), "action": own(plan.action), "days": weekdays.words(plan.weekdays)}


def _plan(data: Data) -> OwnPlan | None:
    """The plan as it was said so far; None while something is missing."""
    if not all(data.get(part) for part in ("name", "action", "days")):
        return None
    return OwnPlan(str(data["name"]), str(data["action"]), tuple(map(int, data["days"])))


def _ask(step: str, args: Args, buttons: tuple[Button, ...], data: Data) -> StepResult:
    return ask_step(step, Reply(f"mine-{step}", args, buttons, edits=True, page=True), data, flow="mine")


def _stopped(answer: Answer, snapshot: Snapshot) -> bool:
    if answer.pressed:
        return answer.text == "stop"
    return answer.leaves_out


# --- changes to one that runs -------------------------------------------------------------------------


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
    return reply_with(Reply("mine-edit-which", _shown(plan), buttons, edits=True))


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
        return _ask("newname", {"name": own(plan.name)}, stop, data)
    if _stopped(answer, snapshot):
        return views.card(snapshot, enrolment)
    name = None if answer.pressed else one_line(answer.text, LONGEST_NAME)
    if name is None:
        return ask_new_name(None, data, snapshot).after(Reply("plans-too-long", {"most": LONGEST_NAME}))
    if views.namesake(snapshot, name, but=enrolment.id):
        return ask_new_name(None, data, snapshot).after(_taken(name))
    return _changed("mine-renamed", enrolment, replace(plan, name=name))


def ask_new_days(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """They hold from today on: the days that are over stay what they were."""
    found = _own_running(str(data.get("id")), snapshot)
    if found is None:
        return views.not_there(snapshot)
    enrolment, plan = found
    if answer is None:
        sets = tuple(button(Token("mine", "newdays", s), f"mine-{s}") for s in weekdays.SETS)
        return _ask(
            "newdays", _shown(plan), (*sets, button(Token("mine", "newdays", "stop"), "grow-keep")), data
        )
    if _stopped(answer, snapshot):
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
    return reply_with(Reply(key, _shown(plan), (open_it,), edits=True)).doing(
        UpdatePlan(enrolment.id, {"own": plan})
    )


FLOW = Flow(
    "mine",
    steps={
        "name": ask_name,
        "action": ask_action,
        "days": ask_days,
        "confirm": ask_confirm,
        "newname": ask_new_name,
        "newdays": ask_new_days,
    },
    buttons={"new": new, "edit": edit, "rename": rename, "redays": redays},
    restart_command="plans",
    gives_way=True,
    needs=always(SnapshotNeeds(history=True, decisions=True, own_words=True)),
)
