"""The coach that is no longer needed: it offers to write less, asks now and then whether all holds, and says
goodbye. `bot.core.progress.taper` has the weeks.

Buttons: `week.taper` begins, `week.holds` and `week.slips` answer, `week.daily` brings the coach back.
"""

from __future__ import annotations

from datetime import date

from bot.core.conversation.flow import StepResult, reply_with, say
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Args, Reply, Text, button, own
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.plans import halves
from bot.core.progress import taper
from bot.core.typed.own_words import excerpt, may_come_back
from bot.core.week import summary, turning

MOST_WORDS = 12  # of each of the two lines of their own
WORDINGS = 3  # of the question whether it holds
AGAIN = button(Token("week", "daily"), "taper-daily")
DOOR = button(Token("week", "taper"), "taper-less")


def offer(snapshot: Snapshot) -> StepResult:
    """After eight steady weeks: their first words beside the last, and the way to fewer messages. Reads the
    own words and the journal."""
    args: Args = {"weeks": turning.weeks(snapshot), "lines": _first_and_last(snapshot)}
    stay = button(Token("week", "keep"), "taper-stay")
    return reply_with(Reply("week-steady", args, (DOOR, stay)))


def begin(_: str, snapshot: Snapshot) -> StepResult:
    """`week.taper`: from today on less and less; what still holds on a day that slips is said with it."""
    if not taper.tapers(snapshot.person):
        changes = {"tapers_since": snapshot.today}
        coming = ahead.next_message(snapshot, snapshot.today, **changes)
        args: Args = {"day": coming["day"] if coming else snapshot.today, "slip": _for_a_slip(snapshot)}
        return reply_with(Reply("taper-begun", args, (AGAIN,), edits=True)).doing(UpdatePerson(changes))
    return _coming(snapshot)


def ask(day: date, snapshot: Snapshot) -> StepResult:
    """The message of a coach that is leaving: whether it holds; at last a goodbye that asks nothing."""
    if taper.is_last(day, snapshot.person):
        return say("taper-goodbye", lines=_first_and_last(snapshot))
    ways = tuple(button(Token("week", name), f"taper-{name}") for name in ("holds", "slips"))
    wording = day.toordinal() // taper.WEEK_DAYS % WORDINGS + 1
    return reply_with(Reply(f"taper-ask-{wording}", {"lines": _first_and_last(snapshot)}, (*ways, AGAIN)))


def holds(_: str, snapshot: Snapshot) -> StepResult:
    return _coming(snapshot)


def slips(_: str, snapshot: Snapshot) -> StepResult:
    """The if–then that still holds on such a day, and the offer to come back."""
    return reply_with(Reply("taper-slipped", {"slip": _for_a_slip(snapshot)}, (AGAIN,), edits=True))


def daily(_: str, snapshot: Snapshot) -> StepResult:
    """`week.daily`, or a word: the check-ins come again."""
    if not taper.tapers(snapshot.person):
        return say("taper-is-daily")
    return say("taper-back").doing(UpdatePerson({"tapers_since": None}))


def _coming(snapshot: Snapshot) -> StepResult:
    """When the coach writes next; nothing more after the last message."""
    coming = ahead.next_message(snapshot, snapshot.today)
    if coming is None:
        return say("taper-silent")
    return reply_with(Reply("taper-next", {"day": coming["day"]}, (AGAIN,), edits=True))


def _first_and_last(snapshot: Snapshot) -> tuple[Text, ...]:
    """The reason that they wrote at the start, and a line of late: as far as both may be said back."""
    found, last = [], summary.week(snapshot).reread
    if may_come_back(snapshot.person.why, snapshot):
        found.append(Text("taper-first", {"words": own(excerpt(snapshot.person.why, MOST_WORDS))}))
    if last is not None:
        found.append(Text("taper-last", {"words": own(excerpt(last.text, MOST_WORDS))}))
    return tuple(found)


def _for_a_slip(snapshot: Snapshot) -> Text:
    """The if–then of a plan for a day that slips, else the smallest step."""
    plan = next((e for e in snapshot.running if e.cue and e.action), None)
    if plan is None or plan.cue is None or plan.action is None:
        return Text("taper-slip-step")
    return Text("taper-slip-plan", {"plan": halves.sentence(plan.cue, plan.action, snapshot)})


BUTTONS = {"taper": begin, "holds": holds, "slips": slips, "daily": daily}
