"""/pause: nothing from the coach until a date; it goes on by itself, or at once when the person says so."""

from __future__ import annotations

from datetime import date

from bot.core.conversation.flow import Answer, Flow, Turn
from bot.core.guide.talk import TODAY
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Reply, button
from bot.core.model.snapshot import Data, Facts
from bot.core.nudges import ahead
from bot.core.preferences import until as until_day
from bot.core.preferences.setting import late
from bot.core.typed import understand

DAYS = (3, 7, 14)
OFF = button("pause.off", "pause-off")
OTHER = button("pause.change", "pause-change")
BACK = button("pause.until.back", "pause-back")


def command(argument: str, facts: Facts) -> Turn:
    """`/pause`, `/pause 2026-12-24`, `/pause off`."""
    if understand.normal(argument) == "off":
        return off("", facts)
    if argument:
        return until(Answer(argument), {}, facts)
    if is_paused(facts):
        return Turn((Reply("pause-is-on", {"day": facts.person.paused_until or facts.today}, (OFF, OTHER)),))
    return until(None, {}, facts)


def is_paused(facts: Facts) -> bool:
    """Whether a pause holds today."""
    return facts.person.paused_until is not None and facts.today < facts.person.paused_until


def change(value: str, facts: Facts) -> Turn:
    """The button "another date"."""
    return until(None, {}, facts)


def until(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """The step that waits for the date: a number of days pressed, or a date typed. `data`: the far `day` that
    was asked about last."""
    if answer is None:
        return _ask("pause-ask")
    day, holds = until_day.read(answer, data, facts)
    if day is not None:
        return _set(day, facts, pressed=answer.pressed) if holds else _is_sure(day, facts)
    if answer.pressed or understand.intent(answer.text, facts) in ("skip", "no", "later"):
        return Turn((Reply("pause-unchanged", edits=answer.pressed),))
    return _ask("pause-unclear")


def _ask(key: str) -> Turn:
    lengths = tuple(button(f"pause.until.{days}", "pause-days", days=days) for days in DAYS)
    return Turn((Reply(key, buttons=(*lengths, BACK), numeric=True),), step="until")


def _is_sure(day: date, facts: Facts) -> Turn:
    buttons = (until_day.confirm("pause.until", day), BACK)
    reply = Reply("pause-far", until_day.in_question(day, facts), buttons, numeric=True)
    return Turn((reply,), step="until", data={"day": day.isoformat()})


def _set(day: date, facts: Facts, *, pressed: bool) -> Turn:
    first = ahead.next_message(facts, day, paused_until=day)
    reply = Reply("pause-set", first) if first else Reply("pause-set-bare", {"until": day})
    shown = Reply(reply.key, reply.args, (OFF,), edits=pressed)
    return Turn((shown,), (UpdatePerson({"paused_until": day}),))


def off(value: str, facts: Facts) -> Turn:
    """Go on at once. Where no pause holds, nothing changes."""
    if facts.person.paused_until is None:
        return Turn((Reply("pause-none", buttons=(TODAY,)),))
    first = ahead.next_message(facts, facts.today, paused_until=None)
    reply = Reply("pause-over", first, (TODAY,)) if first else Reply("pause-over-bare", {}, (TODAY,))
    return Turn((reply,), (UpdatePerson({"paused_until": None}),))


FLOW = Flow(
    "pause",
    steps={"until": until},
    buttons={"off": off, "change": change, "until": late(until)},
    commands={"pause": command},
    restart="pause",
    fleeting=frozenset({"until"}),
)
