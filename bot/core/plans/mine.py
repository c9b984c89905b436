"""A plan of one's own: its subject, the moment, the first step; shown once more with its days, then begun.

Its name and days can be changed later (`mine_changes`); other words for the step are the affair of `grow`.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Answer, Flow, StepResult, always, ask_step, reply_with
from bot.core.model.effects import StartPlan
from bot.core.model.messages import Args, Reply, Text, button, own
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.plan import OwnPlan, Phrase
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.plans import halves, if_then, mine_changes, views
from bot.core.plans.mine_parts import LONGEST_ACTION, LONGEST_NAME, ask, one_line, shown, stopped, taken
from bot.core.progress import habits
from bot.core.typed import weekdays

EVERY_DAY = tuple(range(7))


def new(value: str, snapshot: Snapshot) -> StepResult:
    """`mine.new[.<instead>]`."""
    left = views.find(value, snapshot)
    return begin(snapshot, left.id if left else 0)


def begin(snapshot: Snapshot, instead: int = 0, *, words: str = "", then: str = "") -> StepResult:
    """The first question: the subject of the plan, unless `words` say it. `instead`: the number of a plan
    that the new one replaces. `then`: the token of a button that is pressed once it has begun."""
    data = {"instead": instead, **({"then": then} if then else {})}
    return ask_name(Answer(words) if words else None, data, snapshot)


def ask_name(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if len([e for e in snapshot.running if e.id != data.get("instead")]) >= habits.MOST_RUNNING:
        return views.full(snapshot)
    if answer is None:
        return ask("name", {}, (button(Token("mine", "name", "stop"), "mine-stop"),), data)
    if stopped(answer):
        return _given_up(data, snapshot)
    told = halves.Halves() if answer.pressed else halves.read("action", answer.text, snapshot)
    data = {**data, "cue": [told.cue, True]} if told.cue else data
    name = one_line(_subject(answer.text, told), LONGEST_NAME)
    if name is None:
        return ask_name(None, data, snapshot).after(_no_name(answer, told))
    if views.namesake(snapshot, name, but=_instead(data)):
        return ask_name(None, data, snapshot).after(taken(name))
    data = {**data, "name": name}
    return ask_action(None, data, snapshot) if data.get("cue") else ask_cue(None, data, snapshot)


def _subject(text: str, told: halves.Halves) -> str:
    """The action as a name: as it was typed, without an opening."""
    typed = " ".join(text.split())
    return typed if len(typed) - len(told.action) <= 1 and not told.cue else told.action


def _no_name(answer: Answer, told: halves.Halves) -> Reply:
    """The reply to words that are no subject of a plan, or to a moment without one."""
    if told.cue and not told.action:
        return Reply("mine-moment-told", {"cue": own(told.cue)})
    return if_then.unclear(answer, most=LONGEST_NAME)


def ask_cue(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The moment of the day; a plan may do without one."""
    if answer is None:
        buttons = (
            *(button(Token("mine", "cue", n), key) for n, key in enumerate(views.OWN_CUES, 1)),
            button(Token("mine", "cue", "none"), "mine-no-cue"),
            button(Token("mine", "cue", "stop"), "mine-stop"),
        )
        return ask("cue", {"name": own(str(data.get("name", "")))}, buttons, data)
    if answer.pressed and answer.text == "stop":
        return _given_up(data, snapshot)
    if (answer.pressed and answer.text == "none") or answer.leaves_out:
        return ask_action(None, data, snapshot)
    cue = if_then.own_cue(answer, snapshot)
    data = if_then.with_action(answer, data, snapshot)
    if cue is None:
        return ask_cue(None, data, snapshot).after(if_then.unclear(answer, data))
    data = {**data, "cue": [cue.words, cue.own]}
    if one_line(str(data.get("action", "")), LONGEST_ACTION):
        return ask_confirm(None, {"days": list(EVERY_DAY), **data}, snapshot)
    return ask_action(None, data, snapshot)


