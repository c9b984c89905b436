"""Choosing a plan of the catalogue.

A new plan may come instead of a running one: that one is left only when the new one begins, so that a
person who turns back on the way has lost nothing.
"""

from __future__ import annotations

from bot.core.conversation.flow import StepResult, reply_with
from bot.core.model.library import Plan
from bot.core.model.messages import Args, Button, Reply, Text, button
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split
from bot.core.plans import views
from bot.core.progress import habits

A_PAGE = 3  # plans shown at once


def suggest(snapshot: Snapshot, focus: str, n: int = 3) -> tuple[Plan, ...]:
    """The plans to offer first: those that serve what matters (`focus`, a track), of these the ones that fit
    the person's itch and part of the day, then the others alike; equals stand in the catalogue's order.
    Running plans are left out."""
    running = {e.slug for e in snapshot.running}
    free = [plan for plan in snapshot.library.plans.values() if plan.slug not in running]
    about = (snapshot.person.itch, snapshot.person.daypart)
    fit = {plan.slug: sum(said in plan.fits for said in about if said) for plan in free}
    return tuple(sorted(free, key=lambda plan: (focus not in plan.tracks, -fit[plan.slug]))[:n])


def catalogue(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.add[.<offset>]`: the plans to choose from, a page at a time."""
    if len(snapshot.running) >= habits.MOST_RUNNING:
        return views.full(snapshot)
    return _page(number(value), None, snapshot)


def switch(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.switch.<enrolment>[.<offset>]`: the plans to choose instead of that one."""
    plan, offset = split(value, 2)
    left = views.find(plan, snapshot)
    if left is None or left not in snapshot.running:
        return views.not_there(snapshot)
    return _page(number(offset), left, snapshot)


def _page(offset: int, left: Enrolment | None, snapshot: Snapshot) -> StepResult:
    plans = suggest(snapshot, snapshot.person.focus, len(snapshot.library.plans))
    offset = offset if offset < len(plans) else 0
    shown = plans[offset : offset + A_PAGE]
    lines = tuple(Text("plans-pitch", {"name": p.text("name"), "pitch": p.text("pitch")}) for p in shown)
    instead = (left.id,) if left else ()
    buttons = [Button(Token("plans", "see", plan.slug, *instead), plan.text("name")) for plan in shown]
    if offset or len(plans) > A_PAGE:
        following = offset + A_PAGE if offset + A_PAGE < len(plans) else 0
        where = Token("plans", "switch" if left else "add", *instead, following)
        buttons.append(button(where, "plans-more"))
    buttons += [
        button(Token("mine", "new", *instead), "plans-own"),
        button(Token("plans", "list"), "plans-back"),
    ]
    key = "plans-catalogue" if shown else "plans-catalogue-empty"
    return reply_with(Reply(key, {"plans": lines}, tuple(buttons), edits=True))


def number(value: str) -> int:
    return int(value) if value.isdecimal() and len(value) < 5 else 0


def about(slug: str, snapshot: Snapshot) -> StepResult:
    """One plan of the catalogue and why it works; also where a deep link leads."""
    return see(slug, snapshot)


def see(value: str, snapshot: Snapshot) -> StepResult:
    """`plans.see.<slug>[.<instead>]`."""
    slug, other = split(value, 2)
    plan, left = snapshot.library.plans.get(slug), views.find(other, snapshot)
    if plan is None:
        return views.not_there(snapshot)
    args: Args = {"name": plan.text("name"), "about": plan.text("about")}
    instead = (left.id,) if left else ()
    back = button(Token("plans", "switch" if left else "add", *instead), "plans-others")
    before = next((e for e in views.over(snapshot) if e.own is None and e.slug == slug), None)
    if before is None or views.twin(snapshot, before):
        begin = button(Token("plans", "start", slug, *instead), "plans-start")
        return reply_with(Reply("plans-see", args, (begin, back), edits=True))
    begin = button(Token("plans", "start", slug, *instead), "plans-start-anew")
    again = button(Token("plans", "again", before.id, *instead), "plans-again")
    args = {**args, "step": habits.step_text(snapshot, before)}
    return reply_with(Reply("plans-see-again", args, (again, begin, back), edits=True))
