"""How a person's plans are shown: the list, one plan's card, and the kind answers beside them."""

from __future__ import annotations

from datetime import date

from bot.core.conversation.flow import StepResult, reply_with
from bot.core.model.library import Measure, Plan
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.plan import Enrolment, Phrase, PlanState, StepChoice
from bot.core.model.snapshot import WINDOW, Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.plans import halves
from bot.core.progress import habits
from bot.core.typed import understand, weekdays

ANSWERS_FOR_RHYTHM = 7  # fewer answers say nothing about a rhythm yet
A_PAGE = 5  # plans that are over, shown at once
RHYTHMS = ((0.65, "steady"), (0.45, "shaping"), (0.25, "coming"), (0.0, "quiet"))
# When an own plan's tiny action may happen; the catalogue's plans bring their own.
OWN_CUES = ("mine-cue-1", "mine-cue-2", "mine-cue-3")


def find(value: str, snapshot: Snapshot) -> Enrolment | None:
    """The person's own plan whose number a token carries; None for anything else."""
    return snapshot.enrolment(int(value)) if value.isdecimal() and len(value) < 20 else None


def listing(snapshot: Snapshot) -> StepResult:
    """The running plans in a few lines each, a button to open each, and the ways to a new one."""
    running = snapshot.running
    lines = tuple(line for e in running for line in _lines(snapshot, e))
    buttons = [Button(Token("plans", "open", e.id), title(snapshot, e)) for e in running]
    if len(running) < habits.MOST_RUNNING:
        buttons += [button(Token("plans", "add"), "plans-add"), button(Token("mine", "new"), "plans-own")]
    if over(snapshot):
        buttons.append(button(Token("plans", "earlier"), "plans-earlier"))
    key = "plans-list" if running else "plans-none"
    return reply_with(Reply(key, {"plans": lines}, tuple(buttons), edits=True))


def over(snapshot: Snapshot) -> tuple[Enrolment, ...]:
    """The plans that were finished or left, the last one first."""
    ended = (e for e in snapshot.enrolments if e.state in (PlanState.FINISHED, PlanState.LEFT))
    return tuple(sorted(ended, key=lambda e: (over_since(e) or date.min, e.id), reverse=True))


def over_since(enrolment: Enrolment) -> date | None:
    """The first day on which a plan was over."""
    last = enrolment.rests[-1] if enrolment.rests else None
    return last.first if last and last.until is None else None


def earlier(snapshot: Snapshot, offset: int = 0) -> StepResult:
    """The plans that are over, a page at a time: each opens its card, which takes it up again."""
    plans = over(snapshot)
    if not plans:
        return listing(snapshot)
    offset = offset if offset < len(plans) else 0
    page = plans[offset : offset + A_PAGE]
    buttons = [
        Button(Token("plans", "open", e.id), _name_among(page, nth, snapshot)) for nth, e in enumerate(page)
    ]
    if len(plans) > A_PAGE:
        following = offset + A_PAGE if offset + A_PAGE < len(plans) else 0
        buttons.append(button(Token("plans", "earlier", following), "plans-more"))
    lines = tuple(line for plan in page for line in _past(snapshot, plan))
    back = button(Token("plans", "list"), "plans-back")
    return reply_with(Reply("plans-earlier-list", {"plans": lines}, (*buttons, back), edits=True))


def _name_among(plans: tuple[Enrolment, ...], nth: int, snapshot: Snapshot) -> Text:
    """A plan's name; where others before it are called the same, with a number."""
    name = title(snapshot, plans[nth])
    alike = sum(title(snapshot, plan) == name for plan in plans[:nth])
    return Text("plans-earlier-nth", {"name": name, "n": alike + 1}) if alike else name


def _past(snapshot: Snapshot, enrolment: Enrolment) -> tuple[Text, ...]:
    first = Text(
        "plans-item", {"name": title(snapshot, enrolment), "step": habits.step_text(snapshot, enrolment)}
    )
    standing = _standing(snapshot, enrolment)
    return (first, standing) if standing else (first,)


