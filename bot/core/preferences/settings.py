"""/settings: everything at a glance, and a short way to change each thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from bot.core.calendar import timing, zones
from bot.core.conversation.flow import Answer, Command, Flow, StepFunction, StepResult, ask_step, reply_with
from bot.core.model import localtime
from bot.core.model.messages import Arg, Button, Reply, Text, ZoneName, button, own
from bot.core.model.nudge import NudgeKind
from bot.core.model.reading import Asked
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.nudges.registry import NUDGE_CEILING
from bot.core.preferences import zone
from bot.core.preferences.amounts import CEILING, REFLECTIONS, REMINDER, WEEK, WEEK_AT, weekday
from bot.core.preferences.arrival import EXACTLY, SILENT
from bot.core.preferences.setting import (
    SHOW,
    Changes,
    Setting,
    changed,
    late,
    leaves,
    one_page,
    ticked,
    unchanged,
)
from bot.core.preferences.times import CHECKIN, DAY_START, QUIET, clash
from bot.core.typed import understand

# --- at a glance --------------------------------------------------------------------------------------


def show(value: str, snapshot: Snapshot) -> StepResult:
    """The current settings."""
    buttons = tuple(button(Token("settings", "page", name), f"settings-open-{name}") for name in STEPS)
    return reply_with(Reply("settings-all", {"lines": _lines(snapshot)}, buttons, edits=True, page=True))


def _lines(snapshot: Snapshot) -> tuple[Text, ...]:
    person = snapshot.person
    now = timing.wall(snapshot.now, person).time().replace(second=0, microsecond=0)
    paused = person.paused_until if person.paused_until and snapshot.today < person.paused_until else None
    language = snapshot.library.languages.get(person.language, person.language)
    return (
        _line("checkin", time=person.checkin_at),
        _line("reminder", value=ahead.reminder(snapshot)),
        _line("silent", value=Text(f"settings-silent-{'yes' if person.silent else 'no'}")),
        _line("quiet", value=_quiet(snapshot)),
        _line("ceiling", ceiling=person.ceiling),
        _reflections(snapshot),
        _week(snapshot),
        _line("daystart", time=person.day_start),
        _line("exactly", value=Text(f"settings-exactly-{'yes' if person.exactly else 'no'}")),
        _line("zone", place=ZoneName(person.zone), time=now),
        _line("language", value=own(language)),
        *((_line("paused", day=paused),) if paused else ()),
    )


def _line(name: str, **args: Arg) -> Text:
    return Text(f"settings-line-{name}", args)


def _week(snapshot: Snapshot) -> Text:
    if not NUDGE_CEILING.shares(snapshot.person)[NudgeKind.WEEK]:
        return _line("week-none")
    return _line("week", day=weekday(snapshot.person.week_day), time=snapshot.person.week_at)


def _reflections(snapshot: Snapshot) -> Text:
    wanted, room = (
        snapshot.person.reflections_a_week,
        NUDGE_CEILING.shares(snapshot.person)[NudgeKind.REFLECTION],
    )
    value = Text("settings-reflections-count", {"n": room})
    return _line("reflections" if room == wanted else "reflections-fewer", value=value)


def _quiet(snapshot: Snapshot) -> Text:
    start, end = snapshot.person.quiet_from, snapshot.person.quiet_to
    return Text("settings-quiet-none") if start == end else Text("settings-hours", {"from": start, "to": end})


# --- language and zone --------------------------------------------------------------------------------


def _languages(snapshot: Snapshot) -> Mapping[str, Text]:
    return {code: own(name) for code, name in snapshot.library.languages.items()}


def _read_language(text: str, snapshot: Snapshot) -> Changes | None:
    said = understand.normal(text[:100])
    for code, name in snapshot.library.languages.items():
        if said in (code.casefold(), understand.normal(name)):
            return {"language": code}
    return None


def _keep_language(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    """The reply is in the new language already: the service shows a turn's replies in the one it sets."""
    return changed("settings-language-kept", changes)


