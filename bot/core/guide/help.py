"""/help: what one can say. /why: why the coach last wrote, by the rule that made it write."""

from __future__ import annotations

from bot.core.calendar import timing
from bot.core.conversation.flow import Flow, Turn, say
from bot.core.guide.talk import TODAY
from bot.core.model.messages import Text, button
from bot.core.model.nudge import Kind, Sent
from bot.core.model.person import Status
from bot.core.model.snapshot import Facts
from bot.core.nudges import ceiling

PLANS = button("plans.list", "help-plans")
SETTINGS = button("settings.show", "help-settings")


def show(argument: str, facts: Facts) -> Turn:
    return say("help-all", buttons=(TODAY, PLANS, SETTINGS))


def why(argument: str, facts: Facts) -> Turn:
    """The last message of the coach's own accord: what it was, when, and which rule made it."""
    if facts.person.status is Status.NEW:
        return say("why-new")
    if not facts.sent:
        return say("why-none", buttons=(SETTINGS,))
    last = max(facts.sent, key=lambda sent: sent.at)
    at = timing.wall(last.at, facts.person)
    lines = (
        Text("why-last", {"day": at.date(), "time": at.time(), "what": Text(f"why-what-{last.kind}")}),
        _rule(last, facts),
        *_pace(last, facts),
        Text("why-count", {"sent": len(ceiling.lately(facts)), "ceiling": facts.person.ceiling}),
    )
    return say("why-lines", lines=lines, buttons=(SETTINGS,))


def _rule(last: Sent, facts: Facts) -> Text:
    person = facts.person
    match last.kind:
        case Kind.CHECKIN:
            return Text("why-checkin", {"time": person.checkin_at})
        case Kind.REMINDER if person.reminder_after is not None:
            return Text("why-reminder", {"minutes": person.reminder_after})
        case Kind.REFLECTION:
            return Text("why-reflection", {"times": person.reflections_a_week})
        case Kind.WEEK:
            return Text(
                "why-week", {"day": Text(f"settings-weekday-{person.week_day}"), "time": person.week_at}
            )
        case Kind.LATER:
            return Text("why-later")
        case _:
            return Text("why-reminder-then")


def _pace(last: Sent, facts: Facts) -> tuple[Text, ...]:
    """The slower pace that holds after unanswered check-ins, if it does."""
    pace = timing.pace(facts.person.ignored)
    if last.kind is not Kind.CHECKIN or pace is timing.DAILY:
        return ()
    return (Text(f"why-pace-{pace.name}"),)


FLOW = Flow("help", buttons={"show": show}, commands={"help": show, "why": why}, open_to_all=True)
