"""A plan of one's own: a name, a tiny action, the days of the week; shown once more, then begun. Its name and
its days can be changed later; other words for the action are the affair of `grow`."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, Flow, Turn
from bot.core.model.effects import StartPlan, UpdatePlan
from bot.core.model.messages import Args, Button, Reply, button, own
from bot.core.model.plan import Enrolment, OwnPlan
from bot.core.model.snapshot import Data, Facts
from bot.core.plans import if_then, views
from bot.core.progress import habits
from bot.core.typed import understand, weekdays

LONGEST_NAME, LONGEST_ACTION = 60, 120  # characters


def new(value: str, facts: Facts) -> Turn:
    """`mine.new[.<instead>]`."""
    left = views.find(value, facts)
    return begin(facts, left.id if left else 0)


def begin(facts: Facts, instead: int = 0) -> Turn:
    """The first question; `instead` is the number of a plan that the new one replaces."""
    return ask_name(None, {"instead": instead}, facts)


def one_line(text: str, longest: int) -> str | None:
    """Words on one line; None for none and for more than `longest` characters."""
    words = " ".join(text.split())
    return words if 0 < len(words) <= longest else None


def ask_name(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    if len([e for e in facts.running if e.id != data.get("instead")]) >= habits.MOST_RUNNING:
        return views.full(facts)
    if answer is None:
        return _ask("name", {}, (button("mine.name.stop", "mine-stop"),), data)
    if _stopped(answer, facts):
        return views.listing(facts)
    name = None if answer.pressed else one_line(answer.text, LONGEST_NAME)
    if name is None:
        return ask_name(None, data, facts).after(Reply("plans-too-long", {"most": LONGEST_NAME}))
    if views.namesake(facts, name, but=_instead(data)):
        return ask_name(None, data, facts).after(_taken(name))
    return ask_action(None, {**data, "name": name}, facts)


def _instead(data: Data) -> int:
    return int(data.get("instead", 0))


def _taken(name: str) -> Reply:
    return Reply("mine-same-name", {"name": own(name)})


def ask_action(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    if answer is None:
        name = own(str(data.get("name", "")))
        return _ask("action", {"name": name}, (button("mine.action.stop", "mine-stop"),), data)
    if _stopped(answer, facts):
        return views.listing(facts)
    action = None if answer.pressed else one_line(answer.text, LONGEST_ACTION)
    if action is None:
        return ask_action(None, data, facts).after(Reply("plans-too-long", {"most": LONGEST_ACTION}))
    return ask_days(None, {**data, "action": action}, facts)


def ask_days(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    if answer is None:
        return _ask("days", {}, tuple(button(f"mine.days.{s}", f"mine-{s}") for s in weekdays.SETS), data)
    days = weekdays.SETS.get(answer.text) if answer.pressed else weekdays.parse(answer.text, facts)
    if days is None:
        return ask_days(None, data, facts).after(Reply("mine-days-unclear"))
    return ask_confirm(None, {**data, "days": list(days)}, facts)


def ask_confirm(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    plan = _plan(data)
    if plan is None:
        return begin(facts)
    if answer is None:
        buttons = (
            button("mine.confirm.start", "mine-start"),
            button("mine.confirm.again", "mine-again"),
            button("mine.confirm.stop", "mine-stop"),
        )
        return _ask("confirm", _shown(plan), buttons, data)
    meant = answer.text if answer.pressed else understand.intent(answer.text, facts)
    if meant in ("start", "yes", "done"):
        return _started(plan, data, facts)
    if meant == "again":
        return begin(facts, _instead(data))
    if _stopped(answer, facts):
        return views.listing(facts)
    return ask_confirm(None, data, facts).after(Reply("plans-press"))


def _started(plan: OwnPlan, data: Data, facts: Facts) -> Turn:
    instead = data.get("instead")
    if len([e for e in facts.running if e.id != instead]) >= habits.MOST_RUNNING:
        return views.full(facts)
    if views.namesake(facts, plan.name, but=_instead(data)):  # one that was begun meanwhile
        return begin(facts, _instead(data)).after(_taken(plan.name))
    reply = Reply("mine-started", _shown(plan), (button("plans.list", "plans-mine"),), edits=True)
    begun = StartPlan("own", 1, 0, facts.today, own=plan)
    return Turn((reply,), (*if_then.leaving(instead, facts), begun))


def _shown(plan: OwnPlan) -> Args:
    return {"name": own(plan.name), "action": own(plan.action), "days": weekdays.words(plan.weekdays)}


def _plan(data: Data) -> OwnPlan | None:
    """The plan as it was said so far; None while something is missing."""
    if not all(data.get(part) for part in ("name", "action", "days")):
        return None
    return OwnPlan(str(data["name"]), str(data["action"]), tuple(map(int, data["days"])))


def _ask(step: str, args: Args, buttons: tuple[Button, ...], data: Data) -> Turn:
    return Turn((Reply(f"mine-{step}", args, buttons, edits=True),), (), step, data, flow="mine")


def _stopped(answer: Answer, facts: Facts) -> bool:
    if answer.pressed:
        return answer.text == "stop"
    return understand.intent(answer.text, facts) in ("no", "skip", "later")


# --- changes to one that runs -------------------------------------------------------------------------


def edit(value: str, facts: Facts) -> Turn:
    """`mine.edit.<enrolment>`: what is to be changed."""
    found = _own_running(value, facts)
    if found is None:
        return views.not_there(facts)
    enrolment, plan = found
    buttons = (
        button(f"mine.rename.{enrolment.id}", "mine-edit-name"),
        button(f"mine.redays.{enrolment.id}", "mine-edit-days"),
        button(f"plans.open.{enrolment.id}", "plans-back-to-plan"),
    )
    return Turn((Reply("mine-edit-which", _shown(plan), buttons, edits=True),))


def rename(value: str, facts: Facts) -> Turn:
    """`mine.rename.<enrolment>`."""
    return ask_new_name(None, {"id": value}, facts)


def redays(value: str, facts: Facts) -> Turn:
    """`mine.redays.<enrolment>`."""
    return ask_new_days(None, {"id": value}, facts)


def ask_new_name(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    found = _own_running(str(data.get("id")), facts)
    if found is None:
        return views.not_there(facts)
    enrolment, plan = found
    if answer is None:
        stop = (button("mine.newname.stop", "grow-keep"),)
        return _ask("newname", {"name": own(plan.name)}, stop, data)
    if _stopped(answer, facts):
        return views.card(facts, enrolment)
    name = None if answer.pressed else one_line(answer.text, LONGEST_NAME)
    if name is None:
        return ask_new_name(None, data, facts).after(Reply("plans-too-long", {"most": LONGEST_NAME}))
    if views.namesake(facts, name, but=enrolment.id):
        return ask_new_name(None, data, facts).after(_taken(name))
    return _changed("mine-renamed", enrolment, replace(plan, name=name))


def ask_new_days(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """They hold from today on: the days that are over stay what they were."""
    found = _own_running(str(data.get("id")), facts)
    if found is None:
        return views.not_there(facts)
    enrolment, plan = found
    if answer is None:
        sets = tuple(button(f"mine.newdays.{s}", f"mine-{s}") for s in weekdays.SETS)
        return _ask("newdays", _shown(plan), (*sets, button("mine.newdays.stop", "grow-keep")), data)
    if _stopped(answer, facts):
        return views.card(facts, enrolment)
    days = weekdays.SETS.get(answer.text) if answer.pressed else weekdays.parse(answer.text, facts)
    if days is None:
        return ask_new_days(None, data, facts).after(Reply("mine-days-unclear"))
    return _changed("mine-new-days", enrolment, plan.changed(facts.today, weekdays=tuple(days)))


def _own_running(value: str, facts: Facts) -> tuple[Enrolment, OwnPlan] | None:
    enrolment = views.find(value, facts)
    return (enrolment, enrolment.own) if enrolment in facts.running and enrolment and enrolment.own else None


def _changed(key: str, enrolment: Enrolment, plan: OwnPlan) -> Turn:
    open_it = button(f"plans.open.{enrolment.id}", "plans-open")
    return Turn(
        (Reply(key, _shown(plan), (open_it,), edits=True),), (UpdatePlan(enrolment.id, {"own": plan}),)
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
    restart="plans",
    passing=True,
)
