"""/help: what one can say. /why: why the coach last wrote, by the rule that made it write."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.core.calendar import timing
from bot.core.conversation.flow import Command, Flow, StepResult, say
from bot.core.guide.doors import TODAY
from bot.core.model.messages import Text, button
from bot.core.model.nudge import SentNudge
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ceiling
from bot.core.nudges.registry import RULES

PLANS = button(Token("plans", "list"), "help-plans")
SETTINGS = button(Token("settings", "show"), "help-settings")


TOPICS = ("day", "plans", "moment", "thoughts", "messages", "data")  # the lines of the help


def flow(commands: Callable[[], Iterable[Command]]) -> Flow:
    """The flow of the help. `commands`: all that there are, in their order."""

    def show(argument: str, snapshot: Snapshot) -> StepResult:
        lines = tuple(map(_line, TOPICS, _by_topic(commands())))
        return say("help-all", buttons=(TODAY, PLANS, SETTINGS), lines=lines)

    return Flow(
        "help",
        buttons={"show": show},
        commands=(
            Command("help", show, in_words=True),
            Command("why", why, topic="messages", in_words=True),
        ),
        open_to_all=True,
    )


def _by_topic(commands: Iterable[Command]) -> list[list[str]]:
    names = [(command.topic, command.name) for command in commands]
    return [[name for of, name in names if of == topic] for topic in TOPICS]


def _line(topic: str, names: list[str]) -> Text:
    return Text(f"help-{topic}-line", {"commands": ", ".join(f"/{name}" for name in names)})


def why(argument: str, snapshot: Snapshot) -> StepResult:
    """The last nudge: what it was, when it came, and the rule that made it come."""
    if snapshot.person.status is Status.NEW:
        return say("why-new")
    if not snapshot.sent:
        return say("why-none", buttons=(SETTINGS,))
    last = max(snapshot.sent, key=lambda sent: sent.at)
    at = timing.wall(last.at, snapshot.person)
    lines = (
        Text("why-last", {"day": at.date(), "time": at.time(), "what": RULES[last.kind].what}),
        RULES[last.kind].why(snapshot.person),
        *_pace(last, snapshot),
        Text("why-count", {"sent": len(ceiling.lately(snapshot)), "ceiling": snapshot.person.ceiling}),
    )
    return say("why-lines", lines=lines, buttons=(SETTINGS,))


def _pace(last: SentNudge, snapshot: Snapshot) -> tuple[Text, ...]:
    """The slower pace that holds after unanswered check-ins, if it does."""
    pace = timing.pace(snapshot.person.ignored)
    if not RULES[last.kind].counts_unanswered or pace is timing.DAILY:
        return ()
    return (Text(f"why-pace-{pace.name}"),)
