"""Every kind of nudge with its rules. A kind without rules is an error at import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.model.nudge import NudgeKind
from bot.core.nudges.ceiling import Ceiling
from bot.core.nudges.kinds import checkin, later, reflection, reminder, urge, week
from bot.core.nudges.rules import NudgeRules


def by_kind(rules: Iterable[NudgeRules]) -> Mapping[NudgeKind, NudgeRules]:
    """The rules by their kind, in the same order. Raises ValueError where a kind has none or has two."""
    listed = list(rules)
    found = {one.kind: one for one in listed}
    if missing := set(NudgeKind) - set(found):
        raise ValueError(f"kinds of nudge without rules: {', '.join(sorted(missing))}")
    if len(found) < len(listed):
        raise ValueError("a kind of nudge has rules twice")
    return found


# In the order in which they take their share of the ceiling: the weekly summary first, unless one nudge is
# all, then reflections, then check-ins up to one a day; the rest is for reminders and "later"s. The end of an
# answer takes none.
RULES = by_kind((week.RULES, reflection.RULES, checkin.RULES, reminder.RULES, later.RULES, urge.RULES))
NUDGE_CEILING = Ceiling({kind: rules.share for kind, rules in RULES.items()})
REQUESTED = frozenset(kind for kind, rules in RULES.items() if rules.requested)
DAILY = frozenset(kind for kind, rules in RULES.items() if rules.daily)
COUNTS_UNANSWERED = frozenset(kind for kind, rules in RULES.items() if rules.counts_unanswered)


def beginning(flow: str) -> frozenset[NudgeKind]:
    """The kinds whose nudges begin that flow."""
    return frozenset(kind for kind, rules in RULES.items() if rules.flow == flow)