def twin(snapshot: Snapshot, enrolment: Enrolment) -> Enrolment | None:
    """The running plan that stands in the way of taking up one that is over: the same one of the catalogue,
    or an own one of the same name."""
    if enrolment.own is not None:
        return namesake(snapshot, enrolment.own.name, but=enrolment.id)
    return next((e for e in snapshot.running if e.own is None and e.slug == enrolment.slug), None)


def namesake(snapshot: Snapshot, name: str, *, but: int = 0) -> Enrolment | None:
    """The running own plan of that name, however it is written; `but`: another one than that."""
    others = (e for e in snapshot.running if e.own is not None and e.id != but)
    return next((e for e in others if e.own and understand.same(e.own.name, name)), None)


def _lines(snapshot: Snapshot, enrolment: Enrolment) -> tuple[Text, ...]:
    first = Text(
        "plans-item", {"name": title(snapshot, enrolment), "step": habits.step_text(snapshot, enrolment)}
    )
    words = (
        if_then(snapshot, enrolment) if len(snapshot.running) < habits.MOST_RUNNING else None
    )  # three get long
    found = (paused(snapshot, enrolment), words, rhythm(snapshot, enrolment))
    return (first, *(line for line in found if line))


def title(snapshot: Snapshot, enrolment: Enrolment) -> Text:
    """A plan's name, also of one that the catalogue no longer has."""
    return enrolment.title if habits.known(snapshot, enrolment) else Text("plans-gone-name")


def if_then(snapshot: Snapshot, enrolment: Enrolment) -> Text | None:
    """ "When …, I will …": of an own plan its tiny action; None where a half is missing or gone."""
    plan = snapshot.plan(enrolment)
    cue = enrolment.cue if half_text(plan, enrolment.cue) else None
    action = enrolment.action if half_text(plan, enrolment.action) else None
    if enrolment.own is not None:
        action = Phrase(enrolment.own.action, own=True)
    return halves.sentence(cue, action, snapshot) if cue and action else None


def half_text(plan: Plan | None, half: Phrase | None) -> Text | None:
    """One half of an if–then plan; None for words that the catalogue no longer has."""
    if half is None or half.own or half.words in OWN_CUES:
        return half.text if half else None
    parts = (("cue", plan.cues), ("action", plan.actions)) if plan else ()
    keys = {f"{part}-{n}" for part, most in parts for n in range(1, most + 1)}
    known = plan is not None and half.words.removeprefix(f"plan-{plan.slug}-") in keys
    return half.text if known else None


def rhythm(snapshot: Snapshot, enrolment: Enrolment) -> Text | None:
    """The rhythm in words, once there are enough answers to speak of one."""
    entries = [e for e in habits.entries_of(snapshot, enrolment) if e.kept in habits.APPLIED]
    if len(entries) < ANSWERS_FOR_RHYTHM:
        return None
    score = habits.rhythm(entries)
    return Text("plans-rhythm-" + next(word for least, word in RHYTHMS if score >= least))


def paused(snapshot: Snapshot, enrolment: Enrolment) -> Text | None:
    """That a plan rests, and until when; None for one that runs."""
    if enrolment.state is not PlanState.PAUSED or habits.active_on(enrolment, snapshot.today):
        return None
    until = enrolment.paused_until
    return Text("plans-paused", {"day": until}) if until else Text("plans-paused-open")


def _standing(snapshot: Snapshot, enrolment: Enrolment) -> Text | None:
    """That a plan rests or is over; None for one that runs."""
    if enrolment.state in (PlanState.FINISHED, PlanState.LEFT):
        since = over_since(enrolment)
        state = f"plans-is-{enrolment.state}"
        return Text(f"{state}-since", {"day": since}) if since else Text(state)
    return paused(snapshot, enrolment)


