"""The words of a message that the coach sends of its own accord. Each says why it comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.calendar import timing
from bot.core.checkin import checkin
from bot.core.conversation.flow import Turn
from bot.core.journal import reflect
from bot.core.model.messages import Text
from bot.core.model.nudge import Kind
from bot.core.model.snapshot import Facts
from bot.core.plans import look_back
from bot.core.week import week

# Whose words need no more than the last week of a person's entries and days (and every figure); none of them
# names a decision, an earlier prompt, a cue or an action.
BRIEF = frozenset({Kind.CHECKIN, Kind.REMINDER, Kind.LATER})


def compose(kind: Kind, day: date, facts: Facts) -> Turn:
    """The message of `kind` about the local day `day`."""
    if kind is Kind.REFLECTION:
        return replace(reflect.nudge(facts), flow=reflect.FLOW.name)
    if kind is Kind.WEEK:
        turn = week.weekly(facts) if facts.running else look_back.last_word(facts)
        return replace(turn, flow=week.FLOW.name)
    return _asking(Text(f"nudge-{kind}"), day, facts, slower=_slower(facts) if kind is Kind.CHECKIN else None)


def _asking(opening: Text, day: date, facts: Facts, *, slower: Text | None) -> Turn:
    """The check-in's own question, below a line that says why it comes now."""
    turn = checkin.ask(day, facts)
    question = turn.replies[-1]
    lines = (opening, question.text) if slower is None else (opening, question.text, slower)
    asked = replace(question, key="nudge-lines", args={"lines": lines}, edits=False)
    return replace(turn, replies=(asked,), flow=checkin.FLOW.name)


def _slower(facts: Facts) -> Text | None:
    """What is said once, with the check-in after which the coach writes less often."""
    now, then = timing.pace(facts.person.ignored), timing.pace(facts.person.ignored + 1)
    return Text(f"nudge-slower-{then.name}") if now is not then else None