def ask_action(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The first step, after the moment where there is one."""
    if answer is None:
        cue = _cue(data)
        args: Args = {"name": own(str(data.get("name", ""))), **({"cue": cue.text} if cue else {})}
        stop = (button(Token("mine", "action", "stop"), "mine-stop"),)
        reply = Reply(_action_key(cue, snapshot), args, stop, edits=True, page=True)
        return ask_step("action", reply, data, flow="mine")
    if stopped(answer):
        return _given_up(data, snapshot)
    told = halves.Halves() if answer.pressed else halves.read("action", answer.text, snapshot)
    action = one_line(told.action, LONGEST_ACTION)
    if action is None:
        return ask_action(None, data, snapshot).after(if_then.unclear(answer, most=LONGEST_ACTION))
    return ask_confirm(None, {"days": list(EVERY_DAY), **data, "action": action}, snapshot)


def _action_key(cue: Phrase | None, snapshot: Snapshot) -> str:
    if cue is None:
        return "mine-action"
    return "mine-action-when" if halves.fits("cue", cue, snapshot) else "mine-action-apart"


def ask_days(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        return ask(
            "days", {}, tuple(button(Token("mine", "days", s), f"mine-{s}") for s in weekdays.SETS), data
        )
    days = weekdays.SETS.get(answer.text) if answer.pressed else weekdays.parse(answer.text, snapshot)
    if days is None:
        return ask_days(None, data, snapshot).after(Reply("mine-days-unclear"))
    return ask_confirm(None, {**data, "days": list(days)}, snapshot)


def ask_confirm(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """All of it once more. The days are every day unless others are chosen here."""
    plan = _plan(data)
    if plan is None:
        return begin(snapshot)
    if answer is None:
        buttons = (
            button(Token("mine", "confirm", "start"), "mine-start"),
            button(Token("mine", "confirm", "days"), "mine-other-days"),
            button(Token("mine", "confirm", "again"), "mine-again"),
            button(Token("mine", "confirm", "stop"), "mine-stop"),
        )
        return ask("confirm", shown(plan, _sentence(plan, _cue(data), snapshot)), buttons, data)
    meant = answer.text if answer.pressed else answer.meant
    if meant in ("start", "yes", "done"):
        return _started(plan, data, snapshot)
    if meant == "again":
        return begin(snapshot, _instead(data), then=str(data.get("then", "")))
    if meant == "days":
        return ask_days(None, data, snapshot)
    if stopped(answer):
        return _given_up(data, snapshot)
    if days := weekdays.parse(answer.text, snapshot):
        return ask_confirm(None, {**data, "days": list(days)}, snapshot)
    return ask_confirm(None, data, snapshot).after(Reply("plans-press"))


def _given_up(data: Data, snapshot: Snapshot) -> StepResult:
    """The plans as they are; at the end of onboarding also the rest of it."""
    listed = views.listing(snapshot)
    return replace(listed, then_press=str(data["then"])) if data.get("then") else listed


def _started(plan: OwnPlan, data: Data, snapshot: Snapshot) -> StepResult:
    instead = data.get("instead")
    if len([e for e in snapshot.running if e.id != instead]) >= habits.MOST_RUNNING:
        return views.full(snapshot)
    if views.namesake(snapshot, plan.name, but=_instead(data)):  # one that was begun meanwhile
        return begin(snapshot, _instead(data)).after(taken(plan.name))
    cue = _cue(data)
    mine = (button(Token("plans", "list"), "plans-mine"),)
    reply = Reply("mine-started", shown(plan, _sentence(plan, cue, snapshot)), mine, edits=True)
    begun = StartPlan("own", 1, 0, snapshot.today, cue=cue, own=plan)
    result = reply_with(reply).doing(*if_then.leaving(instead, snapshot), begun)
    return replace(result, then_press=str(data.get("then", "")))


def _cue(data: Data) -> Phrase | None:
    return Phrase(*data["cue"]) if data.get("cue") else None


def _sentence(plan: OwnPlan, cue: Phrase | None, snapshot: Snapshot) -> Text | None:
    return halves.sentence(cue, Phrase(plan.action, own=True), snapshot) if cue else None


def _plan(data: Data) -> OwnPlan | None:
    """The plan as it was said so far; None while something is missing."""
    if not all(data.get(part) for part in ("name", "action", "days")):
        return None
    return OwnPlan(str(data["name"]), str(data["action"]), tuple(map(int, data["days"])))


def _instead(data: Data) -> int:
    return int(data.get("instead", 0))


FLOW = Flow(
    "mine",
    steps={
        "name": ask_name,
        "cue": ask_cue,
        "action": ask_action,
        "days": ask_days,
        "confirm": ask_confirm,
        "newname": mine_changes.ask_new_name,
        "newdays": mine_changes.ask_new_days,
    },
    buttons={
        "new": new,
        "edit": mine_changes.edit,
        "rename": mine_changes.rename,
        "redays": mine_changes.redays,
    },
    restart_command="plans",
    gives_way=True,
    needs=always(SnapshotNeeds(history=True, decisions=True, own_words=True)),
)
