"""/pause: nothing from the coach until a date; it goes on by itself, or at once when the person says so."""

from __future__ import annotations

from datetime import date

from bot.core.conversation.flow import Answer, Command, Flow, StepResult, ask_step, reply_with
from bot.core.guide.doors import TODAY
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Button, Reply, button
from bot.core.model.reading import Asked
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.preferences import until as until_day
from bot.core.preferences.setting import late
from bot.core.typed import understand

DAYS = (3, 7, 14)
OFF = button(Token("pause", "off"), "pause-off")
OTHER = button(Token("pause", "change"), "pause-change")
BACK = button(Token("pause", "until", "back"), "pause-back")


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/pause`, `/pause 2026-12-24`, `/pause off`."""
    if understand.normal(argument) == "off":
        return off("", snapshot)
    if argument:
        return until(Answer(argument, meant=understand.intent(argument, snapshot)), {}, snapshot)
    if is_paused(snapshot):
        return reply_with(
            Reply("pause-is-on", {"day": snapshot.person.paused_until or snapshot.today}, (OFF, OTHER))
        )
    return until(None, {}, snapshot)


def choices(snapshot: Snapshot) -> tuple[Button, ...]:
    """The lengths of a pause, and its end where one holds."""
    lengths = tuple(button(str(days), "pause-days", days=days) for days in DAYS)
    return (*((Button("off", OFF.label),) if is_paused(snapshot) else ()), *lengths)


def is_paused(snapshot: Snapshot) -> bool:
    """Whether a pause holds today."""
    return snapshot.person.paused_until is not None and snapshot.today < snapshot.person.paused_until


def change(value: str, snapshot: Snapshot) -> StepResult:
    """The button "another date"."""
    return until(None, {}, snapshot)


def until(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The step that waits for the date: a number of days pressed, or a date typed. `data`: the far `day` that
    was asked about last."""
    if answer is None:
        return _ask("pause-ask")
    day, holds = until_day.read(answer, data, snapshot)
    if day is not None:
        return _set(day, snapshot, pressed=answer.pressed) if holds else _is_sure(day, snapshot)
    if answer.pressed or answer.leaves_out:
        return reply_with(Reply("pause-unchanged", buttons=(TODAY,), edits=answer.pressed))
    return _ask("pause-unclear")


def _ask(key: str) -> StepResult:
    lengths = tuple(button(Token("pause", "until", days), "pause-days", days=days) for days in DAYS)
    return ask_step("until", Reply(key, buttons=(*lengths, BACK), numeric=True))


def _is_sure(day: date, snapshot: Snapshot) -> StepResult:
    buttons = (until_day.confirm(Token("pause", "until"), day), BACK)
    reply = Reply("pause-far", until_day.in_question(day, snapshot), buttons, numeric=True)
    return ask_step("until", reply, {"day": day.isoformat()})


def _set(day: date, snapshot: Snapshot, *, pressed: bool) -> StepResult:
    first = ahead.next_message(snapshot, day, paused_until=day)
    reply = Reply("pause-set", first) if first else Reply("pause-set-bare", {"until": day})
    shown = Reply(reply.key, reply.args, (OFF,), edits=pressed)
    return reply_with(shown).doing(UpdatePerson({"paused_until": day}))


def off(value: str, snapshot: Snapshot) -> StepResult:
    """Go on at once. Where no pause holds, nothing changes."""
    if snapshot.person.paused_until is None:
        return reply_with(Reply("pause-none", buttons=(TODAY,)))
    first = ahead.next_message(snapshot, snapshot.today, paused_until=None)
    reply = Reply("pause-over", first, (TODAY,)) if first else Reply("pause-over-bare", {}, (TODAY,))
    return reply_with(reply).doing(UpdatePerson({"paused_until": None}))


FLOW = Flow(
    "pause",
    steps={"until": until},
    buttons={"off": off, "change": change, "until": late(until)},
    commands=(Command("pause", command, argument="until", choices=choices, topic="messages", in_words=True),),
    restart_command="pause",
    single_use_steps=frozenset({"until"}),
    asks=lambda frame: Asked.DATE,
)