def where(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The time zone: by the clock, or by a city."""
    if answer is not None and leaves(answer) and (answer.pressed or "typed" not in data):
        return unchanged()  # a "no" to the places that were found is about these
    turn = zone.ask_zone(answer, data, snapshot, asks=Token("settings", "zone"), done=_moved)
    if turn.step is None:
        return turn
    *before, last = turn.replies
    here = Token("settings", "zone", snapshot.person.zone)
    buttons = (*(ticked(b) if b.token == here else b for b in last.buttons), SHOW)
    page = replace(last, buttons=buttons, edits=True, page=True)
    return replace(turn, replies=(*before, page), flow="settings")


def _moved(name: str, data: Data, snapshot: Snapshot) -> StepResult:
    at = _clock_in(name, snapshot)
    return one_page(changed("settings-zone-kept", {"zone": name}, place=ZoneName(name), time=at))


def _clock_in(zone: str, snapshot: Snapshot) -> time:
    return snapshot.now.astimezone(localtime.zone(zone)).time().replace(second=0, microsecond=0)


def here(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """A location came unasked: is its zone to be used? `data`, or a button's value, names the zone."""
    name = str(data.get("zone", ""))
    if answer is None:
        return _ask_here(name, snapshot)
    if answer.pressed and answer.text != "back":
        return _ask_here(answer.text, snapshot)
    if leaves(answer):
        return unchanged()
    if not answer.pressed and answer.meant == "yes" and zones.known(name):
        return _moved(name, {}, snapshot)
    return where(answer, {}, snapshot)


def _ask_here(name: str, snapshot: Snapshot) -> StepResult:
    if not zones.known(name):
        return where(None, {}, snapshot).after(Reply("settings-here-unknown"))
    if name == snapshot.person.zone:
        return reply_with(Reply("settings-here-same", {"place": ZoneName(name)}))
    args: dict[str, Arg] = {"place": ZoneName(name), "time": _clock_in(name, snapshot)}
    buttons = (
        button(Token("settings", "zone", name), "common-yes"),
        button(Token("settings", "here", "back"), "common-no"),
    )
    return ask_step("here", Reply("settings-here", args, buttons), {"zone": name}, flow="settings")


LANGUAGE = Setting(
    "language",
    _languages,
    lambda snapshot: snapshot.person.language,
    _read_language,
    _keep_language,
    numeric=False,
)

# --- the flow -----------------------------------------------------------------------------------------

STEPS: Mapping[str, StepFunction] = {
    "checkin": CHECKIN.step,
    "reminder": REMINDER.step,
    "silent": SILENT.step,
    "quiet": QUIET.step,
    "ceiling": CEILING.step,
    "reflections": REFLECTIONS.step,
    "week": WEEK.step,
    "daystart": DAY_START.step,
    "exactly": EXACTLY.step,
    "zone": where,
    "language": LANGUAGE.step,
}


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/settings`, or straight to one: `/settings language`, `/settings time zone`."""
    return open_one(_named(understand.normal(argument[:100]), snapshot), snapshot)


def choices(snapshot: Snapshot) -> tuple[Button, ...]:
    """The settings that have a button."""
    return tuple(button(name, f"settings-open-{name}") for name in STEPS)


def _named(words: str, snapshot: Snapshot) -> str:
    """The setting that people call so, in their own language or another one; `words` where none is called so.
    Its phrases are `setting-<name>` in the lexicon."""
    lexicon = snapshot.library.lexicon
    for code in (snapshot.person.language, *lexicon):
        for name in STEPS:
            if words in lexicon.get(code, {}).get(f"setting-{name}", ()):
                return name
    return words


def open_one(value: str, snapshot: Snapshot) -> StepResult:
    """`settings.open.<name>`, pressed below another message: the page comes below it."""
    page = turn_to(value, snapshot)
    return replace(page, replies=tuple(replace(r, edits=False, page=False) for r in page.replies))


def turn_to(value: str, snapshot: Snapshot) -> StepResult:
    """`settings.page.<name>`: the page of one setting; the overview for an unknown name."""
    step = STEPS.get(value)
    return step(None, {}, snapshot) if step else show("", snapshot)


TIMES = frozenset({"checkin", "daystart"})  # steps that ask for a time of day
ALL_STEPS = {**STEPS, "weekat": WEEK_AT.step, "clash": clash, "here": here}
FLOW = Flow(
    "settings",
    steps=ALL_STEPS,
    # An answer pressed late, when its question no longer waits, says all that it needs and still counts.
    buttons={
        "show": show,
        "open": open_one,
        "page": turn_to,
        **{name: late(step) for name, step in ALL_STEPS.items()},
    },
    commands=(
        Command("settings", command, argument="setting", choices=choices, topic="messages", in_words=True),
    ),
    location_steps=frozenset({"zone"}),
    asks=lambda frame: Asked.TIME if frame.step in TIMES else Asked.NOTHING,
    restart_command="settings",
    single_use_steps=frozenset(ALL_STEPS),
)