def card(snapshot: Snapshot, enrolment: Enrolment) -> StepResult:
    """One plan: the step, since when, how it went on it, and everything that can be done with it."""
    lines = [
        Text("plans-card-step", {"step": habits.step_text(snapshot, enrolment)}),
        if_then(snapshot, enrolment),
        _standing(snapshot, enrolment),
        _goal(snapshot, enrolment),
        Text("plans-card-days", {"days": weekdays.words(enrolment.own.weekdays)}) if enrolment.own else None,
        ahead.asked_about(snapshot, enrolment) if _may_be_asked(snapshot, enrolment) else None,
        *_went(snapshot, enrolment),
        rhythm(snapshot, enrolment),
    ]
    args: Args = {"name": title(snapshot, enrolment), "lines": tuple(line for line in lines if line)}
    return reply_with(Reply("plans-card", args, _actions(snapshot, enrolment), edits=True))


def _may_be_asked(snapshot: Snapshot, enrolment: Enrolment) -> bool:
    runs = enrolment in snapshot.running and habits.active_on(enrolment, snapshot.today)
    return runs and habits.known(snapshot, enrolment) and snapshot.person.listens


def _went(snapshot: Snapshot, enrolment: Enrolment) -> tuple[Text, ...]:
    """Since when the step holds and how it went, over the days that the count speaks of."""
    begun, first = max(enrolment.step_since, enrolment.started_on), snapshot.today - WINDOW
    went = [e for e in habits.window(snapshot, enrolment, len(snapshot.history)) if e.day > first]
    args: Args = {"kept": habits.kept_of(went), "applied": len(went), "days": WINDOW.days}
    return Text("plans-card-since", {"day": begun}), Text(
        "plans-card-went-lately" if begun <= first else "plans-card-went", args
    )


def _goal(snapshot: Snapshot, enrolment: Enrolment) -> Text | None:
    """The amount that counts as kept, if the step has one."""
    step, goal = habits.step_of(snapshot, enrolment), habits.target(snapshot, enrolment)
    if step is None or goal is None or step.measure not in (Measure.MINUTES, Measure.COUNT):
        return None
    least = step.less is None and step.at_most is None
    return Text(f"plans-goal-{step.measure}-{'least' if least else 'most'}", {"amount": goal})


def _actions(snapshot: Snapshot, enrolment: Enrolment) -> tuple[Button, ...]:
    where, known = enrolment.id, habits.known(snapshot, enrolment)
    if enrolment not in snapshot.running:
        free = known and twin(snapshot, enrolment) is None
        again = (button(Token("plans", "again", where), "plans-again"),) if free else ()
        return (
            *again,
            button(Token("plans", "earlier"), "plans-earlier"),
            button(Token("plans", "list"), "plans-back"),
        )
    moves = tuple(
        button(Token("grow", choice, where, enrolment.step), f"grow-{choice}")
        for choice in (StepChoice.FURTHER, StepChoice.EASIER)
        if habits.can_go(snapshot, enrolment, choice)
    )
    halt = ("resume", "plans-resume") if paused(snapshot, enrolment) else ("pause", "plans-pause")
    names = [("ifthen", "plans-new-if-then"), halt] if known else []
    names += [("switch", "plans-switch")] + ([("finish", "plans-finish")] if known else [])
    names += [("leave", "plans-leave")] + ([("why", "plans-why")] if snapshot.plan(enrolment) else [])
    rest = tuple(button(Token("plans", name, where), key) for name, key in names)
    edit = (button(Token("mine", "edit", where), "mine-edit"),) if enrolment.own else ()
    return (*moves, *edit, *rest, button(Token("plans", "list"), "plans-back"))


def not_there(snapshot: Snapshot) -> StepResult:
    """The kind answer to a button about a plan that is not the person's, or no longer there."""
    return listing(snapshot).after(Reply("plans-not-there"))


def full(snapshot: Snapshot) -> StepResult:
    """Three plans at a time: enough for anybody."""
    return listing(snapshot).after(Reply("plans-full", {"most": habits.MOST_RUNNING}))
